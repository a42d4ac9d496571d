// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/mediumgrafs.h"

#include "html/htmltomarkdown.h"
#include "html/markdownescape.h"
#include "markdown/embeds.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

HtmlNode elementOf(const QString &name, std::vector<HtmlNode> children)
{
    return {name, {}, {}, std::move(children)};
}

/// An address that stands alone, with its title where there is one.
QString cardOf(const QString &address, const QString &title)
{
    static const QRegularExpression plain(u"^https?://[\\w./?&=%+~:@!$,;#-]+$"_s);
    if (title.isEmpty() || title == address)
        return addressAlone(address);
    if (plain.match(address).hasMatch() && Markdown::embedHost(address))
        return u"[%1](%1 %2)"_s.arg(address, linkTitle(title));
    return u"[%1](%2)"_s.arg(escapedForMarkdown(title, false), linkDestination(address));
}

/// Ready for htmlToMarkdown(): without what Medium adds to each link.
void clean(HtmlNode &node)
{
    if (node.name == u"a" && node.attributes.value(u"title"_s) == node.attributes.value(u"href"_s))
        node.attributes.remove(u"title"_s);
    std::ranges::for_each(node.children, clean);
}

class GrafReader
{
public:
    explicit GrafReader(const QString &title) : m_title(title) {}

    MediumText read(const std::vector<HtmlNode> &body)
    {
        m_hasH2 = findNode(body, [](const HtmlNode &node) { return hasClass(node, u"graf--h2"); }) != nullptr;
        for (const HtmlNode &node : body) {
            // Each section opens with a divider, the first one too.
            if (node.name == u"section" && !m_parts.isEmpty() && m_parts.last() != u"---")
                add(u"---"_s);
            readPart(node);
        }
        while (!m_parts.isEmpty() && m_parts.last() == u"---")
            m_parts.removeLast();
        m_text.markdown = m_parts.join(u"\n\n"_s);
        return std::move(m_text);
    }

private:
    enum class Run
    {
        None,
        Quote,
        PullQuote,
        Code
    };

    void readPart(const HtmlNode &node)
    {
        if (node.isText() && node.text.trimmed().isEmpty())
            return;
        const bool isGraf = hasClass(node, u"graf");
        const bool isDivider = hasClass(node, u"section-divider");
        const bool wraps =
            node.name == u"div" || node.name == u"section" || node.name == u"article" || node.name == u"main";
        if (isDivider)
            return;
        if (wraps && !isGraf)
            std::ranges::for_each(node.children, [this](const HtmlNode &child) { readPart(child); });
        else
            readGraf(node);
    }

    void readGraf(const HtmlNode &node)
    {
        const QString words = node.words();
        if (takeHead(node, words))
            return;
        if (!words.isEmpty())
            m_text.words += words;
        const bool pull = hasClass(node, u"graf--pullquote");
        const Run run = pull ? Run::PullQuote : node.name == u"blockquote" ? Run::Quote : Run::None;
        if (hasClass(node, u"graf--mixtapeEmbed"))
            card(node);
        else if (hasClass(node, u"graf--iframe"))
            embed(node);
        else if (run != Run::None)
            quote(node, run);
        else if (node.name == u"pre")
            code(node);
        else
            other(node);
    }

    bool takeHead(const HtmlNode &node, const QString &words)
    {
        const bool heading = node.name.size() == 2 && node.name.startsWith(u'h') && node.name != u"hr";
        const bool saysTitle = heading && m_parts.isEmpty() && m_text.title.isEmpty() && words == m_title;
        QString *field = hasClass(node, u"graf--title") || saysTitle ? &m_text.title
                         : hasClass(node, u"graf--subtitle")         ? &m_text.subtitle
                         : hasClass(node, u"graf--kicker")           ? &m_text.kicker
                                                                     : nullptr;
        if (!field || !field->isEmpty() || words.isEmpty())
            return false;
        *field = words;
        return true;
    }

    void add(const QString &markdown, Run run = Run::None)
    {
        if (markdown.isEmpty())
            return;
        m_parts += markdown;
        m_run = run;
    }

    QString converted(HtmlNode node)
    {
        clean(node);
        const HtmlConversion conversion = htmlToMarkdown({std::move(node)});
        for (const QString &name : conversion.leftOut) {
            if (!m_text.leftOut.contains(name))
                m_text.leftOut += name;
        }
        return conversion.markdown;
    }

    void card(const HtmlNode &node)
    {
        const HtmlNode *link = findNode(node.children, [](const HtmlNode &part) { return part.name == u"a"; });
        const HtmlNode *title = findNode(node.children, [](const HtmlNode &part) { return part.name == u"strong"; });
        const QString address = link ? safeAddress(link->attributes.value(u"href"_s)) : QString();
        if (address.isEmpty())
            return other(node);
        add(cardOf(address, title ? title->words() : QString()));
    }

    void embed(const HtmlNode &node)
    {
        const HtmlNode *caption =
            findNode(node.children, [](const HtmlNode &part) { return part.name == u"figcaption"; });
        const QString address = embeddedAddress(node);
        if (address.isEmpty())
            return other(node);
        const QString title = caption ? caption->words() : QString();
        add(cardOf(address, Markdown::embedHost(address) ? title : QString()));
        if (!Markdown::embedHost(address))
            add(escapedForMarkdown(title));
    }

    /// Neighbours are one quote.
    void quote(const HtmlNode &node, Run run)
    {
        const QString lines = converted(elementOf(u"blockquote"_s, {elementOf(u"p"_s, node.children)}));
        if (lines.isEmpty())
            return;
        if (m_run == run)
            m_parts.last() += u"\n>\n"_s + lines;
        else
            add((run == Run::PullQuote ? u"<!-- pull quote -->\n"_s : QString()) + lines, run);
    }

    /// In the older form an empty line parts a block in two.
    void code(const HtmlNode &node)
    {
        const bool old = !hasClass(node, u"graf--preV2");
        QString text = codeText(node);
        if (text.isEmpty())
            return;
        if (old && m_run == Run::Code) {
            m_code += u"\n\n"_s + text;
            m_parts.removeLast();
        } else {
            m_code = text;
        }
        HtmlNode block = elementOf(u"pre"_s, {{{}, m_code, {}, {}}});
        if (const QString language = node.attributes.value(u"data-code-block-lang"_s); !language.isEmpty())
            block.attributes.insert(u"class"_s, u"language-"_s + language);
        add(converted(std::move(block)), old ? Run::Code : Run::None);
    }

    /// Its lines, without the space that Medium and those who re-indented the file left at their ends.
    static QString codeText(const HtmlNode &node)
    {
        QString text;
        const auto gather = [&text](this const auto &self, const HtmlNode &part) -> void {
            text += part.name == u"br" ? u"\n"_s : part.text;
            for (const HtmlNode &child : part.children)
                self(child);
        };
        gather(node);
        text.replace(QChar::Nbsp, u' ');
        static const QRegularExpression ends(u"[ \\t\\r]+(?=\\n|$)"_s);
        static const QRegularExpression edges(u"^\\s*\\n\\s*|\\s+$"_s);
        return text.remove(edges).remove(ends);
    }

    void other(const HtmlNode &node)
    {
        HtmlNode copy = node;
        static const QRegularExpression heading(u"^h([1-6])$"_s);
        if (const auto match = heading.match(node.name); match.hasMatch()) {
            // "h3" is the large heading, but for files that have "h2" for it.
            const bool large = match.captured(1).toInt() <= (m_hasH2 ? 2 : 3);
            copy.name = large ? u"h2"_s : u"h3"_s;
            withoutNbsp(copy);
        }
        if (const QString address = addressIn(node); !address.isEmpty())
            return add(addressAlone(address));
        add(withOwnMarks(converted(std::move(copy))));
    }

    static void withoutNbsp(HtmlNode &node)
    {
        node.text.replace(QChar::Nbsp, u' ');
        std::ranges::for_each(node.children, withoutNbsp);
    }

    /// Of a paragraph that is nothing but a link whose words are its address.
    static QString addressIn(const HtmlNode &node)
    {
        const QString address = node.name == u"p" ? lastWebLink(node) : QString();
        return address == node.allText().trimmed() && !address.contains(u' ') ? address : QString();
    }

    /// A list right behind another one needs other marks, or Markdown would take both for one.
    [[nodiscard]] QString withOwnMarks(QString list) const
    {
        static const QRegularExpression bullet(u"^- "_s, QRegularExpression::MultilineOption);
        static const QRegularExpression number(u"^(\\d+)\\. "_s, QRegularExpression::MultilineOption);
        const QString before = m_parts.isEmpty() ? QString() : m_parts.last();
        if (list.startsWith(u"- "_s) && before.startsWith(u"- "_s))
            return list.replace(bullet, u"* "_s);
        if (number.match(list).capturedStart() == 0 && number.match(before).capturedStart() == 0)
            return list.replace(number, u"\\1) "_s);
        return list;
    }

    QString m_title;
    MediumText m_text;
    QStringList m_parts;
    QString m_code; ///< of the block of code written last
    Run m_run = Run::None;
    bool m_hasH2 = false;
};

} // namespace

MediumText readMediumGrafs(const std::vector<HtmlNode> &body, const QString &title)
{
    return GrafReader(title).read(body);
}

} // namespace Weeknotes
