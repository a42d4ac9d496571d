// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linkat.h"

#include "html/htmltree.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// `entity`, from & to ;, as an attribute has it: there HTML knows none that only begins like one.
QString decoded(const QString &entity)
{
    const auto nodes = parseHtml(u"<a href=\"%1\">"_s.arg(entity));
    return nodes->front().attributes.value(u"href"_s);
}

/// The address that is written as `text`, without escapes and entities.
QString addressOf(const QString &text)
{
    static const QRegularExpression sign(uR"(\\([!-/:-@\[-`{-~])|&#?[A-Za-z0-9]{1,32};)"_s);
    QString address;
    qsizetype at = 0;
    for (const auto &found : sign.globalMatch(text)) {
        address += QStringView(text).sliced(at, found.capturedStart() - at);
        address += found.hasCaptured(1) ? found.captured(1) : decoded(found.captured());
        at = found.capturedEnd();
    }
    return address.append(QStringView(text).sliced(at));
}

} // namespace

QUrl linkAt(const QString &line, qsizetype at)
{
    // An escaped sign, a code span, a picture, or one of the three; an address has parentheses in pairs, and no sign at
    // its end.
    static const QRegularExpression piece(
        u"\\\\[!-/:-@\\[-`{-~]"
        "|(?<code>(?<!`)(`+)(?!`).*?(?<!`)\\2(?!`))|(?<picture>!\\[[^\\[\\]]*\\]\\([^()]*\\))"
        "|\\[(?:\\\\.|[^\\[\\]\\\\]|!\\[[^\\[\\]]*\\]\\([^()]*\\))*\\]\\([ \\t]*"
        "(?:<(?<wrapped>(?:\\\\.|[^<>\\\\])*)>"
        "|(?<target>(?:\\\\\\S|[^\\s()\\\\]|\\((?:\\\\\\S|[^\\s()\\\\])*\\))+))(?:\\\\.|[^()\\\\])*\\)"
        "|<(?<auto>[A-Za-z][A-Za-z0-9+.-]+:[^\\s<>]*)>|<(?<mail>[^\\s<>@:]+@[^\\s<>@:]+)>"
        "|(?<bare>https?://(?:[^\\s()<>]|\\([^\\s()<>]*\\))*[^\\s()<>.,:;!?'\"*_~])"_s);
    for (const auto &found : piece.globalMatch(line)) {
        if (at < found.capturedStart() || at >= found.capturedEnd())
            continue;
        if (found.hasCaptured(u"mail"_s))
            return QUrl(u"mailto:"_s + found.captured(u"mail"_s));
        for (const auto &name : {u"wrapped"_s, u"target"_s}) {
            if (found.hasCaptured(name))
                return QUrl(addressOf(found.captured(name)));
        }
        for (const auto &name : {u"auto"_s, u"bare"_s}) {
            if (found.hasCaptured(name))
                return QUrl(found.captured(name));
        }
    }
    return {};
}

} // namespace Weeknotes
