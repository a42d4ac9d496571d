// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/historydialog.h"

#include "app/diffview.h"
#include "app/role.h"
#include "app/twolinedelegate.h"
#include "app/versionlist.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr QSize startSize(240 * Metrics::step, 160 * Metrics::step);
constexpr int listWidth = 60 * Metrics::step;

} // namespace

HistoryDialog::HistoryDialog(Session &session, DraftSession &draft, Scheme scheme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_draft(&draft)
    , m_versions(new VersionList(this))
    , m_list(new QListView(this))
    , m_words(new QLabel(this))
    , m_text(new DiffView(this))
    , m_changesOnly(new QCheckBox(tr("Show &changes since then"), this))
    , m_previous(new QPushButton(tr("&Previous change"), this))
    , m_next(new QPushButton(tr("&Next change"), this))
    , m_piece(new QPushButton(tr("Bring back this &piece"), this))
    , m_whole(new QPushButton(tr("Bring back this &version"), this))
{
    setWindowTitle(tr("History"));
    layOut();
    m_text->setScheme(scheme);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryDialog::choose);
    connect(m_changesOnly, &QCheckBox::toggled, this, &HistoryDialog::showVersion);
    connect(m_text, &DiffView::currentChangeChanged, this, &HistoryDialog::showControls);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_text->stepBy(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_text->stepBy(1); });
    connect(m_whole, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(m_title, m_older, m_revision); });
    connect(m_piece, &QPushButton::clicked, this, [this] {
        const DiffView::Change change = m_text->change(m_text->currentChange());
        m_awaitsPiece = true;
        showControls();
        Q_EMIT pieceRequested(m_newer, change.begin, change.length, change.older);
    });
    connect(&draft, &DraftSession::documentChanged, this, &HistoryDialog::showVersion);
    connect(&draft, &QObject::destroyed, this, &QDialog::reject);
    load();
}

void HistoryDialog::layOut()
{
    resize(startSize);
    m_list->setModel(m_versions);
    m_list->setItemDelegate(new TwoLineDelegate(VersionList::DetailRole, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Versions"));
    m_text->setAccessibleName(tr("The version and what changed since"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setProperty("role", u"second"_s);
    m_changesOnly->setChecked(true);
    m_whole->setProperty("role", u"primary"_s);
    for (QPushButton *button : {m_previous, m_next, m_piece, m_whole})
        button->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(m_words, 1);
    top->addWidget(m_changesOnly);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_previous);
    end->addWidget(m_next);
    end->addStretch(1);
    end->addWidget(m_piece);
    end->addWidget(m_whole);
    end->addWidget(close);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(5 * Metrics::step, 4 * Metrics::step, 5 * Metrics::step, 4 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addLayout(top);
    column->addWidget(m_text, 1);
    column->addLayout(end);

    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setHandleWidth(Metrics::hairline);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(right);
    panes->setSizes({listWidth, startSize.width() - listWidth});
    panes->setStretchFactor(1, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(panes);
}

void HistoryDialog::load()
{
    showControls();
    m_session.notebook().versions(m_draft->noteId()).then(this, [this](const Result<std::vector<Version>> &versions) {
        if (!versions)
            return say(errorText(versions.error()), true);
        m_versions->setVersions(*versions, m_session.clock().today());
        if (versions->empty())
            return say(tr("This note has no earlier versions yet. One is kept for each sitting."));
        m_list->setCurrentIndex(m_versions->index(0));
        m_list->setFocus();
    });
}

void HistoryDialog::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const Version &version = m_versions->version(index.row());
    m_session.notebook()
        .versionText(version.id)
        .then(this, [this, asked = ++m_asked, version](const Result<QString> &text) {
            if (asked != m_asked)
                return;
            m_loaded = text.has_value();
            if (!text)
                return say(errorText(text.error()), true);
            m_title = version.title;
            m_older = *text;
            m_revision = version.revision;
            showVersion();
        });
}

void HistoryDialog::answer()
{
    if (m_awaitsPiece)
        showVersion();
}

void HistoryDialog::showVersion()
{
    if (!m_draft || !m_loaded)
        return;
    m_awaitsPiece = false;
    m_newer = m_draft->text();
    if (m_changesOnly->isChecked())
        m_text->setTexts(m_older, m_newer);
    else
        m_text->setOneText(m_older);
    const QString title =
        m_title == m_draft->fields().title ? QString() : tr("Its title was “%1”.").arg(m_title) + u' ';
    if (m_older == m_newer)
        say(title + tr("Its text is the text of now."));
    else if (!m_changesOnly->isChecked())
        say(title + tr("The text as it was then."));
    else
        say(title + tr("%Ln change(s) since: struck out is gone, underlined is new.", nullptr, m_text->changeCount()));
    showControls();
}

void HistoryDialog::showControls()
{
    const bool some = m_text->changeCount() > 0;
    const bool writable = !m_session.isReadOnly();
    m_previous->setEnabled(some);
    m_next->setEnabled(some);
    m_piece->setEnabled(writable && !m_awaitsPiece && m_text->currentChange() >= 0);
    m_whole->setEnabled(writable && m_loaded && m_draft &&
                        (m_older != m_draft->text() || m_title != m_draft->fields().title));
}

void HistoryDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    setRole(m_words, problem ? u"attention"_s : u"second"_s);
}

} // namespace Weeknotes
