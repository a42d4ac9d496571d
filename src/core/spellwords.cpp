// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spellwords.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar typographicApostrophe(0x2019);
constexpr QChar softHyphen(0x00AD);

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011);
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == typographicApostrophe || c == QChar(0x02BC);
}

/// Whether `mark` stands in `piece` with a letter or digit on either side, as the dot of a file's name does.
bool joins(QStringView piece, QChar mark)
{
    for (qsizetype at = piece.indexOf(mark); at >= 0; at = piece.indexOf(mark, at + 1)) {
        if (at > 0 && at + 1 < piece.size() && piece[at - 1].isLetterOrNumber() && piece[at + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

/// Whether what stands between two spaces was written for a machine, not as words.
bool isTechnical(QStringView piece)
{
    const auto isOpening = [](QChar c) { return c.isPunct() && !u"#@/~.\\"_s.contains(c); };
    while (!piece.isEmpty() && isOpening(piece.front()))
        piece = piece.sliced(1);
    if (piece.isEmpty())
        return true;
    if (piece.front() == u'#' && piece.size() > 1 && piece[1].isLetterOrNumber())
        return true;
    const bool path = u"/~."_s.contains(piece.front()) && piece.contains(u'/');
    return path || piece.contains("://"_L1) || piece.contains(u'@') || piece.contains(u'\\') || joins(piece, u'_') ||
           joins(piece, u'.') || piece.count(u'/') > 1;
}

/// As dictionaries write it.
QString plainWord(QStringView word)
{
    QString text = word.toString();
    for (QChar &c : text) {
        if (isApostrophe(c))
            c = u'\'';
        else if (isHyphen(c))
            c = u'-';
    }
    return text.remove(softHyphen).normalized(QString::NormalizationForm_C);
}

/// "NHS", and "NHSs" and "NHS's".
bool isAcronym(QStringView word)
{
    if (word.endsWith("'s"_L1))
        word.chop(2);
    else if (word.endsWith(u's'))
        word.chop(1);
    const auto isUpper = [](QChar c) { return c.isUpper(); };
    const auto isLower = [](QChar c) { return c.isLower(); };
    return word.size() > 1 && std::ranges::any_of(word, isUpper) && std::ranges::none_of(word, isLower);
}

bool isLookedUp(QStringView word, std::optional<QChar::Script> script)
{
    int letters = 0;
    for (const char32_t c : word.toUcs4()) {
        if (QChar::isNumber(c))
            return false;
        if (!QChar::isLetter(c))
            continue;
        ++letters;
        if (script && QChar::script(c) != *script)
            return false;
    }
    return letters > 1 && !isAcronym(word);
}

/// The words of a stretch of a line, as Unicode bounds them, with the hyphens between them.
class WordWalk
{
public:
    explicit WordWalk(QStringView stretch)
        : m_stretch(stretch), m_bounds(QTextBoundaryFinder::Word, stretch.data(), stretch.size())
    {
    }

    struct Bounds
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    [[nodiscard]] std::optional<Bounds> next()
    {
        std::optional<Bounds> word = std::exchange(m_ahead, {});
        if (!word)
            word = nextPart();
        while (word && (m_ahead = nextPart()) && m_ahead->begin == word->end + 1 && isHyphen(m_stretch[word->end]))
            word->end = std::exchange(m_ahead, {})->end;
        return word;
    }

private:
    std::optional<Bounds> nextPart()
    {
        while (m_bounds.isAtBoundary() && !(m_bounds.boundaryReasons() & QTextBoundaryFinder::StartOfItem)) {
            if (m_bounds.toNextBoundary() < 0)
                return std::nullopt;
        }
        const qsizetype begin = m_bounds.position();
        const qsizetype end = m_bounds.toNextBoundary();
        if (begin < 0 || end < 0)
            return std::nullopt;
        return Bounds{begin, end};
    }

    QStringView m_stretch;
    QTextBoundaryFinder m_bounds;
    std::optional<Bounds> m_ahead;
};

/// Whether a mark of Markdown cuts a word at `edge` of the line: "un**believ**able".
bool isCut(QStringView line, qsizetype edge, int direction)
{
    const auto at = [&](qsizetype gap) { return direction < 0 ? gap - 1 : gap; };
    const qsizetype first = edge;
    while (at(edge) >= 0 && at(edge) < line.size() && u"*_~="_s.contains(line[at(edge)]))
        edge += direction;
    return edge != first && at(edge) >= 0 && at(edge) < line.size() && line[at(edge)].isLetter();
}

/// "’em", "’tis": what was left out is left out of dictionaries, too.
bool isElided(QStringView stretch, qsizetype begin, qsizetype length)
{
    constexpr qsizetype longest = 4;
    return begin > 0 && length <= longest && isApostrophe(stretch[begin - 1]);
}

} // namespace

std::vector<SpellWord> spellWords(QStringView line, int start, int length, std::optional<QChar::Script> script)
{
    std::vector<SpellWord> words;
    const QStringView stretch = line.sliced(start, length);
    WordWalk walk(stretch);
    qsizetype pieceEnd = 0; // of what stands between two spaces
    bool technical = false;
    while (const auto word = walk.next()) {
        if (word->begin >= pieceEnd) {
            const auto isSpace = [](QChar c) { return c.isSpace(); };
            const auto before =
                std::find_if(std::make_reverse_iterator(stretch.begin() + word->begin), stretch.rend(), isSpace);
            const auto after = std::find_if(stretch.begin() + word->end, stretch.end(), isSpace);
            pieceEnd = after - stretch.begin();
            technical = isTechnical(QStringView(before.base(), after));
        }
        const qsizetype size = word->end - word->begin;
        if (technical || isElided(stretch, word->begin, size) || (word->begin == 0 && isCut(line, start, -1)) ||
            (word->end == stretch.size() && isCut(line, start + length, 1)))
            continue;
        QString text = plainWord(stretch.sliced(word->begin, size));
        if (isLookedUp(text, script))
            words.push_back({start + int(word->begin), int(size), std::move(text)});
    }
    return words;
}

} // namespace Weeknotes
