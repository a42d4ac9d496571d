// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/pagestyle.h"

#include "style/pagecolours.h"
#include "style/typography.h"

#include <QFile>

#include <array>

static void loadResources()
{
    Q_INIT_RESOURCE(publisher); // of a static library: nobody else does it
}

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

QString variable(const QString &name, const QString &value)
{
    return "--"_L1 + name + u':' + value + u';';
}

QString variable(const QString &name, double value, QLatin1StringView unit)
{
    return variable(name, QString::number(value, 'g', 6) + unit);
}

QString colours(const Palette &palette)
{
    QString css = variable(u"page"_s, palette.page.name()) + variable(u"ink"_s, palette.ink.name()) +
                  variable(u"second"_s, palette.secondInk.name()) + variable(u"line"_s, palette.line.name()) +
                  variable(u"edge"_s, palette.pageEdge.name()) + variable(u"rule"_s, palette.rule.name()) +
                  variable(u"code"_s, palette.code.name()) + variable(u"inline-code"_s, palette.inlineCode.name()) +
                  variable(u"green"_s, palette.green.name()) + variable(u"on-green"_s, palette.onGreen.name()) +
                  variable(u"selection"_s, palette.selection.name());
    for (int role = 1; role < tokenRoleCount; ++role)
        css += variable(tokenClass(TokenRole(role)), palette.token(TokenRole(role)).name());
    return css;
}

QString text(const QString &name, const TextType &type)
{
    return variable(name + "-size"_L1, type.size, "px"_L1) + variable(name + "-line"_L1, type.line, "px"_L1) +
           variable(name + "-weight"_L1, type.weight, ""_L1) +
           variable(name + "-spacing"_L1, type.letterSpacing, "em"_L1) +
           variable(name + "-above"_L1, type.above, "em"_L1) + variable(name + "-below"_L1, type.below, "em"_L1);
}

QString typography(const PageType &type)
{
    return text(u"kicker"_s, type.kicker) + text(u"title"_s, type.title) + text(u"subtitle"_s, type.subtitle) +
           text(u"author"_s, type.author) + text(u"meta"_s, type.meta) + text(u"body"_s, type.body) +
           text(u"large"_s, type.largeHeading) + text(u"small"_s, type.smallHeading) + text(u"pull"_s, type.pullQuote) +
           text(u"caption"_s, type.caption) + text(u"code"_s, type.code) + text(u"table"_s, type.table) +
           text(u"footnote"_s, type.footnote) + text(u"tag"_s, type.tag) +
           variable(u"after-heading"_s, type.afterHeading, "em"_L1) + variable(u"item-gap"_s, type.itemGap, "em"_L1) +
           variable(u"list-indent"_s, type.listIndent, "px"_L1) +
           variable(u"quote-indent"_s, type.quoteIndent, "px"_L1) + variable(u"quote-rule"_s, type.quoteRule, "px"_L1) +
           variable(u"pull-indent"_s, type.pullQuoteIndent, "px"_L1) +
           variable(u"code-padding"_s, type.codePadding, "px"_L1) +
           variable(u"code-radius"_s, type.codeRadius, "px"_L1) +
           variable(u"inline-code-size"_s, type.inlineCode, "em"_L1) +
           variable(u"small-print"_s, type.smallPrint, "em"_L1) + variable(u"dot"_s, type.dot, "px"_L1) +
           variable(u"dot-gap"_s, type.dotGap, "px"_L1) + variable(u"byline"_s, type.byline, "px"_L1) +
           variable(u"opening"_s, type.opening, "px"_L1) + variable(u"pull-gap"_s, type.pullGap, "em"_L1) +
           variable(u"block-gap"_s, type.blockGap, "px"_L1) + variable(u"column"_s, type.column, "px"_L1) +
           variable(u"margin"_s, type.margin, "px"_L1) + variable(u"portrait"_s, type.portrait, "px"_L1) +
           variable(u"top"_s, type.top, "px"_L1);
}

QString fromWidth(int edge, const QString &variables)
{
    return u"@media (min-width:%1px){:root{"_s.arg(edge) + variables + u"}}\n"_s;
}

QString values()
{
    return u":root{"_s + variable(u"sans"_s, cssFamilies(pageSansFamilies())) +
           variable(u"serif"_s, cssFamilies(pageSerifFamilies())) + variable(u"mono"_s, cssFamilies(monoFamilies())) +
           colours(palette(Scheme::Light)) + typography(phonePage()) + u"}\n"_s +
           fromWidth(PageEdges::phoneEdge, variable(u"margin"_s, PageEdges::middleMargin, "px"_L1)) +
           fromWidth(PageEdges::desktopEdge,
                     typography(desktopPage()) + variable(u"margin"_s, PageEdges::middleMargin, "px"_L1)) +
           fromWidth(PageEdges::wideEdge, variable(u"margin"_s, desktopPage().margin, "px"_L1)) +
           u"@media screen and (prefers-color-scheme:dark){:root{"_s + colours(palette(Scheme::Dark)) + u"}}\n"_s;
}

QString rules(const QString &name)
{
    loadResources();
    QFile file(u":/publisher/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a style sheet is missing from the program");
    return QString::fromUtf8(file.readAll());
}

/// The person's colour in place of our green.
QString accent(Scheme scheme, const QColor &colour)
{
    const Palette colours = pagePalette(scheme, colour);
    return variable(u"green"_s, colours.green.name()) + variable(u"on-green"_s, colours.onGreen.name());
}

} // namespace

QString pageStyle(const QString &colour)
{
    static const QString style = values() + rules(u"page.css"_s);
    const QColor wanted(colour);
    if (!wanted.isValid())
        return style;
    return style + u":root{"_s + accent(Scheme::Light, wanted) + u"}\n"_s +
           u"@media screen and (prefers-color-scheme:dark){:root{"_s + accent(Scheme::Dark, wanted) + u"}}\n"_s;
}

QString siteStyle()
{
    return rules(u"site.css"_s);
}

QString tokenClass(TokenRole role)
{
    static const std::array<QString, tokenRoleCount> classes{
        QString(),           u"t-keyword"_s,   u"t-type"_s,   u"t-function"_s, u"t-variable"_s, u"t-operator"_s,
        u"t-preprocessor"_s, u"t-attribute"_s, u"t-string"_s, u"t-number"_s,   u"t-comment"_s,  u"t-error"_s};
    return classes[size_t(role)];
}

} // namespace Weeknotes
