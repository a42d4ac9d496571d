// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QLabel;

namespace Weeknotes {

/// The field in the bar. Keys that move in a list of results are passed on as signals while the words stay here.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Empties it without a signal.
    void reset();

Q_SIGNALS:
    /// Somebody came to search, by Ctrl+K or a click; not on the way with Tab.
    void entered();
    void moveRequested(int step);
    void chooseRequested();
    /// Escape, or the keyboard went elsewhere.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showKeys();

    QLabel *m_keys = nullptr;
};

} // namespace Weeknotes
