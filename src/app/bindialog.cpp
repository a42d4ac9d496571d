// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bindialog.h"

#include "app/binlist.h"
#include "app/role.h"
#include "app/twolinedelegate.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
BinDialog::BinDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_notes(new BinList(this))
    , m_list(new QListView(this))
    , m_words(new QLabel(this))
    , m_putBack(new QPushButton(tr("&Put back"), this))
    , m_empty(new QPushButton(tr("&Empty the bin…"), this))
{
    setWindowTitle(tr("Bin"));
    layOut();
    connect(m_putBack, &QPushButton::clicked, this, &BinDialog::putBack);
    connect(m_list, &QListView::activated, this, &BinDialog::putBack);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BinDialog::showControls);
    connect(m_empty, &QPushButton::clicked, this, &BinDialog::askToEmpty);
    connect(&session, &Session::shelfChanged, this, &BinDialog::load);
    connect(&session, &Session::failed, this, &BinDialog::showControls); // it did not come back
    connect(&session, &Session::opening, this, &QDialog::reject);
    load();
}

void BinDialog::layOut()
{
    resize(140 * Metrics::step, 110 * Metrics::step);
    m_list->setModel(m_notes);
    m_list->setItemDelegate(new TwoLineDelegate(BinList::DetailRole, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Notes in the bin"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_putBack->setProperty("role", u"primary"_s);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_putBack, m_empty, close})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_empty);
    end->addStretch(1);
    end->addWidget(m_putBack);
    end->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addLayout(end);
}

void BinDialog::load()
{
    m_session.notebook().bin().then(this, [this](const Result<std::vector<BinnedNote>> &notes) { show(notes); });
}

void BinDialog::show(const Result<std::vector<BinnedNote>> &notes)
{
    const QModelIndex before = m_list->currentIndex();
    const NoteId chosen = before.isValid() ? m_notes->note(before.row()).header.id : NoteId();
    // After one that was put back, no other is chosen: a second click would put that one back, too.
    int row = m_notes->rowCount() == 0 ? 0 : -1;
    m_notes->setNotes(notes.value_or(std::vector<BinnedNote>()), m_session.clock().today());
    for (int i = 0; i < m_notes->rowCount(); ++i) {
        if (m_notes->note(i).header.id == chosen)
            row = i;
    }
    m_list->setCurrentIndex(m_notes->index(row)); // none of an empty list
    showControls();
    if (!notes)
        say(errorText(notes.error()), true);
    else if (m_notes->rowCount() > 0)
        say(tr("A note stays here for %Ln day(s). Until then it can be put back.", nullptr, Notebook::daysInBin));
    else
        say(tr("The bin is empty."));
}

void BinDialog::showControls()
{
    const bool writable = !m_session.isReadOnly();
    m_putBack->setEnabled(writable && m_list->currentIndex().isValid());
    m_empty->setEnabled(writable && m_notes->rowCount() > 0);
}

void BinDialog::putBack()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_putBack->isEnabled())
        return;
    m_putBack->setEnabled(false); // until the list answers
    m_session.restoreNotes({m_notes->note(index.row()).header.id});
}

void BinDialog::askToEmpty()
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Empty the bin"),
        tr("%Ln note(s) and all their earlier versions will be gone for good.", nullptr, m_notes->rowCount()),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(box->addButton(tr("Keep them"), QMessageBox::RejectRole));
    const QPushButton *gone = box->addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, gone](const QAbstractButton *chosen) {
        if (chosen == gone)
            empty();
    });
    box->open();
}

void BinDialog::empty()
{
    m_session.notebook().emptyBin().then(this, [this](const Result<int> &emptied) {
        if (emptied)
            load();
        else
            say(errorText(emptied.error()), true);
    });
}

void BinDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    setRole(m_words, problem ? u"attention"_s : u"second"_s);
}

} // namespace Weeknotes
