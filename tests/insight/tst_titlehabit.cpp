// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/week.h"
#include "insight/titlehabit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestTitleHabit : public QObject
{
    Q_OBJECT

    [[nodiscard]] static NoteHeader note(const QString &title, std::optional<int> season, std::optional<int> episode,
                                         const std::optional<Period> &covers = {})
    {
        NoteHeader header;
        header.fields.title = title;
        header.fields.number = {season, episode, {}};
        header.fields.covers = covers;
        return header;
    }
    [[nodiscard]] static QString pattern(const std::vector<NoteHeader> &notes)
    {
        const auto own = ownTitlePattern(notes, QLocale::c());
        return own ? own->pattern() : QString();
    }

private Q_SLOTS:
    void isTheWritersOwn_data()
    {
        QTest::addColumn<QStringList>("titles"); // of episodes 9, 8 and 7 of season 3
        QTest::addColumn<QString>("own");
        QTest::newRow("two digits") << QStringList{u"3.09 — weeknotes — tea"_s, u"3.08 — weeknotes — ink"_s,
                                                   u"3.07 — weeknotes — rain"_s}
                                    << u"{season}.{episode:02} — weeknotes — {title}"_s;
        QTest::newRow("one digit, short dash")
            << QStringList{u"3.9 – tea"_s, u"3.8 – ink"_s, u"3.7 – rain"_s} << u"{season}.{episode} – {title}"_s;
        QTest::newRow("most") << QStringList{u"S3 Ep9: tea"_s, u"Late again"_s, u"S3 Ep7: rain"_s} << QString();
        QTest::newRow("none") << QStringList{u"Tea"_s, u"Ink"_s, u"Rain"_s} << QString();
        // The first pattern reads them too, but would not write them so.
        QTest::newRow("other words") << QStringList{u"3.09 — week notes — tea"_s, u"3.08 — week notes — ink"_s,
                                                    u"3.07 — week notes — rain"_s}
                                     << u"{season}.{episode:02} — {title}"_s;
    }
    void isTheWritersOwn()
    {
        QFETCH(QStringList, titles);
        QFETCH(QString, own);
        std::vector<NoteHeader> notes;
        for (int episode = 9; const QString &title : titles)
            notes.push_back(note(title, 3, episode--));
        QCOMPARE(pattern(notes), own);
    }

    void isOfTheNewestSeason()
    {
        std::vector<NoteHeader> notes;
        for (int episode = 4; episode > 0; --episode)
            notes.push_back(note(u"S4 Ep%1: tea"_s.arg(episode), 4, episode));
        NoteHeader post = note(u"A talk"_s, {}, {});
        post.fields.kind = NoteKind::Post;
        notes.insert(notes.begin(), post);
        for (int episode = 20; episode > 0; --episode)
            notes.push_back(note(u"3.%1 — ink"_s.arg(episode, 2, 10, QChar(u'0')), 3, episode));
        QCOMPARE(pattern(notes), u"S{season} Ep{episode}: {title}"_s);
        notes.erase(notes.begin() + 1, notes.begin() + 3); // two are no habit yet
        QCOMPARE(pattern(notes), QString());
    }

    void findsEverySeries()
    {
        std::vector<NoteHeader> notes;
        const auto words = [](int number) { return QString(number, u'o'); };
        const auto add = [&](const QString &title, const SeasonNumber &number, int week) {
            notes.push_back(note(title, number.season, number.episode, Week::fromIso(2026, week)->days()));
            notes.back().id = NoteId(createUuidV7(week));
        };
        for (int episode = 8; episode < 13; ++episode)
            add(u"5.%1 — weeknotes — %2, and rain"_s.arg(episode, 2, 10, QChar(u'0')).arg(words(episode)), {5, episode},
                episode);
        add(u"5.13 — fortnight — ink"_s, {5, 13}, 13);
        for (int number = 20; number < 24; ++number)
            add(u"Friday five #%1: %2: and paper"_s.arg(number).arg(words(number)), {{}, number}, number);
        for (int number = 30; number < 33; ++number)
            add(u"The %2 legs edition (%1)"_s.arg(number).arg(words(number)), {{}, number}, number);
        add(u"A break"_s, {}, 40);
        add(u"Braces {episode}"_s, {{}, 41}, 41);
        const auto series = titleSeries(notes, QLocale::c());
        QStringList found;
        for (const TitleSeries &each : series)
            found << u"%1 × %2"_s.arg(each.titles).arg(each.pattern.pattern());
        QCOMPARE(found, QStringList({u"5 × {season}.{episode:02} — weeknotes — {title}"_s,
                                     u"4 × Friday five #{episode:02}: {title}"_s, u"3 × {title} ({episode:02})"_s}));
        QCOMPARE(series[0].newest, Week::fromIso(2026, 12)->days().last);
        QCOMPARE(series[0].example.title, words(12) + u", and rain"_s);
        QCOMPARE(series[0].example.number, (SeasonNumber{5, 12}));
        QCOMPARE(series[1].example.title, words(23) + u": and paper"_s);
    }

    void findsSeriesOfDays()
    {
        std::vector<NoteHeader> notes;
        for (const int day : {7, 14, 21}) {
            const QDate first(2019, 10, day);
            notes.push_back(note(u"Woche ab %1 Oktober: %2"_s.arg(day).arg(QString(day, u'T')), {}, day,
                                 Period{first, first.addDays(6)}));
            notes.push_back(note(u"2019 10 %1 — Weeknotes"_s.arg(day, 2, 10, QChar(u'0')), {}, {}));
            notes.back().fields.written = first;
            notes.push_back(note(u"Post %1: tea"_s.arg(day), {}, day));
            notes.back().fields.kind = NoteKind::Post;
        }
        QStringList found;
        for (const TitleSeries &each : titleSeries(notes, QLocale(u"de_DE"_s)))
            found << each.pattern.pattern();
        found.sort();
        QCOMPARE(found, QStringList({u"Woche ab {start:d MMMM}: {title}"_s, u"{written:yyyy MM dd} — Weeknotes"_s}));
        QVERIFY(titleSeries({}, QLocale::c()).empty());
    }

    void readsDays()
    {
        std::vector<NoteHeader> notes;
        for (const int day : {21, 14, 7}) {
            const QDate first(2019, 10, day);
            notes.push_back(note(u"Weeknote w/c %1 October: legs"_s.arg(day), {}, {}, Period{first, first.addDays(6)}));
        }
        QCOMPARE(pattern(notes), u"Weeknote w/c {start:d MMMM}: {title}"_s);
    }
};

QTEST_APPLESS_MAIN(TestTitleHabit)
#include "tst_titlehabit.moc"
