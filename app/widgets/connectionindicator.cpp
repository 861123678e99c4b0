// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/connectionindicator.h"

#include "app/widgets/plaintext.h"

#include <QApplication>
#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kIconSide = 18;

} // namespace

ConnectionIndicator::ConnectionIndicator(QWidget *parent) : QWidget(parent)
{
    setFont(scaledFont(QApplication::font(), TextScale::Caption));
    describe();
}

void ConnectionIndicator::setState(LinkState state)
{
    m_state = state;
    describe();
    updateGeometry();
    update();
}

void ConnectionIndicator::setServer(const QString &server)
{
    m_server = server;
    describe();
}

QString ConnectionIndicator::text() const
{
    switch (m_state) {
    case LinkState::Connected: return tr("Connected");
    case LinkState::Connecting: return tr("Connecting…");
    case LinkState::Offline: return tr("Offline");
    case LinkState::Checking: return tr("Checking…");
    }
    return {};
}

QSize ConnectionIndicator::sizeHint() const
{
    return {kIconSide + kStep + fontMetrics().horizontalAdvance(text()), kIconSide + kStep};
}

QSize ConnectionIndicator::minimumSizeHint() const
{
    return {kIconSide, kIconSide + kStep};
}

void ConnectionIndicator::describe()
{
    setAccessibleName(tr("Connection: %1").arg(text()));
    QString tip = text();
    if (m_state == LinkState::Checking)
        tip = tr("The link broke before the server answered. Parterre is asking whether it went through; do not repeat it.");
    else if (m_state == LinkState::Offline)
        tip = tr("No connection to the server. Parterre keeps trying; your seats are kept for a short while.");
    if (!m_server.isEmpty())
        tip += QLatin1Char('\n') + m_server;
    setToolTip(plainToolTip(tip));
}

Tone ConnectionIndicator::tone() const
{
    switch (m_state) {
    case LinkState::Connected: return Tone::Success;
    case LinkState::Connecting: return Tone::Info;
    case LinkState::Checking: return Tone::Warning;
    case LinkState::Offline: return Tone::Danger;
    }
    return Tone::Muted;
}

Glyph ConnectionIndicator::glyph() const
{
    switch (m_state) {
    case LinkState::Connected: return Glyph::Wifi;
    case LinkState::Connecting: return Glyph::Refresh;
    case LinkState::Checking: return Glyph::Alert;
    case LinkState::Offline: return Glyph::WifiOff;
    }
    return Glyph::None;
}

void ConnectionIndicator::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    const QColor color = tones.color(tone());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto mirrored = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QRect iconRect(0, (height() - kIconSide) / 2, kIconSide, kIconSide);
    paintGlyph(painter, mirrored(iconRect), glyph(), color, layoutDirection());
    painter.setPen(m_state == LinkState::Connected ? tones.muted : color);
    const QRect textRect = rect().adjusted(kIconSide + kStep, 0, 0, 0);
    painter.drawText(mirrored(textRect), Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
}

} // namespace parterre::ui
