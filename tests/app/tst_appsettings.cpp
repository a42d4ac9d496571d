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
};

void TestAppSettings::startsPlain()
{
    const QTemporaryDir folder;
    QSettings file(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const AppSettings settings(file);
    QVERIFY(settings.isPaneShown(AppSettings::Pane::Timeline));
    QVERIFY(settings.isPaneShown(AppSettings::Pane::Preview));
    QCOMPARE(settings.scheme(), SchemeChoice::System);
    QCOMPARE(settings.editorTextSize(), 0);
    QVERIFY(settings.publishFolder().isEmpty());
    QVERIFY(settings.geometry().isEmpty());
}

void TestAppSettings::remembers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.ini"_s);
    {
        QSettings file(path, QSettings::IniFormat);
        AppSettings settings(file);
        settings.setPaneShown(AppSettings::Pane::Preview, false);
        settings.setScheme(SchemeChoice::Dark);
        settings.setEditorTextSize(19);
        settings.setPublishFolder(u"/tmp/pages"_s);
        settings.setGeometry("abc");
        settings.setSplitter("def");
    }
    QSettings file(path, QSettings::IniFormat);
    AppSettings settings(file);
    QVERIFY(settings.isPaneShown(AppSettings::Pane::Timeline));
    QVERIFY(!settings.isPaneShown(AppSettings::Pane::Preview));
    QCOMPARE(settings.scheme(), SchemeChoice::Dark);
    QCOMPARE(settings.editorTextSize(), 19);
    QCOMPARE(settings.publishFolder(), u"/tmp/pages"_s);
    QCOMPARE(settings.geometry(), QByteArray("abc"));
    QCOMPARE(settings.splitter(), QByteArray("def"));
    settings.setScheme(SchemeChoice::System);
    QCOMPARE(settings.scheme(), SchemeChoice::System);
}

QTEST_GUILESS_MAIN(TestAppSettings)
#include "tst_appsettings.moc"
