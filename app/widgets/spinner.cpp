// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/spinner.h"

#include "app/widgets/tones.h"

#include <QPainter>
#include <QTimer>

namespace parterre::ui {
namespace {

constexpr std::chrono::milliseconds kFrame {40};
constexpr int kDegreesPerFrame = 15;

} // namespace

Spinner::Spinner(int side, QWidget *parent) : QWidget(parent), m_timer(new QTimer(this))
{
    setFixedSize(side, side);
    m_timer->setInterval(kFrame);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + kDegreesPerFrame) % 360;
        update();
    });
}

void Spinner::showEvent(QShowEvent *)
{
    m_timer->start();
}

void Spinner::hideEvent(QHideEvent *)
{
    m_timer->stop();
}

void Spinner::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    const qreal line = std::max(2.0, width() / 10.0);
    const QRectF circle = QRectF(rect()).adjusted(line, line, -line, -line);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(tones.accent, tones.surface, 0.2), line));
    painter.drawEllipse(circle);
    painter.setPen(QPen(tones.accent, line, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, -m_angle * 16, 100 * 16);
}

} // namespace parterre::ui
