// SPDX-License-Identifier: GPL-3.0-or-later
// Sections that come back over the weeks, under one name or several.
#include "insight/notesections.h"
#include "insight/sectionlines.h"
#include "markdown/plaintext.h"

#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);

/// The note of the `number`th week.
Note noteOf(int number, const QString &text, const QString &title = u"A title"_s)
{
    Note note;
    note.header.id = NoteId(QUuid(uint(number) + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    const QDate monday = QDate(2024, 1, 1).addDays(7 * number);
    note.header.fields.covers = Period{monday, monday.addDays(6)};
    note.header.fields.title = title;
    note.text = text;
    return note;
}

SectionLines linesOf(const QStringList &texts)
{
    SectionLines lines(today);
    for (int number = 0; const QString &text : texts)
        lines.add(noteOf(number++, text));
    return lines;
}

std::optional<SectionProposal> proposed(const QStringList &texts)
{
    const SectionLines lines = linesOf(texts);
    return lines.proposal(lines.lines());
}

QStringList headingsOf(const std::vector<SectionLine> &lines)
{
    QStringList headings;
    for (const SectionLine &line : lines)
        headings << line.heading + u' ' + QString::number(line.notes.size());
    return headings;
}

QString passagesOf(const SectionLine &line, const QStringList &texts)
{
    SectionPassages passages(line, today);
    for (int number = int(texts.size()); number-- > 0;) // in any order
        passages.add(noteOf(number, texts[number]));
    QStringList words;
    for (const NotePassage &each : passages.take())
        words << Markdown::toPlainText(each.passage.blocks).simplified();
    return words.join(u" | "_s);
}

} // namespace

class SectionLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingsThatDifferInFormAreOne_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("case") << u"Something I’ve learned"_s << u"something I've Learned"_s;
        QTest::newRow("colon") << u"Tune of the week"_s << u"Tune of the week:"_s;
        QTest::newRow("emoji") << u"Reading"_s << u"📚 Reading"_s;
        QTest::newRow("accents") << u"Café news"_s << u"Cafe news"_s;
        QTest::newRow("number") << u"Weeknotes 5.09"_s << u"Weeknotes #6"_s;
        QTest::newRow("dots") << u"I also…"_s << u"I also"_s;
        QTest::newRow("marks") << u"What’s next?"_s << u"What's next"_s;
        QTest::newRow("german") << u"GRÖSSE"_s << u"größe"_s;
    }
    void headingsThatDifferInFormAreOne()
    {
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QVERIFY(!sectionKey(a).isEmpty());
        QCOMPARE(sectionKey(a), sectionKey(b));
    }

    void whatNamesNothingHasNoKey()
    {
        QCOMPARE(sectionKey(u"5.09"_s), QString());
        QCOMPARE(sectionKey(u"🎉"_s), QString());
        QVERIFY(sectionKey(u"I learned"_s) != sectionKey(u"I read"_s));
    }

    void aSectionGoesToTheNextHeadingOfItsLevel()
    {
        const QString text = u"## Learned\n\na\n\n### In detail\n\nb\n\n## Read\n\nc"_s;
        const QStringList texts{text, text};
        const auto lines = linesOf(texts).lines();
        const auto line = std::ranges::find(lines, u"Learned"_s, &SectionLine::heading);
        QVERIFY(line != lines.end());
        QCOMPARE(passagesOf(*line, texts), u"a In detail b | a In detail b"_s);
    }

    void headingsThatAreNotMarkedCount_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("passage");
        QTest::newRow("bold") << u"**Learned**\n\na %1\n\n**Read**\n\nb"_s << u"a %1"_s;
        QTest::newRow("colon") << u"Learned:\n\n- a %1\n- b\n\nRead:\n\nc"_s << u"a %1 b"_s;
        QTest::newRow("lead-in") << u"Learned: a %1\n\nAnother."_s << u"Learned: a %1"_s;
        QTest::newRow("bold lead-in") << u"**Learned** a %1\n\nAnother."_s << u"Learned a %1"_s;
    }
    void headingsThatAreNotMarkedCount()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, passage);
        const QStringList texts{text.arg(1), text.arg(2), text.arg(3)};
        const auto lines = linesOf(texts).lines();
        const auto line = std::ranges::find(lines, u"Learned"_s, &SectionLine::heading);
        QVERIFY(line != lines.end());
        QCOMPARE(passagesOf(*line, texts),
                 QStringList({passage.arg(1), passage.arg(2), passage.arg(3)}).join(u" | "_s));
    }

    void sentencesAreNoHeadings()
    {
        QVERIFY(noteSections(*Markdown::Document::parse(u"It is at https://example.org now.\n\nAt 10:30 we met.\n\n"
                                                        "We met, talked, and then: nothing.\n\nOne. Two: three"_s),
                             {})
                    .empty());
    }

    void theTitleIsNoSection()
    {
        QVERIFY(noteSections(*Markdown::Document::parse(u"# A title\n\nWords."_s), u"A title"_s).empty());
    }

    void onlyWhatComesBackIsALine()
    {
        const auto lines =
            linesOf({u"## Learned\n\na\n\n## Once\n\nb\n\nTwice: c"_s, u"## Learned\n\na\n\nTwice: d"_s});
        QCOMPARE(headingsOf(lines.lines()), QStringList{u"Learned 2"_s});
    }

    void aNoteWithASectionTwiceCountsOnce()
    {
        const QStringList texts{u"## Learned\n\na\n\n## Learned\n\nb"_s, u"## Learned\n\nc"_s};
        const auto lines = linesOf(texts).lines();
        QCOMPARE(headingsOf(lines), QStringList{u"Learned 2"_s});
        QCOMPARE(passagesOf(lines.front(), texts), u"a | b | c"_s);
    }

    void whatReadersMustNotSeeIsNotThere()
    {
        const QString text = u"## Learned\n\na\n\n<!-- private\n## Secret\n\nx\n-->\n\nb\n\n<!-- until 2099-01-01\n"
                             "## Later\n\ny\n-->\n\n<!-- until 2020-01-01\n## Now\n\nz\n-->"_s;
        const QStringList texts{text, text};
        const auto lines = linesOf(texts).lines();
        QCOMPARE(headingsOf(lines), (QStringList{u"Learned 2"_s, u"Now 2"_s}));
        QCOMPARE(passagesOf(lines.front(), texts), u"a b | a b"_s);
    }

    void aRenameIsProposedWithItsReason()
    {
        const QString before = u"## Good things\n\na\n\n## Something I’m reflecting on\n\nb\n\n## Tune\n\nc"_s;
        const QString after = u"## Good things\n\na\n\n## Something I’ve learned\n\nb\n\n## Tune\n\nc"_s;
        const auto proposal = proposed({before, before, before, after, after, after});
        QVERIFY(proposal);
        QCOMPARE(proposal->from, u"Something I’m reflecting on"_s);
        QCOMPARE(proposal->to, u"Something I’ve learned"_s);
        QCOMPARE(proposal->words, QStringList{u"Something"_s});
        QVERIFY(proposal->lastFrom < proposal->firstTo);
    }

    void aNameWithoutWordsInCommonIsProposedByItsPlace()
    {
        const QString before = u"## Good things\n\na\n\n## Other highlights from last week were\n\nb"_s;
        const QString after = u"## Good things\n\na\n\n## I also…\n\nb"_s;
        const auto proposal = proposed({before, before, after, after, after, after});
        QVERIFY(proposal);
        QCOMPARE(proposal->to, u"I also…"_s);
        QVERIFY(proposal->words.isEmpty());
        QCOMPARE(proposal->neighbour, u"Good things"_s);
    }

    void whatComesAndGoesHasNoPlace()
    {
        const auto text = [](const QString &project) {
            return u"## Good things\n\na\n\n## %1\n\nb\n\n## Tune\n\nc"_s.arg(project);
        };
        QStringList texts;
        for (const QString &project : {u"Boats"_s, u"Boats"_s, u"Boats"_s, u"Parks"_s, u"Parks"_s, u"Parks"_s})
            texts << text(project) << u"Nothing."_s;
        QVERIFY(!proposed(texts));
    }

    void oneAfterTheOtherIsNoRename()
    {
        const QString first = u"Words.\n\n## Boats\n\nb"_s; // alone in their notes, they stand at the same place, too
        const QString second = u"Words.\n\n## Reading\n\nb"_s;
        QVERIFY(!proposed({first, first, first, second, second, second}));
    }

    void aWordOfManyHeadingsTellsNothing()
    {
        const QString all = u"## This I read\n\na\n\n## This I heard\n\na\n\n"_s;
        const QString first = all + u"## This I saw\n\na\n\n## Tune\n\nb"_s;
        const QString second = u"## This I ate\n\na\n\n"_s + all + u"## Tune\n\nb"_s;
        QVERIFY(!proposed({first, first, first, second, second, second}));
    }

    void anotherWriterHasOtherSections()
    {
        const QString before = u"## Learned this\n\na"_s;
        const QString after = u"## Learned that\n\na"_s;
        const auto isProposed = [&](const QString &first, const QString &second) {
            SectionLines lines(today, u"Ana"_s);
            for (int number = 0; number < 8; ++number) {
                Note note = noteOf(number, number < 4 ? before : after);
                note.header.fields.author = number < 4 ? first : second;
                lines.add(note);
            }
            return lines.proposal(lines.lines()).has_value();
        };
        QVERIFY(isProposed(u"Ana"_s, u"Ana"_s));
        QVERIFY(isProposed({}, u"Ana"_s)); // whose library it is
        QVERIFY(!isProposed(u"Ana"_s, u"Ben"_s));
        QVERIFY(!isProposed({}, u"Ben"_s));
    }

    void whatStandsInOneNoteIsNotTheSame()
    {
        const QString both = u"## Learned\n\na\n\n## Learned again\n\nb"_s;
        QVERIFY(!proposed({both, both, both}));
        const QString first = u"## Learned this\n\na"_s;
        const QString second = u"## Learned that\n\nb"_s;
        QVERIFY(!proposed({first, second, first, second, first, second})); // they take turns
    }

    void whatEndedLongBeforeIsNotProposed()
    {
        const QString first = u"## Learned this\n\na"_s;
        const QString second = u"## Learned that\n\nb"_s;
        QVERIFY(proposed({first, first, first, second, second, second}));
        QStringList texts{first, first, first};
        texts.append(QStringList(20, u"Nothing."_s));
        texts.append({second, second, second});
        QVERIFY(!proposed(texts));
    }

    void whatIsRareEndsNowhere()
    {
        const QString first = u"## Learned this\n\na"_s;
        const QString second = u"## Learned that\n\nb"_s;
        QStringList texts;
        for (const QString &text : {first, first, first, second, second, second})
            texts << text << QStringList(6, u"Nothing."_s);
        QVERIFY(!proposed(texts));
    }

    void fewNotesTellNothing()
    {
        const QString first = u"## Learned this\n\na"_s;
        const QString second = u"## Learned that\n\nb"_s;
        QVERIFY(!proposed({first, first, second, second}));
    }

    void aDecisionIsKept()
    {
        const QString before = u"## Something I’m reflecting on\n\nold"_s;
        const QString after = u"## Something I’ve learned\n\nnew"_s;
        const QStringList texts{before, before, before, after, after, after};
        const SectionLines lines = linesOf(texts);
        const SectionProposal proposal = *lines.proposal(lines.lines());
        const SectionRename same{proposal.fromKey, proposal.toKey, true};
        const SectionRename other{proposal.fromKey, proposal.toKey, false};
        QVERIFY(!lines.proposal(lines.lines({same}), {same}));
        QVERIFY(!lines.proposal(lines.lines({other}), {other}));
        QCOMPARE(lines.lines({other}).size(), size_t(2));
        const auto one = lines.lines({same});
        QCOMPARE(one.size(), size_t(1));
        QCOMPARE(one.front().heading, u"Something I’ve learned"_s);
        QCOMPARE(one.front().otherNames, QStringList{u"Something I’m reflecting on"_s});
        QCOMPARE(passagesOf(one.front(), texts), u"old | old | old | new | new | new"_s);
    }

    void renamesMayGoInCircles()
    {
        const SectionLines lines = linesOf({u"## A b\n\nx"_s, u"## C d\n\nx"_s, u"## E f\n\nx"_s});
        const auto one = lines.lines({{u"a b"_s, u"c d"_s}, {u"c d"_s, u"e f"_s}, {u"e f"_s, u"a b"_s}});
        QCOMPARE(headingsOf(one), QStringList{u"E f 3"_s});
    }
};

QTEST_APPLESS_MAIN(SectionLinesTest)
#include "tst_sectionlines.moc"
