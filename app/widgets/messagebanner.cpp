// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/messagebanner.h"

#include "app/widgets/buttons.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace parterre::ui {
namespace {

constexpr int kIconSide = 20;

} // namespace

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Info: return Tone::Info;
    case Severity::Success: return Tone::Success;
    case Severity::Warning: return Tone::Warning;
    case Severity::Error: return Tone::Danger;
    }
    return Tone::Info;
}

Glyph glyphOf(Severity severity)
{
    switch (severity) {
    case Severity::Info: return Glyph::Info;
    case Severity::Success: return Glyph::CheckCircle;
    case Severity::Warning:
    case Severity::Error: return Glyph::Alert;
    }
    return Glyph::Info;
}

MessageBanner::MessageBanner(QWidget *parent)
    : QFrame(parent), m_text((new TextLabel)->wrapped()), m_action(makeButton({}, ButtonKind::Standard)),
      m_close(makeIconButton(Glyph::Close, tr("Close this message")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kStep, kStep, kStep, kStep);
    row->setSpacing(kStep);
    row->addSpacing(kTwoSteps + kIconSide); // the icon is painted there
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setMinimumHeight(kControlHeight);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_action, &QPushButton::clicked, this, &MessageBanner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    hide();
}

void MessageBanner::showMessage(Severity severity, const QString &text, const QString &action)
{
    m_severity = severity;
    m_text->setText(text);
    m_action->setText(withoutMnemonic(action));
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBanner::clear()
{
    m_text->clear();
    setAccessibleName({});
    hide();
}

QString MessageBanner::text() const
{
    return m_text->text();
}

void MessageBanner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBanner::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    const QColor color = tones.color(toneOf(m_severity));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(color, tones.surface, 0.45), 1));
    painter.setBrush(blended(color, tones.surface, 0.10));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius, kCornerRadius);
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), QRect(kTwoSteps, (height() - kIconSide) / 2, kIconSide, kIconSide));
    paintGlyph(painter, icon, glyphOf(m_severity), color, layoutDirection());
}

} // namespace parterre::ui
