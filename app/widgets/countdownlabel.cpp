// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/countdownlabel.h"

#include "app/widgets/formats.h"
#include "app/widgets/icon.h"

#include <QPainter>
#include <QTimer>

namespace parterre::ui {
namespace {

constexpr int kIconSide = 18;
constexpr std::chrono::seconds kUrgentUnder {60};

} // namespace

CountdownLabel::CountdownLabel(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &CountdownLabel::refresh);
    setFont(scaledFont(font(), TextScale::Heading));
    hide();
}

void CountdownLabel::setDeadline(std::optional<Tick> deadline)
{
    m_deadline = deadline;
    setVisible(deadline.has_value());
    refresh();
}

std::chrono::seconds CountdownLabel::remaining() const
{
    if (!m_deadline)
        return std::chrono::seconds(0);
    return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(*m_deadline - m_clock.steadyNow()));
}

bool CountdownLabel::urgent() const
{
    return m_deadline && remaining() < kUrgentUnder;
}

QString CountdownLabel::text() const
{
    return m_deadline ? formatCountdown(remaining(), locale()) : QString();
}

QSize CountdownLabel::sizeHint() const
{
    const int widest = fontMetrics().horizontalAdvance(formatCountdown(std::chrono::minutes(88), locale()));
    return {kIconSide + kStep + widest, std::max(kIconSide, fontMetrics().height())};
}

void CountdownLabel::refresh()
{
    m_timer->stop();
    if (!m_deadline)
        return;
    update();
    setAccessibleName(tr("Time left: %1").arg(text()));
    const auto left = *m_deadline - m_clock.steadyNow();
    if (left <= std::chrono::milliseconds(0)) {
        m_deadline.reset();
        Q_EMIT expired();
        return;
    }
    const auto toNextSecond = left % std::chrono::seconds(1);
    m_timer->start(std::chrono::milliseconds(toNextSecond.count() == 0 ? 1000 : toNextSecond.count()));
}

void CountdownLabel::paintEvent(QPaintEvent *)
{
    const QColor color = tonesOf(palette()).color(urgent() ? Tone::Warning : Tone::Text);
    QPainter painter(this);
    // At the trailing edge: the hint leaves room for longer times.
    const int left = std::max(0, width() - kIconSide - kStep - fontMetrics().horizontalAdvance(text()));
    const QRect iconRect = QStyle::visualRect(layoutDirection(), rect(), QRect(left, (height() - kIconSide) / 2, kIconSide, kIconSide));
    paintGlyph(painter, iconRect, urgent() ? Glyph::Alert : Glyph::Clock, color, layoutDirection());
    painter.setPen(color);
    const QRect textRect = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(left + kIconSide + kStep, 0, 0, 0));
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading, text());
}

} // namespace parterre::ui
