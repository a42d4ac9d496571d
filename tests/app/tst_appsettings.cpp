// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appsettings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestAppSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsPlain();
    void remembers();
    void remembersLibraries();
};

void TestAppSettings::startsPlain()
{
    const QTemporaryDir folder;
    QSettings file(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const AppSettings settings(file);
    QVERIFY(settings.isPaneShown(AppSettings::Pane::Timeline));
    QVERIFY(settings.isPaneShown(AppSettings::Pane::Preview));
    QVERIFY(settings.isScrolledTogether());
    QCOMPARE(settings.scheme(), SchemeChoice::System);
    QCOMPARE(settings.editorTextSize(), 0);
    QVERIFY(settings.publishFolder().isEmpty());
    QVERIFY(settings.geometry().isEmpty());
    QVERIFY(settings.chosenLibrary().isEmpty());
    QVERIFY(settings.recentLibraries().isEmpty());
}

void TestAppSettings::remembers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.ini"_s);
    {
        QSettings file(path, QSettings::IniFormat);
        AppSettings settings(file);
        settings.setPaneShown(AppSettings::Pane::Preview, false);
        settings.setScrolledTogether(false);
        settings.setScheme(SchemeChoice::Dark);
        settings.setEditorTextSize(19);
        settings.setPublishFolder(u"/tmp/pages"_s);
        settings.setExportTarget(u"/a"_s, u"book"_s);
        settings.setExportStatus(u"/a"_s, u"book"_s, u"draft"_s);
        settings.setGeometry("abc");
        settings.setPaneWidths({340, 500});
    }
    QSettings file(path, QSettings::IniFormat);
    AppSettings settings(file);
    QVERIFY(settings.isPaneShown(AppSettings::Pane::Timeline));
    QVERIFY(!settings.isPaneShown(AppSettings::Pane::Preview));
    QVERIFY(!settings.isScrolledTogether());
    QCOMPARE(settings.scheme(), SchemeChoice::Dark);
    QCOMPARE(settings.editorTextSize(), 19);
    QCOMPARE(settings.publishFolder(), u"/tmp/pages"_s);
    QCOMPARE(settings.exportTarget(u"/a"_s), u"book"_s);
    QCOMPARE(settings.exportStatus(u"/a"_s, u"book"_s), u"draft"_s);
    QVERIFY(settings.exportStatus(u"/a"_s, u"site"_s).isEmpty());
    QVERIFY(settings.exportTarget(u"/b"_s).isEmpty() && settings.exportStatus(u"/b"_s, u"book"_s).isEmpty());
    QCOMPARE(settings.geometry(), QByteArray("abc"));
    QCOMPARE(settings.paneWidths(), QList<int>({340, 500}));
    settings.setScheme(SchemeChoice::System);
    QCOMPARE(settings.scheme(), SchemeChoice::System);
}

void TestAppSettings::remembersLibraries()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.ini"_s);
    {
        QSettings file(path, QSettings::IniFormat);
        AppSettings settings(file);
        settings.setChosenLibrary(u"/stick/notes"_s);
        for (int i = 0; i < 10; ++i)
            settings.addRecentLibrary(u"/l/%1"_s.arg(i));
        settings.addRecentLibrary(u"/l/5"_s);
    }
    QSettings file(path, QSettings::IniFormat);
    AppSettings settings(file);
    QCOMPARE(settings.chosenLibrary(), u"/stick/notes"_s);
    QCOMPARE(settings.recentLibraries().size(), AppSettings::mostRecent);
    QCOMPARE(settings.recentLibraries().first(3), (QStringList{u"/l/5"_s, u"/l/9"_s, u"/l/8"_s}));
    settings.removeRecentLibrary(u"/l/9"_s);
    QVERIFY(!settings.recentLibraries().contains(u"/l/9"_s));
    settings.forgetRecentLibraries();
    QVERIFY(settings.recentLibraries().isEmpty());
    settings.setChosenLibrary({});
    QVERIFY(settings.chosenLibrary().isEmpty());
}

QTEST_GUILESS_MAIN(TestAppSettings)
#include "tst_appsettings.moc"
