// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/card.h"

#include "app/widgets/tones.h"

#include <QGuiApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace parterre::ui {

Card::Card(QWidget *parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    m_body->setSpacing(kTwoSteps);
}

void Card::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.border, 1));
    painter.setBrush(tones.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius + 2, kCornerRadius + 2);
}

QMargins besideScrollBar()
{
    return QGuiApplication::isRightToLeft() ? QMargins(kStep, 0, 0, 0) : QMargins(0, 0, kStep, 0);
}

} // namespace parterre::ui
