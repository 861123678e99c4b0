// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/offerbutton.h"

#include "app/widgets/tones.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace parterre::ui {
namespace {

constexpr int kLeastWidth = 140;
constexpr int kUsualWidth = 232;
constexpr int kMostWidth = 344;
constexpr int kPad = 12;

} // namespace

OfferButton::OfferButton(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(kMostWidth);
}

void OfferButton::setOffer(const QString &reason, const QString &seats, const QString &terms)
{
    m_reason = reason;
    m_seats = seats;
    m_terms = terms;
    setAccessibleName(QStringList {reason, seats, terms}.join(QStringLiteral(": ")));
    setToolTip(seats);
    update();
}

QSize OfferButton::sizeHint() const
{
    const int lines = QFontMetrics(scaledFont(font(), TextScale::Caption)).height() + 2 * QFontMetrics(font()).height();
    return {kUsualWidth, lines + 2 * kStep + kHalfStep};
}

QSize OfferButton::minimumSizeHint() const
{
    return {kLeastWidth, sizeHint().height()};
}

void OfferButton::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = isChecked() || hasFocus() ? 2 : 1;
    painter.setPen(QPen(isChecked() || hasFocus() ? tones.accent : tones.border, line));
    painter.setBrush(blended(tones.accent, tones.surface, isChecked() ? 0.10 : underMouse() ? 0.05 : 0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), kCornerRadius, kCornerRadius);

    QRect inner = rect().adjusted(kPad, kStep, -kPad, -kStep);
    const auto write = [&](const QString &text, const QFont &font, const QColor &color) {
        painter.setFont(font);
        painter.setPen(color);
        const QFontMetrics metrics(font);
        const QRect at(inner.left(), inner.top(), inner.width(), metrics.height());
        const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter);
        painter.drawText(at, static_cast<int>(alignment) | Qt::TextSingleLine, metrics.elidedText(text, Qt::ElideRight, at.width()));
        inner.setTop(at.bottom() + 1 + kHalfStep / 2);
    };
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    write(m_reason, scaledFont(font(), TextScale::Caption), isChecked() ? tones.accent : tones.muted);
    write(m_seats, strong, tones.text);
    write(m_terms, font(), tones.text);
}

void OfferButton::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right: Q_EMIT stepped(forward); break;
    case Qt::Key_Left: Q_EMIT stepped(-forward); break;
    case Qt::Key_Down: Q_EMIT stepped(1); break;
    case Qt::Key_Up: Q_EMIT stepped(-1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            Q_EMIT taken();
        break;
    default: QAbstractButton::keyPressEvent(event); return;
    }
    event->accept();
}

void OfferButton::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT taken();
}

} // namespace parterre::ui
