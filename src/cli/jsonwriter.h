// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <optional>

namespace Weeknotes {

/// Writes one JSON document (RFC 8259, UTF-8) with its keys in the order they are given, which QJsonObject would sort.
/// Begin and end calls must match; inside an object every value follows a key.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(QLatin1StringView name);

    void value(const QString &text);
    void value(bool truth) { token(truth ? "true" : "false"); }
    void value(double number);
    template <std::integral Number> void value(Number number) { token(QByteArray::number(qint64(number))); }
    void value(const void *) = delete; // a string literal would else become a bool
    void null() { token("null"); }

    template <typename Value> void value(const std::optional<Value> &value)
    {
        if (value)
            this->value(*value);
        else
            null();
    }
    template <typename Value> void member(QLatin1StringView name, const Value &value)
    {
        key(name);
        this->value(value);
    }
    /// Null stands for what is unknown, so for an empty text too.
    void memberOrNull(QLatin1StringView name, const QString &text);

    /// The document, with a line break at its end.
    [[nodiscard]] QByteArray document() const { return m_json + '\n'; }

private:
    void open(char bracket);
    void close(char bracket);
    void token(const QByteArray &json);
    void startItem();
    void newLine();

    QByteArray m_json;
    int m_depth = 0;
    bool m_first = true; ///< nothing stands in the innermost array or object yet
    bool m_afterKey = false;
};

} // namespace Weeknotes
