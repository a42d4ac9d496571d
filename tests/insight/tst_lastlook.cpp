// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lastlook.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestLastLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsInTheText_data();
    void findsInTheText();
    void mendsWhatItCan_data();
    void mendsWhatItCan();
    void saysWhatTheHeaderLacks();
    void knowsTheNumbersOfOthers();
    void countsJots();
    void countsWhatIsHidden();
    void readsNothingHidden();
    void namesPeople();
    void looksAtImageFiles();
    void tellsOfImagesElsewhere();
    void renamesImages_data();
    void renamesImages();
    void knowsWhatLinksAnswered();
    void mendsWhatMoved_data();
    void mendsWhatMoved();
    void namesTheLinksToAsk();
    void asksForEachWordOnce();
    void doubtsTheDictionary();
    void followsLinksBetweenWeeks();
    void knowsWhatStoodInTheLastNote();
    void remindsOfPromises_data();
    void remindsOfPromises();
    void speaksOfDaysByThePeriod();
    void keepsItsKeysThroughEdits();
    void sortsByPlace();
    void findsTheSameAfterAnEdit();
    void survivesAnything();
    void namesEachRule();
};

namespace {

LookInput inputOf(const QString &text)
{
    LookInput input;
    input.note.id = NoteId(createUuidV7(1));
    input.note.fields.title = u"3.9"_s;
    input.note.fields.subtitle = u"In which"_s;
    input.note.fields.number = {.season = 3, .episode = 9};
    input.note.fields.covers = Period{QDate(2021, 3, 1), QDate(2021, 3, 7)};
    input.note.fields.language = u"en-GB"_s;
    input.text = text;
    input.document = Markdown::Document::parse(text);
    input.today = QDate(2021, 3, 8);
    return input;
}

std::vector<LookFinding> found(const LookInput &input, LookRule rule)
{
    std::vector<LookFinding> findings = lastLook(input);
    std::erase_if(findings, [rule](const LookFinding &each) { return each.rule != rule; });
    return findings;
}

std::vector<LookFinding> found(const QString &text, LookRule rule)
{
    return found(inputOf(text), rule);
}

/// `text` with ⟦ and ⟧ around what the findings speak of.
QString marked(QString text, const std::vector<LookFinding> &findings)
{
    for (auto each = findings.rbegin(); each != findings.rend(); ++each) {
        text.insert(each->range.end, u'⟧');
        text.insert(each->range.begin, u'⟦');
    }
    return text;
}

LookRule ruleOf(const QString &name)
{
    for (int rule = 0; rule <= int(LookRule::LongSentence); ++rule) {
        if (nameOf(LookRule(rule)) == name)
            return LookRule(rule);
    }
    qFatal("no rule");
}

NoteHeader headerOf(int id, const SeasonNumber &number, QDate first)
{
    NoteHeader header;
    header.id = NoteId(createUuidV7(1000 + id));
    header.fields.title = u"Note %1"_s.arg(id);
    header.fields.subtitle = u"of many"_s;
    header.fields.number = number;
    header.fields.covers = Period{first, first.addDays(6)};
    return header;
}

} // namespace

void TestLastLook::findsInTheText_data()
{
    QTest::addColumn<QString>("text"); // what is to be found in ⟦ ⟧
    const auto row = [](const char *rule, const QString &text) {
        QTest::addRow("%s: %s", rule, qPrintable(text.left(60).simplified())) << text;
    };
    row("prompt", u"Hello.\n\n⟦<!-- ? What surprised you? -->⟧\n\n<!-- ? What next? -->\n\nA lot.\n"_s);
    row("prompt", u"⟦<!-- ? What surprised you? -->⟧\n\n## Next\n\nA lot.\n"_s);
    row("prompt", u"`<!-- ? What -->`\n"_s);

    row("empty-section", u"Hello.\n\n⟦## Wins⟧\n\n## Next\n\n### Soon\n\nA lot.\n"_s);
    row("empty-section", u"Hello.\n\n⟦## Wins⟧\n\n<!-- private\nsecret\n-->\n"_s);
    row("empty-section", u"Hello.\n\n## Have a good weekend.\n"_s);
    row("empty-section", u"a\n\n## Told\n\n## In\n\n## Headings\n\n## Alone\n"_s);

    row("placeholder", u"Ask Sam ⟦TODO⟧ and ⟦[link]⟧, ⟦[Name]⟧, ⟦[insert picture of cat]⟧, ⟦TK⟧ ⟦Lorem ipsum⟧.\n"_s);
    row("placeholder", u"A TODO list, todo, TKO, “he said […] so” [sic], `TODO`, xxx\n\n[link](http://a.org)\n"_s);

    row("empty-passage", u"a\n\n⟦<!-- private -->⟧\n\nb\n\n<!-- /private -->\n\n⟦> <!-- until 2099-01-01\n> -->⟧\n"_s);
    row("empty-passage", u"a\n\n<!-- private\nb\n-->\n\n<!-- more -->\n\n<!-- private: c -->\n"_s);

    row("endless-passage", u"a\n\n⟦<!-- private⟧\nb\n\n## c\n\nd\n"_s);
    row("endless-passage", u"a\n\n- x\n  ⟦<!-- until 2099-01-01⟧\n  b\n\nc\n"_s);
    row("endless-passage", u"a\n\n<!-- private\nb\n-->\n\n> <!-- until 2099-01-01\n> c\n> -->\n"_s);

    row("missing-footnote", u"a⟦[^gone]⟧ b[^here] `[^code]` \\[^c]\n\n- ⟦[^Too]⟧\n\n[^here]: It is, ⟦[^one]⟧.\n"_s);

    row("unread-footnote", u"a[^1]\n\n[^1]: b\n\n⟦[^2]⟧: c\n\n⟦[^1]⟧: d\n\n  ⟦[^own]⟧: e\n"_s);
    row("unread-footnote", u"<!-- private a[^1] -->\n\n[^1]: b[^2]\n\n[^2]: c\n\n> `[^3]: d`\n"_s);

    row("alt-text", u"Look ⟦![](a.png)⟧ and ![a cat](b.png)\n\n⟦![](c.png \"(Caption)\")⟧\n"_s);
    row("alt-text", u"[⟦![](a.png)⟧](https://a.org)\n⟦![](b.png)⟧\n⟦![](c.png)⟧\n"_s);
    row("alt-file-name", u"⟦![IMG_2034.jpg](a.png)⟧\n\n⟦![IMG_2034](b.png)⟧\n\n![Image of a cat](c.png)\n"_s);

    row("bare-link", u"Read ⟦https://a.org/b⟧ or <⟦https://a.org/c⟧> or ⟦www.a.org⟧.\n\nhttps://alone.org/\n\n"
                     "Tune of the week: https://youtu.be/x\n\nme@a.org wrote. `https://code.org`\n"_s);
    row("double-link", u"[A](https://a.org/x) and [B](https://a.org/y) and [⟦C⟧](http://a.org/x/)\n"_s);
    row("double-link", u"[A] and [A]. [Top](#a) [Top](#a)\n\n[A]: https://a.org\n"_s);
    row("insecure-link", u"[A](⟦http://a.org⟧), [B](https://b.org), www.c.org, [D](<⟦http://d.org⟧>)\n"_s);
    row("insecure-link", u"[A] and [A].\n\n[A]: ⟦http://a.org⟧\n"_s);
    row("insecure-link", u"`http://a.org`\n\n    http://a.org\n"_s);
    row("short-link",
        u"[A](⟦https://bit.ly/x⟧) [B](⟦https://t.co/y⟧) [C](https://rabbit.ly/x) [D](https://at.co/)\n"_s);
    row("tracking-link",
        u"[A](⟦https://a.org/?utm_source=x⟧) [B](https://b.org/?q=utm_source) ⟦https://c.org/?a=1&fbclid=2⟧\n"_s);
    row("tracking-link", u"[A](⟦https://youtu.be/x?si=1⟧) [B](https://b.org/?si=1)\n"_s);
    row("local-link",
        u"[A](⟦http://localhost:8080/a⟧) [B](⟦http://192.168.1.1/⟧) [N](⟦http://100.100.1.1/⟧) "
        u"[C](⟦file:///home/sam/a.pdf⟧) "
        "[D](⟦https://intranet/news⟧) [E](⟦http://printer.local⟧) [F](https://a.org/localhost) [G](/about)\n"_s);
    row("private-document",
        u"[A](⟦https://docs.google.com/document/d/1x/edit⟧) [B](⟦https://us.sharepoint.com/:w:/x⟧) "
        "[C](https://docs.google.com/document/d/e/2x/pub) [D](https://docs.google.com/forms/d/1/viewform) "
        "[E](⟦https://us.slack.com/archives/C1⟧) [F](https://slack.com/) [G](https://www.dropbox.com/s/x)\n"_s);
    row("empty-link", u"[](⟦https://a.org⟧) [⟦B⟧]() [![cat](a.png)](https://c.org)\n"_s);
    row("dropped-link",
        u"[A](⟦javascript:alert(1)⟧) [B](⟦tel:+44⟧) [C](mailto:me@a.org) [D](/about) [E](#top) []()\n"_s);
    row("vague-link",
        u"Read it [⟦here⟧](https://a.org), [⟦click here!⟧](https://b.org), [here in Wales](https://c.org)\n"_s);

    row("asterisk-footnote", u"We won* again.\n\n⟦* well, nearly⟧\n"_s);
    row("asterisk-footnote", u"We won\\* again.\n\n⟦\\* well, nearly⟧\n\nNot this.\n"_s);
    row("asterisk-footnote", u"We *won* again.\n\n* a\n* b\n\n*so*\n"_s);
    row("asterisk-footnote", u"* first\n\nWe won* again.\n\n* a\n* b\n"_s);

    row("heading-level", u"## A\n\na\n\n⟦#### B⟧\n\nb\n\n## C\n\nc\n\n### D\n\nd\n"_s);
    row("heading-level", u"### A\n\na\n\n### B\n\nb\n"_s);
    row("heading-one", u"a\n\n⟦# A⟧\n\na\n\n# B\n\nb\n"_s);
    row("heading-one", u"# 3.9\n\na\n\n## B\n\nb\n"_s); // the title once more
    row("heading-empty", u"a\n\n⟦##⟧\n\nb\n"_s);

    row("ageing-word", u"I saw it ⟦today⟧, and today again; ⟦tomorrow⟧ I rest.\n\n## Today\n\n> he said today\n"_s);
    row("ageing-word",
        u"⟦This morning⟧ we met. “See you tomorrow”, she said. On the Today programme. [Today](https://a.org)\n"_s);
    row("ageing-word", u"It ended today (Sunday), and today, 7 March. Next week and on Monday. todays’ yesterdays\n"_s);

    row("ageing-word", u"On day 3. ⟦Today⟧ it rained. On 3 March it began. We ended on 7 March, today.\n"_s);

    row("doubled-word", u"I saw ⟦the the⟧ cat, ⟦And and⟧ it had had tiny tiny feet.\n"_s);
    row("doubled-word", u"The The played, and New New York. It is in *the* the hall\\\nhall\n\n    the the\n"_s);
    row("doubled-word", u"what ⟦of\nof⟧ that, for, for\n"_s);
    row("dropped-word", u"It is ⟦a an⟧ idea ⟦of the of⟧ it, ⟦with the.⟧ Between A and B. Wait for a... end\n"_s.replace(
                            u"⟦of the of⟧"_s, u"of ⟦the of⟧"_s));
    row("dropped-word", u"Ask the to-do list, the A team. Option A. It is the the. All in all, plan a.\nb\n"_s.replace(
                            u"plan a."_s, u"plan B."_s));

    row("long-paragraph", u"short\n\n⟦"_s + u"Word. "_s.repeated(200) + u"End."_s + u"⟧\n"_s);
    row("long-paragraph", u"Word. "_s.repeated(199) + u"End."_s + u'\n');
    row("long-sentence", u"Short. ⟦Word "_s + u"word "_s.repeated(60) + u"end.⟧ Short.\n"_s);
    row("long-sentence", u"Short. "_s + u"word "_s.repeated(30) + u"end! "_s + u"Word "_s.repeated(40) + u"e.\n"_s);
    row("repeated-paragraph", u"x\n"_s);
}

void TestLastLook::findsInTheText()
{
    QFETCH(QString, text);
    const QString rule = QString::fromUtf8(QTest::currentDataTag()).section(u':', 0, 0);
    const QString plain = QString(text).remove(u'⟦').remove(u'⟧');
    QCOMPARE(marked(plain, found(plain, ruleOf(rule))), text);
}

void TestLastLook::mendsWhatItCan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mended");
    const auto row = [](const char *rule, const QString &text, const QString &mended) {
        QTest::addRow("%s: %s", rule, qPrintable(text.left(60).simplified())) << text << mended;
    };
    row("prompt", u"a\n\n<!-- ? Why? -->\n\n## b\n\nc\n"_s, u"a\n\n## b\n\nc\n"_s);
    row("heading-empty", u"a\n\n##\n\nb\n"_s, u"a\n\nb\n"_s);
    row("insecure-link", u"[A](http://a.org/http://b)\n"_s, u"[A](https://a.org/http://b)\n"_s);
    row("insecure-link", u"[A][a]\n\n[a]: http://a.org\n"_s, u"[A][a]\n\n[a]: https://a.org\n"_s);
    row("tracking-link", u"[A](https://a.org/?utm_source=x)\n"_s, u"[A](https://a.org/)\n"_s);
    row("tracking-link", u"[A](https://a.org/?a=1&utm_source=x&b=2#c)\n"_s, u"[A](https://a.org/?a=1&b=2#c)\n"_s);
    row("tracking-link", u"[A](https://a.org/?utm_source=x&utm_medium=y&b=2#c)\n"_s, u"[A](https://a.org/?b=2#c)\n"_s);
    row("tracking-link", u"[A](https://a.org/?gclid=x&b=2&fbclid=y)\n"_s, u"[A](https://a.org/?b=2)\n"_s);
    row("tracking-link", u"Go to https://a.org/?gclid=x, now\n"_s, u"Go to https://a.org/, now\n"_s);
    row("asterisk-footnote", u"We won* [^1] again.\n\n* well\n\n[^1]: x\n"_s,
        u"We won[^2] [^1] again.\n\n[^2]: well\n\n[^1]: x\n"_s);
    row("asterisk-footnote", u"We won\\*.\n\n\\* well\n"_s, u"We won[^1].\n\n[^1]: well\n"_s);
    row("heading-level", u"## A\n\na\n\n##### B\n\nb\n"_s, u"## A\n\na\n\n### B\n\nb\n"_s);
    row("heading-one", u"a\n\n# A\n\na\n\n## B\n\nb\n"_s, u"a\n\n## A\n\na\n\n### B\n\nb\n"_s);
    row("doubled-word", u"I saw the *cat* of of the\nthe dog\n"_s, u"I saw the *cat* of the\nthe dog\n"_s);
}

void TestLastLook::mendsWhatItCan()
{
    QFETCH(QString, text);
    QFETCH(QString, mended);
    const LookRule rule = ruleOf(QString::fromUtf8(QTest::currentDataTag()).section(u':', 0, 0));
    const auto before = found(text, rule);
    QVERIFY(!before.empty());
    const QString after = fixed(text, before.front().fix);
    QCOMPARE(after, mended);
    QCOMPARE(found(after, rule).size(), before.size() - 1);
}

void TestLastLook::saysWhatTheHeaderLacks()
{
    LookInput input = inputOf(u"Hello.\n"_s);
    QCOMPARE(lastLook(input).size(), 1U);
    QCOMPARE(lastLook(input).front().rule, LookRule::ReadingTime);
    QCOMPARE(lastLook(input).front().count, 1);

    input.note.fields.title.clear();
    input.note.fields.subtitle.clear();
    input.note.fields.covers.reset();
    input.note.fields.number = {};
    input.note.created = QDateTime(QDate(2021, 3, 8), QTime(12, 0));
    QCOMPARE(found(input, LookRule::Title).size(), 1U);
    QCOMPARE(found(input, LookRule::Period).size(), 1U);
    // Who never has a subtitle or a number does not lack one.
    QCOMPARE(found(input, LookRule::Subtitle).size(), 0U);
    QCOMPARE(found(input, LookRule::Number).size(), 0U);
    for (int i = 1; i < 4; ++i)
        input.notes.push_back(headerOf(i, {.season = 3, .episode = i}, QDate(2021, 2, 1).addDays(7 * i)));
    QCOMPARE(found(input, LookRule::Subtitle).size(), 1U);
    QCOMPARE(found(input, LookRule::Number).size(), 1U);
    input.note.fields.kind = NoteKind::Post;
    QCOMPARE(found(input, LookRule::Period).size(), 0U);
    QCOMPARE(found(input, LookRule::Number).size(), 0U);
}

void TestLastLook::knowsTheNumbersOfOthers()
{
    LookInput input = inputOf(u"Hello.\n"_s);
    input.notes = {input.note, headerOf(1, {.season = 2, .episode = 9}, QDate(2020, 3, 1)),
                   headerOf(2, {.season = 3, .episode = 8}, QDate(2021, 2, 22))};
    QCOMPARE(found(input, LookRule::NumberTaken).size(), 0U);
    input.notes[2].fields.number.lastEpisode = 9;
    const auto taken = found(input, LookRule::NumberTaken);
    QCOMPARE(taken.size(), 1U);
    QCOMPARE(taken.front().words, u"3.9"_s);
    QCOMPARE(taken.front().other, u"Note 2"_s);
    input.note.fields.number.episode.reset();
    QCOMPARE(found(input, LookRule::Number).size(), 1U);
}

void TestLastLook::countsJots()
{
    LookInput input = inputOf(u"Hello.\n"_s);
    input.jots = {Jot{JotId(), Week::of(QDate(2021, 3, 1)), u"used"_s, {}, true},
                  Jot{JotId(), Week::of(QDate(2021, 3, 1)), u"printer"_s, {}, false}};
    const auto jots = found(input, LookRule::UnusedJots);
    QCOMPARE(jots.size(), 1U);
    QCOMPARE(jots.front().count, 1);
    QCOMPARE(jots.front().words, u"printer"_s);
}

void TestLastLook::countsWhatIsHidden()
{
    const QString text = u"a\n\n<!-- private\nx\n-->\n\n<!-- private\ny\n-->\n\n<!-- until 2021-04-02\nz\n-->\n\n"
                         "<!-- until 2021-04-01\nz\n-->\n\n<!-- until 2021-03-08\nz\n-->\n"_s;
    const auto secret = found(text, LookRule::PrivatePassage);
    QCOMPARE(secret.size(), 1U);
    QCOMPARE(secret.front().count, 2);
    QCOMPARE(text.sliced(secret.front().range.begin).left(12), u"<!-- private"_s);
    const auto later = found(text, LookRule::Embargo);
    QCOMPARE(later.size(), 1U);
    QCOMPARE(later.front().count, 2);
    QCOMPARE(later.front().day, QDate(2021, 4, 1));
}

void TestLastLook::readsNothingHidden()
{
    const QString faulty = u"TODO the the today ![](a.png) [here](http://bit.ly/x?utm_source=y) https://a.org"_s;
    const auto only = [](const QString &text) {
        auto findings = lastLook(inputOf(text));
        std::erase_if(findings, [](const LookFinding &each) { return each.severity() == LookSeverity::Info; });
        return findings.size();
    };
    QVERIFY(only(faulty) >= 6);
    QCOMPARE(only(u"<!-- private\n"_s + faulty + u"\n-->\n"_s), 0U);
    QCOMPARE(only(u"<!-- until 2021-04-01\n"_s + faulty + u"\n-->\n"_s), 0U);
    QCOMPARE(only(u"```\n"_s + faulty + u"\n```\n"_s), 0U);
    QCOMPARE(only(u"a <!-- "_s + faulty + u" --> b\n"_s), 0U);
    QCOMPARE(only(u"a `"_s + faulty + u"` b\n"_s), 0U);
    QCOMPARE(only(u"<div>\n"_s + faulty + u"\n</div>\n"_s), 0U);
    QCOMPARE(only(u"## Wins\n\n<div>\n<img src=\"a.png\">\n</div>\n"_s), 0U); // which is not empty
    const QString marks = u"It is <kbd>the the</kbd> <b>the the</b> and H<sub>2</sub>O of of it.\n"_s;
    QCOMPARE(marked(marks, found(marks, LookRule::DoubledWord)),
             u"It is <kbd>the the</kbd> <b>⟦the the⟧</b> and H<sub>2</sub>O ⟦of of⟧ it.\n"_s);
    // What is out is looked at, at its place.
    const QString out = u"<!-- until 2021-03-01\nthe the\n-->\n"_s;
    QCOMPARE(marked(out, found(out, LookRule::DoubledWord)), u"<!-- until 2021-03-01\n⟦the the⟧\n-->\n"_s);
}

void TestLastLook::namesPeople()
{
    LookInput input = inputOf(u"@robin helped. Thanks to Sam and @robin.\n"_s);
    input.notes = {headerOf(1, {}, QDate(2021, 2, 1)), headerOf(2, {}, QDate(2021, 2, 8)),
                   headerOf(3, {}, QDate(2021, 4, 8)), input.note};
    QHash<NoteId, NoteTraits> traits;
    for (const NoteHeader &each : input.notes)
        traits.insert(each.id, traitsOf(u"Thanks, Sam"_s));
    input.people = peopleNamed(traits, input.notes, input.note);
    input.people.reset();
    QCOMPARE(found(input, LookRule::Person).size(), 0U);
    input.people = peopleNamed(traits, input.notes, input.note);
    const auto people = found(input, LookRule::Person);
    QCOMPARE(marked(input.text, people), u"⟦@robin⟧ helped. Thanks to ⟦Sam⟧ and @robin.\n"_s);
    QCOMPARE(people[0].words, u"robin"_s);
    QCOMPARE(people[0].count, 0);
    QCOMPARE(people[1].count, 2);
    QCOMPARE(people[1].day, QDate(2021, 2, 14));
}

void TestLastLook::looksAtImageFiles()
{
    LookInput input = inputOf(u"![a](a.png) ![b](b.png) ![c](c.png) ![d](d.png) ![e](https://a.org/e.png)\n"_s);
    input.images = {{u"a.png"_s, {.bytes = 5'000'001, .size = {10, 10}}},
                    {u"b.png"_s, {.bytes = 10, .size = {10, 6001}}},
                    {u"c.png"_s, {.isMissing = true}},
                    {u"d.png"_s, {.bytes = 5'000'000, .size = {6000, 6000}}}};
    const auto large = found(input, LookRule::ImageLarge);
    QCOMPARE(large.size(), 2U);
    QCOMPARE(large[0].count, 5'000'001);
    QCOMPARE(large[1].total, 6001);
    const auto missing = found(input, LookRule::ImageMissing);
    QCOMPARE(missing.size(), 1U);
    QCOMPARE(missing.front().words, u"c.png"_s);
}

void TestLastLook::tellsOfImagesElsewhere()
{
    const QString text = u"⟦![a](https://a.org/a.png)⟧ ![b](b.png) ![c](http://localhost/c.png) ![d](data:x)\n\n"
                         "[⟦![e](http://b.org/e.png \"E\")⟧](https://b.org) ![f][f]\n\n[f]: https://c.org/f.png\n"_s;
    const QString plain = QString(text).remove(u'⟦').remove(u'⟧');
    auto remote = found(plain, LookRule::RemoteImage);
    QCOMPARE(remote.size(), 3U);
    QCOMPARE(remote.back().words, u"https://c.org/f.png"_s);
    remote.pop_back();
    QCOMPARE(marked(plain, remote), text);
    QCOMPARE(remote.front().words, u"https://a.org/a.png"_s);
    QCOMPARE(found(plain, LookRule::LocalLink).size(), 1U);
}

void TestLastLook::renamesImages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("renamed");
    QTest::newRow("one") << u"![a](https://a.org/a.png) ![b](https://a.org/b.png)\n"_s
                         << u"![a](images/a.png) ![b](https://a.org/b.png)\n"_s;
    QTest::newRow("twice, with titles") << u"![a](https://a.org/a.png \"A\")\n\n[![](<https://a.org/a.png>)](b)\n"_s
                                        << u"![a](images/a.png \"A\")\n\n[![](<images/a.png>)](b)\n"_s;
    QTest::newRow("a link to it stays") << u"[a](https://a.org/a.png) ![a](https://a.org/a.png)\n"_s
                                        << u"[a](https://a.org/a.png) ![a](images/a.png)\n"_s;
    QTest::newRow("defined") << u"![a][a] ![b][a]\n\n[a]: https://a.org/a.png\n"_s
                             << u"![a][a] ![b][a]\n\n[a]: images/a.png\n"_s;
    QTest::newRow("code") << u"`![a](https://a.org/a.png)`\n"_s << u"`![a](https://a.org/a.png)`\n"_s;
    QTest::newRow("gone") << u"Nothing.\n"_s << u"Nothing.\n"_s;
    QTest::newRow("several") << u"![b](https://b.org/b.png) ![a](https://a.org/a.png) ![c](https://c.org/c.png)\n"_s
                             << u"![b](images/b.png) ![a](images/a.png) ![c](https://c.org/c.png)\n"_s;
}

void TestLastLook::renamesImages()
{
    QFETCH(QString, text);
    QFETCH(QString, renamed);
    const auto edits =
        imagesRenamed(text, Markdown::Document::parse(text), QDate(2021, 3, 8),
                      {{u"https://a.org/a.png"_s, u"images/a.png"_s}, {u"https://b.org/b.png"_s, u"images/b.png"_s}});
    QCOMPARE(fixed(text, edits), renamed);
}

void TestLastLook::knowsWhatLinksAnswered()
{
    using Kind = LinkAnswer::Kind;
    LookInput input = inputOf(u"[a](https://a.org/x) [b](https://b.org) [c](http://c.org/?utm_source=y) "
                              "[d](https://d.org) [e](https://e.org) ![f](https://f.org/f.png)\n"_s);
    const auto rules = [&input] {
        QStringList names;
        for (const LookFinding &each : lastLook(input)) {
            if (each.severity() != LookSeverity::Info)
                names << nameOf(each.rule) + u' ' + each.words;
        }
        return names;
    };
    const QStringList before = rules();
    QCOMPARE(before,
             (QStringList{u"insecure-link http://c.org/?utm_source=y"_s, u"tracking-link http://c.org/?utm_source=y"_s,
                          u"remote-image https://f.org/f.png"_s}));
    for (const auto *there : {"https://a.org/x", "https://b.org", "https://d.org"})
        input.answers.insert(QString::fromLatin1(there), {Kind::Answers, {}});
    input.answers.insert(u"https://e.org"_s, {Kind::Unclear, {}}); // as good as not asked
    input.answers.insert(u"https://z.org"_s, {Kind::Gone, {}});    // an address that is no longer in the text
    QCOMPARE(rules(), before);
    input.answers = {{u"https://a.org/x"_s, {Kind::Gone, {}}},
                     {u"https://b.org"_s, {Kind::Moved, u"http://www.b.org/new"_s}},
                     {u"http://c.org/?utm_source=y"_s, {Kind::Gone, {}}},
                     {u"https://d.org"_s, {Kind::TimedOut, {}}},
                     {u"https://f.org/f.png"_s, {Kind::Gone, {}}}};
    QCOMPARE(rules(), (QStringList{u"dead-link https://a.org/x"_s, u"moved-link https://b.org"_s,
                                   u"dead-link http://c.org/?utm_source=y"_s, u"no-answer https://d.org"_s,
                                   u"remote-image https://f.org/f.png"_s, u"dead-link https://f.org/f.png"_s}));
    QCOMPARE(found(input, LookRule::NoAnswer).front().count, int(Kind::TimedOut));
    QCOMPARE(found(input, LookRule::DeadLink).front().severity(), LookSeverity::Problem);
}

void TestLastLook::mendsWhatMoved_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("movedTo");
    QTest::addColumn<QString>("rule"); // none: it is only written in another way
    QTest::addColumn<QString>("mended");
    const auto row = [](const char *name, const QString &text, const QString &address, const QString &movedTo,
                        const QString &rule,
                        const QString &mended) { QTest::newRow(name) << text << address << movedTo << rule << mended; };
    row("link", u"[a](https://a.org/x \"t\")\n"_s, u"https://a.org/x"_s, u"https://b.org/y"_s, u"moved-link"_s,
        u"[a](https://b.org/y \"t\")\n"_s);
    row("insecure", u"[a](http://a.org/x)\n"_s, u"http://a.org/x"_s, u"https://b.org/y"_s, u"moved-link"_s,
        u"[a](https://b.org/y)\n"_s);
    row("bare", u"See www.a.org/x, then.\n"_s, u"http://www.a.org/x"_s, u"https://b.org/y"_s, u"moved-link"_s,
        u"See https://b.org/y, then.\n"_s);
    row("parentheses", u"[a](https://a.org/x)\n"_s, u"https://a.org/x"_s, u"https://b.org/y_(z)"_s, u"moved-link"_s,
        u"[a](https://b.org/y_%28z%29)\n"_s);
    row("tracking", u"[a](https://a.org/?utm_source=x)\n"_s, u"https://a.org/?utm_source=x"_s, u"https://b.org/"_s,
        u"moved-link"_s, u"[a](https://b.org/)\n"_s);
    row("shortened", u"[a](https://bit.ly/x)\n"_s, u"https://bit.ly/x"_s, u"https://b.org/y"_s, u"short-link"_s,
        u"[a](https://b.org/y)\n"_s);
    row("a slash", u"[a](https://a.org/x)\n"_s, u"https://a.org/x"_s, u"https://a.org/x/"_s, {}, {});
    row("https", u"[a](https://a.org)\n"_s, u"https://a.org"_s, u"https://www.a.org/"_s, {}, {});
}

void TestLastLook::mendsWhatMoved()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(QString, movedTo);
    QFETCH(QString, rule);
    QFETCH(QString, mended);
    LookInput input = inputOf(text);
    input.answers.insert(address, {LinkAnswer::Kind::Moved, movedTo});
    std::vector<LookFinding> mendable = lastLook(input);
    std::erase_if(mendable, [](const LookFinding &each) { return each.fix.empty(); });
    QCOMPARE(mendable.size(), size_t(rule.isEmpty() ? 0 : 1)); // no two change the same
    if (rule.isEmpty())
        return;
    QCOMPARE(nameOf(mendable.front().rule), rule);
    QCOMPARE(mendable.front().other, movedTo);
    QCOMPARE(fixed(text, mendable.front().fix), mended);
}

void TestLastLook::namesTheLinksToAsk()
{
    const QString text =
        u"[a](https://a.org) [a](https://a.org) www.b.org ![c](https://c.org/c.png) [d](/d) [e](week:1)\n\n"
        "[f](http://localhost/) [g](mailto:g@g.org) `https://h.org` [i]\n\n"
        "<!-- private\n[x](https://x.org)\n-->\n\n<!-- https://y.org -->\n\n[i]: https://i.org\n"_s;
    QCOMPARE(linksToAsk(*Markdown::Document::parse(text), QDate(2021, 3, 8)),
             (QStringList{u"https://a.org"_s, u"http://www.b.org"_s, u"https://c.org/c.png"_s, u"https://i.org"_s}));
}

void TestLastLook::asksForEachWordOnce()
{
    LookInput input =
        inputOf(u"Teh Rowan, teh teh cat’s NHS GOV.UK `teh` teh2 macOS :tada: *teh*\\\n[teh](a) &amp; wrod\n"_s);
    QStringList asked;
    input.isMisspelt = [&asked](const QString &word) {
        asked << word;
        return word == u"teh" || word == u"wrod";
    };
    const auto misspelt = found(input, LookRule::Spelling);
    QCOMPARE(asked, (QStringList{u"teh"_s, u"cat's"_s, u"wrod"_s}));
    QCOMPARE(misspelt.size(), 2U);
    QCOMPARE(misspelt[0].count, 4);
    QCOMPARE(misspelt[1].range.begin, int(input.text.indexOf(u"wrod")));
}

void TestLastLook::doubtsTheDictionary()
{
    LookInput input = inputOf({});
    for (int i = 0; i < 26; ++i)
        input.text += u"w%1rd "_s.arg(QChar(u'a' + i));
    input.isMisspelt = [](const QString &) { return true; };
    input.document = Markdown::Document::parse(input.text);
    QCOMPARE(found(input, LookRule::Spelling).size(), 0U);

    const QString french = u"Nous avons avec les autres tout fait pour que cela se passe bien dans cette semaine."_s;
    LookInput untold = inputOf(french);
    QCOMPARE(languageOfWords(untold), u"en-GB"_s);
    untold.note.fields.language.clear();
    QCOMPARE(languageOfWords(untold), u"fr"_s);
    untold.settings.language = u"fr-CH"_s;
    QCOMPARE(languageOfWords(untold), u"fr-CH"_s);
}

void TestLastLook::followsLinksBetweenWeeks()
{
    LookInput input = inputOf(u"[last](week:2021-W08) [lost](week:2019-W08)\n"_s);
    input.notes = {headerOf(1, {}, QDate(2021, 2, 22))};
    QCOMPARE(marked(input.text, found(input, LookRule::WeekLink)),
             u"[last](week:2021-W08) [lost](⟦week:2019-W08⟧)\n"_s);
}

void TestLastLook::knowsWhatStoodInTheLastNote()
{
    const QString same = u"This is a paragraph that is long enough to be no phrase that comes back each week."_s;
    LookInput input = inputOf(u"New.\n\n"_s + same + u"\n\n- short\n"_s);
    const auto last = Markdown::Document::parse(u"- "_s + same.toUpper() + u"\n- short\n"_s);
    const auto other = Markdown::Document::parse(u"Nothing.\n"_s);
    QCOMPARE(found(input, LookRule::RepeatedParagraph).size(), 0U);
    input.earlier = {last, other};
    QCOMPARE(marked(input.text, found(input, LookRule::RepeatedParagraph)),
             u"New.\n\n⟦"_s + same + u"⟧\n\n- short\n"_s);
    input.earlier = {last, last}; // it stands there each week
    QCOMPARE(found(input, LookRule::RepeatedParagraph).size(), 0U);
    input.earlier = {other, last};
    QCOMPARE(found(input, LookRule::RepeatedParagraph).size(), 0U);
    input.text = u"<!-- appeal: run -->\n\n"_s + same + u"\n\n<!-- /appeal -->\n"_s; // those repeat on purpose
    input.document = Markdown::Document::parse(input.text);
    input.earlier = {last};
    QCOMPARE(found(input, LookRule::RepeatedParagraph).size(), 0U);
}

void TestLastLook::remindsOfPromises_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("promised");
    const QDate april(2021, 4, 10);
    QTest::newRow("day") << u"We will open on 3 March."_s << april << QDate(2021, 3, 3);
    QTest::newRow("still to come") << u"We will open on 3 May."_s << april << QDate();
    QTest::newRow("same day") << u"We’ll open on 10 April."_s << april << QDate();
    QTest::newRow("past") << u"We opened on 3 March."_s << april << QDate();
    QTest::newRow("before the note") << u"We will see what the talk of 3 February does."_s << april << QDate();
    QTest::newRow("month's middle") << u"It should be done by mid-March."_s << april << QDate(2021, 3, 20);
    QTest::newRow("month's end") << u"It will be done by the end of March."_s << april << QDate(2021, 3, 31);
    QTest::newRow("month") << u"It will be done by April."_s << april << QDate();
    QTest::newRow("year") << u"It will be done by March 2022."_s << april << QDate();
    QTest::newRow("the later one") << u"We will meet on 3 March and 3 May."_s << april << QDate();
}

void TestLastLook::remindsOfPromises()
{
    QFETCH(QString, sentence);
    QFETCH(QDate, today);
    QFETCH(QDate, promised);
    LookInput input = inputOf(u"Before. "_s + sentence + u" After.\n"_s);
    input.today = today;
    const auto promises = found(input, LookRule::PastPromise);
    QCOMPARE(promises.size(), promised.isValid() ? 1U : 0U);
    if (!promises.empty()) {
        QCOMPARE(promises.front().day, promised);
        QCOMPARE(marked(input.text, promises), u"Before. ⟦"_s + sentence + u"⟧ After.\n"_s);
    }
    // What went out on the day is judged by that day.
    input.note.fields.published = QDateTime(input.note.fields.covers->first, QTime(12, 0));
    QCOMPARE(found(input, LookRule::PastPromise).size(), 0U);
}

void TestLastLook::speaksOfDaysByThePeriod()
{
    LookInput input = inputOf(u"Next week we rest. On Monday we met.\n"_s);
    QCOMPARE(found(input, LookRule::AgeingWord).size(), 0U);
    input.note.fields.covers.reset();
    QCOMPARE(found(input, LookRule::AgeingWord).size(), 2U);

    LookInput german = inputOf(u"Heute war es schön, und übermorgen fahren wir weg.\n"_s);
    german.note.fields.language = u"de"_s;
    QCOMPARE(found(german, LookRule::AgeingWord).size(), 2U);
    LookInput welsh = inputOf(u"Roedd hi’n braf heddiw.\n"_s);
    welsh.note.fields.language = u"cy"_s;
    QCOMPARE(found(welsh, LookRule::AgeingWord).size(), 1U);
}

void TestLastLook::keepsItsKeysThroughEdits()
{
    const QString text = u"I saw the the cat today. [A](http://a.org/?utm_source=x)\n\n## A\n\n#### B\n\nTODO\n"_s;
    QStringList before;
    QStringList after;
    for (const LookFinding &each : lastLook(inputOf(text)))
        before << nameOf(each.rule) + u' ' + each.key;
    for (const LookFinding &each : lastLook(inputOf(u"Something new.\n\n"_s + text + u"\nAnd more.\n"_s)))
        after << nameOf(each.rule) + u' ' + each.key;
    QVERIFY(before.size() > 6);
    QCOMPARE(after, before);
}

void TestLastLook::sortsByPlace()
{
    LookInput input = inputOf(u"the the ![](a.png) today\n\nTODO\n"_s);
    input.note.fields.title.clear();
    const auto findings = lastLook(input);
    QVERIFY(std::ranges::is_sorted(findings, {}, [](const LookFinding &each) { return each.range.begin; }));
    QCOMPARE(findings.front().rule, LookRule::Title);
}

/// Blocks of an edited document lie before their places in the text.
void TestLastLook::findsTheSameAfterAnEdit()
{
    const QString before =
        u"First.\n\nSecond the the.\n\n- [A](http://a.org)\n- ![](a.png) today\n\n## A\n\n##### B\n"_s;
    const QString after =
        u"First of all.\n\nSecond the the.\n\n- [A](http://a.org)\n- ![](a.png) today\n\n## A\n\n##### B\n"_s;
    LookInput input = inputOf(after);
    const auto whole = lastLook(input);
    input.document = Markdown::Document::parse(before)->edited(after);
    QVERIFY(input.document);
    QCOMPARE(lastLook(input), whole);
}

void TestLastLook::survivesAnything()
{
    const QStringList pieces{u"the the "_s,
                             u"TODO "_s,
                             u"today "_s,
                             u"[a](http://x.org/?utm_a=1&b=2)"_s,
                             u"![](a.png)"_s,
                             u"![a](https://r.org/a.png)"_s,
                             u"[![](b.png)](http://y)"_s,
                             u"\n\n"_s,
                             u"\n"_s,
                             u"# A\n"_s,
                             u"#### B\n"_s,
                             u"##\n"_s,
                             u"> "_s,
                             u"- "_s,
                             u"* note\n"_s,
                             u"word* "_s,
                             u"\\*"_s,
                             u"`"_s,
                             u"<!-- private\n"_s,
                             u"-->\n"_s,
                             u"<!-- ? Why -->\n"_s,
                             u"&amp;"_s,
                             u"&nbsp;"_s,
                             u"😀"_s,
                             u"[^1]"_s,
                             u"[^1]: note\n"_s,
                             u"[r]"_s,
                             u"[r]: http://z.org?gclid=1\n"_s,
                             u"| a | b |\n|---|---|\n| the the | c |\n"_s,
                             u"thanks to Sam "_s,
                             u"@robin "_s,
                             u"will be on 3 March. "_s,
                             u"**"_s,
                             u"_"_s,
                             u"https://a.org/?fbclid=1 "_s,
                             u"<https://b.org>"_s,
                             u"[]("_s,
                             u")"_s,
                             u"\\"_s,
                             u"    "_s,
                             u"```\n"_s,
                             QString(QChar(0xD800)),
                             u"[](week:x)"_s,
                             u"a an "_s,
                             u"é "_s,
                             u"<kbd>the the</kbd> "_s,
                             u"<div>\nthe the\n</div>\n\n"_s,
                             u"<b>"_s,
                             u"</b>"_s,
                             u"<details><summary>the the</summary>"_s};
    QRandomGenerator random(7);
    for (int round = 0; round < rounds(400); ++round) {
        QString text;
        for (int i = random.bounded(40); i >= 0; --i)
            text += pieces[random.bounded(int(pieces.size()))];
        LookInput input = inputOf(text);
        input.today = QDate(2021, 4, 8);
        input.earlier = {Markdown::Document::parse(text)};
        input.isMisspelt = [](const QString &word) { return word.size() % 2 == 1; };
        std::vector<LookEdit> edits;
        for (const LookFinding &each : lastLook(input)) {
            QVERIFY2(each.range.begin >= 0 && each.range.begin <= each.range.end && each.range.end <= text.size(),
                     qPrintable(text));
            for (size_t i = 0; i < each.fix.size(); ++i) {
                const auto range = each.fix[i].range;
                QVERIFY2(range.begin >= 0 && range.begin <= range.end && range.end <= text.size(), qPrintable(text));
                QVERIFY2(i == 0 || each.fix[i - 1].range.end <= range.begin, qPrintable(text));
                edits.push_back(each.fix[i]);
            }
        }
        std::ranges::stable_sort(edits, {}, [](const LookEdit &each) { return each.range.begin; });
        for (size_t i = 1; i < edits.size(); ++i) {
            QVERIFY2(edits[i - 1].range.end <= edits[i].range.begin || edits[i - 1].range.begin == edits[i].range.begin,
                     qPrintable(text));
        }
    }
}

void TestLastLook::namesEachRule()
{
    QStringList names;
    for (int rule = 0; rule <= int(LookRule::LongSentence); ++rule)
        names << nameOf(LookRule(rule));
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(nameOf(LookRule::AltText), u"alt-text"_s);
    QCOMPARE(nameOf(LookRule::TrackingLink), u"tracking-link"_s);
    QCOMPARE(nameOf(LookRule::LongSentence), u"long-sentence"_s);
    QCOMPARE(nameOf(severityOf(LookRule::Person)), u"info"_s);
    QCOMPARE(nameOf(severityOf(LookRule::AltText)), u"problem"_s);
}

QTEST_GUILESS_MAIN(TestLastLook)
#include "tst_lastlook.moc"
