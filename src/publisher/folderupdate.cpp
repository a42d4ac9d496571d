// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/folderupdate.h"

#include "publisher/page.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cstdio>
#include <system_error>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> unwritable(const QString &path, const QString &why)
{
    return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = path, .detail = why});
}

QString systemMessage()
{
    return QString::fromStdString(std::generic_category().message(errno));
}

bool fileHolds(const QString &path, const QByteArray &data)
{
    QFile file(path);
    return file.size() == data.size() && file.open(QIODevice::ReadOnly) && file.readAll() == data;
}

} // namespace

FolderUpdate::FolderUpdate(const QString &folder, MayReplace mayReplace)
    : m_folder(QDir::cleanPath(folder)), m_mayReplace(std::move(mayReplace))
{
}

FolderUpdate::~FolderUpdate()
{
    m_stage.reset();
    if (m_madeFolder)
        QDir().rmdir(m_folder); // where nothing came into it
}

Result<void> FolderUpdate::begin()
{
    if (m_stage)
        return {};
    m_madeFolder = !QFileInfo::exists(m_folder);
    if (!m_madeFolder && !QFileInfo(m_folder).isDir())
        return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = m_folder});
    if (!QDir().mkpath(m_folder))
        return unwritable(m_folder, systemMessage());
    // Within the folder: a file takes its place by a rename, which knows no way between file systems.
    m_stage = std::make_unique<QTemporaryDir>(m_folder + "/.weeknotes-XXXXXX"_L1);
    if (!m_stage->isValid()) {
        const QString why = m_stage->errorString();
        m_stage.reset();
        return unwritable(m_folder, why);
    }
    return {};
}

/// Whether the folder that the file would stand in lies where its name says, and not behind a symbolic link.
bool FolderUpdate::isWithin(const QString &name) const
{
    QString parent = name;
    while (parent.contains(u'/')) {
        parent = parent.section(u'/', 0, -2);
        const QFileInfo info(path(parent));
        if (info.exists())
            return info.canonicalFilePath() == QFileInfo(m_folder).canonicalFilePath() + u'/' + parent;
    }
    return true;
}

Result<void> FolderUpdate::put(const QString &name, const QByteArray &data)
{
    const QString clean = QDir::cleanPath(name);
    if (name.isEmpty() || clean != name || QDir::isAbsolutePath(name) || name.startsWith(".."_L1) || name == "."_L1)
        return std::unexpected(Error{.kind = Error::Kind::Internal, .subject = name, .detail = u"a file's name"_s});
    if (m_names.contains(name))
        return std::unexpected(Error{.kind = Error::Kind::Conflict, .subject = name, .detail = {}});
    m_names.insert(name);
    const QString target = path(name);
    if (!isWithin(name))
        return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = target});
    const QFileInfo there(target);
    if (there.exists() || there.isSymLink()) {
        if (!there.isSymLink() && fileHolds(target, data))
            return {};
        if (there.isDir() || !m_mayReplace(name))
            return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = target});
    }
    if (auto begun = begin(); !begun)
        return begun;
    const QString place = m_stage->filePath(QString::number(m_staged.size()));
    QFile file(place);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.flush())
        return unwritable(target, file.errorString());
    m_staged.push_back({name, place});
    return {};
}

Result<int> FolderUpdate::commit()
{
    for (const Staged &staged : m_staged) {
        const QString target = path(staged.name);
        if (!QDir().mkpath(QFileInfo(target).path()))
            return unwritable(QFileInfo(target).path(), systemMessage());
        if (std::rename(QFile::encodeName(staged.place).constData(), QFile::encodeName(target).constData()) != 0)
            return unwritable(target, systemMessage());
        m_madeFolder = false;
    }
    int removed = 0;
    for (const QString &name : std::as_const(m_removed)) {
        if (!isWithin(name) || !QFile::remove(path(name)))
            continue;
        ++removed;
        QString parent = name;
        do
            parent = parent.section(u'/', 0, -2);
        while (!parent.isEmpty() && QDir().rmdir(path(parent)));
    }
    const int changed = int(m_staged.size()) + removed;
    m_staged.clear();
    m_removed.clear();
    return changed;
}

bool isOwnPage(const QString &path)
{
    constexpr qint64 head = 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(head).contains(pageMark);
}

} // namespace Weeknotes
