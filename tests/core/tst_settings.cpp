// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsReadBack()
    {
        LibrarySettings settings;
        settings.author = u"Robin Ellery"_s;
        settings.language = u"en-GB"_s;
        settings.baseUrl = QUrl(u"https://notes.example/robin"_s);
        settings.titlePattern = u"{season}.{episode:02} — {title}"_s;
        settings.week = {Qt::Sunday, WeekRules::Numbering::FirstDay, WeekRules::Naming::Ending};
        settings.graceUntil = Qt::Wednesday;
        settings.backups = {.folder = u"/media/stick/weeknotes"_s, .daily = 1, .weekly = 0, .monthly = 24};
        settings.run = {.shown = false, .lateCounts = false, .fortnightCounts = false};
        settings.views = {{u"Drafts"_s, u"status:draft"_s}, {u"Maps \"old\""_s, u"tag:map year:2019"_s}};
        settings.notHere = {{u"id"_s, u"ageing-word"_s, u"today"_s}};
        settings.sectionRenames = {{u"learnt"_s, u"learned"_s, true}};
        settings.storylines = {u"#cloud"_s, u"the printer"_s};
        settings.markdownCopy = u"/home/robin/notes"_s;
        settings.seasons[5] = {u"The big move"_s, u"S{season} Ep{episode}: {title}"_s};
        settings.seasons[10] = {u"Settling in"_s, {}};

        LibrarySettings copy;
        for (const QString &key : settingKeys(settings))
            QVERIFY(setSetting(copy, key, *settingValue(settings, key)));
        QCOMPARE(copy, settings);
        for (const QString &key : settingKeys(settings))
            QVERIFY(setSetting(copy, key, QString()));
        QCOMPARE(copy, LibrarySettings{});
        QVERIFY(std::ranges::is_sorted(settingKeys()));
    }

    void aSeasonHasKeysForWhatIsSaidOfIt()
    {
        LibrarySettings settings;
        settings.titlePattern = u"{season}.{episode:02} — {title}"_s;
        QVERIFY(setSetting(settings, u"season-10-pattern"_s, u"S{season} Ep{episode}: {title}"_s));
        QVERIFY(setSetting(settings, u"season-9-name"_s, u" The big move "_s));
        const QStringList keys = settingKeys(settings);
        const auto place = keys.indexOf(u"season-9-name"_s);
        QCOMPARE(keys.mid(place - 1, 4),
                 QStringList({keys[place - 1], u"season-9-name"_s, u"season-10-pattern"_s, u"section-renames"_s}));
        QCOMPARE(keys.size(), settingKeys().size() + 2);
        QCOMPARE(settingValue(settings, u"season-9-name"_s), u"The big move"_s);
        QCOMPARE(settingValue(settings, u"season-3-name"_s), QString());
        QCOMPARE(settings.titlePatternOf(10), u"S{season} Ep{episode}: {title}"_s);
        QCOMPARE(settings.titlePatternOf(9), settings.titlePattern);
        QCOMPARE(settings.titlePatternOf({}), settings.titlePattern);
        for (const auto &key :
             {u"season-09-name"_s, u"season--1-name"_s, u"season-9-colour"_s, u"season-1234567-name"_s})
            QCOMPARE(setSetting(settings, key, u"x"_s).error().kind, Error::Kind::NotFound);
    }

    void refusesWhatMeansNothing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("language") << u"language"_s << u"klingon?"_s;
        QTest::newRow("address without a host") << u"base-url"_s << u"https://"_s;
        QTest::newRow("script as address") << u"base-url"_s << u"javascript:alert(1)"_s;
        QTest::newRow("day") << u"week-start"_s << u"someday"_s;
        QTest::newRow("number") << u"backup-daily"_s << u"seven"_s;
        QTest::newRow("fewer than none") << u"backup-weekly"_s << u"-1"_s;
        QTest::newRow("folder of whoever looks") << u"backup-folder"_s << u"backups"_s;
        QTest::newRow("copy for whoever looks") << u"markdown-copy"_s << u"./notes"_s;
        QTest::newRow("colour by name") << u"page-colour"_s << u"green"_s;
        QTest::newRow("picture that is none") << u"page-picture"_s << u"aGVsbG8="_s;
        QTest::newRow("templates for whoever looks") << u"page-templates"_s << u"templates"_s;
        QTest::newRow("drop cap") << u"page-drop-cap"_s << u"perhaps"_s;
        QTest::newRow("renames") << u"section-renames"_s << u"learned"_s;
        QTest::newRow("storylines") << u"storylines"_s << u"{}"_s;
        QTest::newRow("pattern") << u"title-pattern"_s << u"{season}{episode}"_s;
        QTest::newRow("pattern of a season") << u"season-3-pattern"_s << u"{season"_s;
    }
    void refusesWhatMeansNothing()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        LibrarySettings settings;
        const auto result = setSetting(settings, key, value);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::BadValue);
        QCOMPARE(result.error().subject, value);
        QVERIFY(!result.error().detail.isEmpty());
        QCOMPARE(settings, LibrarySettings{});
    }

    void namesTheKeysWhereOneIsUnknown()
    {
        LibrarySettings settings;
        const auto result = setSetting(settings, u"autor"_s, u"Robin"_s);
        QCOMPARE(result.error().kind, Error::Kind::NotFound);
        QVERIFY(result.error().detail.contains(u"author"));
        QCOMPARE(settingValue(settings, u"autor"_s).error().kind, Error::Kind::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
