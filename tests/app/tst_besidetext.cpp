// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidetext.h"
#include "app/shelf.h"
#include "timeline/notes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::BesideText;

class TestBesideText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNoteBefore();
    void findsTheSameWeek();
    void readsWhatTheCursorStandsOn_data();
    void readsWhatTheCursorStandsOn();
    void readsWhatIsSelected();
    void quotesTheSentence_data();
    void quotesTheSentence();
    void knowsATagOfTheNote();
    void beginsWithTheFirstWords();
    void findsOpenEnds_data();
    void findsOpenEnds();
};

namespace {

/// "name Priya", of the place of | in `line`.
QString mentionIn(QString line)
{
    const qsizetype place = line.indexOf(u'|');
    const auto mention = mentionAt(line.remove(u'|'), place, place);
    static const QStringList kinds{u"name "_s, u"words "_s, u"tag "_s, u"person "_s};
    return mention ? kinds[int(mention->kind)] + mention->words : QString();
}

Note noteWith(const QString &text)
{
    Note note;
    note.text = text;
    return note;
}

} // namespace

void TestBesideText::findsTheNoteBefore()
{
    const TimelineContent content = TestData::autumn();
    const Shelf shelf(content.notes, content.pauses, {}, content.today);
    const auto before = [&](int week, const NoteId &draft = {}) {
        const auto id = noteBefore(shelf, *Week::fromIso(2026, week), draft);
        return id ? shelf.note(*id)->fields.title.first(4) : QString();
    };
    QCOMPARE(before(31), u"5.13"_s);
    QCOMPARE(before(36), u"5.14"_s);                      // before the pause
    QCOMPARE(before(39), u"6.02"_s);                      // a fortnight
    QCOMPARE(before(38, content.notes[3].id), u"6.01"_s); // its own first week is no week before
    QCOMPARE(before(30), QString());
    QVERIFY(!noteBefore(Shelf(), *Week::fromIso(2026, 30), {}));
}

void TestBesideText::findsTheSameWeek()
{
    std::vector<NoteHeader> notes;
    const auto add = [&](int year, int week) {
        notes.push_back(TestData::note(int(notes.size()) + 1, Week::fromIso(year, week)->days().first,
                                       u"%1 %2"_s.arg(year).arg(week)));
    };
    for (const auto &[year, week] : {std::pair(2016, 20), {2020, 53}, {2021, 52}, {2022, 51}, {2023, 49}, {2024, 52}})
        add(year, week);
    add(2025, 1);
    add(2026, 53);
    const Shelf shelf(notes, {}, {}, QDate(2026, 12, 31));
    QStringList titles;
    for (const NoteId &id : sameWeekInEarlierYears(shelf, *Week::fromIso(2026, 53), notes.back().id))
        titles << shelf.note(id)->fields.title;
    QCOMPARE(titles, QStringList({u"2024 52"_s, u"2022 51"_s, u"2021 52"_s, u"2020 53"_s}));
    QVERIFY(sameWeekInEarlierYears(Shelf(), *Week::fromIso(2026, 53), {}).empty());
}

void TestBesideText::readsWhatTheCursorStandsOn_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("mention");
    const auto row = [](const QString &line, const QString &mention) {
        QTest::newRow(qPrintable(line)) << line << mention;
    };
    row(u"then Pri|ya said"_s, u"name Priya"_s);
    row(u"then |Priya said"_s, u"name Priya"_s);
    row(u"then Priya| said"_s, u"name Priya"_s);
    row(u"then P|riya’s plan"_s, u"name Priya"_s);
    row(u"P|riya said"_s, u"name Priya"_s);
    row(u"with Anne-Marie O'N|eill Jones"_s, u"name Anne-Marie O'Neill Jones"_s);
    row(u"Yesterday Anne| Jones came"_s, u"name Anne Jones"_s);
    row(u"Yester|day Anne Jones came"_s, QString());
    row(u"the Digital Land Reg|ister Team Group"_s, QString()); // a heading's worth
    row(u"Anne, Jo|nes"_s, u"name Jones"_s);
    row(u"T|he week"_s, QString());
    row(u"on M|onday"_s, QString());
    row(u"in O|ctober"_s, QString());
    row(u"and I| went"_s, QString());
    row(u"sa|id nothing"_s, QString());
    row(u"a word |, nothing"_s, QString());
    row(u"|"_s, QString());
    row(u"about #user-re|search and"_s, u"tag user-research"_s);
    row(u"about |#café"_s, u"tag café"_s);
    row(u"thanks @pri|ya!"_s, u"person priya"_s);
    row(u"mail me@exa|mple.org"_s, QString());
    row(u"see /#an|chor"_s, QString());
    row(u"gyda Siân Ŵy|n"_s, u"name Siân Ŵyn"_s);
    row(u"mit Jürgen Groß|mann"_s, u"name Jürgen Großmann"_s);
}

void TestBesideText::readsWhatTheCursorStandsOn()
{
    QFETCH(QString, line);
    QFETCH(QString, mention);
    QCOMPARE(mentionIn(line), mention);
}

void TestBesideText::readsWhatIsSelected()
{
    const QString line = u"the half marathon, again"_s;
    QCOMPARE(mentionAt(line, 4, 17), (Mention{Mention::Kind::Words, u"half marathon"_s}));
    QVERIFY(!mentionAt(line, 17, 19)); // a comma
    QVERIFY(!mentionAt(QString(100, u'x'), 0, 100));
}

void TestBesideText::quotesTheSentence_data()
{
    using enum Mention::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, Mention::Kind kind, const QString &words, const QString &text,
                        const QString &sentence) { QTest::newRow(name) << int(kind) << words << text << sentence; };
    row("a sentence", Name, u"Priya"_s, u"One. Then *Priya* came! Two."_s, u"Then [Priya] came!"_s);
    row("first", Name, u"Priya"_s, u"Priya came. Two."_s, u"[Priya] came."_s);
    row("last", Name, u"Priya"_s, u"One.\n\nIt was Priya"_s, u"It was [Priya]"_s);
    row("not another word", Name, u"Will"_s, u"Williams will. Will too."_s, u"[Will] too."_s);
    row("not in small letters", Name, u"Mark"_s, u"a mark"_s, QString());
    row("in an item", Name, u"Priya"_s, u"- One\n- Two for Priya\n"_s, u"Two for [Priya]"_s);
    row("words", Words, u"Half marathon"_s, u"My half marathon is near."_s, u"My [half marathon] is near."_s);
    row("tag", Tag, u"Tea"_s, u"tea. Much #tea today."_s, u"Much [#tea] today."_s);
    row("person", Person, u"anna"_s, u"anna. For @anna."_s, u"For [@anna]."_s);
    row("no pattern", Words, u"a.c"_s, u"abc"_s, QString());
    row("nothing", Name, u"Priya"_s, u""_s, QString());
}

void TestBesideText::quotesTheSentence()
{
    QFETCH(int, kind);
    QFETCH(QString, words);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    auto passage = sentenceWith({Mention::Kind(kind), words}, noteWith(text));
    if (passage) {
        passage->text.insert(passage->matches.front().end, u']').insert(passage->matches.front().begin, u'[');
    }
    QCOMPARE(passage ? passage->text : QString(), sentence);
    const QString around = QString(u"filler "_s).repeated(100);
    const auto cut = sentenceWith({Mention::Kind::Name, u"Priya"_s}, noteWith(around + u"Priya "_s + around));
    QVERIFY(cut && cut->text.size() < 200);
    QCOMPARE(cut->text.sliced(cut->matches.front().begin, 5), u"Priya"_s);
}

void TestBesideText::knowsATagOfTheNote()
{
    Note note = noteWith(u"# Hello\n\nFirst words."_s);
    note.header.fields.tags = {u"Tea"_s};
    QCOMPARE(sentenceWith({Mention::Kind::Tag, u"tea"_s}, note)->text, u"First words."_s);
    QVERIFY(!sentenceWith({Mention::Kind::Name, u"Tea"_s}, note));
}

void TestBesideText::beginsWithTheFirstWords()
{
    const auto first = [](const QString &text) { return firstWords(*Markdown::Document::parse(text)); };
    QCOMPARE(first(u"# Title\n\n![x](y.jpg)\n\nOne *two*\nthree.\n\n- four\n- five\n"_s),
             u"One two three. four · five"_s);
    QCOMPARE(first({}), QString());
    QVERIFY(first(QString(u"filler "_s).repeated(1000)).size() < 200);
}

void TestBesideText::findsOpenEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ends");
    QTest::newRow("tasks") << u"- [ ] one\n- [x] two\n- three\n  - [ ] four *five*\n"_s
                           << QStringList({u"one"_s, u"four five"_s});
    QTest::newRow("a section") << u"## Last week\n\n- a\n\n## Next week:\n\n- b\n- c\n\nAnd d.\n\n## Tune\n\ne\n"_s
                               << QStringList({u"b"_s, u"c"_s, u"And d."_s});
    QTest::newRow("another word") << u"## Nextdoor\n\n- a\n"_s << QStringList();
    QTest::newRow("once") << u"## To do\n\n- [ ] a\n- [x] b\n"_s << QStringList{u"a"_s};
    QTest::newRow("a few") << QString(u"- [ ] %1\n"_s).repeated(3).arg(1).arg(2).arg(3) << QStringList{u"1"_s};
    QTest::newRow("nothing") << QString() << QStringList();
}

void TestBesideText::findsOpenEnds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, ends);
    QCOMPARE(openEnds(*Markdown::Document::parse(text)), ends);
}

QTEST_GUILESS_MAIN(TestBesideText)
#include "tst_besidetext.moc"
