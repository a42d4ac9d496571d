// SPDX-License-Identifier: GPL-3.0-or-later
// A real file system that is full, may only be read, or is pulled out. Only root may make one; tst_libraryfaults does
// with a limit on the size of files what anybody may.

#include "notebook/notebookfixture.h"

#include <sched.h>
#include <sys/mount.h>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace std::chrono_literals;
using State = DraftSession::State;

namespace {

/// A file system of three megabytes in `folder`.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder) : m_folder(QFile::encodeName(folder))
    {
        m_isThere = ::mount("small", m_folder.constData(), "tmpfs", 0, "size=3m") == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool setReadOnly(bool readOnly) const
    {
        return ::mount(nullptr, m_folder.constData(), nullptr, MS_REMOUNT | (readOnly ? MS_RDONLY : 0), nullptr) == 0;
    }
    /// Leaves not a byte.
    void fill() const
    {
        QFile ballast(ballastPath());
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (ballast.write(QByteArray(4096, 'x')) > 0) {
        }
    }
    void empty() const { QVERIFY(QFile::remove(ballastPath())); }

private:
    [[nodiscard]] QString ballastPath() const { return QFile::decodeName(m_folder) + u"/ballast"_s; }

    QByteArray m_folder;
    bool m_isThere = false;
};

/// A drive that can be put in at `folder`, and pulled out.
class Drive
{
public:
    explicit Drive(const QString &folder) : m_place(QFile::encodeName(folder)) {}
    ~Drive() { pullOut(); }
    Q_DISABLE_COPY_MOVE(Drive)

    [[nodiscard]] bool putIn()
    {
        const QByteArray own = QFile::encodeName(m_own.path());
        m_isIn = ::mount(own.constData(), m_place.constData(), nullptr, MS_BIND, nullptr) == 0;
        return m_isIn;
    }
    /// Whatever is open on it.
    void pullOut()
    {
        if (std::exchange(m_isIn, false))
            ::umount2(m_place.constData(), MNT_DETACH);
    }

private:
    QTemporaryDir m_own;
    QByteArray m_place;
    bool m_isIn = false;
};

} // namespace

class TestSmallDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingGoesOnUntilThereIsRoomAgain()
    {
        const LibraryFixture fixture;
        const SmallDisk disk(fixture.folder.path());
        if (!disk.isThere())
            QSKIP("no file system can be made here");
        Notebook notebook(fixture.clock);
        outcomeOf(notebook.open(fixture.path()));
        DraftSession draft(notebook, {outcomeOf(notebook.addNote(titled(u"A"_s), u"old"_s)), u"old"_s},
                           {.idle = 0ms, .cap = 0ms, .retry = 20ms});
        disk.fill();
        const QString many = u"a word and "_s.repeated(20'000);
        draft.setText(many);
        QTRY_COMPARE(draft.state(), State::Failed);
        draft.setText(many + u"one more"_s);
        QSignalSpy failed(&draft, &DraftSession::saveFailed);
        QTRY_VERIFY(failed.size() > 1); // it tries again, and is refused again
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::NotWritable);
        QCOMPARE(draft.text(), many + u"one more"_s);
        QVERIFY(valueOf(fixture.open(Library::Access::ReadOnly)->verify()).empty());
        disk.empty();
        QTRY_COMPARE(draft.state(), State::Saved);
        const auto library = fixture.open(Library::Access::ReadOnly);
        QCOMPARE(valueOf(library->note(draft.noteId())).text, many + u"one more"_s);
        QVERIFY(valueOf(library->verify()).empty());
    }

    void noLibraryBeginsWhereThereIsNoRoom()
    {
        const LibraryFixture fixture;
        const SmallDisk disk(fixture.folder.path());
        if (!disk.isThere())
            QSKIP("no file system can be made here");
        disk.fill();
        QCOMPARE(Library::open(fixture.path(), fixture.clock).error().kind, Error::Kind::NotWritable);
        disk.empty();
        valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
    }

    void aDiskToReadIsReadAndLaterWritten()
    {
        const LibraryFixture fixture;
        const SmallDisk disk(fixture.folder.path());
        if (!disk.isThere())
            QSKIP("no file system can be made here");
        const NoteHeader note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
        QVERIFY(disk.setReadOnly(true));
        {
            Notebook notebook(fixture.clock);
            QCOMPARE(outcomeOf(notebook.open(fixture.path())), Library::Access::ReadOnly);
            QCOMPARE(outcomeOf(notebook.note(note.id)).text, u"words"_s);
            QCOMPARE(await(notebook.save(note.id, 1, titled(u"B"_s), u"new"_s)).error().kind, Error::Kind::NotWritable);
            QVERIFY(valueOf(fixture.open(Library::Access::ReadOnly)->verify()).empty());
        }
        QVERIFY(disk.setReadOnly(false));
        Notebook notebook(fixture.clock);
        QCOMPARE(outcomeOf(notebook.open(fixture.path())), Library::Access::ReadWrite);
        QCOMPARE(outcomeOf(notebook.save(note.id, 1, titled(u"B"_s), u"new"_s)).revision, 2);
    }

    void typingGoesOnUntilADriveIsBack()
    {
        const LibraryFixture fixture;
        Drive drive(fixture.folder.path());
        if (!drive.putIn())
            QSKIP("no file system can be mounted here");
        Notebook notebook(fixture.clock);
        notebook.setRetryInterval(20ms);
        outcomeOf(notebook.open(fixture.path()));
        DraftSession draft(notebook, {outcomeOf(notebook.addNote(titled(u"A"_s), u"old"_s)), u"old"_s},
                           {.idle = 0ms, .cap = 0ms, .retry = 20ms});
        const QSignalSpy troubled(&notebook, &Notebook::troubled);
        drive.pullOut();
        draft.setText(u"typed on"_s);
        QTRY_COMPARE(draft.state(), State::Failed);
        QTRY_COMPARE(troubled.size(), 1);
        QCOMPARE(troubled.first().first().value<Error>().kind, Error::Kind::Gone);
        draft.setText(u"typed on and on"_s);
        QVERIFY(QDir(fixture.folder.path()).isEmpty()); // nothing is begun where the drive was
        QVERIFY(drive.putIn());
        QTRY_COMPARE(draft.state(), State::Saved);
        QTRY_VERIFY(!notebook.trouble());
        const auto library = fixture.open(Library::Access::ReadOnly);
        QCOMPARE(valueOf(library->note(draft.noteId())).text, u"typed on and on"_s);
        QVERIFY(valueOf(library->verify()).empty());
    }
};

int main(int argc, char *argv[])
{
    // In a namespace of our own nobody else sees what is mounted; before there are threads, which would stay outside.
    if (::unshare(CLONE_NEWNS) == 0)
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    QCoreApplication application(argc, argv);
    TestSmallDisk tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_smalldisk.moc"
