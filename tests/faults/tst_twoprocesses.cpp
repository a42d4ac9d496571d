// SPDX-License-Identifier: GPL-3.0-or-later
// Two processes write to the same notes of one library as fast as they can. Each note holds a count for either; a
// process raises its own and must leave the other's as it is.

#include "faults/faultyvfs.h"
#include "storage/libraryfixture.h"

#include <QProcess>

#include <array>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

constexpr int writesOfEach = 5000;
constexpr int noteCount = 3;

/// The counts of both processes, as the note's text.
using Counts = std::array<int, 2>;

QString wordsOf(const Counts &counts)
{
    return u"%1 and %2"_s.arg(counts[0]).arg(counts[1]);
}

Counts countsOf(const QString &words)
{
    return {words.section(u' ', 0, 0).toInt(), words.section(u' ', 2, 2).toInt()};
}

} // namespace

class TestTwoProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loseNoUpdate()
    {
        const LibraryFixture fixture;
        QStringList arguments{u"--write"_s, {}, fixture.path()};
        for (int i = 0; i < noteCount; ++i)
            arguments << valueOf(fixture.open()->addNote(titled(u"A"_s), text(wordsOf({})))).id.toString();
        std::array<QProcess, 2> writers;
        for (size_t i = 0; i < writers.size(); ++i) {
            arguments[1] = QString::number(i);
            writers[i].setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writers[i].start(QCoreApplication::applicationFilePath(), arguments);
        }
        for (QProcess &writer : writers) {
            QVERIFY(writer.waitForFinished(180'000));
            QCOMPARE(writer.exitCode(), 0);
            const int conflicts = writer.readAllStandardOutput().toInt();
            qInfo("%d saves stood back for the other's", conflicts);
            QVERIFY(conflicts > 0); // they did meet
        }
        const auto library = fixture.open();
        QVERIFY(valueOf(library->verify()).empty());
        Counts sum{};
        for (const NoteHeader &header : valueOf(library->notes())) {
            const Counts counts = countsOf(valueOf(library->note(header.id)).text);
            QCOMPARE(header.revision, 1 + counts[0] + counts[1]);
            sum[0] += counts[0];
            sum[1] += counts[1];
        }
        QCOMPARE(sum, (Counts{writesOfEach, writesOfEach}));
    }
};

/// Raises the count of process `self`; again and again while the other one was quicker. How often it was, or -1.
static int raise(Library &library, const NoteId &id, size_t self)
{
    for (int conflicts = 0;; ++conflicts) {
        const auto note = library.note(id);
        if (!note)
            return -1;
        Counts counts = countsOf(note->text);
        ++counts[self];
        const auto saved = library.saveNote(id, note->header.revision, titled(u"A"_s), text(wordsOf(counts)));
        if (saved)
            return conflicts;
        if (saved.error().kind != Error::Kind::Conflict)
            return -1;
    }
}

static int write(size_t self, const QString &folder, const QStringList &notes)
{
    FaultyVfs::install(); // the locks are what counts here, and the disk takes most of the time
    const SystemClock clock;
    const auto library = valueOf(Library::open(folder, clock));
    int conflicts = 0;
    for (int i = 0; i < writesOfEach; ++i) {
        const int more = raise(*library, *NoteId::parse(notes[i % notes.size()]), self);
        if (more < 0)
            return 1;
        conflicts += more;
    }
    std::printf("%d\n", conflicts);
    return 0;
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() > 4 && arguments[1] == u"--write")
        return write(arguments[2].toUInt(), arguments[3], arguments.sliced(4));
    TestTwoProcesses tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_twoprocesses.moc"
