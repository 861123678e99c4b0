// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/cardpainting.h"

#include <QItemSelectionModel>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionViewItem>

namespace parterre::ui {
namespace {

constexpr int kSmallIcon = 15;
constexpr int kAside = 2; // between a card and the list's edge

} // namespace

CardPainting::CardPainting(QPainter &painter, const QStyleOptionViewItem &option)
    : m_painter(painter), m_tones(tonesOf(option.palette)), m_font(option.font), m_direction(option.direction),
      m_card(option.rect.adjusted(kAside, kHalfStep, -kAside, -kHalfStep))
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QRect CardPainting::inner() const
{
    return m_card.adjusted(kTwoSteps, kTwoSteps - kHalfStep, -kTwoSteps, -kTwoSteps + kHalfStep);
}

QRect CardPainting::row(int n) const
{
    const int height = inner().height() / 3;
    return {inner().left(), inner().top() + n * height, inner().width(), height};
}

QRect CardPainting::mirrored(const QRect &logical) const
{
    return QStyle::visualRect(m_direction, m_card, logical);
}

void CardPainting::ground(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const qreal line = selected && option.state.testFlag(QStyle::State_HasFocus) ? 2 : 1;
    const qreal tint = selected ? 0.08 : hovered ? 0.04 : 0;
    const QColor frame = selected ? m_tones.accent : blended(m_tones.accent, m_tones.border, hovered ? 0.5 : 0);
    m_painter.setPen(QPen(frame, line));
    m_painter.setBrush(blended(m_tones.accent, m_tones.surface, tint));
    m_painter.drawRoundedRect(QRectF(m_card).adjusted(line / 2, line / 2, -line / 2, -line / 2), kCornerRadius, kCornerRadius);
}

void CardPainting::edge(const QPixmap &picture, int width)
{
    constexpr int kLine = 1;
    QPainterPath card;
    card.addRoundedRect(QRectF(m_card).adjusted(kLine, kLine, -kLine, -kLine), kCornerRadius - kLine, kCornerRadius - kLine);
    m_painter.save();
    m_painter.setClipPath(card, Qt::IntersectClip);
    m_painter.drawPixmap(mirrored(QRect(m_card.left(), m_card.top(), width, m_card.height())), picture);
    m_painter.restore();
}

void CardPainting::text(const QRect &line, const QString &words, TextScale scale, const QColor &color, Qt::Alignment alignment)
{
    m_painter.setFont(scaledFont(m_font, scale));
    m_painter.setPen(color);
    const QString shown = m_painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width());
    const auto visual = QStyle::visualAlignment(m_direction, alignment | Qt::AlignVCenter);
    m_painter.drawText(mirrored(line), static_cast<int>(visual) | Qt::TextSingleLine, shown);
}

void CardPainting::textWithGlyph(const QRect &line, Glyph glyph, const QString &words, const QColor &color)
{
    const QRect place(line.left(), line.center().y() - kSmallIcon / 2, kSmallIcon, kSmallIcon);
    paintGlyph(m_painter, mirrored(place), glyph, color, m_direction);
    text(line.adjusted(kSmallIcon + kStep, 0, 0, 0), words, TextScale::Body, color);
}

void CardPainting::pill(const QRect &line, Glyph glyph, const QString &word, const QColor &color)
{
    m_painter.setFont(scaledFont(m_font, TextScale::Caption));
    const int width = std::min(line.width(), m_painter.fontMetrics().horizontalAdvance(word) + kSmallIcon + 3 * kStep);
    const int height = std::min(line.height(), m_painter.fontMetrics().height() + kHalfStep);
    const QRect box(line.right() - width + 1, line.center().y() - height / 2, width, height);
    m_painter.setPen(QPen(blended(color, m_tones.surface, 0.45), 1));
    m_painter.setBrush(blended(color, m_tones.surface, 0.10));
    m_painter.drawRoundedRect(mirrored(box), height / 2.0, height / 2.0);
    const QRect place(box.left() + kStep, box.center().y() - kSmallIcon / 2 + 1, kSmallIcon - 1, kSmallIcon - 1);
    paintGlyph(m_painter, mirrored(place), glyph, color, m_direction);
    text(box.adjusted(kSmallIcon + kStep + kHalfStep, 0, -kHalfStep, 0), word, TextScale::Caption, color);
}

QSize cardPadding()
{
    return {2 * (kAside + kTwoSteps), 2 * kTwoSteps};
}

int cardHeight(const QFont &font)
{
    return QFontMetrics(scaledFont(font, TextScale::Heading)).height() + 2 * std::max(QFontMetrics(font).height(), kSmallIcon)
        + 2 * kHalfStep + 2 * kTwoSteps + kStep;
}

void showAsCards(QListView &list)
{
    list.setFrameShape(QFrame::NoFrame);
    list.setUniformItemSizes(true);
    list.setMouseTracking(true);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.viewport()->setAutoFillBackground(false);
    // A list that is entered makes an entry the current one without selecting it, and what buttons act on has to be seen.
    QItemSelectionModel *selection = list.selectionModel();
    QObject::connect(selection, &QItemSelectionModel::currentChanged, &list, [&list, selection](const QModelIndex &current) {
        if (list.selectionMode() == QAbstractItemView::SingleSelection && current.isValid() && !selection->isSelected(current))
            selection->select(current, QItemSelectionModel::ClearAndSelect);
    });
}

} // namespace parterre::ui
