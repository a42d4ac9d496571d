// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/archivefiles.h"

#include "importer/archiveform.h"
#include "importer/wordprocessor.h"
#include "importer/ziparchive.h"

#include <QBuffer>
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
    static const QSet<QString> suffixes{u"md"_s,   u"markdown"_s, u"mdown"_s, u"mkd"_s, u"mdx"_s, u"txt"_s,
                                        u"text"_s, u"html"_s,     u"htm"_s,   u"xml"_s, u"json"_s};
    const bool isOpenInWord = name.startsWith(u"~$"_s); // says so, and holds nothing else
    return (suffixes.contains(QFileInfo(name).suffix().toLower()) || isWordProcessorFile(name)) && !isOpenInWord;
}

QString memberName(const ArchiveFile &file)
{
    return file.path.sliced(file.root.size() + 1);
}

std::unexpected<Error> failed(Error::Kind kind, const ArchiveFile &file, const QString &detail = {})
{
    return std::unexpected(Error{.kind = kind, .subject = file.subject, .detail = detail});
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
        keepMediumPosts();
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
            addGivenFile({canonical, path, QFileInfo(canonical).absolutePath(), info.fileName(), true, {}});
        }
    }

    void addGivenFile(ArchiveFile file)
    {
        if (formOf(readHead(file, formHead), file.path) != ArchiveForm::Zip)
            return add(std::move(file));
        const auto zip = ZipArchive::open(file.path, file.subject);
        if (!zip)
            return m_listing.skipped.push_back(asWarning(zip.error()));
        const auto before = m_listing.files.size() + m_listing.skipped.size();
        for (const QString &name : (*zip)->names())
            addMember(*zip, name, file);
        if (m_listing.files.size() + m_listing.skipped.size() == before)
            skip(Warning::Kind::NothingFound, file.subject);
    }

    void addMember(const std::shared_ptr<ZipArchive> &zip, const QString &name, const ArchiveFile &file)
    {
        const auto isPassedBy = [](QStringView part) {
            return part.startsWith(u'.') || part == u"__MACOSX" || part == u"node_modules";
        };
        if (!isTextName(name) || std::ranges::any_of(QStringView(name).split(u'/'), isPassedBy))
            return;
        const QString subject = file.subject + u'/' + name;
        if (isAboutTheFolder(name))
            return skip(Warning::Kind::NotANote, subject);
        const QString within = QFileInfo(file.path).completeBaseName() + u'/' + name;
        add({file.path + u'/' + name, subject, file.path, within, false, zip});
    }

    // Beside the posts an account's export has folders that are the person's own.
    void keepMediumPosts()
    {
        const QString profile = u"/profile/profile.html"_s;
        for (const ArchiveFile &file : std::vector(m_listing.files)) {
            if (file.given || !file.path.endsWith(profile))
                continue;
            const QString account = file.path.chopped(profile.size());
            const auto isOfAccount = [&](const ArchiveFile &other) { return other.path.startsWith(account + u'/'); };
            const auto isPost = [&](const ArchiveFile &other) { return other.path.startsWith(account + u"/posts/"_s); };
            if (std::ranges::none_of(m_listing.files, isPost))
                continue;
            std::erase_if(m_listing.files,
                          [&](const ArchiveFile &other) { return isOfAccount(other) && !isPost(other); });
            const QString subject = file.subject.chopped(profile.size()) + u'/';
            std::erase_if(m_listing.skipped,
                          [&](const Warning &warning) { return warning.subject.startsWith(subject); });
            m_listing.profiles.push_back(file);
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
            add({entry.canonicalFilePath(), subject, root, within, false, {}});
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

QByteArray readHead(const ArchiveFile &file, qint64 count)
{
    if (file.zip)
        return file.zip->head(memberName(file), count);
    QFile opened(file.path);
    return opened.open(QIODevice::ReadOnly) ? opened.read(count) : QByteArray();
}

qint64 sizeOf(const ArchiveFile &file)
{
    return file.zip ? file.zip->size(memberName(file)) : QFileInfo(file.path).size();
}

Result<QByteArray> readWhole(const ArchiveFile &file, qint64 limit)
{
    if (file.zip)
        return file.zip->read(memberName(file), limit, file.subject);
    return openToRead(file, limit).and_then([&](const std::unique_ptr<QIODevice> &opened) -> Result<QByteArray> {
        if (opened->size() > limit)
            return failed(Error::Kind::TooLarge, file, QString::number(limit));
        QByteArray bytes = opened->read(limit + 1); // a file may grow, or not know its size
        if (static_cast<const QFile &>(*opened).error() != QFileDevice::NoError)
            return failed(Error::Kind::NotReadable, file, opened->errorString());
        if (bytes.size() > limit)
            return failed(Error::Kind::TooLarge, file, QString::number(limit));
        return bytes;
    });
}

Result<std::unique_ptr<QIODevice>> openToRead(const ArchiveFile &file, qint64 limit)
{
    if (file.zip) {
        return readWhole(file, limit).transform([](const QByteArray &bytes) -> std::unique_ptr<QIODevice> {
            auto buffer = std::make_unique<QBuffer>();
            buffer->setData(bytes);
            buffer->open(QIODevice::ReadOnly);
            return buffer;
        });
    }
    auto opened = std::make_unique<QFile>(file.path);
    if (!opened->exists())
        return failed(Error::Kind::NotFound, file);
    if (!opened->open(QIODevice::ReadOnly))
        return failed(Error::Kind::NotReadable, file, opened->errorString());
    return opened;
}

Warning asWarning(const Error &error)
{
    using Kind = Warning::Kind;
    const Kind kind = error.kind == Error::Kind::NotFound      ? Kind::NotFound
                      : error.kind == Error::Kind::TooLarge    ? Kind::TooLarge
                      : error.kind == Error::Kind::NotText     ? Kind::NotText
                      : error.kind == Error::Kind::Encrypted   ? Kind::Encrypted
                      : error.kind == Error::Kind::NeedsPandoc ? Kind::NeedsPandoc
                      : error.kind == Error::Kind::Malformed   ? Kind::Damaged
                                                               : Kind::NotReadable;
    return {kind, error.subject, 0, error.detail.isEmpty() ? QStringList() : QStringList{error.detail}};
}

} // namespace Weeknotes
