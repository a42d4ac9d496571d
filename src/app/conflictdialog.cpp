// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conflictdialog.h"

#include "app/diffview.h"
#include "app/role.h"
#include "app/versionlist.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
ConflictDialog::ConflictDialog(Notebook &notebook, DraftSession &draft, Scheme scheme, QWidget *parent)
    : QDialog(parent), m_notebook(notebook), m_draft(&draft), m_words(new QLabel(this)), m_text(new DiffView(this))
{
    setWindowTitle(tr("Two texts of one note"));
    resize(190 * Metrics::step, 140 * Metrics::step);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setProperty("role", u"second"_s);
    m_text->setScheme(scheme);
    m_text->setAccessibleName(tr("Theirs and yours"));
    auto *mine = new QPushButton(tr("Keep &mine"), this);
    auto *theirs = new QPushButton(tr("Take &theirs"), this);
    auto *later = new QPushButton(tr("Decide later"), this);
    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(later);
    end->addStretch(1);
    end->addWidget(theirs);
    end->addWidget(mine);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(m_words);
    column->addWidget(m_text, 1);
    column->addLayout(end);
    for (QPushButton *button : {mine, theirs, later})
        button->setAutoDefault(false);

    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(mine, &QPushButton::clicked, this, [this] {
        accept();
        m_draft->keepMine();
    });
    connect(theirs, &QPushButton::clicked, this, [this] {
        accept();
        m_draft->takeTheirs();
    });
    connect(&draft, &QObject::destroyed, this, &QDialog::reject);
    notebook.note(draft.noteId()).then(this, [this](const Result<Note> &note) { showTheirs(note); });
}

void ConflictDialog::showTheirs(const Result<Note> &theirs)
{
    if (!m_draft)
        return;
    if (!theirs) {
        m_words->setText(errorText(theirs.error()));
        return setRole(m_words, u"attention"_s);
    }
    const QDateTime moment = theirs->header.updated;
    m_words->setText(tr("Theirs was saved %1. Struck out stands only in theirs, underlined only in yours. "
                        "The one you do not choose stays in the history.")
                         .arg(momentText(moment, m_notebook.clock().today())));
    m_text->setTexts(theirs->text, m_draft->text());
    m_text->setFocus();
}

} // namespace Weeknotes
