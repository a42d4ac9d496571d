// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportdialog.h"
#include "app/lookback.h"
#include "app/seasonreview.h"
#include "gui/writingtest.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::TestData;

/// Many notes at once, from the real window: two of season 5, of which one is published, one of season 4 that is ready,
/// and the draft of this week.
class TestExportDialog : public WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_counter = add(1, {5, 2}, u"5.02 — the counter"_s, NoteStatus::Published,
                        u"Eleven people.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"_s);
        add(2, {5, 1}, u"5.01 — the printer"_s, NoteStatus::Draft, u"| a | b |\n|---|---|\n| 1 | 2 |\n"_s);
        add(30, {4, 9}, u"4.09 — the queue"_s, NoteStatus::Ready, u"It was long.\n\n<!-- private\nToo long.\n-->\n"_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(4));
    }
    void cleanup() { end(); }

    void aKeyOpensIt()
    {
        ExportDialog &dialog = open();
        const QAbstractItemModelTester tester(dialog.notes().model());
        QCOMPARE(titles(dialog), QStringList({u"5.02 — the counter"_s, u"4.09 — the queue"_s}));
        QVERIFY(says(dialog, u"2 note(s) · "_s));
        QVERIFY(dialog.scopes().hasFocus());
        QTest::mouseClick(in(dialog, u"Drafts too"_s), Qt::LeftButton);
        QCOMPARE(titles(dialog).size(), 4);
        QTest::mouseClick(in(dialog, u"Published"_s), Qt::LeftButton);
        QCOMPARE(titles(dialog), QStringList(u"5.02 — the counter"_s));
        QTest::mouseClick(in(dialog, u"Book"_s), Qt::LeftButton);
        QCOMPARE(titles(dialog), QStringList(u"5.02 — the counter"_s));
        close(dialog);
        ExportDialog &another = open();
        QVERIFY(in(another, u"Site"_s)->isChecked()); // only what is made is remembered
        QCOMPARE(titles(another).size(), 2);
    }

    void itOpensOnce()
    {
        QTest::keyClicks(&editor(), u"More. "_s);
        window().actions().exportNotes->trigger();
        window().actions().exportNotes->trigger();
        QTRY_VERIFY(window().findChild<ExportDialog *>());
        window().actions().exportNotes->trigger();
        QCOMPARE(window().findChildren<ExportDialog *>().size(), 1);
    }

    void draftsAreNotCarriedToASite()
    {
        ExportDialog &files = open();
        QTest::mouseClick(in(files, u"Markdown files"_s), Qt::LeftButton);
        QTest::mouseClick(in(files, u"Drafts too"_s), Qt::LeftButton);
        QVERIFY(!says(files, u"drafts, which"_s)); // nobody else reads them
        files.setFolder(m_desk->path(u"files"_s));
        write(files, u"Write the files"_s);
        close(files);
        ExportDialog &dialog = open();
        QVERIFY(in(dialog, u"Markdown files"_s)->isChecked());
        QVERIFY(in(dialog, u"Drafts too"_s)->isChecked());
        QTest::mouseClick(in(dialog, u"Site"_s), Qt::LeftButton);
        QVERIFY(in(dialog, u"Ready and published"_s)->isChecked());
        QCOMPARE(titles(dialog).size(), 2);
        QVERIFY(!says(dialog, u"drafts, which"_s));
        QTest::mouseClick(in(dialog, u"Drafts too"_s), Qt::LeftButton);
        QVERIFY(says(dialog, u"2 of them are drafts, which readers see then."_s));
        dialog.setFolder(m_desk->path(u"site"_s));
        write(dialog, u"Update the site"_s);
        close(dialog);
        ExportDialog &last = open();
        QVERIFY(in(last, u"Site"_s)->isChecked());
        QCOMPARE(titles(last).size(), 2); // nor from one to the next
    }

    void aSiteThatLosesNotesIsSaid()
    {
        ExportDialog &dialog = open();
        QVERIFY(!says(dialog, u"these notes alone"_s));
        QTest::mouseClick(in(dialog, u"Published"_s), Qt::LeftButton);
        QVERIFY(says(dialog, u"these notes alone"_s));
        QTest::mouseClick(in(dialog, u"Drafts too"_s), Qt::LeftButton);
        QVERIFY(!says(dialog, u"these notes alone"_s));
    }

    void linksLeadToWhatGoesOutWithThem()
    {
        add(3, {4, 8}, u"4.08 — the links"_s, NoteStatus::Ready, u"[The counter](week:2026-W46) was long."_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(5));
        ExportDialog &dialog = open();
        for (const auto &alone : {u"A page each"_s, u"Jekyll"_s}) {
            QTest::mouseClick(in(dialog, alone), Qt::LeftButton);
            QTRY_VERIFY(says(dialog, u"A link to a note that stands nowhere yet becomes plain words."_s));
            for (const auto &together : {u"Site"_s, u"Hugo"_s, u"Eleventy"_s}) {
                QTest::mouseClick(in(dialog, together), Qt::LeftButton);
                QTRY_VERIFY(says(dialog, u"All of their text survives there."_s));
            }
        }
    }

    void aSeasonIsChosen()
    {
        ExportDialog &dialog = open();
        QTest::keyClick(&dialog.scopes(), Qt::Key_Down);
        QCOMPARE(dialog.scopes().currentText(), u"Season 5"_s);
        QCOMPARE(titles(dialog), QStringList(u"5.02 — the counter"_s));
        QTest::keyClick(&dialog.scopes(), Qt::Key_Down);
        QCOMPARE(titles(dialog), QStringList(u"4.09 — the queue"_s));
        QTest::mouseClick(in(dialog, u"Published"_s), Qt::LeftButton);
        QVERIFY(says(dialog, u"None of these notes is published yet."_s));
        QVERIFY(!in(dialog, u"Update the site"_s)->isEnabled());
    }

    void aSiteIsWritten()
    {
        ExportDialog &dialog = open();
        QVERIFY(says(dialog, u"no site map"_s)); // its address is not known
        QVERIFY(!in(dialog, u"Copy link"_s));
        dialog.setFolder(m_desk->path(u"site"_s));
        QCOMPARE(dialog.resultPath(), m_desk->path(u"site/index.html"_s));
        QVERIFY(!in(dialog, u"Open it"_s)->isEnabled());
        write(dialog, u"Update the site"_s);
        QVERIFY(QFile::exists(dialog.resultPath()));
        QVERIFY(says(dialog, u"The site is up to date: "_s));
        QVERIFY(says(dialog, u"One passage that readers must not see was left out."_s));
        QTRY_VERIFY(in(dialog, u"Open it"_s)->isEnabled());
        QCOMPARE(QDir(m_desk->path(u"site"_s)).entryList({u"5-0*"_s, u"4-0*"_s}, QDir::Dirs).size(), 2);
        write(dialog, u"Update the site"_s);
        QVERIFY(says(dialog, u"up to date already"_s));
        QTest::keyClick(&dialog.scopes(), Qt::Key_Down);
        QVERIFY(says(dialog, u"these notes alone"_s)); // what goes is said before
        const QUrl base(u"https://example.org/notes/"_s);
        std::ignore =
            session().notebook().changeSettings([base](LibrarySettings &settings) { settings.baseUrl = base; });
        QTRY_VERIFY(in(dialog, u"Copy link"_s));
        QTest::mouseClick(in(dialog, u"Copy link"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), base.toString());
    }

    void saysWhatDoesNotSurvive()
    {
        ExportDialog &dialog = open();
        QTRY_VERIFY(says(dialog, u"All of their text survives there."_s));
        QTest::mouseClick(in(dialog, u"Drafts too"_s), Qt::LeftButton);
        QTest::mouseClick(in(dialog, u"Medium archive"_s), Qt::LeftButton);
        QTRY_VERIFY(says(dialog, u"2 tables become lists"_s));
        QTest::mouseClick(in(dialog, u"Markdown files"_s), Qt::LeftButton);
        QVERIFY(says(dialog, u"All of their text survives there."_s));
    }

    void formsOfFilesAreWritten_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("pages") << u"A page each"_s << u"Write the pages"_s
                               << QStringList{u"5-02-the-counter/index.html"_s, u"4-09-the-queue/index.html"_s};
        QTest::newRow("pdfs") << u"A PDF each"_s << u"Write the PDFs"_s
                              << QStringList{u"5-02-the-counter.pdf"_s, u"4-09-the-queue.pdf"_s};
        QTest::newRow("markdown") << u"Markdown files"_s << u"Write the files"_s
                                  << QStringList{u"5-02-the-counter.md"_s, u"4-09-the-queue.md"_s};
        QTest::newRow("medium") << u"Medium archive"_s << u"Write the files"_s << QStringList{u"medium-export.zip"_s};
    }
    void formsOfFilesAreWritten()
    {
        QFETCH(QString, form);
        QFETCH(QString, button);
        QFETCH(QStringList, files);
        ExportDialog &dialog = open();
        QTest::mouseClick(in(dialog, form), Qt::LeftButton);
        dialog.setFolder(m_desk->path(u"out"_s));
        write(dialog, button);
        for (const QString &file : files)
            QVERIFY2(QFile::exists(m_desk->path(u"out/"_s + file)), qPrintable(file));
        QVERIFY(says(dialog, u"2 page(s) are written."_s) || says(dialog, u"2 file(s) are written."_s));
        close(dialog);
        QVERIFY(in(open(), form)->isChecked()); // it is remembered
    }

    void aBookOfASeason()
    {
        window().actions().seasonReview->trigger();
        auto *review = window().lookBack()->findChild<SeasonReview *>();
        QTRY_COMPARE(review->book().text(), u"Make a book of this season…"_s);
        QTRY_VERIFY(review->book().isVisible());
        QTest::mouseClick(&review->book(), Qt::LeftButton);
        ExportDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = window().findChild<ExportDialog *>());
        QCOMPARE(dialog->scopes().currentText(), u"Season 5"_s);
        QVERIFY(dialog->title().isVisible());
        QCOMPARE(dialog->title().placeholderText(), u"Season 5"_s);
        dialog->setFolder(m_desk->path(u"books"_s));
        QCOMPARE(dialog->resultPath(), m_desk->path(u"books/season-5.pdf"_s));
        QTest::keyClicks(&dialog->title(), u"The counter year"_s);
        QCOMPARE(dialog->resultPath(), m_desk->path(u"books/the-counter-year.pdf"_s));
        write(*dialog, u"Write the book"_s);
        QFile book(dialog->resultPath());
        QVERIFY(book.open(QIODevice::ReadOnly));
        QVERIFY(book.read(5) == "%PDF-");
        QVERIFY(says(*dialog, u"The book is written."_s));
    }

    void aStopLeavesWhatWasThere()
    {
        for (int i = 0; i < 200; ++i)
            std::ignore = session().notebook().addNote(ready(u"Note %1"_s.arg(i)), QString(4000, u'x'));
        QTRY_COMPARE_WITH_TIMEOUT(session().shelf().notes().size(), size_t(204), 20000);
        ExportDialog &dialog = open();
        const QDir out(m_desk->path(u"out"_s));
        const auto pdf = [&out] {
            QFile file(out.filePath(u"5-02-the-counter.pdf"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTest::mouseClick(in(dialog, u"A PDF each"_s), Qt::LeftButton);
        QTest::mouseClick(in(dialog, u"Published"_s), Qt::LeftButton);
        dialog.setFolder(out.path());
        write(dialog, u"Write the PDFs"_s);
        const QByteArray before = pdf();
        const auto names = [&out] { return out.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); };
        const QStringList there = names();
        QVERIFY(!before.isEmpty());
        QTest::mouseClick(in(dialog, u"Ready and published"_s), Qt::LeftButton);
        QTest::mouseClick(in(dialog, u"Write the PDFs"_s), Qt::LeftButton);
        QVERIFY(in(dialog, u"Stop"_s));
        QTest::mouseClick(in(dialog, u"Stop"_s), Qt::LeftButton);
        QVERIFY(says(dialog, u"Stopping…"_s));
        QVERIFY(!in(dialog, u"Stop"_s)->isEnabled());
        QTRY_VERIFY(in(dialog, u"Close"_s));
        QVERIFY(in(dialog, u"Close"_s)->isEnabled());
        QVERIFY(in(dialog, u"Write the PDFs"_s)->hasFocus());
        QVERIFY(dialog.isVisible());
        QVERIFY(says(dialog, u"Stopped; what stood there is as it was."_s));
        QCOMPARE(names(), there);
        QCOMPARE(pdf(), before);
    }

    void anEmptyLibraryHasNothingToExport()
    {
        session().removeNotes({m_counter});
        for (const NoteHeader &note : std::vector(session().shelf().notes()))
            session().removeNotes({note.id});
        QTRY_VERIFY(session().shelf().notes().empty());
        ExportDialog &dialog = open();
        QVERIFY(says(dialog, u"There is no note yet."_s));
        QVERIFY(!in(dialog, u"Update the site"_s)->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window().findChild<ExportDialog *>());
    }

private:
    [[nodiscard]] static NoteFields ready(const QString &title)
    {
        NoteFields fields;
        fields.kind = NoteKind::Post;
        fields.title = title;
        fields.status = NoteStatus::Ready;
        return fields;
    }
    NoteId add(int weeksAgo, const SeasonNumber &number, const QString &title, NoteStatus status, const QString &text)
    {
        NoteFields fields = ready(title);
        fields.kind = NoteKind::Weeknote;
        fields.covers = Week::of(QDate(2026, 11, 20)).plus(-weeksAgo).days();
        fields.number = number;
        fields.status = status;
        auto added = session().notebook().addNote(fields, text);
        return QTest::qWaitFor([&] { return added.isFinished(); }) ? (*added.result()).id : NoteId();
    }
    [[nodiscard]] ExportDialog &open()
    {
        window().activateWindow(); // after another dialog
        if (!QTest::qWaitForWindowActive(&window()))
            qFatal("the window is not active");
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        ExportDialog *dialog = nullptr;
        const bool opened = QTest::qWaitFor([&] {
            dialog = window().findChild<ExportDialog *>();
            return dialog && dialog->isActiveWindow();
        });
        if (!opened)
            qFatal("the export did not open");
        return *dialog;
    }
    [[nodiscard]] static QStringList titles(const ExportDialog &dialog)
    {
        QStringList titles;
        for (int row = 0; row < dialog.notes().model()->rowCount(); ++row)
            titles << dialog.notes().model()->index(row, 0).data().toString();
        return titles;
    }
    [[nodiscard]] static QPushButton *in(const ExportDialog &dialog, const QString &words)
    {
        for (auto *each : dialog.findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text().remove(u'&') == words)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] static bool says(const ExportDialog &dialog, const QString &words)
    {
        return std::ranges::any_of(dialog.findChildren<QLabel *>(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void close(ExportDialog &dialog)
    {
        dialog.reject();
        QTRY_VERIFY(!window().findChild<ExportDialog *>());
    }
    static void write(ExportDialog &dialog, const QString &words)
    {
        const QSignalSpy written(&dialog, &ExportDialog::written);
        QTRY_VERIFY(in(dialog, words)->isEnabled());
        QTest::mouseClick(in(dialog, words), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 20000);
        QCOMPARE(written.front().front().toString(), dialog.resultPath());
    }

    NoteId m_counter;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
