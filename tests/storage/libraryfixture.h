// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace Weeknotes::Test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The expected value; a failed one fails the test with what the error says.
template <typename T> T valueOf(Result<T> result)
{
    if (!result) {
        const Error &error = result.error();
        QTest::qFail(
            qPrintable(u"kind %1, subject “%2”, detail “%3”"_s.arg(int(error.kind)).arg(error.subject, error.detail)),
            __FILE__, __LINE__);
        if constexpr (std::is_void_v<T>)
            return;
        else
            return T{};
    }
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// An empty temporary folder for libraries, and a clock that stands still.
struct LibraryFixture
{
    QTemporaryDir folder;
    FixedClock clock{QDateTime(QDate(2026, 11, 20), QTime(14, 3), QTimeZone::UTC)};

    void advance(std::chrono::milliseconds by) { clock = FixedClock(clock.now().addDuration(by)); }
    [[nodiscard]] QString path(const QString &name = u"library"_s) const { return folder.filePath(name); }
    [[nodiscard]] std::unique_ptr<Library> open(Library::Access access = Library::Access::ReadWrite) const
    {
        return valueOf(Library::open(path(), clock, access));
    }
};

inline StoredText text(const QString &words)
{
    return {.markdown = words, .plain = words, .words = int(words.split(u' ').size()), .minutes = 1, .sections = {}};
}

inline NoteFields titled(const QString &title)
{
    NoteFields fields;
    fields.title = title;
    return fields;
}

/// Copies a folder and all in it; its owner may write the copy.
inline void copyFolder(const QString &from, const QString &to)
{
    QVERIFY(QDir().mkpath(to));
    for (QDirIterator it(from, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); it.hasNext();) {
        const QFileInfo entry(it.next());
        const QString target = to + u'/' + QDir(from).relativeFilePath(entry.filePath());
        QVERIFY(entry.isDir() ? QDir().mkpath(target) : QFile::copy(entry.filePath(), target));
        if (entry.isFile())
            QVERIFY(QFile::setPermissions(target, QFile::Permissions(0x6644)));
    }
}

/// Takes a note out of the library for good.
inline void erase(Library &library, const NoteId &id)
{
    valueOf(library.removeNotes({id}));
    QCOMPARE(valueOf(library.emptyBin()), 1);
}

/// Fields with every member set.
inline NoteFields fullFields()
{
    NoteFields fields;
    fields.kind = NoteKind::Fortnight;
    fields.covers = Period{QDate(2026, 11, 2), QDate(2026, 11, 15)};
    fields.number = {3, 9, 10};
    fields.title = u"3.09 — weeknotes — ünïcødé 🎈"_s;
    fields.subtitle = u"A ‘quoted’ one"_s;
    fields.kicker = u"From the kitchen"_s;
    fields.author = u"Ada Example"_s;
    fields.language = u"en-GB"_s;
    fields.status = NoteStatus::Ready;
    fields.written = QDate(2026, 11, 16);
    fields.published = QDateTime(QDate(2026, 11, 17), QTime(23, 30, 1, 5), QTimeZone::fromSecondsAheadOfUtc(-5 * 3600));
    fields.canonical = QUrl(u"https://example.org/caf%C3%A9?a=b%26c"_s);
    fields.tags = {u"tea"_s, u"bread and butter"_s, u"a"_s};
    return fields;
}

/// While it lives the process has no more rights than anybody, where it had all of them.
class Unprivileged
{
public:
    Unprivileged() : m_effective(geteuid() != 0 || setresuid(nobody, nobody, 0) == 0) {}
    ~Unprivileged()
    {
        if (getuid() == nobody)
            std::ignore = setresuid(0, 0, 0);
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)
    [[nodiscard]] bool isEffective() const { return m_effective; }

private:
    static constexpr uid_t nobody = 65534;
    bool m_effective;
};

/// While it lives the folders and the files in them may be read by everybody, and written by nobody (but root).
class ReadOnlyForAll
{
public:
    explicit ReadOnlyForAll(const QStringList &folders)
    {
        for (const QString &folder : folders) {
            const QDir dir(folder);
            for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden))
                set(dir.filePath(name), QFile::Permissions(0x4444));
            set(folder, QFile::Permissions(0x5555));
        }
    }
    ~ReadOnlyForAll()
    {
        for (const auto &[path, permissions] : m_before)
            QFile::setPermissions(path, permissions);
    }
    Q_DISABLE_COPY_MOVE(ReadOnlyForAll)

private:
    void set(const QString &path, QFile::Permissions permissions)
    {
        m_before.emplace_back(path, QFileInfo(path).permissions());
        QFile::setPermissions(path, permissions);
    }

    std::vector<std::pair<QString, QFile::Permissions>> m_before;
};

/// While it lives no file grows beyond so many bytes, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace Weeknotes::Test
