// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportrun.h"

#include "app/announce.h"
#include "app/background.h"
#include "app/dialogparts.h"
#include "app/libraryexport.h"
#include "app/role.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "cli/losstext.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct MadeWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::ExportRun)
};

QString madeWords(const ExportReport &report, ExportForm form)
{
    using W = MadeWords;
    const int files = int(report.files.size());
    if (form == ExportForm::Site && report.changed == 0)
        return W::tr("The site is up to date already.");
    if (form == ExportForm::Site)
        return W::tr("The site is up to date: %Ln file(s) changed.", nullptr, report.changed);
    if (form == ExportForm::Book)
        return W::tr("The book is written.");
    if (form == ExportForm::Page)
        return files == 1 ? W::tr("The page is written.") : W::tr("%Ln page(s) are written.", nullptr, files);
    return files == 1 ? W::tr("It is written.") : W::tr("%Ln file(s) are written.", nullptr, files);
}

} // namespace

ExportRun::ExportRun(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_words(wrappedLabel({}, {}, this))
    , m_progress(new QProgressBar(this))
    , m_close(plainButton({}, this))
    , m_make(plainButton({}, this))
{
    m_make->setProperty("role", u"primary"_s);
    m_make->setDefault(true);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(50 * Metrics::step);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(DialogSize::margin, 3 * Metrics::step, DialogSize::margin, 3 * Metrics::step);
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_words, 1);
    row->addWidget(m_progress);
    row->addWidget(m_close);
    row->addWidget(m_make);
    connect(m_make, &QPushButton::clicked, this, &ExportRun::makeRequested);
    connect(m_close, &QPushButton::clicked, this, &ExportRun::closeRequested);
    showState();
}

ExportRun::~ExportRun()
{
    if (m_stop)
        *m_stop = true;
}

void ExportRun::start(const ExportRequest &request)
{
    if (m_stop)
        return;
    m_stop = std::make_shared<std::atomic_bool>(false);
    if (m_make->hasFocus())
        m_close->setFocus(); // else the focus goes anywhere
    m_progress->setRange(0, 0);
    showState();
    say(tr("Writing…"));
    const QPointer<QProgressBar> bar = m_progress;
    const auto goesOn = [stop = m_stop, bar](int done, int total) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [bar, done, total] {
                if (bar) {
                    bar->setRange(0, total);
                    bar->setValue(done);
                }
            },
            Qt::QueuedConnection);
        return !*stop;
    };
    inBackground([request, goesOn, library = m_session.folder(), &clock = m_session.clock()] {
        return exportFrom(library, clock, request, goesOn);
    }).then(this, [this, form = request.form](const Result<ExportReport> &outcome) { showMade(outcome, form); });
}

bool ExportRun::stop()
{
    if (!m_stop)
        return false;
    if (m_stop->exchange(true))
        return true; // it is about to
    if (m_close->hasFocus())
        window()->setFocus(); // likewise
    m_close->setEnabled(false);
    say(tr("Stopping…"));
    return true;
}

void ExportRun::setAction(const QString &words)
{
    m_make->setText(words);
}

void ExportRun::setReady(bool ready)
{
    m_ready = ready;
    showState();
}

void ExportRun::showMade(const Result<ExportReport> &outcome, ExportForm form)
{
    m_stop.reset();
    showState();
    if (m_close->hasFocus() || window()->hasFocus())
        m_make->setFocus();
    if (!outcome && outcome.error().kind == Error::Kind::Stopped)
        return say(tr("Stopped; what stood there is as it was."));
    if (!outcome)
        return say(errorText(outcome.error()), true);
    constexpr size_t named = 3;
    QStringList words{madeWords(*outcome, form)};
    words << remarksOn(*outcome);
    const std::vector<Error> &lost = outcome->lost;
    for (size_t i = 0; i < std::min(named, lost.size()); ++i)
        words << errorText(lost[i]);
    if (lost.size() > named)
        words << tr("So it is with %Ln more picture(s).", nullptr, int(lost.size() - named));
    say(words.join(u' '), outcome->missingImages > 0);
    Q_EMIT made(*outcome);
}

void ExportRun::showState()
{
    m_make->setEnabled(m_ready && !m_stop);
    m_close->setEnabled(!m_stop || !*m_stop);
    m_progress->setVisible(m_stop != nullptr);
    m_close->setText(m_stop ? tr("Stop") : tr("Close"));
}

void ExportRun::say(const QString &words, bool problem)
{
    m_words->setText(words);
    setRole(m_words, problem ? u"attention"_s : QString());
    if (!words.isEmpty())
        announce(m_words, words);
}

} // namespace Weeknotes
