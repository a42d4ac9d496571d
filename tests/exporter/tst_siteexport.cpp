// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "exporter/exporter.h"
#include "storage/libraryfixture.h"
#include "support/testdata.h"

#include <QXmlStreamReader>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All files below `folder`, with their bytes, but for the exporter's own.
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        if (!path.endsWith(".weeknotes-site"_L1))
            files.insert(QDir(folder).relativeFilePath(path), read(path));
    }
    return files;
}

bool isXml(const QByteArray &data)
{
    QXmlStreamReader reader(data);
    while (!reader.atEnd())
        reader.readNext();
    return !data.isEmpty() && !reader.hasError();
}

} // namespace

class TestSiteExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_library.reset(); }
    void holdsAllPages();
    void listsYearsWithoutWeeks();
    void listsNotesWithoutADay();
    void countsMissingImages();
    void leadsToTheNotesBeside();
    void leadsToWhatIsThere();
    void isTheSameAgain();
    void writesWhatChanged();
    void isTheSameAsMadeAnew();
    void oldSlugsLeadOn();
    void leavesOutWhatIsGone();
    void leavesWhatIsNotOurs();
    void refusesWhatIsNotOurs();
    void refusesTheSiteOfAnotherLibrary();
    void refusesPagesInASite();
    void refusesTheLibrarysFolder();
    void stopsWhole();
    void embargoesEnd();
    void hidesWhatIsHidden();
    void feedsAreXml();
    void withoutAnAddress();
    void takesAnotherPicture();
    void takesOtherTemplates();
    void brokenTemplatesChangeNothing();

private:
    NoteHeader add(const QString &title, const QString &text, int week, const QStringList &tags = {});
    void save(const NoteHeader &note, const NoteFields &fields, const QString &text);
    Result<ExportReport> exported(const GoesOn &goesOn = {});
    QString site(const QString &name = {}) const
    {
        return m_fixture->path(u"site"_s) + (name.isEmpty() ? name : u'/' + name);
    }

    std::unique_ptr<LibraryFixture> m_fixture;
    std::unique_ptr<Library> m_library;
    std::vector<NoteHeader> m_notes; ///< a first, a second and a third week
    QDate m_today;
};

void TestSiteExport::init()
{
    m_fixture = std::make_unique<LibraryFixture>();
    m_library = m_fixture->open();
    m_today = QDate(2026, 11, 20);
    m_notes = {add(u"A first week"_s, u"# Tune\n\nOne song.\n\n## Other\n\nText."_s, 44, {u"Printers"_s}),
               add(u"A second week"_s, u"# Tune\n\nTwo songs, see [the first](week:2026-W44)."_s, 45,
                   {u"Printers"_s, u"Café & co"_s}),
               add(u"A third week"_s, u"# Tune\n\nThree songs."_s, 46)};
    valueOf(m_library->changeSettings([](LibrarySettings &settings) {
        settings.author = u"Robin Ellery"_s;
        settings.language = u"en"_s;
        settings.baseUrl = QUrl(u"https://robin.example/notes"_s);
        settings.page.siteAbout = u"I *work* at the counter."_s;
    }));
}

NoteHeader TestSiteExport::add(const QString &title, const QString &words, int week, const QStringList &tags)
{
    NoteFields fields = titled(title);
    fields.covers = Week::fromIso(2026, week)->days();
    fields.number = {.season = 6, .episode = week - 43};
    fields.status = NoteStatus::Published;
    fields.published = QDateTime(fields.covers->last, QTime(16, 0), QTimeZone::UTC);
    fields.tags = tags;
    return valueOf(m_library->addNote(fields, text(words)));
}

void TestSiteExport::save(const NoteHeader &note, const NoteFields &fields, const QString &words)
{
    valueOf(m_library->saveNote(note.id, note.revision, fields, text(words)));
}

Result<ExportReport> TestSiteExport::exported(const GoesOn &goesOn)
{
    auto source = PostSource::of(*m_library, m_today);
    if (!source)
        return std::unexpected(source.error());
    ExportRequest request{.form = ExportForm::Site, .folder = site(), .notes = {}};
    for (const NoteHeader &note : source->notes())
        request.notes.push_back(note.id);
    return exportNotes(*source, request, goesOn);
}

void TestSiteExport::holdsAllPages()
{
    const ExportReport report = valueOf(exported());
    QCOMPARE(report.files, QStringList(site(u"index.html"_s)));
    const QStringList wanted{u".nojekyll"_s,
                             u"404.html"_s,
                             u"a-first-week/index.html"_s,
                             u"a-second-week/index.html"_s,
                             u"a-third-week/index.html"_s,
                             u"about/index.html"_s,
                             u"archive/index.html"_s,
                             u"assets/icon.svg"_s,
                             u"assets/style.css"_s,
                             u"atom.xml"_s,
                             u"index.html"_s,
                             u"rss.xml"_s,
                             u"season/6/index.html"_s,
                             u"section/tune/index.html"_s,
                             u"sitemap.xml"_s,
                             u"tag/cafe-co/index.html"_s,
                             u"tag/printers/index.html"_s,
                             u"year/2026/index.html"_s};
    QCOMPARE(filesIn(site()).keys(), wanted);
    QCOMPARE(report.changed, wanted.size());
    const QByteArray third = read(site(u"a-third-week/index.html"_s));
    QVERIFY(third.contains("<a rel=\"prev\" href=\"../a-second-week/\">"));
    QVERIFY(!third.contains("rel=\"next\""));
    QVERIFY(read(site(u"a-second-week/index.html"_s))
                .contains("<a class=\"p-category\" href=\"../tag/cafe-co/\">Café &amp; co</a>"));
    QVERIFY(read(site(u"a-second-week/index.html"_s)).contains("<a href=\"../a-first-week/\">the first</a>"));
    QVERIFY(read(site(u"about/index.html"_s)).contains("<em>work</em>"));
    QVERIFY(read(site(u"section/tune/index.html"_s)).contains("../../a-first-week/#tune"));
}

void TestSiteExport::listsYearsWithoutWeeks()
{
    NoteFields fields = titled(u"A talk"_s);
    fields.kind = NoteKind::Post;
    fields.status = NoteStatus::Published;
    for (const int year : {2024, 2027}) {
        fields.published = QDateTime(QDate(year, 5, 1), QTime(16, 0), QTimeZone::UTC);
        valueOf(m_library->addNote(fields, text(u"Words."_s)));
    }
    m_today = QDate(2027, 6, 1);
    valueOf(exported());
    const QByteArray archive = read(site(u"archive/index.html"_s));
    QByteArrayList years;
    for (const QByteArray &year : {"2027"_ba, "2026"_ba, "2025"_ba, "2024"_ba}) {
        QVERIFY(QFile::exists(site(u"year/"_s + QString::fromLatin1(year))) ==
                archive.contains("../year/" + year + "/"));
        if (archive.contains("../year/" + year + "/"))
            years << year;
    }
    QCOMPARE(years, (QByteArrayList{"2027", "2026", "2024"}));
    QVERIFY(archive.contains("aria-label=\"2027\""));
    QVERIFY(archive.contains("aria-label=\"2026: 3 of 3 weeks\""));
}

/// The day they came in says nothing of them.
void TestSiteExport::listsNotesWithoutADay()
{
    NoteFields fields = titled(u"A recipe"_s);
    fields.kind = NoteKind::Post;
    fields.status = NoteStatus::Ready;
    valueOf(m_library->addNote(fields, text(u"Words."_s), {u"text"_s, u"key"_s, "hash"}));
    valueOf(exported());
    QVERIFY(!read(site(u"year/2026/index.html"_s)).contains("A recipe"));
    QVERIFY(read(site(u"archive/index.html"_s)).contains("<a href=\"../undated/\">Without a date</a>"));
    QVERIFY(read(site(u"undated/index.html"_s)).contains("A recipe"));
    add(u"Undated"_s, u"Words."_s, 47);
    valueOf(exported());
    QVERIFY(read(site(u"undated/index.html"_s)).contains("A recipe")); // no note takes its place
}

/// Publish shows the same notes as the page.
void TestSiteExport::leadsToTheNotesBeside()
{
    valueOf(m_library->addNote(titled(u"A recipe"_s), text(u"Words."_s), {u"text"_s, u"key"_s, "hash"}));
    const std::vector<NoteHeader> notes = valueOf(m_library->notes());
    ExportRequest request{.form = ExportForm::Site, .folder = {}, .notes = {}};
    for (const NoteHeader &note : notes)
        request.notes.push_back(note.id);
    const auto beside = pageNeighbours(notes, request, m_notes[0].id);
    QCOMPARE(beside.next->id, m_notes[1].id);
    QCOMPARE(beside.previous->fields.title, u"A recipe"_s); // of no day, and so the last
    QVERIFY(!pageNeighbours(notes, request, m_notes[2].id).next);
    valueOf(exported());
    QVERIFY(read(site(u"a-first-week/index.html"_s)).contains("<a rel=\"prev\" href=\"../a-recipe/\">"));
    request = {.form = ExportForm::Page, .folder = {}, .notes = {m_notes[0].id}};
    QVERIFY(!pageNeighbours(notes, request, m_notes[0].id).next); // it stands nowhere
    NoteFields fields = m_notes[2].fields;
    fields.canonical = QUrl(u"https://robin.example/third"_s);
    save(m_notes[2], fields, u"Words."_s);
    const std::vector<NoteHeader> published = valueOf(m_library->notes());
    QCOMPARE(pageNeighbours(published, request, m_notes[0].id).next->id, m_notes[2].id);
}

/// Each link and image that names no server leads to a file of the site.
void TestSiteExport::leadsToWhatIsThere()
{
    valueOf(exported());
    static const QRegularExpression target(u"(?:href|src)=\"([^\"]*)\""_s);
    const auto files = filesIn(site());
    int seen = 0;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (!file.key().endsWith(".html"_L1))
            continue;
        for (const auto &match : target.globalMatch(QString::fromUtf8(*file))) {
            QString place = match.captured(1);
            if (place.startsWith("https://robin.example/notes/"_L1))
                place = place.sliced(28); // of the front page
            else if (place.startsWith("/notes/"_L1))
                place = place.sliced(7);
            else if (!QUrl(place).isRelative() || place.startsWith(u'#'))
                continue;
            else
                place = QFileInfo(file.key()).path() + u'/' + place;
            place = QDir::cleanPath(
                place.section(u'#', 0, 0) +
                (place.section(u'#', 0, 0).endsWith(u'/') || place.isEmpty() ? u"index.html"_s : QString()));
            QVERIFY2(files.contains(place), qPrintable(file.key() + u": "_s + match.captured(1)));
            ++seen;
        }
    }
    QVERIFY(seen > 100);
}

void TestSiteExport::isTheSameAgain()
{
    valueOf(exported());
    const auto before = filesIn(site());
    QCOMPARE(valueOf(exported()).changed, 0);
    QCOMPARE(filesIn(site()), before);
}

void TestSiteExport::writesWhatChanged()
{
    valueOf(exported());
    const auto before = filesIn(site());
    m_fixture->advance(1h);
    save(m_notes[0], m_notes[0].fields, u"# Tune\n\nAnother song.\n\n## Other\n\nText."_s);
    const ExportReport report = valueOf(exported());
    const auto after = filesIn(site());
    QStringList changed;
    for (auto file = after.cbegin(); file != after.cend(); ++file) {
        if (before.value(file.key()) != *file)
            changed << file.key();
    }
    QCOMPARE(changed,
             QStringList({u"a-first-week/index.html"_s, u"atom.xml"_s, u"rss.xml"_s, u"section/tune/index.html"_s}));
    QCOMPARE(report.changed, changed.size());
}

/// Step by step it comes to what it would be at once.
void TestSiteExport::isTheSameAsMadeAnew()
{
    valueOf(exported());
    NoteFields fields = m_notes[1].fields;
    fields.tags = {u"Printers"_s, u"Toner"_s};
    fields.title = u"A second, longer week"_s;
    save(m_notes[1], fields, u"Nothing."_s);
    valueOf(exported());
    add(u"A fourth week"_s, u"# Tune\n\nNone."_s, 47, {u"Toner"_s});
    valueOf(exported());
    auto grown = filesIn(site());
    grown.remove(u"_redirects"_s);
    grown.remove(u"a-second-week/index.html"_s);
    QVERIFY(QDir(site()).removeRecursively());
    valueOf(exported());
    const auto anew = filesIn(site());
    QCOMPARE(grown.keys(), anew.keys());
    for (auto file = anew.cbegin(); file != anew.cend(); ++file)
        QCOMPARE(grown.value(file.key()), *file);
}

void TestSiteExport::oldSlugsLeadOn()
{
    valueOf(exported());
    NoteFields fields = m_notes[1].fields;
    fields.title = u"Another title"_s;
    save(m_notes[1], fields, u"Text."_s);
    valueOf(exported());
    const QByteArray moved = read(site(u"a-second-week/index.html"_s));
    QVERIFY(moved.contains("content=\"0; url=../another-title/\""));
    QVERIFY(moved.contains("<link rel=\"canonical\" href=\"https://robin.example/notes/another-title/\">"));
    QCOMPARE(read(site(u"_redirects"_s)), "/notes/a-second-week/ /notes/another-title/ 301\n"_ba);
    QVERIFY(!read(site(u"sitemap.xml"_s)).contains("a-second-week"));
    QCOMPARE(valueOf(exported()).changed, 0);
    // A new note takes the name, which is its own then.
    add(u"A second week"_s, u"Text."_s, 47);
    valueOf(exported());
    QVERIFY(read(site(u"a-second-week/index.html"_s)).contains("<h1 class=\"p-name\">A second week</h1>"));
    QVERIFY(!QFileInfo::exists(site(u"_redirects"_s)));
}

void TestSiteExport::leavesOutWhatIsGone()
{
    valueOf(exported());
    valueOf(m_library->removeNotes({m_notes[1].id}));
    QCOMPARE(valueOf(exported()).goneNotes, 1);
    QVERIFY(!QFileInfo::exists(site(u"a-second-week"_s)));
    QVERIFY(!QFileInfo::exists(site(u"tag/cafe-co"_s)));
    QVERIFY(!read(site(u"archive/index.html"_s)).contains("cafe-co"));
}

void TestSiteExport::leavesWhatIsNotOurs()
{
    valueOf(exported());
    writeFile(site(u"CNAME"_s), "robin.example");
    writeFile(site(u"a-second-week/notes.txt"_s), "mine");
    writeFile(site(u"a-second-week/index.html"_s), read(site(u"a-second-week/index.html"_s)) + "<!-- by hand -->");
    valueOf(m_library->removeNotes({m_notes[1].id}));
    valueOf(exported());
    QCOMPARE(read(site(u"CNAME"_s)), "robin.example"_ba);
    QCOMPARE(read(site(u"a-second-week/notes.txt"_s)), "mine"_ba);
    QVERIFY(read(site(u"a-second-week/index.html"_s)).endsWith("<!-- by hand -->"));
}

void TestSiteExport::refusesWhatIsNotOurs()
{
    writeFile(site(u"index.html"_s), "<p>A front page by hand");
    const auto refused = exported();
    QCOMPARE(refused.error().kind, Error::Kind::Exists);
    QCOMPARE(refused.error().subject, site(u"index.html"_s));
    QCOMPARE(filesIn(site()).size(), 1);
    QVERIFY(QFile::remove(site(u"index.html"_s)));
    valueOf(exported());
    writeFile(site(u"assets/style.css"_s), "body { color: red }");
    valueOf(m_library->changeSettings([](LibrarySettings &settings) { settings.page.colour = u"#884400"_s; }));
    QCOMPARE(exported().error().kind, Error::Kind::Exists);
    QCOMPARE(read(site(u"assets/style.css"_s)), "body { color: red }"_ba);
}

/// They have other links, and the site's would be gone.
void TestSiteExport::refusesPagesInASite()
{
    valueOf(exported());
    const auto before = filesIn(site());
    auto source = PostSource::of(*m_library, m_today);
    const ExportRequest request{.form = ExportForm::Page, .folder = site(), .notes = {source->notes().front().id}};
    QCOMPARE(exportNotes(*source, request).error(),
             (Error{.kind = Error::Kind::Exists, .subject = site(), .detail = u"site"_s}));
    QCOMPARE(filesIn(site()), before);
}

void TestSiteExport::refusesTheLibrarysFolder()
{
    const auto before = filesIn(m_library->folder()).keys();
    auto source = PostSource::of(*m_library, m_today);
    for (const QString &name : exportFormNames()) {
        const ExportRequest request{.form = *exportFormFromString(name),
                                    .folder = m_library->folder() + (name == "pdf"_L1 ? u"/images"_s : u"/."_s),
                                    .notes = {source->notes().front().id}};
        QCOMPARE(exportNotes(*source, request).error().kind, Error::Kind::Exists);
    }
    QCOMPARE(filesIn(m_library->folder()).keys(), before);
}

/// Its pages would all go.
void TestSiteExport::refusesTheSiteOfAnotherLibrary()
{
    valueOf(exported());
    const auto before = filesIn(site());
    const LibraryFixture other;
    const auto library = other.open();
    auto source = PostSource::of(*library, m_today);
    const auto refused = exportNotes(*source, {.form = ExportForm::Site, .folder = site(), .notes = {}});
    QCOMPARE(refused.error(), (Error{.kind = Error::Kind::Exists, .subject = site()}));
    QCOMPARE(filesIn(site()), before);
}

void TestSiteExport::stopsWhole()
{
    QCOMPARE(exported([](int, int) { return false; }).error().kind, Error::Kind::Stopped);
    QVERIFY(!QFileInfo::exists(site()));
    valueOf(exported());
    const auto before = filesIn(site());
    save(m_notes[0], m_notes[0].fields, u"Other words."_s);
    QCOMPARE(exported([](int done, int) { return done < 2; }).error().kind, Error::Kind::Stopped);
    QCOMPARE(filesIn(site()), before);
    QCOMPARE(QDir(site()).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).filter(u"weeknotes-"_s),
             QStringList());
}

void TestSiteExport::embargoesEnd()
{
    const NoteHeader note = add(u"Soon"_s, u"Open.\n\n<!-- until 2026-11-25\nThe news.\n-->"_s, 47);
    valueOf(exported());
    QVERIFY(!read(site(u"soon/index.html"_s)).contains("The news."));
    m_today = QDate(2026, 11, 24);
    QCOMPARE(valueOf(exported()).changed, 0);
    m_today = QDate(2026, 11, 25);
    valueOf(exported());
    QVERIFY(read(site(u"soon/index.html"_s)).contains("The news."));
    QVERIFY(read(site(u"atom.xml"_s)).contains("The news."));
}

void TestSiteExport::countsMissingImages()
{
    const int before = valueOf(exported()).missingImages;
    add(u"Lost"_s, u"![A cat](images/cat.png)\n\n![A cat](images/cat.png) ![A dog](images/dog.png)\n"_s, 47);
    QCOMPARE(valueOf(exported()).missingImages, before + 2);
    QCOMPARE(valueOf(exported()).missingImages, before + 2); // it is said each time
    QVERIFY(read(site(u"lost/index.html"_s)).contains("<figure><div class=\"lost\">A cat</div></figure>"));
}

void TestSiteExport::hidesWhatIsHidden()
{
    add(u"Quiet"_s,
        u"# Tune\n\nOpen.\n\n<!-- private\nsecretword\n-->\n\n<!-- until 2027-01-01\n# secretword\n\nMore secretword.\n-->\n\n<!-- ? secretword -->"_s,
        47);
    QCOMPARE(valueOf(exported()).hiddenPassages, 2);
    QCOMPARE(valueOf(exported()).hiddenPassages, 2); // of notes that are not read again, too
    for (QDirIterator it(site(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        QVERIFY2(!read(path).contains("secretword"), qPrintable(path));
    }
}

void TestSiteExport::feedsAreXml()
{
    add(u"<b>&\u0001 ]]> \uFFFF"_s, u"Text with \u0001 ]]> and ![a](images/none.png) [f](#x)[^1]\n\n[^1]: Note."_s, 47,
        {u"\"<"_s});
    valueOf(exported());
    for (const auto &name : {u"atom.xml"_s, u"rss.xml"_s, u"sitemap.xml"_s})
        QVERIFY2(isXml(read(site(name))), qPrintable(name));
    const QByteArray atom = read(site(u"atom.xml"_s));
    QCOMPARE(atom.count("<entry>"), 4);
    QVERIFY(atom.contains("<id>urn:uuid:" + m_notes[0].id.toString().toLatin1() + "</id>"));
    QVERIFY(atom.contains("href=&quot;https://robin.example/notes/a-first-week/&quot;"));
    QVERIFY(!atom.contains("href=&quot;#"));
    QVERIFY(read(site(u"rss.xml"_s)).contains("<pubDate>Sun, 15 Nov 2026 16:00:00 GMT</pubDate>"));
}

void TestSiteExport::withoutAnAddress()
{
    valueOf(m_library->changeSettings([](LibrarySettings &settings) { settings.baseUrl.clear(); }));
    valueOf(exported());
    for (const auto &name : {u"atom.xml"_s, u"rss.xml"_s, u"sitemap.xml"_s, u"robots.txt"_s})
        QVERIFY2(!QFileInfo::exists(site(name)), qPrintable(name));
    QVERIFY(!read(site(u"index.html"_s)).contains("atom.xml"));
    // At the root of a server, robots.txt is looked for.
    valueOf(m_library->changeSettings(
        [](LibrarySettings &settings) { settings.baseUrl = QUrl(u"https://robin.example"_s); }));
    valueOf(exported());
    QVERIFY(read(site(u"robots.txt"_s)).contains("Sitemap: https://robin.example/sitemap.xml"));
}

/// Its name tells what it is, so that pages name another one then.
void TestSiteExport::takesAnotherPicture()
{
    const auto take = [this](const QByteArray &picture) {
        valueOf(m_library->changeSettings([&](LibrarySettings &settings) { settings.page.picture = picture; }));
        valueOf(exported());
    };
    take("\x89PNG\r\n");
    take("\xFF\xD8\xFF");
    const QByteArray page = read(site(u"a-first-week/index.html"_s));
    QVERIFY(page.contains("src=\"../assets/author.jpg\""));
    QVERIFY(QFileInfo::exists(site(u"assets/author.jpg"_s)));
    QVERIFY(!QFileInfo::exists(site(u"assets/author.png"_s)));
}

void TestSiteExport::takesOtherTemplates()
{
    valueOf(exported());
    const QString folder = m_fixture->path(u"templates"_s);
    writeFile(folder + u"/rows.html"_s, "{% for note in rows %}<p class=\"mine\">{{ note.title }}</p>{% endfor %}");
    valueOf(m_library->changeSettings([&folder](LibrarySettings &settings) { settings.page.templates = folder; }));
    valueOf(exported());
    QVERIFY(read(site(u"season/6/index.html"_s)).contains("<p class=\"mine\">A first week</p>"));
    QVERIFY(read(site(u"a-first-week/index.html"_s)).contains("<h1 class=\"p-name\">A first week</h1>"));
}

void TestSiteExport::brokenTemplatesChangeNothing()
{
    valueOf(exported());
    const auto before = filesIn(site());
    const QString folder = m_fixture->path(u"templates"_s);
    writeFile(folder + u"/list.html"_s, "{% for note in rows %}no end");
    valueOf(m_library->changeSettings([&folder](LibrarySettings &settings) { settings.page.templates = folder; }));
    const auto broken = exported();
    QCOMPARE(broken.error().kind, Error::Kind::Malformed);
    QVERIFY(broken.error().subject.endsWith("list.html"_L1));
    QVERIFY(!broken.error().detail.isEmpty());
    QCOMPARE(filesIn(site()), before);
    valueOf(
        m_library->changeSettings([](LibrarySettings &settings) { settings.page.templates = u"/nowhere/at/all"_s; }));
    QCOMPARE(exported().error().kind, Error::Kind::NoTemplates);
    QCOMPARE(filesIn(site()), before);
}

QTEST_GUILESS_MAIN(TestSiteExport)
#include "tst_siteexport.moc"
