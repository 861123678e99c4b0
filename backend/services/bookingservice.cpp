// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingservice.h"

#include "backend/services/bookingnumbers.h"
#include "shared/core/defects.h"
#include "shared/domain/orphanrule.h"

#include <QCryptographicHash>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcBooking, "parterre.booking")

constexpr std::chrono::seconds kAskAgain {1};
// Holds, for the moment it takes, what another server sold. No session ever gets this number.
constexpr ledger::HolderId kElsewhere {std::numeric_limits<quint64>::max()};

void addToHash(QCryptographicHash &hash, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    hash.addData(QByteArray::number(utf8.size()) + ':' + utf8 + ';');
}

// What makes two requests the same request. The hold versions are left out: a repetition may not know them any more.
QByteArray hashOf(const SaleRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addToHash(hash, QStringLiteral("checkout"));
    for (const SaleItem &item : request.items) {
        addToHash(hash, item.event.toString());
        addToHash(hash, QString::number(item.place));
        addToHash(hash, item.ticketType);
    }
    addToHash(hash, request.tendered ? QString::number(request.tendered->amount) + request.tendered->currency.code() : QString());
    addToHash(hash, request.customerName.value_or(QString()));
    if (request.strandedReason)
        addToHash(hash, *request.strandedReason);
    return hash.result();
}

// Every number that was tried is in use, or the key without its row: nothing the caller could do better.
Error asDefect(Error error)
{
    if (error.code == ErrorCode::AlreadyExists)
        error.code = ErrorCode::Internal;
    return error;
}

QByteArray hashOfCancel(BookingId booking)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addToHash(hash, QStringLiteral("cancel"));
    addToHash(hash, booking.toString());
    return hash.result();
}

// Nobody knows whether it is written, so nothing may be undone until the database says. The key makes asking harmless.
template<class Operation>
bool hasToAskAgain(Operation &operation, const Error &error)
{
    operation.outcomeUnknown = operation.outcomeUnknown || error.code == ErrorCode::OutcomeUnknown;
    const bool noVerdict = error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::StorageUnavailable || error.code == ErrorCode::Overloaded;
    return operation.outcomeUnknown && noVerdict;
}

template<class Operation>
void answerOnce(Operation &operation, const Result<Booking> &result)
{
    if (!std::exchange(operation.answered, true))
        operation.done(result);
}

} // namespace

BookingService::BookingService(EventDirectory &events, SaleStore &store, const Clock &clock, Scheduler &scheduler, IdGenerator &ids, Randomness &random,
                               BookingRules rules)
    : m_events(events), m_store(store), m_clock(clock), m_ids(ids), m_random(random), m_rules(rules), m_askAgain(scheduler.makeAlarm([this] { onAskAgain(); }))
{
}

void BookingService::checkout(const Caller &caller, const SaleRequest &request, Done<Booking> done)
{
    QList<EventId> ids;
    for (const SaleItem &item : request.items) {
        if (!ids.contains(item.event))
            ids.append(item.event);
    }
    openEvents(caller, std::move(ids), [this, caller, request, done = std::move(done)](const Result<bool> &opened) {
        if (!opened)
            answerEarlierSale(caller, request, opened.error(), done);
        else
            begin(caller, request, done);
    });
}

void BookingService::openEvents(const Caller &caller, QList<EventId> ids, Done<bool> done)
{
    if (ids.isEmpty()) {
        done(true);
        return;
    }
    const EventId next = ids.takeLast();
    m_events.openFor(caller, next, [this, caller, ids = std::move(ids), done = std::move(done)](const Result<OpenEvent *> &event) {
        if (!event)
            done(event.error());
        else
            openEvents(caller, ids, done);
    });
}

void BookingService::begin(const Caller &caller, const SaleRequest &request, const Done<Booking> &done)
{
    Result<Booking> booking = price(caller, request);
    if (!booking) {
        answerEarlierSale(caller, request, booking.error(), done);
        return;
    }
    const Result<Payment> payment = pay(caller, request, booking->total);
    if (!payment) {
        answerEarlierSale(caller, request, payment.error(), done);
        return;
    }
    booking->payments.append(*payment);
    if (const std::optional<Error> stranded = strands(caller, request)) {
        answerEarlierSale(caller, request, *stranded, done);
        return;
    }

    Result<std::vector<FrozenSeats>> frozen = freeze(caller, request);
    if (!frozen) {
        answerEarlierSale(caller, request, frozen.error(), done);
        return;
    }
    auto sale = std::make_shared<Sale>(Sale {.caller = caller,
                                             .write = {.booking = std::move(*booking),
                                                       .owner = caller.isCounter() ? UserId() : caller.user.id,
                                                       .actor = caller.user.id,
                                                       .key = request.key,
                                                       .requestHash = hashOf(request),
                                                       .audit = caller.audit(m_clock.utcNow()),
                                                       .strandedReason = request.strandedReason.value_or(QString()),
                                                       .renumber = [&random = m_random](Booking &numbered) { giveNumbers(numbered, random); }},
                                             .frozen = std::move(*frozen),
                                             .done = done});
    m_underWay.emplace(KeyName(sale->write.actor, sale->write.key), sale);
    write(sale);
}

// The booking as it would be sold, with the server's prices; the seats are not looked at.
Result<Booking> BookingService::price(const Caller &caller, const SaleRequest &request) const
{
    const Instant now = m_clock.utcNow();
    Booking booking {.id = m_ids.make<BookingId>(), .customerName = request.customerName.value_or(caller.user.name), .created = now};
    std::set<std::pair<EventId, qint32>> seen;
    for (const SaleItem &item : request.items) {
        const OpenEvent *event = m_events.find(item.event);
        if (!event)
            return Error {.code = ErrorCode::NotFound};
        // The sales window was kept when the seat was held; who got it in time may finish.
        if (event->event().summary.state != EventState::Published)
            return Error {.code = ErrorCode::SaleClosed};
        if (!event->ledger().contains(item.place))
            return Error {.code = ErrorCode::UnknownPlace, .places = {item.place}, .event = item.event};
        if (!seen.emplace(item.event, item.place).second)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("a place twice in one checkout"), .places = {item.place}, .event = item.event};
        const TicketOffer *offer = event->offerFor(item.place, item.ticketType);
        if (!offer)
            return Error {.code = ErrorCode::NoPrice, .places = {item.place}, .event = item.event};
        if (booking.tickets.isEmpty())
            booking.total.currency = offer->price.currency;
        if (offer->price.currency != booking.total.currency)
            return Error {.code = ErrorCode::CurrencyMismatch};
        booking.total.amount += offer->price.amount;
        booking.tickets.append({.id = m_ids.make<TicketId>(),
                                .event = item.event,
                                .place = item.place,
                                .label = event->label(item.place),
                                .category = event->categoryKey(item.place),
                                .ticketType = item.ticketType,
                                .price = offer->price});
    }
    if (booking.total.amount > kMaxAmount)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("the total is out of range")};
    giveNumbers(booking, m_random);
    return booking;
}

// Whether the sale leaves single seats behind in an event that forbids it, and nobody who may do so says why.
std::optional<Error> BookingService::strands(const Caller &caller, const SaleRequest &request) const
{
    std::map<const OpenEvent *, std::vector<qint32>> wanted; // of the events that care
    for (const SaleItem &item : request.items) {
        const OpenEvent *event = m_events.find(item.event);
        if (event->event().rules.orphanRule != OrphanRule::Off)
            wanted[event].push_back(item.place);
    }
    for (const auto &[event, places] : wanted) {
        const OrphanFinding finding =
            judgeOrphans(event->event().rules.orphanRule, caller.isCounter(), event->plan().picker->runs(), event->ledger().states(), places);
        const bool excused = finding.verdict == OrphanVerdict::NeedsReason && request.strandedReason;
        if ((finding.verdict == OrphanVerdict::NeedsReason || finding.verdict == OrphanVerdict::Refused) && !excused)
            return Error {.code = ErrorCode::SeatStranded, .places = {finding.stranded.begin(), finding.stranded.end()}, .event = event->id()};
    }
    return std::nullopt;
}

Result<Payment> BookingService::pay(const Caller &caller, const SaleRequest &request, const Money &total) const
{
    if (!caller.isCounter() && !m_rules.selfServiceCash)
        return Error {.code = ErrorCode::PaymentNotAllowed};
    const Money tendered = request.tendered.value_or(total);
    if (tendered.currency != total.currency)
        return Error {.code = ErrorCode::CurrencyMismatch};
    if (tendered.amount < total.amount)
        return Error {.code = ErrorCode::InsufficientPayment, .limit = total.amount};
    return Payment {.id = m_ids.make<PaymentId>(),
                    .kind = request.payment,
                    .direction = PaymentDirection::Payment,
                    .amount = total,
                    .tendered = tendered,
                    .change = Money {.amount = tendered.amount - total.amount, .currency = total.currency},
                    .at = m_clock.utcNow()};
}

Result<std::vector<BookingService::FrozenSeats>> BookingService::freeze(const Caller &caller, const SaleRequest &request)
{
    std::vector<FrozenSeats> all;
    for (const SaleItem &item : request.items) {
        OpenEvent *event = m_events.find(item.event);
        auto found = std::find_if(all.begin(), all.end(), [event](const FrozenSeats &seats) { return seats.event == event; });
        if (found == all.end())
            found = all.insert(all.end(), {.event = event});
        found->fences.push_back({.place = item.place, .version = item.version.value_or(event->ledger().versionOf(item.place))});
    }
    const Tick now = m_clock.steadyNow();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Result<ledger::CheckoutToken> token = all[i].event->ledger().freeze(caller.holder, all[i].fences, now);
        m_events.settle(*all[i].event);
        if (!token) {
            Error error = token.error();
            error.event = all[i].event->id();
            all.resize(i);
            thaw(all);
            return error;
        }
        all[i].token = *token;
    }
    return all;
}

void BookingService::thaw(const std::vector<FrozenSeats> &frozen)
{
    for (const FrozenSeats &seats : frozen) {
        if (!seats.event->ledger().thaw(seats.token, m_clock.steadyNow()))
            qCCritical(lcBooking) << "a checkout's seats were not frozen any more, event" << seats.event->id().toString();
        m_events.settle(*seats.event);
    }
}

// What cannot be sold now may have been sold by an earlier request with the same key: then that is the answer.
void BookingService::answerEarlierSale(const Caller &caller, const SaleRequest &request, const Error &otherwise, const Done<Booking> &done)
{
    if (isSeeded(Defect::RepetitionRefused)) {
        done(otherwise);
        return;
    }
    const KeyName key(caller.user.id, request.key);
    m_store.bookingOfKey(caller.user.id, request.key, hashOf(request), [this, key, otherwise, done](const Result<Booking> &earlier) {
        // The store may know of the sale before we do. Whoever hears of it next asks for the map, and has to see it sold.
        const auto underWay = m_underWay.find(key);
        if (earlier && underWay != m_underWay.end()) {
            underWay->second->afterwards.emplace_back([done, earlier] { done(earlier); });
            return;
        }
        const bool unknownKey = !earlier && earlier.error().code == ErrorCode::NotFound;
        done(unknownKey ? Result<Booking>(otherwise) : earlier);
    });
}

void BookingService::write(const std::shared_ptr<Sale> &sale)
{
    if (isSeeded(Defect::AnsweredBeforeCommit))
        answerOnce(*sale, sale->write.booking);
    m_store.book(sale->write, [this, sale](const Result<storage::CheckoutOutcome> &outcome) { onWritten(sale, outcome); });
}

void BookingService::onWritten(const std::shared_ptr<Sale> &sale, const Result<storage::CheckoutOutcome> &outcome)
{
    if (!outcome && hasToAskAgain(*sale, outcome.error())) {
        qCWarning(lcBooking) << "outcome of sale" << sale->write.booking.reference << "unknown, asking again";
        answerOnce(*sale, Error {.code = ErrorCode::OutcomeUnknown});
        askAgainLater([this, sale] { write(sale); });
        return;
    }
    if (!outcome) {
        if (outcome.error().code == ErrorCode::SeatTaken)
            adoptSoldSeats(*sale, outcome.error());
        else
            thaw(sale->frozen);
        finish(sale, outcome.error());
        return;
    }
    if (outcome->booking.state == BookingState::Cancelled) {
        // The key is that of an earlier sale which was cancelled since: what is held now was not sold by it.
        thaw(sale->frozen);
    } else {
        for (const FrozenSeats &seats : sale->frozen) {
            if (!seats.event->ledger().commit(seats.token, m_clock.steadyNow()))
                qCCritical(lcBooking) << "sold seats were not frozen any more, booking" << outcome->booking.reference;
            m_events.settle(*seats.event);
        }
    }
    finish(sale, outcome->booking);
}

void BookingService::finish(const std::shared_ptr<Sale> &sale, const Result<Booking> &result)
{
    const auto underWay = m_underWay.find({sale->write.actor, sale->write.key});
    if (underWay != m_underWay.end() && underWay->second == sale)
        m_underWay.erase(underWay);
    answerOnce(*sale, result);
    for (const auto &answer : std::exchange(sale->afterwards, {}))
        answer();
}

// The store has live tickets the ledger did not know of: another server sells from it. They are marked at once, so that
// nobody can hold them in between, and on no other word than this answer: a later look could be older than a cancellation
// that was heard before it.
void BookingService::adoptSoldSeats(const Sale &sale, const Error &error)
{
    qCCritical(lcBooking) << "the database refused sale" << sale.write.booking.reference << ": seats sold elsewhere" << error.places;
    thaw(sale.frozen);
    for (const FrozenSeats &seats : sale.frozen) {
        if (seats.event->id() != error.event)
            continue;
        for (const qint32 place : error.places)
            markSold(*seats.event, place, sale.caller.holder);
        m_events.settle(*seats.event);
    }
}

void BookingService::markSold(OpenEvent &event, qint32 place, ledger::HolderId loser)
{
    ledger::SeatLedger &seats = event.ledger();
    const Tick now = m_clock.steadyNow();
    seats.expire(now);
    const std::array places {place};
    if (seats.stateOf(place) == SeatState::Free && !seats.acquire(kElsewhere, places, std::numeric_limits<int>::max(), now))
        return;
    const auto holder = seats.holderOf(place);
    if (holder != kElsewhere && holder != loser)
        return;
    const std::array fence {ledger::Fence {.place = place, .version = seats.versionOf(place)}};
    const auto token = seats.freeze(*holder, fence, now);
    if (!token || !seats.commit(*token, now))
        qCCritical(lcBooking) << "a seat sold elsewhere could not be marked, event" << event.id().toString() << "place" << place;
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

void BookingService::cancel(const Caller &caller, BookingId booking, const QString &key, Done<Booking> done)
{
    m_store.booking(booking, [this, caller, key, done = std::move(done)](const Result<storage::StoredBooking> &stored) {
        if (!stored)
            done(stored.error());
        else if (!caller.isCounter() && stored->owner != caller.user.id)
            done(ErrorCode::NotFound);
        else
            cancelStored(caller, *stored, key, done);
    });
}

void BookingService::cancelStored(const Caller &caller, const storage::StoredBooking &stored, const QString &key, const Done<Booking> &done)
{
    const Instant now = m_clock.utcNow();
    // A repetition is answered by its key, whatever the time; whether it is one is the database's to say.
    const bool mayBeRepetition = stored.booking.state == BookingState::Cancelled;
    if (!caller.isCounter() && !mayBeRepetition) {
        const bool open = std::all_of(stored.booking.tickets.begin(), stored.booking.tickets.end(), [&](const Ticket &ticket) {
            const OpenEvent *event = m_events.find(ticket.event);
            return event && event->isCancellable(now);
        });
        if (!open) {
            done(ErrorCode::CancelClosed);
            return;
        }
    }
    write(std::make_shared<Cancellation>(Cancellation {.write = {.booking = stored.booking.id,
                                                                 .actor = caller.user.id,
                                                                 .key = key,
                                                                 .requestHash = hashOfCancel(stored.booking.id),
                                                                 .refund = m_ids.make<PaymentId>(),
                                                                 .audit = caller.audit(now),
                                                                 .now = now},
                                                       .done = done}));
}

void BookingService::write(const std::shared_ptr<Cancellation> &cancellation)
{
    m_store.cancel(cancellation->write, [this, cancellation](const Result<storage::CancelOutcome> &outcome) { onWritten(cancellation, outcome); });
}

void BookingService::onWritten(const std::shared_ptr<Cancellation> &cancellation, const Result<storage::CancelOutcome> &outcome)
{
    if (!outcome && hasToAskAgain(*cancellation, outcome.error())) {
        qCWarning(lcBooking) << "outcome of cancelling" << cancellation->write.booking.toString() << "unknown, asking again";
        answerOnce(*cancellation, Error {.code = ErrorCode::OutcomeUnknown});
        askAgainLater([this, cancellation] { write(cancellation); });
        return;
    }
    if (!outcome) {
        answerOnce(*cancellation, asDefect(outcome.error()));
        return;
    }
    if (!isSeeded(Defect::CancelledStaysSold))
        freeSeats(outcome->freed);
    answerOnce(*cancellation, outcome->alreadyCancelled ? Result<Booking>(ErrorCode::AlreadyCancelled) : Result<Booking>(outcome->booking));
}

void BookingService::askAgainLater(std::function<void()> again)
{
    m_questions.push_back({.due = m_clock.steadyNow() + kAskAgain, .again = std::move(again)});
    if (m_questions.size() == 1)
        m_askAgain->start(kAskAgain);
}

void BookingService::onAskAgain()
{
    const Tick now = m_clock.steadyNow();
    while (!m_questions.empty() && m_questions.front().due <= now) {
        const Question question = std::move(m_questions.front());
        m_questions.pop_front();
        question.again();
    }
    if (!m_questions.empty())
        m_askAgain->start(m_questions.front().due - now);
}

// A repetition may come after the seats were freed, or sold again: only what the ledger still calls sold is freed.
void BookingService::freeSeats(const QList<storage::FreedPlace> &freed)
{
    std::map<EventId, std::vector<qint32>> byEvent;
    for (const storage::FreedPlace &place : freed) {
        const OpenEvent *event = m_events.find(place.event);
        if (!event)
            m_events.seatsFreed(place.event);
        else if (event->ledger().contains(place.place) && event->ledger().stateOf(place.place) == SeatState::Sold)
            byEvent[place.event].push_back(place.place);
    }
    for (const auto &[id, places] : byEvent) {
        OpenEvent *event = m_events.find(id);
        if (const auto done = event->ledger().freeSold(places, m_clock.steadyNow()); !done)
            qCCritical(lcBooking) << "cancelled seats were not sold in the ledger, event" << id.toString() << done.error().places;
        m_events.settle(*event);
    }
}

} // namespace parterre::services
