// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace Weeknotes {

/// Lengths of the window, in px.
namespace Metrics {
inline constexpr int step = 4;      ///< all space is a multiple of it
inline constexpr int row = 48;      ///< a note in the timeline
inline constexpr int smallRow = 28; ///< a pause, a missed week, a season head
inline constexpr int bar = 48;      ///< the bar at the top
inline constexpr int statusBar = 28;
inline constexpr int control = 32; ///< the height of buttons and fields
inline constexpr int corner = 7;
inline constexpr int hairline = 1;
inline constexpr int selectionBar = 3; ///< green, at the left of the selected row
inline constexpr int icon = 16;
inline constexpr int sideMargin = 4 * step; ///< left and right of what stands in the timeline's pane
inline constexpr int stripCell = 10;        ///< the height of a week in the year strip
inline constexpr int sideWidth = 340;       ///< the timeline at first
inline constexpr int motion = 140;          ///< ms; 0 where the system asks for none
} // namespace Metrics

/// How one kind of text is set.
struct TextType
{
    double size = 0;          ///< px
    double line = 0;          ///< line height, px
    int weight = 400;         ///< CSS weight
    double letterSpacing = 0; ///< em
    double above = 0;         ///< space above the first line, em of its own size
    double below = 0;         ///< space below the last line, em; negative: tucked under, as Medium sets it

    [[nodiscard]] double abovePx() const { return above * size; }
    [[nodiscard]] double belowPx() const { return below * size; }
};

/// The type of a page (design/medium.md). Two neighbours stand `above` of the second plus `below` of the first apart:
/// a negative space below and a space above collapse to their sum.
struct PageType
{
    TextType kicker;
    TextType title;
    TextType subtitle;
    TextType author;
    TextType meta; ///< "4 min read · Mar 5, 2021"
    TextType body;
    TextType largeHeading; ///< levels 1 and 2 of the text
    TextType smallHeading; ///< levels 3 to 6
    TextType pullQuote;
    TextType caption;
    TextType code;
    TextType table;
    TextType footnote;
    TextType tag;
    double afterHeading = 0; ///< space above the text that follows a heading, em of that text
    double itemGap = 0;      ///< space above a list item but the first, em
    int listIndent = 0;      ///< px
    int quoteIndent = 0;     ///< from the rule to the text, px
    int quoteRule = 0;       ///< px
    int pullQuoteIndent = 0; ///< px
    int codePadding = 0;     ///< px
    int codeRadius = 0;      ///< px
    double inlineCode = 0;   ///< share of the text's size
    double smallPrint = 0;   ///< likewise
    int dot = 0;             ///< of a separator, px; there are three
    int dotGap = 0;          ///< from the middle of one dot to the next, px
    double byline = 0;       ///< above the byline, px
    double opening = 0;      ///< above the first block of the text, px; a pull quote has its own
    double pullGap = 0;      ///< between the paragraphs of a pull quote, em
    double blockGap = 0;     ///< above and below figures, code, tables, embeds, separators, px
    int column = 0;          ///< widest text, px
    int margin = 0;          ///< left and right of the text where the window is narrower, px
    int portrait = 0;        ///< picture in the byline, px
    int top = 0;             ///< above the title, px
};

/// From 728 px on.
[[nodiscard]] const PageType &desktopPage();
/// Below 728 px.
[[nodiscard]] const PageType &phonePage();

/// Where the page changes, px: phone margins below `phoneEdge`, phone type below `desktopEdge`.
namespace PageEdges {
inline constexpr int phoneEdge = 552;
inline constexpr int desktopEdge = 728;
inline constexpr int wideEdge = 904;
inline constexpr int middleMargin = 48; ///< px, between `phoneEdge` and `wideEdge`
} // namespace PageEdges

/// Font stacks, best first, each ending in what every system has.
[[nodiscard]] const QStringList &interfaceFamilies();
[[nodiscard]] const QStringList &pageSansFamilies();
[[nodiscard]] const QStringList &pageSerifFamilies();
[[nodiscard]] const QStringList &monoFamilies();
/// Faces made for writing long; monospaced, so that marks and lists line up.
[[nodiscard]] const QStringList &editorFamilies();

/// The editor's text where the person has set nothing else.
[[nodiscard]] const TextType &editorType();
inline constexpr int editorMeasure = 66; ///< characters a line at most

/// Sizes of the interface.
struct InterfaceType
{
    TextType small;   ///< dates and counts below a title, keys
    TextType normal;  ///< everything else
    TextType heading; ///< of a season, a panel
    TextType display; ///< of an empty state, a dialog
};
[[nodiscard]] const InterfaceType &interfaceType();

/// A font of `type` from `families`, sized in px. Needs a QGuiApplication.
[[nodiscard]] QFont font(const TextType &type, const QStringList &families);
/// The interface's font, with figures of one width.
[[nodiscard]] QFont interfaceFont(const TextType &type);

/// `families` as CSS wants them: names quoted where they must be, generic ones bare.
[[nodiscard]] QString cssFamilies(const QStringList &families);

} // namespace Weeknotes
