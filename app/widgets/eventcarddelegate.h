// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"

#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

class CardPainting;
class PosterPictures;

// Paints an event as a card: poster, date block, name, venue and time, category, how full it is, what it costs. Takes the
// event from the index through the function given, so that it depends on no particular model.
class EventCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using EventOf = std::function<EventSummary(const QModelIndex &)>;

    // `pictures` outlives the delegate.
    EventCardDelegate(EventOf eventOf, PosterPictures &pictures, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // What a screen reader says of an event; models give it as Qt::AccessibleTextRole.
    [[nodiscard]] static QString spokenText(const EventSummary &event, const QLocale &locale);

private:
    static void paintDate(CardPainting &card, const EventSummary &event, const QRect &area);
    static void paintMiddle(CardPainting &card, const EventSummary &event, const QRect &area);
    static void paintSale(CardPainting &card, const EventSummary &event, const QRect &area);

    EventOf m_eventOf;
    PosterPictures &m_pictures;
};

[[nodiscard]] QString categoryName(EventCategory category);
// "Sold out", "12 seats left", "431 of 800 free", "Cancelled"…
[[nodiscard]] QString availabilityText(const EventSummary &event, const QLocale &locale);

} // namespace parterre::ui
