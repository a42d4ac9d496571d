// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dictionaries.h"
#include "core/spellwords.h"
#include "editor/markdownedit.h"
#include "editor/ownwords.h"
#include "editor/spelling.h"
#include "editor/spellsearch.h"

#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// With the dictionaries for British and American English, which development brings.
class TestSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir::homePath().contains("test-homes"_L1)); // nobody's own dictionary
        QFile::remove(personalFile());
    }
    void init()
    {
        m_language = u"en-GB"_s;
        m_edit = std::make_unique<MarkdownEdit>();
        m_edit->setLanguageSource([this] { return m_language; });
        m_edit->spelling().setOn(true);
        m_edit->resize(700, 500);
        m_edit->show();
        m_edit->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_edit.get()));
    }
    void cleanup() { m_edit.reset(); }

    void findsTheNearestDictionary_data();
    void findsTheNearestDictionary();
    void knowsTheScript();
    void boundsWords_data();
    void boundsWords();
    void leavesOutWhatMarksCut();
    void marksWhatIsMisspelt_data();
    void marksWhatIsMisspelt();
    void offMarksNothing();
    void aWordIsTypedInPeace();
    void aWordThatIsOnlyVisitedStaysMarked();
    void marksGoWithTheWords();
    void looksOnlyAtWhatIsInView();
    void whatBecomesCodeIsNotMarked();
    void anotherLanguageHasOtherWords();
    void withoutADictionaryNothingIsMarked();
    void ignoresForNow();
    void addsToThePersonsDictionary();
    void takesOutOfThePersonsDictionary();
    void leavesWhatOthersWroteThere();
    void restsUntilItIsAskedAgain();
    void suggests();
    void tellsTheWordAtAPlace();
    void goesFromOneToTheNext();
    void goesBack();
    void saysThatAllIsRight();
    void saysThatThereIsNoDictionary();
    void findsTheOneInALongText();
    void typingEndsTheSearch();
    void paintsWaves();
    void wavesGoWithWhatIsComposed();

private:
    [[nodiscard]] static QString personalFile() { return QDir::home().filePath(u".hunspell_en_GB"_s); }
    [[nodiscard]] Spelling &spelling() { return m_edit->spelling(); }
    [[nodiscard]] QStringList marked()
    {
        QStringList words;
        const MatchList &marks = spelling().marks();
        for (int i = 0; i < marks.size(); ++i)
            words << m_edit->markdown().mid(marks.at(i).begin, marks.at(i).length());
        return words;
    }
    [[nodiscard]] QString selected() { return m_edit->textCursor().selectedText(); }
    /// Until the speller has said what it thinks of `word`, and the marks have heard of it.
    void waitFor(const QString &word)
    {
        QTRY_VERIFY(spelling().speller().isMisspelt(word));
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }
    void find(SpellSearch &search, int direction, const QString &word, int at)
    {
        search.find(direction);
        QTRY_COMPARE(m_edit->selection(), (TextRange{at, at + int(word.size())}));
        QCOMPARE(selected(), word);
    }
    /// The columns of the viewport that have the waves' colour, from the first to the last.
    [[nodiscard]] TextRange waveColumns()
    {
        const QImage seen = m_edit->viewport()->grab().toImage();
        TextRange columns{seen.width(), 0};
        for (int x = 0; x < seen.width(); ++x) {
            for (int y = 0; y < seen.height(); ++y) {
                const QColor colour = seen.pixelColor(x, y);
                if (colour.red() - colour.green() > 60)
                    columns = {std::min(columns.begin, x), x + 1};
            }
        }
        return columns;
    }

    QString m_language;
    std::unique_ptr<MarkdownEdit> m_edit;
};

void TestSpelling::findsTheNearestDictionary_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("its own") << u"en-GB"_s << u"en_US"_s << u"en_GB"_s;
    QTest::newRow("the system's") << u"en"_s << u"en_GB"_s << u"en_GB"_s;
    QTest::newRow("the system's, American") << u"en"_s << u"en_US"_s << u"en_US"_s;
    QTest::newRow("Ireland's is British") << u"en"_s << u"en_IE"_s << u"en_GB"_s;
    QTest::newRow("Australia's is British wherever") << u"en-AU"_s << u"en_US"_s << u"en_GB"_s;
    QTest::newRow("most speak it there") << u"en"_s << u"C"_s << u"en_US"_s;
    QTest::newRow("not the system's language") << u"en"_s << u"de_DE"_s << u"en_US"_s;
    QTest::newRow("Austria has one") << u"de-AT"_s << u"en_GB"_s << u"de_AT"_s;
    QTest::newRow("Liechtenstein takes Germany's") << u"de-LI"_s << u"en_GB"_s << u"de_DE_frami"_s;
    QTest::newRow("without a territory") << u"eo"_s << u"C"_s << u"eo"_s;
    QTest::newRow("the only one") << u"pt-PT"_s << u"C"_s << u"pt_BR"_s;
    QTest::newRow("by the script") << u"sr-Latn"_s << u"C"_s << u"sr_Latn_RS"_s;
    QTest::newRow("by the usual script") << u"sr"_s << u"C"_s << u"sr_RS"_s;
    QTest::newRow("none") << u"vo"_s << u"C"_s << QString();
    QTest::newRow("no language at all") << QString() << u"C"_s << QString();
}

void TestSpelling::findsTheNearestDictionary()
{
    QFETCH(QString, language);
    QFETCH(QString, home);
    const QStringList installed{u"sr_Latn_RS"_s, u"sr_RS"_s, u"de_AT"_s, u"de_DE_frami"_s, u"pt_BR"_s,
                                u"en_US"_s,      u"en_GB"_s, u"eo"_s,    u"eno_US"_s};
    QTEST(nearestDictionary(language, installed, home), "nearest");
}

void TestSpelling::knowsTheScript()
{
    QCOMPARE(scriptOf(u"en_GB"_s), QChar::Script_Latin);
    QCOMPARE(scriptOf(u"ru_RU"_s), QChar::Script_Cyrillic);
    QCOMPARE(scriptOf(u"he_IL"_s), QChar::Script_Hebrew);
    QCOMPARE(scriptOf(u"sr_Latn_RS"_s), QChar::Script_Latin);
    QCOMPARE(scriptOf(u"xx-nothing"_s), std::nullopt);
}

void TestSpelling::boundsWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << u"Two words."_s << u"Two words"_s;
    QTest::newRow("apostrophes of both kinds") << u"don't ‘don’t’ 'quoted'"_s << u"don't don't quoted"_s;
    QTest::newRow("elisions") << u"’tis rock ’n’ roll, ’em"_s << u"rock roll"_s;
    QTest::newRow("hyphens") << u"well-being – e‑mail-list -- mother-in-law-"_s
                             << u"well-being e-mail-list mother-in-law"_s;
    QTest::newRow("soft hyphens") << u"re\u00ADport"_s << u"report"_s;
    QTest::newRow("combining marks") << u"nai\u0308ve cafe\u0301"_s << u"naïve café"_s;
    QTest::newRow("emoji") << u"run🏃ning 👩‍👩‍👧 fun"_s << u"run ning fun"_s;
    QTest::newRow("digits") << u"3rd 2019-W36 mid-2019 covid19 x2y"_s << QString();
    QTest::newRow("acronyms") << u"NHS URLs GDS's A I’m OK Ok"_s << u"I'm Ok"_s;
    QTest::newRow("other scripts") << u"日本語 ひらがな Привет שלום สวัสดี word"_s << u"word"_s;
    QTest::newRow("mixed scripts") << u"wоrd"_s << QString(); // a Cyrillic о
    QTest::newRow("addresses") << u"see https://a.example/wrod, www.example.org/x and (example.org)."_s << u"see and"_s;
    QTest::newRow("mail") << u"to anna.b@example.org: hi"_s << u"to hi"_s;
    QTest::newRow("mentions and tags") << u"@anna, (@bert) #tagg \"#tagg\" C# a # b"_s << QString();
    QTest::newRow("paths and files") << u"/usr/shar ~/notez ./buld a/b/ccc C:\\Usrs notes.sqlite snake_case"_s
                                     << QString();
    QTest::newRow("either or") << u"and/or"_s << u"and or"_s;
    QTest::newRow("dots") << u"the end...perhaps e.g. this"_s << u"the end perhaps this"_s;
    QTest::newRow("only punctuation") << u"… — ’ - #"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestSpelling::boundsWords()
{
    QFETCH(QString, line);
    QStringList words;
    for (const SpellWord &word : spellWords(line, 0, int(line.size()), QChar::Script_Latin)) {
        QVERIFY(word.start >= 0 && word.end() <= line.size());
        words << word.text;
    }
    QTEST(words.join(u' '), "words");
}

void TestSpelling::leavesOutWhatMarksCut()
{
    const QString line = u"un**believ**able"_s;
    for (const auto &[start, length] : {std::pair(0, 2), std::pair(4, 6), std::pair(12, 4)})
        QVERIFY(spellWords(line, start, length).empty());
}

void TestSpelling::marksWhatIsMisspelt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("misspelt");
    const auto row = [](const char *name, const QString &text, const QStringList &misspelt = {}) {
        QTest::newRow(name) << text << misspelt;
    };
    row("prose", u"This weak teh paper, recieved."_s, {u"teh"_s, u"recieved"_s});
    row("right", u"We don’t, don't and won’t; well-being, naïve. Weeknotes."_s);
    row("compound", u"A well-beng."_s, {u"well-beng"_s});
    row("heading", u"## Teh `cdoe` of [lnik](https://a.example/wrod)"_s, {u"Teh"_s, u"lnik"_s});
    row("emphasis", u"**bodl** and *emphsis* and _emphsis_ and ~~strik~~ **teh `cdoe`**"_s,
        {u"bodl"_s, u"emphsis"_s, u"emphsis"_s, u"strik"_s, u"teh"_s});
    row("inline code", u"The `cdoe` and ``mroe `` code``."_s);
    row("fenced code", u"```\ncdoe\n```\n\n~~~cpp\ncdoe = teh;\n~~~"_s);
    row("indented code", u"A list:\n\n    cdoe fro teh\n"_s);
    row("links",
        u"[teh](https://exampel.example \"titel\") [one][reff] <https://exampel.example> <a@exmaple.example>"_s,
        {u"teh"_s});
    row("link targets", u"[reff]: https://exampel.example/teh"_s);
    row("pictures", u"![An imgae](images/prnter.jpg \"A captoin\")"_s, {u"imgae"_s, u"captoin"_s});
    row("HTML", u"A <spn class=\"clas\">wrod</spn> &nbps; <br/>"_s, {u"wrod"_s});
    row("list", u"- lsit\n- [ ] taks\n1. nubmer"_s, {u"lsit"_s, u"taks"_s, u"nubmer"_s});
    row("quote", u"> qoute"_s, {u"qoute"_s});
    row("table", u"| Tabel | Fine |\n|:---|---|\n| wrod | fine |"_s, {u"Tabel"_s, u"wrod"_s});
    row("footnote", u"A note[^teh].\n\n[^teh]: Teh words."_s, {u"Teh"_s});
    row("private", u"<!-- private\nHiden `cdoe`\n\nmroe\n-->\nwrod"_s, {u"Hiden"_s, u"mroe"_s, u"wrod"_s});
    row("until", u"<!-- until 2026-12-01\nHiden\n-->"_s, {u"Hiden"_s});
    row("prompt", u"<!-- ? Waht surprised you this wek? -->\nWaht"_s, {u"Waht"_s});
    row("comments", u"<!-- appael: half marathon --> words\n\n<!--\nmroe\n-->"_s);
    row("front matter", u"---\ntitel: Teh\nauthr: x\n---\n\nwrod"_s, {u"wrod"_s});
    row("a rule is no front matter", u"---\n\nwrod\n\n---"_s, {u"wrod"_s});
    row("cut words", u"un**believ**able and *Teh*m"_s);
    row("right to left", u"שלום עולם teh ملاحظات"_s, {u"teh"_s});
}

void TestSpelling::marksWhatIsMisspelt()
{
    QFETCH(QString, text);
    QFETCH(QStringList, misspelt);
    // The last line is looked at last.
    m_edit->setMarkdown(text + u"\n\nzzqx"_s);
    QTRY_COMPARE(marked(), misspelt + QStringList(u"zzqx"_s));
}

void TestSpelling::offMarksNothing()
{
    m_edit->setMarkdown(u"Teh"_s);
    QTRY_COMPARE(marked(), QStringList(u"Teh"_s));
    spelling().setOn(false);
    QVERIFY(marked().isEmpty());
    m_edit->setMarkdown(u"Teh"_s);
    waitFor(u"Teh"_s);
    QVERIFY(marked().isEmpty());
    spelling().setOn(true);
    QTRY_COMPARE(marked(), QStringList(u"Teh"_s));
}

void TestSpelling::aWordIsTypedInPeace()
{
    QTest::keyClicks(m_edit.get(), u"Teh wrod"_s);
    waitFor(u"wrod"_s);
    QCOMPARE(marked(), QStringList(u"Teh"_s));
    QTest::keyClick(m_edit.get(), Qt::Key_Left);
    QTest::keyClick(m_edit.get(), Qt::Key_Left);
    waitFor(u"wrod"_s);
    QCOMPARE(marked(), QStringList(u"Teh"_s)); // still in it
    QTest::keyClick(m_edit.get(), Qt::Key_Home);
    QTRY_COMPARE(marked(), (QStringList{u"Teh"_s, u"wrod"_s}));
    QTest::keyClick(m_edit.get(), Qt::Key_End);
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    waitFor(u"wrod"_s);
    QCOMPARE(marked(), (QStringList{u"Teh"_s, u"wrod"_s}));
}

void TestSpelling::aWordThatIsOnlyVisitedStaysMarked()
{
    m_edit->setMarkdown(u"Teh wrod"_s);
    QTRY_COMPARE(marked().size(), 2);
    m_edit->setCursorOffset(5);
    waitFor(u"wrod"_s);
    QCOMPARE(marked().size(), 2);
    m_edit->replaceAside(0, 3, u"The"_s); // nor is it typed because something is, elsewhere
    QTRY_COMPARE(marked(), QStringList(u"wrod"_s));
}

void TestSpelling::marksGoWithTheWords()
{
    m_edit->setMarkdown(u"One.\n\nA wrod."_s);
    QTRY_COMPARE(marked(), QStringList(u"wrod"_s));
    const TextRange before = spelling().marks().at(0);
    QTest::keyClicks(m_edit.get(), u"So "_s); // at once, before the next turn
    QCOMPARE(spelling().marks().at(0), (TextRange{before.begin + 3, before.end + 3}));
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QCOMPARE(marked(), QStringList(u"wrod"_s));
    m_edit->undo();
    QTRY_COMPARE(marked(), QStringList(u"wrod"_s));
}

void TestSpelling::looksOnlyAtWhatIsInView()
{
    m_edit->setMarkdown(u"Teh\n\n"_s + u"Fine.\n\n"_s.repeated(200) + u"wrod"_s);
    QTRY_COMPARE(marked(), QStringList(u"Teh"_s));
    waitFor(u"Fine"_s);
    QVERIFY(!spelling().speller().isMisspelt(u"wrod"_s));
    m_edit->goToEnd();
    QTRY_COMPARE(marked(), (QStringList{u"Teh"_s, u"wrod"_s}));
}

void TestSpelling::whatBecomesCodeIsNotMarked()
{
    m_edit->setMarkdown(u"\n\nwrod\n\nmroe"_s);
    QTRY_COMPARE(marked().size(), 2);
    QTest::keyClicks(m_edit.get(), u"```"_s);
    QTRY_COMPARE(marked(), QStringList());
    m_edit->undo();
    QTRY_COMPARE(marked().size(), 2);
}

void TestSpelling::anotherLanguageHasOtherWords()
{
    m_edit->setMarkdown(u"The colour, the color."_s);
    QTRY_COMPARE(marked(), QStringList(u"color"_s));
    QCOMPARE(spelling().speller().dictionary(), u"en_GB"_s);
    m_language = u"en-US"_s;
    m_edit->viewport()->update();
    QTRY_COMPARE(marked(), QStringList(u"colour"_s));
    QCOMPARE(spelling().speller().dictionary(), u"en_US"_s);
    m_language = u"en-GB"_s;
    m_edit->setMarkdown({}); // of no note
    QCOMPARE(spelling().speller().language(), u"en-US"_s);
    m_edit->setMarkdown(u"Another note."_s);
    QCOMPARE(spelling().speller().language(), u"en-GB"_s); // before it is painted
}

void TestSpelling::withoutADictionaryNothingIsMarked()
{
    m_edit->setMarkdown(u"Teh"_s);
    QTRY_COMPARE(marked(), QStringList(u"Teh"_s));
    m_language = u"vo"_s;
    m_edit->viewport()->update();
    QTRY_COMPARE(marked(), QStringList());
    QVERIFY(spelling().speller().isReady());
    QVERIFY(spelling().speller().dictionary().isEmpty());
    const QFuture<QStringList> none = spelling().speller().suggestions(u"Teh"_s);
    QTRY_VERIFY(none.isFinished());
    QVERIFY(none.result().isEmpty());
}

void TestSpelling::ignoresForNow()
{
    m_edit->setMarkdown(u"Flumbery wrod flumbery"_s);
    QTRY_COMPARE(marked().size(), 3);
    spelling().speller().ignore(u"flumbery"_s);
    QTRY_COMPARE(marked(), (QStringList{u"Flumbery"_s, u"wrod"_s}));
    QVERIFY(!QFile::exists(personalFile()));
}

void TestSpelling::addsToThePersonsDictionary()
{
    m_edit->setMarkdown(u"Brumbleton’s wrod, Brumbleton."_s);
    QTRY_COMPARE(marked().size(), 3);
    const QFuture<bool> added = spelling().speller().add(u"Brumbleton"_s);
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
    QTRY_VERIFY(!marked().contains(u"Brumbleton"_s));
    QVERIFY(marked().contains(u"wrod"_s));
    QFile file(personalFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "Brumbleton\n"_ba);
    QFile::remove(personalFile());
}

void TestSpelling::leavesWhatOthersWroteThere()
{
    QFile file(personalFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("caf\xe9\nBrumbleton\r\nPlumbleby/walk\n"); // in another encoding, with other ends
    file.close();
    QCOMPARE(OwnWords::find(u"en_GB"_s, u"Plumbleby"_s), u"Plumbleby"_s);
    QVERIFY(OwnWords::remove(u"en_GB"_s, u"Brumbleton"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "caf\xe9\nPlumbleby/walk\n"_ba);
    file.close();
    QVERIFY(QFile::remove(personalFile()));
    QVERIFY(!OwnWords::remove(u"en_GB"_s, u"Plumbleby"_s)); // nothing to take it out of
    QVERIFY(!QFile::exists(personalFile()));
}

void TestSpelling::takesOutOfThePersonsDictionary()
{
    QFile file(personalFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Brumbleton\ngrumble\n");
    file.close();
    m_edit->setMarkdown(u"wrod Brumbleton Grumble "_s);
    QTRY_COMPARE(marked(), QStringList(u"wrod"_s));
    Speller &speller = spelling().speller();
    const auto own = [&](const QString &word) {
        const QFuture<QString> found = speller.ownWord(word);
        return QTest::qWaitFor([&] { return found.isFinished(); }) ? found.result() : u"?"_s;
    };
    QCOMPARE(own(u"Brumbleton"_s), u"Brumbleton"_s);
    QCOMPARE(own(u"Grumble"_s), u"grumble"_s);
    QCOMPARE(own(u"week"_s), QString());
    const QFuture<bool> removed = speller.remove(u"Brumbleton"_s);
    QTRY_VERIFY(removed.isFinished());
    QVERIFY(removed.result());
    QTRY_COMPARE(marked(), (QStringList{u"wrod"_s, u"Brumbleton"_s}));
    QCOMPARE(own(u"Brumbleton"_s), QString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "grumble\n"_ba);
    file.close();
    QFile::remove(personalFile());
}

void TestSpelling::restsUntilItIsAskedAgain()
{
    const QSignalSpy rested(&spelling().speller(), &Speller::rested);
    m_edit->setMarkdown(u"wrod "_s);
    QTRY_COMPARE(marked(), QStringList(u"wrod"_s));
    QFile file(personalFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Brumbleton\n"); // which only a dictionary that is opened anew knows
    file.close();
    QTRY_COMPARE(rested.count(), 1);
    m_edit->goToEnd();
    QTest::keyClicks(m_edit.get(), u"Brumbleton mroe "_s);
    QTRY_COMPARE(marked(), (QStringList{u"wrod"_s, u"mroe"_s}));
    QFile::remove(personalFile());
}

void TestSpelling::suggests()
{
    m_edit->setMarkdown(u"recieve"_s);
    QTRY_COMPARE(marked().size(), 1);
    const QFuture<QStringList> better = spelling().speller().suggestions(u"recieve"_s);
    QTRY_VERIFY(better.isFinished());
    QCOMPARE(better.result().value(0), u"receive"_s);
}

void TestSpelling::tellsTheWordAtAPlace()
{
    m_edit->setMarkdown(u"One\nA wrod, fine"_s);
    QTRY_COMPARE(marked().size(), 1);
    for (const int inside : {6, 8, 10})
        QCOMPARE(spelling().misspeltAt(inside).value_or(Spelling::Word()).range, (TextRange{6, 10}));
    for (const int outside : {0, 5, 11, 16, 99})
        QVERIFY(!spelling().misspeltAt(outside));
}

void TestSpelling::goesFromOneToTheNext()
{
    m_edit->setMarkdown(u"Teh fine wrod.\n\nFine, mroe. Teh end."_s);
    SpellSearch search(*m_edit);
    find(search, 1, u"Teh"_s, 0);
    find(search, 1, u"wrod"_s, 9);
    find(search, 1, u"mroe"_s, 22);
    find(search, 1, u"Teh"_s, 28);
    find(search, 1, u"Teh"_s, 0); // round the end
    spelling().setOn(false);      // whoever asks is told all the same
    find(search, 1, u"wrod"_s, 9);
}

void TestSpelling::goesBack()
{
    m_edit->setMarkdown(u"Teh fine wrod.\n\nFine, mroe."_s);
    SpellSearch search(*m_edit);
    find(search, -1, u"mroe"_s, 22);
    find(search, -1, u"wrod"_s, 9);
    find(search, -1, u"Teh"_s, 0);
    find(search, -1, u"mroe"_s, 22);
    m_edit->setCursorOffset(24); // within a word, the others come first
    find(search, -1, u"wrod"_s, 9);
}

void TestSpelling::saysThatAllIsRight()
{
    m_edit->setMarkdown(u"All is `rigth`.\n\nYes."_s);
    SpellSearch search(*m_edit);
    const QSignalSpy nothing(&search, &SpellSearch::nothingFound);
    search.find(1);
    QTRY_COMPARE(nothing.count(), 1);
    search.find(-1);
    QTRY_COMPARE(nothing.count(), 2);
    QVERIFY(m_edit->selection().isEmpty());
    m_edit->setMarkdown(u"wrod"_s); // the one that is selected is found again
    find(search, 1, u"wrod"_s, 0);
    search.find(1);
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(selected(), u"wrod"_s);
    QCOMPARE(nothing.count(), 2);
}

void TestSpelling::saysThatThereIsNoDictionary()
{
    m_language = u"vo"_s;
    m_edit->setMarkdown(u"Teh"_s);
    SpellSearch search(*m_edit);
    const QSignalSpy none(&search, &SpellSearch::noDictionary);
    search.find(1);
    QTRY_COMPARE(none.count(), 1);
}

void TestSpelling::findsTheOneInALongText()
{
    const QString fine = u"A line of words that are fine, and more of them.\n\n"_s.repeated(3000);
    m_edit->setMarkdown(fine + u"wrod\n\n"_s + fine);
    SpellSearch search(*m_edit);
    find(search, 1, u"wrod"_s, int(fine.size()));
    m_edit->setCursorOffset(int(fine.size()) + 10);
    find(search, 1, u"wrod"_s, int(fine.size())); // round the end
}

void TestSpelling::typingEndsTheSearch()
{
    m_edit->setMarkdown(u"Fine. "_s);
    m_edit->goToEnd();
    waitFor(u"Fine"_s);
    SpellSearch search(*m_edit);
    const QSignalSpy nothing(&search, &SpellSearch::nothingFound);
    search.find(1);
    QTest::keyClicks(m_edit.get(), u"Teh "_s);
    QTRY_COMPARE(marked(), QStringList(u"Teh"_s));
    QVERIFY(m_edit->selection().isEmpty());
    QCOMPARE(nothing.count(), 0);
}

void TestSpelling::paintsWaves()
{
    m_edit->setMarkdown(u"Fine wrod fine"_s);
    QTRY_COMPARE(marked().size(), 1);
    QTextCursor at(m_edit->document());
    at.setPosition(5);
    const int begin = m_edit->cursorRect(at).left();
    at.setPosition(9);
    const int end = m_edit->cursorRect(at).left();
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        m_edit->setScheme(scheme);
        const TextRange columns = waveColumns();
        QVERIFY2(std::abs(columns.begin - begin) <= 3, qPrintable(QString::number(columns.begin)));
        QVERIFY2(std::abs(columns.end - end) <= 3, qPrintable(QString::number(columns.end)));
    }
    spelling().setOn(false);
    QVERIFY(waveColumns().end == 0);
}

void TestSpelling::wavesGoWithWhatIsComposed()
{
    m_edit->setMarkdown(u"Fine wrod fine"_s);
    QTRY_COMPARE(marked().size(), 1);
    const TextRange before = waveColumns();
    QInputMethodEvent compose(u"かな"_s, {});
    QCoreApplication::sendEvent(m_edit.get(), &compose);
    const TextRange composing = waveColumns(); // at once, before the next turn
    QVERIFY(composing.begin > before.begin + 10);
    QVERIFY(std::abs(composing.length() - before.length()) <= 2);
}

QTEST_MAIN(TestSpelling)
#include "tst_spelling.moc"
