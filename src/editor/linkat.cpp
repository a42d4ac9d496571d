// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linkat.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {

QUrl linkAt(const QString &line, qsizetype at)
{
    // A code span, a picture, or one of the three; an address has parentheses in pairs, and no sign at its end.
    static const QRegularExpression piece(
        u"(?<code>(?<!`)(`+)(?!`).*?(?<!`)\\2(?!`))|(?<picture>!\\[[^\\[\\]]*\\]\\([^()]*\\))"
        "|\\[(?:[^\\[\\]]|!\\[[^\\[\\]]*\\]\\([^()]*\\))*\\]\\([ "
        "\\t]*(?:<(?<wrapped>[^<>]*)>|(?<target>(?:[^\\s()]|\\([^\\s()]*\\))+))[^()]*\\)"
        "|<(?<auto>[A-Za-z][A-Za-z0-9+.-]+:[^\\s<>]*)>|<(?<mail>[^\\s<>@:]+@[^\\s<>@:]+)>"
        "|(?<bare>https?://(?:[^\\s()<>]|\\([^\\s()<>]*\\))*[^\\s()<>.,:;!?'\"*_~])"_s);
    for (const auto &found : piece.globalMatch(line)) {
        if (at < found.capturedStart() || at >= found.capturedEnd())
            continue;
        if (found.hasCaptured(u"mail"_s))
            return QUrl(u"mailto:"_s + found.captured(u"mail"_s));
        for (const auto &name : {u"wrapped"_s, u"target"_s, u"auto"_s, u"bare"_s}) {
            if (found.hasCaptured(name))
                return QUrl(found.captured(name));
        }
    }
    return {};
}

} // namespace Weeknotes
