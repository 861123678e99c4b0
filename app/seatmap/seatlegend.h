// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/seatpainter.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace parterre {

// What the forms and colours of a seat map mean: the plan's categories with their prices, then the looks a seat can
// have. Drawn by the painter of the map itself.
class SeatLegend final : public QWidget
{
    Q_OBJECT

public:
    // The model outlives the legend.
    explicit SeatLegend(const SeatMapModel &model, QWidget *parent = nullptr);

    // As the map's own; without one it follows the palette.
    void setTheme(const std::optional<SeatMapTheme> &theme);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addEntry(const QPixmap &swatch, const QString &text, const QString &price);

    const SeatMapModel &m_model;
    SeatPainter m_painter;
    std::optional<SeatMapTheme> m_theme;
    QGridLayout *m_grid = nullptr; // made anew with every rebuild: a grid never forgets rows
};

} // namespace parterre
