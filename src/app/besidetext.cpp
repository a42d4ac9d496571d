// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidetext.h"

#include "app/shelf.h"
#include "core/searchfold.h"
#include "markdown/plaintext.h"
#include "storage/excerpt.h"
#include "storage/searchquery.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using BesideText::Mention;
using Markdown::Block;

struct BesideWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::BesideText)
};

constexpr int mostEarlier = 30;
constexpr int mostNameWords = 3;
constexpr qsizetype longestMention = 60;
constexpr qsizetype longestSentence = 240;
constexpr qsizetype mostOpenEnds = 5;

/// A word with its place in a line.
struct LineWord
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isName = false;
};

/// Words of a sentence's beginning that are no names, as a line of folded ones.
bool isCommon(QStringView word)
{
    static const QSet<QString> common = [] {
        const QString english =
            u"a about after again all also although an and another any are as at be because been before both but by "
            u"can "
            "could did do does each even every few first for from had has have he her here his how i if in is it its "
            "just "
            "last like lots many maybe more most much my next no not now of on once one only or other our over people "
            "perhaps she should since so some still such than that the their then there these they thing things this "
            "those though today tomorrow two under until up very was we well were what when where which while who why "
            "will with work would yes yesterday yet you your"_s;
        const QStringList words = (english + u' ' + BesideWords::tr("the")).split(u' ');
        QSet<QString> all(words.begin(), words.end());
        for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
            all << foldForSearch(QLocale().dayName(day)) << foldForSearch(QLocale(QLocale::English).dayName(day));
        for (int month = 1; month <= 12; ++month)
            all << foldForSearch(QLocale().monthName(month))
                << foldForSearch(QLocale(QLocale::English).monthName(month));
        return all;
    }();
    return common.contains(foldForSearch(word));
}

std::vector<LineWord> wordsIn(const QString &line)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}]|[-.’'](?=\\p{L}))*"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    std::vector<LineWord> words;
    for (const auto &match : word.globalMatch(line))
        words.push_back({match.capturedStart(), match.capturedEnd(), match.capturedView()[0].isUpper()});
    return words;
}

/// "Priya’s" is Priya's.
QString withoutPossessive(const QString &name)
{
    for (const auto &ending : {u"’s"_s, u"'s"_s}) {
        if (name.endsWith(ending))
            return name.chopped(ending.size());
    }
    return name;
}

std::optional<Mention> nameAt(const QString &line, qsizetype place)
{
    const std::vector<LineWord> words = wordsIn(line);
    const auto at = std::ranges::find_if(
        words, [&](const LineWord &word) { return word.begin <= place && place <= word.end && word.isName; });
    if (at == words.end())
        return std::nullopt;
    const auto follows = [&](const LineWord &before, const LineWord &after) {
        return before.isName && after.isName && after.begin == before.end + 1 && line[before.end] == u' ';
    };
    auto first = at;
    auto last = at;
    while (first != words.begin() && follows(*std::prev(first), *first))
        --first;
    while (std::next(last) != words.end() && follows(*last, *std::next(last)))
        ++last;
    while (first != last && isCommon(QStringView(line).sliced(first->begin, first->end - first->begin)))
        ++first; // "When Priya"
    if (place < first->begin || last - first >= mostNameWords)
        return std::nullopt;
    const QString name = withoutPossessive(line.sliced(first->begin, last->end - first->begin));
    const bool isOne = first == last;
    if (isOne && (name.size() < 2 || isCommon(name)))
        return std::nullopt;
    return Mention{Mention::Kind::Name, name};
}

/// "#tag" or "@person".
std::optional<Mention> markedAt(const QString &line, qsizetype place)
{
    static const QRegularExpression marked(u"(?<![\\w/&])([#@])([\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_-]*)"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    for (const auto &match : marked.globalMatch(line)) {
        if (match.capturedStart() <= place && place <= match.capturedEnd())
            return Mention{match.captured(1) == "#"_L1 ? Mention::Kind::Tag : Mention::Kind::Person, match.captured(2)};
    }
    return std::nullopt;
}

QRegularExpression patternOf(const Mention &mention)
{
    auto options = QRegularExpression::PatternOptions(QRegularExpression::UseUnicodePropertiesOption);
    if (mention.kind != Mention::Kind::Name)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(u"(?<![\\w#@])%1(?!\\w)"_s.arg(QRegularExpression::escape(mention.toString())), options);
}

BesideText::Passage sentenceAround(const QString &line, const QRegularExpressionMatch &match)
{
    QTextBoundaryFinder sentences(QTextBoundaryFinder::Sentence, line);
    sentences.setPosition(match.capturedEnd());
    const qsizetype after = sentences.toNextBoundary();
    const qsizetype end = after < 0 ? line.size() : after;
    sentences.setPosition(match.capturedStart());
    const qsizetype before = sentences.isAtBoundary() ? match.capturedStart() : sentences.toPreviousBoundary();
    const qsizetype begin = std::max<qsizetype>(before, 0);
    const QString sentence = line.sliced(begin, end - begin);
    const SearchQuery::Hit hit{match.capturedStart() - begin, match.capturedEnd() - begin, 0, true};
    if (sentence.size() > longestSentence) {
        Excerpt excerpt = excerptOf(sentence, {hit});
        return {std::move(excerpt.text), std::move(excerpt.matches)};
    }
    return {sentence.trimmed(), {{hit.begin, hit.end}}};
}

void addUnticked(const Block &block, QStringList &ends)
{
    if (block.kind == Block::Kind::ListItem && block.checked == false)
        ends << Markdown::toPlainText(block.children).section(u'\n', 0, 0);
    for (const Block &child : block.children)
        addUnticked(child, ends);
}

/// Whether a heading says that what follows is still to come.
bool saysWhatIsAhead(const Block &heading)
{
    //: Beginnings of headings under which people write what is still to be done, with | between
    static const QStringList beginnings =
        (u"next week|next|coming up|looking ahead|to do|todo|plans|still to|what s next|ahead|"_s +
         foldForSearch(BesideWords::tr("next week")))
            .split(u'|');
    const QString words = foldForSearch(Markdown::plainText(heading.inlines)) + u' ';
    return std::ranges::any_of(beginnings, [&](const QString &begin) { return words.startsWith(begin + u' '); });
}

void addWhatComes(const Block &block, QStringList &ends)
{
    if (block.kind == Block::Kind::Paragraph)
        ends << Markdown::plainText(block.inlines);
    else if (block.kind == Block::Kind::List)
        for (const Block &item : block.children)
            if (!item.checked) // tasks have been looked at
                ends << Markdown::toPlainText(item.children).section(u'\n', 0, 0);
}

} // namespace

std::optional<NoteId> BesideText::noteBefore(const Shelf &shelf, const Week &week, const NoteId &draft)
{
    if (const NoteHeader *note = shelf.noteOf(week.previous()); note && note->id != draft)
        return note->id;
    const QDate begin = week.days(shelf.rules()).first;
    const NoteHeader *last = nullptr;
    for (const NoteHeader &note : shelf.notes()) {
        if (note.id != draft && sortDay(note) < begin && (!last || newerFirst(note, *last)))
            last = &note;
    }
    return last ? std::optional(last->id) : std::nullopt;
}

std::vector<NoteId> BesideText::sameWeekInEarlierYears(const Shelf &shelf, const Week &week, const NoteId &draft)
{
    std::vector<NoteId> notes;
    const auto &weeks = shelf.timeline().weeks;
    if (weeks.empty())
        return notes;
    for (int year = week.isoYear() - 1; year >= weeks.front().week.isoYear() && notes.size() < mostEarlier; --year) {
        const Week same = *Week::fromIso(year, std::min(week.isoNumber(), Week::weeksInIsoYear(year)));
        for (const Week &near : {same, same.previous(), same.next()}) {
            const NoteHeader *note = shelf.noteOf(near);
            if (!note || note->id == draft || std::ranges::contains(notes, note->id))
                continue;
            notes.push_back(note->id);
            break;
        }
    }
    return notes;
}

QString BesideText::Mention::toString() const
{
    return kind == Kind::Tag ? u'#' + words : kind == Kind::Person ? u'@' + words : words;
}

std::optional<Mention> BesideText::mentionAt(const QString &line, qsizetype begin, qsizetype end)
{
    if (begin < end) {
        const QString selected = line.sliced(begin, end - begin).simplified();
        const bool isSaid = std::ranges::any_of(selected, [](QChar c) { return c.isLetterOrNumber(); });
        if (!isSaid || selected.size() > longestMention)
            return std::nullopt;
        return Mention{Mention::Kind::Words, selected};
    }
    const auto marked = markedAt(line, begin);
    return marked ? marked : nameAt(line, begin);
}

std::optional<BesideText::Passage> BesideText::sentenceWith(const Mention &mention, const Note &note)
{
    const auto document = Markdown::Document::parse(note.text);
    const QRegularExpression pattern = patternOf(mention);
    const QStringList lines = Markdown::toPlainText(*document).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (const auto match = pattern.match(line); match.hasMatch())
            return sentenceAround(line, match);
    }
    if (mention.kind == Mention::Kind::Tag && note.header.fields.tags.contains(mention.words, Qt::CaseInsensitive))
        return Passage{firstWords(*document), {}};
    return std::nullopt;
}

QString BesideText::firstWords(const Markdown::Document &document)
{
    constexpr qsizetype enough = 300; // of which a line takes as much as it shows
    QString words;
    for (const Block &block : document.blocks()) {
        if (block.kind == Block::Kind::Paragraph)
            words += Markdown::plainText(block.inlines) + u' ';
        else if (block.kind == Block::Kind::List || block.kind == Block::Kind::Quote)
            words += Markdown::toPlainText(block.children).split(u'\n', Qt::SkipEmptyParts).join(u" · ") + u' ';
        if (words.size() > enough)
            break;
    }
    return excerptOf(words.trimmed(), {}).text;
}

QStringList BesideText::openEnds(const Markdown::Document &document)
{
    QStringList ends;
    bool ahead = false;
    for (const Block &block : document.blocks()) {
        addUnticked(block, ends);
        if (block.kind == Block::Kind::Heading)
            ahead = saysWhatIsAhead(block);
        else if (ahead)
            addWhatComes(block, ends);
    }
    ends.removeAll(QString());
    ends.removeDuplicates();
    ends = ends.first(std::min(ends.size(), mostOpenEnds));
    for (QString &end : ends)
        end = excerptOf(end, {}).text;
    return ends;
}

} // namespace Weeknotes
