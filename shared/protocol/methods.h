// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE list of the wire contract. A method or notification that is not here does not exist.

#include "shared/protocol/auth.h"
#include "shared/protocol/blocks.h"
#include "shared/protocol/bookings.h"
#include "shared/protocol/cart.h"
#include "shared/protocol/checkins.h"
#include "shared/protocol/contacts.h"
#include "shared/protocol/discounts.h"
#include "shared/protocol/drafts.h"
#include "shared/protocol/events.h"
#include "shared/protocol/holds.h"
#include "shared/protocol/logos.h"
#include "shared/protocol/mails.h"
#include "shared/protocol/noshows.h"
#include "shared/protocol/payments.h"
#include "shared/protocol/plans.h"
#include "shared/protocol/posters.h"
#include "shared/protocol/profile.h"
#include "shared/protocol/reservations.h"
#include "shared/protocol/rpc.h"
#include "shared/protocol/seatmap.h"
#include "shared/protocol/seats.h"
#include "shared/protocol/series.h"
#include "shared/protocol/session.h"
#include "shared/protocol/showtimes.h"
#include "shared/protocol/tickets.h"
#include "shared/protocol/uploads.h"
#include "shared/protocol/venues.h"
#include "shared/protocol/vouchers.h"

#include <tuple>

namespace parterre::protocol {

template<class... Entries>
struct TypeList {
    template<class Visitor>
    static void forEach(Visitor &&visit)
    {
        (visit.template operator()<Entries>(), ...);
    }
    static constexpr std::size_t size = sizeof...(Entries);
};

using AllMethods = TypeList<RpcDiscover,
                            SessionHello, SessionPing, SessionEnd,
                            AuthRegister, AuthLogin, AuthGuest, AuthResume, AuthLogout, AuthChangePassword, AuthSetup,
                            ProfileGet, ProfileUpdate,
                            EventsSearch, EventsGet, EventsPoster, EventsSetPoster, EventsCreate, EventsUpdate, EventsSetState, EventsCancel, EventsDelete,
                            EventsSales, EventsRefunds, EventsExpand, EventsCreateSeries, EventsUpdateSeries, EventsSetSeriesState, EventsSeriesSales, EventsCancelSeries,
                            ShowtimesSources, ShowtimesSaveSource, ShowtimesRemoveSource, ShowtimesPreview, ShowtimesEntries, ShowtimesApply,
                            VenuesList, VenuesGet, VenuesCreate, VenuesUpdate, VenuesDelete, VenuesLogo, VenuesSetLogo,
                            PlansGet, PlansPublish, PlansSetHall, PlansVersions, PlansDesign, PlansExport, UploadsAppend,
                            DraftsList, DraftsGet, DraftsSave, DraftsRemove,
                            SeatmapSubscribe, SeatmapUnsubscribe,
                            SeatsSuggest,
                            HoldsAcquire, HoldsRelease, HoldsExtend, HoldsHolder,
                            BlocksCreate, BlocksRelease, BlocksList, BlocksDue, BlocksConfirm, BlocksPostpone,
                            CartGet, CartQuote,
                            DiscountsList, DiscountsSave, DiscountsRemove,
                            BookingsCheckout, BookingsList, BookingsGet, BookingsCancel, BookingsExchange, BookingsRefund,
                            BookingsUpdate, BookingsAddNote, BookingsNotes,
                            BookingsReserve, BookingsPay, BookingsProlong, BookingsReservations,
                            BookingsResend, BookingsMails,
                            VouchersIssue, VouchersCheck, VouchersList, VouchersGet, VouchersBlock, VouchersUnblock, VouchersAdjust,
                            PaymentsBegin, PaymentsGet, PaymentsCancel, PaymentsUnmatched, PaymentsRefundAgain, PaymentsSettle,
                            TicketsCodes, TicketsReprint,
                            CheckinsAdmit, CheckinsUndo, CheckinsList, CheckinsConflicts, CheckinsArrivals, CheckinsKeys, CheckinsOffline,
                            CheckinsNoShows, CheckinsReleaseNoShows, CheckinsRestore>;

using AllNotifications = TypeList<SeatmapChanged, SeatmapSnapshot, HoldsEnded, EventsChanged, CheckinsChanged, PaymentsChanged>;

} // namespace parterre::protocol
