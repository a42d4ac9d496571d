// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/linkchecker.h"

#include "core/webaddress.h"

#include <utility>

namespace Weeknotes {
namespace {

/// Whether GET may say more: some servers know no HEAD, answer it carelessly, or not at all.
bool isWorthGet(const WebVisit::Arrival &arrival)
{
    constexpr int tooMany = 429;
    const bool isSilent = arrival.status == 0 && arrival.trouble == LinkAnswer::Kind::TimedOut;
    return isSilent || arrival.isClosed || (arrival.status >= 400 && arrival.status != tooMany);
}

LinkAnswer answerOf(const WebVisit::Arrival &arrival)
{
    using Kind = LinkAnswer::Kind;
    if (arrival.status == 404 || arrival.status == 410)
        return {Kind::Gone, {}};
    if (arrival.status == 0)
        return {arrival.trouble, {}};
    if (arrival.status < 200 || arrival.status >= 300)
        return {Kind::Unclear, {}};
    if (arrival.movedTo.isEmpty())
        return {Kind::Answers, {}};
    return {Kind::Moved, arrival.movedTo.toString(QUrl::FullyEncoded)};
}

} // namespace

LinkChecker::LinkChecker(NetworkMaker network, WebLimits limits, QObject *parent)
    : QObject(parent), m_make(std::move(network)), m_limits(limits)
{
}

LinkChecker::~LinkChecker() = default; // what the network knows of the visits goes with it

void LinkChecker::check(const QStringList &addresses)
{
    m_total = 0;
    m_done = 0;
    QStringList once = addresses;
    once.removeDuplicates();
    for (const QString &address : std::as_const(once)) {
        if (const QUrl url(address); isWebAddress(url))
            m_waiting.push_back({address, url});
    }
    m_total = int(m_waiting.size());
    if (m_total > 0)
        m_network = m_make();
    next();
}

void LinkChecker::stop()
{
    m_waiting.clear();
    end();
}

void LinkChecker::next()
{
    for (auto job = m_waiting.begin(); job != m_waiting.end() && m_visits.size() < m_limits.atOnce;) {
        if (m_hosts.value(job->url.host()) >= m_limits.perHost) {
            ++job;
            continue;
        }
        ++m_hosts[job->url.host()];
        ask(*job, WebVisit::Way::Head);
        job = m_waiting.erase(job);
    }
    if (m_visits.isEmpty())
        end();
}

void LinkChecker::ask(const Job &job, WebVisit::Way way)
{
    auto *visit = new WebVisit(*m_network, job.url, way, m_limits, this);
    m_visits.append(visit);
    connect(visit, &WebVisit::arrived, this, [this, visit, job, way](const WebVisit::Arrival &arrival) {
        m_visits.removeOne(visit);
        visit->deleteLater();
        take(job, way, arrival);
    });
    visit->start();
}

void LinkChecker::take(const Job &job, WebVisit::Way way, const WebVisit::Arrival &arrival)
{
    if (way == WebVisit::Way::Head && isWorthGet(arrival))
        return ask(job, WebVisit::Way::Opening);
    --m_hosts[job.url.host()];
    ++m_done;
    Q_EMIT answered(job.address, answerOf(arrival));
    if (m_network) // nobody stopped it
        next();
}

void LinkChecker::end()
{
    for (WebVisit *visit : std::exchange(m_visits, {})) { // one of them may be what called this
        visit->disconnect(this);
        visit->deleteLater();
    }
    m_hosts.clear();
    if (m_network)
        m_network.release()->deleteLater();
    Q_EMIT finished();
}

} // namespace Weeknotes
