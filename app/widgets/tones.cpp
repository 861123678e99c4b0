// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tones.h"

namespace parterre::ui {

QColor Tones::color(Tone tone) const
{
    switch (tone) {
    case Tone::Text: return text;
    case Tone::Muted: return muted;
    case Tone::Accent: return accent;
    case Tone::OnAccent: return onAccent;
    case Tone::Success: return success;
    case Tone::Warning: return warning;
    case Tone::Danger: return danger;
    case Tone::Info: return info;
    }
    return text;
}

// Texts reach a contrast of at least 4.5 : 1 on window and surface (WCAG 2.1 AA); a test computes it.
const Tones &lightTones()
{
    static const Tones tones {
        .window = QColor(0xf5f4f8), .surface = QColor(0xffffff), .border = QColor(0xd9d5e1), .control = QColor(0xffffff),
        .text = QColor(0x1d1a24), .muted = QColor(0x625c6e),
        .accent = QColor(0x6a3fa5), .onAccent = QColor(0xffffff),
        .success = QColor(0x1b7240), .warning = QColor(0x8f5200), .danger = QColor(0xb3261e), .info = QColor(0x1f5fa8),
    };
    return tones;
}

const Tones &darkTones()
{
    static const Tones tones {
        .window = QColor(0x15131a), .surface = QColor(0x201d27), .border = QColor(0x3d3848), .control = QColor(0x2a2633),
        .text = QColor(0xeeebf4), .muted = QColor(0xaba4b9),
        .accent = QColor(0xbb9af0), .onAccent = QColor(0x22123b),
        .success = QColor(0x6fd39a), .warning = QColor(0xf2b84b), .danger = QColor(0xff8f87), .info = QColor(0x84b8f5),
    };
    return tones;
}

const Tones &highContrastTones()
{
    static const Tones tones {
        .window = QColor(Qt::black), .surface = QColor(Qt::black), .border = QColor(Qt::white), .control = QColor(Qt::black),
        .text = QColor(0xffffff), .muted = QColor(0xffffff),
        .accent = QColor(0xffe34d), .onAccent = QColor(Qt::black),
        .success = QColor(0x6dffa6), .warning = QColor(0xffd166), .danger = QColor(0xffa8a1), .info = QColor(0x9ad4ff),
    };
    return tones;
}

const Tones &tonesOf(const QPalette &palette)
{
    if (palette.color(QPalette::Window) == highContrastTones().window)
        return highContrastTones();
    return palette.color(QPalette::Window).lightness() < 128 ? darkTones() : lightTones();
}

QPalette paletteFor(const Tones &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.control);
    palette.setColor(QPalette::AlternateBase, blended(t.text, t.control, 0.04));
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.control);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::ToolTipBase, t.text);
    palette.setColor(QPalette::ToolTipText, t.window);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, blended(t.border, t.surface, 0.5));
    palette.setColor(QPalette::Mid, t.border);
    palette.setColor(QPalette::Dark, blended(t.text, t.border, 0.3));
    palette.setColor(QPalette::Shadow, blended(t.text, t.border, 0.5));
    const QColor faded = blended(t.text, t.window, 0.45);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, blended(t.control, t.window, 0.4));
    palette.setColor(QPalette::Disabled, QPalette::Button, blended(t.control, t.window, 0.4));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faded);
    return palette;
}

QColor blended(const QColor &over, const QColor &under, qreal opacity)
{
    const auto mix = [opacity](int a, int b) { return qRound(a * opacity + b * (1 - opacity)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()));
}

QFont scaledFont(const QFont &base, TextScale scale)
{
    qreal factor = 1;
    bool strong = true;
    switch (scale) {
    case TextScale::Caption: factor = 0.88; strong = false; break;
    case TextScale::Body: strong = false; break;
    case TextScale::Heading: factor = 1.15; break;
    case TextScale::Title: factor = 1.6; break;
    case TextScale::Display: factor = 2.4; break;
    }
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace parterre::ui
