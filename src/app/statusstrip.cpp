// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusstrip.h"

#include "app/announce.h"
#include "app/role.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <chrono>
#include <initializer_list>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto saveTime = 1s;    // every word is saved by then
constexpr auto praiseTime = 12s; // to finish the sentence and look up
constexpr auto sayingTime = 8s;  // a sentence is read in half of it

/// Without words it takes no room, so that the others keep their distances.
template <typename Label> void put(Label *label, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_saved(new QLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_facts(new QWidget(this))
    , m_length(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_praise(new QLabel(this))
    , m_week(new QLabel(this))
    , m_run(new QLabel(this))
    , m_changed(new QPushButton(this))
    , m_toLookAt(new QPushButton(this))
    , m_said(new QLabel(this))
{
    setProperty("role", u"status"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * Metrics::step, Metrics::hairline, 4 * Metrics::step, 0); // below the one of the strip
    row->setSpacing(4 * Metrics::step);
    for (QLabel *label : {m_saved, m_praise, m_week, m_run, m_said}) {
        label->setProperty("role", u"small"_s);
        label->setTextFormat(Qt::PlainText); // why a note is not saved names the note
    }
    m_retry->setProperty("role", u"link"_s);
    m_length->setProperty("role", u"details"_s);
    m_length->setToolTip(tr("Writing goal…"));
    m_length->setAccessibleDescription(tr("Sets how many words a note should have"));
    m_progress->setProperty("role", u"goal"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Writing goal"));
    m_praise->setProperty("role", u"saved"_s);
    m_late.setSingleShot(true);
    m_late.setInterval(saveTime);
    m_praised.setSingleShot(true);
    m_praised.setInterval(praiseTime);
    auto *facts = new QHBoxLayout(m_facts);
    facts->setContentsMargins({});
    facts->setSpacing(row->spacing());
    for (QWidget *fact : std::initializer_list<QWidget *>{m_length, m_progress, m_praise, m_week})
        facts->addWidget(fact);
    row->addWidget(m_saved);
    row->addWidget(m_retry);
    row->addWidget(m_facts);
    row->addWidget(m_said);
    row->addStretch(1);
    row->addWidget(m_run);
    row->addWidget(m_changed);
    row->addWidget(m_toLookAt);
    m_changed->setProperty("role", u"details"_s);
    m_changed->setAccessibleDescription(tr("Opens the Publish window"));
    connect(m_changed, &QPushButton::clicked, this, &StatusStrip::publishRequested);
    m_toLookAt->setProperty("role", u"details"_s);
    m_toLookAt->setToolTip(tr("The last look"));
    m_toLookAt->setAccessibleDescription(tr("Shows what to look at before the note is published"));
    connect(m_toLookAt, &QPushButton::clicked, this, &StatusStrip::lookRequested);
    connect(m_retry, &QPushButton::clicked, this, &StatusStrip::retryRequested);
    connect(m_length, &QPushButton::clicked, this, &StatusStrip::goalRequested);
    connect(&m_late, &QTimer::timeout, this, [this] { setSaveState(u"○ "_s + tr("Saving…"), u"small"_s); });
    connect(&m_praised, &QTimer::timeout, this, [this] { praise(0); });
    m_saidLongEnough.setSingleShot(true);
    m_saidLongEnough.setInterval(sayingTime);
    connect(&m_saidLongEnough, &QTimer::timeout, this, [this] { showSaid({}); });
    clear();
}

void StatusStrip::clear()
{
    setSaveState({}, u"small"_s);
    m_whole.reset();
    m_selected.reset();
    praise(0);
    showWords();
    put(m_week, {});
    showChanged({});
    showToLookAt(0);
    showSaid({});
}

void StatusStrip::showUnsaved()
{
    m_late.start();
}

void StatusStrip::showSaved(const QDateTime &when, QDate today)
{
    const QDateTime local = when.toLocalTime();
    const QLocale locale;
    const QString clock = locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s); // some locales have no shorter one
    const QString moment = local.date() == today ? locale.toString(local.time(), clock)
                                                 : periodText({local.date(), local.date()}, locale, today);
    setSaveState(u"● "_s + tr("Saved %1").arg(moment), u"saved"_s);
}

void StatusStrip::showFailed(const QString &why)
{
    const QString text = tr("Not saved. %1").arg(why);
    setSaveState(u"▲ "_s + text, u"unsaved"_s);
    m_retry->show();
    announce(this, text, QAccessible::AnnouncementPoliteness::Assertive);
}

void StatusStrip::showLength(int words, int minutes)
{
    m_whole = Length{words, minutes};
    showWords();
}

void StatusStrip::showSelection(std::optional<int> words)
{
    m_selected = words;
    showWords();
}

void StatusStrip::showGoal(int words)
{
    m_goal = words;
    showWords();
}

void StatusStrip::praise(int words)
{
    const QString kind = tr("That’s your goal of %Ln word(s). Well done.", nullptr, words);
    put(m_praise, words > 0 ? u"✓ "_s + kind : QString());
    if (words == 0)
        return m_praised.stop();
    m_praised.start();
    announce(this, kind);
}

void StatusStrip::showProgress()
{
    m_progress->setVisible(m_whole && m_goal > 0);
    if (m_progress->isHidden())
        return;
    m_progress->setMaximum(m_goal);
    m_progress->setValue(std::min(m_whole->words, m_goal));
}

void StatusStrip::showWords()
{
    showProgress();
    if (!m_whole)
        put(m_length, {});
    else if (m_selected)
        put(m_length, tr("%1 of %Ln word(s) selected", nullptr, m_whole->words).arg(QLocale().toString(*m_selected)));
    else
        put(m_length, (m_goal > 0 ? tr("%1 of %Ln word(s)", nullptr, m_goal).arg(QLocale().toString(m_whole->words))
                                  : tr("%Ln word(s)", nullptr, m_whole->words)) +
                          u" · "_s + tr("%Ln min read", nullptr, m_whole->minutes));
}

void StatusStrip::showWeek(const QString &week)
{
    put(m_week, week);
}

void StatusStrip::showRun(int weeks)
{
    m_run->setText(weeks < 2 ? QString() : tr("%Ln-week run", nullptr, weeks));
}

void StatusStrip::showToLookAt(int count)
{
    put(m_toLookAt, count > 0 ? tr("%Ln to look at", nullptr, count) : QString());
}

void StatusStrip::showChanged(const std::optional<QDate> &since)
{
    put(m_changed, since ? tr("Changed since published") : QString());
    if (since)
        m_changed->setToolTip(
            tr("It went out on %1. Publish it again…").arg(QLocale().toString(*since, QLocale::LongFormat)));
}

void StatusStrip::showStep(const QString &words)
{
    showSaid(words);
    m_saidLongEnough.start();
}

void StatusStrip::say(const QString &sentence)
{
    showStep(sentence);
    Q_EMIT said(sentence);
    announce(this, sentence);
}

/// In a narrow window other words make room.
void StatusStrip::showSaid(const QString &sentence)
{
    m_facts->show();
    put(m_said, sentence);
    m_facts->setVisible(sentence.isEmpty() || layout()->sizeHint().width() <= width() ||
                        m_facts->isAncestorOf(QApplication::focusWidget()));
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSaid(m_said->text());
}

void StatusStrip::setSaveState(const QString &text, const QString &role)
{
    m_late.stop();
    m_retry->hide();
    put(m_saved, text);
    setRole(m_saved, role);
}

} // namespace Weeknotes
