// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/importer.h"

#include "importer/archivefiles.h"
#include "importer/decoding.h"
#include "importer/markdownnotes.h"
#include "importer/mediumposts.h"
#include "importer/notedating.h"
#include "importer/textnotes.h"
#include "importer/wordpressexport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <ranges>
#include <span>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

Warning asWarning(const Error &error)
{
    using Kind = Warning::Kind;
    const Kind kind = error.kind == Error::Kind::NotFound   ? Kind::NotFound
                      : error.kind == Error::Kind::TooLarge ? Kind::TooLarge
                      : error.kind == Error::Kind::NotText  ? Kind::NotText
                                                            : Kind::NotReadable;
    return {kind, error.subject, 0, error.detail.isEmpty() ? QStringList() : QStringList{error.detail}};
}

std::optional<QDate> placeInTime(const RawNote &raw)
{
    const NoteFields &fields = raw.note.draft.fields;
    if (fields.covers)
        return fields.covers->first;
    return fields.published.transform([](const QDateTime &moment) { return moment.date(); });
}

bool isNewestFirst(std::span<const RawNote> text)
{
    std::optional<QDate> first;
    std::optional<QDate> last;
    for (const RawNote &raw : text) {
        if (const auto day = placeInTime(raw)) {
            first = first.value_or(*day);
            last = day;
        }
    }
    return first && *last < *first;
}

// Each note gets a key of its own. Of equal titles in one text the oldest keeps the plain one, so that all keep theirs
// when the text grows.
void tellKeysApart(std::vector<RawNote> &notes)
{
    QSet<QString> keys;
    QHash<QString, int> copies;
    const auto settle = [&](RawNote &raw) {
        QString &key = raw.note.draft.source.key;
        const QString plain = key;
        for (int &others = copies[plain]; keys.contains(key);)
            key = u"%1 (%2)"_s.arg(plain, QString::number(++others + 1));
        keys.insert(key);
    };
    for (auto text :
         std::views::chunk_by(notes, [](const RawNote &a, const RawNote &b) { return a.sequence == b.sequence; })) {
        if (isNewestFirst(text))
            std::ranges::for_each(std::views::reverse(text), settle);
        else
            std::ranges::for_each(text, settle);
    }
}

// Why nothing at all could be read.
Error asError(const Warning &warning)
{
    using Kind = Warning::Kind;
    const Error::Kind kind = warning.kind == Kind::NotFound      ? Error::Kind::NotFound
                             : warning.kind == Kind::NotReadable ? Error::Kind::NotReadable
                             : warning.kind == Kind::TooLarge    ? Error::Kind::TooLarge
                             : warning.kind == Kind::NotText     ? Error::Kind::NotText
                             : warning.kind == Kind::BreaksOff   ? Error::Kind::Malformed
                                                                 : Error::Kind::NothingToImport;
    return {kind, warning.subject, warning.facts.join(u' '), warning.line};
}

class ArchiveReader
{
public:
    explicit ArchiveReader(const ImportOptions &options) : m_options(options) {}

    Result<ImportBatch> read(const QStringList &paths)
    {
        ArchiveListing listing = listArchive(paths);
        m_batch.skipped = std::move(listing.skipped);
        for (const ArchiveFile &file : listing.files) {
            // Months end at twelve, so that their files are named by weeks.
            if (numberInName(file) > 12)
                m_weekFolders.insert(QFileInfo(file.path).absolutePath());
        }
        m_total = int(listing.files.size());
        for (const ArchiveFile &file : listing.files)
            findExport(file);
        for (const ArchiveFile &file : listing.files) {
            if (!goesOn())
                break;
            read(file);
            ++m_done;
        }
        dateNotes(m_notes, m_options);
        tellKeysApart(m_notes);
        for (RawNote &raw : m_notes)
            m_batch.notes.push_back(std::move(raw.note));
        if (m_batch.notes.empty())
            return std::unexpected(whyNothing(paths));
        return std::move(m_batch);
    }

private:
    [[nodiscard]] bool goesOn() const { return !m_options.progress || m_options.progress(m_done, m_total); }

    /// A post's pictures may stand in another file of the same export.
    void findExport(const ArchiveFile &archiveFile)
    {
        QFile file(archiveFile.path);
        if (m_options.from != ImportOptions::From::Auto || !isXml(archiveFile) || !file.open(QIODevice::ReadOnly))
            return;
        constexpr qint64 head = 4096;
        if (!isWordPressExport(file.peek(head)))
            return;
        m_exports.insert(archiveFile.path);
        m_attachments.gather(file, [this] { return goesOn(); });
    }

    void read(const ArchiveFile &file)
    {
        if (m_exports.contains(file.path))
            return readExport(file);
        if (isXml(file) && !file.given)
            return; // a feed or a map of the site that a folder makes
        const auto bytes = readWhole(file.path, maximumTextSize, file.subject);
        if (!bytes)
            return m_batch.skipped.push_back(asWarning(bytes.error()));
        const auto decoded = decodeText(*bytes, file.subject);
        if (!decoded)
            return m_batch.skipped.push_back(asWarning(decoded.error()));
        const bool byContent = m_options.from == ImportOptions::From::Auto && isHtml(file);
        if (byContent && isMediumPost(decoded->text))
            return readPost(decoded->text, file);
        if (isHtml(file) && !file.given)
            return; // the site that a folder makes, or what an account export holds beside its posts
        ++m_batch.read;
        const bool hasWords =
            std::ranges::any_of(decoded->text, [](QChar sign) { return sign.isLetterOrNumber() || sign.isSymbol(); });
        if (!hasWords)
            return m_batch.skipped.push_back({Warning::Kind::Empty, file.subject, 0, {}});
        const bool markdown = isMarkdown(file, decoded->text);
        const bool namedByWeek = m_weekFolders.contains(QFileInfo(file.path).absolutePath());
        auto notes =
            markdown ? readMarkdownNotes(decoded->text, file, namedByWeek) : readTextNotes(decoded->text, file);
        for (RawNote &raw : notes)
            raw.note.warnings.insert(raw.note.warnings.begin(), decoded->warnings.begin(), decoded->warnings.end());
        add(std::move(notes));
    }

    void readExport(const ArchiveFile &archiveFile)
    {
        QFile file(archiveFile.path);
        if (!file.open(QIODevice::ReadOnly))
            return m_batch.skipped.push_back(
                {Warning::Kind::NotReadable, archiveFile.subject, 0, {file.errorString()}});
        ++m_batch.read;
        WordPressExport posts = readWordPressExport(file, archiveFile, m_attachments, [this] { return goesOn(); });
        std::ranges::move(posts.warnings, std::back_inserter(m_batch.skipped));
        for (RawNote &post : posts.posts)
            addAlone(std::move(post));
    }

    void readPost(const QString &html, const ArchiveFile &file)
    {
        auto post = readMediumPost(html, file);
        if (!post)
            return m_batch.skipped.push_back({Warning::Kind::Empty, file.subject, 0, {}});
        ++m_batch.read;
        if (post->isResponse && !file.given)
            return m_batch.skipped.push_back({Warning::Kind::Response, file.subject, 0, {}});
        addAlone(std::move(post->raw));
    }

    void addAlone(RawNote raw)
    {
        std::vector<RawNote> notes;
        notes.push_back(std::move(raw));
        add(std::move(notes));
    }

    /// Those of one text.
    void add(std::vector<RawNote> notes)
    {
        for (RawNote &raw : notes) {
            raw.sequence = m_files;
            m_notes.push_back(std::move(raw));
        }
        ++m_files;
    }

    static bool isXml(const ArchiveFile &file)
    {
        return QFileInfo(file.path).suffix().compare("xml"_L1, Qt::CaseInsensitive) == 0;
    }

    static bool isHtml(const ArchiveFile &file)
    {
        return QFileInfo(file.path).suffix().startsWith(u"htm"_s, Qt::CaseInsensitive);
    }

    [[nodiscard]] bool isMarkdown(const ArchiveFile &file, const QString &text) const
    {
        if (m_options.from != ImportOptions::From::Auto)
            return m_options.from == ImportOptions::From::Markdown;
        const QString suffix = QFileInfo(file.path).suffix().toLower();
        return suffix == u"txt" || suffix == u"text" || suffix.isEmpty()
                   ? looksLikeMarkdown(text)
                   : suffix.startsWith(u'm') || looksLikeMarkdown(text);
    }

    // The first of the paths, as given, speaks for all.
    [[nodiscard]] Error whyNothing(const QStringList &paths) const
    {
        for (const QString &path : paths) {
            const auto of = [&](const Warning &warning) { return warning.subject == path; };
            if (const auto found = std::ranges::find_if(m_batch.skipped, of); found != m_batch.skipped.end())
                return asError(*found);
        }
        return {Error::Kind::NothingToImport, paths.value(0), {}, 0};
    }

    const ImportOptions &m_options;
    ImportBatch m_batch;
    std::vector<RawNote> m_notes;
    QSet<QString> m_weekFolders;
    QSet<QString> m_exports; ///< the paths of WordPress's
    WordPressAttachments m_attachments;
    int m_files = 0;
    int m_done = 0;
    int m_total = 0;
};

} // namespace

Result<ImportBatch> readArchive(const QStringList &paths, const ImportOptions &options)
{
    return ArchiveReader(options).read(paths);
}

} // namespace Weeknotes
