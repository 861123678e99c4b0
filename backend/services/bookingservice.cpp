// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingservice.h"

#include "backend/services/bookingnumbers.h"
#include "backend/services/customerlimits.h"
#include "backend/services/requesthash.h"
#include "shared/core/defects.h"
#include "shared/core/utctime.h"

#include <QLoggingCategory>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcBooking, "parterre.booking")

QByteArray hashOf(const SaleRequest &request)
{
    RequestHash hash(request.payWithin ? QStringLiteral("online") : request.paysLater ? QStringLiteral("reserve") : QStringLiteral("checkout"));
    addToHash(hash, request.items);
    if (request.paysLater)
        hash.add(request.payUntil ? toIsoUtc(*request.payUntil) : QString());
    else
        addToHash(hash, request.payments);
    hash.add(request.customerName.value_or(QString()));
    // Only what is there, so that the keys of yesterday's server mean the same.
    if (request.email)
        hash.add(QStringLiteral("email")).add(*request.email);
    if (request.phone)
        hash.add(QStringLiteral("phone")).add(*request.phone);
    if (request.strandedReason)
        hash.add(*request.strandedReason);
    addToHash(hash, request.code, request.total);
    return hash.result();
}

} // namespace

BookingService::BookingService(EventDirectory &events, SaleStore &store, ReservationService &reservations, const Clock &clock, Scheduler &scheduler, IdGenerator &ids,
                               Randomness &random, BookingRules rules)
    : m_events(events), m_store(store), m_reservations(reservations), m_clock(clock), m_ids(ids), m_random(random), m_pricing(events, ids), m_till(clock, ids, rules), m_guesses(clock), m_pending(store, clock, scheduler)
{
}

void BookingService::checkout(const Caller &caller, const SaleRequest &request, Done<Booking> done)
{
    m_events.openFor(caller, eventsOf(request.items), [this, caller, request, done = std::move(done)](const Result<bool> &opened) {
        if (!opened)
            m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), opened.error(), done);
        else
            begin(caller, request, done);
    });
}

void BookingService::begin(const Caller &caller, const SaleRequest &request, const Done<Booking> &done)
{
    Done<Booking> answer = done;
    const auto refuse = [&](const Error &error) { m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), error, answer); };
    Result<Draft> drafted = draft(caller, request);
    if (!drafted)
        return refuse(drafted.error());
    Booking &booking = drafted->booking;
    QList<storage::VoucherPart> vouchers = request.paysLater ? QList<storage::VoucherPart>() : vouchersOf(request.payments, booking.payments);
    if (const Result<void> judged = m_pricing.judgeOrphans(caller, request.items, request.strandedReason); !judged)
        return refuse(judged.error());
    const Result<Done<Booking>> guarded = m_guesses.guard(caller, payByVoucher(request.payments), done);
    if (!guarded)
        return refuse(guarded.error());
    answer = *guarded;
    Result<FrozenSeats> seats = FrozenSeats::freeze(m_events, m_clock, caller, request.items);
    if (!seats)
        return refuse(seats.error());

    auto sale = std::make_shared<Sale>();
    sale->actor = caller.user.id;
    sale->key = request.key;
    sale->requestHash = hashOf(request);
    sale->waiting = {answer};
    sale->seats.emplace(std::move(*seats));
    sale->write = {.booking = std::move(booking),
                   .owner = caller.isCounter() ? UserId() : caller.user.id,
                   .actor = caller.user.id,
                   .key = request.key,
                   .requestHash = sale->requestHash,
                   .audit = caller.audit(m_clock.utcNow()),
                   .vouchers = std::move(vouchers),
                   .codes = drafted->codes,
                   .strandedReason = request.strandedReason.value_or(QString()),
                   .renumber = [&random = m_random](Booking &numbered) { giveNumbers(numbered, random); }};
    m_pending.begin(sale);
    write(sale);
}

// The booking as it would be sold or reserved; the seats are not looked at.
Result<BookingService::Draft> BookingService::draft(const Caller &caller, const SaleRequest &request) const
{
    const Instant now = m_clock.utcNow();
    Result<PricedSale> sale = m_pricing.price(request.items, {.now = now, .code = request.code});
    if (!sale)
        return sale.error();
    if (const Result<void> same = refuseChanged(request.total, sale->total); !same)
        return same.error();
    if (const Result<void> together = m_pricing.keepTogether(caller, sale->tickets); !together)
        return together.error();
    if (const Result<void> few = keepTicketLimits({}, {}, sale->tickets, ticketLimits(m_events, caller, eventsOf(request.items))); !few)
        return few.error();
    Booking booking {.id = m_ids.make<BookingId>(),
                     .customerName = request.customerName.value_or(caller.user.name),
                     .email = request.email,
                     .phone = request.phone,
                     .created = now,
                     .total = sale->total,
                     .tickets = std::move(sale->tickets),
                     .charges = sale->pricing.charges};
    giveNumbers(booking, m_random);
    if (request.accepts) {
        if (const Result<void> accepted = request.accepts(booking.total); !accepted)
            return accepted.error();
    }
    if (request.paysLater) {
        const Result<Instant> payUntil = request.payWithin ? booking.created + *request.payWithin : m_reservations.payUntilFor(eventsOf(request.items), request.payUntil);
        if (!payUntil)
            return payUntil.error();
        booking.state = BookingState::Reserved;
        booking.payUntil = *payUntil;
        return Draft {.booking = std::move(booking), .codes = sale->pricing.codesUsed};
    }
    Result<QList<Payment>> payments = m_till.take(caller, request.payments, booking.total);
    if (!payments)
        return payments.error();
    booking.payments = std::move(*payments);
    return Draft {.booking = std::move(booking), .codes = sale->pricing.codesUsed};
}

void BookingService::write(const std::shared_ptr<Sale> &sale)
{
    if (isSeeded(Defect::AnsweredBeforeCommit))
        sale->answer(sale->write.booking);
    m_store.book(sale->write, [this, sale](const Result<storage::CheckoutOutcome> &outcome) { onWritten(sale, outcome); });
}

void BookingService::onWritten(const std::shared_ptr<Sale> &sale, const Result<storage::CheckoutOutcome> &outcome)
{
    const QString &reference = sale->write.booking.reference;
    if (!outcome && sale->isOpenAfter(outcome.error())) {
        qCWarning(lcBooking) << "outcome of sale" << reference << "unknown, asking again";
        sale->answer(Error {.code = ErrorCode::OutcomeUnknown});
        m_pending.askAgainLater([this, sale] { write(sale); });
        return;
    }
    if (!outcome && isOthersDoing(outcome.error())) {
        const Error error = outcome.error();
        m_events.look(
            *error.event, sale->seats->placesIn(error),
            [this, sale, error](const storage::PlacesSeen &seen) {
                sale->seats->giveUpTo(seen, sale->write.booking.reference);
                m_pending.finish(sale, error);
            },
            [sale, error] { sale->answer(error); });
        return;
    }
    if (!outcome) {
        sale->seats->thaw();
        m_pending.finish(sale, outcome.error());
        return;
    }
    sale->seats->settle(outcome->booking);
    if (outcome->booking.payUntil)
        m_reservations.expect(*outcome->booking.payUntil);
    m_pending.finish(sale, outcome->booking);
}

void BookingService::get(const Caller &caller, BookingId booking, Done<Booking> done)
{
    m_store.booking(booking, [caller, done = std::move(done)](const Result<storage::StoredBooking> &stored) {
        if (!stored)
            done(stored.error());
        else if (!caller.isCounter() && stored->owner != caller.user.id)
            done(ErrorCode::NotFound);
        else
            done(stored->booking);
    });
}

void BookingService::list(const Caller &caller, storage::BookingQuery query, Done<storage::BookingPage> done)
{
    if (!caller.isCounter())
        query.owner = caller.user.id;
    m_store.bookings(query, std::move(done));
}

} // namespace parterre::services
