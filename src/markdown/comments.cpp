// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/comments.h"

#include <QRegularExpression>

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView opening = u"<!--";
constexpr QStringView closing = u"-->";

/// The length of `word` at the start of `text`, where it ends there as a word; 0 else.
qsizetype wordLength(QStringView text, QLatin1StringView word)
{
    if (!text.startsWith(word, Qt::CaseInsensitive))
        return 0;
    return text.size() == word.size() || !text[word.size()].isLetterOrNumber() ? word.size() : 0;
}

qsizetype skipSpaces(QStringView text, qsizetype from)
{
    while (from < text.size() && text[from].isSpace())
        ++from;
    return from;
}

/// Sets what `mark` says from "appeal: NAME, until DATE", of which `said` is all after the colon.
void readAppeal(QStringView said, CommentMark &mark)
{
    static const QRegularExpression until(uR"(,?\s*\buntil\s+(\d{4}-\d{2}-\d{2})\s*$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    mark.kind = CommentMark::Kind::AppealBegin;
    const auto match = until.matchView(said);
    mark.until = QDate::fromString(match.captured(1), Qt::ISODate);
    mark.words = said.first(match.hasMatch() ? match.capturedStart() : said.size()).trimmed().toString();
}

/// Sets a passage's day; returns where its text begins. Whatever is no date leaves it hidden for good.
qsizetype readDay(QStringView text, qsizetype from, CommentMark &mark)
{
    constexpr qsizetype dayLength = 10;
    const auto day = skipSpaces(text, from);
    if (day + dayLength > text.size())
        return from;
    mark.until = QDate::fromString(text.sliced(day, dayLength), u"yyyy-MM-dd");
    return mark.until.isValid() ? day + dayLength : from;
}

} // namespace

CommentMark readComment(QStringView text)
{
    CommentMark mark;
    const auto begin = skipSpaces(text, opening.size());
    const auto rest = text.sliced(begin);
    if (const auto length = wordLength(rest, "private"_L1)) {
        mark.kind = CommentMark::Kind::Private;
        mark.content = int(begin + length);
        return mark;
    }
    if (const auto length = wordLength(rest, "until"_L1)) {
        mark.kind = CommentMark::Kind::Private;
        mark.content = int(readDay(text, begin + length, mark));
        return mark;
    }

    const auto end = rest.indexOf(closing);
    const auto said = rest.first(end < 0 ? rest.size() : end).trimmed();
    if (said.startsWith(u'?')) {
        mark.kind = CommentMark::Kind::Prompt;
        mark.words = said.sliced(1).trimmed().toString();
    } else if (said.compare("more"_L1, Qt::CaseInsensitive) == 0) {
        mark.kind = CommentMark::Kind::More;
    } else if (said.compare("pull quote"_L1, Qt::CaseInsensitive) == 0) {
        mark.kind = CommentMark::Kind::PullQuote;
    } else if (said.compare("/appeal"_L1, Qt::CaseInsensitive) == 0) {
        mark.kind = CommentMark::Kind::AppealEnd;
    } else if (said.startsWith("appeal:"_L1, Qt::CaseInsensitive)) {
        readAppeal(said.sliced(7), mark);
    }
    return mark;
}

qsizetype commentEnd(QStringView text, qsizetype begin)
{
    if (readComment(text.sliced(begin)).kind != CommentMark::Kind::Private) {
        const auto end = text.indexOf(closing, begin + 2); // "<!-->" is a whole comment
        return end < 0 ? -1 : end + closing.size();
    }
    auto at = begin + opening.size();
    auto inner = text.indexOf(opening, at);
    auto end = text.indexOf(closing, at);
    for (int open = 1; end >= 0;) {
        const bool opensFirst = inner >= 0 && inner < end;
        if (!opensFirst && --open == 0)
            return end + closing.size();
        const bool whole = opensFirst && end - inner < opening.size(); // "<!-->", "<!--->"
        at = opensFirst && !whole ? inner + opening.size() : end + closing.size();
        if (opensFirst && !whole)
            ++open;
        if (inner >= 0 && inner < at)
            inner = text.indexOf(opening, at);
        if (end < at)
            end = text.indexOf(closing, at);
    }
    return -1;
}

QString withoutComments(const QString &html)
{
    QString result;
    qsizetype at = 0;
    while (at < html.size()) {
        const auto begin = html.indexOf(opening, at);
        result += QStringView(html).sliced(at, (begin < 0 ? html.size() : begin) - at);
        if (begin < 0)
            break;
        const auto end = commentEnd(html, begin);
        if (end < 0)
            break;
        at = end;
    }
    return result;
}

QString wordsOfHtml(const QString &html)
{
    static const QRegularExpression unseen(uR"(<(script|style)\b.*?(</\1\s*>|$)|<[^>]*(>|$))"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    return withoutComments(html).replace(unseen, u" "_s).simplified();
}

} // namespace Weeknotes::Markdown
