// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/postercache.h"
#include "app/state/sessionmodel.h"
#include "shared/domain/event.h"
#include "shared/protocol/bookings.h"
#include "shared/protocol/tickets.h"

#include <QHash>

namespace parterre {

// All that is on the tickets of a booking, and around them.
struct TicketBundle {
    Booking booking = {};
    QList<protocol::TicketPrint> prints = {};
    QHash<EventId, Event> events = {};     // of the tickets that are kept; of all when none is
    QHash<VenueId, Venue> venues = {};
    QHash<VenueId, QByteArray> logos = {}; // files, of those that have one
};

// Gathers what a booking's tickets say, and has tickets printed anew. What is gathered is for one person at one moment and
// is not kept.
class TicketDesk final : public QObject
{
    Q_OBJECT

public:
    // All outlive the model; ids make the idempotency keys.
    TicketDesk(SessionModel &session, net::PosterCache &posters, IdGenerator &ids, QObject *parent = nullptr);

    // Ends in fetched(), failed() or forgotten(); what was being gathered before is dropped.
    void fetch(const Booking &booking);
    // Gives the ticket a new code: whoever has an older print stays out. Ends in reprinted() or failed(), however often the
    // link breaks meanwhile.
    void reprint(const QString &ticket);
    [[nodiscard]] bool isBusy() const { return m_gathering != nullptr || m_reprinting; }

Q_SIGNALS:
    void busyChanged();
    void fetched(const parterre::TicketBundle &bundle);
    void forgotten(); // somebody else is here
    void reprinted(const parterre::protocol::TicketPrint &print);
    void failed(const parterre::Error &error);

private:
    struct Gathering {
        TicketBundle bundle = {};
        int open = 0; // questions that are not answered
    };
    using Shared = std::shared_ptr<Gathering>;

    void askFor(const Shared &gathering, const EventId &event);
    void askFor(const Shared &gathering, const VenueId &venue);
    void askForLogo(const Shared &gathering, const VenueId &venue, const QString &hash);
    // Takes an answer in; false when nobody waits for it any more.
    template<class Answer>
    [[nodiscard]] bool isWanted(const Shared &gathering, const Result<Answer> &answer);
    void settle(const Shared &gathering);

    SessionModel &m_session;
    net::PosterCache &m_posters;
    IdGenerator &m_ids;
    Shared m_gathering;
    QHash<QString, QString> m_doubtful; // key of a reprint whose outcome is not known, by ticket
    bool m_reprinting = false;
};

} // namespace parterre
