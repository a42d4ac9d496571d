// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/fileexport.h"

#include "exporter/rememberedfolder.h"
#include "publisher/markdownforms.h"
#include "publisher/mediumarchive.h"
#include "publisher/postlinks.h"

#include <QBuffer>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

MarkdownFlavour flavourOf(ExportForm form)
{
    switch (form) {
    case ExportForm::Hugo:
        return MarkdownFlavour::Hugo;
    case ExportForm::Jekyll:
        return MarkdownFlavour::Jekyll;
    case ExportForm::Eleventy:
        return MarkdownFlavour::Eleventy;
    default:
        return MarkdownFlavour::Plain;
    }
}

/// Where links to notes that go out together lead.
MarkdownNeighbours neighboursOf(const PostSource &source, const ExportRequest &request, const Post &post)
{
    MarkdownNeighbours neighbours;
    for (const QString &reference : noteReferences(*post.document)) {
        const auto linked = source.linked(reference);
        if (linked && std::ranges::contains(request.notes, linked->id))
            neighbours.insert("week:"_L1 + reference, source.slugs().value(linked->id));
    }
    return neighbours;
}

} // namespace

Result<ExportReport> finished(RememberedFolder &folder, ExportReport report)
{
    return folder.commit().transform([&](int changed) {
        report.changed = changed;
        return std::move(report);
    });
}

Result<void> eachPost(PostSource &source, const ExportRequest &request, const GoesOn &goesOn, ExportReport &report,
                      const std::function<Result<void>(const Note &note, const Post &post)> &use)
{
    int done = 0;
    for (const NoteId &id : request.notes) {
        if (goesOn && !goesOn(done++, int(request.notes.size())))
            return std::unexpected(Error{.kind = Error::Kind::Stopped});
        const auto note = source.library().note(id);
        if (!note)
            return std::unexpected(note.error());
        const Post post = source.post(*note, [&report](const Error &lost) { report.lost.push_back(lost); });
        report.hiddenPassages += post.hiddenPassages;
        report.missingImages += post.missingImages;
        if (auto used = use(*note, post); !used)
            return used;
    }
    return {};
}

Result<ExportReport> exportMarkdown(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    ExportReport report;
    RememberedFolder folder(request.folder);
    const auto each = eachPost(source, request, goesOn, report, [&](const Note &note, const Post &post) {
        const MarkdownFile file =
            markdownFile(note, post, source.today(), flavourOf(request.form), neighboursOf(source, request, post));
        report.files << folder.path(file.name);
        auto put = folder.put(note.header.id, file.name, file.text.toUtf8());
        for (auto image = file.images.begin(); put && image != file.images.end(); ++image)
            put = folder.put(note.header.id, image->name, image->data);
        return put;
    });
    return each ? finished(folder, std::move(report)) : std::unexpected(each.error());
}

Result<ExportReport> exportMediumArchive(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    ExportReport report;
    RememberedFolder folder(request.folder);
    QBuffer zipped;
    MediumZip zip(zipped);
    const auto put = [&](const NoteId &note, const MediumFile &file) {
        return zip.add(file).and_then([&] { return folder.put(note, file.name, file.data); });
    };
    auto each = eachPost(source, request, goesOn, report, [&](const Note &note, const Post &post) {
        const MediumFacts facts{.id = note.header.id,
                                .draft = note.header.fields.status != NoteStatus::Published,
                                .exported = source.today()};
        const std::vector<MediumFile> files = mediumPost(post, facts);
        report.files << folder.path(files.front().name);
        Result<void> done;
        for (auto file = files.begin(); done && file != files.end(); ++file)
            done = put(note.header.id, *file);
        return done;
    });
    each = each.and_then([&] { return put({}, mediumProfile(source.settings().author, source.settings().baseUrl)); })
               .and_then([&] { return zip.end(); })
               .and_then([&] { return folder.put({}, u"medium-export.zip"_s, zipped.data()); });
    return each ? finished(folder, std::move(report)) : std::unexpected(each.error());
}

} // namespace Weeknotes
