// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

namespace Weeknotes {

class Database;
class SqliteEngine;

// How the database of a library is found, connected and brought to our schema, for Library::open.

/// The write-ahead log that SQLite keeps beside a database.
[[nodiscard]] QString logPath(const QString &database);

/// Whether what is opened like that may be written.
[[nodiscard]] bool writes(Library::Access access);

/// Makes sure that `folder` is one a library may be in, or begin in.
[[nodiscard]] Result<void> prepareFolder(const QString &folder, Library::Access access);

/// Connects to the database at `path`, in a folder that `prepareFolder` found fit.
[[nodiscard]] Result<std::unique_ptr<Database>> connectDatabase(const QString &path, Library::Access access,
                                                                Place::Kind place);

/// Makes sure that it is a library of our schema; where that may be written, by bringing it there after `backUp`.
[[nodiscard]] Result<void> prepareDatabase(Database &database, SqliteEngine &engine, Library::Access access,
                                           Place::Kind place, const std::function<Result<void>()> &backUp);

} // namespace Weeknotes
