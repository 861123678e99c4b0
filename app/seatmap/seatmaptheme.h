// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

class QPalette;

namespace parterre {

struct Category;

// The colours a seat map is made of. All are mixed from a palette's base, text and highlight, so that light, dark and
// high-contrast palettes each give a map that belongs to them. A palette is of high contrast when it has nothing between
// its ground and its text: pure black and white, and windows of the same ground; then nothing on the map is faint.
struct SeatMapTheme {
    bool dark = false;
    bool highContrast = false;
    QColor background = {}; // around everything
    QColor floor = {};      // under the seats
    QColor line = {};       // edge of floors
    QColor ink = {};        // what must be read: my seats, numbers on pale ground
    QColor muted = {};      // row labels, captions
    QColor faint = {};      // what steps back: sold, blocked
    QColor heldFill = {};
    QColor heldStripe = {};
    QColor stage = {};
    QColor stageText = {};
    QColor focus = {};
    QColor arrived = {};    // seats whose people are in
    QFont font = {};

    [[nodiscard]] static SeatMapTheme fromPalette(const QPalette &palette, const QFont &font = {});

    // The plan's own colour moved until it stands out from the floor; one of a colour-blind-safe series where the plan
    // names none. `index` is the category's place in the plan.
    [[nodiscard]] QColor categoryFill(const Category &category, qsizetype index) const;
    // An edge for a fill that is at least 3:1 against the floor, 4.5:1 in high contrast.
    [[nodiscard]] QColor rim(const QColor &fill) const;
    // White, or black where white would be hard to read on the fill.
    [[nodiscard]] QColor textOn(const QColor &fill) const;
    // A shape's colour as the file gives it ("#rrggbb") in light themes, its dark counterpart in dark ones; invalid
    // for an empty or unreadable one.
    [[nodiscard]] QColor shapeColor(const QString &color) const;

    friend bool operator==(const SeatMapTheme &, const SeatMapTheme &) = default;
};

// `share` of b in a, 0..1.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);
// WCAG 2.1: 1 for equal colours, 21 for black on white.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace parterre
