// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/noteimages.h"

#include "core/imagename.h"
#include "html/htmlinmarkdown.h"
#include "html/markdownescape.h"
#include "importer/decoding.h"
#include "importer/ziparchive.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

class ImageTaker
{
public:
    ImageTaker(ImportedNote &note, const ArchiveFile &file, QCryptographicHash &content, const QUrl &base)
        : m_note(note), m_file(file), m_content(content), m_base(base)
    {
    }

    void take()
    {
        static const QRegularExpression image(
            u"(!\\[(?:[^\\[\\]\\\\]|\\\\.|\\[[^\\[\\]]*\\])*\\]\\(\\s*)(<[^<>\\n]*>|[^\\s()<>]+(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)"_s);
        m_note.draft.text = changedProse(m_note.draft.text, [&](const QString &prose) {
            QString result;
            qsizetype at = 0;
            for (const auto &match : image.globalMatch(prose)) {
                result += prose.sliced(at, match.capturedEnd(1) - at) + addressFor(match.captured(2));
                at = match.capturedEnd();
            }
            return result + prose.sliced(at);
        });
        for (const auto &[kind, addresses] : m_problems) {
            QStringList facts;
            if (kind == Warning::Kind::ImageTooLarge)
                facts << QString::number(maximumImageSize) << QString::number(maximumImagesSize);
            m_note.warnings.push_back({kind, m_file.subject, 0, facts + addresses});
        }
    }

private:
    void report(Warning::Kind kind, const QString &address)
    {
        const auto found = std::ranges::find(m_problems, kind, [](const auto &entry) { return entry.first; });
        if (found == m_problems.end())
            m_problems.push_back({kind, {address}});
        else if (!found->second.contains(address))
            found->second += address;
    }

    QString addressFor(const QString &written)
    {
        const QString address = written.startsWith(u'<') ? written.sliced(1, written.size() - 2) : written;
        static const QRegularExpression elsewhere(u"^(?:[A-Za-z][A-Za-z0-9+.-]*:|//|#|\\{)"_s);
        if (address.isEmpty() || elsewhere.match(address).hasMatch())
            return written;
        if (const auto known = m_names.constFind(address); known != m_names.constEnd())
            return *known;
        const QString name = taken(address);
        const QString result = name.isEmpty() ? written : linkDestination(name);
        m_names.insert(address, result);
        return result;
    }

    // The image's name in the note, or its address on the web; empty where it could not be taken.
    QString taken(const QString &address)
    {
        const QString path = QUrl::fromPercentEncoding(address.toUtf8()).section(u'?', 0, 0).section(u'#', 0, 0);
        if (path.isEmpty() || path.contains(QChar(u'\0')))
            return {};
        const QString found = locate(path);
        if (found.isEmpty() && m_base.isValid())
            return m_base.resolved(QUrl(address)).toString(QUrl::FullyEncoded);
        if (found.isEmpty()) {
            report(m_outside ? Warning::Kind::ImageOutside : Warning::Kind::ImageMissing, address);
            return {};
        }
        ArchiveFile file = m_file;
        file.path = found;
        const auto bytes = readWhole(file, std::min(maximumImageSize, maximumImagesSize - m_bytes));
        if (!bytes) {
            report(bytes.error().kind == Error::Kind::TooLarge ? Warning::Kind::ImageTooLarge
                                                               : Warning::Kind::ImageMissing,
                   address);
            return {};
        }
        if (!isImageData(*bytes)) {
            report(Warning::Kind::NotAnImage, address);
            return {};
        }
        m_bytes += bytes->size();
        const QString name = freeName(QFileInfo(found).fileName());
        m_content.addData(*bytes);
        m_note.draft.images.push_back({name, m_file.zip ? found.sliced(m_file.root.size() + 1) : found, bytes->size(),
                                       QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256),
                                       m_file.zip ? m_file.root : QString()});
        return name;
    }

    // Beside the note; or, as generators of sites have it, below the archive's folder or one of its folders for files.
    QString locate(const QString &path)
    {
        m_outside = false;
        QStringList candidates;
        if (!path.startsWith(u'/'))
            candidates += QFileInfo(m_file.path).absolutePath() + u'/' + path;
        if (!m_file.given) {
            const QString bare = path.startsWith(u'/') ? path : u'/' + path;
            QString folder = m_file.path;
            do {
                folder = QFileInfo(folder).path();
                for (const auto &place : {u""_s, u"/static"_s, u"/public"_s, u"/assets"_s, u"/src"_s, u"/content"_s})
                    candidates += folder + place + bare;
            } while (folder != m_file.root && isInside(folder));
        }
        for (const QString &candidate : std::as_const(candidates)) {
            const QString found = fileAt(candidate);
            if (!found.isEmpty() && isInside(found))
                return found;
            m_outside |= !found.isEmpty();
        }
        return {};
    }

    // Links resolved; empty where there is none.
    [[nodiscard]] QString fileAt(const QString &path) const
    {
        if (!m_file.zip)
            return QFileInfo(path).isFile() ? QFileInfo(path).canonicalFilePath() : QString();
        const QString clean = QDir::cleanPath(path);
        return isInside(clean) && m_file.zip->contains(clean.sliced(m_file.root.size() + 1)) ? clean : QString();
    }

    [[nodiscard]] bool isInside(const QString &path) const
    {
        return path == m_file.root || path.startsWith(m_file.root + u'/');
    }

    [[nodiscard]] QString freeName(const QString &found) const
    {
        const QString fileName = imageNameFrom(found);
        const QFileInfo info(fileName);
        const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
        QString name = u"images/"_s + fileName;
        for (int copy = 2; std::ranges::contains(m_note.draft.images, name, &DraftImage::name); ++copy)
            name = u"images/%1-%2%3"_s.arg(info.completeBaseName(), QString::number(copy), suffix);
        return name;
    }

    ImportedNote &m_note;
    const ArchiveFile &m_file;
    QCryptographicHash &m_content;
    const QUrl m_base;
    QHash<QString, QString> m_names; // by the address in the text
    std::vector<std::pair<Warning::Kind, QStringList>> m_problems;
    qint64 m_bytes = 0;
    bool m_outside = false;
};

} // namespace

void takeImages(ImportedNote &note, const ArchiveFile &file, QCryptographicHash &content, const QUrl &base)
{
    ImageTaker(note, file, content, base).take();
}

} // namespace Weeknotes
