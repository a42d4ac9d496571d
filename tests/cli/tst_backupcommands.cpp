// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandrun.h"
#include "notebook/storedtextof.h"
#include "storage/library.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// `backup`, `restore` and `verify --backups`, and the backup that comes before an import.
class TestBackupCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void backsUpAndRestores();
    void restoresIntoAnotherFolder();
    void saysWhatABackupLacks();
    void writesOverNothingElse();
    void restoresNothingElse_data();
    void restoresNothingElse();
    void restoresNothingUnderOthersFeet();
    void verifiesBackups();
    void backsUpBeforeAnImport();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const { return m_bench->run(arguments); }
    [[nodiscard]] QString path(const QString &name) const { return m_bench->path(name); }
    [[nodiscard]] std::unique_ptr<Library> open() const { return *Library::open(m_bench->library(), m_bench->clock()); }
    [[nodiscard]] QStringList backups() const
    {
        return QDir(path(u"library/backups"_s)).entryList({u"*.sqlite"_s}, QDir::Files, QDir::Name);
    }
    void add(const QString &title) const;

    std::unique_ptr<CommandBench> m_bench;
};

void TestBackupCommands::init()
{
    m_bench = std::make_unique<CommandBench>();
    add(u"First"_s);
}

void TestBackupCommands::add(const QString &title) const
{
    NoteFields fields;
    fields.title = title;
    const StoredText text = storedTextOf(u"Words, and ![a picture](a.png)."_s, m_bench->clock().today());
    QVERIFY(open()->addNote(fields, text, {}, {{u"a.png"_s, "a picture of "_ba + title.toUtf8()}}));
}

void TestBackupCommands::backsUpAndRestores()
{
    const QString file = path(u"weeknotes.backup"_s);
    const CommandRun backup = run({u"backup"_s, file});
    QCOMPARE(backup.status, 0);
    QCOMPARE(backup.errors, QByteArray());
    QVERIFY2(backup.output.contains("one note") && backup.output.contains(file.toUtf8()), backup.output.constData());
    add(u"Second"_s);
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 2);

    const CommandRun restore = run({u"restore"_s, file});
    QCOMPARE(restore.status, 0);
    QVERIFY2(restore.output.contains("one note"), restore.output.constData());
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 1);
    QCOMPARE(run({u"verify"_s}).status, 0);

    // What stood there can be had again.
    QCOMPARE(backups(), QStringList{u"2026-11-22_15-30-00_before-restore.sqlite"_s});
    const QString kept = path(u"library/backups/"_s + backups().constFirst());
    QVERIFY2(restore.output.contains(kept.toUtf8()), restore.output.constData());
    QCOMPARE(run({u"restore"_s, kept}).status, 0);
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 2);
    QCOMPARE(run({u"verify"_s, u"--backups"_s}).status, 0);
}

void TestBackupCommands::restoresIntoAnotherFolder()
{
    const QString file = path(u"weeknotes.backup"_s);
    QCOMPARE(run({u"backup"_s, file}).status, 0);
    const QString elsewhere = path(u"elsewhere"_s);
    const CommandRun restore = run({u"restore"_s, file, u"--library"_s, elsewhere});
    QCOMPARE(restore.status, 0);
    QCOMPARE(restore.output.count('\n'), 1); // nothing stood there
    QCOMPARE(run({u"verify"_s, u"--library"_s, elsewhere}).status, 0);
}

void TestBackupCommands::saysWhatABackupLacks()
{
    const QDir images(path(u"library/images"_s));
    const QString lost = images.filePath(images.entryList(QDir::Files).constFirst());
    QVERIFY(QFile::remove(lost));
    const QString file = path(u"weeknotes.backup"_s);
    const CommandRun backup = run({u"backup"_s, file});
    QCOMPARE(backup.status, 0);
    QVERIFY2(backup.errors.contains(lost.toUtf8()), backup.errors.constData());
    const CommandRun restore = run({u"restore"_s, file, u"--library"_s, path(u"elsewhere"_s)});
    QCOMPARE(restore.status, 1);
    QVERIFY2(restore.errors.contains("a.png"), restore.errors.constData());
}

void TestBackupCommands::writesOverNothingElse()
{
    const QString thesis = m_bench->file(u"thesis.txt"_s, "words"_ba);
    for (const QString &taken : {thesis, path(u"library/notes.sqlite"_s)}) {
        const CommandRun refused = run({u"backup"_s, taken});
        QCOMPARE(refused.status, 4);
        QVERIFY2(refused.errors.contains("another name"), refused.errors.constData());
    }
    QCOMPARE(run({u"backup"_s, path(u"no/such/folder"_s)}).status, 4);
    QCOMPARE(run({u"backup"_s}).status, 2);
    QCOMPARE(run({u"verify"_s}).status, 0);
}

void TestBackupCommands::restoresNothingElse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << "Dear diary"_ba;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("damaged") << QByteArray("SQLite format 3\0", 16).append(QByteArray(8192, 'x'));
}

void TestBackupCommands::restoresNothingElse()
{
    QFETCH(QByteArray, bytes);
    const CommandRun refused = run({u"restore"_s, m_bench->file(u"file"_s, bytes)});
    QCOMPARE(refused.status, 3);
    QCOMPARE(refused.errors.count('\n'), 1);
    QCOMPARE(run({u"restore"_s, path(u"nowhere"_s)}).status, 3);
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 1);
    QVERIFY(backups().isEmpty());
}

void TestBackupCommands::restoresNothingUnderOthersFeet()
{
    const QString file = path(u"weeknotes.backup"_s);
    QCOMPARE(run({u"backup"_s, file}).status, 0);
    const auto window = open();
    QVERIFY(window->notes());
    const CommandRun refused = run({u"restore"_s, file});
    QCOMPARE(refused.status, 4);
    QVERIFY2(refused.errors.contains("another program"), refused.errors.constData());
    QVERIFY(window->changeSettings([](LibrarySettings &) {}));
}

void TestBackupCommands::verifiesBackups()
{
    const CommandRun none = run({u"verify"_s, u"--backups"_s});
    QCOMPARE(none.status, 0);
    QVERIFY2(none.output.contains("no backup yet"), none.output.constData());
    QVERIFY(open()->backUp(Backup::Reason::Hand));
    const QString path = this->path(u"library/backups/"_s + backups().constFirst());
    const CommandRun whole = run({u"verify"_s, u"--backups"_s});
    QCOMPARE(whole.status, 0);
    QVERIFY2(whole.output.contains(path.toUtf8()), whole.output.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
    file.close();
    const CommandRun damaged = run({u"verify"_s, u"--backups"_s});
    QCOMPARE(damaged.status, 1);
    QVERIFY2(damaged.output.contains("is damaged"), damaged.output.constData());
    QCOMPARE(run({u"verify"_s}).status, 0);
}

void TestBackupCommands::backsUpBeforeAnImport()
{
    const QString note = m_bench->file(u"Weeknote 3.md"_s, "# Weeknote w/c 9 November 2026\n\nWords.\n"_ba);
    QCOMPARE(run({u"import"_s, u"--dry-run"_s, note}).status, 0);
    QVERIFY(backups().isEmpty());
    QCOMPARE(run({u"import"_s, note}).status, 0);
    QCOMPARE(backups(), QStringList{u"2026-11-22_15-30-00_before-import.sqlite"_s});
    const QString before = path(u"library/backups/"_s + backups().constFirst());
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 2);
    QCOMPARE(run({u"restore"_s, before}).status, 0);
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 1);
    // A library without a note has nothing to lose.
    QCOMPARE(run({u"import"_s, note, u"--library"_s, path(u"new"_s)}).status, 0);
    QVERIFY(!QFile::exists(path(u"new/backups"_s)));
}

QTEST_GUILESS_MAIN(TestBackupCommands)
#include "tst_backupcommands.moc"
