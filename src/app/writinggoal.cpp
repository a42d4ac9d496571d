// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/writinggoal.h"

#include "app/appsettings.h"
#include "app/closingrow.h"
#include "app/previewpane.h"
#include "app/session.h"
#include "app/statusstrip.h"
#include "app/windowactions.h"
#include "style/typography.h"

#include <QAction>
#include <QDialog>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int longestGoal = 100'000; // words
constexpr int goalStep = 50;

} // namespace

WritingGoal::WritingGoal(Session &session, PreviewPane &preview, StatusStrip &strip, const WindowActions &actions,
                         AppSettings &settings, QWidget *window)
    : QObject(window), m_session(session), m_strip(strip), m_settings(settings), m_window(window)
{
    strip.showGoal(settings.writingGoal());
    connect(actions.goal, &QAction::triggered, this, &WritingGoal::ask);
    connect(&strip, &StatusStrip::goalRequested, this, &WritingGoal::ask);
    connect(&preview, &PreviewPane::measured, this, &WritingGoal::follow);
}

void WritingGoal::ask()
{
    auto *dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Writing goal"));
    auto *words = new QSpinBox(dialog);
    words->setRange(0, longestGoal);
    words->setSingleStep(goalStep);
    words->setGroupSeparatorShown(true);
    words->setSpecialValueText(tr("No goal"));
    words->setValue(m_settings.writingGoal());
    words->selectAll();
    auto *label = new QLabel(tr("&Words in a note"), dialog);
    label->setBuddy(words);
    auto *done = new QPushButton(tr("Set goal"), dialog);
    done->setProperty("role", u"primary"_s);
    done->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), dialog);
    auto *grid = new QGridLayout(dialog);
    grid->setContentsMargins(6 * Metrics::step, 6 * Metrics::step, 6 * Metrics::step, 6 * Metrics::step);
    grid->setSpacing(4 * Metrics::step);
    grid->addWidget(label, 0, 0);
    grid->addWidget(words, 0, 1);
    grid->addLayout(closingRow(cancel, done), 1, 0, 1, 2);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(done, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, words] { set(words->value()); });
    dialog->open();
}

void WritingGoal::set(int words)
{
    m_settings.setWritingGoal(words);
    m_strip.showGoal(words);
    m_strip.praise(0);
    m_praised.clear();
}

void WritingGoal::follow(int words)
{
    const NoteId note = m_session.draft() ? m_session.draft()->noteId() : NoteId();
    const bool same = std::exchange(m_note, note) == note;
    const int before = std::exchange(m_words, words);
    if (!same)
        m_strip.praise(0);
    const int goal = m_settings.writingGoal();
    if (goal == 0 || !same || before >= goal || words < goal || m_praised.contains(note))
        return;
    m_praised.insert(note);
    m_strip.praise(goal);
}

} // namespace Weeknotes
