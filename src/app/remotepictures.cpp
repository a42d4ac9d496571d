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
#include <QHash>
#include <QImageReader>
#include <QLocale>
#include <QSet>
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
    connect(&look, &QuietLook::failed, this, [this] {
        if (!isRunning() || !isThrough())
            return;
        ++m_order;
        say(tr("The note can’t be looked at just now."), false);
    });
}

void RemotePictures::bring(const QStringList &addresses)
{
    if (begin())
        add(addresses);
}

void RemotePictures::bringAll()
{
    if (!begin())
        return;
    if (!isRunning())
        say(tr("Looking for pictures…"), true);
    m_look.whenCurrent(this, [this, order = m_order] {
        if (order != m_order || !begin()) // those before may have come to their end
            return;
        QStringList addresses;
        for (const LookFinding &each : m_look.findings()) {
            if (each.rule == LookRule::RemoteImage)
                addresses << each.words;
        }
        add(addresses);
    });
}

void RemotePictures::stop()
{
    if (!isRunning())
        return;
    ++m_order;
    m_addresses.resize(done());
    end();
}

bool RemotePictures::begin()
{
    if (isRunning())
        return true;
    if (!m_session.draft() || m_note.editor().isReadOnly())
        return false;
    m_session.keepStarted();
    ++m_order;
    m_of = m_session.draft()->noteId();
    m_addresses.clear();
    m_had.clear();
    m_missed.clear();
    return true;
}

void RemotePictures::add(const QStringList &addresses)
{
    const bool isIdle = isThrough();
    m_addresses += addresses;
    m_addresses.removeDuplicates();
    if (m_addresses.isEmpty())
        return say(tr("This note shows no picture from the web."), false);
    if (isIdle)
        next();
}

void RemotePictures::next()
{
    if (isThrough())
        return end();
    const QString address = m_addresses[done()];
    const QLocale locale;
    say(m_addresses.size() == 1 ? tr("Bringing the picture in…")
                                : tr("Bringing pictures in: %1 of %2")
                                      .arg(locale.toString(done() + 1), locale.toString(m_addresses.size())),
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
    m_look.whenCurrent(this, [this, order = m_order] {
        if (order == m_order && isRunning() && isThrough()) // no more were asked for meanwhile
            write();
    });
}

void RemotePictures::write()
{
    QHash<QString, QString> names;
    for (const Had &each : m_had)
        names.insert(each.address, linkDestination(each.name));
    std::vector<TextReplacement> replacements;
    QSet<QString> there;
    for (const LookEdit &edit :
         imagesRenamed(m_look.text(), m_session.draft()->document(), m_session.clock().today(), names)) {
        replacements.push_back({{edit.range.begin, edit.range.end}, edit.text});
        there.insert(edit.text);
    }
    const auto named =
        size_t(std::ranges::count_if(names, [&there](const QString &name) { return there.contains(name); }));
    if (!replacements.empty() && !m_note.editor().isReadOnly())
        m_note.editor().replaceEach(replacements);
    say(outcome(named), false);
    m_look.whenCurrent(this, [] {}); // without a rest
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
