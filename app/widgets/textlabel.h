// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tones.h"

#include <QLabel>

namespace parterre::ui {

// A label that never interprets markup and takes its size and colour from the theme. Use it for every text on a
// screen that is not a control.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextScale scale = TextScale::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    // Wraps at the width it is given.
    TextLabel *wrapped();
    // The same in a window beside fields: of a label that only wraps a window hears that one line is enough, and takes the
    // room of the others from what is below it.
    TextLabel *whole();
    void setText(const QString &text);
    // By the layout's direction, where a plain QLabel goes by the text's: a Latin name in an Arabic window keeps its column.
    TextLabel *aligned(Qt::Alignment alignment);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitText();
    void applyTone();
    void applyScale();
    void applyAlignment();

    TextScale m_scale;
    Tone m_tone;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
    bool m_applying = false;
    bool m_isWhole = false;
};

} // namespace parterre::ui
