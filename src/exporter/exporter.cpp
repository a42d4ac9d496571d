// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/exporter.h"

#include "exporter/fileexport.h"
#include "exporter/pdfexport.h"
#include "exporter/siteexport.h"
#include "exporter/sitestate.h"
#include "publisher/folderupdate.h"
#include "publisher/slug.h"
#include "publisher/words.h"
#include "publisher/writer.h"
#include "storage/realpath.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

struct FormName
{
    ExportForm form;
    QLatin1StringView name;
};
constexpr std::array formNames{FormName{ExportForm::Page, "page"_L1},
                               FormName{ExportForm::Site, "site"_L1},
                               FormName{ExportForm::MediumArchive, "medium-archive"_L1},
                               FormName{ExportForm::Markdown, "markdown"_L1},
                               FormName{ExportForm::Hugo, "hugo"_L1},
                               FormName{ExportForm::Jekyll, "jekyll"_L1},
                               FormName{ExportForm::Eleventy, "eleventy"_L1},
                               FormName{ExportForm::Pdf, "pdf"_L1},
                               FormName{ExportForm::Book, "book"_L1}};

/// To notes that go out with it, or are published somewhere.
void linkNeighbours(const PostSource &source, const ExportRequest &request, const NoteId &note, Post &post)
{
    const auto isBeside = [&](const NoteHeader &each) { return std::ranges::contains(request.notes, each.id); };
    const auto linkTo = [&](const NoteHeader *other) -> std::optional<PostLink> {
        if (!other)
            return std::nullopt;
        return PostLink{headOf(other->fields, source.settings()).title,
                        isBeside(*other) ? pageBeside(source.slugs().value(other->id))
                                         : QString::fromLatin1(other->fields.canonical.toEncoded())};
    };
    const auto [previous, next] = pageNeighbours(source.notes(), request, note);
    post.previous = linkTo(previous);
    post.next = linkTo(next);
}

Result<ExportReport> exportPages(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    auto maker = PageMaker::make(source.settings());
    if (!maker)
        return std::unexpected(maker.error());
    ExportReport report;
    FolderUpdate update(request.folder, [&](const QString &name) { return isOfOwnPage(request.folder, name); });
    const auto each = eachPost(source, request, goesOn, report, [&](const Note &note, Post post) {
        linkNeighbours(source, request, note.header.id, post);
        report.files << update.path(post.slug + "/index.html"_L1);
        return maker->page(post).and_then([&](const Page &page) { return putPage(update, page); });
    });
    return each.and_then([&] { return update.commit(); }).transform([&](int changed) {
        report.changed = changed;
        return std::move(report);
    });
}

} // namespace

QString nameOf(ExportForm form)
{
    return std::ranges::find(formNames, form, &FormName::form)->name;
}

std::optional<ExportForm> exportFormFromString(const QString &name)
{
    const auto *found = std::ranges::find(formNames, name, &FormName::name);
    return found == formNames.end() ? std::nullopt : std::optional(found->form);
}

QStringList exportFormNames()
{
    QStringList names;
    for (const FormName &each : formNames)
        names << each.name;
    return names;
}

bool isForSite(const NoteHeader &note)
{
    return note.fields.status != NoteStatus::Draft;
}

PageNeighbours pageNeighbours(const std::vector<NoteHeader> &notes, const ExportRequest &request, const NoteId &note)
{
    const bool isSite = request.form == ExportForm::Site;
    std::vector<const NoteHeader *> pages;
    for (const NoteHeader &each : notes) {
        const bool isOnTheWeb = !isSite && each.fields.canonical.scheme().startsWith("http"_L1);
        if (each.id == note || isOnTheWeb || std::ranges::contains(request.notes, each.id))
            pages.push_back(&each);
    }
    if (isSite) // see Site
        std::ranges::stable_partition(pages, [](const NoteHeader *each) { return knownDay(*each).has_value(); });
    const auto place = std::ranges::find(pages, note, [](const NoteHeader *each) { return each->id; });
    if (place == pages.end())
        return {};
    return {.previous = std::next(place) == pages.end() ? nullptr : *std::next(place),
            .next = place == pages.begin() ? nullptr : *std::prev(place)};
}

bool linksItsNotes(ExportForm form) // Jekyll's settings say where it puts a page, and nothing else does
{
    return form == ExportForm::Site || form == ExportForm::Hugo || form == ExportForm::Eleventy;
}

PostSource::PageOf sitePages(const QHash<NoteId, QString> &slugs, const std::vector<NoteId> &notes)
{
    QHash<NoteId, QUrl> pages;
    for (const NoteId &note : notes)
        pages.insert(note, QUrl(pageBeside(slugs.value(note))));
    return [pages](const NoteHeader &note) { return pages.value(note.id); };
}

Result<void> checkFolder(const QString &folder, const QString &library, ExportForm form)
{
    const auto refuse = [&folder](const QString &what) {
        return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = folder, .detail = what});
    };
    if (isIn(realPath(folder), realPath(library)))
        return refuse(u"library"_s);
    if (form == ExportForm::Page && QFile::exists(folder + u'/' + SiteState::fileName))
        return refuse(u"site"_s);
    return {};
}

QString bookFileName(const QString &title)
{
    const QString words = asciiWords(title);
    return (words.isEmpty() ? u"book"_s : words) + u".pdf"_s;
}

QString bookTitle(const LibrarySettings &settings, const Stretch &stretch)
{
    QString title = settings.page.siteTitle.isEmpty() ? u"Weeknotes"_s : settings.page.siteTitle;
    if (stretch.season) {
        const auto look = settings.seasons.find(*stretch.season);
        const bool isNamed = look != settings.seasons.end() && !look->second.name.isEmpty();
        title = isNamed ? look->second.name : pageWords(headOf({}, settings).language).season.arg(*stretch.season);
    }
    return stretch.year ? title + u' ' + QString::number(*stretch.year) : title;
}

Result<ExportReport> exportNotes(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    if (const auto checked = checkFolder(request.folder, source.library().folder(), request.form); !checked)
        return std::unexpected(checked.error());
    switch (request.form) {
    case ExportForm::Page:
        return exportPages(source, request, goesOn);
    case ExportForm::Site:
        return exportSite(source, request, goesOn);
    case ExportForm::MediumArchive:
        return exportMediumArchive(source, request, goesOn);
    case ExportForm::Markdown:
    case ExportForm::Hugo:
    case ExportForm::Jekyll:
    case ExportForm::Eleventy:
        return exportMarkdown(source, request, goesOn);
    case ExportForm::Pdf:
        return exportPdfs(source, request, goesOn);
    case ExportForm::Book:
        return exportBook(source, request, goesOn);
    }
    Q_UNREACHABLE();
}

} // namespace Weeknotes
