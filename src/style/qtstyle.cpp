// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/qtstyle.h"

#include "style/template.h"
#include "style/typography.h"

#include <QFile>
#include <QHash>

static void loadResources()
{
    Q_INIT_RESOURCE(style); // of a static library: nobody else does it
}

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

TemplateValues sheetValues(const Palette &palette)
{
    const auto px = [](double length) { return QString::number(length); };
    const InterfaceType &type = interfaceType();
    return {
        {"paper"_L1, palette.paper.name()},
        {"side"_L1, palette.side.name()},
        {"page"_L1, palette.page.name()},
        {"control"_L1, palette.control.name()},
        {"hover"_L1, palette.hover.name()},
        {"pressed"_L1, palette.pressed.name()},
        {"selectedRow"_L1, palette.selectedRow.name()},
        {"greenWash"_L1, palette.greenWash.name()},
        {"attentionWash"_L1, palette.attentionWash.name()},
        {"selection"_L1, palette.selection.name()},
        {"ink"_L1, palette.ink.name()},
        {"secondInk"_L1, palette.secondInk.name()},
        {"disabledInk"_L1, palette.disabledInk.name()},
        {"green"_L1, palette.green.name()},
        {"greenHover"_L1, palette.greenHover.name()},
        {"greenPressed"_L1, palette.greenPressed.name()},
        {"onGreen"_L1, palette.onGreen.name()},
        {"attention"_L1, palette.attention.name()},
        {"line"_L1, palette.line.name()},
        {"edge"_L1, palette.edge.name()},
        {"mark"_L1, palette.mark.name()},
        {"scrollBar"_L1, palette.scrollBar.name()},
        {"scheme"_L1, palette.paper.lightness() < 128 ? u"dark"_s : u"light"_s},
        {"small"_L1, px(type.small.size)},
        {"keys"_L1, px(type.small.size - 1)},
        {"display"_L1, px(type.display.size)},
        {"icon"_L1, px(Metrics::icon)},
        {"hairline"_L1, px(Metrics::hairline)},
        {"corner"_L1, px(Metrics::corner)},
        {"bar"_L1, px(Metrics::bar)},
        {"statusBar"_L1, px(Metrics::statusBar)},
        {"controlInner"_L1, px(Metrics::control - 2 * Metrics::hairline)},
        {"controlFocused"_L1, px(Metrics::control - 4 * Metrics::hairline)},
    };
}

} // namespace

QPalette toQPalette(const Palette &palette)
{
    QPalette result;
    const auto set = [&result](QPalette::ColorRole role, const QColor &colour, const QColor &disabled) {
        result.setColor(QPalette::Active, role, colour);
        result.setColor(QPalette::Inactive, role, colour);
        result.setColor(QPalette::Disabled, role, disabled);
    };
    const auto ground = [&set](QPalette::ColorRole role, const QColor &colour) { set(role, colour, colour); };
    const auto text = [&set, &palette](QPalette::ColorRole role, const QColor &colour) {
        set(role, colour, palette.disabledInk);
    };
    ground(QPalette::Window, palette.side);
    ground(QPalette::Base, palette.paper);
    ground(QPalette::AlternateBase, palette.side);
    ground(QPalette::Button, palette.control);
    ground(QPalette::ToolTipBase, palette.ink);
    ground(QPalette::Highlight, palette.selection);
    ground(QPalette::Accent, palette.green);
    ground(QPalette::Light, palette.paper);
    ground(QPalette::Midlight, palette.hover);
    ground(QPalette::Mid, palette.line);
    ground(QPalette::Dark, palette.edge);
    ground(QPalette::Shadow, palette.scrollBar);
    text(QPalette::WindowText, palette.ink);
    text(QPalette::Text, palette.ink);
    text(QPalette::ButtonText, palette.ink);
    text(QPalette::BrightText, palette.attention);
    text(QPalette::ToolTipText, palette.paper);
    text(QPalette::HighlightedText, palette.ink);
    text(QPalette::PlaceholderText, palette.secondInk);
    text(QPalette::Link, palette.green);
    text(QPalette::LinkVisited, palette.green);
    return result;
}

QString styleSheet(const Palette &palette)
{
    loadResources();
    QFile file(u":/style/window.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is missing from the program");
    return fillTemplate(QString::fromUtf8(file.readAll()), sheetValues(palette));
}

} // namespace Weeknotes
