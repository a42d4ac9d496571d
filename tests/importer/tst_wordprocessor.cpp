// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of word processors, by a program that stands in for pandoc.
#include "importer/importer.h"
#include "importer/wordprocessor.h"
#include "markdown/document.h"
#include "support/testdata.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const QByteArray zipBegins = "PK\003\004 and so on";

ImportOptions options()
{
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    return options;
}

/// As pandoc writes a document with these blocks.
QString page(const QString &blocks, const QString &head = {})
{
    return u"<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body>\n%1%2\n</body></html>\n"_s.arg(
        head.isEmpty() ? QString() : u"<header id=\"title-block-header\">\n%1\n</header>\n"_s.arg(head), blocks);
}

} // namespace

class TestWordProcessor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fields();
    void headings_data();
    void headings();
    void manyNotes();
    void blocks_data();
    void blocks();
    void pictures();
    void theProcess();
    void withoutPandoc();
    void failures_data();
    void failures();
    void whatIsNoDocument_data();
    void whatIsNoDocument();
    void stops();
    void foldersHoldDocuments();

private:
    /// A program of that name is all there is on the PATH.
    void installPandoc(const QByteArray &script);
    void installPandocThatWrites(const QString &html);
    [[nodiscard]] QString document(const QString &name = u"Letter.docx"_s) const;
    [[nodiscard]] ImportedNote read(const QString &html, const QString &name = u"Letter.docx"_s);

    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_path;
};

void TestWordProcessor::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = qgetenv("PATH");
    QVERIFY(qputenv("PATH", m_dir->filePath(u"bin"_s).toUtf8()));
}

void TestWordProcessor::cleanup()
{
    QVERIFY(qputenv("PATH", m_path));
}

void TestWordProcessor::installPandoc(const QByteArray &script)
{
    const QString program = m_dir->filePath(u"bin/pandoc"_s);
    writeFile(program, "#!/bin/sh\n" + script);
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestWordProcessor::installPandocThatWrites(const QString &html)
{
    writeFile(m_dir->filePath(u"bin/page.html"_s), html.toUtf8());
    installPandoc("exec /bin/cat \"${0%/*}/page.html\"\n");
}

QString TestWordProcessor::document(const QString &name) const
{
    const QString path = m_dir->filePath(u"notes/"_s + name);
    writeFile(path, name.endsWith(u".rtf"_s) ? QByteArray("{\\rtf1 a}") : zipBegins);
    return path;
}

ImportedNote TestWordProcessor::read(const QString &html, const QString &name)
{
    installPandocThatWrites(html);
    const auto batch = readArchive({document(name)}, options());
    return batch && batch->notes.size() == 1 ? batch->notes.front() : ImportedNote();
}

void TestWordProcessor::fields()
{
    const ImportedNote note = read(page(
        u"<p>Words.</p>"_s,
        u"<h1 class=\"title\">Weeknotes #12: “a” \"b\" \\ c</h1>\n<p class=\"subtitle\">Sub: title</p>\n"
        "<p class=\"author\">Mina Okafor</p>\n<p class=\"author\">Lee Marsh</p>\n<p class=\"date\">5 March 2021</p>"_s));
    const NoteFields &fields = note.draft.fields;
    QCOMPARE(fields.title, u"Weeknotes #12: “a” \"b\" \\ c"_s);
    QCOMPARE(fields.subtitle, u"Sub: title"_s);
    QCOMPARE(fields.author, u"Mina Okafor, Lee Marsh"_s);
    QCOMPARE(fields.published.value_or(QDateTime()).date(), QDate(2021, 3, 5));
    QCOMPARE(note.draft.text, u"Words.\n"_s);
    QVERIFY(note.draft.source.key.endsWith(u"/notes/Letter.docx"_s));
}

void TestWordProcessor::headings_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const QString title = u"<h1 class=\"title\">A week</h1>"_s;
    QTest::newRow("title") << page(u"<h1>A</h1><p>a</p><h2>B</h2><p>b</p>"_s, title) << u"A week"_s
                           << u"## A\n\na\n\n### B\n\nb"_s;
    QTest::newRow("title alone") << page(u"<p>a</p>"_s, title) << u"A week"_s << u"a"_s;
    QTest::newRow("a first heading") << page(u"<h1>A week</h1><p>a</p>"_s) << u"A week"_s << u"a"_s;
    QTest::newRow("a line that is a title")
        << page(u"<p>Weeknotes 12: rain</p>\n<p>a</p>"_s) << u"Weeknotes 12: rain"_s << u"a"_s;
    QTest::newRow("none") << page(u"<p>Dear all,</p>\n<p>a</p>"_s) << u"Letter"_s << u"Dear all,\n\na"_s;
}

void TestWordProcessor::headings()
{
    QFETCH(const QString, html);
    const ImportedNote note = read(html);
    QTEST(note.draft.fields.title, "title");
    QTEST(note.draft.text.trimmed(), "text");
}

void TestWordProcessor::manyNotes()
{
    installPandocThatWrites(page(
        u"<h1>2023</h1>\n<h2>Weeknotes 12: 3 to 7 April 2023</h2>\n<p>One.<a href=\"#fn1\" class=\"footnote-ref\" "
        u"id=\"fnref1\" role=\"doc-noteref\"><sup>1</sup></a></p>\n"
        "<h1>2024</h1>\n<h2>Weeknotes 13: 8 to 12 April 2024</h2>\n<p>Two.<a href=\"#fn2\" class=\"footnote-ref\" "
        "id=\"fnref2\" role=\"doc-noteref\"><sup>2</sup></a></p>\n"
        "<section id=\"footnotes\" class=\"footnotes footnotes-end-of-document\" role=\"doc-endnotes\">\n<hr />\n<ol>\n"
        "<li id=\"fn1\"><p>First.<a href=\"#fnref1\" class=\"footnote-back\" role=\"doc-backlink\">↩︎</a></p></li>\n"
        "<li id=\"fn2\"><p>Second.<a href=\"#fnref2\" class=\"footnote-back\" role=\"doc-backlink\">↩︎</a></p></li>\n</ol>\n</section>"_s,
        u"<h1 class=\"title\">All of them</h1>"_s));
    const auto batch = readArchive({document()}, options());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 2);
    QCOMPARE(batch->notes[0].draft.fields.title, u"Weeknotes 12: 3 to 7 April 2023"_s);
    QCOMPARE(batch->notes[0].draft.text, u"One.[^1]\n\n[^1]: First.\n"_s);
    QCOMPARE(batch->notes[1].draft.fields.covers, (Period{QDate(2024, 4, 8), QDate(2024, 4, 14)}));
    QCOMPARE(batch->notes[1].draft.text, u"Two.[^2]\n\n[^2]: Second.\n"_s);
}

void TestWordProcessor::blocks_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("task list")
        << u"<ul class=\"task-list\"><li><label><input type=\"checkbox\" checked=\"\" />a</label></li><li><label><input type=\"checkbox\" />b</label></li></ul>"_s
        << u"- [x] a\n- [ ] b"_s;
    QTest::newRow("table with lists")
        << u"<table><thead><tr class=\"header\"><th>a</th></tr></thead><tbody><tr class=\"odd\"><td><ul><li>1</li></ul></td></tr></tbody></table>"_s
        << u"| a |\n| --- |\n| - 1 |"_s;
    QTest::newRow("place in it") << u"<p><a href=\"#a\">a</a> <span id=\"b\"></span>c</p>"_s << u"a c"_s;
    QTest::newRow("what looks like markup") << u"<p>&lt;!-- private</p><p>*a* &lt;script&gt;</p><p>---</p>"_s
                                            << u"\\<!-- private\n\n\\*a\\* \\<script>\n\n\\---"_s;
    QTest::newRow("bad link") << u"<p><a href=\"javascript:alert(1)\">a</a></p>"_s << u"a"_s;
    QTest::newRow("script") << u"<p>a</p><script>b()</script>"_s << u"a"_s;
}

void TestWordProcessor::blocks()
{
    QFETCH(const QString, html);
    const QString text = read(page(html)).draft.text;
    QTEST(text.trimmed(), "markdown");
    const auto document = Markdown::Document::parse(text);
    for (const Markdown::Block &block : document->blocks())
        QVERIFY(block.kind != Markdown::Block::Kind::Private && block.kind != Markdown::Block::Kind::RawHtml);
}

void TestWordProcessor::pictures()
{
    const QString html =
        page(u"<p><img src=\"media/image1.png\" alt=\"a\" /> <img src=\"https://b.example/b.png\" /></p>"_s);
    const ImportedNote word = read(html, u"A letter.docx"_s);
    QCOMPARE(word.draft.text, u"![a](A%20letter.docx/word/media/image1.png) ![](https://b.example/b.png)\n"_s);
    QCOMPARE(word.warnings.size(), 1);
    QCOMPARE(word.warnings.front().kind, Warning::Kind::ImageMissing);
    QCOMPARE(read(html, u"b.odt"_s).draft.text, u"![a](b.odt/media/image1.png) ![](https://b.example/b.png)\n"_s);
}

void TestWordProcessor::theProcess()
{
    installPandoc("for each; do echo \"<p>$each</p>\"; done; read line && echo \"<p>$line</p>\"; echo no words >&2\n");
    const QString path = document(u"--version.rtf"_s);
    const auto markdown = markdownFromWordProcessor(path, path, [] { return true; });
    QVERIFY(markdown);
    const QStringList said = QString(*markdown).remove(u'\\').split(u"\n\n"_s);
    QCOMPARE(said.first(), u"--sandbox"_s);
    QVERIFY(said.contains(u"rtf"_s) && said.contains(path) && said.contains(u"-M512M"_s));
    QCOMPARE(said.last().trimmed(), u"-RTS"_s);
}

void TestWordProcessor::withoutPandoc()
{
    writeFile(m_dir->filePath(u"notes/a.md"_s), "# A\n\nWords.\n");
    const QString path = document();
    const auto both = readArchive({m_dir->filePath(u"notes"_s)}, options());
    QVERIFY(both);
    QCOMPARE(both->notes.size(), 1);
    QCOMPARE(both->skipped.size(), 1);
    QCOMPARE(both->skipped.front().kind, Warning::Kind::NeedsPandoc);
    QVERIFY(both->skipped.front().subject.endsWith(u"Letter.docx"_s));
    const auto alone = readArchive({path}, options());
    QVERIFY(!alone);
    QCOMPARE(alone.error().kind, Error::Kind::NeedsPandoc);
    QCOMPARE(alone.error().subject, path);
}

void TestWordProcessor::failures_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("broken") << QByteArray("echo '<p>a</p>'; exit 63\n") << Error::Kind::NotText;
    QTest::newRow("killed") << QByteArray("kill -9 $$\n") << Error::Kind::NotText;
    QTest::newRow("out of memory") << QByteArray("exit 251\n") << Error::Kind::TooLarge;
    QTest::newRow("endless") << QByteArray("exec /bin/cat /dev/zero\n") << Error::Kind::TooLarge;
    QTest::newRow("too much for HTML") << QByteArray("exec /usr/bin/head -c 20000000 /dev/zero\n")
                                       << Error::Kind::TooLarge;
}

void TestWordProcessor::failures()
{
    QFETCH(const QByteArray, script);
    installPandoc(script);
    const auto batch = readArchive({document()}, options());
    QVERIFY(!batch);
    QTEST(batch.error().kind, "kind");
}

void TestWordProcessor::whatIsNoDocument_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words in a docx") << u"a.docx"_s << QByteArray("Words.");
    QTest::newRow("zip in an rtf") << u"a.rtf"_s << zipBegins;
    QTest::newRow("empty") << u"a.odt"_s << QByteArray();
}

void TestWordProcessor::whatIsNoDocument()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    installPandocThatWrites(page(u"<p>a</p>"_s));
    writeFile(m_dir->filePath(name), bytes);
    QCOMPARE(readArchive({m_dir->filePath(name)}, options()).error().kind, Error::Kind::NotText);
}

void TestWordProcessor::stops()
{
    installPandoc("exec /bin/sleep 50\n");
    int asked = 0;
    QElapsedTimer timer;
    timer.start();
    const auto markdown = markdownFromWordProcessor(document(), u"Letter.docx"_s, [&asked] { return ++asked < 3; });
    QVERIFY(!markdown);
    QCOMPARE(markdown.error().kind, Error::Kind::Stopped);
    constexpr int patience = 20'000;
    QVERIFY(timer.elapsed() < patience);
}

void TestWordProcessor::foldersHoldDocuments()
{
    installPandocThatWrites(page(u"<p>a</p>"_s));
    (void)document(u"a.docx"_s);
    (void)document(u"b.odt"_s);
    (void)document(u"c.rtf"_s);
    (void)document(u"~$a.docx"_s);
    const auto batch = readArchive({m_dir->filePath(u"notes"_s)}, options());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 3);
    QVERIFY(batch->skipped.empty());
}

QTEST_GUILESS_MAIN(TestWordProcessor)
#include "tst_wordprocessor.moc"
