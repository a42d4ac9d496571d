// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/ziparchive.h"

#include <QFileInfo>
#include <QIODevice>

#include <KZip>
#include <KZipFileEntry>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int deepestFolder = 64;
constexpr qint64 alwaysGivenOut = 512 * 1024 * 1024;
constexpr int timesItsSize = 8;

std::unexpected<Error> failed(Error::Kind kind, const QString &subject, const QString &detail = {})
{
    return std::unexpected(Error{.kind = kind, .subject = subject, .detail = detail});
}

} // namespace

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const QString &path, const QString &subject)
{
    if (!QFileInfo(path).isReadable())
        return failed(Error::Kind::NotReadable, subject);
    auto zip = std::make_unique<KZip>(path);
    if (!zip->open(QIODevice::ReadOnly))
        return failed(Error::Kind::Malformed, subject, zip->errorString());
    std::shared_ptr<ZipArchive> archive(new ZipArchive(path, std::move(zip)));
    if (archive->m_members.size() > mostMembers)
        return failed(Error::Kind::TooLarge, subject);
    return archive;
}

ZipArchive::ZipArchive(const QString &path, std::unique_ptr<KZip> zip)
    : m_path(path), m_zip(std::move(zip)), m_left(alwaysGivenOut + timesItsSize * QFileInfo(path).size())
{
    list(*m_zip->directory(), {}, 0);
    m_names = m_members.keys();
    m_names.sort();
}

ZipArchive::~ZipArchive() = default;

void ZipArchive::list(const KArchiveDirectory &folder, const QString &way, int depth)
{
    if (depth > deepestFolder)
        return;
    for (const QString &name : folder.entries()) {
        const KArchiveEntry *entry = folder.entry(name);
        if (!entry || name.isEmpty() || name == u"."_s || name == u".."_s || !entry->symLinkTarget().isEmpty())
            continue;
        if (entry->isDirectory())
            list(static_cast<const KArchiveDirectory &>(*entry), way + name + u'/', depth + 1);
        else
            m_members.insert(way + name, static_cast<const KArchiveFile *>(entry));
    }
}

// KZip does not say; the flags stand in the member's own head.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7 and 4.4.4
bool ZipArchive::isEncrypted(qint64 headerStart) const
{
    constexpr int flagsAt = 6;
    std::array<char, flagsAt + 1> head{};
    QIODevice *device = m_zip->device();
    return device->seek(headerStart) && device->read(head.data(), head.size()) == qint64(head.size()) &&
           (uchar(head[flagsAt]) & 1) != 0;
}

qint64 ZipArchive::size(const QString &name) const
{
    const KArchiveFile *member = m_members.value(name);
    return member ? member->size() : 0;
}

Result<std::unique_ptr<QIODevice>> ZipArchive::device(const QString &name, const QString &subject) const
{
    const auto *member = static_cast<const KZipFileEntry *>(m_members.value(name));
    if (!member)
        return failed(Error::Kind::NotFound, subject);
    if (isEncrypted(member->headerStart()))
        return failed(Error::Kind::Encrypted, subject);
    std::unique_ptr<QIODevice> device(member->createDevice());
    if (!device) // packed in a way that KZip does not know
        return failed(Error::Kind::Malformed, subject);
    return device;
}

QByteArray ZipArchive::head(const QString &name, qint64 count) const
{
    const auto opened = device(name, {});
    return opened ? (*opened)->read(count) : QByteArray();
}

Result<QByteArray> ZipArchive::read(const QString &name, qint64 limit, const QString &subject)
{
    const qint64 size = this->size(name);
    if (size > std::min(limit, m_left))
        return failed(Error::Kind::TooLarge, subject, QString::number(limit));
    return device(name, subject).and_then([&](const std::unique_ptr<QIODevice> &opened) -> Result<QByteArray> {
        QByteArray bytes = opened->read(size + 1);
        if (bytes.size() != size)
            return failed(Error::Kind::Malformed, subject);
        m_left -= size;
        return bytes;
    });
}

} // namespace Weeknotes
