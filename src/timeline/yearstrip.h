// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"
#include "style/palette.h"
#include "timeline/yearcells.h"

#include <QHash>
#include <QLocale>
#include <QSet>
#include <QWidget>

namespace Weeknotes {

/// The years at a glance: a row a year, newest first, a cell a week, filled by length. Fortnights are twice as wide,
/// pauses hatched, missed weeks hollow, today ringed. One stop of the Tab key; arrows, Home and End move within.
/// Its height follows its years; put it in a scroll area.
class YearStrip : public QWidget
{
    Q_OBJECT

public:
    explicit YearStrip(const QLocale &locale = QLocale(), QWidget *parent = nullptr);

    void setContent(const TimelineContent &content);
    /// Lets all but these notes stand back; none do without a set.
    void setShown(const std::optional<QSet<NoteId>> &notes);
    void setScheme(Scheme scheme);
    /// Draws a line below the cell that holds `week`: the one in view.
    void setWeek(const Week &week);

    /// A dot above each week of `notes`; `words` say of such a week what it stands for.
    void setDots(const QSet<NoteId> &notes, const QString &words);
    [[nodiscard]] const QSet<NoteId> &dots() const { return m_dots; }

    /// What a cell stands for, in words: "Week 47, 16 – 22 November 2026: 6.9 The map is out, 612 words".
    [[nodiscard]] QString cellText(const YearCell &cell) const;
    [[nodiscard]] const std::vector<YearRow> &rows() const { return m_rows; }
    /// Where the cell that holds `week` is; empty if there is none.
    [[nodiscard]] QRect cellRect(const Week &week) const;
    /// The height of that many years, px.
    [[nodiscard]] static int heightOf(int years);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);
    /// A week without a note.
    void weekActivated(const Weeknotes::Week &week);
    /// Notes were dropped on a week.
    void notesDropped(const std::vector<Weeknotes::NoteId> &notes, const Weeknotes::Week &week);
    /// The keyboard moved here: bring it into sight.
    void cellFocused(const QRect &rect);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place
    {
        int row = -1;
        int cell = -1;
        bool operator==(const Place &) const = default;
    };

    struct Title
    {
        SeasonNumber number;
        QString words;
    };

    [[nodiscard]] QString toolTipOf(const YearCell &cell) const;
    [[nodiscard]] QString nameOf(const Title &title) const;
    [[nodiscard]] bool isPlace(const Place &place) const;
    [[nodiscard]] const YearCell &at(const Place &place) const;
    [[nodiscard]] Place placeAt(const QPoint &point) const;
    [[nodiscard]] Place placeOf(const Week &week) const;
    [[nodiscard]] QRectF rectOf(const Place &place) const;
    [[nodiscard]] qreal labelWidth() const;
    [[nodiscard]] Place moved(int key) const;
    [[nodiscard]] Week weekAt(const QPoint &point, const Place &place) const;
    void setDropPlace(const Place &place);
    void moveTo(const Place &place);
    void activate(const Place &place);
    void paintCell(QPainter &painter, const Place &place) const;
    void paintMissed(QPainter &painter, int row) const;
    [[nodiscard]] static bool isMissed(const YearCell &cell);
    [[nodiscard]] bool hasDot(const YearCell &cell) const;
    void paintDot(QPainter &painter, const Place &place) const;
    void paintInView(QPainter &painter, const Place &place) const;

    QLocale m_locale;
    Scheme m_scheme = Scheme::Light;
    std::vector<YearRow> m_rows;
    WeekRules m_rules;
    QHash<NoteId, Title> m_titles;
    std::optional<TitlePattern> m_titlePattern;
    NumberHabit m_numbers;
    QSet<NoteId> m_dots;
    QString m_dotWords;
    mutable qreal m_labelWidth = 0; ///< measured when it is asked for: each cell asks
    Place m_current;
    std::optional<Week> m_week; ///< in view
    std::optional<QSet<NoteId>> m_shown;
    Place m_drop; ///< where what is dragged would go
};

} // namespace Weeknotes
