// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/connectionindicator.h"

#include "app/widgets/plaintext.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

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
    update();
}

void ConnectionIndicator::setServer(const QString &server)
{
    m_server = server;
    describe();
}

QString ConnectionIndicator::textOf(LinkState state)
{
    switch (state) {
    case LinkState::Connected: return tr("Connected");
    case LinkState::Connecting: return tr("Connecting…");
    case LinkState::Offline: return tr("Offline");
    case LinkState::Checking: return tr("Checking…");
    }
    return {};
}

QSize ConnectionIndicator::sizeHint() const
{
    // As wide as the longest word, so that nothing moves when the state changes.
    int widest = 0;
    for (const LinkState state : {LinkState::Connected, LinkState::Connecting, LinkState::Offline, LinkState::Checking})
        widest = std::max(widest, fontMetrics().horizontalAdvance(textOf(state)));
    return {kIconSide + kHalfStep + widest, kIconSide + kStep};
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
    // Rounded up: a fraction of a pixel too little would cost the last letters.
    const int wanted = static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(text())));
    const int textWidth = std::min(wanted, width() - kIconSide - kHalfStep);
    const int left = std::max(0, (width() - kIconSide - kHalfStep - textWidth) / 2);
    const QRect iconRect(left, (height() - kIconSide) / 2, kIconSide, kIconSide);
    paintGlyph(painter, mirrored(iconRect), glyph(), color, layoutDirection());
    painter.setPen(m_state == LinkState::Connected ? tones.muted : color);
    const QRect textRect(left + kIconSide + kHalfStep, 0, textWidth, height());
    painter.drawText(mirrored(textRect), Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
}

} // namespace parterre::ui
