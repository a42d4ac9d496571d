// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

namespace Weeknotes {

/// The files of a Markdown copy, by their paths below its folder. Whoever asks for a change has made sure that the
/// folder `holds` the path.
class CopyFolder
{
public:
    explicit CopyFolder(QString root) : m_root(std::move(root)) {}

    /// True if a file can stand there without leaving the folder: there is one or nothing, and on the way no link.
    [[nodiscard]] bool holds(const QString &path) const;
    /// A file, no link to one.
    [[nodiscard]] bool has(const QString &path) const;
    [[nodiscard]] QString fullPath(const QString &path) const { return m_root + u'/' + path; }
    /// SHA-256 in hex of what stands there; empty for nothing. Errors: NotReadable.
    [[nodiscard]] Result<QString> digest(const QString &path) const;
    /// For its owner alone where it is new. Errors: NotWritable.
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) const;
    /// Keeps what stands there under a free name beside it, as well; its full path. Errors: NotReadable, NotWritable.
    [[nodiscard]] Result<QString> keepBeside(const QString &path) const;
    /// And the folders that are empty without it. Errors: NotWritable.
    [[nodiscard]] Result<void> remove(const QString &path) const;

private:
    QString m_root;
};

} // namespace Weeknotes
