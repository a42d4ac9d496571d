// SPDX-License-Identifier: GPL-3.0-or-later
// What finding and replacing cost in a note of 100,000 words.
#include "editor/markdownedit.h"
#include "find/textfinder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QString longText(const QString &between)
{
    return (u"Eleven people asked for a printer this week, again."_s + between).repeated(11'000);
}

} // namespace

class BenchFind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void find_data()
    {
        QTest::addColumn<QString>("sought");
        QTest::addColumn<bool>("expression");
        QTest::newRow("a letter") << u"e"_s << false;
        QTest::newRow("a word") << u"printer"_s << false;
        QTest::newRow("nothing") << u"zebra"_s << false;
        QTest::newRow("every word") << u"\\w+"_s << true;
        QTest::newRow("two words") << u"(\\w+) week"_s << true;
        QTest::newRow("every character") << u"."_s << true;
    }
    void find()
    {
        QFETCH(QString, sought);
        QFETCH(bool, expression);
        const QString text = longText(u"\n\n"_s);
        const TextFinder finder(sought, {.regularExpression = expression});
        QBENCHMARK
        {
            QVERIFY(!finder.find(text).gaveUp);
        }
    }

    void keystrokeWithMarks_data()
    {
        QTest::addColumn<QString>("between");
        QTest::newRow("paragraphs") << u"\n\n"_s;
        QTest::newRow("one paragraph") << u" "_s;
    }
    /// With the search that follows it.
    void keystrokeWithMarks()
    {
        QFETCH(QString, between);
        MarkdownEdit edit;
        open(edit, between);
        const TextFinder finder(u"e"_s, {});
        edit.found().set(finder.find(edit.markdown()).ranges);
        QBENCHMARK
        {
            QTest::keyClick(&edit, Qt::Key_X);
            edit.viewport()->grab();
            edit.found().set(finder.find(edit.markdown()).ranges);
        }
    }
    void keystroke_data() { keystrokeWithMarks_data(); }
    void keystroke()
    {
        QFETCH(QString, between);
        MarkdownEdit edit;
        open(edit, between);
        QBENCHMARK
        {
            QTest::keyClick(&edit, Qt::Key_X);
            edit.viewport()->grab();
        }
    }

    void replaceAll()
    {
        MarkdownEdit edit;
        open(edit, u"\n\n"_s);
        const TextFinder finder(u"printer"_s, {});
        QBENCHMARK_ONCE
        {
            edit.replaceEach(finder.replacements(edit.markdown(), u"plotter"_s));
            edit.viewport()->grab();
        }
        QVERIFY(!edit.markdown().contains(u"printer"_s));
    }
    void takeAllBack()
    {
        MarkdownEdit edit;
        open(edit, u"\n\n"_s);
        edit.replaceEach(TextFinder(u"printer"_s, {}).replacements(edit.markdown(), u"plotter"_s));
        QBENCHMARK_ONCE
        {
            edit.undo();
            edit.viewport()->grab();
        }
        QVERIFY(!edit.markdown().contains(u"plotter"_s));
    }

private:
    static void open(MarkdownEdit &edit, const QString &between)
    {
        edit.resize(700, 900);
        edit.setMarkdown(longText(between));
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        edit.setCursorOffset(int(edit.markdown().size() / 2));
        edit.ensureCursorVisible();
        edit.grab();
    }
};

QTEST_MAIN(BenchFind)
#include "bench_find.moc"
