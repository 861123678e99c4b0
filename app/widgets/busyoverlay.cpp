// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/busyoverlay.h"

#include "app/widgets/card.h"
#include "app/widgets/spinner.h"
#include "app/widgets/textlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr std::chrono::milliseconds kBlink {200};
constexpr int kSpinnerSide = 32;

} // namespace

BusyOverlay::BusyOverlay(QWidget *parent)
    : QWidget(parent), m_text(new TextLabel), m_delay(new QTimer(this))
{
    auto *card = new Card(this);
    m_sign = card;
    card->body()->addWidget(new Spinner(kSpinnerSide), 0, Qt::AlignHCenter);
    card->body()->addWidget(m_text, 0, Qt::AlignHCenter);
    auto *column = new QVBoxLayout(this);
    column->addWidget(card, 0, Qt::AlignCenter);
    setFocusPolicy(Qt::StrongFocus);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kBlink);
    connect(m_delay, &QTimer::timeout, this, [this] {
        m_sign->show();
        update();
    });
    parent->installEventFilter(this);
    hide();
}

void BusyOverlay::start(const QString &what)
{
    m_text->setText(what);
    setAccessibleName(what);
    if (isVisible())
        return;
    QWidget *focus = window()->focusWidget(); // also when a dialog is in front of it
    m_focusBefore = focus && parentWidget()->isAncestorOf(focus) ? focus : nullptr;
    m_sign->hide();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    if (m_focusBefore)
        setFocus();
    m_delay->start();
}

void BusyOverlay::stop()
{
    m_delay->stop();
    const bool hadFocus = window()->focusWidget() == this;
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus();
    m_focusBefore.clear();
}

QString BusyOverlay::text() const
{
    return m_text->text();
}

void BusyOverlay::paintEvent(QPaintEvent *)
{
    if (!m_sign->isVisible())
        return;
    QColor veil = tonesOf(palette()).window;
    veil.setAlphaF(0.6F);
    QPainter(this).fillRect(rect(), veil);
}

void BusyOverlay::keyPressEvent(QKeyEvent *event)
{
    event->accept();
}

bool BusyOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace parterre::ui
