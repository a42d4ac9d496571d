// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> notWritable(const QString &path, const QString &why)
{
    return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = path, .detail = why});
}

bool holds(const QString &path, const QByteArray &data)
{
    QFile file(path);
    return file.size() == data.size() && file.open(QIODevice::ReadOnly) && file.readAll() == data;
}

/// Whether somebody's page may be replaced by another.
bool isPageOfOurs(const QString &path)
{
    constexpr qint64 head = 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(head).contains(pageMark);
}

Result<void> writeFile(const QString &path, const QByteArray &data)
{
    if (holds(path, data))
        return {};
    if (const QString parent = QFileInfo(path).path(); !QDir().mkpath(parent))
        return notWritable(parent, {});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit())
        return notWritable(path, file.errorString());
    return {};
}

Result<void> writePage(const QString &folder, const Page &page)
{
    const QString index = folder + "/index.html"_L1;
    std::vector<std::pair<QString, QByteArray>> files;
    for (const ImageFile &image : page.images)
        files.emplace_back(folder + u'/' + image.name, image.data);
    files.emplace_back(index, page.html);
    if (!isPageOfOurs(index)) {
        for (const auto &[path, data] : files) {
            if (QFileInfo::exists(path) && !holds(path, data))
                return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = path});
        }
        // By the page itself, images of an export that ends midway are known as ours later.
        std::ranges::rotate(files, files.end() - 1);
    }
    for (const auto &[path, data] : files) {
        if (auto written = writeFile(path, data); !written)
            return written;
    }
    return {};
}

} // namespace

Result<void> writePages(const QString &folder, const std::vector<Page> &pages)
{
    QSet<QString> slugs;
    for (const Page &page : pages) {
        if (slugs.contains(page.slug))
            return std::unexpected(Error{.kind = Error::Kind::Conflict, .subject = page.slug, .detail = {}});
        slugs.insert(page.slug);
    }
    for (const Page &page : pages) {
        if (auto written = writePage(QDir(folder).filePath(page.slug), page); !written)
            return written;
    }
    return {};
}

} // namespace Weeknotes
