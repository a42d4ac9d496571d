// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/folderupdate.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const FolderUpdate::MayReplace never = [](const QString &) { return false; };
const FolderUpdate::MayReplace always = [](const QString &) { return true; };

} // namespace

class TestFolderUpdate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingIsSeenBefore();
    void nothingIsLeftOfWhatWasNotCommitted();
    void namesStayWithin_data();
    void namesStayWithin();
    void linksLeadNowhere();
    void whatIsThereStays();
    void aFileIsNoFolder();
    void emptyFoldersGo();

private:
    QString path(const QString &name = {}) const
    {
        return m_folder->filePath(u"out"_s) + (name.isEmpty() ? name : u'/' + name);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFolderUpdate::nothingIsSeenBefore()
{
    FolderUpdate update(path(), always);
    QVERIFY(update.put(u"a/b.txt"_s, "new"));
    QVERIFY(!QFileInfo::exists(path(u"a"_s)));
    QCOMPARE(update.commit(), Result<int>(1));
    QCOMPARE(read(path(u"a/b.txt"_s)), "new"_ba);
    FolderUpdate again(path(), never);
    QVERIFY(again.put(u"a/b.txt"_s, "new")); // the same
    QCOMPARE(again.commit(), Result<int>(0));
}

void TestFolderUpdate::nothingIsLeftOfWhatWasNotCommitted()
{
    {
        FolderUpdate update(path(), always);
        QVERIFY(update.put(u"a.txt"_s, "new"));
    }
    QVERIFY(!QFileInfo::exists(path()));
    QVERIFY(QDir().mkpath(path()));
    {
        FolderUpdate update(path(), always);
        QVERIFY(update.put(u"a.txt"_s, "new"));
    }
    QCOMPARE(QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void TestFolderUpdate::namesStayWithin_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"../a"_s, u"a/../../b"_s, u"/tmp/a"_s, u""_s, u"."_s, u".."_s, u"a//b"_s, u"a/./b"_s, u"a/"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestFolderUpdate::namesStayWithin()
{
    QFETCH(const QString, name);
    FolderUpdate update(path(), always);
    QCOMPARE(update.put(name, "x").error().kind, Error::Kind::Internal);
}

/// Neither through a folder that lies elsewhere nor through a file that does.
void TestFolderUpdate::linksLeadNowhere()
{
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere) && QDir().mkpath(path()));
    QVERIFY(QFile::link(elsewhere, path(u"images"_s)));
    writeFile(elsewhere + u"/mine.txt"_s, "mine");
    QVERIFY(QFile::link(elsewhere + u"/mine.txt"_s, path(u"page.txt"_s)));
    FolderUpdate update(path(), always);
    QCOMPARE(update.put(u"images/a.png"_s, "x").error().kind, Error::Kind::Exists);
    QVERIFY(update.put(u"page.txt"_s, "new"));
    QVERIFY(update.commit());
    QCOMPARE(read(elsewhere + u"/mine.txt"_s), "mine"_ba);
    QCOMPARE(read(path(u"page.txt"_s)), "new"_ba);
    QCOMPARE(QDir(elsewhere).entryList(QDir::Files), QStringList(u"mine.txt"_s));
}

void TestFolderUpdate::whatIsThereStays()
{
    QVERIFY(QDir().mkpath(path(u"folder"_s)));
    writeFile(path(u"mine.txt"_s), "mine");
    FolderUpdate update(path(), never);
    QCOMPARE(update.put(u"mine.txt"_s, "other").error().kind, Error::Kind::Exists);
    QCOMPARE(update.put(u"folder"_s, "other").error().kind, Error::Kind::Exists);
    QVERIFY(update.put(u"new.txt"_s, "1"));
    QCOMPARE(update.put(u"new.txt"_s, "2").error().kind, Error::Kind::Conflict);
    QCOMPARE(read(path(u"mine.txt"_s)), "mine"_ba);
}

void TestFolderUpdate::aFileIsNoFolder()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    FolderUpdate update(path(), always);
    QCOMPARE(update.put(u"a.txt"_s, "new"), Result<void>(std::unexpected(Error{Error::Kind::Exists, path()})));
    QVERIFY(QFileInfo(path()).isFile());
}

void TestFolderUpdate::emptyFoldersGo()
{
    QVERIFY(QDir().mkpath(path(u"a/b"_s)) && QDir().mkpath(path(u"c"_s)));
    writeFile(path(u"a/b/one.txt"_s), "1");
    writeFile(path(u"c/one.txt"_s), "1");
    writeFile(path(u"c/two.txt"_s), "2");
    FolderUpdate update(path(), never);
    update.remove(u"a/b/one.txt"_s);
    update.remove(u"c/one.txt"_s);
    update.remove(u"nothing/there.txt"_s);
    QCOMPARE(update.commit(), Result<int>(2));
    QCOMPARE(QDir(path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(u"c"_s));
    QCOMPARE(QDir(path(u"c"_s)).entryList(QDir::Files), QStringList(u"two.txt"_s));
}

QTEST_GUILESS_MAIN(TestFolderUpdate)
#include "tst_folderupdate.moc"
