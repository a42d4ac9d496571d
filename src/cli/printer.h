// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

namespace Weeknotes {

/// `text` as one line that is safe on a terminal: what controls it, or breaks the line, becomes a space.
[[nodiscard]] QString printableLine(const QString &text);
/// The columns `text` takes on a terminal: two for wide characters (Chinese, emoji), none for combining ones.
[[nodiscard]] int columnWidth(const QString &text);
/// `text` cut to `columns` columns, "…" at its end where something went.
[[nodiscard]] QString elided(const QString &text, int columns);

/// Prints UTF-8 to a device, whatever the locale says, and remembers the first failure.
class Printer
{
public:
    /// `columns`: width of the terminal behind `device`, 0 where there is none.
    explicit Printer(QIODevice &device, int columns = 0) : m_device(device), m_columns(columns) {}

    [[nodiscard]] int columns() const { return m_columns; }
    /// One line for people.
    void line(const QString &text);
    /// A text as it is, but for characters that would control a terminal, if it is one.
    void text(const QString &text);
    /// Bytes as they are: JSON, HTML.
    void bytes(const QByteArray &bytes);

    /// The system's words for what went wrong; empty while nothing did. Once the reader of a pipe has gone, the rest
    /// is dropped and that is no failure.
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    QIODevice &m_device;
    int m_columns;
    QString m_failure;
    bool m_closed = false;
};

} // namespace Weeknotes
