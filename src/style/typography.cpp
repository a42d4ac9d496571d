// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/typography.h"

namespace Weeknotes {

using namespace Qt::StringLiterals;

const PageType &desktopPage()
{
    static const PageType type{
        .kicker = {.size = 16, .line = 24, .below = 0.5},
        .title = {.size = 42, .line = 52, .weight = 700, .letterSpacing = -0.011},
        .subtitle = {.size = 22, .line = 28, .above = 0.55},
        .author = {.size = 14, .line = 20},
        .meta = {.size = 14, .line = 20},
        .body = {.size = 20, .line = 32, .letterSpacing = -0.003, .above = 2.14, .below = -0.46},
        .largeHeading = {.size = 24, .line = 30, .weight = 600, .letterSpacing = -0.016, .above = 1.95, .below = -0.28},
        .smallHeading = {.size = 20, .line = 24, .weight = 600, .above = 1.72, .below = -0.31},
        .pullQuote = {.size = 30, .line = 44, .letterSpacing = -0.003, .above = 1.83},
        .caption = {.size = 14, .line = 20, .above = 0.715},
        .code = {.size = 14, .line = 19.6},
        .table = {.size = 16, .line = 24},
        .footnote = {.size = 16, .line = 24},
        .tag = {.size = 13, .line = 20},
        .afterHeading = 0.94,
        .itemGap = 1.14,
        .listIndent = 30,
        .quoteIndent = 20,
        .quoteRule = 3,
        .pullQuoteIndent = 30,
        .codePadding = 32,
        .codeRadius = 4,
        .inlineCode = 0.75,
        .smallPrint = 0.8,
        .dot = 3,
        .dotGap = 20,
        .byline = 32,
        .opening = 40,
        .pullGap = 0.5,
        .blockGap = 40,
        .column = 680,
        .margin = 64,
        .portrait = 32,
        .top = 64,
    };
    return type;
}

const PageType &phonePage()
{
    static const PageType type = [] {
        PageType phone = desktopPage();
        phone.kicker = {.size = 14, .line = 20, .below = 0.5};
        phone.title = {.size = 32, .line = 38, .weight = 700, .letterSpacing = -0.014};
        phone.subtitle = {.size = 18, .line = 24, .above = 0.55};
        phone.body = {.size = 18, .line = 28, .letterSpacing = -0.003, .above = 1.56, .below = -0.46};
        phone.largeHeading = {
            .size = 20, .line = 24, .weight = 600, .letterSpacing = -0.016, .above = 1.2, .below = -0.28};
        phone.smallHeading = {.size = 16, .line = 20, .weight = 600, .above = 1.23, .below = -0.31};
        phone.pullQuote = {.size = 24, .line = 36, .letterSpacing = -0.003, .above = 1.6};
        phone.table = {.size = 15, .line = 22};
        phone.footnote = {.size = 15, .line = 22};
        phone.afterHeading = 0.67;
        phone.itemGap = 1.34;
        phone.codePadding = 20;
        phone.blockGap = 32;
        phone.margin = 24;
        phone.top = 40;
        return phone;
    }();
    return type;
}

const QStringList &interfaceFamilies()
{
    static const QStringList families{u"Inter"_s, u"Inter Variable"_s, u"sans-serif"_s};
    return families;
}

const QStringList &pageSansFamilies()
{
    static const QStringList families{u"sohne"_s,     u"Inter"_s, u"Helvetica Neue"_s,
                                      u"Helvetica"_s, u"Arial"_s, u"sans-serif"_s};
    return families;
}

const QStringList &pageSerifFamilies()
{
    static const QStringList families{
        u"source-serif-pro"_s, u"Source Serif 4"_s, u"Source Serif Pro"_s, u"charter"_s, u"Georgia"_s,
        u"Cambria"_s,          u"Noto Serif"_s,     u"Times New Roman"_s,  u"Times"_s,   u"serif"_s};
    return families;
}

const QStringList &monoFamilies()
{
    static const QStringList families{u"source-code-pro"_s, u"Source Code Pro"_s,  u"Menlo"_s,       u"Monaco"_s,
                                      u"Noto Sans Mono"_s,  u"DejaVu Sans Mono"_s, u"Courier New"_s, u"monospace"_s};
    return families;
}

const QStringList &editorFamilies()
{
    static const QStringList families{u"iA Writer Duospace"_s, u"iA Writer Duo S"_s, u"Noto Sans Mono"_s,
                                      u"DejaVu Sans Mono"_s,   u"Menlo"_s,           u"monospace"_s};
    return families;
}

const TextType &editorType()
{
    static const TextType type{.size = 16, .line = 26};
    return type;
}

const InterfaceType &interfaceType()
{
    static const InterfaceType type{
        .small = {.size = 12, .line = 16},
        .normal = {.size = 13, .line = 20},
        .heading = {.size = 13, .line = 20, .weight = 600},
        .display = {.size = 20, .line = 28, .weight = 600, .letterSpacing = -0.011},
    };
    return type;
}

QFont font(const TextType &type, const QStringList &families)
{
    // Qt knows generic families by a hint, not by CSS's names.
    QStringList named = families;
    const QString generic = named.takeLast();
    QFont font(named);
    font.setStyleHint(generic == "monospace"_L1 ? QFont::Monospace
                      : generic == "serif"_L1   ? QFont::Serif
                                                : QFont::SansSerif);
    font.setPixelSize(qRound(type.size));
    font.setWeight(QFont::Weight(type.weight));
    if (type.letterSpacing != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, type.letterSpacing * type.size);
    return font;
}

QFont interfaceFont(const TextType &type)
{
    QFont result = font(type, interfaceFamilies());
    result.setFeature("tnum", 1);
    return result;
}

QString cssFamilies(const QStringList &families)
{
    QStringList names;
    for (const QString &family : families)
        names += family.contains(u' ') ? u'"' + family + u'"' : family;
    return names.join(", "_L1);
}

} // namespace Weeknotes
