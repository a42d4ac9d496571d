// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/siteexport.h"

#include "exporter/pagethread.h"
#include "exporter/sitestate.h"
#include "html/readhtml.h"
#include "publisher/feeds.h"
#include "publisher/folderupdate.h"
#include "publisher/slug.h"
#include "publisher/words.h"
#include "publisher/writer.h"

#include <QCryptographicHash>
#include <QSaveFile>

#include <algorithm>
#include <atomic>
#include <ranges>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t notesInFeed = 20;
constexpr size_t pagesAhead = 8;

QByteArray joinedDigest(const QStringList &parts, const QByteArray &more = {})
{
    return QCryptographicHash::hash(parts.join(QChar(0)).toUtf8() + '\0' + more, QCryptographicHash::Sha1);
}

class SiteExport
{
public:
    SiteExport(const PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
        : m_source(source)
        , m_request(request)
        , m_goesOn(goesOn)
        , m_update(request.folder, [this](const QString &name) { return isOurs(name); })
    {
    }

    Result<ExportReport> run();

private:
    [[nodiscard]] bool isOurs(const QString &name) const;
    void chooseNotes(const std::vector<Pause> &pauses);
    /// What readers may see of a note, and what is to be known of it.
    struct Reading
    {
        std::shared_ptr<const Markdown::Document> readable;
        SiteFacts facts;
    };
    [[nodiscard]] Result<Reading> readNote(size_t note);
    [[nodiscard]] Post postOf(size_t note, const Reading &reading);
    void digestLook();
    [[nodiscard]] QByteArray inputsOf(size_t note, const SiteFacts &facts) const;
    [[nodiscard]] Result<void> putNotes();
    /// A note whose page is under way.
    struct Making
    {
        size_t note = 0;
        SiteFacts facts;
        bool lacksImages = false;
        std::future<Result<Page>> page;
    };
    [[nodiscard]] bool keepNote(size_t note);
    [[nodiscard]] Result<void> putNote(Making &making);
    [[nodiscard]] Result<void> orderLists();
    [[nodiscard]] Result<void> makeLists(PageMaker &maker);
    [[nodiscard]] Result<void> putLists();
    [[nodiscard]] Result<void> putFeeds();
    [[nodiscard]] Result<void> putMoved();
    [[nodiscard]] Result<void> putRest();
    [[nodiscard]] Result<void> put(const QString &name, const QByteArray &data);
    void keep(const QString &name) { m_after.files.keep(m_before.files, name); }
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] std::optional<PostLink> linkTo(size_t note) const;
    [[nodiscard]] PageThread &thread() { return m_thread ? *m_thread : m_thread.emplace(m_source.settings()); }

    PostSource m_source;
    const ExportRequest &m_request;
    const GoesOn &m_goesOn;
    SiteState m_before;
    SiteState m_after;
    FolderUpdate m_update;
    std::optional<PageMaker> m_maker;
    std::optional<Site> m_site;
    std::vector<SiteList> m_lists;
    QHash<NoteId, QString> m_places; ///< of the pages, as they lie from each other
    QByteArray m_look;
    QHash<QString, QByteArray> m_digests; ///< of the files that were made
    ExportReport m_report;
    struct DueList
    {
        const SiteList *list = nullptr; ///< one of m_lists
        Result<QByteArray> page = std::unexpected(Error{.kind = Error::Kind::Internal, .subject = u"a list"_s});
    };
    std::vector<DueList> m_dueLists;
    std::atomic<size_t> m_nextList = 0;
    std::future<Result<void>> m_listsBeside;
    std::optional<PageThread> m_thread; ///< the last, so that what it works on outlives it
};

/// Files of an earlier export, and pages of one that left no state, or whose state is gone.
bool SiteExport::isOurs(const QString &name) const
{
    return m_before.files.holdsSame(m_request.folder, name) ||
           (name.endsWith(".html"_L1) && isOwnPage(m_update.path(name)));
}

Result<ExportReport> SiteExport::run()
{
    auto library = m_source.library().id();
    if (!library)
        return std::unexpected(library.error());
    m_after.library = *std::move(library);
    auto before = std::async(std::launch::async, SiteState::read, m_request.folder);
    auto maker = PageMaker::make(m_source.settings());
    if (!maker)
        return std::unexpected(maker.error());
    m_maker = *std::move(maker);
    const auto pauses = m_source.library().pauses();
    if (!pauses)
        return std::unexpected(pauses.error());
    chooseNotes(*pauses);
    digestLook();
    m_before = before.get();
    if (!m_before.library.isEmpty() && m_before.library != m_after.library) // whose pages would all go
        return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = m_request.folder});
    for (const auto step : {&SiteExport::putNotes, &SiteExport::orderLists, &SiteExport::putFeeds,
                            &SiteExport::putMoved, &SiteExport::putRest, &SiteExport::putLists, &SiteExport::finish}) {
        if (auto done = (this->*step)(); !done) {
            m_nextList = m_dueLists.size(); // nobody waits for the rest
            return std::unexpected(done.error());
        }
    }
    for (const SiteNote &note : m_site->notes())
        m_report.hiddenPassages += note.facts.hiddenPassages;
    m_report.goneNotes = int(std::ranges::count_if(m_before.notes.keyBegin(), m_before.notes.keyEnd(),
                                                   [this](const NoteId &id) { return !m_places.contains(id); }));
    m_report.files << m_update.path(u"index.html"_s);
    return std::move(m_report);
}

void SiteExport::chooseNotes(const std::vector<Pause> &pauses)
{
    const QSet<NoteId> chosen(m_request.notes.begin(), m_request.notes.end());
    std::vector<SiteNote> notes;
    for (const NoteHeader &header : m_source.notes()) {
        if (!chosen.contains(header.id))
            continue;
        notes.push_back({.header = header, .slug = m_source.slugs().value(header.id), .facts = {}});
        m_places.insert(header.id, pageBeside(notes.back().slug));
    }
    m_site.emplace(m_source.settings(), std::move(notes), pauses, m_source.today());
    m_source.setPageOf([this](const NoteHeader &linked) { return QUrl(m_places.value(linked.id)); });
}

Result<SiteExport::Reading> SiteExport::readNote(size_t index)
{
    return m_source.library().note(m_site->notes()[index].header.id).transform([&](const Note &note) {
        const auto whole = Markdown::Document::parse(note.text);
        const auto readable = whole->forReaders(m_source.today(), readHtml);
        return Reading{readable, siteFactsOf(*whole, *readable, note.header.fields.title, m_source.today())};
    });
}

Post SiteExport::postOf(size_t note, const Reading &reading)
{
    Post post = m_source.post(m_site->notes()[note].header, reading.readable, [this](const Error &lost) {
        if (!std::ranges::contains(m_report.lost, lost)) // a feed asks again
            m_report.lost.push_back(lost);
    });
    post.tagPages = m_site->tagPages();
    post.next = note > 0 ? linkTo(note - 1) : std::nullopt;
    post.previous = linkTo(note + 1);
    return post;
}

std::optional<PostLink> SiteExport::linkTo(size_t note) const
{
    if (note >= m_site->notes().size())
        return std::nullopt;
    const SiteNote &there = m_site->notes()[note];
    return PostLink{m_site->titleOf(there), m_places.value(there.header.id)};
}

/// What all pages depend on.
void SiteExport::digestLook()
{
    const LibrarySettings &settings = m_source.settings();
    const PageSettings &page = settings.page;
    QStringList look{QStringLiteral(WEEKNOTES_VERSION),
                     settings.author,
                     m_site->language(),
                     m_site->title(),
                     settings.baseUrl.toString(),
                     page.colour,
                     page.footer,
                     page.siteDescription,
                     page.siteAbout,
                     QString::number(int(page.dropCap))};
    for (const ImageFile &asset : m_maker->assets(m_site->title()))
        look << asset.name;
    m_look = joinedDigest(look, templatesDigest(page.templates));
}

QByteArray SiteExport::inputsOf(size_t index, const SiteFacts &facts) const
{
    const SiteNote &note = m_site->notes()[index];
    QStringList parts{QString::number(note.header.revision), note.slug, facts.nextRelease.toString(Qt::ISODate)};
    for (const auto &beside : {index > 0 ? linkTo(index - 1) : std::nullopt, linkTo(index + 1)})
        parts << (beside ? beside->title : QString()) << (beside ? beside->target : QString());
    for (const QString &tag : note.header.fields.tags)
        parts << m_site->tagPages().value(tag);
    for (const QString &reference : facts.references) {
        const auto linked = m_source.linked(reference);
        parts << (linked ? m_places.value(linked->id, linked->fields.canonical.toString()) : QString());
    }
    return joinedDigest(parts, m_look);
}

/// Reading, making and writing go on side by side: while one note's page is made, the next is read and the last
/// written.
Result<void> SiteExport::putNotes()
{
    const size_t count = m_site->notes().size();
    std::deque<Making> making;
    for (size_t note = 0; note < count; ++note) {
        if (m_goesOn && !m_goesOn(int(note), int(count)))
            return std::unexpected(Error{.kind = Error::Kind::Stopped});
        if (keepNote(note))
            continue;
        auto reading = readNote(note);
        if (!reading)
            return std::unexpected(reading.error());
        const Post post = postOf(note, *reading);
        m_report.missingImages += post.missingImages;
        auto page =
            thread().make([post, frame = m_site->frame(1)](PageMaker &maker) { return maker.page(post, frame); });
        making.push_back({note, std::move(reading->facts), post.missingImages > 0, std::move(page)});
        if (making.size() <= pagesAhead)
            continue;
        if (auto done = putNote(making.front()); !done)
            return done;
        making.pop_front();
    }
    for (Making &each : making) {
        if (auto done = putNote(each); !done)
            return done;
    }
    return {};
}

/// What was made of a note before holds as long as nothing it depends on changed, and the files are there.
bool SiteExport::keepNote(size_t index)
{
    const SiteNote &note = m_site->notes()[index];
    const auto before = m_before.notes.constFind(note.header.id);
    if (before == m_before.notes.cend() || before->revision != note.header.revision)
        return false;
    const QDate release = before->facts.nextRelease;
    const auto isThere = [this](const QString &name) { return m_before.files.isAsLeft(m_request.folder, name); };
    if ((release.isValid() && release <= m_source.today()) || before->inputs != inputsOf(index, before->facts) ||
        !std::ranges::all_of(before->files, isThere))
        return false;
    std::ranges::for_each(before->files, [this](const QString &name) { keep(name); });
    m_after.notes.insert(note.header.id, *before);
    m_site->setFacts(index, before->facts);
    return true;
}

Result<void> SiteExport::putNote(Making &making)
{
    const SiteNote &note = m_site->notes()[making.note];
    const auto page = making.page.get();
    if (!page)
        return std::unexpected(page.error());
    QStringList files{page->slug + "/index.html"_L1};
    auto done = put(files.front(), page->html);
    for (auto image = page->images.begin(); done && image != page->images.end(); ++image) {
        files << page->slug + u'/' + image->name;
        done = put(files.back(), image->data);
    }
    QByteArray inputs = inputsOf(making.note, making.facts);
    if (making.lacksImages)
        inputs += "lacks images"; // which may come back, and nothing else tells: so that it is made again
    m_after.notes.insert(note.header.id, {note.slug, note.header.revision, inputs, files, making.facts});
    m_site->setFacts(making.note, std::move(making.facts));
    return done;
}

/// The thread begins with those that are due.
Result<void> SiteExport::orderLists()
{
    m_lists = m_site->lists();
    for (const SiteList &list : m_lists) {
        const QByteArray inputs = joinedDigest({list.file, list.form}, m_look + list.inputs);
        m_after.lists.insert(list.file, inputs);
        if (m_before.lists.value(list.file) == inputs && m_before.files.isAsLeft(m_request.folder, list.file))
            keep(list.file);
        else
            m_dueLists.push_back({&list});
    }
    if (m_dueLists.size() > 1)
        m_listsBeside = thread().make([this](PageMaker &maker) { return makeLists(maker); });
    return {};
}

/// On both threads: one list may be as long as many others, so each takes the next one when it is done with its last.
Result<void> SiteExport::makeLists(PageMaker &maker)
{
    for (size_t at = m_nextList++; at < m_dueLists.size(); at = m_nextList++) {
        const SiteList &list = *m_dueLists[at].list;
        m_dueLists[at].page = maker.page(list.form, list.head, list.frame, list.values());
    }
    return {};
}

Result<void> SiteExport::putLists()
{
    auto done = makeLists(*m_maker);
    if (m_listsBeside.valid())
        m_listsBeside.wait(); // without templates of its own the thread has left all of them
    for (const auto &[list, page] : m_dueLists) {
        if (done)
            done = page ? put(list->file, *page) : std::unexpected(page.error());
    }
    return done;
}

/// They name whole addresses, so that there are none where the site's is unknown.
Result<void> SiteExport::putFeeds()
{
    if (m_site->address(u"atom.xml"_s).isEmpty())
        return {};
    const auto &notes = m_site->notes();
    const size_t count = std::min(notesInFeed, notes.size());
    QByteArray inputs = m_look;
    for (size_t note = 0; note < count; ++note)
        inputs += m_after.notes.value(notes[note].header.id).inputs;
    inputs = joinedDigest({u"feeds"_s}, inputs);
    m_after.lists.insert(u"atom.xml"_s, inputs);
    const QStringList names{u"atom.xml"_s, u"rss.xml"_s};
    const auto isThere = [this](const QString &name) { return m_before.files.isAsLeft(m_request.folder, name); };
    if (m_before.lists.value(u"atom.xml"_s) == inputs && std::ranges::all_of(names, isThere)) {
        std::ranges::for_each(names, [this](const QString &name) { keep(name); });
        return {};
    }
    std::vector<FeedEntry> entries;
    for (size_t note = 0; note < count; ++note) {
        const auto reading = readNote(note);
        if (!reading)
            return std::unexpected(reading.error());
        entries.push_back({notes[note].header.id, notes[note].header.updated.toUTC(), postOf(note, *reading)});
    }
    FeedHead head{.title = m_site->title(),
                  .description = m_site->frame(0).description,
                  .language = m_site->language(),
                  .author = m_source.settings().author.simplified(),
                  .site = m_site->address(u"index.html"_s),
                  .self = m_site->address(names[0])};
    if (auto done = put(names[0], atomFeed(head, entries)); !done)
        return done;
    head.self = m_site->address(names[1]);
    return put(names[1], rssFeed(head, entries));
}

/// Old slugs of notes that are here lead to their new ones: by a page that any server shows, and by Netlify's own list.
Result<void> SiteExport::putMoved()
{
    m_after.moved = m_before.moved;
    QSet<QString> taken;
    for (const SiteNote &note : m_site->notes()) {
        taken.insert(note.slug);
        if (const auto before = m_before.notes.constFind(note.header.id);
            before != m_before.notes.cend() && before->slug != note.slug)
            m_after.moved[before->slug] = note.header.id;
    }
    m_after.moved.removeIf(
        [&](const auto &moved) { return taken.contains(moved.key()) || !m_places.contains(moved.value()); });
    QByteArray list;
    const QString base = m_source.settings().baseUrl.path();
    for (const auto &[slug, id] : m_after.moved.asKeyValueRange()) {
        const auto note = std::ranges::find(m_site->notes(), id, [](const SiteNote &each) { return each.header.id; });
        const PageHead head{pageWords(m_site->language()).moved,
                            {},
                            m_site->language(),
                            m_site->address(note->slug + "/index.html"_L1)};
        const QVariantHash moved{{u"url"_s, m_places.value(id)}, {u"title"_s, m_site->titleOf(*note)}};
        const auto page = m_maker->page(u"moved.html"_s, head, m_site->frame(1), {{u"moved"_s, moved}});
        if (!page)
            return std::unexpected(page.error());
        if (auto done = put(slug + "/index.html"_L1, *page); !done)
            return done;
        const QString root = base.endsWith(u'/') ? base : base + u'/';
        list += (root + slug + "/ "_L1 + root + note->slug + "/ 301\n"_L1).toUtf8();
    }
    return list.isEmpty() ? Result<void>() : put(u"_redirects"_s, list);
}

Result<void> SiteExport::putRest()
{
    std::vector<ImageFile> files;
    for (ImageFile &asset : m_maker->assets(m_site->title()))
        files.push_back({u"assets/"_s + asset.name, std::move(asset.data)});
    files.push_back({u".nojekyll"_s, {}}); // GitHub Pages: serve it as it is
    if (const QUrl front = m_site->address(u"index.html"_s); !front.isEmpty()) {
        std::vector<SitemapEntry> entries;
        for (const SiteList &list : m_lists) {
            if (!list.head.address.isEmpty())
                entries.push_back({list.head.address, {}});
        }
        for (const SiteNote &note : m_site->notes())
            entries.push_back({m_site->address(note.slug + "/index.html"_L1), note.header.updated.date()});
        files.push_back({u"sitemap.xml"_s, sitemap(entries)});
        if (front.path() == "/"_L1) { // elsewhere nobody looks for it
            const QUrl map = m_site->address(u"sitemap.xml"_s);
            files.push_back({u"robots.txt"_s, "User-agent: *\nAllow: /\nSitemap: " + map.toEncoded() + '\n'});
        }
    }
    for (const ImageFile &file : files) {
        if (auto done = put(file.name, file.data); !done)
            return done;
    }
    return {};
}

Result<void> SiteExport::put(const QString &name, const QByteArray &data)
{
    m_digests.insert(name, fileDigest(data));
    return m_update.put(name, data);
}

Result<void> SiteExport::finish()
{
    for (const QString &name : m_before.files.names()) {
        if (!m_after.files.contains(name) && !m_digests.contains(name) &&
            m_before.files.holdsSame(m_request.folder, name))
            m_update.remove(name);
    }
    const auto changed = m_update.commit();
    if (!changed)
        return std::unexpected(changed.error());
    m_report.changed = *changed;
    for (auto made = m_digests.cbegin(); made != m_digests.cend(); ++made)
        m_after.files.add(m_request.folder, made.key(), *made);
    QSaveFile state(m_update.path(SiteState::fileName));
    if (!state.open(QIODevice::WriteOnly) || state.write(m_after.toBytes()) < 0 || !state.commit())
        return std::unexpected(
            Error{.kind = Error::Kind::NotWritable, .subject = state.fileName(), .detail = state.errorString()});
    return {};
}

} // namespace

Result<ExportReport> exportSite(PostSource &source, const ExportRequest &request, const GoesOn &goesOn)
{
    return SiteExport(source, request, goesOn).run();
}

} // namespace Weeknotes
