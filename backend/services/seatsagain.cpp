// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seatsagain.h"

#include <limits>
#include <vector>

namespace parterre::services {

namespace {

void openAll(EventDirectory &events, const QList<EventId> &ids, const Done<bool> &done)
{
    if (ids.isEmpty())
        return done(true);
    events.open(ids.constFirst(), [&events, rest = ids.mid(1), done](const Result<OpenEvent *> &opened) {
        if (opened)
            openAll(events, rest, done);
        else
            done(opened.error());
    });
}

} // namespace

ledger::HolderId nobodysHolder()
{
    thread_local quint64 given = 1; // of a house thread: a process may have several
    return ledger::HolderId {std::numeric_limits<quint64>::max() - ++given};
}

SeatsAgain::SeatsAgain(EventDirectory &events, const Clock &clock, ledger::HolderId holder, const QList<EventId> &ids, FrozenSeats seats)
    : m_events(events)
    , m_clock(clock)
    , m_holder(holder)
    , m_ids(ids)
    , m_seats(std::move(seats))
{
}

void SeatsAgain::take(EventDirectory &events, const Clock &clock, const Booking &booking, const Done<std::shared_ptr<SeatsAgain>> &done)
{
    QList<SaleItem> items;
    for (const Ticket &ticket : booking.tickets)
        items.append({.event = ticket.event, .place = ticket.place, .ticketType = ticket.ticketType});
    const QList<EventId> ids = eventsOf(items);
    openAll(events, ids, [&events, &clock, ids, items, done](const Result<bool> &opened) {
        if (opened)
            done(takeOpen(events, clock, ids, items));
        else
            done(opened.error());
    });
}

Result<std::shared_ptr<SeatsAgain>> SeatsAgain::takeOpen(EventDirectory &events, const Clock &clock, const QList<EventId> &ids, const QList<SaleItem> &items)
{
    Caller nobody;
    nobody.holder = nobodysHolder();
    const auto refuse = [&](const Error &error) {
        release(events, clock, nobody.holder, ids);
        return Result<std::shared_ptr<SeatsAgain>>(error);
    };
    for (const EventId &id : ids) {
        OpenEvent *event = events.find(id);
        if (!event || event->event().summary.start <= clock.utcNow())
            return refuse({.code = ErrorCode::SaleClosed, .event = id});
        std::vector<qint32> places;
        for (const SaleItem &item : items) {
            if (item.event == id)
                places.push_back(item.place);
        }
        const auto granted = event->ledger().acquire(nobody.holder, places, std::numeric_limits<int>::max(), clock.steadyNow());
        events.settle(*event);
        if (!granted)
            return refuse(granted.error());
    }
    Result<FrozenSeats> seats = FrozenSeats::freeze(events, clock, nobody, items);
    if (!seats)
        return refuse(seats.error());
    return std::make_shared<SeatsAgain>(events, clock, nobody.holder, ids, std::move(*seats));
}

void SeatsAgain::settle(const Booking &booking)
{
    m_seats.settle(booking);
    release(m_events, m_clock, m_holder, m_ids);
}

void SeatsAgain::giveUpTo(const storage::PlacesSeen &seen, const QString &reference)
{
    m_seats.giveUpTo(seen, reference);
    release(m_events, m_clock, m_holder, m_ids);
}

void SeatsAgain::giveBack()
{
    m_seats.thaw();
    release(m_events, m_clock, m_holder, m_ids);
}

void SeatsAgain::release(EventDirectory &events, const Clock &clock, ledger::HolderId holder, const QList<EventId> &ids)
{
    for (const EventId &id : ids) {
        OpenEvent *event = events.find(id);
        if (!event)
            continue;
        event->ledger().releaseAll(holder, clock.steadyNow());
        events.settle(*event);
    }
}

} // namespace parterre::services
