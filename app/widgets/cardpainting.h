// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"

#include <QLocale>
#include <QRect>

class QListView;
class QPainter;
class QStyleOptionViewItem;

namespace parterre::ui {

// What the delegates that paint list entries as cards have in common. Rectangles are given as if the layout ran left
// to right; this mirrors them.
class CardPainting
{
public:
    CardPainting(QPainter &painter, const QStyleOptionViewItem &option);

    [[nodiscard]] const Tones &tones() const { return m_tones; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    [[nodiscard]] QPainter &painter() { return m_painter; }
    [[nodiscard]] const QRect &frame() const { return m_card; }
    // Within the card's padding.
    [[nodiscard]] QRect inner() const;
    // One of its three lines, counted from 0.
    [[nodiscard]] QRect row(int n) const;
    [[nodiscard]] QRect mirrored(const QRect &logical) const;

    // Ground and frame, with hover, selection and focus.
    void ground(const QStyleOptionViewItem &option);
    // Fills the card's leading edge from top to bottom, within the frame.
    void edge(const QPixmap &picture, int width);
    // One line, shortened with an ellipsis.
    void text(const QRect &line, const QString &words, TextScale scale, const QColor &color, Qt::Alignment alignment = Qt::AlignLeading);
    // A small icon before the same.
    void textWithGlyph(const QRect &line, Glyph glyph, const QString &words, const QColor &color);
    // A word in a rounded frame, at the trailing end of the line.
    void pill(const QRect &line, Glyph glyph, const QString &word, const QColor &color);

private:
    QPainter &m_painter;
    const Tones &m_tones;
    QLocale m_locale;
    QFont m_font;
    Qt::LayoutDirection m_direction;
    QRect m_card;
};

// What a card has around its inner part, on both sides together.
[[nodiscard]] QSize cardPadding();
// Height of a card of three lines, the first a heading.
[[nodiscard]] int cardHeight(const QFont &font);
// Sets a list up for such a delegate: cards of one size on the ground of the page, which are read and not edited. The list
// has its model already.
void showAsCards(QListView &list);

} // namespace parterre::ui
