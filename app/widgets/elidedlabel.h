// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/textlabel.h"

namespace parterre::ui {

// One line of plain text that shortens with an ellipsis instead of pushing its neighbours; the whole text is its tool tip.
class ElidedLabel : public TextLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TextScale scale = TextScale::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool elided() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace parterre::ui
