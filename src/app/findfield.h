// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QLabel;

namespace Weeknotes {

/// A field of the find bar, with a note at its far end: how many there are. Return does something else than to close.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FindField(const QString &words, QWidget *parent = nullptr);

    /// Empty for none.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    /// Return, with Shift `backwards`.
    void entered(bool backwards);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_note;
};

} // namespace Weeknotes
