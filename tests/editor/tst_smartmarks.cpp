// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdownedit.h"
#include "editor/smartmarks.h"

#include <QTest>
#include <QTextBlock>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSmartMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_edit = std::make_unique<MarkdownEdit>();
        m_edit->setLanguageSource([this] { return m_language; });
        m_edit->setSmartMarks(true);
        m_language.clear();
        m_edit->show();
    }
    void cleanup() { m_edit.reset(); }

    void quotesAreThoseOfTheLanguage()
    {
        using SmartMarks::Quotes;
        const Quotes english{u"“"_s, u"”"_s, u"‘"_s, u"’"_s};
        QCOMPARE(SmartMarks::quotesOf(u"en-GB"_s), english);
        QCOMPARE(SmartMarks::quotesOf({}), english);
        QCOMPARE(SmartMarks::quotesOf(u"nonsense"_s), english);
        QCOMPARE(SmartMarks::quotesOf(u"de"_s), (Quotes{u"„"_s, u"“"_s, u"‚"_s, u"‘"_s}));
        QCOMPARE(SmartMarks::quotesOf(u"fr-FR"_s).open, u"«\u00a0"_s);
        QCOMPARE(SmartMarks::quotesOf(u"fr"_s).close, u"\u00a0»"_s);
        QCOMPARE(SmartMarks::quotesOf(u"sv"_s).open, u"”"_s);
    }

    void typedText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << u"en"_s << text << text; };
        QTest::newRow("double") << u"en"_s << u"say \"yes\", \"no\""_s << u"say “yes”, “no”"_s;
        QTest::newRow("single") << u"en"_s << u"'so' it's the boys' turn"_s << u"‘so’ it’s the boys’ turn"_s;
        QTest::newRow("one in the other") << u"en"_s << u"\"'so', she said\""_s << u"“‘so’, she said”"_s;
        QTest::newRow("brackets and marks") << u"en"_s << u"(\"a\") **\"b\"** *\"c*\""_s << u"(“a”) **“b”** *“c*”"_s;
        QTest::newRow("after a dash") << u"en"_s << u"so--\"yes--\" no"_s << u"so–“yes–” no"_s;
        QTest::newRow("in an item") << u"en"_s << u"- \"a\""_s << u"- “a”"_s;
        QTest::newRow("in a quote") << u"en"_s << u"> \"a\""_s << u"> “a”"_s;
        QTest::newRow("German") << u"de"_s << u"\"Na 'so', wie geht's\""_s << u"„Na ‚so‘, wie geht’s“"_s;
        QTest::newRow("French") << u"fr"_s << u"l'\"heure\" d'or"_s << u"l’«\u00a0heure\u00a0» d’or"_s;
        QTest::newRow("French with spaces") << u"fr"_s << u"un \"mot \" de"_s << u"un «\u00a0mot\u00a0» de"_s;
        QTest::newRow("en dash") << u"en"_s << u"9--5"_s << u"9–5"_s;
        QTest::newRow("em dash") << u"en"_s << u"so---yes"_s << u"so—yes"_s;
        QTest::newRow("ellipsis") << u"en"_s << u"so... yes"_s << u"so… yes"_s;
        QTest::newRow("arrow") << u"en"_s << u"a --> b"_s << u"a --> b"_s;
        QTest::newRow("after code") << u"en"_s << u"`\"x\"` \"y\""_s << u"`\"x\"` “y”"_s;
        QTest::newRow("after a link") << u"en"_s << u"[a](b--c) \"y\""_s << u"[a](b--c) “y”"_s;
        QTest::newRow("words of a link") << u"en"_s << u"[\"a\"](b)"_s << u"[“a”](b)"_s;
        QTest::newRow("footnote") << u"en"_s << u"[^1]: \"a\""_s << u"[^1]: “a”"_s;
        same("code span", u"`say \"it's\" -- ...`"_s);
        same("open code span", u"``x ` \"y\""_s);
        same("tag", u"<a title=\"it's\">"_s);
        same("comment", u"<!-- \"private\" -- -->"_s);
        same("link's title", u"[a](b \"it's\")"_s);
        same("address", u"https://a.example/b--c'd"_s);
        same("definition", u"[a]: b \"it's\""_s);
        same("thematic break", u"---"_s);
        same("spaced break", u"- - -"_s);
        same("rule of a table", u"| --- | :---: |"_s);
        same("path", u"see ../.../x"_s);
        same("escaped", u"\\\"a"_s);
    }

    void typedText()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, text);
        m_language = language;
        QTest::keyClicks(m_edit.get(), typed);
        QCOMPARE(m_edit->markdown(), text);
    }

    void codeBlocksStayPlain()
    {
        m_edit->setMarkdown(u"```\n\n```"_s);
        m_edit->setCursorOffset(4);
        QTest::keyClicks(m_edit.get(), u"a \"b\" -- it's..."_s);
        QCOMPARE(m_edit->markdown(), u"```\na \"b\" -- it's...\n```"_s);
    }

    void anApostropheComesIntoAWord()
    {
        m_language = u"de"_s;
        m_edit->setMarkdown(u"‚wie gehts"_s);
        m_edit->setCursorOffset(9);
        QTest::keyClicks(m_edit.get(), u"'"_s);
        QCOMPARE(m_edit->markdown(), u"‚wie geht’s"_s);
    }

    void undoBringsBackWhatWasTyped()
    {
        QTest::keyClicks(m_edit.get(), u"say \"yes"_s);
        QCOMPARE(m_edit->markdown(), u"say “yes"_s);
        m_edit->undo();
        QCOMPARE(m_edit->markdown(), u"say “"_s);
        m_edit->undo();
        QCOMPARE(m_edit->markdown(), u"say \""_s);
        QCOMPARE(m_edit->cursorOffset(), 5);
    }

    void backspaceRightAfterDoesSoToo()
    {
        QTest::keyClicks(m_edit.get(), u"9--"_s);
        QCOMPARE(m_edit->markdown(), u"9–"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
        QCOMPARE(m_edit->markdown(), u"9--"_s);
        QTest::keyClicks(m_edit.get(), u"5"_s);
        QCOMPARE(m_edit->markdown(), u"9--5"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
        QCOMPARE(m_edit->markdown(), u"9--"_s);
        QTest::keyClicks(m_edit.get(), u" a... b"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
        QCOMPARE(m_edit->markdown(), u"9-- a… "_s);
    }

    void aSelectionIsQuoted()
    {
        m_edit->setMarkdown(u"so `x y` it is"_s);
        const auto select = [this](int from, int to) {
            QTextCursor cursor = m_edit->textCursor();
            cursor.setPosition(from);
            cursor.setPosition(to, QTextCursor::KeepAnchor);
            m_edit->setTextCursor(cursor);
        };
        select(9, 11);
        QTest::keyClicks(m_edit.get(), u"\""_s);
        QCOMPARE(m_edit->markdown(), u"so `x y` “it” is"_s);
        select(4, 5);
        QTest::keyClicks(m_edit.get(), u"\""_s);
        QCOMPARE(m_edit->markdown(), u"so `\"x\" y` “it” is"_s);
    }

    void offIsOff()
    {
        m_edit->setSmartMarks(false);
        QTest::keyClicks(m_edit.get(), u"\"it's\" -- so..."_s);
        QCOMPARE(m_edit->markdown(), u"\"it's\" -- so..."_s);
    }

private:
    std::unique_ptr<MarkdownEdit> m_edit;
    QString m_language;
};

QTEST_MAIN(TestSmartMarks)
#include "tst_smartmarks.moc"
