// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/sqliteengine.h"
#include "storage/versionstore.h"
#include "storage/versionthinning.h"

#include <QRandomGenerator>

#include <map>

using namespace Weeknotes;
using namespace Weeknotes::Test;

class TestVersionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheDifference_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("middle");
        QTest::newRow("equal") << QByteArray("abc") << QByteArray("abc") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("from nothing") << QByteArray() << QByteArray("abc") << QByteArray("abc");
        QTest::newRow("to nothing") << QByteArray("abc") << QByteArray() << QByteArray();
        QTest::newRow("inside") << QByteArray("one two three") << QByteArray("one 2 three") << QByteArray("2");
        QTest::newRow("repeated") << QByteArray("aaaa") << QByteArray("aaaaaa") << QByteArray("aa");
        QTest::newRow("shortened") << QByteArray("aaaaaa") << QByteArray("aaaa") << QByteArray();
        QTest::newRow("all") << QByteArray("abc") << QByteArray("xyz") << QByteArray("xyz");
    }
    void findsTheDifference()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, middle);
        const TextDelta delta = TextDelta::between(from, to);
        QCOMPARE(delta.middle, middle);
        QCOMPARE(delta.apply(from), to);
    }

    void turnsAnyTextIntoAnyOther()
    {
        QRandomGenerator random(20261120);
        const auto make = [&random] {
            QByteArray text;
            for (int length = int(random.bounded(40)); length > 0; --length)
                text += char('a' + random.bounded(3));
            return text;
        };
        for (int i = 0; i < 5000; ++i) {
            const QByteArray from = make();
            const QByteArray to = make();
            QCOMPARE(TextDelta::between(from, to).apply(from), to);
        }
    }

    void refusesABaseThatDoesNotFit()
    {
        QVERIFY(!(TextDelta{3, 3, "x"}.apply("12345")));
        QVERIFY(!(TextDelta{-1, 0, "x"}.apply("12345")));
    }

    void thinsWithAge_data()
    {
        QTest::addColumn<QStringList>("made"); // newest first; a letter for the reason, the moment
        QTest::addColumn<QString>("thinned");  // their places in `made`
        const auto row = [](const char *name, const QStringList &made, const QString &thinned) {
            QTest::newRow(name) << made << thinned;
        };
        row("all of today", {u"s 2026-11-20T14:02"_s, u"s 2026-11-20T14:01"_s, u"s 2026-11-20T00:00"_s}, {});
        row("one an hour for a week",
            {u"s 2026-11-19T10:59"_s, u"s 2026-11-19T10:01"_s, u"s 2026-11-19T09:59"_s, u"s 2026-11-14T08:30"_s,
             u"s 2026-11-14T08:10"_s, u"s 2026-11-14T07:10"_s},
            u"1 4"_s);
        row("one a day for a season",
            {u"s 2026-11-13T18:00"_s, u"s 2026-11-13T09:00"_s, u"s 2026-08-22T18:00"_s, u"s 2026-08-22T09:00"_s,
             u"s 2026-08-21T23:59"_s},
            u"1 3"_s);
        row("one a week for ever",
            {u"s 2026-08-21T18:00"_s, u"s 2026-08-20T18:00"_s, u"s 2020-01-01T00:00"_s, u"s 2019-12-30T00:00"_s,
             u"s 2019-12-29T00:00"_s},
            u"1 3"_s);
        row("what went out stays", {u"s 2019-12-05T12:00"_s, u"p 2019-12-04T12:00"_s, u"s 2019-12-03T12:00"_s}, u"2"_s);
        row("what could not be saved stays, and takes nobody's place",
            {u"a 2019-12-05T12:00"_s, u"a 2019-12-04T12:00"_s, u"s 2019-12-03T12:00"_s}, {});
        row("a clock that jumped", {u"s 2019-12-05T12:00"_s, u"s 2030-01-01T00:00"_s, u"s 2019-12-04T12:00"_s}, u"2"_s);
    }
    void thinsWithAge()
    {
        QFETCH(QStringList, made);
        QFETCH(QString, thinned);
        std::vector<Version> versions;
        for (const QString &each : std::as_const(made)) {
            const auto reason = each[0] == u'p'   ? Version::Reason::Publish
                                : each[0] == u'a' ? Version::Reason::Aside
                                                  : Version::Reason::Sitting;
            const QDateTime moment = QDateTime::fromString(each.sliced(2) + u":00Z"_s, Qt::ISODate);
            versions.push_back({VersionId(createUuidV7(qint64(versions.size()))), 0, reason, moment, {}});
        }
        const QDateTime now(QDate(2026, 11, 20), QTime(14, 3), QTimeZone::UTC);
        QStringList places;
        for (const VersionId &id : versionsToThin(versions, now))
            places << QString::number(std::ranges::find(versions, id, &Version::id) - versions.begin());
        QCOMPARE(places.join(u' '), thinned);
    }

    void readsTheSameAfterThinning()
    {
        LibraryFixture fixture;
        const auto library = fixture.open();
        NoteHeader note = valueOf(library->addNote(titled(u"0"_s), text(u"0"_s)));
        std::map<VersionId, QString> texts;
        QString words = u"a paragraph of a week\n\n"_s.repeated(60);
        for (int i = 1; i <= 200; ++i) {
            fixture.advance(11h + std::chrono::minutes(i % 60));
            words.insert((i * 997) % words.size(), u"%1 "_s.arg(i));
            if (i % 90 == 0)
                words = u"All new %1. "_s.arg(i).repeated(100);
            note = valueOf(library->saveNote(note.id, note.revision, titled(QString::number(i)), text(words)));
            if (i % 5 != 0)
                continue;
            for (const Version &version : valueOf(library->versions(note.id))) {
                const QString now = valueOf(library->versionText(version.id));
                QCOMPARE(texts.try_emplace(version.id, now).first->second, now);
            }
        }
        const auto versions = valueOf(library->versions(note.id));
        QVERIFY2(versions.size() > 30 && versions.size() < 140, qPrintable(QString::number(versions.size())));
        QVERIFY(versionsToThin(versions, fixture.clock.now()).empty());
        QVERIFY(valueOf(library->verify()).empty());
    }

    void keepsALongHistory()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        QString words = u"Début ünï 🎈. "_s.repeated(200);
        const NoteHeader note = valueOf(library->addNote(titled(u"0"_s), text(words), {u"k"_s, u"k"_s, "0"}));
        QStringList history;
        for (int i = 1; i <= 40; ++i) {
            history.prepend(words);
            if (i % 10 == 0)
                words = u"All new "_s.repeated(i * 10); // nothing in common: kept whole
            words.insert(words.size() / 2, u" édition %1 "_s.arg(i));
            valueOf(library->updateNote(note.id, i, titled(QString::number(i)), text(words),
                                        {u"k"_s, u"k"_s, QByteArray::number(i)}, {}));
        }
        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 40);
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(versions[size_t(i)].title, QString::number(39 - i));
            QCOMPARE(valueOf(library->versionText(versions[size_t(i)].id)), history[i]);
        }
    }

    void aDamagedVersionHoldsUpNoSave()
    {
        LibraryFixture fixture;
        const auto library = fixture.open();
        const QString words = u"words of a week "_s.repeated(20);
        NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(words)));
        const auto save = [&](const QString &more) {
            fixture.advance(31min);
            note = valueOf(library->saveNote(note.id, note.revision, titled(u"A"_s), text(words + more)));
        };
        save(u"one"_s);
        save(u"two"_s);
        const auto database =
            valueOf(SqliteEngine::connect(Library::databasePath(fixture.path()), SqliteEngine::Mode::Existing));
        QCOMPARE(valueOf(database->change(u"UPDATE versions SET keep_front = 9999 WHERE base IS NOT NULL"_s)), 1);
        save(u"three"_s);
        auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 3);
        QCOMPARE(valueOf(library->versionText(versions[0].id)), words + u"two"_s);
        QCOMPARE(library->versionText(versions[1].id).error().kind, Error::Kind::Damaged);
        fixture.advance(24h); // of each hour the newest stays, and what the damaged one builds upon
        save(u"four"_s);
        versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 3);
        QCOMPARE(valueOf(library->versionText(versions[0].id)), words + u"three"_s);
        QCOMPARE(valueOf(library->versionText(versions[2].id)), words);
    }
};

QTEST_GUILESS_MAIN(TestVersionStore)
#include "tst_versionstore.moc"
