// SPDX-License-Identifier: GPL-3.0-or-later
// md-conformance --json: reads the examples of the CommonMark specification (an array of objects with "markdown", as
// npm's commonmark-spec has them) from standard input, writes an array of the HTML that our tree gives for them.

#include "markdown/htmlwriter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Weeknotes::Markdown;

namespace {

/// What the specification shows: raw HTML as it is, any address, no ids. Only this judge writes such pages.
class BareWriter final : public HtmlWriter
{
protected:
    void rawHtmlBlock(const Block &block) override
    {
        freshLine();
        writeMarkup(block.text);
        freshLine();
    }
    void rawHtmlInline(const Inline &html) override { writeMarkup(html.text); }
    [[nodiscard]] std::optional<QString> linkTarget(const Inline &link) const override { return link.target; }
    [[nodiscard]] std::optional<QString> imageSource(const Inline &image) const override { return image.target; }
    [[nodiscard]] bool headingIds() const override { return false; }
    [[nodiscard]] QLatin1StringView voidEnd() const override { return " />"_L1; }
};

QString render(QString markdown)
{
    // The specification writes a tab as an arrow.
    return BareWriter().write(*Document::parse(markdown.replace(u'→', u'\t'), Dialect::Bare));
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2 || QByteArrayView(argv[1]) != "--json") {
        std::fputs("usage: md-conformance --json < examples.json > html.json\n", stderr);
        return 2;
    }
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 3;
    QJsonParseError error;
    const auto examples = QJsonDocument::fromJson(in.readAll(), &error);
    if (!examples.isArray()) {
        std::fprintf(stderr, "md-conformance: no JSON array on standard input: %s\n", qPrintable(error.errorString()));
        return 3;
    }
    QJsonArray pages;
    for (const auto &example : examples.array())
        pages.append(render(example[u"markdown"].toString()));
    out.write(QJsonDocument(pages).toJson(QJsonDocument::Compact));
    return 0;
}
