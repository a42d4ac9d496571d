// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace Weeknotes {

/// The panes of the window, side by side. The outer two have the widths that the person gave them, for as long as there
/// is room, whatever opens and closes beside them; those between share the rest as they did before.
class PaneSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit PaneSplitter(QWidget *parent);

    /// One a pane, px; also of those that are hidden.
    [[nodiscard]] const QList<int> &widths() const { return m_widths; }
    void setWidths(const QList<int> &widths);
    /// After panes were shown or hidden.
    void place();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepWidths(int handle);

    QList<int> m_widths;
};

} // namespace Weeknotes
