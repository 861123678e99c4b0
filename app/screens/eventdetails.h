// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"
#include "app/widgets/card.h"

class QGridLayout;
class QLabel;
class QScrollArea;

namespace parterre::ui {

class PosterPictures;
class TextLabel;

// All there is to read about an event: poster, words, prices by zone and ticket type, what the sale obeys. Lies over
// the map until it is closed, by its button or Escape.
class EventDetails : public Card
{
    Q_OBJECT
public:
    // Both outlive the panel.
    EventDetails(const SeatMapModel &map, PosterPictures &pictures, QWidget *parent = nullptr);

    void setEvent(const Event &event);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showPoster();
    void fillFacts();
    void fillPrices();
    void addPrice(int row, int column, const QString &text, Qt::Alignment alignment, bool isHead);

    const SeatMapModel &m_map;
    PosterPictures &m_pictures;
    Event m_event;
    QLabel *m_poster;
    TextLabel *m_name;
    TextLabel *m_facts;
    TextLabel *m_description;
    TextLabel *m_rules;
    QWidget *m_prices;
    QGridLayout *m_priceGrid;
    QScrollArea *m_scroll;
};

} // namespace parterre::ui
