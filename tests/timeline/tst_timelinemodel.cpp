// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rounds.h"
#include "timeline/notes.h"
#include "timeline/rowdiff.h"
#include "timeline/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using Kind = TimelineRow::Kind;

namespace {

/// The rows as short words: "season 6", "6.03 the map is out", "missed 1", "pause 4".
QStringList outline(const TimelineModel &model)
{
    QStringList lines;
    for (const TimelineRow &row : model.rows()) {
        switch (row.kind) {
        case Kind::Heading:
            lines << (row.season ? u"season %1"_s.arg(*row.season) : u"year %1"_s.arg(row.year));
            break;
        case Kind::Note:
            lines << (row.entry->number + u' ' + row.entry->title).trimmed();
            break;
        case Kind::Pause:
            lines << u"pause %1"_s.arg(row.weeks);
            break;
        case Kind::Missed:
            lines << u"missed %1"_s.arg(row.weeks);
            break;
        }
    }
    return lines;
}

/// Counts what a model says.
struct Watch
{
    explicit Watch(TimelineModel &model)
        : inserted(&model, &QAbstractItemModel::rowsInserted)
        , removed(&model, &QAbstractItemModel::rowsRemoved)
        , moved(&model, &QAbstractItemModel::rowsMoved)
        , changed(&model, &QAbstractItemModel::dataChanged)
        , reset(&model, &QAbstractItemModel::modelReset)
    {
    }
    QSignalSpy inserted, removed, moved, changed, reset;
};

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeasonHasItsNameAndPattern()
    {
        TimelineContent content = TestData::autumn();
        content.notes[4].fields.title = u"Five S6/E3 ~ the map is out"_s;
        TimelineModel model(QLocale(u"en_GB"_s));
        const QAbstractItemModelTester tester(&model);
        model.setContent(content);
        QCOMPARE(model.index(0).data().toString(), u"Season 6"_s);
        const auto note = [&] { return model.indexOf(content.notes[4].id); };
        QCOMPARE(note().data().toString(), u"Five S6/E3 ~ the map is out"_s);
        const Watch watch(model);
        content.seasons[6] = {u"Back with sand"_s, u"Five S{season}/E{episode} ~ {title}"_s};
        model.setContent(content);
        QCOMPARE(model.index(0).data().toString(), u"Season 6 · Back with sand"_s);
        QCOMPARE(note().data().toString(), u"the map is out"_s);
        QCOMPARE(note().data(TimelineModel::NumberRole).toString(), u"S6/E3"_s);
        QVERIFY(watch.reset.isEmpty() && watch.removed.isEmpty());
    }
    void showsSeasonsNotesAndBreaks();
    void countsTotals();
    void putsNotesWithoutSeasonWhereTheyBelong();
    void saysWhatARowIs();
    void saysWhatChangedSincePublished();
    void joinsMissedWeeks();
    void sameContentSaysNothing();
    void insertsOneRow();
    void changesOneRow();
    void movesANoteWhosePeriodChanged();
    void anyChangeArrives();
    void findsTheLongestIncreasingRun();
    void readsOwnWords();
    void groupsByMonth();
    void aLongNoteDividesNoMonth();
    void aYearHoldsNoBreakOfAnother();
    void filtersAndSaysWhatIsLeft();
    void typedAndErasedIsAsAskedAtOnce();
    void saysWhatWasPlannedAndHowLate();
};

void TestTimelineModel::showsSeasonsNotesAndBreaks()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setContent(TestData::autumn());
    const QStringList expected{u"season 6"_s,
                               u"6.03 the map is out"_s,
                               u"missed 1"_s,
                               u"6.02 two weeks, one migration"_s,
                               u"6.01 back, with sand"_s,
                               u"pause 4"_s,
                               u"season 5"_s,
                               u"5.14 time for a pause"_s,
                               u"5.13 asking better questions"_s};
    QCOMPARE(outline(model), expected);
}

void TestTimelineModel::countsTotals()
{
    TimelineModel model(QLocale(u"en_GB"_s));
    model.setContent(TestData::autumn());
    QCOMPARE(model.rows()[0].notes, 3);
    QCOMPARE(model.rows()[0].words, 2100);
    QVERIFY(model.index(0).data(TimelineModel::DetailRole).toString().contains(u"2,100"_s));
}

void TestTimelineModel::putsNotesWithoutSeasonWhereTheyBelong()
{
    TimelineContent content = TestData::autumn();
    // Between two of season 6; older than everything; an interview without a period.
    content.notes.push_back(TestData::note(10, QDate(2026, 9, 21), u"Aside"_s));
    content.notes.push_back(TestData::note(11, QDate(2024, 1, 1), u"Early"_s));
    NoteHeader post = TestData::note(12, QDate(2024, 2, 5), u"An interview"_s);
    post.fields.kind = NoteKind::Post;
    post.fields.covers.reset();
    post.fields.published = QDate(2024, 2, 9).startOfDay(QTimeZone::UTC);
    content.notes.push_back(post);
    content.weeks.clear();

    TimelineModel model;
    model.setContent(content);
    const QStringList rows = outline(model);
    QCOMPARE(rows.filter(u"season 6"_s).size(), 1);
    QCOMPARE(rows.mid(rows.size() - 3), QStringList({u"year 2024"_s, u"An interview"_s, u"Early"_s}));
    QVERIFY(rows.indexOf(u"Aside"_s) < rows.indexOf(u"season 5"_s));
}

void TestTimelineModel::saysWhatARowIs()
{
    TimelineModel model(QLocale(u"en_GB"_s));
    model.setContent(TestData::autumn());
    const QModelIndex fortnight = model.index(3);
    QCOMPARE(fortnight.data().toString(), u"two weeks, one migration"_s);
    QCOMPARE(fortnight.data(TimelineModel::NumberRole).toString(), u"6.02"_s);
    QCOMPARE(fortnight.data(TimelineModel::BadgeRole).toString(), u"fortnight"_s);
    QVERIFY(fortnight.data(TimelineModel::DetailRole).toString().startsWith(u"7 – 20 Sep"_s));
    const QString spoken = fortnight.data(Qt::AccessibleTextRole).toString();
    for (const QString &word : {u"6.02"_s, u"two weeks, one migration"_s, u"fortnight"_s, u"Published"_s})
        QVERIFY2(spoken.contains(word), qPrintable(spoken));
    QVERIFY(!model.index(2).data(TimelineModel::LinkRole).toString().isEmpty());
    QVERIFY(model.index(5).data().toString().contains(u"3 – 30 Aug"_s));
    QVERIFY(!(model.index(0).flags() & Qt::ItemIsSelectable));
}

void TestTimelineModel::saysWhatChangedSincePublished()
{
    NoteHeader note = TestData::note(1, QDate(2026, 9, 7), u"One"_s);
    note.fields.status = NoteStatus::Published;
    TimelineModel model(QLocale(u"en_GB"_s));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setContent(TestData::content({note}, {}, QDate(2026, 9, 15)));
    const QModelIndex row = model.indexOf(note.id);
    QVERIFY(!row.data(TimelineModel::ChangedRole).toBool());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    note.changedSince = QDate(2026, 9, 11);
    model.updateNote(note);
    QCOMPARE(changed.size(), 1); // the row alone
    QVERIFY(row.data(TimelineModel::ChangedRole).toBool());
    const QString words = u"Changed since it was published on Friday, 11 September 2026"_s;
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(words));
    QVERIFY(row.data(Qt::ToolTipRole).toString().endsWith(words));
    note.fields.status = NoteStatus::Draft; // what goes on with a draft is no news
    model.updateNote(note);
    QVERIFY(!model.indexOf(note.id).data(TimelineModel::ChangedRole).toBool());
}

void TestTimelineModel::joinsMissedWeeks()
{
    TimelineModel model;
    model.setContent(TestData::content(
        {TestData::note(1, QDate(2026, 6, 1), u"One"_s), TestData::note(2, QDate(2026, 7, 6), u"Two"_s)}, {},
        QDate(2026, 7, 15)));
    QCOMPARE(outline(model), QStringList({u"year 2026"_s, u"Two"_s, u"missed 4"_s, u"One"_s}));
    QCOMPARE(model.rows()[2].week, Week::of(QDate(2026, 6, 29)));
    QCOMPARE(model.index(2).data().toString(), u"missed · 8 Jun – 5 Jul"_s); // the days alone have the room
    QVERIFY(!model.index(2).data(TimelineModel::QuietRole).toBool());
    model.setContent(TestData::content(
        {TestData::note(1, QDate(2026, 1, 5), u"One"_s), TestData::note(2, QDate(2026, 7, 6), u"Two"_s)}, {},
        QDate(2026, 7, 15)));
    QVERIFY(model.index(2).data(TimelineModel::QuietRole).toBool()); // it offers its link only when asked
    QVERIFY(!model.index(2).data(TimelineModel::LinkRole).toString().isEmpty());
}

void TestTimelineModel::sameContentSaysNothing()
{
    TimelineModel model;
    model.setContent(TestData::autumn());
    const Watch watch(model);
    model.setContent(TestData::autumn());
    QCOMPARE(watch.inserted.count() + watch.removed.count() + watch.moved.count() + watch.changed.count(), 0);
}

void TestTimelineModel::insertsOneRow()
{
    TimelineModel model;
    model.setContent(TestData::autumn());
    const QPersistentModelIndex last = model.index(model.rowCount() - 1);
    const Watch watch(model);
    TimelineContent more = TestData::autumn();
    more.notes.push_back(TestData::note(6, QDate(2026, 10, 5), u"6.04 — weeknotes — small forms"_s, {6, 4, {}}));
    model.setContent(TestData::content(more.notes, more.pauses, more.today));
    QCOMPARE(watch.inserted.count(), 1);
    QCOMPARE(watch.inserted.first().at(1).toInt(), 1);
    QCOMPARE(watch.changed.count(), 1); // the heading's totals
    QCOMPARE(watch.removed.count() + watch.moved.count() + watch.reset.count(), 0);
    QCOMPARE(last.row(), model.rowCount() - 1);
}

void TestTimelineModel::changesOneRow()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setContent(TestData::autumn());
    NoteHeader note = model.rows()[1].note();
    note.fields.title = u"6.03 — weeknotes — the map is wrong"_s;
    const Watch watch(model);
    model.updateNote(note);
    QCOMPARE(watch.changed.count(), 1);
    QCOMPARE(watch.changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(model.index(1).data().toString(), u"the map is wrong"_s);
    note.words = 900;
    model.updateNote(note);
    QCOMPARE(watch.changed.count(), 3); // its row and its heading's totals
    QCOMPARE(watch.inserted.count() + watch.removed.count() + watch.moved.count() + watch.reset.count(), 0);
}

void TestTimelineModel::movesANoteWhosePeriodChanged()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TimelineContent content = TestData::autumn();
    model.setContent(content);
    const QPersistentModelIndex moved = model.index(1);
    content.notes.back().fields.covers = Period{QDate(2026, 7, 6), QDate(2026, 7, 12)};
    content.notes.back().fields.number = {5, 12, {}};
    const Watch watch(model);
    model.setContent(TestData::content(content.notes, content.pauses, content.today));
    QVERIFY(moved.isValid());
    QCOMPARE(moved.row(), model.rowCount() - 1);
    QVERIFY(watch.moved.count() <= 2);
    QCOMPARE(watch.reset.count(), 0);
}

void TestTimelineModel::anyChangeArrives()
{
    QRandomGenerator random(20261120);
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < rounds(150); ++round) {
        std::vector<NoteHeader> notes;
        for (int serial = 1; serial <= 24; ++serial) {
            if (random.bounded(3) == 0)
                continue;
            const QDate monday = QDate(2026, 1, 5).addDays(7 * random.bounded(40));
            notes.push_back(
                TestData::note(serial, monday, u"Note %1"_s.arg(serial),
                               {random.bounded(4) ? std::optional(random.bounded(3)) : std::nullopt, serial, {}}));
        }
        TimelineContent content = TestData::content(std::move(notes), {}, QDate(2026, 11, 20));
        model.setContent(content);
        QCOMPARE(model.rows(), timelineRows(content, timelineNotes(content)));
        NoteHeader &written = content.notes[size_t(random.bounded(int(content.notes.size())))];
        written.words = random.bounded(2000);
        model.updateNote(written);
        QCOMPARE(model.rows(), timelineRows(content, timelineNotes(content)));
    }
}

void TestTimelineModel::findsTheLongestIncreasingRun()
{
    QCOMPARE(longestIncreasing({}), std::vector<size_t>{});
    QCOMPARE(longestIncreasing({4, 0, 1, 2, 3}), (std::vector<size_t>{1, 2, 3, 4}));
    QCOMPARE(longestIncreasing({1, 2, 3, 0}), (std::vector<size_t>{0, 1, 2}));
    QCOMPARE(longestIncreasing({3, 2, 1}).size(), size_t(1));
}

void TestTimelineModel::readsOwnWords()
{
    QCOMPARE(ownWords(u"3.09 — weeknotes — a bread and butter week"_s, {}), u"a bread and butter week"_s);
    QCOMPARE(ownWords(u"Weeknote w/c 7 October: tired legs"_s, {}), u"tired legs"_s);
    QCOMPARE(ownWords(u"2020 05 01 — Weeknotes"_s, {}), u"2020 05 01 — Weeknotes"_s);
    QCOMPARE(ownWords(u"On nothing in particular"_s, {}), u"On nothing in particular"_s);
    QCOMPARE(ownWords(u"Log 12 / rain"_s, TitlePattern::parse(u"Log {episode} / {title}"_s)), u"rain"_s);
}

void TestTimelineModel::groupsByMonth()
{
    TimelineModel model(QLocale(u"en_GB"_s));
    model.setContent(TestData::autumn());
    TimelineChoice choice;
    choice.grouping = TimelineChoice::Grouping::Months;
    model.setChoice(choice);
    const auto headings = [&] {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.rows()[size_t(row)].kind == Kind::Heading)
                found << model.index(row).data().toString();
        }
        return found;
    };
    QCOMPARE(headings(), QStringList({u"September 2026"_s, u"August 2026"_s, u"July 2026"_s})); // of their first days
    TimelineContent ending = TestData::autumn();
    ending.rules.naming = WeekRules::Naming::Ending;
    model.setContent(ending);
    QCOMPARE(headings(), QStringList({u"October 2026"_s, u"September 2026"_s, u"August 2026"_s, u"July 2026"_s}));
    QCOMPARE(model.headingOf(0), -1);
    QCOMPARE(model.headingOf(model.rowCount() - 1), model.rowCount() - 2);
}

void TestTimelineModel::aLongNoteDividesNoMonth()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model);
    TimelineChoice choice;
    choice.grouping = TimelineChoice::Grouping::Months;
    model.setChoice(choice);
    NoteHeader undated = TestData::note(4, QDate(2026, 11, 2), u"Brought in"_s);
    undated.fields.kind = NoteKind::Post;
    undated.fields.covers.reset();
    undated.fields.written = QDate(2026, 9, 30);
    model.setContent(TestData::content({TestData::note(1, QDate(2026, 9, 28), u"One"_s),
                                        TestData::note(2, QDate(2026, 9, 7), u"Six weeks"_s, {}, 42),
                                        TestData::note(3, QDate(2026, 10, 5), u"Two"_s), undated},
                                       {}, QDate(2026, 10, 20)));
    QCOMPARE(outline(model),
             QStringList({u"year 2026"_s, u"Two"_s, u"year 2026"_s, u"Six weeks"_s, u"One"_s, u"Brought in"_s}));
}

void TestTimelineModel::aYearHoldsNoBreakOfAnother()
{
    TimelineModel model(QLocale(u"en_GB"_s));
    const QAbstractItemModelTester tester(&model);
    model.setContent(TestData::content(
        {TestData::note(1, QDate(2025, 11, 3), u"One"_s), TestData::note(2, QDate(2025, 11, 10), u"Two"_s)},
        {TestData::pause(1, QDate(2024, 6, 3), QDate(2024, 6, 30)),
         TestData::pause(2, QDate(2025, 11, 17), QDate(2025, 12, 28))},
        QDate(2026, 1, 22)));
    QCOMPARE(outline(model), QStringList({u"year 2026"_s, u"missed 3"_s, u"year 2025"_s, u"pause 6"_s, u"Two"_s,
                                          u"One"_s, u"missed 70"_s, u"year 2024"_s, u"pause 4"_s}));
    QVERIFY(model.index(0).data(TimelineModel::DetailRole).toString().isEmpty()); // no “0 notes”

    NoteHeader post = TestData::note(3, QDate(2026, 1, 19), u"Brought in"_s);
    post.fields.kind = NoteKind::Post;
    post.fields.covers.reset();
    post.source.kind = u"text"_s;
    model.setContent(
        TestData::content({TestData::note(1, QDate(2025, 11, 3), u"One"_s), post}, {}, QDate(2025, 11, 12)));
    QCOMPARE(outline(model), QStringList({u"year 2025"_s, u"One"_s, u"year 0"_s, u"Brought in"_s}));
    QCOMPARE(model.index(2).data().toString(), u"No date"_s); // not that of the import
}

void TestTimelineModel::filtersAndSaysWhatIsLeft()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setContent(TestData::autumn());
    QCOMPARE(model.shownNotes(), std::nullopt);
    TimelineChoice choice;
    choice.filter.seasons = {6};
    choice.filter.text = u"ma"_s;
    model.setChoice(choice);
    QCOMPARE(outline(model), QStringList({u"season 6"_s, u"6.03 the map is out"_s})); // no pauses, no missed weeks
    QCOMPARE(model.noteCount(), 1);
    const NoteHeader left = model.rows()[1].note();
    QCOMPARE(model.shownNotes(), QSet{left.id});
    TimelineContent content = TestData::autumn();
    NoteHeader away = content.notes.front();
    away.words = 5;
    model.updateNote(away); // filtered away, and known when it comes back
    NoteHeader renamed = left;
    renamed.fields.title = u"6.03 — weeknotes — no chart"_s;
    model.updateNote(renamed); // it fits no longer
    QCOMPARE(model.rowCount(), 0);
    model.setChoice({});
    QCOMPARE(model.noteCount(), 5);
    QCOMPARE(model.rows()[size_t(model.indexOf(away.id).row())].note().words, 5);
    choice.filter = {};
    choice.filter.withImage = true;
    NoteTraits pictured;
    pictured.hasImage = true;
    choice.traits.insert(away.id, pictured);
    model.setChoice(choice);
    QCOMPARE(model.shownNotes(), QSet{away.id});
}

void TestTimelineModel::typedAndErasedIsAsAskedAtOnce()
{
    QRandomGenerator random(20261130);
    std::vector<NoteHeader> notes; // so many that a filter takes more away than is told row by row
    for (int serial = 1; serial <= 700; ++serial) {
        const QString title = random.bounded(5) > 0 ? u"c"_s : u"a b ab ba bb"_s.sliced(random.bounded(11));
        notes.push_back(TestData::note(serial, QDate(2012, 1, 2).addDays(7 * serial), title));
    }
    TimelineContent content = TestData::content(notes, {}, QDate(2026, 11, 20));
    TimelineModel typed;
    typed.setContent(content);
    const QSignalSpy resets(&typed, &QAbstractItemModel::modelReset);
    TimelineChoice choice;
    QString shownTitle = content.notes.front().fields.title; // what is remembered goes with each new content
    for (int round = 0; round < rounds(120); ++round) {
        QString &text = choice.filter.text;
        const int what = random.bounded(8);
        if (round % 20 == 0)
            choice.filter = {};
        else if (what == 0)
            choice.filter.statuses = random.bounded(2) ? std::vector{NoteStatus::Draft} : std::vector<NoteStatus>();
        else if (what == 1 && random.bounded(4) == 0)
            content.notes.front().fields.title = u"ab ba"_s.first(random.bounded(5));
        else if (what < 4)
            text.chop(1);
        else
            text += u"ab "_s[random.bounded(3)];
        if (content.notes.front().fields.title != shownTitle)
            typed.setContent(content);
        shownTitle = content.notes.front().fields.title;
        typed.setChoice(choice);
        TimelineModel asked;
        asked.setContent(content);
        asked.setChoice(choice);
        QCOMPARE(typed.rows(), asked.rows());
    }
    QVERIFY(resets.count() > 10); // both ways were met
}

void TestTimelineModel::saysWhatWasPlannedAndHowLate()
{
    TimelineModel model(QLocale(u"en_GB"_s));
    TimelineContent content = TestData::autumn();
    content.pauses.front().plannedTo = QDate(2026, 9, 6);
    content.notes.back().fields.written = QDate(2026, 10, 8); // four days after
    model.setContent(content);
    QCOMPARE(model.index(1).data(TimelineModel::DelayRole).toString().left(2), u"+4"_s);
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"written 4"_s));
    QVERIFY(model.index(3).data(TimelineModel::DelayRole).toString().isEmpty());
    const QString planned = model.index(5).data(TimelineModel::DetailRole).toString();
    QVERIFY2(planned.contains(u"planned to 6 Sep"_s) && planned.contains(u"7 day"_s) && planned.contains(u"sooner"_s),
             qPrintable(planned));
    content.pauses.front().to = QDate(2026, 9, 6);
    model.setContent(content);
    QVERIFY(model.index(5).data(TimelineModel::DetailRole).toString().isEmpty());
}

QTEST_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
