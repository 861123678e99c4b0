// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/choicebar.h"

#include "app/widgets/tones.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kInset = 3;

// One word of the bar.
class Choice final : public QAbstractButton
{
public:
    explicit Choice(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return {QFontMetrics(strong).size(Qt::TextSingleLine | Qt::TextShowMnemonic, text()).width() + kThreeSteps, kControlHeight - 2 * kInset};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tones &tones = tonesOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isChecked()) {
            painter.setPen(QPen(blended(tones.accent, tones.border, 0.4), 1));
            painter.setBrush(blended(tones.accent, tones.surface, 0.12));
            painter.drawRoundedRect(box, kCornerRadius - 3, kCornerRadius - 3);
        } else if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(blended(tones.text, tones.surface, 0.06));
            painter.drawRoundedRect(box, kCornerRadius - 3, kCornerRadius - 3);
        }
        if (hasFocus()) {
            painter.setPen(QPen(tones.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius - 3, kCornerRadius - 3);
        }
        QFont own = font();
        own.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(own);
        painter.setPen(isChecked() ? tones.accent : tones.text);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, text());
    }
};

} // namespace

ChoiceBar::ChoiceBar(const QString &name, QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    setAccessibleName(name);
    m_row->setContentsMargins(kInset, kInset, kInset, kInset);
    m_row->setSpacing(2);
    setFixedHeight(kControlHeight);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idClicked, this, &ChoiceBar::chosen);
}

void ChoiceBar::addChoice(int id, const QString &text)
{
    auto *choice = new Choice(text);
    m_group.addButton(choice, id);
    m_row->addWidget(choice);
    if (m_group.checkedId() == -1)
        choice->setChecked(true);
}

void ChoiceBar::setCurrent(int id)
{
    if (QAbstractButton *choice = m_group.button(id))
        choice->setChecked(true);
}

void ChoiceBar::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(tones.text, tones.border, 0.18), 1));
    painter.setBrush(tones.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius - 2, kCornerRadius - 2);
}

} // namespace parterre::ui
