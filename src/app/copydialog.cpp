// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/copydialog.h"

#include "app/background.h"
#include "app/markdowncopy.h"
#include "app/role.h"
#include "app/session.h"
#include "app/versionlist.h"
#include "cli/errortext.h"
#include "mirror/markdowncopy.h"
#include "style/typography.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
CopyDialog::CopyDialog(Session &session, MarkdownCopy &copy, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_copy(copy)
    , m_place(new QLabel(this))
    , m_words(new QLabel(this))
    , m_choose(new QPushButton(tr("Choose &folder…"), this))
    , m_stop(new QPushButton(tr("&Stop keeping it"), this))
{
    setWindowTitle(tr("Markdown copy"));
    setMinimumWidth(130 * Metrics::step);
    layOut();
    connect(m_choose, &QPushButton::clicked, this, &CopyDialog::chooseFolder);
    connect(m_stop, &QPushButton::clicked, this, [this] { setFolder({}); });
    connect(&copy, &MarkdownCopy::stateChanged, this, &CopyDialog::showState);
    connect(&session, &Session::opening, this, &QDialog::reject);
    showState();
}

void CopyDialog::layOut()
{
    auto *what = new QLabel(tr("Every note as a Markdown file with its pictures beside it, always up to date, hidden "
                               "passages too. What you edit there yourself is kept, and does not come back here."),
                            this);
    what->setProperty("role", u"second"_s);
    for (QLabel *label : {what, m_place, m_words}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_place->setProperty("role", u"heading"_s);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_choose, m_stop, close})
        button->setAutoDefault(false);
    m_choose->setProperty("role", u"primary"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_stop);
    end->addStretch(1);
    end->addWidget(m_choose);
    end->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(what);
    column->addWidget(m_place);
    column->addWidget(m_words);
    column->addSpacing(2 * Metrics::step);
    column->addLayout(end);
}

void CopyDialog::setFolder(const QString &folder)
{
    const QString clean = folder.isEmpty() ? folder : QDir::cleanPath(folder);
    inBackground([clean, library = m_session.folder()] {
        return clean.isEmpty() || isApart(library, clean);
    }).then(this, [this, clean](bool fits) {
        if (fits)
            keepIn(clean);
        else
            say(copyErrorText({.kind = Error::Kind::BadValue, .subject = clean}), true);
    });
}

void CopyDialog::keepIn(const QString &clean)
{
    m_session.notebook()
        .changeSettings([clean](LibrarySettings &settings) { settings.markdownCopy = clean; })
        .then(this, [this](const Result<LibrarySettings> &saved) {
            if (!saved)
                say(errorText(saved.error()), true);
        });
}

void CopyDialog::chooseFolder()
{
    const QString before = m_copy.state().folder.isEmpty() ? QDir::homePath() : m_copy.state().folder;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder for the copy"), before);
    if (!folder.isEmpty())
        setFolder(folder);
}

void CopyDialog::showState()
{
    const MarkdownCopy::State &state = m_copy.state();
    const bool isKept = !state.folder.isEmpty();
    m_place->setText(isKept ? QDir::toNativeSeparators(state.folder) : tr("No copy is kept."));
    m_stop->setEnabled(isKept && !m_session.isReadOnly());
    m_choose->setEnabled(!m_session.isReadOnly());
    if (state.trouble)
        return say(copyErrorText(*state.trouble), true);
    if (state.isBusy)
        return say(tr("Writing the copy…"));
    if (!isKept || !state.since.isValid())
        return say({});
    say(tr("In step: %1 · %2")
            .arg(momentText(state.since, m_session.clock().today()), tr("%Ln note(s)", nullptr, state.notes)));
}

void CopyDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setRole(m_words, problem ? u"attention"_s : u"second"_s);
}

} // namespace Weeknotes
