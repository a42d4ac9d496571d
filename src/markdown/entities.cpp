// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/entities.h"

#include <md4c-html.h>

#include <QRegularExpression>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

QString decodeNumber(QByteArrayView entity)
{
    const bool hexadecimal = entity[2] == 'x' || entity[2] == 'X';
    const auto digits = entity.sliced(hexadecimal ? 3 : 2).chopped(1);
    bool ok = false;
    const char32_t code = digits.toUInt(&ok, hexadecimal ? 16 : 10);
    if (!ok || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
        return QString(QChar(QChar::ReplacementCharacter));
    return QString::fromUcs4(&code, 1);
}

/// HTML's own table has 2,125 names. md4c's HTML library has it too, but shows it only by what it writes.
QString decodeName(QByteArrayView entity)
{
    QByteArray html;
    const auto append = [](const MD_CHAR *text, MD_SIZE size, void *to) {
        static_cast<QByteArray *>(to)->append(text, qsizetype(size));
    };
    if (md_html(entity.data(), MD_SIZE(entity.size()), append, &html, 0, 0) != 0)
        return QString::fromUtf8(entity);
    html = html.trimmed();
    html = html.sliced(3, html.size() - 7); // <p>…</p>
    return QString::fromUtf8(
        html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"));
}

} // namespace

QString decodeEntity(QByteArrayView entity)
{
    if (entity.size() < 4)
        return QString::fromUtf8(entity);
    if (entity[1] == '#')
        return decodeNumber(entity);
    if (entity == "&amp;")
        return u"&"_s;
    if (entity == "&nbsp;")
        return QString(QChar(QChar::Nbsp));
    return decodeName(entity);
}

QString withEntities(const QString &text)
{
    static const QRegularExpression entity(u"&#?[A-Za-z0-9]{1,32};"_s);
    QString words;
    qsizetype at = 0;
    for (const auto &match : entity.globalMatch(text)) {
        words += QStringView(text).sliced(at, match.capturedStart() - at);
        words += decodeEntity(match.captured().toUtf8());
        at = match.capturedEnd();
    }
    words += QStringView(text).sliced(at);
    return words;
}

} // namespace Weeknotes::Markdown
