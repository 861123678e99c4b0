// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingchangeservice.h"

#include "backend/services/customerlimits.h"
#include "backend/services/requesthash.h"
#include "shared/core/defects.h"
#include "shared/core/utctime.h"
#include "shared/domain/vouchercode.h"

#include <QLoggingCategory>

#include <algorithm>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcBooking, "parterre.booking")

void addToHash(RequestHash &hash, const QList<storage::CardRefund> &refunds)
{
    for (const storage::CardRefund &refund : refunds)
        hash.add(refund.payment.toString()).add(refund.reference);
}

// Only where there is one, so that keys of before live on.
void addToHash(RequestHash &hash, const std::optional<QString> &refundToVoucher)
{
    if (refundToVoucher)
        hash.add(QStringLiteral("voucher")).add(*refundToVoucher);
}

QByteArray hashOf(const CancelRequest &request)
{
    RequestHash hash(QStringLiteral("cancel"));
    hash.add(request.booking.toString());
    for (const QString &number : request.tickets)
        hash.add(number);
    addToHash(hash, request.cardRefunds);
    addToHash(hash, request.refundToVoucher);
    if (request.waiveFee)
        hash.add(*request.waiveFee);
    return hash.result();
}

QByteArray hashOf(const RefundRequest &request)
{
    RequestHash hash(QStringLiteral("refund"));
    hash.add(request.booking.toString()).add(request.event.toString());
    addToHash(hash, request.cardRefunds);
    addToHash(hash, request.refundToVoucher);
    return hash.result();
}

QByteArray hashOf(const PayRequest &request)
{
    RequestHash hash(QStringLiteral("pay"));
    hash.add(request.booking.toString());
    addToHash(hash, request.payments);
    return hash.result();
}

QByteArray hashOf(const ProlongRequest &request)
{
    RequestHash hash(QStringLiteral("prolong"));
    hash.add(request.booking.toString()).add(toIsoUtc(request.payUntil));
    return hash.result();
}

QByteArray hashOf(const ExchangeRequest &request)
{
    RequestHash hash(QStringLiteral("exchange"));
    hash.add(request.booking.toString()).add(request.tickets.join(u' '));
    addToHash(hash, request.items);
    addToHash(hash, request.payments);
    hash.add(request.strandedReason.value_or(QString()));
    addToHash(hash, request.cardRefunds);
    addToHash(hash, request.refundToVoucher);
    addToHash(hash, request.code, request.total);
    return hash.result();
}

// Of the numbers, in their order. NotFound: one that is not of the booking; InvalidParams: one named twice.
Result<QList<Ticket>> ticketsOf(const Booking &booking, const QStringList &numbers)
{
    QList<Ticket> tickets;
    for (const QString &number : numbers) {
        const auto isIt = [&number](const Ticket &ticket) { return ticket.number == number; };
        const auto found = std::find_if(booking.tickets.begin(), booking.tickets.end(), isIt);
        if (found == booking.tickets.end())
            return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("a ticket that is not of the booking")};
        if (std::any_of(tickets.begin(), tickets.end(), isIt))
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("a ticket twice")};
        tickets.append(*found);
    }
    return tickets;
}

// Each once.
QList<EventId> eventsOf(const QList<Ticket> &tickets)
{
    QList<EventId> events;
    for (const Ticket &ticket : tickets) {
        if (!events.contains(ticket.event))
            events.append(ticket.event);
    }
    return events;
}

bool areKept(const QList<Ticket> &tickets)
{
    return std::all_of(tickets.begin(), tickets.end(), [](const Ticket &ticket) { return ticket.isKept(); });
}

// As the store knows the voucher that a code names.
Result<std::optional<QString>> voucherOf(const Caller &caller, const std::optional<QString> &code)
{
    if (!code)
        return std::optional<QString>();
    if (!caller.isCounter())
        return ErrorCode::PaymentNotAllowed;
    const std::optional<QString> read = readVoucherCode(*code);
    return read ? Result<std::optional<QString>>(hashOfVoucher(*read)) : ErrorCode::VoucherUnknown;
}

// What is told of a failure. Every number that was tried is in use, or the key without its row: nothing the caller could do
// better. Who does not stand at the counter has no terminal.
Error toTell(Error error, bool atCounter)
{
    if (error.code == ErrorCode::AlreadyExists)
        error.code = ErrorCode::Internal;
    if (error.code == ErrorCode::RefundReferenceMissing && !atCounter)
        error.code = ErrorCode::PaymentNotAllowed;
    return error;
}

} // namespace

BookingChangeService::BookingChangeService(EventDirectory &events, SaleStore &store, ReservationService &reservations, const Clock &clock, Scheduler &scheduler, IdGenerator &ids,
                                           BookingRules rules)
    : m_events(events), m_store(store), m_reservations(reservations), m_clock(clock), m_ids(ids), m_pricing(events, ids), m_till(clock, ids, rules), m_guesses(clock), m_pending(store, clock, scheduler)
{
}

void BookingChangeService::find(const Caller &caller, BookingId booking, const Done<Booking> &done)
{
    m_store.booking(booking, [caller, done](const Result<storage::StoredBooking> &stored) {
        if (!stored)
            done(stored.error());
        else if (!caller.isCounter() && stored->owner != caller.user.id)
            done(ErrorCode::NotFound);
        else
            done(stored->booking);
    });
}

Result<void> BookingChangeService::mayChange(const Caller &caller, const QList<Ticket> &tickets) const
{
    return caller.isCounter() || m_events.areCancellable(tickets, m_clock.utcNow()) ? Result<void>() : ErrorCode::CancelClosed;
}

std::shared_ptr<BookingChangeService::Change> BookingChangeService::makeChange(const Caller &caller, storage::ChangeWrite write, const Done<Booking> &done) const
{
    auto change = std::make_shared<Change>();
    change->actor = caller.user.id;
    change->key = write.key;
    change->requestHash = write.requestHash;
    change->waiting = {done};
    change->atCounter = caller.isCounter();
    change->write = std::move(write);
    change->write.actor = caller.user.id;
    change->write.atCounter = change->atCounter;
    change->write.handsOutCash = m_till.mayTake(caller, PaymentKind::Cash);
    change->write.payment = m_ids.make<PaymentId>();
    change->write.now = m_clock.utcNow();
    change->write.audit = caller.audit(change->write.now);
    return change;
}

// ---- Cancelling ------------------------------------------------------------------------------------------------------

void BookingChangeService::cancel(const Caller &caller, const CancelRequest &request, Done<Booking> done)
{
    find(caller, request.booking, [this, caller, request, done = std::move(done)](const Result<Booking> &booking) {
        if (booking)
            cancelFound(caller, request, *booking, done);
        else
            done(booking.error());
    });
}

void BookingChangeService::cancelFound(const Caller &caller, const CancelRequest &request, const Booking &booking, const Done<Booking> &done)
{
    if (!caller.isCounter() && !request.cardRefunds.isEmpty())
        return done(ErrorCode::PaymentNotAllowed);
    const Result<std::optional<QString>> voucher = voucherOf(caller, request.refundToVoucher);
    if (!voucher)
        return done(voucher.error());
    if (request.waiveFee && !kManagers.testFlag(caller.user.role))
        return done(ErrorCode::NotPermitted);
    Result<QList<Ticket>> named = ticketsOf(booking, request.tickets);
    if (!named)
        return done(named.error());
    // A repetition is answered by its key, whatever the time; whether it is one is the database's to say.
    const bool mayBeRepetition = booking.state == BookingState::Cancelled || !areKept(*named);
    const Result<void> allowed = mayBeRepetition ? Result<void>() : mayChange(caller, named->isEmpty() ? ticketsWithout(booking, {}) : *named);
    if (!allowed)
        return done(allowed.error());
    if (!named->isEmpty() && !mayBeRepetition) {
        if (const Result<void> together = m_pricing.keepTogether(caller, ticketsWithout(booking, request.tickets), ticketsWithout(booking, {})); !together)
            return done(together.error());
    }
    const Result<Done<Booking>> answer = m_guesses.guard(caller, voucher->has_value(), done);
    if (!answer)
        return done(answer.error());
    write(makeChange(caller,
                     {.booking = booking.id, .key = request.key, .requestHash = hashOf(request), .givenBack = request.tickets,
                      .isUnpaid = booking.state == BookingState::Reserved, .cardRefunds = request.cardRefunds, .refundToVoucher = *voucher,
                      .feeWaived = request.waiveFee.value_or(QString())},
                     *answer));
}

// ---- Paying out ------------------------------------------------------------------------------------------------------

void BookingChangeService::refund(const Caller &caller, const RefundRequest &request, Done<Booking> done)
{
    find(caller, request.booking, [this, caller, request, done = std::move(done)](const Result<Booking> &booking) {
        if (booking)
            refundFound(caller, request, done);
        else
            done(booking.error());
    });
}

void BookingChangeService::refundFound(const Caller &caller, const RefundRequest &request, const Done<Booking> &done)
{
    const Result<std::optional<QString>> voucher = voucherOf(caller, request.refundToVoucher);
    if (!voucher)
        return done(voucher.error());
    const Result<Done<Booking>> answer = m_guesses.guard(caller, voucher->has_value(), done);
    if (!answer)
        return done(answer.error());
    write(makeChange(caller,
                     {.booking = request.booking, .key = request.key, .requestHash = hashOf(request), .refundOf = request.event, .cardRefunds = request.cardRefunds, .refundToVoucher = *voucher},
                     *answer));
}

// ---- Reservations ----------------------------------------------------------------------------------------------------

void BookingChangeService::pay(const Caller &caller, const PayRequest &request, Done<Booking> done)
{
    find(caller, request.booking, [this, caller, request, done = std::move(done)](const Result<Booking> &booking) {
        if (!booking)
            return done(booking.error());
        // What is no reservation any more is the database's to say: a repetition is answered by its key.
        const Result<QList<Payment>> payments = m_till.take(caller, request.payments, booking->total);
        if (!payments)
            return m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), payments.error(), done);
        const Result<Done<Booking>> answer = m_guesses.guard(caller, payByVoucher(request.payments), done);
        if (!answer)
            return m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), answer.error(), done);
        confirm(caller, request, *payments, vouchersOf(request.payments, *payments), *answer);
    });
}

void BookingChangeService::confirm(const Caller &caller, const PayRequest &request, const QList<Payment> &payments, const QList<storage::VoucherPart> &vouchers,
                                   const Done<Booking> &done)
{
    write(makeChange(caller, {.booking = request.booking, .key = request.key, .requestHash = hashOf(request), .pays = true, .payments = payments, .vouchers = vouchers}, done));
}

void BookingChangeService::prolong(const Caller &caller, const ProlongRequest &request, Done<Booking> done)
{
    find(caller, request.booking, [this, caller, request, done = std::move(done)](const Result<Booking> &booking) {
        if (!booking)
            return done(booking.error());
        const QList<EventId> events = eventsOf(ticketsWithout(*booking, {}));
        m_events.openFor(caller, events, [this, caller, request, events, done](const Result<bool> &opened) {
            const auto judged = !opened ? Result<Instant>(opened.error())
                : events.isEmpty()      ? Result<Instant>(request.payUntil) // nothing is left of it, as the database will say
                                        : m_reservations.payUntilFor(events, request.payUntil);
            if (!judged)
                m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), judged.error(), done);
            else
                write(makeChange(caller, {.booking = request.booking, .key = request.key, .requestHash = hashOf(request), .payUntil = request.payUntil}, done));
        });
    });
}

// ---- Exchanging ------------------------------------------------------------------------------------------------------

void BookingChangeService::exchange(const Caller &caller, const ExchangeRequest &request, Done<Booking> done)
{
    find(caller, request.booking, [this, caller, request, done = std::move(done)](const Result<Booking> &booking) {
        if (!booking)
            return done(booking.error());
        m_events.openFor(caller, eventsOf(request.items), [this, caller, request, booking = *booking, done](const Result<bool> &opened) {
            if (opened)
                exchangeFound(caller, request, booking, done);
            else
                m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), opened.error(), done);
        });
    });
}

void BookingChangeService::exchangeFound(const Caller &caller, const ExchangeRequest &request, const Booking &booking, const Done<Booking> &done)
{
    Done<Booking> answer = done;
    const auto refuse = [&](const Error &error) { m_pending.answerEarlier(caller.user.id, request.key, hashOf(request), error, answer); };
    Result<storage::ChangeWrite> drafted = draft(caller, request, booking);
    if (!drafted)
        return refuse(drafted.error());
    // Who only changes the ticket type stays where he sits, unless his place was given free.
    QList<SaleItem> moves;
    std::copy_if(request.items.begin(), request.items.end(), std::back_inserter(moves), [&](const SaleItem &item) {
        return std::none_of(booking.tickets.begin(), booking.tickets.end(), [&](const Ticket &ticket) {
            return ticket.state == TicketState::Valid && ticket.event == item.event && ticket.place == item.place && request.tickets.contains(ticket.number);
        });
    });
    if (const Result<void> judged = m_pricing.judgeOrphans(caller, moves, request.strandedReason); !judged)
        return refuse(judged.error());
    const Result<Done<Booking>> guarded = m_guesses.guard(caller, !drafted->vouchers.isEmpty() || drafted->refundToVoucher, done);
    if (!guarded)
        return refuse(guarded.error());
    answer = *guarded;
    Result<FrozenSeats> seats = FrozenSeats::freeze(m_events, m_clock, caller, moves);
    if (!seats)
        return refuse(seats.error());
    const std::shared_ptr<Change> change = makeChange(caller, std::move(*drafted), answer);
    change->seats.emplace(std::move(*seats));
    m_pending.begin(change);
    write(change);
}

Result<storage::ChangeWrite> BookingChangeService::draft(const Caller &caller, const ExchangeRequest &request, const Booking &booking) const
{
    if (!caller.isCounter() && !request.cardRefunds.isEmpty())
        return ErrorCode::PaymentNotAllowed;
    const Result<std::optional<QString>> voucher = voucherOf(caller, request.refundToVoucher);
    if (!voucher)
        return voucher.error();
    const Result<QList<Ticket>> givenBack = ticketsOf(booking, request.tickets);
    if (!givenBack)
        return givenBack.error();
    if (!areKept(*givenBack))
        return ErrorCode::AlreadyCancelled;
    if (const Result<void> allowed = mayChange(caller, *givenBack); !allowed)
        return allowed.error();
    const QList<Ticket> staying = keptWithout(booking, request.tickets);
    Result<PricedSale> sale = m_pricing.price(request.items, {.now = m_clock.utcNow(), .code = request.code, .isExchange = true, .staying = staying, .givenBack = *givenBack});
    if (!sale)
        return sale.error();
    QList<Ticket> &taken = sale->tickets;
    if (const Result<void> same = refuseChanged(request.total, sale->total); !same)
        return same.error();
    if (const Result<void> together = m_pricing.keepTogether(caller, ticketsWithout(booking, request.tickets) + taken, ticketsWithout(booking, {})); !together)
        return together.error();
    const QList<TicketLimit> limits = ticketLimits(m_events, caller, eventsOf(request.items));
    if (const Result<void> few = keepTicketLimits(booking.tickets, staying, taken, limits); !few)
        return few.error();
    if (taken.constFirst().price.currency != booking.total.currency)
        return ErrorCode::CurrencyMismatch;
    const bool isUnpaid = booking.state == BookingState::Reserved;
    const qint64 difference = isUnpaid ? 0 : sumOf(taken).amount - sumOf(*givenBack).amount;
    const Money due {.amount = std::max<qint64>(0, difference), .currency = booking.total.currency};
    if (isUnpaid && !isAllInCash(request.payments))
        return Error {.code = ErrorCode::PaymentMismatch, .limit = 0};
    const Result<QList<Payment>> payments = isUnpaid ? QList<Payment>() : m_till.take(caller, request.payments, due);
    if (!payments)
        return payments.error();
    if (isUnpaid) {
        const Result<Instant> payUntil = m_reservations.payUntilFor(eventsOf(request.items), booking.payUntil);
        if (!payUntil && payUntil.error().code == ErrorCode::PayUntilTooLate)
            return payUntil.error();
    }
    QStringList givenFree;
    for (const Ticket &ticket : *givenBack) {
        if (ticket.state == TicketState::Released)
            givenFree.append(ticket.number);
    }
    QStringList kept = request.tickets;
    for (const Ticket &ticket : staying)
        kept.append(ticket.number);
    return storage::ChangeWrite {.booking = booking.id,
                                 .key = request.key,
                                 .requestHash = hashOf(request),
                                 .givenBack = request.tickets,
                                 .givenFree = givenFree,
                                 .taken = std::move(taken),
                                 .limits = limits,
                                 .kept = kept,
                                 .isUnpaid = isUnpaid,
                                 .payments = due.amount > 0 ? *payments : QList<Payment>(),
                                 .vouchers = due.amount > 0 ? vouchersOf(request.payments, *payments) : QList<storage::VoucherPart>(),
                                 .cardRefunds = request.cardRefunds,
                                 .refundToVoucher = *voucher,
                                 .codes = sale->pricing.codesUsed,
                                 .strandedReason = request.strandedReason.value_or(QString())};
}

// ---- Both ------------------------------------------------------------------------------------------------------------

void BookingChangeService::write(const std::shared_ptr<Change> &change)
{
    m_store.change(change->write, [this, change](const Result<storage::ChangeOutcome> &outcome) { onWritten(change, outcome); });
}

void BookingChangeService::onWritten(const std::shared_ptr<Change> &change, const Result<storage::ChangeOutcome> &outcome)
{
    const QString booking = change->write.booking.toString();
    if (!outcome && change->isOpenAfter(outcome.error())) {
        qCWarning(lcBooking) << "outcome of changing" << booking << "unknown, asking again";
        change->answer(Error {.code = ErrorCode::OutcomeUnknown});
        m_pending.askAgainLater([this, change] { write(change); });
        return;
    }
    if (!outcome && isOthersDoing(outcome.error())) {
        const Error error = outcome.error();
        m_events.look(
            *error.event, change->seats ? change->seats->placesIn(error) : QList<qint32>(),
            [this, change, error, booking](const storage::PlacesSeen &seen) {
                if (change->seats)
                    change->seats->giveUpTo(seen, booking);
                m_pending.finish(change, toTell(error, change->atCounter));
            },
            [change, error] { change->answer(toTell(error, change->atCounter)); });
        return;
    }
    if (!outcome) {
        if (change->seats)
            change->seats->thaw();
        // A reservation that was paid: a repetition that has seen the payment may have been done meanwhile, and is the answer.
        const std::vector<Done<Booking>> askAgain = outcome.error().code == ErrorCode::StaleVersion ? std::exchange(change->waiting, {}) : std::vector<Done<Booking>>();
        m_pending.finish(change, toTell(outcome.error(), change->atCounter));
        for (const Done<Booking> &done : askAgain)
            m_pending.answerEarlier(change->actor, change->key, change->requestHash, outcome.error(), done);
        return;
    }
    if (change->seats)
        change->seats->settle(outcome->booking);
    if (outcome->booking.payUntil)
        m_reservations.expect(*outcome->booking.payUntil);
    if (!isSeeded(Defect::CancelledStaysSold))
        freeSold(m_events, m_clock, outcome->freed);
    m_pending.finish(change, outcome->alreadyCancelled ? Result<Booking>(ErrorCode::AlreadyCancelled) : Result<Booking>(outcome->booking));
}

} // namespace parterre::services
