// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/importer.h"

#include "importer/archivefiles.h"
#include "importer/archiveform.h"
#include "importer/decoding.h"
#include "importer/ghostexport.h"
#include "importer/htmlpage.h"
#include "importer/markdownnotes.h"
#include "importer/mediumposts.h"
#include "importer/notedating.h"
#include "importer/textnotes.h"
#include "importer/wordpressexport.h"
#include "importer/wordprocessor.h"
#include "importer/ziparchive.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <ranges>
#include <span>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

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

// What two copies of a post share, if it was not given both another title and another day.
QStringList marksOf(const NoteFields &fields)
{
    QStringList marks;
    if (!fields.title.isEmpty())
        marks += fields.title;
    if (fields.published)
        marks += fields.published->toUTC().toString(Qt::ISODate);
    else if (fields.written)
        marks += fields.written->toString(Qt::ISODate);
    return marks;
}

bool isLater(const RawNote &a, const RawNote &b)
{
    const auto rank = [](const RawNote &raw) {
        const NoteDraft &draft = raw.note.draft;
        return std::tuple(raw.changed.isValid() ? raw.changed.toMSecsSinceEpoch() : 0, draft.text.size(),
                          draft.source.contentHash);
    };
    return rank(a) > rank(b);
}

// Exports of a site that were made one after another hold the same posts: of each the latest stays, else the longest.
// Two sites may call themselves the same ("http://localhost"), with other posts by the same numbers.
void leaveOutCopies(std::vector<RawNote> &notes)
{
    static const QSet<QString> exports{u"ghost"_s, u"medium"_s, u"wordpress"_s};
    QHash<QString, std::vector<size_t>> byKey;
    for (size_t i = 0; i < notes.size(); ++i) {
        if (const Provenance &source = notes[i].note.draft.source; exports.contains(source.kind))
            byKey[source.kind + u' ' + source.key].push_back(i);
    }
    std::vector<bool> isCopy(notes.size());
    for (auto &indices : byKey) {
        std::ranges::stable_sort(indices, [&](size_t a, size_t b) { return isLater(notes[a], notes[b]); });
        QSet<QString> seen;
        for (const size_t i : indices) {
            const QStringList marks = marksOf(notes[i].note.draft.fields);
            isCopy[i] = std::ranges::any_of(marks, [&](const QString &mark) { return seen.contains(mark); });
            seen.unite(QSet<QString>(marks.begin(), marks.end()));
        }
    }
    std::vector<RawNote> kept;
    for (size_t i = 0; i < notes.size(); ++i) {
        if (!isCopy[i])
            kept.push_back(std::move(notes[i]));
    }
    notes = std::move(kept);
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
    const Error::Kind kind =
        warning.kind == Kind::NotFound      ? Error::Kind::NotFound
        : warning.kind == Kind::NotReadable ? Error::Kind::NotReadable
        : warning.kind == Kind::TooLarge    ? Error::Kind::TooLarge
        : warning.kind == Kind::NotText     ? Error::Kind::NotText
        : warning.kind == Kind::Encrypted   ? Error::Kind::Encrypted
        : warning.kind == Kind::NeedsPandoc ? Error::Kind::NeedsPandoc
        : warning.kind == Kind::BreaksOff || warning.kind == Kind::Broken || warning.kind == Kind::Damaged
            ? Error::Kind::Malformed
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
            m_progress.total += sizeOf(file);
        }
        std::vector<ArchiveForm> forms;
        std::ranges::transform(listing.files, std::back_inserter(forms), formOfFile);
        for (const auto &[file, form] : std::views::zip(listing.files, forms)) {
            if (form == ArchiveForm::WordPress && isAskedFor(form))
                gatherAttachments(file);
        }
        for (const auto &[file, form] : std::views::zip(listing.files, forms)) {
            if (!goesOn())
                break;
            read(file, form);
            m_progress.done += sizeOf(file);
            m_progress.notes = int(m_notes.size());
        }
        readFoundPages();
        for (const ArchiveFile &profile : listing.profiles)
            readProfile(profile);
        return finish(paths);
    }

    Result<ImportBatch> read(const QString &text, const QString &name)
    {
        readText({tidied(text), {}}, {name, name, {}, name, true, {}});
        return finish({name});
    }

private:
    /// `within` says how many bytes of the present file are done.
    [[nodiscard]] bool goesOn(qint64 within = 0) const
    {
        ReadingProgress progress = m_progress;
        progress.done += within;
        return !m_options.progress || m_options.progress(progress);
    }

    Result<ImportBatch> finish(const QStringList &paths)
    {
        leaveOutCopies(m_notes);
        dateNotes(m_notes, m_options);
        tellKeysApart(m_notes);
        for (RawNote &raw : m_notes)
            m_batch.notes.push_back(std::move(raw.note));
        if (m_batch.notes.empty())
            return std::unexpected(whyNothing(paths));
        return std::move(m_batch);
    }

    void skip(Warning::Kind kind, const ArchiveFile &file) { m_batch.skipped.push_back({kind, file.subject, 0, {}}); }

    /// Nothing of a file in a folder has to be looked at to know that it is a text.
    [[nodiscard]] static ArchiveForm formOfFile(const ArchiveFile &file)
    {
        static const QSet<QString> others{u"xml"_s, u"json"_s, u"html"_s, u"htm"_s};
        const bool isText =
            !others.contains(QFileInfo(file.path).suffix().toLower()) && !isWordProcessorFile(file.path);
        if (!file.given && isText)
            return ArchiveForm::Text;
        return formOf(readHead(file, formHead), file.path);
    }

    /// A post's pictures may stand in another file of the same export.
    void gatherAttachments(const ArchiveFile &file)
    {
        m_progress.total += sizeOf(file);
        if (const auto opened = openToRead(file, maximumExportSize))
            m_attachments.gather(**opened, goingThrough(**opened));
        m_progress.done += sizeOf(file);
    }

    /// For what reads a long file in one go.
    [[nodiscard]] std::function<bool()> goingThrough(const QIODevice &file) const
    {
        return [this, &file] { return goesOn(file.pos()); };
    }

    [[nodiscard]] static Result<DecodedText> readDecoded(const ArchiveFile &file)
    {
        return readWhole(file, maximumTextSize).and_then([&](const QByteArray &bytes) {
            return decodeText(bytes, file.subject);
        });
    }

    [[nodiscard]] bool isAskedFor(ArchiveForm form) const
    {
        using From = ImportOptions::From;
        const From from = m_options.from;
        return from == From::Auto || (form == ArchiveForm::Text && (from == From::Markdown || from == From::Text)) ||
               (form == ArchiveForm::Html && (from == From::Medium || from == From::Html)) ||
               (form == ArchiveForm::WordPress && from == From::WordPress) ||
               (form == ArchiveForm::Ghost && from == From::Ghost);
    }

    void read(const ArchiveFile &file, ArchiveForm form)
    {
        const bool isText =
            m_options.from == ImportOptions::From::Markdown || m_options.from == ImportOptions::From::Text;
        if (isText && file.given && form != ArchiveForm::WordProcessor)
            form = ArchiveForm::Text; // as the person says
        if (form == ArchiveForm::Data || !isAskedFor(form)) {
            if (file.given) // else a feed or a map of the site that a folder makes
                skip(Warning::Kind::OtherForm, file);
            return;
        }
        if (form == ArchiveForm::WordPress)
            return readWordPress(file);
        if (form == ArchiveForm::Ghost)
            return readGhost(file);
        if (form == ArchiveForm::WordProcessor)
            return readDocument(file);
        auto decoded = readDecoded(file);
        if (!decoded)
            return m_batch.skipped.push_back(asWarning(decoded.error()));
        if (form == ArchiveForm::Html)
            return readHtml(decoded->text, file);
        m_rootsRead.insert(file.root);
        readText(*std::move(decoded), file);
    }

    void readText(DecodedText decoded, const ArchiveFile &file)
    {
        ++m_batch.read;
        const bool hasWords =
            std::ranges::any_of(decoded.text, [](QChar sign) { return sign.isLetterOrNumber() || sign.isSymbol(); });
        if (!hasWords)
            return skip(Warning::Kind::Empty, file);
        const bool markdown = isMarkdown(file, decoded.text);
        const bool namedByWeek = m_weekFolders.contains(QFileInfo(file.path).absolutePath());
        auto notes = markdown ? readMarkdownNotes(decoded.text, file, namedByWeek) : readTextNotes(decoded.text, file);
        for (RawNote &raw : notes)
            raw.note.warnings.insert(raw.note.warnings.begin(), decoded.warnings.begin(), decoded.warnings.end());
        add(std::move(notes));
    }

    void readWordPress(const ArchiveFile &file)
    {
        const auto opened = openToRead(file, maximumExportSize);
        if (!opened)
            return m_batch.skipped.push_back(asWarning(opened.error()));
        addExport(readWordPressExport(**opened, file, m_attachments, goingThrough(**opened)), file);
    }

    void readGhost(const ArchiveFile &file)
    {
        const auto bytes = readWhole(file, maximumExportSize);
        if (!bytes)
            return m_batch.skipped.push_back(asWarning(bytes.error()));
        addExport(readGhostExport(*bytes, file, [this] { return goesOn(); }), file);
    }

    void readDocument(const ArchiveFile &file)
    {
        if (file.zip || !isWordProcessorFile(file.path)) // pandoc reads files alone, and goes by their names
            return skip(Warning::Kind::OtherForm, file);
        m_rootsRead.insert(file.root);
        const auto markdown = markdownFromWordProcessor(file.path, file.subject, [this] { return goesOn(); });
        if (!markdown && markdown.error().kind == Error::Kind::Stopped)
            return;
        if (!markdown)
            return m_batch.skipped.push_back(asWarning(markdown.error()));
        ++m_batch.read;
        if (markdown->isEmpty())
            return skip(Warning::Kind::Empty, file);
        ArchiveFile document = file;
        if (const auto zip = ZipArchive::open(file.path, file.subject)) { // its pictures lie in it
            document.zip = *zip;
            document.root = file.path;
        }
        add(readMarkdownNotes(*markdown, document, false));
    }

    void readPage(const QString &html, const ArchiveFile &file, Warning::Kind without)
    {
        ++m_batch.read;
        if (auto page = readHtmlPage(html, file))
            addAlone(std::move(*page));
        else
            skip(without, file);
    }

    /// HTML in a folder is the site that its texts make, or what an account export holds beside its posts; unless
    /// there is nothing else in it.
    void readFoundPages()
    {
        for (const ArchiveFile &file : m_pages) {
            if (m_rootsRead.contains(file.root) || isPartOfSavedPage(file) || !goesOn())
                continue;
            if (const auto decoded = readDecoded(file))
                readPage(decoded->text, file, Warning::Kind::NotANote);
        }
    }

    void readHtml(const QString &html, const ArchiveFile &file)
    {
        const bool asPages = m_options.from == ImportOptions::From::Html;
        auto post = !asPages && isMediumPost(html) ? readMediumPost(html, file) : std::nullopt;
        if (!post && m_options.from == ImportOptions::From::Medium) {
            if (file.given)
                skip(Warning::Kind::OtherForm, file);
            return;
        }
        if (!post && (file.given || asPages))
            return readPage(html, file, file.given ? Warning::Kind::NoArticle : Warning::Kind::NotANote);
        if (!post)
            return m_pages.push_back(file);
        ++m_batch.read;
        m_rootsRead.insert(file.root);
        if (post->isResponse && !file.given)
            return skip(Warning::Kind::Response, file);
        addAlone(std::move(post->raw));
    }

    /// Drafts do not say whose they are.
    void readProfile(const ArchiveFile &file)
    {
        const auto decoded = readDecoded(file);
        if (!decoded)
            return;
        const MediumProfile profile = readMediumProfile(decoded->text);
        m_batch.author = profile.name;
        m_batch.authorPicture = profile.picture;
        const QString account = file.subject.section(u'/', 0, -3) + u'/';
        for (RawNote &raw : m_notes) {
            QString &author = raw.note.draft.fields.author;
            if (author.isEmpty() && raw.subject.startsWith(account))
                author = profile.name;
        }
    }

    void addExport(ExportedPosts posts, const ArchiveFile &file)
    {
        ++m_batch.read;
        m_rootsRead.insert(file.root);
        std::ranges::move(posts.warnings, std::back_inserter(m_batch.skipped));
        for (RawNote &post : posts.posts)
            addAlone(std::move(post));
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
            raw.sequence = m_texts;
            m_notes.push_back(std::move(raw));
        }
        ++m_texts;
    }

    [[nodiscard]] bool isMarkdown(const ArchiveFile &file, const QString &text) const
    {
        if (m_options.from != ImportOptions::From::Auto)
            return m_options.from == ImportOptions::From::Markdown;
        return QFileInfo(file.path).suffix().startsWith(u'm', Qt::CaseInsensitive) || looksLikeMarkdown(text);
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
    QSet<QString> m_rootsRead;        ///< the folders of which something was read
    std::vector<ArchiveFile> m_pages; ///< HTML found in folders
    WordPressAttachments m_attachments;
    ReadingProgress m_progress;
    int m_texts = 0;
};

} // namespace

Result<ImportBatch> readArchive(const QStringList &paths, const ImportOptions &options)
{
    return ArchiveReader(options).read(paths);
}

std::vector<NoteDraft> draftsOf(const ImportBatch &batch)
{
    std::vector<NoteDraft> drafts;
    for (const ImportedNote &note : batch.notes)
        drafts.push_back(note.draft);
    return drafts;
}

Result<ImportBatch> readPasted(const QString &text, const QString &name, const ImportOptions &options)
{
    return ArchiveReader(options).read(text, name);
}

} // namespace Weeknotes
