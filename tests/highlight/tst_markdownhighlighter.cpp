// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownhighlighter.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

MarkdownLook look()
{
    MarkdownLook look{.size = 20, .codeFamilies = {u"Mono"_s}, .markup = Qt::gray, .tokens = {}};
    look.tokens.fill(Qt::darkGreen);
    look.tokens[size_t(TokenRole::Keyword)] = Qt::red;
    return look;
}

/// A text with its highlighter.
struct Page
{
    explicit Page(const QString &markdown)
    {
        text.documentLayout(); // without one, edits go unnoticed
        text.setPlainText(markdown);
        highlighter = new MarkdownHighlighter(&text, look());
        if (!QTest::qWaitFor([this] { return highlighter->isDone(); }))
            qFatal("The text is never coloured");
    }

    /// The format of the first character of `words`.
    [[nodiscard]] QTextCharFormat at(const QString &words) const
    {
        const int position = int(text.toPlainText().indexOf(words));
        const QTextBlock block = text.findBlock(position);
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            const int inBlock = position - block.position();
            if (range.start <= inBlock && inBlock < range.start + range.length)
                return range.format;
        }
        return {};
    }
    [[nodiscard]] bool dimmed(const QString &words) const { return at(words).foreground().color() == Qt::gray; }
    [[nodiscard]] MarkdownHighlighter::Line line(int number) const
    {
        return MarkdownHighlighter::line(text.findBlockByNumber(number));
    }

    /// Each line is, and looks, as in `other`.
    void compareWith(const Page &other) const
    {
        QTextBlock theirs = other.text.begin();
        for (QTextBlock ours = text.begin(); ours.isValid(); ours = ours.next(), theirs = theirs.next()) {
            const QByteArray where = QByteArray::number(ours.blockNumber()) + ": " + ours.text().toUtf8();
            QVERIFY2(MarkdownHighlighter::line(ours) == MarkdownHighlighter::line(theirs), where.constData());
            QVERIFY2(ours.layout()->formats() == theirs.layout()->formats(), where.constData());
        }
    }

    QTextDocument text;
    MarkdownHighlighter *highlighter = nullptr;
};

} // namespace

class TestMarkdownHighlighter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headingsAreBoldAndLarger()
    {
        const Page page(u"# One\n\n## Two\n\n###### Six\n\nplain"_s);
        QCOMPARE(page.at(u"One"_s).fontWeight(), int(QFont::Bold));
        QVERIFY(page.at(u"One"_s).intProperty(QTextFormat::FontPixelSize) >
                page.at(u"Two"_s).intProperty(QTextFormat::FontPixelSize));
        QVERIFY(page.at(u"Two"_s).intProperty(QTextFormat::FontPixelSize) > 20);
        QCOMPARE(page.at(u"Six"_s).intProperty(QTextFormat::FontPixelSize), 20);
        QCOMPARE(page.at(u"plain"_s), QTextCharFormat());
        QVERIFY(page.dimmed(u"## Two"_s));
        QVERIFY(!page.dimmed(u"Two"_s));
    }

    void marksAndAddressesAreDimmed()
    {
        const Page page(
            u"A **bold** and *soft* and `code` in [words](https://a.example/b) end.\n\n- item\n- [ ] task"_s);
        QVERIFY(page.dimmed(u"**bold"_s));
        QVERIFY(!page.dimmed(u"bold"_s));
        QCOMPARE(page.at(u"bold"_s).fontWeight(), int(QFont::Bold));
        QVERIFY(page.dimmed(u"** and"_s));
        QVERIFY(page.at(u"soft"_s).fontItalic());
        QVERIFY(page.dimmed(u"`code"_s));
        QCOMPARE(page.at(u"code"_s).fontFamilies().toStringList(), QStringList{u"Mono"_s});
        QVERIFY(page.dimmed(u"[words"_s));
        QVERIFY(!page.dimmed(u"words"_s));
        QVERIFY(page.dimmed(u"https"_s));
        QVERIFY(page.dimmed(u"- item"_s));
        QVERIFY(!page.dimmed(u"item"_s));
        QVERIFY(page.dimmed(u"[ ]"_s));
        QCOMPARE(page.at(u"end"_s).foreground(), QBrush());
    }

    void plainWordsKeepTheirFirstAndLastLetter()
    {
        const Page page(u"Words\n\n- met"_s);
        QVERIFY(!page.dimmed(u"Words"_s));
        QVERIFY(!page.dimmed(u"s\n"_s));
        QVERIFY(!page.dimmed(u"met"_s));
    }

    void quotesAreItalic()
    {
        const Page page(u"> a **strong** quote\n\nafter"_s);
        QVERIFY(page.at(u"a "_s).fontItalic());
        QVERIFY(page.at(u"strong"_s).fontItalic());
        QCOMPARE(page.at(u"strong"_s).fontWeight(), int(QFont::Bold));
        QVERIFY(!page.at(u"after"_s).fontItalic());
    }

    void ourMarksAreTold()
    {
        using Line = MarkdownHighlighter::Line;
        const Page page(u"<!-- private\nsecret\n\nmore\n-->\nopen\n<!-- until 2026-12-01\nlater -->\n"
                        "<!-- ? What surprised you? -->\n<!-- appeal: run, until 2026-10-13 -->\nprivately"_s);
        const std::vector<Line> expected{Line::Private, Line::Private, Line::Private, Line::Private,
                                         Line::Private, Line::Prose,   Line::Private, Line::Private,
                                         Line::Prompt,  Line::Prose,   Line::Prose};
        for (int i = 0; i < int(expected.size()); ++i)
            QVERIFY2(page.line(i) == expected[size_t(i)], qPrintable(QString::number(i)));
        QVERIFY(page.dimmed(u"secret"_s));
        QVERIFY(page.at(u"What"_s).fontItalic());
        QVERIFY(page.dimmed(u"<!-- appeal"_s));
    }

    void codeIsColouredByItsLanguage()
    {
        using Line = MarkdownHighlighter::Line;
        const Page page(u"```python\nreturn x\n<!-- private\n```\nafter"_s);
        QCOMPARE(page.at(u"return"_s).foreground().color(), QColor(Qt::red));
        QVERIFY(page.line(0) == Line::Code && page.line(2) == Line::Code && page.line(3) == Line::Code);
        QVERIFY(page.line(4) == Line::Prose);
    }

    void anEditIsFollowedDownTheText()
    {
        Page page(u"a\n\nb\n\nc"_s);
        QTextCursor cursor(&page.text);
        cursor.insertText(u"<!-- private\n"_s);
        QVERIFY(page.line(5) == MarkdownHighlighter::Line::Private);
        cursor.movePosition(QTextCursor::Start);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        QVERIFY(page.line(5) == MarkdownHighlighter::Line::Prose);
        QVERIFY(!page.at(u"c"_s).fontItalic());
    }

    void aLongTextTakesTurnsWhatIsInViewFirst()
    {
        Page page(u"plain"_s);
        int turns = 0;
        bool inViewFirst = false;
        const QString paragraph = u"Some **words** with `code`, a [link](https://a.example) and more.\n\n"_s;
        page.highlighter->setViewSource([&] {
            const int last = page.text.characterCount() - 1;
            return MarkdownHighlighter::Stretch{.first = last - 100, .last = last};
        });
        QObject::connect(page.highlighter, &MarkdownHighlighter::turnEnded, page.highlighter, [&] {
            ++turns;
            inViewFirst = inViewFirst || (!page.at(u"**last"_s).isEmpty() && page.at(u"**middle"_s).isEmpty());
        });
        page.text.setPlainText(paragraph.repeated(2000) + u"**middle**\n\n"_s + paragraph.repeated(2000) +
                               u"**last**"_s);
        QVERIFY(!page.highlighter->isDone());
        QTRY_VERIFY(page.highlighter->isDone());
        QVERIFY(turns > 1);
        QVERIFY(inViewFirst);
        QVERIFY(page.dimmed(u"**middle"_s));
    }

    /// Whatever is edited while the text is still being coloured, it looks as one that was coloured in one go.
    void editsBetweenTurnsComeOutAsAWhole()
    {
        const QStringList pieces{u"```\n"_s,       u"<!-- private\n"_s, u"-->\n"_s,    u"# Heading\n"_s, u"word "_s,
                                 u"\n\n"_s,        u"> quote\n"_s,      u"- item\n"_s, u"**"_s,          u"`"_s,
                                 u"<!-- ? so\n"_s, u"    code\n"_s,     u"words\n"_s,  u"---\n"_s,       u"===\n"_s,
                                 u"a --> b\n"_s};
        QRandomGenerator random(4);
        for (int round = 0; round < 20; ++round) {
            Page page({});
            QString text;
            for (int i = 0; i < 1500; ++i)
                text += pieces[random.bounded(pieces.size())];
            QTextCursor cursor(&page.text);
            cursor.insertText(text);
            page.highlighter->setViewSource([&] {
                const int first = random.bounded(page.text.characterCount());
                return MarkdownHighlighter::Stretch{.first = first, .last = first + 200};
            });
            for (int edit = 0; edit < 10; ++edit) {
                cursor.setPosition(random.bounded(page.text.characterCount()));
                cursor.setPosition(std::min(cursor.position() + random.bounded(20), page.text.characterCount() - 1),
                                   QTextCursor::KeepAnchor);
                cursor.insertText(pieces[random.bounded(pieces.size())]);
                QCoreApplication::sendPostedEvents();
                QCoreApplication::processEvents();
            }
            QTRY_VERIFY(page.highlighter->isDone());
            page.compareWith(Page(page.text.toPlainText()));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void passagesEndByALineFarBelow()
    {
        using Line = MarkdownHighlighter::Line;
        Page page(u"<!-- private\nA --> B\n\nC\n\n"_s + u"words\n\n"_s.repeated(1000) + u"last"_s);
        QVERIFY(page.line(1) == Line::Private && page.line(3) == Line::Prose);
        QTextCursor cursor(&page.text);
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"\n--"_s);
        QVERIFY(page.highlighter->isDone());
        cursor.insertText(u">"_s);
        QTRY_VERIFY(page.highlighter->isDone());
        QVERIFY(page.line(3) == Line::Private && page.line(2000) == Line::Private);
        cursor.insertText(u" after"_s);
        QTRY_VERIFY(page.highlighter->isDone());
        QVERIFY(page.line(3) == Line::Prose && page.line(2000) == Line::Prose);
    }

    /// Lines that end passages come and go, and nothing else matters.
    void passagesFollowTheLinesThatEndThem()
    {
        Page page(u"words\n\n<!-- private\nA --> B\n\n"_s.repeated(6));
        QTextCursor cursor(&page.text);
        QRandomGenerator random(2);
        for (int edit = 0; edit < 90; ++edit) {
            cursor.setPosition(page.text.findBlockByNumber(random.bounded(page.text.blockCount())).position());
            const QTextBlock alone = page.text.findBlock(page.text.toPlainText().lastIndexOf(u"\n-->\n"_s) + 1);
            if (edit % 3 == 1) {
                cursor.insertText(u"more\n"_s);
            } else if (edit % 3 == 0 || alone.blockNumber() == 0) {
                cursor.insertText(u"-->\n"_s);
            } else {
                cursor.setPosition(alone.position());
                cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
                cursor.removeSelectedText();
            }
            QTRY_VERIFY(page.highlighter->isDone());
            page.compareWith(Page(page.text.toPlainText()));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void aLineOverLinesIsAHeading()
    {
        Page page(u"before\n\nOne\nTwo\n\nafter"_s);
        QTextCursor cursor(page.text.findBlockByNumber(4));
        cursor.insertText(u"==="_s);
        QVERIFY(page.highlighter->isDone());
        QCOMPARE(page.at(u"One"_s).intProperty(QTextFormat::FontPixelSize), 25);
        QCOMPARE(page.at(u"Two"_s).fontWeight(), int(QFont::Bold));
        QVERIFY(page.dimmed(u"==="_s));
        QVERIFY(page.at(u"before"_s).isEmpty() && page.at(u"after"_s).isEmpty());
        cursor.movePosition(QTextCursor::StartOfBlock);
        cursor.insertText(u"\n"_s); // an empty line between
        QVERIFY(page.highlighter->isDone());
        QVERIFY(page.at(u"One"_s).isEmpty() && page.at(u"Two"_s).isEmpty());
        QVERIFY(page.at(u"==="_s).isEmpty());
    }

    void passagesShowTheirStructure()
    {
        const Page page(u"<!-- private\n## Title\n\nSome **bold** and *soft* words, `code`.\n\n```js\nlet\n```\n-->"_s);
        QCOMPARE(page.at(u"Title"_s).intProperty(QTextFormat::FontPixelSize), 23);
        QCOMPARE(page.at(u"bold"_s).fontWeight(), int(QFont::Bold));
        QVERIFY(page.at(u"soft"_s).fontItalic() && !page.at(u"Some"_s).fontItalic());
        for (const QString &code : {u"code"_s, u"let"_s})
            QCOMPARE(page.at(code).fontFamilies().toStringList(), QStringList{u"Mono"_s});
        for (const QString &words : {u"Title"_s, u"bold"_s, u"Some"_s, u"code"_s, u"let"_s})
            QVERIFY2(page.dimmed(words), qPrintable(words));
        for (int i = 0; i < page.text.blockCount(); ++i)
            QVERIFY(page.line(i) == MarkdownHighlighter::Line::Private);
    }

    /// What a line is may hang on lines far below it.
    void editsBelowAreFollowedUpTheText()
    {
        const QString passage = u"<!-- private\nA --> B\n\nC\n\nD\n"_s;
        Page page(passage);
        QTextCursor cursor(&page.text);
        QRandomGenerator random(9);
        const QStringList pieces{u"-->"_s, u"-"_s, u"\n"_s,  u"\n-->\n"_s,        passage,  u"> "_s, u"- "_s, u"word"_s,
                                 u"==="_s, u" "_s, u"---"_s, u"x <!-- until 1"_s, u"\n\n"_s};
        for (int edit = 0; edit < 600; ++edit) {
            const int at = random.bounded(page.text.characterCount());
            cursor.setPosition(at);
            if (page.text.characterCount() > 150 || random.bounded(3) == 0)
                cursor.setPosition(std::min(at + random.bounded(6), page.text.characterCount() - 1),
                                   QTextCursor::KeepAnchor);
            cursor.insertText(pieces[random.bounded(pieces.size())]);
            if (random.bounded(4) == 0)
                page.text.undo();
            if (random.bounded(2) == 0)
                QCoreApplication::processEvents();
            if (edit % 10 > 0)
                continue;
            QTRY_VERIFY(page.highlighter->isDone());
            page.compareWith(Page(page.text.toPlainText()));
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// A fence that is begun and ended while all below takes its colours from it.
    void whatIsInViewIsNotAllThatChanges()
    {
        const QString lines = u"# Heading\n\nSome **words** with `code`.\n\n"_s.repeated(800);
        for (const int turns : {0, 1, 2, 3, 5}) {
            Page page(lines);
            page.highlighter->setViewSource(
                [&] { return MarkdownHighlighter::Stretch{.first = 500, .last = page.text.characterCount() / 2}; });
            QTextCursor cursor(&page.text);
            cursor.insertText(u"```js\nlet\n"_s);
            for (int turn = 0; turn < turns; ++turn)
                QCoreApplication::processEvents();
            cursor.insertText(u"```\n"_s);
            QTRY_VERIFY(page.highlighter->isDone());
            page.compareWith(Page(page.text.toPlainText()));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void whatIsComposedKeepsItsLook()
    {
        Page page(u"# One"_s);
        QTextLayout *line = page.text.firstBlock().layout();
        QTextCharFormat composed;
        composed.setFontUnderline(true);
        line->setPreeditArea(2, u"ab"_s);
        line->setFormats({{2, 2, composed}});
        page.text.markContentsDirty(0, 5);
        QTextCursor(&page.text).insertText(u"#"_s); // the line is looked at anew
        QVERIFY(line->formats().contains(QTextLayout::FormatRange{2, 2, composed}));
        const auto heading = [](const QTextLayout::FormatRange &range) {
            return range.format.fontWeight() == QFont::Bold && range.start + range.length == 8;
        };
        QVERIFY(std::ranges::any_of(line->formats(), heading));
    }

    void theFirstLineIsNoMetadata()
    {
        const Page page(u"Tune: a **song**"_s);
        QCOMPARE(page.at(u"song"_s).fontWeight(), int(QFont::Bold));
    }

    void hostileLinesStayPlain()
    {
        const QString line = QString(40'000, u'*') + QString(40'000, u'[');
        const Page page(line + u"\n\n**b**"_s);
        QCOMPARE(page.at(u"b"_s).fontWeight(), int(QFont::Bold));
    }

    void neitherTextNorHistoryChange()
    {
        Page page(u"# One"_s);
        page.highlighter->setLook(look());
        QCOMPARE(page.text.toPlainText(), u"# One"_s);
        QVERIFY(!page.text.isUndoAvailable());
    }
};

QTEST_MAIN(TestMarkdownHighlighter)
#include "tst_markdownhighlighter.moc"
