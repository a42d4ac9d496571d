// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"
#include "core/error.h"

#include <QWidget>

#include <memory>
#include <optional>

class QMenu;
class QTableWidget;
class QToolButton;

namespace Weeknotes {

/// A chart to look at and to read: the pointer or the arrow keys tell its values one by one, Return opens the note that
/// a value is of, and a menu (of the button, the right click and Shift+F10) saves and copies it or shows its figures as
/// a table. As high as the chart asks for at its width; put it in a scroll area.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    void setChart(std::unique_ptr<const Chart> chart);
    [[nodiscard]] const Chart *chart() const { return m_chart.get(); }
    void setScheme(Scheme scheme);
    /// The value that the keyboard or the pointer is on, in words; empty without one.
    [[nodiscard]] QString currentWords() const;
    [[nodiscard]] bool showsTable() const;
    void setShowsTable(bool shows);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);
    /// The place of a value was reached by the keyboard: bring it into view.
    void valueReached(const QRect &place);
    void saved(const QString &path);
    /// It could not be saved.
    void failed(const Weeknotes::Error &error);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeMenu();
    void placeParts();
    void fillTable();
    [[nodiscard]] int tableHeight() const;
    void moveTo(std::optional<size_t> value);
    void activate();
    [[nodiscard]] std::optional<size_t> valueAt(const QPointF &point) const;
    [[nodiscard]] std::optional<size_t> neighbour(int key) const;
    [[nodiscard]] QRectF placeOf(size_t value) const;
    void paintReadout(QPainter &painter) const;
    void askWhere(const QString &suffix, const QString &kinds);
    void saveTo(const QString &path);
    void copy() const;

    std::unique_ptr<const Chart> m_chart;
    std::vector<ChartValue> m_values; ///< at the present size
    std::optional<size_t> m_current;
    bool m_byKeyboard = false;
    Scheme m_scheme = Scheme::Light;
    QMenu *m_menu;
    QToolButton *m_button;
    QAction *m_tableAction = nullptr;
    QTableWidget *m_table;
};

} // namespace Weeknotes
