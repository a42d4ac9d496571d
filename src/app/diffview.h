// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/worddiff.h"
#include "style/palette.h"

#include <QTextEdit>

namespace Weeknotes {

/// Two texts as one, to read: what only the older has is struck out, what only the newer has is underlined, so that no
/// meaning lies in colour alone. One of the changes is the current one; F8 and Shift+F8 go through them. UI thread
/// only.
class DiffView : public QTextEdit
{
    Q_OBJECT

public:
    /// A change: `length` characters of the newer text from `begin` on stand where the older one has `older`.
    struct Change
    {
        int begin = 0;
        int length = 0;
        QString older;

        bool operator==(const Change &) const = default;
    };

    explicit DiffView(QWidget *parent = nullptr);

    void setTexts(const QString &older, const QString &newer);
    /// One text, nothing marked, no changes.
    void setOneText(const QString &text);
    void setScheme(Scheme scheme);

    [[nodiscard]] int changeCount() const { return int(m_changes.size()); }
    /// -1 where there is none.
    [[nodiscard]] int currentChange() const { return m_current; }
    [[nodiscard]] const Change &change(int index) const { return m_changes[size_t(index)]; }
    /// Makes another change the current one and brings it into sight; past the last comes the first.
    void stepBy(int step);

Q_SIGNALS:
    void currentChangeChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// Where a change stands in this document.
    struct Span
    {
        int begin = 0;
        int end = 0;
    };

    void show();
    void setCurrent(int index);

    Scheme m_scheme = Scheme::Light;
    std::vector<DiffRun> m_runs;
    std::vector<Change> m_changes;
    std::vector<Span> m_spans; ///< of the changes
    int m_current = -1;
};

} // namespace Weeknotes
