// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdowncopy.h"

#include "app/session.h"
#include "mirror/markdowncopy.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <utility>

using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto lastTime = 2s; // for the last change when the window closes

/// What the window says itself of the library, or what passes.
bool isOthersTrouble(Error::Kind kind)
{
    return kind == Error::Kind::Damaged || kind == Error::Kind::Gone || kind == Error::Kind::Busy ||
           kind == Error::Kind::Stopped;
}

} // namespace

MarkdownCopy::MarkdownCopy(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_afterChange(5s), m_afterFailure(60s)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &MarkdownCopy::run);
    connect(&session, &Session::opening, this, &MarkdownCopy::begin);
    connect(&session, &Session::shelfChanged, this, &MarkdownCopy::follow);
    connect(&session, &Session::noteChanged, this, &MarkdownCopy::follow);
}

MarkdownCopy::~MarkdownCopy()
{
    const bool isBehind = (m_soon.isActive() || m_isRunning) && !m_state.trouble;
    stop();
    if (m_thread && isBehind) {
        std::ignore = m_thread->run([folder = m_state.folder](Library &library) {
            QElapsedTimer time;
            time.start();
            return updateMarkdownCopy(library, folder, [&](int, int) { return time.durationElapsed() < lastTime; });
        });
    }
}

void MarkdownCopy::setIntervals(std::chrono::milliseconds change, std::chrono::milliseconds failure)
{
    m_afterChange = change;
    m_afterFailure = failure;
}

void MarkdownCopy::begin()
{
    stop();
    m_soon.stop();
    if (m_thread) // its end waits for the disk
        QThreadPool::globalInstance()->start([thread = std::exchange(m_thread, {})]() mutable { thread.reset(); });
    const State none; // GCC 14 takes a temporary one for uninitialized
    m_state = none;
    m_saysTrouble = false;
    Q_EMIT stateChanged();
}

void MarkdownCopy::stop()
{
    if (m_stopped)
        *m_stopped = true;
    m_stopped.reset(); // what it still brings is not heard
    m_isRunning = false;
}

void MarkdownCopy::follow()
{
    const QString folder = m_session.shelf().settings().markdownCopy;
    if (folder != m_state.folder) {
        const bool said = std::exchange(m_saysTrouble, false);
        begin();
        m_state.folder = folder;
        if (said)
            Q_EMIT recovered();
        if (folder.isEmpty())
            return;
        m_thread = std::make_unique<LibraryThread>();
        m_thread->open(m_session.folder(), m_session.clock(), Library::Access::ReadOnly);
        return run();
    }
    // While somebody types, a change comes twice a second: they go over together.
    if (!folder.isEmpty() && !m_soon.isActive())
        m_soon.start(m_afterChange);
}

void MarkdownCopy::run()
{
    if (m_isRunning) {
        m_soon.start(m_afterChange);
        return;
    }
    m_isRunning = true;
    if (!m_state.since.isValid()) {
        m_state.isBusy = true;
        Q_EMIT stateChanged();
    }
    if (m_state.trouble)
        std::ignore = m_thread->reopen(); // it may be the library's
    m_stopped = std::make_shared<std::atomic_bool>(false);
    m_thread
        ->run([folder = m_state.folder, stopped = m_stopped](Library &library) {
            return updateMarkdownCopy(library, folder, [&](int, int) { return !*stopped; });
        })
        .then(this, [this, stopped = m_stopped](const Result<CopyOutcome> &outcome) {
            if (stopped == m_stopped)
                take(outcome);
        });
}

void MarkdownCopy::take(const Result<CopyOutcome> &outcome)
{
    m_isRunning = false;
    m_state.isBusy = false;
    if (outcome) {
        m_state.since = m_session.clock().now();
        m_state.notes = outcome->notes;
        m_state.trouble.reset();
        if (std::exchange(m_saysTrouble, false))
            Q_EMIT recovered();
        return Q_EMIT stateChanged();
    }
    const bool isNew = m_state.trouble != outcome.error();
    m_state.trouble = outcome.error();
    m_soon.start(m_afterFailure);
    Q_EMIT stateChanged();
    if (isNew && !isOthersTrouble(outcome.error().kind)) {
        m_saysTrouble = true;
        Q_EMIT failed(outcome.error());
    }
}

} // namespace Weeknotes
