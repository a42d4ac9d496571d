// SPDX-License-Identifier: GPL-3.0-or-later
// Words, tags and phrases that run through the weeks.
#include "insight/storyline.h"
#include "markdown/plaintext.h"

#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);

Note noteOf(int number, const QString &text, const QStringList &tags = {})
{
    Note note;
    note.header.id = NoteId(QUuid(uint(number) + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    const QDate monday = QDate(2024, 1, 1).addDays(7 * number);
    note.header.fields.covers = Period{monday, monday.addDays(6)};
    note.header.fields.tags = tags;
    note.text = text;
    return note;
}

QStringList passagesOf(const QString &term, const QStringList &texts)
{
    Storyline line(StoryTerm(term), today);
    for (int number = int(texts.size()); number-- > 0;)
        line.add(noteOf(number, texts[number]));
    QStringList passages;
    for (const NotePassage &each : line.take())
        passages << Markdown::toPlainText(each.passage.blocks).simplified();
    return passages;
}

QStringList namesOf(const std::vector<StoryProposal> &proposals)
{
    QStringList names;
    for (const StoryProposal &each : proposals)
        names << each.text;
    return names;
}

} // namespace

class StorylineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTermIsFoundInWholeWords_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // in brackets
        QTest::newRow("word") << u"print"_s << u"Print it, or reprint the print."_s
                              << u"[Print] it, or reprint the [print]."_s;
        QTest::newRow("phrase") << u"the printer"_s << u"Off the  printer; the new printer"_s
                                << u"Off [the  printer]; the new printer"_s;
        QTest::newRow("accents") << u"cafe"_s << u"A Café."_s << u"A [Café]."_s;
        QTest::newRow("apostrophe") << u"it's"_s << u"It’s its own."_s << u"[It’s] its own."_s;
        QTest::newRow("tag") << u"#cloud"_s << u"#cloud is a cloud, ##Cloud"_s << u"[#cloud] is a cloud, #[#Cloud]"_s;
        QTest::newRow("begun again") << u"a a b"_s << u"a a a b a a b"_s << u"a [a a b] [a a b]"_s;
        QTest::newRow("tag and word") << u"#a a"_s << u"a a #a a"_s << u"a a [#a a]"_s;
        QTest::newRow("repeated") << u"a a"_s << u"a a a"_s << u"[a a] a"_s;
        QTest::newRow("nothing") << u" #! "_s << u"anything"_s << u"anything"_s;
    }
    void aTermIsFoundInWholeWords()
    {
        QFETCH(const QString, term);
        QFETCH(QString, text);
        QFETCH(const QString, found);
        const auto places = StoryTerm(term).in(text);
        for (auto place = places.rbegin(); place != places.rend(); ++place) {
            text.insert(place->second, u']');
            text.insert(place->first, u'[');
        }
        QCOMPARE(text, found);
    }

    void passagesAreInOrderAndOfListsOnlyTheItems()
    {
        QCOMPARE(passagesOf(u"printer"_s, {u"The printer.\n\nNothing."_s, u"Nothing."_s,
                                           u"- the *printer* again\n- nothing\n- a printer"_s}),
                 (QStringList{u"The printer."_s, u"the printer again a printer"_s}));
    }

    void aHeadingBringsWhatItStandsAbove()
    {
        QCOMPARE(passagesOf(u"printer"_s, {u"## The printer\n\nIt broke.\n\nNothing."_s}),
                 QStringList{u"The printer It broke."_s});
        QCOMPARE(passagesOf(u"printer"_s, {u"## The printer\n\nThis printer.\n\n## Printer\n\n### More"_s}),
                 QStringList{u"The printer This printer. Printer"_s});
    }

    void gapsAreCountedInWholeWeeks()
    {
        const QDate day(2026, 1, 5);
        QCOMPARE(longestGap({}), 0);
        QCOMPARE(longestGap({day, day.addDays(7)}), 0);
        QCOMPARE(longestGap({day, day.addDays(7), day.addDays(28), day.addDays(42)}), 2);
    }

    void whatReadersMustNotSeeIsNotThere()
    {
        QVERIFY(passagesOf(u"printer"_s, {u"<!-- private\nThe printer.\n-->"_s, u"Words <!-- printer -->"_s,
                                          u"[link](https://printer.example)"_s})
                    .isEmpty());
    }

    void aTagOfANoteCounts()
    {
        Storyline line(StoryTerm(u"#cloud move"_s), today);
        line.add(noteOf(0, u"# Title\n\nFirst.\n\nSecond."_s, {u"Cloud move"_s}));
        line.add(noteOf(1, u"The cloud move."_s));
        line.add(noteOf(2, u"- ![](a.jpg)\n\n  In a list.\n\n- Another."_s, {u"cloud move"_s}));
        const auto passages = line.take();
        QCOMPARE(passages.size(), size_t(2));
        QCOMPARE(Markdown::toPlainText(passages.back().passage.blocks).simplified(), u"In a list."_s);
        QCOMPARE(Markdown::toPlainText(passages.front().passage.blocks).simplified(), u"First."_s);
    }

    void wordsThatComeInBunchesAreProposed()
    {
        StoryProposals all(today);
        for (int week = 0; week < 40; ++week) {
            QString text = u"This week there were things that went well with some people from other teams. "_s;
            if (week % 3 == 0)
                text += u"Perhaps there will be more. "_s;
            if (week % 10 < 3)
                text += u"The printer broke, and a printer is a printer. "_s;
            if (week / 10 == 2)
                text += u"Mina met Mina and then Mina. "_s;
            all.add(noteOf(week, text, week % 4 == 0 ? QStringList{u"cloud"_s} : QStringList()));
        }
        const QStringList names = namesOf(all.proposals(2));
        QCOMPARE(names, (QStringList{u"#cloud"_s, u"printer"_s, u"Mina"_s}));
    }

    void smallWordsAreNotProposed_data()
    {
        QTest::addColumn<QString>("language"); // that the notes name
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("small");
        QTest::newRow("english") << u"en"_s << u"We went with the boats this week. "_s << u"with"_s;
        QTest::newRow("german") << u"de"_s << u"Diese Woche haben wir auch Boote gesehen. "_s << u"auch"_s;
        QTest::newRow("welsh") << u"cy"_s << u"Wythnos dda oedd hon, ac mae'r cychod wedi cyrraedd hefyd. "_s
                               << u"hefyd"_s;
        QTest::newRow("english, unnamed")
            << QString() << u"It was the week that we went with the boats. "_s << u"with"_s;
        QTest::newRow("german, unnamed") << QString() << u"Diese Woche haben wir auch die Boote gesehen. "_s
                                         << u"auch"_s;
        QTest::newRow("welsh, unnamed") << QString()
                                        << u"Mae hon wedi bod yn wythnos dda iawn hefyd ac roedd y cychod yma. "_s
                                        << u"hefyd"_s;
    }
    void smallWordsAreNotProposed()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, text);
        QFETCH(const QString, small);
        StoryProposals all(today, u"en"_s); // the library's
        for (int week = 0; week < 10; ++week) {
            Note note = noteOf(week, week < 3 ? text + small + u' ' + small + u". Printer, printer, printer."_s
                                              : u"Nothing."_s);
            note.header.fields.language = language;
            all.add(note);
        }
        const QStringList names = namesOf(all.proposals());
        QVERIFY2(!names.contains(small, Qt::CaseInsensitive), qPrintable(names.join(u' ')));
        QVERIFY(names.contains(u"printer"_s, Qt::CaseInsensitive));
    }

    void fewNotesProposeNothing()
    {
        StoryProposals all(today);
        QVERIFY(all.proposals().empty());
        all.add(noteOf(0, u"The printer, the printer."_s, {u"once"_s}));
        QVERIFY(all.proposals().empty());
    }

    void hiddenWordsAreNotProposed()
    {
        StoryProposals all(today);
        for (int week = 0; week < 10; ++week)
            all.add(noteOf(week, week < 4 ? u"<!-- private\nsecret secret secret\n-->"_s : u"Words."_s));
        QVERIFY(!namesOf(all.proposals()).contains(u"secret"_s));
    }
};

QTEST_APPLESS_MAIN(StorylineTest)
#include "tst_storyline.moc"
