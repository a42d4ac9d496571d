// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/archivefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr size_t mostFiles = 50'000;
constexpr int deepestFolder = 64;

bool isTextName(const QString &name)
{
    static const QSet<QString> suffixes{u"md"_s,  u"markdown"_s, u"mdown"_s, u"mkd"_s, u"mdx"_s,
                                        u"txt"_s, u"text"_s,     u"html"_s,  u"xml"_s};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

// Files that stand beside notes and are none.
bool isAboutTheFolder(const QString &name)
{
    static const QSet<QString> names{u"readme"_s,          u"license"_s, u"licence"_s, u"changelog"_s,
                                     u"contributing"_s,    u"_index"_s,  u"agents"_s,  u"claude"_s,
                                     u"code_of_conduct"_s, u"robots"_s,  u"humans"_s};
    return names.contains(QFileInfo(name).completeBaseName().toLower());
}

class Lister
{
public:
    ArchiveListing list(const QStringList &paths)
    {
        for (const QString &path : paths)
            addGiven(path);
        std::ranges::sort(m_listing.files, {}, &ArchiveFile::path);
        std::ranges::stable_sort(m_listing.skipped, {}, &Warning::subject);
        return std::move(m_listing);
    }

private:
    void skip(Warning::Kind kind, const QString &subject, QStringList facts = {})
    {
        m_listing.skipped.push_back({kind, subject, 0, std::move(facts)});
    }

    void addGiven(const QString &path)
    {
        const QFileInfo info(path);
        if (!info.exists())
            return skip(Warning::Kind::NotFound, path);
        const QString canonical = info.canonicalFilePath();
        if (info.isDir()) {
            const auto before = m_listing.files.size() + m_listing.skipped.size();
            addFolder(canonical, path, canonical, QDir(canonical).dirName(), 0);
            if (m_listing.files.size() + m_listing.skipped.size() == before && !m_foldersSeen.contains(canonical))
                skip(Warning::Kind::NothingFound, path);
            m_foldersSeen.insert(canonical);
        } else if (!info.isFile()) {
            skip(Warning::Kind::NotText, path);
        } else {
            add({canonical, path, QFileInfo(canonical).absolutePath(), info.fileName(), true});
        }
    }

    void add(ArchiveFile file)
    {
        if (m_listing.files.size() >= mostFiles) {
            if (!m_full)
                skip(Warning::Kind::TooMany, file.subject, {QString::number(mostFiles)});
            m_full = true;
        } else if (!m_filesSeen.contains(file.path)) {
            m_filesSeen.insert(file.path);
            m_listing.files.push_back(std::move(file));
        }
    }

    void addFolder(const QString &folder, const QString &subject, const QString &root, const QString &within, int depth)
    {
        const QDir dir(folder);
        if (!QFileInfo(folder).isReadable() || depth > deepestFolder)
            return skip(Warning::Kind::NotReadable, subject);
        const auto entries = dir.entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot | QDir::System,
                                               QDir::Name | QDir::DirsLast);
        for (const QFileInfo &entry : entries) {
            const QString name = entry.fileName();
            const QString path = subject.endsWith(u'/') ? subject + name : subject + u'/' + name;
            const QString way = within + u'/' + name;
            if (entry.isDir() && entry.isSymLink())
                skip(Warning::Kind::LinkedFolder, path);
            else if (entry.isDir() && name != u"node_modules")
                addFolder(entry.absoluteFilePath(), path, root, way, depth + 1);
            else if (!entry.isDir() && isTextName(name))
                addFound(entry, path, root, way);
        }
    }

    void addFound(const QFileInfo &entry, const QString &subject, const QString &root, const QString &within)
    {
        if (!entry.exists())
            skip(Warning::Kind::NotFound, subject); // a link to nowhere
        else if (isAboutTheFolder(entry.fileName()))
            skip(Warning::Kind::NotANote, subject);
        else if (!entry.isFile())
            skip(Warning::Kind::NotText, subject);
        else if (entry.isSymLink() && !entry.canonicalFilePath().startsWith(root.endsWith(u'/') ? root : root + u'/'))
            skip(Warning::Kind::LinkedFile, subject);
        else
            add({entry.canonicalFilePath(), subject, root, within, false});
    }

    ArchiveListing m_listing;
    QSet<QString> m_filesSeen;
    QSet<QString> m_foldersSeen;
    bool m_full = false;
};

} // namespace

ArchiveListing listArchive(const QStringList &paths)
{
    QStringList sorted = paths; // the order in which they were given says nothing
    sorted.sort();
    sorted.removeDuplicates();
    return Lister().list(sorted);
}

Result<QByteArray> readWhole(const QString &path, qint64 limit, const QString &subject)
{
    QFile file(path);
    const auto failed = [&](Error::Kind kind, const QString &detail) {
        return std::unexpected(Error{kind, subject, detail, 0});
    };
    if (!file.exists())
        return failed(Error::Kind::NotFound, {});
    if (file.size() > limit)
        return failed(Error::Kind::TooLarge, QString::number(limit));
    if (!file.open(QIODevice::ReadOnly))
        return failed(Error::Kind::NotReadable, file.errorString());
    QByteArray bytes = file.read(limit + 1); // a file may grow, or not know its size
    if (file.error() != QFileDevice::NoError)
        return failed(Error::Kind::NotReadable, file.errorString());
    if (bytes.size() > limit)
        return failed(Error::Kind::TooLarge, QString::number(limit));
    return bytes;
}

} // namespace Weeknotes
