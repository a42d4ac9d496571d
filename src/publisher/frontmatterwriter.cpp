// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/frontmatterwriter.h"

#include "core/isotext.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// A double-quoted YAML scalar: any text, whatever YAML would take it for without the quotes.
QString quoted(const QString &text)
{
    QString scalar(u'"');
    for (const QChar c : text) {
        const bool isUnseen = c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                              c == QChar::ParagraphSeparator || c == QChar::ByteOrderMark || c.unicode() >= 0xFFFE;
        if (c == u'"' || c == u'\\')
            scalar += u'\\' + QString(c);
        else if (c == u'\n')
            scalar += "\\n"_L1;
        else if (isUnseen)
            scalar += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            scalar += c;
    }
    return scalar + u'"';
}

} // namespace

void FrontMatterWriter::text(QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        plain(key, quoted(value));
}

void FrontMatterWriter::texts(QLatin1StringView key, const QStringList &values)
{
    QStringList scalars;
    for (const QString &value : values)
        scalars << quoted(value);
    if (!scalars.isEmpty())
        plain(key, u'[' + scalars.join(u", ") + u']');
}

void FrontMatterWriter::number(QLatin1StringView key, std::optional<int> value)
{
    if (value)
        plain(key, QString::number(*value));
}

void FrontMatterWriter::day(QLatin1StringView key, std::optional<QDate> value)
{
    if (value)
        plain(key, isoDay(*value));
}

void FrontMatterWriter::plain(QLatin1StringView key, const QString &value)
{
    m_lines += m_indent + key + ": "_L1 + value + u'\n';
}

void FrontMatterWriter::begin(QLatin1StringView key)
{
    m_lines += key + ":\n"_L1;
    m_indent = u"  "_s;
}

} // namespace Weeknotes
