// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Weeknotes {

/// A folder that takes the place of something of ours: typed, chosen, or none.
class FolderField : public QWidget
{
    Q_OBJECT

public:
    /// `title` is that of the dialog that asks for it, `none` says what there is without one.
    FolderField(const QString &title, const QString &none, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &line() const { return *m_line; }
    /// Says nothing.
    void setText(const QString &folder);

Q_SIGNALS:
    /// The person gave it; empty: none.
    void chosen(const QString &folder);

private:
    void ask(const QString &title);

    QLineEdit *m_line;
    QPushButton *m_none;
};

} // namespace Weeknotes
