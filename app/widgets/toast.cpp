// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QTimer>

namespace parterre::ui {
namespace {

constexpr int kIconSide = 20;
constexpr int kMaxWidth = 560;

} // namespace

Toast::Toast(QWidget *parent) : QWidget(parent), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    parent->installEventFilter(this);
    hide();
}

void Toast::showMessage(Severity severity, const QString &text, std::chrono::milliseconds shownFor)
{
    m_severity = severity;
    m_text = text;
    setAccessibleName(text);
    place();
    show();
    raise();
    update();
    m_timer->start(shownFor);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    const bool dark = &tones != &lightTones();
    const QColor ground = dark ? blended(tones.text, tones.surface, 0.14) : tones.text;
    // The ground is dark in both schemes, so the icon takes the colours made for dark grounds.
    const QColor mark = darkTones().color(toneOf(m_severity));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), kCornerRadius, kCornerRadius);
    const QRect iconRect = QStyle::visualRect(layoutDirection(), rect(), QRect(kTwoSteps, (height() - kIconSide) / 2, kIconSide, kIconSide));
    paintGlyph(painter, iconRect, glyphOf(m_severity), mark, layoutDirection());
    painter.setPen(darkTones().text);
    const QRect textRect = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kTwoSteps + kIconSide + kStep, 0, -kTwoSteps, 0));
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextWordWrap, m_text);
}

void Toast::mousePressEvent(QMouseEvent *)
{
    hide();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::place()
{
    const QWidget *host = parentWidget();
    const int chrome = kTwoSteps * 2 + kIconSide + kStep;
    const int widest = std::min(kMaxWidth, host->width() - kFourSteps * 2) - chrome;
    const QRect text = fontMetrics().boundingRect(QRect(0, 0, widest, host->height()), Qt::TextWordWrap, m_text);
    resize(text.width() + chrome + 2, std::max(text.height(), kIconSide) + kTwoSteps + kStep);
    move((host->width() - width()) / 2, host->height() - height() - kFourSteps);
}

} // namespace parterre::ui
