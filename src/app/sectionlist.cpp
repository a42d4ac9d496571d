// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sectionlist.h"

#include "app/popuprow.h"
#include "insight/notesections.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int stretches = 24; // of a line of presence
constexpr int stretchWidth = 3;
constexpr int highest = 10; // px
constexpr int headingRow = 9 * Metrics::step;
constexpr int presenceWidth = stretches * stretchWidth;

void paintPresence(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QList<qreal> &presence)
{
    const bool rightToLeft = option.direction == Qt::RightToLeft; // time runs with the words
    const int bottom = rect.bottom() - 2;
    painter.fillRect(rect.left(), bottom, int(presence.size()) * stretchWidth - 1, Metrics::hairline,
                     option.palette.color(QPalette::Mid));
    for (int i = 0; i < int(presence.size()); ++i) {
        const int height = presence[i] > 0 ? std::max(2, qRound(presence[i] * highest)) : 0;
        const int place = rightToLeft ? int(presence.size()) - 1 - i : i;
        painter.fillRect(rect.left() + place * stretchWidth, bottom + 1 - height, stretchWidth - 1, height,
                         option.palette.color(QPalette::Accent));
    }
}

} // namespace

QList<qreal> presenceOf(const std::vector<QDate> &days, QDate first, QDate last, int count)
{
    const qint64 span = first.daysTo(last) + 1;
    QList<qreal> presence(count, 0);
    for (const QDate day : days)
        ++presence[int(std::clamp<qint64>(first.daysTo(day) * count / std::max<qint64>(span, 1), 0, count - 1))];
    const qreal most = std::max(1.0, *std::ranges::max_element(presence));
    for (qreal &share : presence)
        share /= most;
    return presence;
}

void leadInto(QListView &list, QLineEdit &field)
{
    new QShortcut(
        Qt::Key_Down, &field, &list,
        [&list] {
            const QAbstractItemModel &model = *list.model();
            for (int row = 0; row < model.rowCount() && !list.currentIndex().isValid(); ++row) {
                const QModelIndex index = model.index(row, 0);
                if (index.flags() & Qt::ItemIsSelectable)
                    list.setCurrentIndex(index);
            }
            list.setFocus(Qt::ShortcutFocusReason);
        },
        Qt::WidgetShortcut);
}

QString weeksText(int weeks)
{
    return SectionList::tr("%Ln week(s)", nullptr, weeks);
}

QString spanText(const std::vector<QDate> &days)
{
    const QString weeks = weeksText(int(days.size()));
    return days.empty() ? weeks : weeks + u" · "_s + monthsText({days.front(), days.back()}, QLocale());
}

SectionList::SectionList(QObject *parent) : QAbstractListModel(parent) {}

void SectionList::setLines(std::vector<SectionLine> lines, const QString &renamed)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_renamed = renamed;
    m_first = m_last = {};
    for (const SectionLine &line : m_lines) {
        m_first = m_first.isValid() ? std::min(m_first, line.days.front()) : line.days.front();
        m_last = m_last.isValid() ? std::max(m_last, line.days.back()) : line.days.back();
    }
    choose();
    endResetModel();
}

void SectionList::setFilter(const QString &words)
{
    beginResetModel();
    m_filter = words.simplified();
    choose();
    endResetModel();
}

void SectionList::choose()
{
    const QString key = sectionKey(m_filter);
    const auto fits = [&](const SectionLine &line) {
        return line.heading.contains(m_filter, Qt::CaseInsensitive) ||
               (!key.isEmpty() &&
                std::ranges::any_of(line.keys, [&](const QString &own) { return own.contains(key); }));
    };
    m_shown.clear();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (m_filter.isEmpty() || fits(m_lines[i]))
            m_shown.push_back(i);
    }
}

int SectionList::rowOf(const QString &key) const
{
    const auto found = std::ranges::find_if(m_shown, [&](size_t place) { return m_lines[place].keys.contains(key); });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int SectionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant SectionList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SectionLine &shown = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.heading;
    case Qt::ToolTipRole:
        return (QStringList{shown.heading} + shown.otherNames).join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1);
    case DetailRole:
        return detail(shown);
    case PresenceRole:
        return QVariant::fromValue(presence(shown));
    case Qt::AccessibleTextRole:
        return QStringList{shown.heading, detail(shown)}.join(u", "_s);
    default:
        return {};
    }
}

QString SectionList::detail(const SectionLine &line) const
{
    return line.keys.contains(m_renamed) ? weeksText(int(line.notes.size())) + u" · "_s + tr("renamed?")
                                         : spanText(line.days);
}

QList<qreal> SectionList::presence(const SectionLine &line) const
{
    return presenceOf(line.days, m_first, m_last, stretches);
}

PresenceDelegate::PresenceDelegate(int detailRole, int presenceRole, QObject *parent)
    : QStyledItemDelegate(parent), m_detailRole(detailRole), m_presenceRole(presenceRole)
{
}

QSize PresenceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (!(index.flags() & Qt::ItemIsSelectable))
        return {0, headingRow};
    return {0, int(interfaceType().normal.line + interfaceType().small.line) + 4 * Metrics::step};
}

void PresenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!(index.flags() & Qt::ItemIsSelectable)) {
        const QRect line = option.rect.adjusted(Metrics::sideMargin, 0, -Metrics::sideMargin, -Metrics::step);
        PopupRow::paintLine(*painter, option, line, interfaceType().small, QPalette::PlaceholderText,
                            index.data().toString(), Qt::AlignLeft);
        return;
    }
    painter->save();
    PopupRow::paintGround(*painter, option);
    const QRect row =
        option.rect.adjusted(Metrics::sideMargin, 2 * Metrics::step, -Metrics::sideMargin, -2 * Metrics::step);
    TextType name = interfaceType().normal;
    name.weight = QFont::Medium;
    PopupRow::paintLine(*painter, option, QRect(row.left(), row.top(), row.width(), int(name.line)), name,
                        QPalette::Text, index.data().toString());
    QRect second(row.left(), row.top() + int(name.line), row.width(), int(interfaceType().small.line));
    const auto presence = index.data(m_presenceRole).value<QList<qreal>>();
    if (!presence.isEmpty()) {
        const QRect line(second.right() + 1 - presenceWidth, second.top(), presenceWidth, second.height());
        paintPresence(*painter, option, QStyle::visualRect(option.direction, option.rect, line), presence);
        second.setRight(line.left() - 2 * Metrics::step);
    }
    PopupRow::paintLine(*painter, option, second, interfaceType().small, QPalette::PlaceholderText,
                        index.data(m_detailRole).toString());
    painter->restore();
}

} // namespace Weeknotes
