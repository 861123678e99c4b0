// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/verdictpanel.h"

#include <QAccessible>
#include <QPainter>
#include <QStyle>

namespace parterre::ui {

namespace {

constexpr int kGlyphSide = 160;
constexpr QSize kSmallest {360, 220};

// The largest of these that fits the width on one line.
QFont fitting(const QFont &base, const QString &text, int width)
{
    for (const qreal factor : {3.0, 2.6, 2.2, 1.8, 1.5, 1.2}) {
        QFont font = scaledFont(base, TextScale::Display);
        font.setPixelSize(qRound(QFontInfo(font).pixelSize() * factor));
        font.setWeight(QFont::Bold);
        if (QFontMetrics(font).horizontalAdvance(text) <= width)
            return font;
    }
    return scaledFont(base, TextScale::Display);
}

}

VerdictPanel::VerdictPanel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void VerdictPanel::show(const DoorWords &words)
{
    m_words = words;
    setAccessibleName(words.spoken());
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QSize VerdictPanel::minimumSizeHint() const
{
    return kSmallest;
}

void VerdictPanel::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    const bool isVerdict = m_words.tone != Tone::Muted;
    const QColor ground = isVerdict ? tones.color(m_words.tone) : tones.surface;
    const QColor ink = isVerdict ? tones.surface : tones.muted;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isVerdict ? ground : tones.border, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius * 2, kCornerRadius * 2);

    const QRect inner = rect().adjusted(kFourSteps, kThreeSteps, -kFourSteps, -kThreeSteps);
    const int side = std::min({kGlyphSide, inner.width() / 4, inner.height()});
    QRect text = QStyle::visualRect(layoutDirection(), rect(), inner.adjusted(side + kFourSteps, 0, 0, 0));
    struct Part {
        QString words;
        QFont font;
    };
    const std::array parts {Part {m_words.word, fitting(font(), m_words.word, text.width())}, Part {m_words.seat, scaledFont(font(), TextScale::Display)},
                            Part {m_words.details, scaledFont(font(), TextScale::Title)}};
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    int height = 0;
    for (const Part &part : parts)
        height += part.words.isEmpty() ? 0 : QFontMetrics(part.font).boundingRect(text, kFlags, part.words).height() + kStep;
    text.setTop(inner.top() + std::max(0, (inner.height() - height) / 2));
    const QRect sign(inner.left(), text.top() + kStep, side, side);
    paintGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), sign), m_words.glyph, ink, layoutDirection());
    painter.setPen(ink);
    painter.setLayoutDirection(layoutDirection());
    for (const Part &part : parts) {
        if (part.words.isEmpty())
            continue;
        painter.setFont(part.font);
        QRect drawn;
        painter.drawText(text, kFlags, part.words, &drawn);
        text.setTop(drawn.bottom() + kStep);
    }
}

} // namespace parterre::ui
