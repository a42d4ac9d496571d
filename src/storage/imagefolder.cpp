// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/imagefolder.h"

#include "storage/filesteps.h"
#include "storage/partfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int daysInBin = 30;

bool isHash(const QString &name)
{
    return name.size() == 64 &&
           std::ranges::all_of(name, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QStringList hashesIn(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::Files);
    names.removeIf([](const QString &name) { return !isHash(name); });
    return names;
}

} // namespace

QString ImageFolder::hashOf(const QByteArray &data)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
}

QString ImageFolder::usualPath(const QString &hash) const
{
    return QDir(m_folder).filePath(hash);
}

QString ImageFolder::binPath(const QString &hash) const
{
    return QDir(m_folder).filePath(u"bin/"_s + hash);
}

QString ImageFolder::path(const QString &hash) const
{
    const bool isBinned = !QFile::exists(usualPath(hash)) && QFile::exists(binPath(hash));
    return isBinned ? binPath(hash) : usualPath(hash);
}

bool ImageFolder::has(const QString &hash) const
{
    return QFile::exists(usualPath(hash));
}

Result<QByteArray> ImageFolder::content(const QString &hash) const
{
    QFile file(path(hash));
    if (!file.open(QIODevice::ReadOnly)) {
        const auto kind = file.exists() ? Error::Kind::NotReadable : Error::Kind::NotFound;
        return std::unexpected(Error{.kind = kind, .subject = file.fileName(), .detail = file.errorString()});
    }
    QByteArray data = file.readAll();
    if (hashOf(data) != hash)
        return std::unexpected(Error{.kind = Error::Kind::Damaged, .subject = file.fileName()});
    return data;
}

Result<void> ImageFolder::write(const QString &hash, const QByteArray &data) const
{
    // One that is there but holds something else was damaged, and this is the cure.
    if (has(hash) && content(hash))
        return {};
    return makePrivateSubfolder(m_folder).and_then(
        [&] { return FileSteps::write(usualPath(hash), data, FileSteps::Readers::Owner); });
}

Result<void> ImageFolder::takeOver(const QString &hash, const ImageFolder &other, bool link) const
{
    const auto data = other.content(hash);
    if (!data)
        return {};
    if (auto made = makePrivateSubfolder(m_folder); !made)
        return made;
    const QString part = usualPath(hash) + u".part"_s;
    QFile::remove(part);
    if (link && ::link(QFile::encodeName(other.path(hash)).constData(), QFile::encodeName(part).constData()) == 0)
        return FileSteps::moveInto(part, usualPath(hash));
    return write(hash, *data);
}

QStringList ImageFolder::files() const
{
    return hashesIn(m_folder);
}

QStringList ImageFolder::binned() const
{
    return hashesIn(QDir(m_folder).filePath(u"bin"_s));
}

void ImageFolder::remove(const QString &hash) const
{
    QFile::remove(usualPath(hash));
}

Result<void> ImageFolder::moveToBin(const QString &hash, const QDateTime &now) const
{
    // Its days in the bin are counted from here.
    if (QFile file(usualPath(hash)); file.open(QIODevice::ReadWrite))
        file.setFileTime(now, QFileDevice::FileModificationTime);
    return makePrivateSubfolder(QDir(m_folder).filePath(u"bin"_s)).and_then([&] {
        return FileSteps::moveInto(usualPath(hash), binPath(hash));
    });
}

Result<void> ImageFolder::tidy(const QString &hash, bool isUsed, const Times &times) const
{
    if (has(hash) && !isUsed)
        return moveToBin(hash, times.binned);
    const QFileInfo file(binPath(hash));
    if (!file.exists())
        return {};
    if (isUsed)
        return FileSteps::moveInto(file.filePath(), usualPath(hash));
    if (file.lastModified().daysTo(times.now) >= daysInBin)
        QFile::remove(file.filePath());
    return {};
}

} // namespace Weeknotes
