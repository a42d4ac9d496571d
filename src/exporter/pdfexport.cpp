// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/pdfexport.h"

#include "core/numberhabit.h"
#include "exporter/fileexport.h"
#include "exporter/rememberedfolder.h"
#include "exporter/typesetpost.h"
#include "publisher/words.h"
#include "typeset/pdf.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

PdfFacts factsOf(const QString &title, const QString &author, const QString &language)
{
    return {.title = title, .author = author, .language = language, .creator = u"Weeknotes"_s, .size = usualSheet()};
}

BookChapter chapterOf(const Post &post, const PageSettings &look)
{
    BookChapter chapter{.head = titleBlockOf(post, post.minutes, post.saysTitleTwice, look),
                        .line = {},
                        .document = post.document,
                        .images = {}};
    chapter.head.references = pageReferencesOf(post);
    for (auto image = post.images.cbegin(); image != post.images.cend(); ++image)
        chapter.images.insert(image.key(), image->file.data);
    return chapter;
}

std::unexpected<Error> unpainted(const QString &file)
{
    return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = file});
}

} // namespace

Result<ExportReport> exportPdfs(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    ExportReport report;
    RememberedFolder folder(request.folder);
    const auto each =
        eachPost(source, request, goesOn, report, [&](const Note &note, const Post &post) -> Result<void> {
            const QString name = post.slug + u".pdf"_s;
            report.files << folder.path(name);
            const auto pdf =
                notePdf(factsOf(post.title, post.author, post.language), chapterOf(post, source.settings().page));
            return pdf ? folder.put(note.header.id, name, *pdf) : unpainted(report.files.back());
        });
    return each ? finished(folder, std::move(report)) : std::unexpected(each.error());
}

Result<ExportReport> exportBook(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    ExportReport report;
    RememberedFolder folder(request.folder);
    ExportRequest oldestFirst = request;
    oldestFirst.notes.clear();
    for (const NoteHeader &note : source.notes() | std::views::reverse) {
        if (std::ranges::contains(request.notes, note.id))
            oldestFirst.notes.push_back(note.id);
    }
    const NumberHabit numbers(source.notes(), source.settings().seasons);
    std::vector<BookChapter> chapters;
    QDate first;
    QDate last;
    const auto read = eachPost(source, oldestFirst, goesOn, report, [&](const Note &note, const Post &post) {
        const QString number = numbers.text(note.header.fields.number, post.title);
        const QString day = post.date.isValid() ? pageDate(post.date, post.language) : QString();
        chapters.push_back(chapterOf(post, source.settings().page));
        chapters.back().line = QStringList{number, day}.filter(QRegularExpression(u"."_s)).join(u" · "_s);
        if (!first.isValid())
            first = post.date;
        last = post.date.isValid() ? post.date : last;
        return Result<void>();
    });
    if (!read)
        return std::unexpected(read.error());
    const QString language = headOf({}, source.settings()).language;
    const QString author = source.settings().author.simplified();
    const BookFront front{.title = request.title,
                          .subtitle = source.settings().page.siteDescription.simplified(),
                          .author = author,
                          .dates = first.isValid() ? pageDate(first, language) + u" – "_s + pageDate(last, language)
                                                   : QString(),
                          .contents = pageWords(language).contents};
    const auto pdf = bookPdf(factsOf(request.title, author, language), front, chapters,
                             [&](int done, int total) { return !goesOn || goesOn(done, total); });
    if (!pdf)
        return std::unexpected(Error{.kind = Error::Kind::Stopped});
    const QString name = bookFileName(request.title);
    report.files << folder.path(name);
    return folder.put({}, name, *pdf).and_then([&] { return finished(folder, std::move(report)); });
}

} // namespace Weeknotes
