// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures.h"

#include "app/background.h"
#include "app/banner.h"
#include "app/notepane.h"
#include "app/session.h"
#include "app/storepicture.h"
#include "cli/errortext.h"
#include "html/markdownescape.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// The suffix for what a page may show; empty for anything else.
QString suffixOf(const QByteArray &encoded)
{
    QBuffer bytes;
    bytes.setData(encoded);
    bytes.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&bytes);
    if (format == "jpeg")
        return u"jpg"_s;
    return format == "png" || format == "gif" || format == "webp" ? QString::fromLatin1(format) : QString();
}

/// From any thread. The bytes stay as they are where there are any.
Result<ImageFile> readPicture(const OfferedPicture &picture, const QString &otherwise)
{
    ImageFile image{.name = picture.path.isEmpty() ? otherwise : pictureName(picture.path), .data = picture.encoded};
    if (!picture.path.isEmpty()) {
        QFile file(picture.path);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(Error{Error::Kind::NotReadable, picture.path, file.errorString()});
        if (file.size() > Pictures::largest)
            return std::unexpected(Error{Error::Kind::TooLarge, picture.path, QString::number(Pictures::largest)});
        image.data = file.read(Pictures::largest);
    } else if (!picture.image.isNull()) {
        QBuffer bytes(&image.data);
        bytes.open(QIODevice::WriteOnly);
        picture.image.save(&bytes, "PNG");
    }
    const QString suffix = suffixOf(image.data);
    if (suffix.isEmpty())
        return std::unexpected(Error{Error::Kind::Malformed, picture.path, {}});
    image.name = (image.name.isEmpty() ? otherwise : image.name) + u'.' + suffix;
    return image;
}

} // namespace

Pictures::Pictures(Session &session, NotePane &note, QObject *parent)
    : QObject(parent), m_session(session), m_note(note)
{
    m_note.editor().setTakesPictures(true);
    connect(&m_note.editor(), &MarkdownEdit::picturesOffered, this, &Pictures::take);
    // A library that is left may answer nothing any more.
    connect(&m_session, &Session::opening, this, [this] { m_jobs.clear(); });
}

bool Pictures::isUnderWay(const std::shared_ptr<Job> &job) const
{
    return !m_jobs.empty() && m_jobs.front() == job;
}

bool Pictures::isOpen(const NoteId &note) const
{
    return m_session.draft() && m_session.draft()->noteId() == note;
}

void Pictures::take(const QList<OfferedPicture> &pictures)
{
    if (!m_session.draft())
        return;
    m_session.keepStarted();
    const bool idle = m_jobs.empty();
    for (const OfferedPicture &picture : pictures)
        m_jobs.push_back(std::make_shared<Job>(
            Job{picture, m_session.draft()->noteId(), m_note.editor().textCursor(), ImageFile()}));
    if (idle)
        next();
}

void Pictures::next()
{
    if (m_jobs.empty())
        return;
    const std::shared_ptr<Job> job = m_jobs.front();
    const QString otherwise = m_session.clock().now().toString(u"'image'-yyyy-MM-dd-HHmmss"_s);
    inBackground([picture = job->picture, otherwise] {
        return readPicture(picture, otherwise);
    }).then(this, [this, job](const Result<ImageFile> &image) {
        if (!image && image.error().kind == Error::Kind::Malformed)
            return refuse(tr("That is no picture that a page can show: PNG, JPEG, GIF and WebP are."));
        if (!image && image.error().kind == Error::Kind::TooLarge)
            return refuse(tr("That picture is larger than %1.").arg(QLocale().formattedDataSize(largest)));
        if (!image)
            return refuse(errorText(image.error()));
        job->image = *image;
        job->picture = {};
        store(job);
    });
}

void Pictures::store(const std::shared_ptr<Job> &job)
{
    if (!isOpen(job->note)) { // its note was left meanwhile
        m_jobs.pop_front();
        return next();
    }
    storePicture(m_session.notebook(), job->note, job->image).then(this, [this, job](const Result<QString> &name) {
        if (!isUnderWay(job))
            return;
        if (!name)
            return refuse(errorText(name.error()));
        job->image.name = *name;
        write(*job);
        m_jobs.pop_front();
        next();
    });
}

void Pictures::write(const Job &job)
{
    MarkdownEdit &editor = m_note.editor();
    if (!isOpen(job.note) || editor.isReadOnly())
        return;
    const QString words = tr("what the picture shows");
    const QTextCursor now = editor.textCursor();
    const bool stayed = now.position() == job.place.position() && now.anchor() == job.place.anchor();
    QTextCursor place = job.place;
    place.insertText(u"![%1](%2)"_s.arg(words, linkDestination(job.image.name)));
    const int begin = place.position() - int(linkDestination(job.image.name).size()) - 3 - int(words.size());
    if (!stayed) // whoever went on writing meanwhile is not to be taken away from there
        return;
    place.setPosition(begin);
    place.setPosition(begin + int(words.size()), QTextCursor::KeepAnchor);
    editor.setTextCursor(place);
    editor.ensureCursorVisible();
    editor.setFocus();
}

void Pictures::refuse(const QString &words)
{
    m_note.banner().sayClosable(words);
    m_jobs.pop_front();
    next();
}

} // namespace Weeknotes
