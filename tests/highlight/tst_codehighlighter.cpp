// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/codehighlighter.h"

#include <QTest>
#include <QThread>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

TokenRole roleAt(const QString &code, const QString &language, const QString &word)
{
    const qsizetype at = code.indexOf(word);
    for (const CodeRun &run : highlightCode(code, language)) {
        if (run.start <= at && at + word.size() <= run.start + run.length)
            return run.role;
    }
    return TokenRole::Normal;
}

} // namespace

class TestCodeHighlighter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesOfCode_data();
    void rolesOfCode();
    void languagesByTheirShortNames_data();
    void languagesByTheirShortNames();
    void unknownLanguages_data();
    void unknownLanguages();
    void runsAreInOrder();
    void stateCrossesLines();
    void largeCodeIsLeftAlone();
    void threadsAgree();
};

void TestCodeHighlighter::rolesOfCode_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::addColumn<TokenRole>("role");
    QTest::newRow("keyword") << u"c++"_s << u"return 42; // why"_s << u"return"_s << TokenRole::Keyword;
    QTest::newRow("number") << u"C++"_s << u"return 42; // why"_s << u"42"_s << TokenRole::Number;
    QTest::newRow("comment") << u"cpp"_s << u"return 42; // why"_s << u"why"_s << TokenRole::Comment;
    QTest::newRow("type") << u"cpp"_s << u"int weeks;"_s << u"int"_s << TokenRole::Type;
    QTest::newRow("preprocessor") << u"cpp"_s << u"#define WEEKS 53"_s << u"define"_s << TokenRole::Preprocessor;
    QTest::newRow("string") << u"python"_s << u"name = 'Robin'"_s << u"Robin"_s << TokenRole::String;
    QTest::newRow("variable") << u"sh"_s << u"echo \"$HOME\""_s << u"$HOME"_s << TokenRole::Variable;
}

void TestCodeHighlighter::rolesOfCode()
{
    QFETCH(const QString, language);
    QFETCH(const QString, code);
    QFETCH(const QString, word);
    QFETCH(const TokenRole, role);
    QCOMPARE(roleAt(code, language, word), role);
}

void TestCodeHighlighter::languagesByTheirShortNames_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("js") << u"const a = 'b'; // c"_s;
    QTest::newRow("JavaScript") << u"const a = 'b';"_s;
    QTest::newRow("ts") << u"const a: string = 'b';"_s;
    QTest::newRow("jsx") << u"const a = <b>c</b>;"_s;
    QTest::newRow("tsx") << u"const a = <b>c</b>;"_s;
    QTest::newRow("py") << u"def a(): return 'b'"_s;
    QTest::newRow("sh") << u"if true; then echo 'a'; fi"_s;
    QTest::newRow("bash") << u"if true; then echo 'a'; fi"_s;
    QTest::newRow("console") << u"if true; then echo 'a'; fi"_s;
    QTest::newRow("rb") << u"def a; 'b'; end"_s;
    QTest::newRow("rs") << u"fn main() { let a = 1; }"_s;
    QTest::newRow("go") << u"func main() { return 1 }"_s;
    QTest::newRow("golang") << u"func main() { return 1 }"_s;
    QTest::newRow("c#") << u"public class A { }"_s;
    QTest::newRow("cs") << u"public class A { }"_s;
    QTest::newRow("objc") << u"@interface A : NSObject"_s;
    QTest::newRow("yml") << u"a: 'b'"_s;
    QTest::newRow("yaml") << u"a: 'b'"_s;
    QTest::newRow("json") << u"{\"a\": 1}"_s;
    QTest::newRow("html") << u"<p class=\"a\">b</p>"_s;
    QTest::newRow("svg") << u"<path d=\"a\"/>"_s;
    QTest::newRow("css") << u"a { color: red; }"_s;
    QTest::newRow("sql") << u"SELECT 1 FROM notes"_s;
    QTest::newRow("md") << u"# A **b**"_s;
    QTest::newRow("diff") << u"-a\n+b\n"_s;
    QTest::newRow("dockerfile") << u"FROM debian:13"_s;
    QTest::newRow("docker") << u"FROM debian:13"_s;
    QTest::newRow("make") << u"all: $(A)"_s;
    QTest::newRow("php") << u"<?php echo 'a'; ?>"_s;
    QTest::newRow("java") << u"public class A { }"_s;
    QTest::newRow("kotlin") << u"fun main() { }"_s;
    QTest::newRow("r") << u"a <- function(b) 1"_s;
    QTest::newRow("powershell") << u"if ($a) { 'b' }"_s;
    QTest::newRow("{.python .numberLines}") << u"return 'b'"_s;
    QTest::newRow("js{1,3}") << u"return 'b'"_s;
    QTest::newRow("ruby:app.rb") << u"def a; 'b'; end"_s;
}

void TestCodeHighlighter::languagesByTheirShortNames()
{
    QFETCH(const QString, code);
    QVERIFY(!highlightCode(code, QString::fromLatin1(QTest::currentDataTag())).empty());
}

void TestCodeHighlighter::unknownLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("none") << QString();
    QTest::newRow("blank") << u"   "_s;
    QTest::newRow("braces") << u"{}"_s;
    QTest::newRow("unheard of") << u"klingon"_s;
    QTest::newRow("text") << u"text"_s;
    QTest::newRow("a path") << u"../../etc/x.py"_s;
    QTest::newRow("huge") << QString(100'000, u'a');
    QTest::newRow("odd") << u"\u0000\uFFFF*?["_s;
}

void TestCodeHighlighter::unknownLanguages()
{
    QFETCH(const QString, language);
    QVERIFY(highlightCode(u"return 'a'; // b"_s, language).empty());
}

void TestCodeHighlighter::runsAreInOrder()
{
    const QString code =
        u"#include <vector>\n\n/* a\n b */\nint main()\n{\n    return \"x\\n\"[0] + 'y' - 0x1F;\n}\n"_s;
    int end = 0;
    for (const CodeRun &run : highlightCode(code, u"c++"_s)) {
        QVERIFY(run.start >= end);
        QVERIFY(run.length > 0);
        end = run.start + run.length;
        QVERIFY(end <= code.size());
        QVERIFY(!QStringView(code).sliced(run.start, run.length).contains(u'\n'));
    }
    QVERIFY(end > 0);
}

void TestCodeHighlighter::stateCrossesLines()
{
    QCOMPARE(roleAt(u"/* one\ntwo */ int"_s, u"c"_s, u"two"_s), TokenRole::Comment);
}

void TestCodeHighlighter::largeCodeIsLeftAlone()
{
    QVERIFY(highlightCode(QString(), u"c"_s).empty());
    QVERIFY(highlightCode(QString(10'001, u'('), u"c++"_s).empty());
    QVERIFY(highlightCode(u"int a;\n"_s.repeated(50'000), u"c++"_s).empty());
    QVERIFY(!highlightCode(u"int a;\n"_s.repeated(1'000), u"c++"_s).empty());
}

void TestCodeHighlighter::threadsAgree()
{
    const QString code = u"def a():\n    return 'b'  # c\n"_s;
    const auto here = highlightCode(code, u"py"_s);
    std::vector<CodeRun> there;
    const std::unique_ptr<QThread> thread(QThread::create([&] { there = highlightCode(code, u"py"_s); }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(there, here);
    QVERIFY(!here.empty());
}

QTEST_GUILESS_MAIN(TestCodeHighlighter)
#include "tst_codehighlighter.moc"
