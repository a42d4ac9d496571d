// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace Weeknotes {

/// Files brought into a folder together. Until commit() nothing of them is seen there, and what stands there stays as
/// it is; each file takes its place whole. Any one thread. What is written here can be made again, so it is not waited
/// for until it is on the disk.
class FolderUpdate
{
public:
    /// Whether the file of that name, which is there and is another one, may be replaced.
    using MayReplace = std::function<bool(const QString &name)>;

    FolderUpdate(const QString &folder, MayReplace mayReplace);
    /// Leaves no trace of what was not committed.
    ~FolderUpdate();
    Q_DISABLE_COPY_MOVE(FolderUpdate)

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

    /// `name` is a place below the folder, "a-title/index.html"; a file that holds `data` already is left alone.
    /// Errors: Exists (`subject` is the path: it may not be replaced, or leads out of the folder, or the folder is a
    /// file), NotWritable, Conflict (the name was put before), Internal (the name leads out of the folder).
    [[nodiscard]] Result<void> put(const QString &name, const QByteArray &data);
    /// Takes the file away, and folders that are empty then.
    void remove(const QString &name) { m_removed << name; }
    /// How many files that changes. Errors: NotWritable; part of it is done then.
    [[nodiscard]] Result<int> commit();

private:
    struct Staged
    {
        QString name;
        QString place; ///< where it waits
    };

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] bool isWithin(const QString &name) const;

    QString m_folder;
    MayReplace m_mayReplace;
    std::unique_ptr<QTemporaryDir> m_stage;
    bool m_madeFolder = false;
    QSet<QString> m_names;
    std::vector<Staged> m_staged;
    QStringList m_removed;
};

/// Whether the HTML file at `path` is a page that Weeknotes wrote.
[[nodiscard]] bool isOwnPage(const QString &path);

} // namespace Weeknotes
