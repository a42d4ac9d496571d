// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatter.h"

#include "markdown/frontmatterparsers.h"
#include "markdown/sourcetext.h"

#include <QRegularExpression>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

FrontMatter none(const QString &text)
{
    return {{}, text, 1};
}

bool isFence(QStringView line, QStringView fence)
{
    return line.startsWith(fence) && line.sliced(fence.size()).trimmed().isEmpty();
}

/// Whether `line` looks like a field, so that a missing end is a mistake and not a thematic break.
bool looksLikeField(QStringView line)
{
    static const QRegularExpression field(uR"(^["']?[A-Za-z_][\w.-]*["']?\s*(:(\s|$)|=))"_s);
    return field.matchView(line).hasMatch();
}

/// The line that ends what `fence` on line 0 began; -1 if there is none.
int closingLine(const Lines &lines, QStringView fence)
{
    for (int line = 1; line < lines.count(); ++line) {
        if (isFence(lines.at(line), fence) || (fence == u"---" && isFence(lines.at(line), u"...")))
            return line;
    }
    return -1;
}

} // namespace

Result<FrontMatter> splitFrontMatter(const QString &text)
{
    const auto whole = QStringView(text).sliced(text.startsWith(QChar(QChar::ByteOrderMark)) ? 1 : 0);
    const bool yaml = whole.startsWith(u"---");
    if (!yaml && !whole.startsWith(u"+++"))
        return none(text);
    const auto fence = whole.first(3);
    const Lines lines(whole);
    if (!isFence(lines.at(0), fence))
        return none(text);
    const int closing = closingLine(lines, fence);
    if (closing < 0) {
        if (lines.count() > 1 && looksLikeField(lines.at(1)))
            return std::unexpected(Error{Error::Kind::Malformed, {}, u"no closing %1"_s.arg(fence), 1});
        return none(text);
    }

    const int begin = lines.begin(1);
    const QString fields = whole.sliced(begin, lines.begin(closing) - begin).toString();
    if (fields.size() > FrontMatterLimit::bytes)
        return std::unexpected(Error{Error::Kind::TooLarge, {}, QString::number(FrontMatterLimit::bytes), 1});
    auto parsed = yaml ? parseYamlFields(fields) : parseTomlFields(fields);
    if (!parsed) {
        if (!looksLikeField(lines.at(1)) && yaml && lines.at(1).trimmed().isEmpty())
            return none(text); // words between two thematic breaks
        parsed.error().line += 1;
        return std::unexpected(parsed.error());
    }
    if (!parsed->mapping)
        return none(text);
    return FrontMatter{std::move(parsed->values), whole.sliced(lines.begin(closing + 1)).toString(), closing + 2};
}

} // namespace Weeknotes::Markdown
