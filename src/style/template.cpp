// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/template.h"

namespace Weeknotes {

QString fillTemplate(const QString &text, const TemplateValues &values)
{
    // Odd pieces are names; a sheet that needs a bare "@" (as in "@media") writes "@@".
    const QStringList pieces = text.split(u'@');
    QString result;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i % 2 == 0) {
            result += pieces.at(i);
        } else if (pieces.at(i).isEmpty()) {
            result += u'@';
        } else {
            const auto value = values.constFind(pieces.at(i));
            if (value == values.cend())
                qFatal("style sheet: no value for @%ls@", qUtf16Printable(pieces.at(i)));
            result += *value;
        }
    }
    return result;
}

} // namespace Weeknotes
