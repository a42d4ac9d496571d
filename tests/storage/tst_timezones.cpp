// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/isotext.h"
#include "core/timeline.h"
#include "storage/libraryfixture.h"

#include <QTimeZone>

#include <ctime>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// The day in the computer's time zone as the C library tells it, which shares nothing with Qt's rules.
QDate localDay(const QDateTime &moment)
{
    const std::time_t seconds = moment.toSecsSinceEpoch();
    std::tm tm{};
    ::localtime_r(&seconds, &tm);
    return {tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
}

/// The moment in the computer's time zone, as SystemClock gives it.
QDateTime local(const QDateTime &moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.toMSecsSinceEpoch());
}

} // namespace

/// Runs in several time zones, each in a process of its own; see weeknotes_add_test.
class TestTimeZones : public QObject
{
    Q_OBJECT

    static void moments()
    {
        QTest::addColumn<QDateTime>("moment");
        const auto row = [](const char *name, QDate day, QTime time) {
            QTest::newRow(name) << QDateTime(day, time, QTimeZone::UTC);
        };
        // Around these, clocks go forward and back: London 29 March and 25 October, St John's 8 March and 1 November,
        // Auckland 5 April and 27 September. Each is a Sunday or, by the clock there, the Monday after.
        row("London, before summer", {2026, 3, 29}, {0, 59, 59});
        row("London, in summer", {2026, 3, 29}, {1, 0});
        row("London, last minute of the first week of summer time", {2026, 3, 29}, {22, 59, 59});
        row("London, its first midnight", {2026, 3, 29}, {23, 0});
        row("London, the hour that comes twice", {2026, 10, 25}, {0, 30});
        row("London, the same hour again", {2026, 10, 25}, {1, 30});
        row("Auckland, the hour that comes twice", {2026, 4, 4}, {13, 30});
        row("Auckland, before Monday", {2026, 4, 5}, {11, 59, 59});
        row("Auckland, Monday", {2026, 4, 5}, {12, 0});
        row("Auckland, the hour that is none", {2026, 9, 26}, {14, 0});
        row("St John's, the hour that is none", {2026, 3, 8}, {5, 30});
        row("St John's, the hour that comes twice", {2026, 11, 1}, {4, 0});
        row("St John's, before Monday", {2026, 11, 2}, {3, 29, 59});
        row("St John's, Monday", {2026, 11, 2}, {3, 30});
        row("New Year by UTC", {2026, 12, 31}, {23, 59, 59});
        row("week 53", {2027, 1, 3}, {23, 30});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray zone = qgetenv("TZ");
        QVERIFY2(QTimeZone(zone).isValid(), "this system does not know the time zone");
        QCOMPARE(QTimeZone::systemTimeZoneId(), zone);
    }

    void opensOnTheWeekOfThePlace_data() { moments(); }
    void opensOnTheWeekOfThePlace()
    {
        QFETCH(QDateTime, moment);
        const FixedClock clock(local(moment));
        const QDate day = localDay(moment);
        QCOMPARE(clock.today(), day);
        QVERIFY(Week::of(clock.today()).days().contains(day));
        // Last week through Thursday, as product.md has it.
        const Week expected = day.dayOfWeek() <= Qt::Thursday ? Week::of(day).previous() : Week::of(day);
        QCOMPARE(weekToOpen({}, {}, clock.today(), {}), expected);
    }

    void savesTheMomentAndItsDay_data() { moments(); }
    void savesTheMomentAndItsDay()
    {
        QFETCH(QDateTime, moment);
        LibraryFixture fixture;
        fixture.clock = FixedClock(local(moment));
        const auto library = fixture.open();
        const NoteHeader added = valueOf(library->addNote(titled(u"A"_s), text(u"words"_s)));
        const NoteHeader read = valueOf(library->note(added.id)).header;
        for (const QDateTime &saved : {added.created, added.updated, read.created, read.updated}) {
            QCOMPARE(saved.toMSecsSinceEpoch(), moment.toMSecsSinceEpoch());
            QCOMPARE(saved.date(), localDay(moment)); // also of the hour that comes twice
        }
    }

    void publishesOnTheDayGiven_data() { moments(); }
    void publishesOnTheDayGiven()
    {
        QFETCH(QDateTime, moment);
        LibraryFixture fixture;
        fixture.clock = FixedClock(local(moment));
        const auto library = fixture.open();
        const QUrl address(u"https://example.org/a"_s);
        const QDate today = fixture.clock.today();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"words"_s)));
        const NoteHeader now = valueOf(library->setPublished(note.id, address, today));
        QCOMPARE(now.fields.published->toMSecsSinceEpoch(), moment.toMSecsSinceEpoch());
        for (const QDate day : {today.addDays(-1), today.addDays(-180), today}) {
            const NoteHeader another = valueOf(library->addNote(titled(u"B"_s), text(u"words"_s)));
            const NoteHeader published = valueOf(library->setPublished(another.id, address, day));
            QCOMPARE(published.fields.published->date(), day);
            if (day != today)
                QCOMPARE(published.fields.published, noonOf(day));
            QCOMPARE(sortDay(published), day);
        }
    }

    void endsAPauseAtMidnight_data() { moments(); }
    void endsAPauseAtMidnight()
    {
        QFETCH(QDateTime, moment);
        LibraryFixture fixture;
        fixture.clock = FixedClock(local(moment));
        const auto library = fixture.open();
        valueOf(library->addPause(localDay(moment).addDays(-7), {}, {}));
        QCOMPARE(valueOf(library->endPause({})).to, localDay(moment));
    }
};

QTEST_GUILESS_MAIN(TestTimeZones)
#include "tst_timezones.moc"
