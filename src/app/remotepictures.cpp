// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remotepictures.h"

#include "app/background.h"
#include "app/notepane.h"
#include "app/quietlook.h"
#include "app/session.h"
#include "app/storepicture.h"
#include "cli/errortext.h"
#include "cli/lastlooktext.h"
#include "html/markdownescape.h"
#include "insight/lastlook.h"
#include "publisher/cleanimage.h"
#include "remote/imagefetch.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// From any thread: the picture without what is noted in it, if it is a whole one.
std::optional<CleanImage> wholePicture(const QByteArray &data)
{
    auto clean = cleanImage(data);
    if (!clean)
        return std::nullopt;
    QBuffer bytes(&clean->data);
    return QImageReader(&bytes).read().isNull() ? std::nullopt : clean;
}

QString nameFrom(const QString &address)
{
    const QString name = pictureName(QUrl(address).fileName());
    return name.isEmpty() ? u"picture"_s : name;
}

struct PictureText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::RemotePictures)
};

/// Why a picture did not come in.
QString reasonOf(const Error &error)
{
    const QString address = shownAddress(error.subject);
    switch (error.kind) {
    case Error::Kind::NotFound:
        return PictureText::tr("The picture %1 is not there any more.").arg(address);
    case Error::Kind::TooLarge:
        return PictureText::tr("The picture %1 is larger than %2.")
            .arg(address, QLocale().formattedDataSize(error.detail.toLongLong(), 0, QLocale::DataSizeSIFormat));
    case Error::Kind::Malformed:
        return PictureText::tr("%1 is no picture that a page can show: PNG, JPEG, GIF, WebP and SVG are.").arg(address);
    case Error::Kind::NotReadable:
    case Error::Kind::BadValue:
        return PictureText::tr("The picture %1 can’t be had just now.").arg(address);
    default: // the library's
        return errorText(error);
    }
}

} // namespace

RemotePictures::RemotePictures(Session &session, NotePane &note, QuietLook &look, QObject *parent)
    : WebTask(parent), m_session(session), m_note(note), m_look(look)
{
    connect(&session, &Session::draftOpened, this, &RemotePictures::leave);
    connect(&session, &Session::draftClosed, this, &RemotePictures::leave);
}

void RemotePictures::bring(const QStringList &addresses)
{
    if (isRunning() || !m_session.draft() || m_note.editor().isReadOnly())
        return;
    m_session.keepStarted();
    ++m_order;
    m_of = m_session.draft()->noteId();
    m_addresses = addresses;
    m_addresses.removeDuplicates();
    m_total = int(m_addresses.size());
    m_had.clear();
    m_missed.clear();
    if (m_total == 0)
        return say(tr("This note shows no picture from the web."), false);
    next();
}

void RemotePictures::bringAll()
{
    m_look.whenCurrent([this] {
        QStringList addresses;
        for (const LookFinding &each : m_look.findings()) {
            if (each.rule == LookRule::RemoteImage)
                addresses << each.words;
        }
        bring(addresses);
    });
}

void RemotePictures::stop()
{
    if (!isRunning())
        return;
    ++m_order;
    m_addresses.clear();
    end();
}

void RemotePictures::next()
{
    if (m_addresses.isEmpty())
        return end();
    const QString address = m_addresses.takeFirst();
    const int number = m_total - int(m_addresses.size());
    say(m_total == 1 ? tr("Bringing the picture in…") : tr("Bringing pictures in: %1 of %2").arg(number).arg(m_total),
        true);
    m_fetch = new ImageFetch(m_network, {}, this);
    connect(m_fetch, &ImageFetch::fetched, this, [this, address](const Result<QByteArray> &data) {
        letGo();
        if (!data)
            return miss(data.error());
        inBackground([data = *data] {
            return wholePicture(data);
        }).then(this, [this, address, order = m_order](const std::optional<CleanImage> &clean) {
            if (order != m_order)
                return;
            if (!clean)
                return miss({Error::Kind::Malformed, address, {}});
            store({nameFrom(address) + u'.' + clean->ending, clean->data}, address);
        });
    });
    m_fetch->fetch(address);
}

void RemotePictures::store(const ImageFile &image, const QString &address)
{
    storePicture(m_session.notebook(), m_of, image)
        .then(this, [this, address, order = m_order](const Result<QString> &name) {
            if (order != m_order)
                return;
            if (!name)
                return miss(name.error());
            m_had.push_back({address, *name});
            next();
        });
}

void RemotePictures::miss(const Error &error)
{
    m_missed.push_back(error);
    next();
}

/// Another note is open, or none: what came has no place any more.
void RemotePictures::leave()
{
    ++m_order;
    letGo();
    m_addresses.clear();
    say({}, false);
}

void RemotePictures::letGo()
{
    if (!m_fetch)
        return;
    m_fetch->disconnect(this);
    std::exchange(m_fetch, nullptr)->deleteLater();
}

void RemotePictures::end()
{
    letGo();
    if (m_had.empty())
        return say(outcome(0), false);
    m_look.whenCurrent([this, order = m_order] {
        if (order == m_order)
            write();
    });
}

void RemotePictures::write()
{
    const DraftSession *draft = m_session.draft();
    std::vector<TextReplacement> replacements;
    size_t named = 0;
    for (const Had &each : m_had) {
        const auto edits = imageRenamed(m_look.text(), draft->document(), m_session.clock().today(), each.address,
                                        linkDestination(each.name));
        named += size_t(!edits.empty());
        for (const LookEdit &edit : edits)
            replacements.push_back({{edit.range.begin, edit.range.end}, edit.text});
    }
    std::ranges::sort(replacements, {}, [](const TextReplacement &each) { return each.range.begin; });
    if (!replacements.empty() && !m_note.editor().isReadOnly())
        m_note.editor().replaceEach(replacements);
    say(outcome(named), false);
    m_look.whenCurrent([] {}); // without a rest
}

QString RemotePictures::outcome(size_t named) const
{
    QStringList words;
    if (named > 0)
        words << tr("%Ln picture(s) brought in.", nullptr, int(named));
    if (named < m_had.size())
        words << tr("The text no longer names %Ln of the pictures.", nullptr, int(m_had.size() - named));
    if (m_missed.size() == 1)
        words << reasonOf(m_missed.front());
    else if (!m_missed.empty())
        words << tr("%Ln picture(s) could not be had.", nullptr, int(m_missed.size()));
    if (words.isEmpty())
        words << tr("Stopped.");
    return words.join(u' ');
}

} // namespace Weeknotes
