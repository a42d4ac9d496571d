// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QStringList>

namespace Weeknotes {

/// A folder of immutable files, each named by the SHA-256 of its content in hex. Files that nobody names any more lie
/// in `bin/` below it for 30 days, and are still found there. All of it is its owner's alone to read.
class ImageFolder
{
public:
    explicit ImageFolder(QString folder) : m_folder(std::move(folder)) {}

    struct Times
    {
        QDateTime binned; ///< what the bin notes for a file that comes in
        QDateTime now;    ///< what its days are counted to
    };

    [[nodiscard]] static QString hashOf(const QByteArray &data);

    /// The file's path, wherever it lies; where it is missing, the one it should have.
    [[nodiscard]] QString path(const QString &hash) const;
    /// True if it is there by its name; `content` reads it.
    [[nodiscard]] bool has(const QString &hash) const;
    /// Errors: NotFound, NotReadable, Damaged (it holds something else).
    [[nodiscard]] Result<QByteArray> content(const QString &hash) const;
    /// Unless it is there and whole. Errors: NotWritable.
    [[nodiscard]] Result<void> write(const QString &hash, const QByteArray &data) const;
    /// Takes a file over, as a hard link where that is wanted and the file system has them. One that `other` lacks, or
    /// that is damaged there, is left out. Errors: NotWritable.
    [[nodiscard]] Result<void> takeOver(const QString &hash, const ImageFolder &other, bool link) const;

    /// The hashes that have a file, outside the bin.
    [[nodiscard]] QStringList files() const;
    /// The hashes that have a file in the bin.
    [[nodiscard]] QStringList binned() const;
    void remove(const QString &hash) const;
    /// Puts a file that is not used into the bin, takes one that is back from there, and lets go of one that is not and
    /// has lain there for 30 days. Errors: NotWritable.
    [[nodiscard]] Result<void> tidy(const QString &hash, bool isUsed, const Times &times) const;

private:
    [[nodiscard]] QString usualPath(const QString &hash) const;
    [[nodiscard]] QString binPath(const QString &hash) const;
    [[nodiscard]] Result<void> moveToBin(const QString &hash, const QDateTime &now) const;

    QString m_folder;
};

} // namespace Weeknotes
