// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newnote.h"
#include "core/titlepattern.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

Q_DECLARE_METATYPE(Weeknotes::TitleReading)

namespace {

const TitleParts full{{5, 9}, Period{QDate(2026, 11, 9), QDate(2026, 11, 22)}, QDate(2026, 11, 26), u"one printer"_s};

TitlePattern pattern(const QString &text)
{
    return *TitlePattern::parse(text);
}

} // namespace

class TestTitlePattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("title");
        QTest::newRow("number") << u"{season}.{episode:02} — weeknotes — {title}"_s
                                << u"5.09 — weeknotes — one printer"_s;
        QTest::newRow("w/c") << u"Weeknote w/c {start:d MMMM}: {title}"_s << u"Weeknote w/c 9 November: one printer"_s;
        QTest::newRow("S and Ep") << u"S{season} Ep{episode}: {title}"_s << u"S5 Ep9: one printer"_s;
        QTest::newRow("written") << u"{written:yyyy MM dd} — Weeknotes"_s << u"2026 11 26 — Weeknotes"_s;
        QTest::newRow("both ends") << u"{start:d MMM} – {end:d MMM yyyy}"_s << u"9 Nov – 22 Nov 2026"_s;
    }
    void writes()
    {
        QFETCH(QString, pattern);
        QTEST(::pattern(pattern).write(full), "title");
    }

    void leavesOutWhatIsMissing_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("title");
        const QString numbered = u"{season}.{episode:02} — weeknotes — {title}"_s;
        QTest::newRow("title") << numbered << u"title"_s << u"5.09 — weeknotes"_s;
        QTest::newRow("season") << numbered << u"season"_s << u"09 — weeknotes — one printer"_s;
        QTest::newRow("episode") << numbered << u"episode"_s << u"5 — weeknotes — one printer"_s;
        QTest::newRow("both numbers") << numbered << u"season episode"_s << u"weeknotes — one printer"_s;
        QTest::newRow("glued words") << u"S{season} Ep{episode}: {title}"_s << u"episode"_s << u"S5: one printer"_s;
        QTest::newRow("w/c and its day") << u"Weeknote w/c {start:d MMMM}: {title}"_s << u"covers"_s
                                         << u"Weeknote: one printer"_s;
        QTest::newRow("brackets go with what they hold") << u"[{episode}] ({title})"_s << u"title"_s << u"[9]"_s;
        QTest::newRow("first brackets too") << u"[{episode}] ({title})"_s << u"episode"_s << u"(one printer)"_s;
        QTest::newRow("everything") << u"{season}.{episode} — {title}"_s << u"season episode title"_s << QString();
    }
    void leavesOutWhatIsMissing()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, missing);
        TitleParts parts = full;
        if (missing.contains(u"season"))
            parts.number.season.reset();
        if (missing.contains(u"episode"))
            parts.number.episode.reset();
        if (missing.contains(u"covers"))
            parts.covers.reset();
        if (missing.contains(u"title"))
            parts.title.clear();
        QTEST(::pattern(pattern).write(parts), "title");
    }

    void reads_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("title");
        QTest::addColumn<TitleReading>("reading");
        const QString numbered = u"{season}.{episode:02} — weeknotes — {title}"_s;
        const QString commencing = u"Weeknote w/c {start:d MMMM}: {title}"_s;
        const auto row = [](const char *name, const QString &pattern, const QString &title, TitleReading reading) {
            QTest::newRow(name) << pattern << title << reading;
        };
        row("as written", numbered, u"3.09 — weeknotes — been a long one"_s,
            {{3, 9}, {}, {}, {}, u"been a long one"_s});
        row("other dashes, spaces, case", numbered, u" 3.9 -  Weeknotes – been (a) long one "_s,
            {{3, 9}, {}, {}, {}, u"been (a) long one"_s});
        row("week notes", numbered, u"3.09—week notes—x"_s, {{3, 9}, {}, {}, {}, u"x"_s});
        row("day without a year", commencing, u"Weeknote w/c 7 October: aching legs"_s,
            {{}, TitleDay{{}, 10, 7}, {}, {}, u"aching legs"_s});
        row("ordinal, short month, year, plural", commencing, u"Weeknotes W/C 7th Oct 2019: aching legs"_s,
            {{}, TitleDay{2019, 10, 7}, {}, {}, u"aching legs"_s});
        row("numbers as a day", u"{written:yyyy MM dd} — Weeknotes"_s, u"2020 05 01 — Weeknotes"_s,
            {{}, {}, {}, TitleDay{2020, 5, 1}, {}});
        row("29 February of no year", commencing, u"Weeknote w/c 29 February: x"_s,
            {{}, TitleDay{{}, 2, 29}, {}, {}, u"x"_s});
        row("several episodes", u"Weeknotes #{episode}–#{last}"_s, u"Weeknotes #67-#68"_s,
            {{{}, 67, 68}, {}, {}, {}, {}});
        row("signs that mean something to expressions", u"[{episode}] ({title})"_s, u"[7] (a.b*c)"_s,
            {{{}, 7}, {}, {}, {}, u"a.b*c"_s});
    }
    void reads()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, title);
        QFETCH(TitleReading, reading);
        const auto read = ::pattern(pattern).read(title);
        QVERIFY(read);
        QCOMPARE(*read, reading);
    }

    void readsItsOwnLanguage()
    {
        const auto french = TitlePattern::parse(u"Semaine du {start:d MMMM}"_s, QLocale(u"fr_FR"_s));
        const TitleParts parts{{}, Period{QDate(2021, 2, 1), QDate(2021, 2, 7)}, {}, {}};
        QCOMPARE(french->write(parts), u"Semaine du 1 février"_s);
        QCOMPARE(french->read(u"semaine du 1 février"_s)->start, (TitleDay{{}, 2, 1}));
        QCOMPARE(french->read(u"Semaine du 15 août 2021"_s)->start, (TitleDay{2021, 8, 15}));
        QCOMPARE(french->read(u"Semaine du 15 August"_s)->start, (TitleDay{{}, 8, 15}));
    }

    void doesNotReadWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no title") << u"3.09 — weeknotes — "_s;
        QTest::newRow("words before") << u"My 3.09 — weeknotes — x"_s;
        QTest::newRow("no number") << u"x.y — weeknotes — x"_s;
        QTest::newRow("a number too large to be one") << u"3.12345678901 — weeknotes — x"_s;
    }
    void doesNotReadWhatDoesNotFit()
    {
        QFETCH(QString, title);
        QVERIFY(!pattern(u"{season}.{episode:02} — weeknotes — {title}"_s).read(title));
        QVERIFY(!pattern(u"w/c {start:d MMMM}"_s).read(u"w/c 31 September"_s));
    }

    void refusesPatternsThatCouldNotBeRead_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const auto &text :
             {u""_s, u"Weeknotes"_s, u"{title"_s, u"title}"_s, u"{}"_s, u"{week}"_s, u"{season}{episode}"_s,
              u"{title} {title}"_s, u"{start}"_s, u"{start:hh}"_s, u"{start:dddd}"_s, u"{episode:x}"_s,
              u"{episode:99}"_s, u"{title:3}"_s, u"{{title}}"_s})
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    }
    void refusesPatternsThatCouldNotBeRead()
    {
        QFETCH(QString, pattern);
        QVERIFY(!TitlePattern::parse(pattern));
    }

    void readsBackWhatItWrites()
    {
        QRandomGenerator random(42);
        for (const TitlePattern &pattern : TitlePattern::common()) {
            for (int i = 0; i < 50; ++i) {
                const QDate first = QDate(1990, 1, 1).addDays(random.bounded(20'000));
                const int episode = random.bounded(200);
                const TitleParts parts{{random.bounded(30), episode, episode + 1},
                                       Period{first, first.addDays(6)},
                                       first.addDays(4),
                                       u"the “big” one: x — y"_s};
                const QString title = pattern.write(parts);
                const auto read = pattern.read(title);
                QVERIFY2(read, qPrintable(pattern.pattern() + u" | "_s + title));
                if (pattern.pattern().contains(u"{season"))
                    QCOMPARE(read->number.season, parts.number.season);
                if (pattern.pattern().contains(u"{episode"))
                    QCOMPARE(read->number.episode, parts.number.episode);
                if (read->start)
                    QCOMPARE(read->start->day, first.day());
                if (pattern.pattern().contains(u"{title"))
                    QCOMPARE(read->title, parts.title);
                QCOMPARE(pattern.pattern().contains(u"{start"), read->start.has_value());
            }
        }
    }

    void newNotesSpeakTheLanguageOfTheLibrary()
    {
        LibrarySettings settings;
        settings.titlePattern = u"{start:d MMMM}"_s;
        const Period week{QDate(2026, 3, 2), QDate(2026, 3, 8)};
        const auto title = [&](const QString &language) {
            settings.language = language;
            return fieldsOfNewNote(NoteKind::Weeknote, week, {}, {}, settings, week.last, QLocale(u"de_DE"_s)).title;
        };
        QCOMPARE(title({}), u"2 März"_s);
        QCOMPARE(title(u"fr"_s), u"2 mars"_s);
    }

    void anyTextIsReadInReasonableTime()
    {
        QString long_;
        for (int i = 0; i < 20'000; ++i)
            long_ += u"3.09 — "_s;
        for (const TitlePattern &pattern : TitlePattern::common())
            static_cast<void>(pattern.read(long_)); // must end, whatever it says
    }
};

QTEST_APPLESS_MAIN(TestTitlePattern)
#include "tst_titlepattern.moc"
