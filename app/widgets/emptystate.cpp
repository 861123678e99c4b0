// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/emptystate.h"

#include "app/widgets/buttons.h"
#include "app/widgets/textlabel.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kDiscSide = 88;
constexpr int kGlyphSide = 40;

} // namespace

// The glyph on a faint disc.
class EmptyState::Picture final : public QWidget
{
public:
    explicit Picture(Glyph glyph) : m_glyph(glyph) { setFixedSize(kDiscSide, kDiscSide); }
    void setGlyph(Glyph glyph)
    {
        m_glyph = glyph;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tones &tones = tonesOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(blended(tones.accent, tones.window, 0.12));
        painter.drawEllipse(rect());
        const int inset = (kDiscSide - kGlyphSide) / 2;
        paintGlyph(painter, rect().adjusted(inset, inset, -inset, -inset), m_glyph, tones.accent, layoutDirection());
    }

private:
    Glyph m_glyph;
};

EmptyState::EmptyState(Glyph glyph, QWidget *parent)
    : QWidget(parent), m_picture(new Picture(glyph)), m_title((new TextLabel({}, TextScale::Heading))->wrapped()),
      m_text((new TextLabel({}, TextScale::Body, Tone::Muted))->wrapped()), m_action(makeButton({}, ButtonKind::Standard))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kStep);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(kStep);
    for (TextLabel *label : {m_title, m_text}) {
        label->aligned(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addSpacing(kStep);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContent(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::setGlyph(Glyph glyph)
{
    m_picture->setGlyph(glyph);
}

} // namespace parterre::ui
