// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

#include <functional>

/// A file system for SQLite that fails when it is told to, and that knows what a power cut would leave. It stands
/// between SQLite and the system's own. Qt's driver uses the system's SQLite, so once installed it is under every
/// connection of this process. Any thread.
namespace Weeknotes::Test::FaultyVfs {

enum class Call
{
    Open,
    Write,
    Sync,
    Truncate,
    Delete,
    Lock,
    ShmMap
};

enum class Lasting
{
    Once,       ///< that call alone
    UntilHealed ///< and every one of its kind after it, as on a full disk
};

/// Makes it the default, for good. Nothing is brought to disk from then on: these tests model the disk.
void install();

/// Lets the `nth` call of that kind, counted from now and from 1, fail with the SQLite code. A write that fails has
/// written its first half, unless it was refused (BUSY, READONLY). BUSY of xWrite is that of logs and journals alone,
/// and xSync is never to be BUSY: in a checkpoint SQLite takes that for a reader in the way, and would throw away a log
/// that is not in the file yet. No system's VFS says so. Nobody waits in earnest while BUSY lasts.
void failAt(Call call, int code, int nth, Lasting lasting);
/// Ends that. True if anything has failed.
bool heal();

/// From now on remembers what was synced of the files in `folder`, and calls `moment` after every write, sync,
/// truncation and deletion, in the thread that made it.
void record(const QString &folder, std::function<void()> moment);
void stopRecording();
/// Writes into `target` what a power cut at this moment could have left: of all that was not synced any part, in any
/// order, in torn sectors.
void leaveAfterCut(const QString &target, QRandomGenerator &random);

} // namespace Weeknotes::Test::FaultyVfs
