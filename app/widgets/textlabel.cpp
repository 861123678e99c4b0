// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/textlabel.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>

namespace parterre::ui {

TextLabel::TextLabel(const QString &text, TextScale scale, Tone tone, QWidget *parent)
    : QLabel(parent), m_scale(scale), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    applyScale();
    applyTone();
    applyAlignment();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

TextLabel *TextLabel::wrapped()
{
    setWordWrap(true);
    return this;
}

TextLabel *TextLabel::whole()
{
    m_isWhole = true;
    return wrapped();
}

void TextLabel::setText(const QString &text)
{
    QLabel::setText(text);
    fitText();
}

TextLabel *TextLabel::aligned(Qt::Alignment alignment)
{
    m_alignment = alignment;
    applyAlignment();
    return this;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (m_applying)
        return;
    // Both arrive when the application's palette or font is replaced.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        applyTone();
    else if (event->type() == QEvent::ApplicationFontChange)
        applyScale();
    else if (event->type() == QEvent::LayoutDirectionChange)
        applyAlignment();
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fitText();
}

void TextLabel::fitText()
{
    if (m_isWhole)
        setMinimumHeight(text().isEmpty() ? 0 : heightForWidth(width()));
}

void TextLabel::applyTone()
{
    m_applying = true;
    QPalette own;
    own.setColor(QPalette::WindowText, tonesOf(QApplication::palette()).color(m_tone));
    setPalette(m_tone == Tone::Text ? QPalette() : own);
    m_applying = false;
}

void TextLabel::applyScale()
{
    m_applying = true;
    setFont(scaledFont(QApplication::font(), m_scale));
    m_applying = false;
}

void TextLabel::applyAlignment()
{
    setAlignment(QStyle::visualAlignment(layoutDirection(), m_alignment) | Qt::AlignAbsolute);
}

} // namespace parterre::ui
