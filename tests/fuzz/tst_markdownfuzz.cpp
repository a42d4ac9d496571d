// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds the Markdown layer with made-up text, the same each time: fixtures cut and joined, pieces in random order,
// noise. `./dev soak` makes it longer; WEEKNOTES_CORPUS names a folder whose every .md and .txt file is tried
// too.

#include "markdown/frontmatter.h"
#include "markdown/htmlwriter.h"
#include "markdown/invariants.h"
#include "markdown/outline.h"
#include "markdown/plaintext.h"
#include "markdown/readertext.h"
#include "support/rounds.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::Markdown;

namespace {

const QStringList &pieces()
{
    static const QStringList list{
        u"# Heading\n"_s,
        u"Setext\n===\n"_s,
        u"two\nlines\n---\n"_s,
        u"> quote\n"_s,
        u"> > deeper\n"_s,
        u"- item\n"_s,
        u"  - inner\n"_s,
        u"1. first\n"_s,
        u"10) tenth\n"_s,
        u"- [x] done\n- [ ] not\n"_s,
        u"```cpp\nint i;\n```\n"_s,
        u"~~~\nopen"_s,
        u"    indented\n"_s,
        u"***\n"_s,
        u"- - -\n"_s,
        u"| a | b |\n|---|:-:|\n| 1 | [x](y) |\n"_s,
        u"|a|\n|-|\n||\n"_s,
        u"*em* **strong** ~~gone~~ `code`\n"_s,
        u"a  \nb\\\nc\n"_s,
        u"[link](https://example.org \"t\")"_s,
        u"![alt *em*](images/a.png \"caption\")\n"_s,
        u"![](x.png)\n"_s,
        u"![][r]\n![](y)\n"_s,
        u"[r]: /url 'title'\n"_s,
        u"[^1]"_s,
        u"[^1]: A note.\n"_s,
        u"[^2]: http://example.org\n\n    more\n\n    - list\n"_s,
        u"[a[^2]b](c)"_s,
        u"<!-- private\n"_s,
        u"-->\n"_s,
        u"<!-- until 2026-12-01\n"_s,
        u"<!-- until 1999-01-01\n"_s,
        u"<!-- ? Why? -->\n"_s,
        u"<!-- pull quote -->\n> pulled\n"_s,
        u"<!-- appeal: run, until 2019-10-13 -->\n"_s,
        u"<!-- /appeal -->\n"_s,
        u"<!--more-->\n"_s,
        u"<!-- a"_s,
        u"<!---->"_s,
        u"<div>\n"_s,
        u"</div>\n\n"_s,
        u"<br>"_s,
        u"<script>alert(1)</script>\n"_s,
        u"https://youtu.be/abc\n\n"_s,
        u"Tune of the week: [x](https://youtu.be/y)\n\n"_s,
        u"&amp; &ouml; &#0; &bogus;"_s,
        u"\n"_s,
        u"\n\n"_s,
        u"\t"_s,
        u"  "_s,
        u"    "_s,
        u"\\"_s,
        u"\r\n"_s,
        u"\r"_s,
        u"é漢字😀"_s,
        QString(QChar(0)),
        QString(QChar(0xD83D)),
        QString(QChar(0xDE00)),
        u"[x](javascript:alert(1))"_s,
        u"<javascript:alert(1)>"_s,
        u"[w](week:2019-W36)"_s,
        u"\"'<>&"_s,
        u"_a_b_"_s,
        u"***x**y*"_s,
        u"---\n"_s,
        u"+++\n"_s,
        u"key: [a, b]\n"_s,
        u"k = 1\n"_s,
    };
    return list;
}

QString soup(QRandomGenerator &random)
{
    QString text;
    for (int i = random.bounded(1, 40); i > 0; --i)
        text += pieces()[random.bounded(int(pieces().size()))];
    return text;
}

QString noise(QRandomGenerator &random)
{
    static const QString alphabet =
        u"#>*-_+`~[]()!<>|:\\&;^=. \n\n\t1aZé😀"_s + QChar(0) + QChar(0xD800) + QChar(0xDFFF);
    QString text;
    for (int i = random.bounded(0, 300); i > 0; --i)
        text += alphabet[random.bounded(int(alphabet.size()))];
    return text;
}

QString mutated(QString text, QRandomGenerator &random)
{
    for (int i = random.bounded(1, 6); i > 0 && !text.isEmpty(); --i) {
        const int at = random.bounded(int(text.size()));
        switch (random.bounded(3)) {
        case 0:
            text.remove(at, random.bounded(1, 8));
            break;
        case 1:
            text.insert(at, pieces()[random.bounded(int(pieces().size()))]);
            break;
        default:
            text += text.sliced(at, std::min<qsizetype>(20, text.size() - at));
        }
    }
    return text;
}

/// All that the layer does with a text; the first breach of what it promises.
QString trial(const QString &text)
{
    const auto document = Document::parse(text);
    if (const QString breach = breachOf(*document, text); !breach.isEmpty())
        return breach;
    const auto readers = document->forReaders(QDate(2020, 1, 1));
    if (const QString breach = breachForReaders(*readers); !breach.isEmpty())
        return breach;
    if (const QString breach = breachOfHtml(HtmlWriter().write(*readers)); !breach.isEmpty())
        return breach;
    if (const QString breach = breachOfHtml(HtmlWriter().write(*document)); !breach.isEmpty())
        return breach;
    if (blocksOf(*Document::parse(text)) != blocksOf(*document))
        return u"not the same twice"_s;
    std::ignore = toPlainText(*document);
    std::ignore = measure(*document);
    std::ignore = sections(*document);
    std::ignore = splitFrontMatter(text);
    return breachOf(*Document::parse(text, Dialect::Bare), text);
}

} // namespace

class tst_MarkdownFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soupOfPieces() { run(1, soup); }
    void mutatedSoup()
    {
        run(2, [](QRandomGenerator &random) { return mutated(soup(random), random); });
    }
    void pureNoise() { run(3, noise); }
    void secretsStayHidden();
    void deepNesting_data();
    void deepNesting();
    void corpus();

private:
    template <typename Make> static void run(quint32 seed, Make make)
    {
        QRandomGenerator random(seed);
        for (int i = 0; i < rounds(600); ++i) {
            const QString text = make(random);
            const QString breach = trial(text);
            QVERIFY2(breach.isEmpty(), qPrintable(u"round %1: %2\n%3\n%4"_s.arg(i).arg(
                                           breach, text, dump(blocksOf(*Document::parse(text))))));
        }
    }
};

/// Whatever surrounds a private passage, no writer for readers shows its words.
void tst_MarkdownFuzz::secretsStayHidden()
{
    QRandomGenerator random(4);
    for (int i = 0; i < rounds(600); ++i) {
        QString before = soup(random);
        // A fence or comment that is open would show the passage for what it says; one in code is no passage.
        before.replace(u'`', u'.')
            .replace(u'~', u'.')
            .replace("<!"_L1, ".."_L1)
            .replace(u'<', u'.')
            .replace(u'\t', u' ');
        before.replace("    "_L1, " "_L1);
        QString inside = soup(random);
        inside.replace("-->"_L1, ""_L1);
        const QString marker = random.bounded(2) ? u"<!-- private\n"_s : u"<!-- until 2026-12-01\n"_s;
        const QString ending = random.bounded(4) ? u"\n-->\n"_s : QString();
        // An arrow is none where the passage ends in a line of its own; where it never ends, it may be the end.
        if (!ending.isEmpty()) {
            for (int arrows = random.bounded(3); arrows > 0; --arrows)
                inside.insert(random.bounded(int(inside.size()) + 1),
                              random.bounded(2) ? u"A --> B"_s : u"A -->\nB\n\n"_s);
        }
        QStringList lines = inside.split(u'\n');
        lines.removeIf([](const QString &line) { return line.trimmed() == "-->"_L1; }); // one put into another
        inside = lines.join(u'\n');
        const QString text = before + u"\n\n"_s + marker + inside + u" SECRET "_s + inside + u"SECRET"_s + ending +
                             (ending.isEmpty() ? u"SECRET"_s : QString()) + soup(random);
        const auto readers = Document::parse(text)->forReaders(QDate(2026, 11, 30));
        const QString shown =
            HtmlWriter().write(*readers) + toPlainText(*readers) + textForReaders(text, QDate(2026, 11, 30));
        QVERIFY2(!shown.contains("SECRET"_L1), qPrintable(QDebug::toString(text)));
    }
}

void tst_MarkdownFuzz::deepNesting_data()
{
    QTest::addColumn<QString>("text");
    constexpr int many = 10'000;
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("quotes", QString(many, u'>') + u" x"_s);
    row("brackets", QString(many, u'['));
    row("links", QString(many, u'[') + u"x"_s + u"](y)"_s.repeated(many));
    row("images", u"!["_s.repeated(many) + u"x"_s + u"](y)"_s.repeated(many));
    row("lists", u"- "_s.repeated(many) + u"x"_s);
    row("stairs", [] {
        QString text;
        for (int i = 0; i < 500; ++i)
            text += QString(i * 2, u' ') + u"- x\n"_s;
        return text;
    }());
    row("emphasis", u"*a "_s.repeated(many) + u"a* "_s.repeated(many));
    row("strong", u"**a "_s.repeated(many) + u"a** "_s.repeated(many));
    row("backticks", [] {
        QString text;
        for (int i = 0; i < 1000; ++i)
            text += u'a' + QString(i, u'`');
        return text;
    }());
    row("private", u"<!-- private\n"_s.repeated(many));
    row("private, all ended", u"<!-- private\n"_s.repeated(many) + u"-->\n"_s.repeated(many));
    row("until", u"<!-- until 1999-01-01\n"_s.repeated(many));
    row("until, all ended", u"<!-- until 1999-01-01\n"_s.repeated(many) + u"-->\n"_s.repeated(many));
    row("inline openings", u"a <!-- private\n"_s.repeated(many));
    row("openings", u"x "_s + u"<!-- "_s.repeated(12 * many));
    row("openings in HTML", u"<div>\n"_s + u"<!-- "_s.repeated(12 * many));
    row("passages that end beside words", u"<!-- private\nx --> y\n\n"_s.repeated(2 * many));
    row("the same in one block", u"<div>\n"_s + u"<!-- private\nx --> y\n"_s.repeated(2 * many));
    row("footnotes", u"[^1][^1]: x"_s.repeated(many));
    row("footnotes in footnotes", [] {
        QString text = u"[^0]\n\n"_s;
        for (int i = 0; i < 2000; ++i)
            text += u"[^%1]: see [^%2]\n"_s.arg(i).arg(i + 1);
        return text;
    }());
    row("nested definitions", [] {
        QString text = u"[^0]\n\n"_s;
        for (int i = 0; i < 50; ++i)
            text += QString(i * 4, u' ') + u"[^%1]: x [^%2]\n\n"_s.arg(i).arg(i + 1);
        return text;
    }());
    row("table", u"|a"_s.repeated(many) + u"\n"_s + u"|-"_s.repeated(many) + u"\n"_s);
    row("entities", u"&ngE;"_s.repeated(many));
    row("html", u"<a>"_s.repeated(many));
    row("comments", u"<!-- ? -->\n"_s.repeated(many));
    row("appeals", u"<!-- appeal: x -->\n"_s.repeated(many) + u"<!-- /appeal -->\n"_s.repeated(many));
    row("rules", u"***\n"_s.repeated(many));
    row("empty items", u"-\n"_s.repeated(many));
    row("definitions", u"[a]: /b\n"_s.repeated(many) + u"<!-- private\n[a]\n-->\n"_s.repeated(100));
    row("yaml flow", u"---\na: "_s + QString(many, u'[') + u"\n---\n"_s);
    row("yaml blocks", u"---\na:\n "_s + u"- "_s.repeated(many) + u"x\n---\n"_s);
    row("toml arrays", u"+++\na = "_s + QString(many, u'[') + u"\n+++\n"_s);
    row("toml keys", u"+++\n"_s + u"a."_s.repeated(many) + u"a = 1\n+++\n"_s);
}

/// Such texts must neither exhaust the stack nor take longer than ctest lets a test run.
void tst_MarkdownFuzz::deepNesting()
{
    QFETCH(const QString, text);
    QCOMPARE(trial(text), QString());
}

void tst_MarkdownFuzz::corpus()
{
    const QString folder = qEnvironmentVariable("WEEKNOTES_CORPUS");
    if (folder.isEmpty())
        QSKIP("WEEKNOTES_CORPUS is not set");
    int files = 0;
    int malformed = 0;
    QDirIterator walk(folder, {u"*.md"_s, u"*.txt"_s, u"*.markdown"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const auto matter = splitFrontMatter(text);
        malformed += !matter;
        if (!matter)
            qInfo("%s:%d: %s", qPrintable(file.fileName()), matter.error().line, qPrintable(matter.error().detail));
        const QString breach = trial(matter ? matter->body : text);
        QVERIFY2(breach.isEmpty(), qPrintable(file.fileName() + u": "_s + breach));
        ++files;
    }
    QVERIFY(files > 0);
    qInfo("%d files, %d with malformed front matter", files, malformed);
}

QTEST_GUILESS_MAIN(tst_MarkdownFuzz)
#include "tst_markdownfuzz.moc"
