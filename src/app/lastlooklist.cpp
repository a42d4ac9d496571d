// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lastlooklist.h"

#include "app/flowlayout.h"
#include "app/twolinedelegate.h"
#include "cli/lastlooktext.h"
#include "style/typography.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <functional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int mostLines = 3; // of a sentence; addresses are long

/// It speaks of no place, and nothing is to be done about it.
bool isOfTheNote(const LookFinding &finding)
{
    return finding.range.isEmpty() && finding.severity() == LookSeverity::Info;
}

} // namespace

const LookFinding *nearestLike(const LookFinding &finding, const std::vector<LookFinding> &findings)
{
    const LookFinding *nearest = nullptr;
    const auto distance = [&](const LookFinding &each) { return std::abs(each.range.begin - finding.range.begin); };
    for (const LookFinding &each : findings) {
        const bool isLike = each.rule == finding.rule && each.key == finding.key;
        if (isLike && (!nearest || distance(each) < distance(*nearest)))
            nearest = &each;
    }
    return nearest;
}

void LastLookModel::setFindings(std::vector<LookFinding> findings, const QString &text)
{
    beginResetModel();
    m_findings = std::move(findings);
    std::ranges::stable_partition(m_findings, std::not_fn(isOfTheNote));
    m_lines.clear();
    int line = 1;
    qsizetype at = 0;
    for (const LookFinding &each : m_findings) { // in the order of the text, but for those at the end
        const qsizetype begin = std::clamp<qsizetype>(each.range.begin, at, text.size());
        line += int(QStringView(text).sliced(at, begin - at).count(u'\n'));
        at = begin;
        m_lines.push_back(line);
    }
    endResetModel();
}

int LastLookModel::rowOf(const LookFinding &finding) const
{
    const LookFinding *found = nearestLike(finding, m_findings);
    return found ? int(found - m_findings.data()) : -1;
}

int LastLookModel::count(LookRule rule) const
{
    return int(std::ranges::count(m_findings, rule, &LookFinding::rule));
}

int LastLookModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QString LastLookModel::place(int row) const
{
    const LookFinding &finding = m_findings[size_t(row)];
    const QString where =
        finding.range.isEmpty() ? tr("The note") : tr("Line %1").arg(QLocale().toString(m_lines[size_t(row)]));
    return finding.severity() == LookSeverity::Info ? where + u" · "_s + tr("only to know") : where;
}

QVariant LastLookModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString sentence = lookText(finding(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return sentence;
    case Qt::ToolTipRole:
        return u"<p>"_s + sentence.toHtmlEscaped() + u"</p>"_s; // wraps
    case PlaceRole:
        return place(index.row());
    case Qt::AccessibleTextRole:
        return sentence + u' ' + place(index.row());
    default:
        return {};
    }
}

LastLookList::LastLookList(QWidget *parent)
    : QWidget(parent)
    , m_model(new LastLookModel(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing to look at."), this))
    , m_fix(new QPushButton(this))
    , m_all(new QPushButton(tr("Bring all in"), this))
    , m_notHere(new QPushButton(tr("Not here"), this))
    , m_here(new QPushButton(tr("Look at it after all"), this))
    , m_go(new QPushButton(tr("Show in the text"), this))
    , m_left(new QPushButton(this))
{
    m_list->setModel(m_model);
    m_list->setProperty("role", u"findings"_s);
    auto *delegate = new TwoLineDelegate(LastLookModel::PlaceRole, m_list);
    delegate->setMostLines(mostLines);
    m_list->setItemDelegate(delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->installEventFilter(this);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    setFocusProxy(m_list);
    m_list->setAccessibleName(tr("The last look"));
    m_nothing->setProperty("role", u"second"_s);
    m_nothing->setMargin(4 * Metrics::step);
    m_all->setToolTip(tr("All pictures that this note shows from the web"));
    m_notHere->setToolTip(tr("It is as it should be: say it no more of this note"));
    m_left->setCheckable(true);
    m_left->setToolTip(tr("What you said “Not here” of"));
    for (QPushButton *button : {m_fix, m_all, m_notHere, m_here, m_go, m_left})
        button->setAutoDefault(false);

    auto *buttons = new FlowLayout;
    buttons->setContentsMargins(4 * Metrics::step, Metrics::step, 4 * Metrics::step, 2 * Metrics::step);
    buttons->setSpacing(2 * Metrics::step);
    for (QPushButton *each : {m_fix, m_all, m_notHere, m_here, m_go, m_left})
        buttons->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    column->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LastLookList::showChoice);
    const auto tell = [this](const auto signal) {
        return [this, signal] {
            if (const LookFinding *finding = chosen())
                Q_EMIT(this->*signal)(LookFinding(*finding)); // whoever hears of it may set others
        };
    };
    connect(m_list, &QListView::clicked, this, [this, go = tell(&LastLookList::goTo)] {
        if (m_goesOnClick)
            go();
    });
    connect(m_go, &QPushButton::clicked, this, tell(&LastLookList::goTo));
    connect(m_list, &QListView::activated, this, tell(&LastLookList::goTo));
    connect(m_fix, &QPushButton::clicked, this, tell(&LastLookList::fixWanted));
    connect(m_all, &QPushButton::clicked, this, &LastLookList::allPicturesWanted);
    connect(m_notHere, &QPushButton::clicked, this, tell(&LastLookList::notHereWanted));
    connect(m_here, &QPushButton::clicked, this, tell(&LastLookList::hereWanted));
    connect(m_left, &QPushButton::clicked, this, [this] {
        showFindings();
        Q_EMIT turned();
        m_list->setFocus();
    });
    showChoice();
}

const LookFinding *LastLookList::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->finding(index.row()) : nullptr;
}

void LastLookList::setFindings(const std::vector<LookFinding> &findings, const QString &text,
                               const std::vector<LookFinding> &leftAlone)
{
    m_findings = findings;
    m_leftAlone = leftAlone;
    m_text = text;
    if (leftAlone.empty() && m_left->isChecked()) {
        m_left->setChecked(false);
        Q_EMIT turned();
    }
    showFindings();
}

bool LastLookList::showsLeftAlone() const
{
    return m_left->isChecked();
}

void LastLookList::showFindings()
{
    const int row = m_list->currentIndex().row();
    const auto before = chosen() ? std::optional(*chosen()) : std::nullopt;
    m_model->setFindings(m_left->isChecked() ? m_leftAlone : m_findings, m_text);
    const int same = before ? m_model->rowOf(*before) : 0;
    const int next = std::min(same >= 0 ? same : row, m_model->rowCount() - 1); // the one that came in its place
    if (next >= 0)
        m_list->setCurrentIndex(m_model->index(next));
    showChoice();
}

void LastLookList::setWritable(bool writable)
{
    m_writable = writable;
    showChoice();
}

void LastLookList::choose(const LookFinding &finding)
{
    if (const int row = m_model->rowOf(finding); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void LastLookList::setGoesOnClick(bool goes)
{
    m_goesOnClick = goes;
    showChoice();
}

void LastLookList::setMostRows(int rows)
{
    m_mostRows = rows;
    showChoice();
}

bool LastLookList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_list->viewport()) {
        const auto *resize = static_cast<QResizeEvent *>(event);
        if (resize->size().width() != resize->oldSize().width())
            fitRows();
    }
    return QWidget::eventFilter(watched, event);
}

void LastLookList::fitRows()
{
    if (m_mostRows == 0)
        return;
    const int most = m_mostRows * m_list->itemDelegate()->sizeHint({}, {}).height();
    int height = 0; // an empty list has none, but takes the focus
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int taller = height + m_list->sizeHintForRow(row);
        if (row > 0 && taller > most)
            break;
        height = taller;
    }
    m_list->setFixedHeight(height);
}

void LastLookList::showChoice()
{
    const LookFinding *finding = chosen();
    const bool any = m_model->rowCount() > 0;
    m_nothing->setVisible(!any);
    fitRows();
    const QString fix = finding ? lookFixText(*finding) : QString();
    const bool several = finding && finding->rule == LookRule::RemoteImage && m_model->count(LookRule::RemoteImage) > 1;
    const bool isLeft = m_left->isChecked();
    const auto show = [this](QPushButton *button, bool shown) {
        if (!shown && button->hasFocus())
            m_list->setFocus(); // else it went on to another button
        button->setVisible(shown);
    };
    show(m_fix, !fix.isEmpty() && !isLeft);
    show(m_all, several && !isLeft);
    show(m_notHere, any && !isLeft);
    show(m_here, any && isLeft);
    show(m_go, finding && !m_goesOnClick && !isOfTheNote(*finding));
    show(m_left, !m_leftAlone.empty());
    m_fix->setText(fix);
    m_fix->setEnabled(m_writable);
    m_all->setEnabled(m_writable);
    m_notHere->setEnabled(finding);
    m_here->setEnabled(finding);
    m_left->setText(isLeft ? tr("Back to the others") : tr("%Ln left alone", nullptr, int(m_leftAlone.size())));
}

} // namespace Weeknotes
