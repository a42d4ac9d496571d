// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linkcheck.h"

#include "app/quietlook.h"
#include "app/session.h"
#include "insight/lastlook.h"
#include "remote/linkchecker.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto turnTime = 500ms;

} // namespace

LinkCheck::LinkCheck(Session &session, QuietLook &look, QObject *parent)
    : WebTask(parent), m_session(session), m_look(look)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(turnTime);
    connect(&m_turn, &QTimer::timeout, this, [this] { m_look.setAnswers(m_answers); });
    connect(&look, &QuietLook::failed, this, [this] {
        if (!isRunning() || m_checker)
            return;
        ++m_order;
        say(tr("The note can’t be looked at just now."), false);
    });
    const auto leave = [this] {
        ++m_order;
        letGo();
        say({}, false);
    };
    connect(&session, &Session::draftOpened, this, leave);
    connect(&session, &Session::draftClosed, this, leave);
}

void LinkCheck::start()
{
    if (isRunning() || !m_session.draft())
        return;
    say(tr("Checking the links…"), true);
    m_look.whenCurrent(this, [this, order = ++m_order] { // its document is that of the text then
        if (order == m_order)
            ask();
    });
}

void LinkCheck::ask()
{
    m_checker = new LinkChecker(m_network, {}, this);
    m_answers.clear();
    m_isReached = false;
    m_isStopped = false;
    connect(m_checker, &LinkChecker::answered, this, &LinkCheck::take);
    connect(m_checker, &LinkChecker::finished, this, &LinkCheck::end);
    m_checker->check(linksToAsk(*m_session.draft()->document(), m_session.clock().today()));
}

void LinkCheck::stop()
{
    if (!isRunning())
        return;
    ++m_order;
    m_isStopped = true;
    if (m_checker)
        m_checker->stop();
    else
        say(tr("Stopped."), false);
}

void LinkCheck::take(const QString &address, const LinkAnswer &answer)
{
    m_answers.insert(address, answer);
    m_isReached = m_isReached || answer.isReached();
    if (m_isReached && !m_turn.isActive())
        m_turn.start();
    const QLocale locale;
    say(tr("Checking the links: %1 of %2").arg(locale.toString(m_checker->done()), locale.toString(m_checker->total())),
        true);
}

void LinkCheck::end()
{
    const QString words = outcome(m_checker->done(), m_checker->total());
    letGo();
    if (m_isReached)
        m_look.setAnswers(m_answers);
    say(words, false);
}

void LinkCheck::letGo()
{
    m_turn.stop();
    if (!m_checker)
        return;
    m_checker->disconnect(this);
    std::exchange(m_checker, nullptr)->deleteLater();
}

QString LinkCheck::outcome(int done, int total) const
{
    if (m_isStopped)
        return tr("Stopped after %1 of %Ln link(s).", nullptr, total).arg(QLocale().toString(done));
    if (total == 0)
        return tr("No link of this note leads to the web.");
    if (!m_isReached)
        return tr("No link answered. Is this computer online?");
    const auto unclear = std::ranges::count_if(m_answers, [](const LinkAnswer &each) {
        return each.kind == LinkAnswer::Kind::Unclear || each.kind == LinkAnswer::Kind::Unreached;
    });
    const QString checked = tr("%Ln link(s) checked.", nullptr, total);
    return unclear == 0 ? checked : checked + u' ' + tr("%Ln gave no clear answer.", nullptr, int(unclear));
}

} // namespace Weeknotes
