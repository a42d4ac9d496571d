// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace Weeknotes {

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray json(1, '"');
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            if (uchar(c) < 0x20 || c == 0x7f)
                json += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
            else
                json += c;
        }
    }
    return json + '"';
}

} // namespace

void JsonWriter::key(QLatin1StringView name)
{
    startItem();
    m_json += quoted(name) + ": ";
    m_afterKey = true;
}

void JsonWriter::value(const QString &text)
{
    token(quoted(text));
}

void JsonWriter::value(double number)
{
    token(std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest) : "null");
}

void JsonWriter::memberOrNull(QLatin1StringView name, const QString &text)
{
    key(name);
    if (text.isEmpty())
        null();
    else
        value(text);
}

void JsonWriter::open(char bracket)
{
    startItem();
    m_json += bracket;
    ++m_depth;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_first)
        newLine();
    m_json += bracket;
    m_first = false;
}

void JsonWriter::token(const QByteArray &json)
{
    startItem();
    m_json += json;
}

void JsonWriter::startItem()
{
    if (!m_afterKey && m_depth > 0) {
        if (!m_first)
            m_json += ',';
        newLine();
    }
    m_afterKey = false;
    m_first = false;
}

void JsonWriter::newLine()
{
    m_json += '\n' + QByteArray(m_depth * 2, ' ');
}

} // namespace Weeknotes
