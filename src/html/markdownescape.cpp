// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/markdownescape.h"

#include "markdown/htmlwriter.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const QRegularExpression &addressExpression()
{
    static const QRegularExpression address(u"(?<![\\p{L}\\p{N}])https?://[^\\s<>\"“”«»\\x{fdd0}-\\x{fdef}]+"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
    return address;
}

// What follows an address belongs to the sentence around it, brackets where the address opens none.
qsizetype addressLength(QStringView address)
{
    qsizetype round = address.count(u')') - address.count(u'('); // more that close than open
    qsizetype square = address.count(u']') - address.count(u'[');
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const bool unmatched = (last == u')' && round-- > 0) || (last == u']' && square-- > 0);
        if (!unmatched && !u".,;:!?…'’*"_s.contains(last))
            break;
        address.chop(1);
    }
    return address.size();
}

/// The brackets in `text` that would end what is around it, or begin what ends behind it; in their order.
std::vector<qsizetype> bracketsAlone(QStringView text)
{
    std::vector<qsizetype> open;
    std::vector<qsizetype> alone;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'[') {
            open.push_back(at);
        } else if (text[at] == u']') {
            if (open.empty())
                alone.push_back(at);
            else
                open.pop_back();
        }
    }
    alone.insert(alone.end(), open.begin(), open.end());
    std::ranges::sort(alone);
    return alone;
}

bool isMarkup(QStringView text, qsizetype at)
{
    const QChar sign = text[at];
    const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
    const QChar after = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    static const QRegularExpression entity(u"^&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"_s);
    static const QRegularExpression bracket(u"^\\[(?:\\^|[^\\]]*\\][(\\[:])"_s);
    switch (sign.unicode()) {
    case u'\\':
        // What comes behind the text may be punctuation; at a line's end it would break the line.
        return at + 1 == text.size() || after == u'\n' ||
               (after.unicode() < 128 && (after.isPunct() || after.isSymbol()));
    case u'`':
        return true;
    case u'*':
        return !before.isSpace() || !after.isSpace();
    case u'_':
        return !(before.isLetterOrNumber() && after.isLetterOrNumber()) && !(before.isSpace() && after.isSpace());
    case u'~':
        return !before.isSpace() || !after.isSpace();
    case u'<':
        return after.isLetter() || after == u'/' || after == u'!' || after == u'?';
    case u'&':
        return entity.matchView(text.sliced(at, std::min<qsizetype>(40, text.size() - at))).hasMatch();
    case u':': // of no address; md4c looks for one nevertheless, and then takes no backslash behind it for one
        return text.sliced(at).startsWith(u"://");
    case u'[':
        return bracket.matchView(text.sliced(at, std::min<qsizetype>(1000, text.size() - at))).hasMatch();
    default:
        return false;
    }
}

QString withEscapedStart(const QString &line)
{
    static const QRegularExpression sign(u"^(#{1,6}(?=\\s|$)|>|[-+*](?=\\s|$)|=+\\s*$|-+\\s*$|~{3,}|\\|)"_s);
    static const QRegularExpression number(u"^(\\d{1,9})([.)])(?=\\s|$)"_s);
    if (sign.match(line).hasMatch())
        return u'\\' + line;
    if (const auto match = number.match(line); match.hasMatch())
        return match.captured(1) + u'\\' + line.sliced(match.capturedEnd(1));
    return line;
}

} // namespace

QString escapedForMarkdown(const QString &text, bool atLineStart)
{
    struct Span
    {
        qsizetype start;
        qsizetype length;
    };
    std::vector<Span> addresses;
    QString words = text;
    for (const auto &match : addressExpression().globalMatch(text)) {
        addresses.push_back({match.capturedStart(), addressLength(match.capturedView())});
        words.replace(addresses.back().start, addresses.back().length, QString(addresses.back().length, u' '));
    }
    const std::vector<qsizetype> alone = bracketsAlone(words);

    QString escaped;
    qsizetype at = 0;
    const auto copyTo = [&](qsizetype end) {
        for (; at < end; ++at) {
            if (std::ranges::binary_search(alone, at) || isMarkup(text, at))
                escaped += u'\\';
            escaped += text[at];
        }
    };
    for (const Span &address : addresses) {
        copyTo(address.start);
        escaped += u'<' + text.sliced(address.start, address.length) + u'>';
        at += address.length;
    }
    copyTo(text.size());
    return atLineStart ? withEscapedStart(escaped) : escaped;
}

void appendMarkdown(QString &text, const QString &part)
{
    // The longest entity has 32 characters.
    static const QRegularExpression beginning(u"(?:!|\\]|<|:/?|&[#\\w]{0,32})$"_s);
    static const QRegularExpression markup(u"^(?:!\\[|\\][(:\\[]|<[A-Za-z/!?]|://|&[#\\w]+;)"_s);
    constexpr qsizetype longest = 34;
    const QStringView tail = QStringView(text).last(std::min(longest, text.size()));
    if (const auto match = beginning.matchView(tail); match.hasMatch()) {
        const qsizetype at = text.size() - match.capturedLength();
        const QStringView before = QStringView(text).first(at);
        const auto signs = std::find_if(before.rbegin(), before.rend(), [](QChar sign) { return sign != u'\\'; });
        const bool escaped = std::distance(before.rbegin(), signs) % 2 == 1;
        if (!escaped && markup.match(match.captured() + part.first(std::min(longest, part.size()))).hasMatch())
            text.insert(at, u'\\');
    }
    text += part;
}

QStringList addressesIn(const QString &text)
{
    QStringList addresses;
    for (const auto &match : addressExpression().globalMatch(text))
        addresses += match.captured().first(addressLength(match.capturedView()));
    return addresses;
}

QString linkDestination(const QString &address)
{
    static const QRegularExpression plain(u"^[^\\s<>()\\\\]+$"_s);
    if (plain.match(address).hasMatch())
        return address;
    QString escaped = address.simplified();
    return u'<' + escaped.replace(u'\\', u"%5C"_s).replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s) + u'>';
}

QString addressAlone(const QString &address)
{
    // Others are no links where they stand bare.
    static const QRegularExpression plain(u"^https?://[\\w./?&=%+-]+$"_s);
    return plain.match(address).hasMatch() ? address : u'<' + Markdown::HtmlWriter::encodedUrl(address) + u'>';
}

QString linkTitle(const QString &title)
{
    static const QRegularExpression marks(u"([\"\\\\]|<(?=!)|&(?=[#\\w]+;))"_s);
    return u'"' + title.simplified().replace(marks, u"\\\\1"_s) + u'"';
}

QString codeSpan(const QString &text)
{
    static const QRegularExpression ticks(u"`+"_s);
    qsizetype longest = 0;
    for (const auto &match : ticks.globalMatch(text))
        longest = std::max(longest, match.capturedLength());
    const QString fence(longest + 1, u'`');
    const QString words = text.simplified();
    const QString space = words.startsWith(u'`') || words.endsWith(u'`') ? u" "_s : QString();
    return fence + space + words + space + fence;
}

} // namespace Weeknotes
