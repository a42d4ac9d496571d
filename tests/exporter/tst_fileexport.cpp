// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of a file or more a note: what they have in common. What is in the files is tested where it is made.
#include "core/clock.h"
#include "exporter/exporter.h"
#include "storage/libraryfixture.h"
#include "support/testdata.h"

#include <QGuiApplication>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace Qt::StringLiterals;

namespace {

const QString secret = u"secretword"_s;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        if (!path.contains("/.weeknotes-"_L1))
            files.insert(QDir(folder).relativeFilePath(path), read(path));
    }
    return files;
}

} // namespace

class TestFileExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_library.reset(); }
    void namesReadBack();
    void booksHaveTitles();
    void writesFiles_data();
    void writesFiles();
    void nothingHiddenGoesOut_data() { writesFiles_data(); }
    void nothingHiddenGoesOut();
    void aNameThatChangedLeavesNoOther();
    void whatIsNotOursStays_data() { writesFiles_data(); }
    void whatIsNotOursStays();
    void stopsWhole_data() { writesFiles_data(); }
    void stopsWhole();
    void booksStandBesideEachOther();

private:
    Result<ExportReport> exported(ExportForm form, const QString &title = u"A book"_s, const GoesOn &goesOn = {});
    QString out(const QString &name = {}) const
    {
        return m_fixture->path(u"out"_s) + (name.isEmpty() ? name : u'/' + name);
    }

    std::unique_ptr<LibraryFixture> m_fixture;
    std::unique_ptr<Library> m_library;
    std::vector<NoteHeader> m_notes;
};

void TestFileExport::init()
{
    m_fixture = std::make_unique<LibraryFixture>();
    m_library = m_fixture->open();
    m_notes.clear();
    for (int week = 44; week < 47; ++week) {
        NoteFields fields = titled(u"Week %1"_s.arg(week));
        fields.covers = Week::fromIso(2026, week)->days();
        fields.status = NoteStatus::Published;
        fields.published = QDateTime(fields.covers->last, QTime(16, 0), QTimeZone::UTC);
        const QString words =
            u"Open words, see [before](week:2026-W%1).\n\n<!-- private\n%2\n-->\n\n<!-- until 2027-01-01\n%2\n-->\n\n"
            "<!-- ? %2 -->\n\nThe end."_s.arg(week - 1)
                .arg(secret);
        m_notes.push_back(valueOf(m_library->addNote(fields, text(words))));
    }
    valueOf(m_library->changeSettings([](LibrarySettings &settings) {
        settings.author = u"Robin Ellery"_s;
        settings.language = u"en"_s;
    }));
}

Result<ExportReport> TestFileExport::exported(ExportForm form, const QString &title, const GoesOn &goesOn)
{
    auto source = PostSource::of(*m_library, QDate(2026, 11, 20));
    if (!source)
        return std::unexpected(source.error());
    ExportRequest request{.form = form, .folder = out(), .notes = {}, .title = title};
    for (const NoteHeader &note : source->notes())
        request.notes.push_back(note.id);
    return exportNotes(*source, request, goesOn);
}

void TestFileExport::booksHaveTitles()
{
    LibrarySettings settings;
    settings.author = u"Robin Ellery"_s;
    settings.language = u"en"_s;
    QCOMPARE(bookTitle(settings, {}), u"Weeknotes"_s);
    QCOMPARE(bookTitle(settings, {.season = {}, .year = 2019}), u"Weeknotes 2019"_s);
    QCOMPARE(bookTitle(settings, {.season = 5, .year = {}}), u"Season 5"_s);
    settings.page.siteTitle = u"The counter"_s;
    settings.seasons[5].name = u"Of printers"_s;
    QCOMPARE(bookTitle(settings, {.season = {}, .year = 2019}), u"The counter 2019"_s);
    QCOMPARE(bookTitle(settings, {.season = 5, .year = {}}), u"Of printers"_s);
}

void TestFileExport::namesReadBack()
{
    for (const QString &name : exportFormNames())
        QCOMPARE(nameOf(*exportFormFromString(name)), name);
    QVERIFY(!exportFormFromString(u"scroll"_s));
}

void TestFileExport::writesFiles_data()
{
    QTest::addColumn<ExportForm>("form");
    QTest::addColumn<QStringList>("wanted");
    QTest::newRow("markdown") << ExportForm::Markdown << QStringList{u"week-44.md"_s, u"week-45.md"_s, u"week-46.md"_s};
    QTest::newRow("hugo") << ExportForm::Hugo
                          << QStringList{u"content/posts/week-44/index.md"_s, u"content/posts/week-45/index.md"_s,
                                         u"content/posts/week-46/index.md"_s};
    QTest::newRow("jekyll") << ExportForm::Jekyll
                            << QStringList{u"_posts/2026-11-01-week-44.md"_s, u"_posts/2026-11-08-week-45.md"_s,
                                           u"_posts/2026-11-15-week-46.md"_s};
    QTest::newRow("eleventy") << ExportForm::Eleventy << QStringList{u"week-44.md"_s, u"week-45.md"_s, u"week-46.md"_s};
    QTest::newRow("medium archive") << ExportForm::MediumArchive << QStringList{u"medium-export.zip"_s};
    QTest::newRow("pdf") << ExportForm::Pdf << QStringList{u"week-44.pdf"_s, u"week-45.pdf"_s, u"week-46.pdf"_s};
    QTest::newRow("book") << ExportForm::Book << QStringList{u"a-book.pdf"_s};
}

void TestFileExport::writesFiles()
{
    QFETCH(const ExportForm, form);
    QFETCH(const QStringList, wanted);
    const ExportReport report = valueOf(exported(form));
    const auto files = filesIn(out());
    for (const QString &name : wanted)
        QVERIFY2(!files.value(name).isEmpty(), qPrintable(name + u" of "_s + files.keys().join(u' ')));
    for (const QString &file : report.files)
        QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    QCOMPARE(report.changed, files.size());
    if (form == ExportForm::MediumArchive) {
        QCOMPARE(files.keys().filter(u"posts/"_s).size(), 3);
        QVERIFY(files.contains(u"profile/profile.html"_s));
    }
}

void TestFileExport::nothingHiddenGoesOut()
{
    QFETCH(const ExportForm, form);
    QCOMPARE(valueOf(exported(form)).hiddenPassages, 6);
    const auto files = filesIn(out());
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        QVERIFY2(!file->contains(secret.toUtf8()), qPrintable(file.key()));
}

void TestFileExport::aNameThatChangedLeavesNoOther()
{
    valueOf(exported(ExportForm::Hugo));
    NoteFields fields = m_notes[0].fields;
    fields.title = u"Another title"_s;
    valueOf(m_library->saveNote(m_notes[0].id, m_notes[0].revision, fields, text(u"Words."_s)));
    valueOf(exported(ExportForm::Hugo));
    const auto files = filesIn(out());
    QVERIFY(files.contains(u"content/posts/another-title/index.md"_s));
    QVERIFY(!files.contains(u"content/posts/week-44/index.md"_s));
    QCOMPARE(files.size(), 3);
}

void TestFileExport::whatIsNotOursStays()
{
    QFETCH(const ExportForm, form);
    QFETCH(const QStringList, wanted);
    writeFile(out(wanted.front()), "by hand");
    const auto refused = exported(form);
    QCOMPARE(refused.error().kind, Error::Kind::Exists);
    QCOMPARE(refused.error().subject, out(wanted.front()));
    QCOMPARE(filesIn(out()).size(), 1);
    QCOMPARE(read(out(wanted.front())), "by hand"_ba);
}

void TestFileExport::stopsWhole()
{
    QFETCH(const ExportForm, form);
    valueOf(exported(form));
    const auto before = filesIn(out());
    for (const NoteHeader &note : m_notes)
        valueOf(m_library->saveNote(note.id, note.revision, note.fields, text(u"Other words."_s)));
    QCOMPARE(exported(form, u"A book"_s, [](int done, int) { return done < 2; }).error().kind, Error::Kind::Stopped);
    QCOMPARE(filesIn(out()), before);
}

void TestFileExport::booksStandBesideEachOther()
{
    valueOf(exported(ExportForm::Book, u"Season 5"_s));
    valueOf(exported(ExportForm::Book, u"Season 6"_s));
    QCOMPARE(filesIn(out()).keys(), QStringList({u"season-5.pdf"_s, u"season-6.pdf"_s}));
}

QTEST_MAIN(TestFileExport)
#include "tst_fileexport.moc"
