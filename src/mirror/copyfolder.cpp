// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/copyfolder.h"

#include "storage/filesteps.h"
#include "storage/imagefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = path, .detail = file.errorString()});
    return file.readAll();
}

/// "a.edited.md", "a.edited-2.md", …
QString nameBeside(const QFileInfo &file, int number)
{
    const QString mark = number == 1 ? u".edited"_s : u".edited-%1"_s.arg(number);
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    return file.dir().filePath(file.completeBaseName() + mark + ending);
}

} // namespace

bool CopyFolder::holds(const QString &path) const
{
    QString place = m_root;
    const QStringList steps = path.split(u'/');
    for (qsizetype i = 0; i < steps.size(); ++i) {
        place += u'/' + steps[i];
        const QFileInfo info(place);
        const bool isLast = i + 1 == steps.size();
        if (info.isSymLink() || (info.exists() && (isLast ? !info.isFile() : !info.isDir())))
            return false;
    }
    return true;
}

bool CopyFolder::has(const QString &path) const
{
    const QFileInfo info(fullPath(path));
    return info.isFile() && !info.isSymLink();
}

Result<QString> CopyFolder::digest(const QString &path) const
{
    if (!has(path))
        return QString();
    return contentOf(fullPath(path)).transform(&ImageFolder::hashOf);
}

Result<void> CopyFolder::write(const QString &path, const QByteArray &data) const
{
    const QString full = fullPath(path);
    const QString folder = QFileInfo(full).path();
    // The copy's own folder is there, unless its drive has just gone: that is not to be made here.
    if (folder != m_root && (!QFileInfo(m_root).isDir() || !QDir().mkpath(folder)))
        return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = folder});
    // What is private in the notes stays so; who gave others the right to read a file has done so knowingly.
    return FileSteps::write(full, data, has(path) ? FileSteps::Readers::AsUsual : FileSteps::Readers::Owner);
}

Result<QString> CopyFolder::keepBeside(const QString &path) const
{
    const auto content = contentOf(fullPath(path));
    if (!content)
        return std::unexpected(content.error());
    for (int number = 1;; ++number) {
        const QFileInfo beside(nameBeside(QFileInfo(fullPath(path)), number));
        if (!beside.exists() && !beside.isSymLink())
            return FileSteps::write(beside.filePath(), *content, FileSteps::Readers::Owner).transform([&] {
                return beside.filePath();
            });
        if (beside.isFile() && contentOf(beside.filePath()) == content) // an earlier try got so far
            return beside.filePath();
    }
}

Result<void> CopyFolder::remove(const QString &path) const
{
    if (QFile file(fullPath(path)); !file.remove())
        return std::unexpected(
            Error{.kind = Error::Kind::NotWritable, .subject = file.fileName(), .detail = file.errorString()});
    for (qsizetype end = path.lastIndexOf(u'/'); end > 0; end = path.lastIndexOf(u'/', end - 1)) {
        if (!QDir().rmdir(fullPath(path.first(end)))) // something else is in it
            break;
    }
    return {};
}

} // namespace Weeknotes
