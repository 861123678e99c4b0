// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatmaptheme.h"

#include "shared/domain/plan.h"

#include <QPalette>

#include <array>
#include <cmath>

namespace parterre {

namespace {

constexpr double kMinFillContrast = 1.9; // the rim does the rest
constexpr double kMinRimContrast = 3.0;  // WCAG 2.1, 1.4.11
constexpr double kMinTextContrast = 4.5; // WCAG 2.1, 1.4.3: of everything in high contrast
constexpr double kHighContrast = 20;
constexpr QColor kArrived(0x1f, 0x7a, 0x45);

// Found by search from the hues of Okabe and Ito (2008): any two differ by at least 20 in CIELAB, also for people without
// one of the three kinds of cones; a test computes it.
constexpr std::array<QRgb, 8> kSeries {0xff1b4e9b, 0xffac3600, 0xff99ba82, 0xffba5c89,
                                       0xffc9ae24, 0xff5fb9ee, 0xff8f72ef, 0xff7c5543};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// Moves a colour away from the ground, in small steps towards black or white, until it stands out enough.
QColor standingOut(const QColor &color, const QColor &ground, double wanted)
{
    const QColor target = luminance(ground) > 0.4 ? QColor(Qt::black) : QColor(Qt::white);
    QColor result = color;
    for (double share = 0.05; contrastRatio(result, ground) < wanted && share < 1.0; share += 0.05)
        result = mixed(color, target, share);
    return result;
}

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float from, float to) { return from + (to - from) * static_cast<float>(share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

SeatMapTheme SeatMapTheme::fromPalette(const QPalette &palette, const QFont &font)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    SeatMapTheme theme;
    theme.dark = luminance(base) < luminance(text);
    // A dark house glows from the floor, a light one is paper on a desk.
    theme.background = theme.dark ? base : mixed(base, text, 0.045);
    theme.floor = theme.dark ? mixed(base, text, 0.055) : base;
    theme.line = mixed(base, text, theme.dark ? 0.13 : 0.12);
    theme.ink = text;
    theme.muted = mixed(base, text, theme.dark ? 0.62 : 0.58);
    theme.faint = mixed(base, text, theme.dark ? 0.30 : 0.28);
    theme.heldFill = mixed(base, text, theme.dark ? 0.17 : 0.11);
    theme.heldStripe = mixed(base, text, theme.dark ? 0.50 : 0.44);
    theme.stage = mixed(base, text, theme.dark ? 0.24 : 0.80);
    theme.stageText = theme.dark ? mixed(base, text, 0.88) : base;
    theme.highContrast = contrastRatio(base, text) >= kHighContrast && palette.color(QPalette::Active, QPalette::Window) == base;
    if (theme.highContrast) {
        theme.background = theme.floor = base;
        theme.line = mixed(base, text, 0.55);
        theme.muted = mixed(base, text, 0.85);
        theme.faint = mixed(base, text, 0.62);
        theme.heldFill = mixed(base, text, 0.2);
        theme.heldStripe = text;
        theme.stage = text;
        theme.stageText = base;
    }
    theme.focus = standingOut(palette.color(QPalette::Active, QPalette::Highlight), theme.floor, kMinRimContrast);
    theme.arrived = standingOut(kArrived, theme.floor, theme.highContrast ? kMinTextContrast : kMinRimContrast);
    theme.font = font;
    return theme;
}

QColor SeatMapTheme::categoryFill(const Category &category, qsizetype index) const
{
    QColor color(category.color);
    if (!color.isValid())
        color = QColor(kSeries[static_cast<std::size_t>(index) % kSeries.size()]);
    return standingOut(color, floor, highContrast ? kMinTextContrast : kMinFillContrast);
}

QColor SeatMapTheme::rim(const QColor &fill) const
{
    const QColor deeper = mixed(fill, dark ? QColor(Qt::white) : QColor(Qt::black), 0.22);
    return standingOut(deeper, floor, highContrast ? kMinTextContrast : kMinRimContrast);
}

QColor SeatMapTheme::textOn(const QColor &fill) const
{
    const QColor black = highContrast ? QColor(Qt::black) : QColor(0x12, 0x16, 0x1b);
    const QColor white(Qt::white);
    // Numbers are bold: 3:1 will do, and white looks calmer on colours.
    return contrastRatio(white, fill) >= (highContrast ? kMinTextContrast : 3.0) ? white : black;
}

QColor SeatMapTheme::shapeColor(const QString &color) const
{
    const QColor given(color);
    if (!given.isValid() || !dark)
        return given;
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    given.getHslF(&hue, &saturation, &lightness);
    const float floorLightness = floor.lightnessF();
    return QColor::fromHslF(std::max(hue, 0.0F), saturation * 0.6F, floorLightness + (1 - lightness) * 0.5F);
}

} // namespace parterre
