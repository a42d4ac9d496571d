// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace Weeknotes {

/// A field for one line of words, however long: it wraps, and grows as tall as its text. It holds no line breaks; those
/// that are pasted become spaces. Tab leaves it. UI thread only.
class GrowingLine : public QTextEdit
{
    Q_OBJECT

public:
    explicit GrowingLine(QWidget *parent = nullptr);

    [[nodiscard]] QString line() const;
    /// Cursor at its start, no undo history. Says nothing.
    void setLine(const QString &line);

Q_SIGNALS:
    /// The person changed it.
    void lineEdited(const QString &line);
    void returnPressed();
    /// The arrow keys, where there is no further line above or below the cursor.
    void upPressed();
    void downPressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fitHeight();
};

} // namespace Weeknotes
