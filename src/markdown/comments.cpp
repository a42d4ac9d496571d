// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/comments.h"

#include "markdown/entities.h"
#include "markdown/lineforms.h"

#include <QHashFunctions>
#include <QRegularExpression>

#include <tuple>
#include <utility>

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

/// Whether nothing but the > of quotes stands beside the --> at `at` on its line. Looks no further than it must.
bool standsAlone(QStringView text, qsizetype at)
{
    auto before = at;
    while (before > 0 && !LineForm::isLineEnd(text[before - 1]) && LineForm::isBlank(text.sliced(before - 1, 1)))
        --before;
    auto after = at + closing.size();
    while (after < text.size() && !LineForm::isLineEnd(text[after]) && text[after].isSpace())
        ++after;
    return (before == 0 || LineForm::isLineEnd(text[before - 1])) &&
           (after == text.size() || LineForm::isLineEnd(text[after]));
}

/// In how many quotes what stands at `at` of `line` does.
int quotesBefore(QStringView line, qsizetype at)
{
    int quotes = 0;
    std::ignore = LineForm::anywhere(line.first(at), [&quotes](QStringView rest) {
        quotes += rest.startsWith(u'>');
        return false;
    });
    return quotes;
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

bool isPassage(QStringView text)
{
    const auto words = text.sliced(skipSpaces(text, opening.size()));
    return wordLength(words, "private"_L1) > 0 || wordLength(words, "until"_L1) > 0;
}

std::optional<int> quotesOfClosing(QStringView line)
{
    line = line.trimmed();
    if (!line.endsWith(closing))
        return std::nullopt;
    const auto marks = line.chopped(closing.size());
    return LineForm::isBlank(marks) ? std::optional(int(marks.count(u'>'))) : std::nullopt;
}

/// A passage that is open, within another.
struct OpenPassage::Level
{
    Level(int in, std::shared_ptr<Level> around)
        : quotes(in), digest(qHashMulti(0, in, around ? around->digest : 0)), outer(std::move(around))
    {
    }
    ~Level()
    {
        // One after the other: a text may hold more than the stack could unwind.
        while (outer && outer.use_count() == 1)
            outer = std::move(outer->outer);
    }
    Q_DISABLE_COPY_MOVE(Level)

    int quotes;    ///< in how many it stands
    size_t digest; ///< of its quotes and those of all around it
    std::shared_ptr<Level> outer;
};

OpenPassage::OpenPassage(QStringView line, qsizetype at, bool endsAlone)
    : m_level(std::make_shared<Level>(quotesBefore(line, at), nullptr))
    , m_endsAlone(endsAlone && line.indexOf(closing, at + 2) < 0)
{
    if (!m_endsAlone)
        balance(line, at + opening.size());
}

bool OpenPassage::operator==(const OpenPassage &other) const
{
    const auto rest = [](const OpenPassage &passage) {
        return std::tie(passage.m_endsAlone, passage.m_inComment, passage.m_comments, passage.m_end);
    };
    const Level *mine = m_level.get();
    const Level *theirs = other.m_level.get();
    if (rest(*this) != rest(other))
        return false;
    while (mine != theirs && mine && theirs && mine->digest == theirs->digest && mine->quotes == theirs->quotes) {
        mine = mine->outer.get();
        theirs = theirs->outer.get();
    }
    return mine == theirs;
}

void OpenPassage::read(QStringView line)
{
    if (!m_endsAlone)
        return balance(line, 0);
    const auto quotes = quotesOfClosing(line);
    if (!quotes)
        return skip(line);
    if (!std::exchange(m_inComment, false) && *quotes == m_level->quotes)
        m_level = m_level->outer;
    if (!m_level)
        m_end = line.lastIndexOf(closing) + closing.size();
}

/// Reads a line in which the passage does not end alone.
void OpenPassage::skip(QStringView line)
{
    const auto last = line.lastIndexOf(closing);
    for (qsizetype at = 0;;) {
        if (m_inComment) {
            const auto end = line.indexOf(closing, at);
            if (end < 0)
                return;
            m_inComment = false;
            at = end + closing.size();
        }
        const auto inner = line.indexOf(opening, at);
        if (inner < 0)
            return;
        const bool opens = last < inner + 2 && isPassage(line.sliced(inner));
        if (opens)
            m_level = std::make_shared<Level>(quotesBefore(line, inner), m_level);
        m_inComment = !opens;
        at = inner + (opens ? opening.size() : 2);
    }
}

/// Reads a line, from `at` on, until as many comments have ended as begun.
void OpenPassage::balance(QStringView line, qsizetype at)
{
    auto inner = line.indexOf(opening, at);
    auto end = line.indexOf(closing, at);
    while (end >= 0 || inner >= 0) {
        const bool opensFirst = inner >= 0 && (inner < end || end < 0);
        if (!opensFirst && --m_comments == 0) {
            m_end = end + closing.size();
            return;
        }
        const bool whole = opensFirst && end >= 0 && end - inner < opening.size(); // "<!-->", "<!--->"
        at = opensFirst && !whole ? inner + opening.size() : end + closing.size();
        m_comments += opensFirst && !whole;
        if (inner >= 0 && inner < at)
            inner = line.indexOf(opening, at);
        if (end >= 0 && end < at)
            end = line.indexOf(closing, at);
    }
}

qsizetype CommentEnds::of(qsizetype begin)
{
    const auto first = m_text.indexOf(closing, begin + 2); // "<!-->" is a whole comment
    if (first < 0 || !isPassage(m_text.sliced(begin)))
        return first < 0 ? -1 : first + closing.size();
    auto at = begin;
    while (at > 0 && !LineForm::isLineEnd(m_text[at - 1]))
        --at;
    auto end = LineForm::lineEnd(m_text, begin);
    OpenPassage passage(m_text.sliced(at, end - at), begin - at, first > end && lastAlone() > begin);
    while (passage.end() < 0 && end < m_text.size()) {
        at = end + 1;
        end = LineForm::lineEnd(m_text, at);
        passage.read(m_text.sliced(at, end - at));
    }
    return passage.end() < 0 ? -1 : at + passage.end();
}

qsizetype CommentEnds::lastAlone()
{
    if (!m_lastAlone) {
        auto at = m_text.lastIndexOf(closing);
        while (at > 0 && !standsAlone(m_text, at))
            at = m_text.lastIndexOf(closing, at - 1);
        m_lastAlone = at;
    }
    return *m_lastAlone;
}

QString withoutComments(const QString &html)
{
    QString result;
    CommentEnds ends(html);
    qsizetype at = 0;
    while (at < html.size()) {
        const auto begin = html.indexOf(opening, at);
        result += QStringView(html).sliced(at, (begin < 0 ? html.size() : begin) - at);
        if (begin < 0)
            break;
        const auto end = ends.of(begin);
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
    return withEntities(withoutComments(html).replace(unseen, u" "_s)).simplified();
}

} // namespace Weeknotes::Markdown
