// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/desk/designdesk.h"
#include "app/net/plancache.h"
#include "app/net/postercache.h"
#include "app/state/arrivalsmodel.h"
#include "app/state/blockdesk.h"
#include "app/state/bookinglistmodel.h"
#include "app/state/cartmodel.h"
#include "app/state/contactdesk.h"
#include "app/state/discountdesk.h"
#include "app/state/doormodel.h"
#include "app/state/draftdesk.h"
#include "app/state/eventdesk.h"
#include "app/state/eventlistmodel.h"
#include "app/state/eventmodel.h"
#include "app/state/holdkeeper.h"
#include "app/state/logodesk.h"
#include "app/state/maildesk.h"
#include "app/state/noshowdesk.h"
#include "app/state/plandesk.h"
#include "app/state/profilemodel.h"
#include "app/state/refunddesk.h"
#include "app/state/releaselistmodel.h"
#include "app/state/reservationdesk.h"
#include "app/state/reservedpayment.h"
#include "app/state/seatfindermodel.h"
#include "app/state/seriesdesk.h"
#include "app/state/sessionmodel.h"
#include "app/state/showtimedesk.h"
#include "app/state/ticketdesk.h"
#include "app/state/tillprinter.h"
#include "app/state/unmatcheddesk.h"
#include "app/state/venuedesk.h"
#include "app/state/venuelistmodel.h"
#include "app/state/voucherdesk.h"

namespace parterre::ui {

// Everything the screens show, wired to one connection. Outlives every window: a window can be made anew (in another
// language) without losing a seat.
struct Models {
    // What can be fetched anew lies in the cache's folder; what cannot, in that of data.
    Models(const Clock &systemClock, IdGenerator &ids, net::TokenStore &tokens, const QString &cacheFolder, const QString &dataFolder,
           const net::ConnectionTimings &timings = {})
        : clock(systemClock), connection(systemClock, timings), plans(connection, cacheFolder + QStringLiteral("/plans")), posters(connection, systemClock, cacheFolder + QStringLiteral("/posters")), session(connection, tokens),
          cart(session, ids), keeper(session, cart, clock), events(session), venues(session), logoDesk(session, venues, posters, ids), event(session, cart, plans), finder(session, cart, event), blocks(session, event, ids), releases(session), bookings(session, ids), tickets(session, posters, ids), tillTickets(session, posters, ids), soldTickets(session, posters, ids), mailDesk(session, posters, ids), profile(session), venueDesk(session, venues, ids), planDesk(session, venues, plans, ids), draftDesk(session, ids), designDesk(session, venues, plans, draftDesk, ids, clock, dataFolder + QStringLiteral("/designs")), eventDesk(session, plans, ids, clock), refundDesk(session, ids), reservationDesk(session, ids), contactDesk(session, ids), reservedPayment(session, ids), unmatchedDesk(session), seriesDesk(session, ids), showtimeDesk(session, ids), voucherDesk(session, ids), discountDesk(session, plans, ids), door(session, ids, systemClock, dataFolder), noShows(session, ids), arrivals(session, cart, plans)
    {
    }

    const Clock &clock;
    net::Connection connection;
    net::PlanCache plans;
    net::PosterCache posters;
    SessionModel session;
    CartModel cart;
    HoldKeeper keeper;
    EventListModel events;
    VenueListModel venues;
    LogoDesk logoDesk;
    EventModel event;
    SeatFinderModel finder;
    BlockDesk blocks;
    ReleaseListModel releases;
    BookingListModel bookings;
    TicketDesk tickets;
    TicketDesk tillTickets; // of what is printed after a sale
    TicketDesk soldTickets; // of the sale that is shown
    MailDesk mailDesk;
    TillPrinter tillPrinter;
    ProfileModel profile;
    VenueDesk venueDesk;
    PlanDesk planDesk;
    DraftDesk draftDesk;
    DesignDesk designDesk;
    EventDesk eventDesk;
    RefundDesk refundDesk;
    ReservationDesk reservationDesk;
    ContactDesk contactDesk;
    ReservedPayment reservedPayment;
    UnmatchedDesk unmatchedDesk;
    SeriesDesk seriesDesk;
    ShowtimeDesk showtimeDesk;
    VoucherDesk voucherDesk;
    DiscountDesk discountDesk;
    DoorModel door;
    NoShowDesk noShows;
    ArrivalsModel arrivals;
};

} // namespace parterre::ui
