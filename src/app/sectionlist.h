// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/sectionlines.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

class QLineEdit;
class QListView;

namespace Weeknotes {

/// The sections that come back, or those of them whose names hold some words.
class SectionList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1, ///< "41 weeks · Oct 2019 – Nov 2026", "41 weeks · renamed?"
        PresenceRole ///< QList<qreal>: how often it is there, 0 to 1, in each stretch of the library's time
    };

    explicit SectionList(QObject *parent = nullptr);

    /// Shows `lines` that fit the filter; of the one that has the key `renamed` something is asked.
    void setLines(std::vector<SectionLine> lines, const QString &renamed);
    void setFilter(const QString &words);

    [[nodiscard]] bool hasLines() const { return !m_lines.empty(); }
    [[nodiscard]] const SectionLine &line(int row) const { return m_lines[m_shown[size_t(row)]]; }
    /// The row of the line that has this key; -1 where none is shown.
    [[nodiscard]] int rowOf(const QString &key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] QString detail(const SectionLine &line) const;
    [[nodiscard]] QList<qreal> presence(const SectionLine &line) const;

    std::vector<SectionLine> m_lines;
    QString m_renamed;
    QString m_filter;
    std::vector<size_t> m_shown; // their places in m_lines
    QDate m_first;               // of all lines
    QDate m_last;
};

/// Paints a name, below it a line of detail, and beside that when in the library's time it is there; a row that can't
/// be chosen as a heading.
class PresenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PresenceDelegate(int detailRole, int presenceRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_detailRole;
    int m_presenceRole;
};

/// In which of `count` equal stretches from `first` to `last` the days lie: the share of the fullest that each has.
[[nodiscard]] QList<qreal> presenceOf(const std::vector<QDate> &days, QDate first, QDate last, int count);

/// Down goes from a field into the list below it.
void leadInto(QListView &list, QLineEdit &field);

/// "41 weeks".
[[nodiscard]] QString weeksText(int weeks);

/// "41 weeks · Oct 2019 – Nov 2026" of days in order.
[[nodiscard]] QString spanText(const std::vector<QDate> &days);

} // namespace Weeknotes
