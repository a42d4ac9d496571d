// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace Weeknotes {

/// Writes YAML front matter: `key: value` lines, but none for what is empty. Nothing that a value holds can be more
/// than its value.
class FrontMatterWriter
{
public:
    void text(QLatin1StringView key, const QString &value);
    void texts(QLatin1StringView key, const QStringList &values);
    void number(QLatin1StringView key, std::optional<int> value);
    void day(QLatin1StringView key, std::optional<QDate> value);
    /// `value` as it is: only what the program itself wrote.
    void plain(QLatin1StringView key, const QString &value);
    /// What follows stands in a map of that name, up to end().
    void begin(QLatin1StringView key);
    void end() { m_indent.clear(); }

    [[nodiscard]] QString block() const { return QLatin1StringView("---\n") + m_lines + QLatin1StringView("---\n"); }

private:
    QString m_lines;
    QString m_indent;
};

} // namespace Weeknotes
