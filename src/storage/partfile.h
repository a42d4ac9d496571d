// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QFileDevice>

#include <utility>

namespace Weeknotes {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Makes `folder` with its owner's rights alone; its parent is there. One that is there already keeps what it has.
/// Errors: NotWritable.
[[nodiscard]] Result<void> makePrivateSubfolder(const QString &folder);

/// Copies a file, for its owner alone: whole or not at all, and on disk. Errors: NotReadable, NotWritable.
[[nodiscard]] Result<void> copyPrivately(const QString &from, const QString &to);

/// A file that is being made beside its place, for its owner alone. Unless it is moved there, it goes with this.
class PartFile
{
public:
    /// Empty, in the folder of `path`. Errors: NotWritable.
    [[nodiscard]] static Result<PartFile> beside(const QString &path);
    /// Takes away those that a crash left in `folder`, a day ago or earlier.
    static void clearOld(const QString &folder);
    ~PartFile();
    PartFile(PartFile &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    PartFile &operator=(PartFile &&) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    /// On disk under that name, over what stands there. Errors: NotWritable.
    [[nodiscard]] Result<void> moveInto(const QString &path);

private:
    explicit PartFile(QString path) : m_path(std::move(path)) {}
    QString m_path;
};

} // namespace Weeknotes
