// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remotepictures.h"

#include "app/notepane.h"
#include "app/picturefetch.h"
#include "app/quietlook.h"
#include "app/session.h"
#include "app/storepicture.h"
#include "html/markdownescape.h"
#include "insight/lastlook.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
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
    m_fetch = new PictureFetch(m_network, this);
    connect(m_fetch, &PictureFetch::fetched, this, [this, address](const Result<ImageFile> &picture) {
        letGo();
        if (picture)
            store(*picture, address);
        else
            miss(picture.error());
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
        words << pictureMissedText(m_missed.front());
    else if (!m_missed.empty())
        words << tr("%Ln picture(s) could not be had.", nullptr, int(m_missed.size()));
    if (words.isEmpty())
        words << tr("Stopped.");
    return words.join(u' ');
}

} // namespace Weeknotes
