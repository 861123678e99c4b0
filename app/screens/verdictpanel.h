// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/doorwords.h"

#include <QWidget>

namespace parterre::ui {

// The large sign of a door, to be read from where one stands: a colour, an icon and a word, never the colour alone. Screen
// readers hear it at once.
class VerdictPanel : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictPanel(QWidget *parent = nullptr);

    void show(const DoorWords &words);
    [[nodiscard]] const DoorWords &words() const { return m_words; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DoorWords m_words;
};

} // namespace parterre::ui
