// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/libraryfacts.h"
#include "insight/thanks.h"

#include <QTest>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

const QDate today(2026, 11, 20);

Note note(const QString &text, QDate first = QDate(2026, 11, 9), const QString &language = {})
{
    Note note;
    note.text = text;
    note.header.fields.covers = Period{first, first.addDays(6)};
    note.header.fields.language = language;
    return note;
}

LibraryFacts factsOfAll(const std::vector<Note> &notes, LibraryFacts::Words words = LibraryFacts::Words::Leave)
{
    LibraryFacts facts(today, u"en"_s, words);
    for (const Note &each : notes)
        facts.add(each);
    return facts;
}

WordCounts counts(const QStringList &texts, const QString &language = u"en"_s)
{
    WordCounts words;
    for (const QString &text : texts)
        words.add(text, language);
    return words;
}

QStringList names(const std::vector<WordUse> &words)
{
    QStringList names;
    for (const WordUse &use : words)
        names << use.word;
    return names;
}

} // namespace

/// What the texts of notes say of themselves.
class TestLibraryFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thanksPeople_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("people");
        QTest::newRow("to one") << u"Thanks to Sam for the tea."_s << u"Sam"_s;
        QTest::newRow("two") << u"And thank you, Priya and Tom Ellis!"_s << u"Priya|Tom Ellis"_s;
        QTest::newRow("a list") << u"Many thanks to Sam, Priya, and Zoë O’Neill for coming"_s
                                << u"Sam|Priya|Zoë O’Neill"_s;
        QTest::newRow("to each") << u"thank you so much to Sam and to Priya"_s << u"Sam|Priya"_s;
        QTest::newRow("no to") << u"Thanks Sam"_s << u"Sam"_s;
        QTest::newRow("a handle") << u"hat tip to @robin_e, shout out to Jo."_s << u"@robin_e|Jo"_s;
        QTest::newRow("a particle") << u"Thanks to Vincent van Gogh for the yellow"_s << u"Vincent van Gogh"_s;
        QTest::newRow("a hyphen") << u"thanks to Anne-Marie & Jean-Luc"_s << u"Anne-Marie|Jean-Luc"_s;
        QTest::newRow("once each") << u"Thanks to Sam. Again, thanks to Sam"_s << u"Sam"_s;
        QTest::newRow("German") << u"Danke an Jana und Tom, Dank geht auch an Uwe."_s << u"Jana|Tom|Uwe"_s;
        QTest::newRow("Welsh") << u"Diolch yn fawr iawn. Diolch i Nia a Gwen"_s << u"Nia|Gwen"_s;
        QTest::newRow("nobody") << u"Thanks to everyone. Thank you. Monday was fine."_s << QString();
        QTest::newRow("a group") << u"Thanks to GDS and Sam; thanks to The Team; thanks to Everyone"_s << QString();
        QTest::newRow("not thanks") << u"Thankless Sam, thanksgiving Priya"_s << QString();
        QTest::newRow("another sentence") << u"Many thanks. Sam went home."_s << QString();
        QTest::newRow("a long list") << u"Thanks to "_s + QStringList(200, u"Sam"_s).join(u", "_s) + u" and Jo"_s
                                     << u"Sam|Jo"_s;
        QTest::newRow("a month") << u"thanks to April showers"_s << QString();
    }
    void thanksPeople()
    {
        QFETCH(QString, text);
        QFETCH(QString, people);
        QCOMPARE(peopleThanked(text).join(u'|'), people);
    }

    void hiddenWordsCountForNothing()
    {
        const auto facts = factsOfAll({note(u"# Plan\n\nSmall steps.\n\n<!-- private\n# Secret\n\nThanks to Sam at "
                                            "<https://hidden.example>, secret secret.\n-->\n\n<!-- until 2027-01-01\n"
                                            "# Later\n\nThanks to Jo.\n-->\n\n<!-- ? What surprised you? -->\n"_s),
                                       note(u"<!-- until 2026-11-01\n# Now\n\nThanks to Uma.\n-->\n"_s)},
                                      LibraryFacts::Words::Count);
        QCOMPARE(facts.people(), (std::vector<NamedCount>{{u"Uma"_s, 1}}));
        QCOMPARE(facts.sections(), (std::vector<NamedCount>{{u"Now"_s, 1}, {u"Plan"_s, 1}}));
        QVERIFY(facts.hosts().empty());
        QVERIFY(!facts.words().entries().contains(u"secret"_s));
        QVERIFY(!facts.words().entries().contains(u"surprised"_s));
        QVERIFY(facts.words().entries().contains(u"steps"_s));
    }

    void sectionsAreCountedByNote()
    {
        const auto facts = factsOfAll(
            {note(u"## What I’ve learned:\n\nOne.\n\n## What I've LEARNED\n\nTwo.\n"_s, QDate(2026, 1, 5)),
             note(u"## What I've learned\n\nThree.\n\n## Tune\n"_s, QDate(2026, 2, 2)), note(u"> ## Quoted\n"_s)});
        QCOMPARE(facts.sections(), (std::vector<NamedCount>{{u"What I've learned"_s, 2}, {u"Tune"_s, 1}}));
    }

    void openingsAreSentences()
    {
        const auto facts = factsOfAll({note(u"Before.\n\n## A\n\nBy *J. Ellis*, at last. More.\n\n## B\n\n- one item\n"
                                            "- two\n\n## C\n\n```\ncode\n```\n\n> Said so? Yes.\n\n## D\n\n"_s +
                                            u"word "_s.repeated(60))});
        const auto &sections = facts.notes().front().sections;
        QCOMPARE(sections.size(), 4);
        QCOMPARE(sections[0].opening, u"By J. Ellis, at last."_s);
        QCOMPARE(sections[1].opening, u"one item"_s);
        QCOMPARE(sections[2].opening, u"Said so?"_s);
        QVERIFY(sections[3].opening.size() <= 141 && sections[3].opening.endsWith(u"word…"_s));
    }

    void linksAreCountedByHost()
    {
        const auto facts = factsOfAll(
            {note(u"[a](https://www.example.org/1) [b](http://example.org/2) <https://Blog.example.net>\n\n"
                  "[last](week:2026-W45) [me](mailto:a@example.org) ![pic](https://pictures.example/1.png)\n"_s)});
        QCOMPARE(facts.hosts(), (std::vector<NamedCount>{{u"example.org"_s, 2}, {u"blog.example.net"_s, 1}}));
    }

    void wordsAreFolded()
    {
        const auto words = counts({u"Budget’s budget, BUDGETS: don’t @budget #budget b2b budget_x "
                                   "https://budget.example well-made Priya"_s});
        QCOMPARE(words.count(u"budget"_s), 2);
        QCOMPARE(words.entries().value(u"budget"_s).form, u"budget"_s);
        QCOMPARE(words.count(u"budgets"_s), 1);
        QCOMPARE(words.count(u"well-made"_s), 1);
        QCOMPARE(words.count(u"don't"_s), 0);
        QCOMPARE(words.entries().value(u"priya"_s).form, u"Priya"_s);
        QCOMPARE(words.total(), 6); // don't is one of the text's words too
    }

    void commonWordsAreOfTheLanguage()
    {
        QCOMPARE(counts({u"die Wochen"_s}, u"de-DE"_s).entries().size(), 0);
        QCOMPARE(counts({u"die wochen"_s}, u"en"_s).entries().size(), 2);
        QCOMPARE(counts({u"wythnos eto"_s}, u"cy"_s).entries().size(), 0);
        QCOMPARE(counts({u"these weeks"_s}, u"xx"_s).entries().size(), 0);
        QCOMPARE(counts({u"今週のメモ weeknote"_s}).entries().size(), 0);
    }

    void whatStandsEverywhereSaysLittle()
    {
        QStringList texts;
        for (int i = 0; i < 12; ++i)
            texts << u"meeting meeting"_s + (i < 2 ? u" harbour harbour harbour harbour"_s : QString());
        const auto used = mostUsedWords(counts(texts), counts({u"harbour meeting"_s}), 5);
        QCOMPARE(used, (std::vector{WordUse{u"meeting"_s, 24, 1}, WordUse{u"harbour"_s, 8, 1}})); // by count
        QCOMPARE(names(mostUsedWords(counts(texts), {}, 1)), QStringList{u"harbour"_s});
        QCOMPARE(mostUsedWords(counts({u"once"_s}), {}, 5), std::vector<WordUse>{});
    }

    void risenIsWhatGrewByMoreThanChance()
    {
        const auto now = counts({u"boats "_s.repeated(40) + u"ledger "_s.repeated(60)});
        const auto before = counts({u"boats "_s.repeated(4) + u"ledger "_s.repeated(60) + u"snow "_s.repeated(36)});
        QCOMPARE(risenWords(now, before, 5), (std::vector<WordUse>{{u"boats"_s, 40, 4}}));
        QCOMPARE(names(risenWords(before, now, 5)), QStringList{u"snow"_s});
        QVERIFY(risenWords(now, {}, 5).empty());
    }
};

QTEST_APPLESS_MAIN(TestLibraryFacts)
#include "tst_libraryfacts.moc"
