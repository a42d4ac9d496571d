// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/contrast.h"

#include <algorithm>
#include <cmath>

namespace Weeknotes {

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &ground, const QColor &wanted)
{
    constexpr double enough = 4.5;
    constexpr float step = 0.01F;
    const bool darker = contrast(ground, Qt::black) > contrast(ground, Qt::white);
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    wanted.getHslF(&hue, &saturation, &lightness);
    QColor colour = wanted;
    while (contrast(colour, ground) < enough && (darker ? lightness > 0 : lightness < 1)) {
        lightness = std::clamp(lightness + (darker ? -step : step), 0.0F, 1.0F);
        colour = QColor(QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness).name());
    }
    return colour;
}

} // namespace Weeknotes
