// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/smartmarks.h"

#include "editor/linestart.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes::SmartMarks {

namespace {

constexpr QChar apostrophe(u'’');
constexpr QChar noBreakSpace(0xa0);

qsizetype runOf(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

/// Behind the run of the same ticks that ends a code span; -1 where it is still open.
qsizetype endOfCode(QStringView text, qsizetype at)
{
    const qsizetype ticks = runOf(text, at);
    for (qsizetype close = at + ticks; close < text.size(); ++close) {
        if (text[close] != u'`')
            continue;
        const qsizetype run = runOf(text, close);
        if (run == ticks)
            return close + run;
        close += run - 1;
    }
    return -1;
}

/// Behind the bracket that ends a link's address; -1 where it is still open.
qsizetype endOfAddress(QStringView text, qsizetype at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'(')
            ++depth;
        else if (text[at] == u')' && --depth == 0)
            return at + 1;
    }
    return -1;
}

qsizetype endOfTag(QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at);
    const QStringView end = rest.startsWith(u"<!--") ? u"-->" : u">";
    const qsizetype close = rest.indexOf(end, 1);
    return close < 0 ? -1 : at + close + end.size();
}

bool startsTag(QStringView text, qsizetype at)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
}

/// Whether a quotation was opened with the one and not yet closed with the other.
bool isOpen(QStringView before, const QString &open, const QString &close)
{
    const QChar first = open.front();
    const QChar last = close.back();
    if (first == last)
        return before.count(first) % 2 == 1;
    return before.lastIndexOf(first) > before.lastIndexOf(last);
}

/// Whether a quotation mark there opens, by what stands in front of it.
bool opens(QStringView words, bool pending)
{
    if (words.isEmpty() || words.back().isSpace())
        return true;
    const QChar last = words.back();
    if (last.category() == QChar::Punctuation_Open || last.category() == QChar::Punctuation_InitialQuote)
        return true;
    const bool either = last.category() == QChar::Punctuation_Dash || u"*_~=/’'"_s.contains(last);
    return either && !pending;
}

std::optional<Replacement> quoteFor(QStringView words, QChar typed, QStringView after, const Quotes &quotes)
{
    if (typed == u'"') {
        const bool pending = isOpen(words, quotes.open, quotes.close);
        // French sets a space in front of the closing mark, and people type it.
        const bool spaced = pending && quotes.close.size() > 1 && words.endsWith(u' ');
        if (spaced)
            return Replacement{2, quotes.close};
        return Replacement{1, opens(words, pending) ? quotes.open : quotes.close};
    }
    const bool inWord =
        !words.isEmpty() && words.back().isLetterOrNumber() && !after.isEmpty() && after.front().isLetterOrNumber();
    const bool own = quotes.innerOpen != quotes.open; // else a single mark is an apostrophe and nothing else
    const bool pending = own && isOpen(words, quotes.innerOpen, quotes.innerClose);
    if (!own || inWord)
        return Replacement{1, apostrophe};
    if (opens(words, pending))
        return Replacement{1, quotes.innerOpen};
    return Replacement{1, pending ? quotes.innerClose : QString(apostrophe)};
}

std::optional<Replacement> dashFor(QStringView words)
{
    static const QRegularExpression rule(u"^[-|:=*_\\s]*$"_s);
    if (words.endsWith(u'–'))
        return Replacement{2, u"—"_s};
    const bool second = words.endsWith(u'-') && !words.endsWith(u"--");
    if (!second || rule.matchView(words).hasMatch())
        return {};
    return Replacement{2, u"–"_s};
}

std::optional<Replacement> dotsFor(QStringView words)
{
    if (!words.endsWith(u".."))
        return {};
    const QStringView before = words.chopped(2);
    const bool path = !before.isEmpty() && u"./\\"_s.contains(before.back()); // or a fourth dot
    return path ? std::nullopt : std::optional(Replacement{3, u"…"_s});
}

} // namespace

Quotes quotesOf(const QString &language)
{
    QLocale locale(language);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    const auto pair = [&](QLocale::QuotationStyle style) { return locale.quoteString(u"x", style).split(u'x'); };
    const QStringList outer = pair(QLocale::StandardQuotation);
    const QStringList inner = pair(QLocale::AlternateQuotation);
    Quotes quotes{outer.value(0), outer.value(1), inner.value(0), inner.value(1)};
    if (quotes.open.isEmpty() || quotes.close.isEmpty() || quotes.open == u"\"")
        return quotesOf(u"en"_s);
    if (locale.language() == QLocale::French && locale.territory() != QLocale::Switzerland) {
        quotes.open = quotes.open.trimmed() + noBreakSpace;
        quotes.close = noBreakSpace + quotes.close.trimmed();
        quotes.innerOpen = quotes.open; // a single mark is an apostrophe there, as in "l’heure"
    }
    return quotes;
}

bool isProse(const QString &before)
{
    static const QRegularExpression definition(u"^ {0,3}\\[[^\\]^][^\\]]*\\]:"_s);
    static const QRegularExpression address(u"(?:[a-z][a-z0-9+.-]*:/|www\\.|mailto:)\\S*$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const LineStart start = lineStart(before);
    const QStringView words = QStringView(before).sliced(start.quote.size());
    if (definition.matchView(words).hasMatch() || address.matchView(words).hasMatch())
        return false;
    for (qsizetype at = 0; at < words.size();) {
        qsizetype end = at + 1;
        if (words[at] == u'\\')
            end = at + 2;
        else if (words[at] == u'`')
            end = endOfCode(words, at);
        else if (words[at] == u'<' && startsTag(words, at))
            end = endOfTag(words, at);
        else if (words[at] == u']' && at + 1 < words.size() && words[at + 1] == u'(')
            end = endOfAddress(words, at + 1);
        if (end < 0)
            return false;
        at = end;
    }
    return true;
}

std::optional<Replacement> replacementFor(const QString &before, QChar typed, QStringView after, const Quotes &quotes)
{
    if (!u"\"'-.>"_s.contains(typed))
        return {};
    const LineStart start = lineStart(before);
    if (before.endsWith(u'\\') || !isProse(before))
        return {};
    const QStringView words = QStringView(before).sliced(start.length());
    switch (typed.unicode()) {
    case u'-':
        return dashFor(words);
    case u'.':
        return dotsFor(words);
    case u'>': // an arrow, or the end of a comment
        if (words.endsWith(u'–') || words.endsWith(u'—'))
            return Replacement{2, words.endsWith(u'–') ? u"-->"_s : u"--->"_s};
        return {};
    default:
        return quoteFor(words, typed, after, quotes);
    }
}

} // namespace Weeknotes::SmartMarks
