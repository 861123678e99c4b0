// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/ticketdesk.h"

#include "shared/protocol/events.h"
#include "shared/protocol/venues.h"

#include <QSet>

#include <algorithm>

namespace parterre {

TicketDesk::TicketDesk(SessionModel &session, net::PosterCache &posters, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_posters(posters), m_ids(ids)
{
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (!m_gathering)
            return;
        m_gathering.reset();
        Q_EMIT busyChanged();
        Q_EMIT forgotten();
    });
}

template<class Answer>
bool TicketDesk::isWanted(const Shared &gathering, const Result<Answer> &answer)
{
    if (gathering != m_gathering)
        return false;
    --gathering->open;
    if (answer)
        return true;
    m_gathering.reset();
    Q_EMIT busyChanged();
    Q_EMIT failed(answer.error());
    return false;
}

void TicketDesk::fetch(const Booking &booking)
{
    const auto gathering = std::make_shared<Gathering>(Gathering {.bundle = {.booking = booking}, .open = 1});
    m_gathering = gathering;
    Q_EMIT busyChanged();
    m_session.connection().call<protocol::TicketsCodes>({.booking = booking.id}, this, [this, gathering](const Result<protocol::TicketsCodesResult> &answer) {
        if (!isWanted(gathering, answer))
            return;
        gathering->bundle.prints = answer->prints;
        settle(gathering);
    });
    QSet<EventId> events;
    const bool isKept = std::ranges::any_of(booking.tickets, &Ticket::isKept);
    for (const Ticket &ticket : booking.tickets) {
        if (ticket.isKept() || !isKept) // a receipt names those whose seats were given free, and what was cancelled altogether
            events.insert(ticket.event);
    }
    for (const EventId &event : events)
        askFor(gathering, event);
}

void TicketDesk::askFor(const Shared &gathering, const EventId &event)
{
    ++gathering->open;
    m_session.connection().call<protocol::EventsGet>({.event = event}, this, [this, gathering, event](const Result<protocol::EventsGetResult> &answer) {
        if (!isWanted(gathering, answer))
            return;
        gathering->bundle.events.insert(event, answer->event);
        if (const VenueId venue = answer->event.summary.venue.id; !gathering->bundle.venues.contains(venue)) {
            gathering->bundle.venues.insert(venue, {});
            askFor(gathering, venue);
        }
        settle(gathering);
    });
}

void TicketDesk::askFor(const Shared &gathering, const VenueId &venue)
{
    ++gathering->open;
    m_session.connection().call<protocol::VenuesGet>({.venue = venue}, this, [this, gathering, venue](const Result<protocol::VenuesGetResult> &answer) {
        if (!isWanted(gathering, answer))
            return;
        gathering->bundle.venues.insert(venue, answer->venue);
        if (answer->venue.logo)
            askForLogo(gathering, venue, *answer->venue.logo);
        settle(gathering);
    });
}

// Tickets are printed without it rather than not at all.
void TicketDesk::askForLogo(const Shared &gathering, const VenueId &venue, const QString &hash)
{
    ++gathering->open;
    m_posters.fetch(venue, hash, this, [this, gathering, venue](const Result<QByteArray> &file) {
        if (gathering != m_gathering)
            return;
        --gathering->open;
        if (file)
            gathering->bundle.logos.insert(venue, *file);
        settle(gathering);
    });
}

void TicketDesk::settle(const Shared &gathering)
{
    if (gathering->open > 0)
        return;
    m_gathering.reset();
    Q_EMIT busyChanged();
    Q_EMIT fetched(gathering->bundle);
}

void TicketDesk::reprint(const QString &ticket)
{
    if (m_reprinting)
        return;
    QString &key = m_doubtful[ticket];
    if (key.isEmpty())
        key = m_ids.next().toString(QUuid::WithoutBraces);
    m_reprinting = true;
    Q_EMIT busyChanged();
    m_session.connection().callUntilAnswered<protocol::TicketsReprint>(
        {.ticket = ticket, .key = key}, this,
        [this, ticket](const Result<protocol::TicketsReprintResult> &answer) {
            if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
                m_doubtful.remove(ticket);
            m_reprinting = false;
            Q_EMIT busyChanged();
            if (answer)
                Q_EMIT reprinted(answer->print);
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

} // namespace parterre
