// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/faultyvfs.h"

#include <sqlite3.h>

#include <QByteArray>

#include <array>
#include <utility>

namespace Weeknotes::Test::FaultyVfs {

/// One way in which SQLite's calls to the disk fail; not which call of its kind.
struct Fault
{
    Call call = Call::Open;
    int code = SQLITE_OK;
    Lasting lasting = Lasting::Once;
};

/// Calls `add(name, fault)` for every call and every way in which it may fail.
template <typename Add> void forEachFault(Add add)
{
    constexpr std::array<std::pair<const char *, Call>, 7> calls{{{"xOpen", Call::Open},
                                                                  {"xWrite", Call::Write},
                                                                  {"xSync", Call::Sync},
                                                                  {"xTruncate", Call::Truncate},
                                                                  {"xDelete", Call::Delete},
                                                                  {"xLock", Call::Lock},
                                                                  {"xShmMap", Call::ShmMap}}};
    constexpr std::array<std::pair<const char *, int>, 4> codes{
        {{"FULL", SQLITE_FULL}, {"IOERR", SQLITE_IOERR}, {"BUSY", SQLITE_BUSY}, {"READONLY", SQLITE_READONLY}}};
    for (const auto &[callName, call] : calls) {
        for (const auto &[codeName, code] : codes) {
            if (code == SQLITE_BUSY && call == Call::Sync) // see failAt
                continue;
            const QByteArray name = QByteArray(callName) + ' ' + codeName;
            add(name + " once", Fault{call, code, Lasting::Once});
            add(name + " for a time", Fault{call, code, Lasting::UntilHealed});
        }
    }
}

} // namespace Weeknotes::Test::FaultyVfs
