// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartcolumn.h"
#include "app/schemeswitch.h"
#include "app/seasonreview.h"
#include "app/session.h"
#include "app/statisticspage.h"
#include "core/clock.h"
#include "notebook/storedtextof.h"
#include "storage/library.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

/// What it takes to look back in figures over 20 years of weeks: from the order to the painted page.
namespace {

constexpr int weeks = 1040;
constexpr int weeksOfSeason = 40;
constexpr int wordsOfSection = 120;
const QDate firstWeek(2006, 12, 25);
const FixedClock clockOfBench(QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC));

QString textOf(QRandomGenerator &random, int season)
{
    QString text;
    for (const auto &heading :
         {u"What I did"_s, u"Something I’ve learned"_s, u"Thank you"_s, u"Tune of the week"_s, u"Next week"_s}) {
        text += u"## "_s + heading +
                u"\n\nThanks to Priya and Tom. [Here](https://example.org/%1) it is.\n\n"_s.arg(season);
        for (int word = 0; word < wordsOfSection; ++word)
            text += u"word%1 "_s.arg(QChar(u'a' + random.bounded(26))) +
                    u"of%1x "_s.arg(QChar(u'a' + (season + random.bounded(9)) % 26));
        text += u"\n\n"_s;
    }
    return text;
}

void fill(const QString &folder)
{
    auto library = Library::open(folder, clockOfBench);
    if (!library)
        std::exit(1);
    QRandomGenerator random(1040);
    for (int week = 0; week < weeks; ++week) {
        NoteFields fields;
        const QDate first = firstWeek.addDays(7 * week);
        fields.covers = Period{first, first.addDays(6)};
        fields.number = {1 + week / weeksOfSeason, 1 + week % weeksOfSeason, {}};
        fields.written = first.addDays(4 + random.bounded(6));
        fields.title = u"Week %1"_s.arg(week);
        if (!(*library)->addNote(fields, storedTextOf(textOf(random, *fields.number.season), clockOfBench.today())))
            std::exit(1);
    }
}

void measure(const char *name, LookBackPage &page, const ChartColumn &charts)
{
    page.resize(960, 800);
    page.show();
    std::vector<double> times;
    for (int round = 0; round < 9; ++round) {
        const Chart *before = charts.views().empty() ? nullptr : charts.views().front()->chart();
        QElapsedTimer timer;
        timer.start();
        page.refresh();
        while (charts.views().empty() || charts.views().front()->chart() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        (void)page.grab();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%-40s first %6.1f ms", name, times.front());
    std::ranges::sort(times);
    std::printf(", median %6.1f ms, worst %6.1f ms\n", times[times.size() / 2], times.back());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QTemporaryDir folder;
    fill(folder.filePath(u"library"_s));
    const SchemeSwitch schemes(SchemeChoice::Light);
    Session session(clockOfBench);
    session.open(folder.filePath(u"library"_s));
    while (session.shelf().notes().empty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("%d weeks, %d words each\n", weeks, session.shelf().notes().front().words);
    SeasonReview review(session, schemes);
    measure("season review (200 ms)", review, review.charts());
    StatisticsPage statistics(session, schemes);
    measure("statistics", statistics, statistics.charts());
    return 0;
}
