// SPDX-License-Identifier: GPL-3.0-or-later
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
