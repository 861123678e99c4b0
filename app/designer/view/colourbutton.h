// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace parterre::ui {

// Shows a colour and asks for another one.
class ColourButton : public QPushButton
{
    Q_OBJECT

public:
    // `what` is coloured, for who cannot see it.
    explicit ColourButton(const QString &what, QWidget *parent = nullptr);

    void setColour(const QString &colour); // "#rrggbb", empty: none
    [[nodiscard]] QString colour() const { return m_colour; }

Q_SIGNALS:
    void picked(const QString &colour);

private:
    void ask();

    QString m_what;
    QString m_colour;
};

// A small square of a colour, edged so that it shows on any ground.
[[nodiscard]] QPixmap colourSwatch(const QColor &colour, int side, qreal devicePixelRatio);

} // namespace parterre::ui
