// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"
#include "app/widgets/icon.h"

#include <QWidget>

#include <functional>

namespace parterre {
class SeatLegend;
class SeatMapView;
} // namespace parterre

class QPushButton;
class QToolButton;

namespace parterre::ui {

class Card;

// The seat map with what floats above it: zoom buttons, and the legend that a button shows and hides.
class MapPane : public QWidget
{
    Q_OBJECT
public:
    // `map` outlives the pane.
    explicit MapPane(SeatMapModel &map, QWidget *parent = nullptr);

    [[nodiscard]] SeatMapView *view() const { return m_view; }
    void setLegendVisible(bool visible);
    // In the place of what seats look like; the pane owns it.
    void setLegend(QWidget *legend);
    // Whether there is a button that asks for the map on paper.
    void setPrintable(bool printable);

Q_SIGNALS:
    // The map is wanted on paper.
    void printRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(Glyph glyph, const QString &name, const QKeySequence &key, std::function<void()> act);
    void followPalette();
    void place();

    SeatMapView *m_view;
    Card *m_buttons;
    QToolButton *m_print;
    Card *m_legend;
    QWidget *m_meanings; // in the legend
    QPushButton *m_legendButton;
};

} // namespace parterre::ui
