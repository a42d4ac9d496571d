// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/onewindow.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestOneWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartCallsTheFirst();
    void anotherLibraryHasItsOwnWindow();
    void aWindowThatGoesLetsGo();
};

void TestOneWindow::aSecondStartCallsTheFirst()
{
    const QTemporaryDir folder;
    OneWindow first;
    QVERIFY(first.claim(folder.path()));
    const QSignalSpy called(&first, &OneWindow::called);

    QProcess second; // the program itself, by another way to the folder
    second.start(QStringLiteral(WEEKNOTES_PROGRAM), {u"--library"_s, folder.path() + u"/./"_s, u"--note"_s, u"3.11"_s});
    QTRY_COMPARE_WITH_TIMEOUT(called.size(), 1, 30000);
    QCOMPARE(called.front().front().toString(), u"3.11"_s);
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 30000);
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(QDir(folder.path()).isEmpty()); // it opened nothing
}

void TestOneWindow::anotherLibraryHasItsOwnWindow()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    OneWindow first;
    OneWindow second;
    QVERIFY(first.claim(one.path()));
    QVERIFY(second.claim(other.path()));
}

void TestOneWindow::aWindowThatGoesLetsGo()
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    OneWindow first;
    OneWindow second;
    QVERIFY(first.claim(folder.path()));
    QVERIFY(first.claim(elsewhere.path())); // it opened another library
    QVERIFY(second.claim(folder.path()));
}

QTEST_MAIN(TestOneWindow)
#include "tst_onewindow.moc"
