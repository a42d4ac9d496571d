// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmlinmarkdown.h"

#include "html/markdownescape.h"
#include "markdown/fences.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int deepestNesting = 40;
constexpr qsizetype longestTag = 4000;

// Each match checks all of its subject first, so that only a window of a long text may be one.
QRegularExpressionMatch matchAt(const QRegularExpression &expression, const QString &text, qsizetype at,
                                qsizetype reach)
{
    return expression.matchView(QStringView(text).sliced(at, std::min(reach, text.size() - at)), 0,
                                QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
}

qsizetype runLength(const QString &text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

// Finds the stretches that are no prose: code and comments. Linear in the text, whatever it holds.
class Protection
{
public:
    explicit Protection(const QString &text) : m_text(text) {}

    // Where the stretch of code or comment that begins at `at` ends; `at` itself if none does.
    qsizetype endAt(qsizetype at)
    {
        const QChar sign = m_text[at];
        if (sign == u'<')
            return commentEnd(at);
        if (const qsizetype end = Markdown::fencedCodeEnd(m_text, at); end > at)
            return end;
        return sign == u'`' ? spanEnd(at) : at;
    }

private:
    qsizetype commentEnd(qsizetype at)
    {
        if (m_lastComment || !QStringView(m_text).sliced(at).startsWith(u"<!--"_s))
            return at;
        const auto end = m_text.indexOf(u"-->"_s, at + 4);
        m_lastComment = end < 0;
        return end < 0 ? at : end + 3;
    }

    [[nodiscard]] qsizetype spanEnd(qsizetype at) const
    {
        constexpr qsizetype longestSpan = 2000;
        const qsizetype run = runLength(m_text, at);
        const QStringView reach = QStringView(m_text).sliced(at, std::min(longestSpan, m_text.size() - at));
        const auto blank = reach.indexOf(u"\n\n"_s);
        const qsizetype limit = at + (blank < 0 ? reach.size() : blank);
        for (qsizetype next = at + run; next < limit;) {
            if (m_text[next] != u'`') {
                ++next;
                continue;
            }
            const qsizetype length = runLength(m_text, next);
            if (length == run)
                return next + length;
            next += length;
        }
        return at + run;
    }

    const QString &m_text;
    bool m_lastComment = false; // no comment ends after here
};

struct Tag
{
    QString name;
    bool closes = false;
    bool closesItself = false;
    qsizetype end = 0;
};

std::optional<Tag> tagAt(const QString &text, qsizetype at)
{
    static const QRegularExpression tag(
        u"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\\s+[A-Za-z_:@][\\w.:@-]*(?:\\s*=\\s*(?:[^\\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*)\\s*(/?)>"_s);
    const auto match = matchAt(tag, text, at, longestTag);
    if (!match.hasMatch())
        return std::nullopt;
    return Tag{match.captured(2).toLower(), match.capturedLength(1) > 0, match.capturedLength(4) > 0,
               at + match.capturedEnd()};
}

// For each opening tag, where its content and its closing tag end.
using TagPairs = QHash<qsizetype, std::pair<qsizetype, qsizetype>>;

TagPairs pairedTags(const QString &text)
{
    TagPairs pairs;
    QHash<QString, std::vector<qsizetype>> open;
    for (qsizetype at = text.indexOf(u'<'), next = 0; at >= 0; at = text.indexOf(u'<', next)) {
        const auto tag = tagAt(text, at);
        next = tag ? tag->end : at + 1; // what stands in an attribute is no tag
        if (!tag || tag->closesItself)
            continue;
        auto &waiting = open[tag->name];
        if (!tag->closes) {
            waiting.push_back(at);
        } else if (!waiting.empty()) {
            pairs.insert(waiting.back(), {at, tag->end});
            waiting.pop_back();
        }
    }
    return pairs;
}

class Cleaner
{
public:
    QString clean(const QString &text, int depth = 0)
    {
        Protection protection(text);
        const TagPairs pairs = pairedTags(text);
        QString result;
        qsizetype at = 0;
        while (at < text.size()) {
            const QChar sign = text[at];
            if (sign == u'\\' && at + 1 < text.size()) {
                result += text.sliced(at, 2);
                at += 2;
            } else if (sign == u'<' || sign == u'`' || sign == u'~') {
                const qsizetype end = protection.endAt(at);
                if (end > at)
                    result += text.sliced(at, end - at);
                at = end > at ? end : cleanAt(text, at, result, pairs, depth);
            } else {
                result += sign;
                ++at;
            }
        }
        return result;
    }
    [[nodiscard]] QStringList leftOut() const { return m_leftOut; }

private:
    qsizetype cleanAt(const QString &text, qsizetype at, QString &result, const TagPairs &pairs, int depth)
    {
        static const QRegularExpression destination(u"<[^<>\\n]*>"_s);
        if (result.endsWith(u"]("_s) || result.endsWith(u"]: "_s)) {
            if (const auto match = matchAt(destination, text, at, longestTag); match.hasMatch()) {
                result += match.captured();
                return at + match.capturedEnd();
            }
        }
        static const QRegularExpression autolink(
            u"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*|[^\\s<>@]+@[^\\s<>@]+)>"_s);
        if (const auto link = matchAt(autolink, text, at, longestTag); link.hasMatch()) {
            result += link.captured();
            return at + link.capturedEnd();
        }
        const auto tag = text[at] == u'<' ? tagAt(text, at) : std::nullopt;
        if (!tag) {
            result += text[at];
            return at + 1;
        }
        return cleanTag(text, at, *tag, result, pairs, depth);
    }

    qsizetype cleanTag(const QString &text, qsizetype at, const Tag &tag, QString &result, const TagPairs &pairs,
                       int depth)
    {
        const bool custom = tag.name.contains(u'-');
        if (!custom && !isHtmlElement(tag.name)) {
            result += u"\\<"_s;
            return at + 1;
        }
        const QString source = text.sliced(at, tag.end - at);
        if (tag.closes)
            return tag.end;
        if (tag.name == u"br") {
            const bool lineEnds = tag.end >= text.size() || text[tag.end] == u'\n';
            result += lineEnds && (result.isEmpty() || result.endsWith(u'\n')) ? u""_s : lineEnds ? u"\\"_s : u"\\\n"_s;
            return tag.end;
        }
        if (tag.name == u"img" || tag.name == u"hr") {
            appendConverted(result, source, tag.name == u"hr");
            return tag.end;
        }
        if (tag.closesItself && !custom && !isLeftOut(tag.name))
            return tag.end;
        if (isLeftOut(tag.name)) {
            noteLeftOut(tag.name);
            return afterLeftOut(text, pairs.value(at, {tag.end, tag.end}).second, result);
        }
        const auto [innerEnd, end] = pairs.value(at, {tag.end, tag.end});
        const QString inner = text.sliced(tag.end, innerEnd - tag.end);
        if (isTree(tag.name) && (!inner.contains(u"\n\n"_s) || isOpaque(tag.name)) && end > innerEnd) {
            appendConverted(result, text.sliced(at, end - at), true);
            return end;
        }
        if (end == innerEnd || depth > deepestNesting) { // never closed: the words after it are no part of it
            result += custom ? addressText(source) : QString();
            return tag.end;
        }
        appendInline(result, tag.name, source, clean(inner, depth + 1));
        return end;
    }

    // Elements that are converted with all that is in them.
    static bool isTree(const QString &name)
    {
        static const QSet<QString> names{u"ul"_s,  u"ol"_s,    u"dl"_s,    u"table"_s,   u"blockquote"_s, u"figure"_s,
                                         u"pre"_s, u"video"_s, u"audio"_s, u"picture"_s, u"iframe"_s};
        return names.contains(name);
    }
    // Of these, those in which a blank line does not let Markdown begin again.
    static bool isOpaque(const QString &name) { return name == u"pre" || name == u"iframe" || name == u"table"; }

    void noteLeftOut(const QString &name)
    {
        if (!m_leftOut.contains(name))
            m_leftOut += name;
    }

    // Where it stood alone, its line goes too.
    static qsizetype afterLeftOut(const QString &text, qsizetype end, const QString &result)
    {
        if (result.isEmpty() || result.endsWith(u"\n\n"_s)) {
            while (end < text.size() && text[end] == u'\n')
                ++end;
        }
        return end;
    }

    void appendConverted(QString &result, const QString &html, bool block)
    {
        const HtmlConversion converted = htmlToMarkdown(html);
        for (const QString &name : converted.leftOut)
            noteLeftOut(name);
        if (!block || converted.markdown.isEmpty()) {
            result += converted.markdown;
            return;
        }
        const auto lineStart = result.lastIndexOf(u'\n') + 1;
        const QString line = result.sliced(lineStart);
        const QString indent = line.trimmed().isEmpty() ? line : QString();
        if (indent.isEmpty() && !line.isEmpty())
            result += u"\n\n"_s;
        result += QString(converted.markdown).replace(u'\n', u'\n' + indent) + u'\n';
    }

    // What the attributes of an element that has no meaning for us still say.
    static QString addressText(const QString &source)
    {
        const auto nodes = parseHtml(source);
        if (!nodes || nodes->empty())
            return {};
        const auto &attributes = nodes->front().attributes;
        for (const auto &name : {u"url"_s, u"href"_s, u"src"_s}) {
            const QString address = safeAddress(attributes.value(name));
            if (address.isEmpty())
                continue;
            const QString title = attributes.value(u"title"_s, attributes.value(u"alt"_s, address)).simplified();
            return u"[%1](%2) "_s.arg(escapedForMarkdown(title, false), linkDestination(address));
        }
        return {};
    }

    static void appendInline(QString &result, const QString &name, const QString &source, const QString &inner)
    {
        const QString core = inner.trimmed();
        const auto wrap = [&](const QString &sign) {
            const auto start = inner.indexOf(core);
            result += core.isEmpty() || core.contains(u"\n\n"_s)
                          ? inner
                          : inner.first(start) + sign + core + sign + inner.sliced(start + core.size());
        };
        static const QRegularExpression heading(u"^h([1-6])$"_s);
        if (name == u"a")
            appendLink(result, source, inner);
        else if (name == u"strong" || name == u"b")
            wrap(u"**"_s);
        else if (name == u"em" || name == u"i" || name == u"cite")
            wrap(u"*"_s);
        else if (name == u"del" || name == u"s" || name == u"strike")
            wrap(u"~~"_s);
        else if (name == u"code" || name == u"kbd" || name == u"samp" || name == u"tt")
            result += codeSpan(core);
        else if (name == u"q")
            result += u'“' + inner + u'”';
        else if (name == u"sup")
            result += superscript(inner);
        else if (const auto match = heading.match(name); match.hasMatch())
            result += (result.isEmpty() || result.endsWith(u'\n') ? u""_s : u"\n\n"_s) +
                      QString(match.captured(1).toInt(), u'#') + u' ' + core.simplified() + u'\n';
        else if (name.contains(u'-'))
            result += addressText(source) + inner;
        else
            result += inner;
    }

    static void appendLink(QString &result, const QString &source, const QString &inner)
    {
        const auto nodes = parseHtml(source + u"</a>"_s);
        const QString address =
            nodes && !nodes->empty() ? safeAddress(nodes->front().attributes.value(u"href"_s)) : QString();
        const bool plain = address.isEmpty() || inner.trimmed().isEmpty() || inner.contains(u"\n\n"_s) ||
                           (inner.contains(u"]("_s) && !inner.contains(u"!["_s));
        result += plain ? inner : u"[%1](%2)"_s.arg(inner.trimmed(), linkDestination(address));
    }

    // "10⁶" is not "106".
    static QString superscript(const QString &inner)
    {
        static const QString digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹"_s;
        QString raised;
        for (const QChar sign : inner) {
            if (!sign.isDigit() || sign.unicode() > u'9')
                return inner;
            raised += digits[sign.digitValue()];
        }
        return raised;
    }

    QStringList m_leftOut;
};

} // namespace

HtmlConversion withoutHtml(const QString &markdown)
{
    Cleaner cleaner;
    HtmlConversion conversion{cleaner.clean(markdown), {}};
    conversion.leftOut = cleaner.leftOut();
    return conversion;
}

QString changedProse(const QString &markdown, const std::function<QString(const QString &)> &change)
{
    Protection protection(markdown);
    QString result;
    qsizetype proseStart = 0;
    for (qsizetype at = 0; at < markdown.size();) {
        const QChar sign = markdown[at];
        const qsizetype end = sign == u'`' || sign == u'~' || sign == u'<' ? protection.endAt(at) : at;
        if (end == at) {
            ++at;
            continue;
        }
        if (at > proseStart)
            result += change(markdown.sliced(proseStart, at - proseStart));
        result += markdown.sliced(at, end - at);
        at = proseStart = end;
    }
    return proseStart < markdown.size() ? result + change(markdown.sliced(proseStart)) : result;
}

} // namespace Weeknotes
