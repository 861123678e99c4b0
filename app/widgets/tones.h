// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace parterre::ui {

// What a colour says. Which colour that is depends on light or dark, and only tones.cpp knows.
enum class Tone { Text, Muted, Accent, OnAccent, Success, Warning, Danger, Info };

// Every colour of one colour scheme.
struct Tones {
    QColor window, surface, border, control;
    QColor text, muted;
    QColor accent, onAccent;
    QColor success, warning, danger, info;

    [[nodiscard]] QColor color(Tone tone) const;
};

[[nodiscard]] const Tones &lightTones();
[[nodiscard]] const Tones &darkTones();
[[nodiscard]] const Tones &highContrastTones(); // on black, nothing faint
// The scheme a palette belongs to. Widgets ask this while painting, so that they follow a change of theme by themselves.
[[nodiscard]] const Tones &tonesOf(const QPalette &palette);
[[nodiscard]] QPalette paletteFor(const Tones &tones);
// `over` laid on `under` with the given opacity, opaque: tinted backgrounds.
[[nodiscard]] QColor blended(const QColor &over, const QColor &under, qreal opacity);

// Spacing: multiples of one step, so that things line up everywhere.
inline constexpr int kStep = 8;
inline constexpr int kHalfStep = 4;
inline constexpr int kTwoSteps = 16;
inline constexpr int kThreeSteps = 24;
inline constexpr int kFourSteps = 32;
inline constexpr int kControlHeight = 36;
inline constexpr int kCornerRadius = 8;

enum class TextScale { Caption, Body, Heading, Title, Display };
[[nodiscard]] QFont scaledFont(const QFont &base, TextScale scale);

} // namespace parterre::ui
