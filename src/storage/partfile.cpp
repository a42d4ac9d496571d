// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/partfile.h"

#include "storage/filesteps.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const auto partEnding = u".part"_s;

} // namespace

Result<void> copyPrivately(const QString &from, const QString &to)
{
    auto part = PartFile::beside(to);
    if (!part)
        return std::unexpected(part.error());
    QFile source(from);
    QFile target(part->path());
    if (!source.open(QIODevice::ReadOnly))
        return std::unexpected(Error{Error::Kind::NotReadable, from, source.errorString()});
    if (!target.open(QIODevice::WriteOnly))
        return std::unexpected(Error{Error::Kind::NotWritable, to, target.errorString()});
    if (auto written = FileSteps::before(FileSteps::Step::Write, to); !written)
        return written;
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(1 << 20);
        if (bytes.isEmpty())
            return std::unexpected(Error{Error::Kind::NotReadable, from, source.errorString()});
        if (target.write(bytes) != bytes.size())
            return std::unexpected(Error{Error::Kind::NotWritable, to, target.errorString()});
    }
    target.close();
    return part->moveInto(to);
}

Result<void> makePrivateSubfolder(const QString &folder)
{
    // Not its parents: where they are missing, the drive they are on is away.
    if (QFileInfo(folder).isDir() || QDir().mkdir(folder, ownerOnly | QFile::ExeOwner) || QFileInfo(folder).isDir())
        return {};
    return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = folder});
}

Result<PartFile> PartFile::beside(const QString &path)
{
    if (auto opened = FileSteps::before(FileSteps::Step::Open, path); !opened)
        return std::unexpected(opened.error());
    QTemporaryFile file(QFileInfo(path).dir().filePath(u".XXXXXX"_s + partEnding)); // made for its owner alone
    file.setAutoRemove(false);
    if (!file.open())
        return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = path, .detail = file.errorString()});
    return PartFile(file.fileName());
}

void PartFile::clearOld(const QString &folder)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1); // by the same clock as the file's
    const QFileInfoList parts = QDir(folder).entryInfoList({u".*"_s + partEnding}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &part : parts) {
        if (part.lastModified() < yesterday)
            QFile::remove(part.filePath());
    }
}

PartFile::~PartFile()
{
    if (m_path.isEmpty())
        return;
    QFile::remove(m_path);
    QFile::remove(m_path + u"-journal"_s); // SQLite's, where it was stopped
}

Result<void> PartFile::moveInto(const QString &path)
{
    return FileSteps::moveInto(m_path, path).transform([&] { m_path.clear(); });
}

} // namespace Weeknotes
