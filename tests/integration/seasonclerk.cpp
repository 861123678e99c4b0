// SPDX-License-Identifier: GPL-3.0-or-later
#include "seasonclerk.h"

#include "shared/domain/refundsplit.h"
#include "shared/domain/seatstate.h"
#include "shared/domain/packedseatstates.h"
#include "shared/protocol/contacts.h"
#include "tests/support/messages.h"
#include "tests/support/noshowparams.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kFrontSeats = TestHouse::kSeatsPerRow;
constexpr qint64 kFrontPrice = 3'000; // as eventparams.h has them
constexpr qint64 kRearPrice = 2'000;

qint64 priceOf(qint32 place)
{
    return place < kFrontSeats ? kFrontPrice : kRearPrice;
}

QJsonObject money(qint64 amount)
{
    return {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}};
}

QJsonArray itemsOf(const EventId &event, const QList<qint32> &places)
{
    QJsonArray items;
    for (const qint32 place : places)
        items.append(QJsonObject {{u"event"_s, event.toString()}, {u"place"_s, place}, {u"ticketType"_s, u"adult"_s}});
    return items;
}

QList<Ticket> validTickets(const Booking &booking)
{
    QList<Ticket> valid;
    std::copy_if(booking.tickets.begin(), booking.tickets.end(), std::back_inserter(valid), [](const Ticket &ticket) { return ticket.state == TicketState::Valid; });
    return valid;
}

QList<Ticket> keptTickets(const Booking &booking)
{
    QList<Ticket> kept;
    std::copy_if(booking.tickets.begin(), booking.tickets.end(), std::back_inserter(kept), [](const Ticket &ticket) { return ticket.isKept(); });
    return kept;
}

qint64 sumOf(const QList<Ticket> &tickets)
{
    qint64 sum = 0;
    for (const Ticket &ticket : tickets)
        sum += ticket.price.amount;
    return sum;
}

QStringList numbersOf(const QList<Ticket> &tickets)
{
    QStringList numbers;
    for (const Ticket &ticket : tickets)
        numbers.append(ticket.number);
    return numbers;
}

} // namespace

QLatin1StringView seasonWord(SeasonAction action)
{
    static constexpr std::array kWords {"sales"_L1, "split payments"_L1, "reservations"_L1, "reservations paid"_L1, "tickets cancelled"_L1, "bookings cancelled"_L1, "exchanges"_L1, "reprints"_L1, "admissions"_L1, "blocks"_L1,
                                   "sales with a code"_L1, "releases of no-shows"_L1, "ways back"_L1, "contacts changed"_L1, "notes"_L1,
                                   "begun to pay online"_L1, "of those seen booked"_L1, "given up or paid at the counter"_L1};
    return kWords.at(static_cast<std::size_t>(action));
}

void SeasonClerk::run()
{
    while (m_wishes.actionsLeft->fetch_sub(1) > 0) {
        const SeasonAction action = nextAction();
        if (perform(action))
            ++m_done[action];
    }
    m_line.hangUp();
}

SeasonAction SeasonClerk::nextAction()
{
    static constexpr std::array kWeights {std::pair {SeasonAction::Sell, 14},  std::pair {SeasonAction::SplitPay, 8}, std::pair {SeasonAction::SellWithCode, 4}, std::pair {SeasonAction::Reserve, 7},
                                          std::pair {SeasonAction::Pay, 6},        std::pair {SeasonAction::CancelPart, 8}, std::pair {SeasonAction::CancelAll, 5}, std::pair {SeasonAction::Exchange, 11},
                                          std::pair {SeasonAction::Reprint, 4},    std::pair {SeasonAction::CheckIn, 8},    std::pair {SeasonAction::Block, 3},      std::pair {SeasonAction::ReleaseNoShows, 8},
                                          std::pair {SeasonAction::Restore, 8},    std::pair {SeasonAction::ChangeContact, 3}, std::pair {SeasonAction::AddNote, 3},
                                          std::pair {SeasonAction::PayOnline, 12}, std::pair {SeasonAction::LookOnline, 6}, std::pair {SeasonAction::GiveUpOnline, 2}};
    static constexpr int kAll = std::accumulate(kWeights.begin(), kWeights.end(), 0, [](int sum, const auto &each) { return sum + each.second; });
    int chosen = upTo(kAll - 1);
    for (const auto &[action, weight] : kWeights) {
        if (chosen < weight)
            return action;
        chosen -= weight;
    }
    return SeasonAction::Sell;
}

bool SeasonClerk::perform(SeasonAction action)
{
    switch (action) {
    case SeasonAction::Sell:
    case SeasonAction::SplitPay:
    case SeasonAction::SellWithCode:
    case SeasonAction::Reserve: return sell(action);
    case SeasonAction::Pay: return pay();
    case SeasonAction::CancelPart: return cancel(false);
    case SeasonAction::CancelAll: return cancel(true);
    case SeasonAction::Exchange: return exchange();
    case SeasonAction::Reprint: return reprint();
    case SeasonAction::CheckIn: return checkIn();
    case SeasonAction::ReleaseNoShows: return releaseNoShows();
    case SeasonAction::Restore: return restore();
    case SeasonAction::ChangeContact: return changeContact();
    case SeasonAction::AddNote: return addNote();
    case SeasonAction::PayOnline: return payOnline();
    case SeasonAction::LookOnline: return lookOnline();
    case SeasonAction::GiveUpOnline: return giveUpOnline();
    case SeasonAction::Block: return m_wishes.role == Role::Manager ? block() : sell(SeasonAction::Sell);
    }
    return false;
}

// ---- What clerks do ---------------------------------------------------------------------------------------------------

bool SeasonClerk::sell(SeasonAction how)
{
    const EventId event = how == SeasonAction::Reserve ? anyLaterEvent() : anyEvent(); // for tonight nobody waits for money
    const QList<qint32> places = hold(event, 1 + upTo(4));
    if (places.isEmpty())
        return false;
    qint64 due = 0;
    for (const qint32 place : places)
        due += priceOf(place);
    QJsonObject sale {{u"key"_s, newKey()}, {u"items"_s, itemsOf(event, places)}, {u"customerName"_s, u"Party %1"_s.arg(++m_references)}};
    const bool hasCode = how == SeasonAction::SellWithCode;
    if (hasCode) {
        sale.insert(u"code"_s, m_wishes.code);
        due -= due / 10;
    }
    if (how != SeasonAction::Reserve)
        sale.insert(u"payments"_s, paymentOf(due, how == SeasonAction::SplitPay));
    // The server may have died, and the holds with it.
    const std::optional<BookingId> sold = changed(how == SeasonAction::Reserve ? u"bookings.reserve"_s : u"bookings.checkout"_s, sale, {u"not_held"_s, u"hold_expired"_s, u"seat_taken"_s, u"code_used_up"_s});
    if (sold && hasCode)
        m_withCode.insert(*sold);
    return sold.has_value();
}

bool SeasonClerk::pay()
{
    const Booking *booking = anyBooking(BookingState::Reserved);
    if (!booking)
        return false;
    return change(u"bookings.pay"_s, {{u"key"_s, newKey()}, {u"booking"_s, booking->id.toString()}, {u"payments"_s, paymentOf(booking->total.amount, upTo(1) == 1)}}, {});
}

bool SeasonClerk::cancel(bool all)
{
    const Booking *booking = anyBooking(upTo(4) == 0 ? BookingState::Reserved : BookingState::Confirmed, all ? 1 : 2);
    if (!booking)
        return false;
    const QList<Ticket> kept = keptTickets(*booking); // the counter pays back what was given free, too
    const QList<Ticket> given = all ? kept : kept.first(1 + upTo(static_cast<int>(kept.size()) - 2));
    QJsonObject request {{u"key"_s, newKey()}, {u"booking"_s, booking->id.toString()}, {u"tickets"_s, QJsonArray::fromStringList(numbersOf(given))}};
    if (const QJsonArray refunds = cardRefundsOf(*booking, booking->state == BookingState::Confirmed ? sumOf(given) : 0); !refunds.isEmpty())
        request.insert(u"cardRefunds"_s, refunds);
    return change(u"bookings.cancel"_s, request, {u"ticket_used"_s});
}

// Other seats, mostly of another evening.
bool SeasonClerk::exchange()
{
    const Booking *booking = anyBooking(upTo(5) == 0 ? BookingState::Reserved : BookingState::Confirmed);
    if (!booking)
        return false;
    const QList<Ticket> valid = validTickets(*booking);
    const QList<Ticket> given = valid.first(1 + upTo(static_cast<int>(valid.size()) - 1));
    const EventId event = anyEvent();
    const QList<qint32> places = hold(event, static_cast<int>(given.size()));
    if (places.isEmpty())
        return false;
    qint64 due = -sumOf(given);
    for (const qint32 place : places)
        due += priceOf(place);
    QJsonObject request {{u"key"_s, newKey()}, {u"booking"_s, booking->id.toString()}, {u"tickets"_s, QJsonArray::fromStringList(numbersOf(given))}, {u"items"_s, itemsOf(event, places)}};
    const bool isPaid = booking->state == BookingState::Confirmed;
    if (isPaid && due > 0)
        request.insert(u"payments"_s, paymentOf(due, upTo(1) == 1));
    if (const QJsonArray refunds = cardRefundsOf(*booking, isPaid ? std::max<qint64>(0, -due) : 0); !refunds.isEmpty())
        request.insert(u"cardRefunds"_s, refunds);
    // A reservation cannot go to an evening by which it would have to be paid earlier.
    return change(u"bookings.exchange"_s, request, {u"not_held"_s, u"hold_expired"_s, u"seat_taken"_s, u"ticket_used"_s, u"pay_until_too_late"_s});
}

bool SeasonClerk::reprint()
{
    const Booking *booking = anyBooking(BookingState::Confirmed);
    if (!booking)
        return false;
    const WireReply reply = m_line.ask(u"tickets.reprint"_s, {{u"key"_s, newKey()}, {u"ticket"_s, validTickets(*booking).constFirst().number}});
    if (!reply.ok())
        m_complaints.append(u"tickets.reprint: "_s + reply.kind());
    return reply.ok();
}

bool SeasonClerk::checkIn()
{
    const Booking *booking = anyBooking(BookingState::Confirmed);
    if (!booking)
        return false;
    const Ticket ticket = keptTickets(*booking).constLast();
    const WireReply reply = m_line.ask(u"checkins.admit"_s, {{u"key"_s, newKey()}, {u"event"_s, ticket.event.toString()}, {u"code"_s, ticket.number}, {u"door"_s, u"Main entrance"_s}});
    const QString outcome = reply.at(u"verdict.outcome"_s).toString();
    const QString expected = ticket.state == TicketState::Released ? u"released"_s : m_admitted.contains(ticket.number) ? u"already_in"_s : u"admitted"_s;
    if (outcome != expected)
        m_complaints.append(u"checkins.admit: %1%2 instead of %3"_s.arg(reply.kind(), outcome, expected));
    if (ticket.state == TicketState::Valid)
        m_admitted.insert(ticket.number);
    return outcome == u"admitted"_s;
}

// For the house, and free again at once or by a later one: seats that nobody can buy meanwhile.
bool SeasonClerk::block()
{
    const EventId event = anyEvent();
    const qint32 place = TestHouse::kSeats - 1 - upTo(30);
    const QString id = newKey();
    const WireReply made = m_line.ask(u"blocks.create"_s, {{u"block"_s, id}, {u"event"_s, event.toString()}, {u"places"_s, QJsonArray {place}}, {u"kind"_s, upTo(1) == 0 ? u"killed"_s : u"held_back"_s}, {u"reason"_s, u"House seats"_s}});
    if (!made.ok())
        return false; // held, sold or blocked by somebody
    if (upTo(1) == 0)
        return true;
    const int askedAgain = m_line.askedAgain();
    const WireReply released = m_line.ask(u"blocks.release"_s, {{u"event"_s, event.toString()}, {u"block"_s, id}});
    // What is released is not there any more when it is asked for again.
    const bool isDone = released.ok() || (released.kind() == u"not_found"_s && m_line.askedAgain() > askedAgain);
    if (!isDone)
        m_complaints.append(u"blocks.release: "_s + released.kind());
    return isDone;
}

// Their own of those who have not come; of whom others sold to, they decide. Who is in by now keeps the seat.
bool SeasonClerk::releaseNoShows()
{
    const QList<Ticket *> own = ownTonight(TicketState::Valid);
    if (own.isEmpty())
        return false;
    const QSet<QString> listed = absent();
    std::map<QString, Ticket *> asked;
    for (Ticket *ticket : own) {
        const bool isIn = m_admitted.contains(ticket->number);
        if (listed.contains(ticket->number) == isIn)
            m_complaints.append(u"checkins.noShows: %1, in: %2"_s.arg(ticket->number).arg(isIn));
        if (upTo(1) == 0)
            asked.emplace(ticket->number, ticket);
    }
    if (asked.empty())
        return false;
    QStringList numbers;
    for (const auto &[number, ticket] : asked)
        numbers.append(number);
    const WireReply reply = m_line.ask(u"checkins.releaseNoShows"_s, noShowsOf(m_wishes.tonight.toString(), numbers));
    const QStringList released = reply.at(u"released"_s).toVariant().toStringList();
    const QStringList kept = reply.at(u"kept"_s).toVariant().toStringList();
    for (const auto &[number, ticket] : asked) {
        const bool isIn = m_admitted.contains(number);
        if (kept.contains(number) != isIn || released.contains(number) == isIn)
            m_complaints.append(u"checkins.releaseNoShows: %1%2, in: %3"_s.arg(reply.kind(), number).arg(isIn));
        else if (!isIn)
            ticket->state = TicketState::Released;
    }
    return !released.isEmpty();
}

// Some come after all, and sit down unless somebody sits there.
bool SeasonClerk::restore()
{
    const QList<Ticket *> own = ownTonight(TicketState::Released);
    if (own.isEmpty())
        return false;
    QStringList numbers;
    for (const Ticket *ticket : own.first(1 + upTo(static_cast<int>(own.size()) - 1)))
        numbers.append(ticket->number);
    const WireReply reply = m_line.ask(u"checkins.restore"_s, noShowsOf(m_wishes.tonight.toString(), numbers));
    const QStringList restored = reply.at(u"restored"_s).toVariant().toStringList();
    const QStringList taken = reply.at(u"taken"_s).toVariant().toStringList();
    if (!reply.ok() && reply.kind() != u"seat_taken"_s)
        m_complaints.append(u"checkins.restore: "_s + reply.kind());
    for (Ticket *ticket : own) {
        if (reply.ok() && restored.contains(ticket->number) + taken.contains(ticket->number) != (numbers.contains(ticket->number) ? 1 : 0))
            m_complaints.append(u"checkins.restore: %1 of %2"_s.arg(ticket->number, numbers.join(u' ')));
        if (restored.contains(ticket->number))
            ticket->state = TicketState::Valid;
    }
    return !restored.isEmpty();
}

bool SeasonClerk::changeContact()
{
    const Booking *booking = anyBooking();
    if (!booking)
        return false;
    Contact contact {.name = u"Family %1"_s.arg(++m_references), .email = booking->email, .phone = u"+49 30 %1"_s.arg(1'000 + m_references)};
    if (upTo(1) == 0)
        contact.email = u"party%1@example.org"_s.arg(m_references);
    return change(u"bookings.update"_s, objectFrom(protocol::BookingsUpdateParams {.booking = booking->id, .before = booking->contact(), .contact = contact}), {});
}

bool SeasonClerk::addNote()
{
    const Booking *booking = anyBooking();
    if (!booking)
        return false;
    const QString text = u"Rings back %1"_s.arg(++m_references);
    const WireReply reply = m_line.ask(u"bookings.addNote"_s, {{u"booking"_s, booking->id.toString()}, {u"note"_s, newKey()}, {u"text"_s, text}});
    if (reply.at(u"note.text"_s).toString() == text)
        m_notes[booking->id].append(text);
    else
        m_complaints.append(u"bookings.addNote: "_s + reply.kind());
    return reply.ok();
}

// Of the evenings to come first, where seats that fell free do not stay so for long.
bool SeasonClerk::payOnline()
{
    const EventId event = m_wishes.events.at(upTo(2));
    const QList<qint32> places = hold(event, 1 + upTo(3));
    return !places.isEmpty() && m_payer.begin(itemsOf(event, places));
}

// Paid at the counter, cancelled there, or only not to be paid online any more; the bank may have been quicker, and the money come all the same.
bool SeasonClerk::giveUpOnline()
{
    const std::optional<BookingId> booking = m_payer.any();
    if (!booking)
        return false;
    const int how = upTo(2);
    if (how == 2) {
        m_payer.giveUp(*booking);
        return true;
    }
    QJsonObject request {{u"key"_s, newKey()}, {u"booking"_s, booking->toString()}};
    if (how == 0)
        request.insert(u"payments"_s, paymentOf(m_payer.open().at(*booking), false));
    const bool done = change(how == 0 ? u"bookings.pay"_s : u"bookings.cancel"_s, request, {u"not_reserved"_s, u"reservation_ended"_s, u"already_cancelled"_s, u"stale_version"_s});
    if (done)
        m_payer.forget(*booking);
    return done;
}

bool SeasonClerk::lookOnline()
{
    if (m_wishes.role == Role::Manager && upTo(1) == 0)
        return m_payer.sendBackAgain();
    const std::optional<Booking> booked = m_payer.look();
    if (booked)
        m_bookings[booked->id] = *booked;
    return booked.has_value();
}

QSet<QString> SeasonClerk::absent()
{
    QSet<QString> numbers;
    QJsonObject params {{u"event"_s, m_wishes.tonight.toString()}, {u"limit"_s, 40}};
    for (;;) {
        const WireReply page = m_line.ask(u"checkins.noShows"_s, params);
        for (const QJsonValue &ticket : page.at(u"tickets"_s).toArray())
            numbers.insert(ticket[u"ticket"_s].toString());
        if (!page.at(u"next"_s).isDouble())
            return numbers;
        params.insert(u"after"_s, page.at(u"next"_s));
    }
}

QList<Ticket *> SeasonClerk::ownTonight(TicketState state)
{
    QList<Ticket *> tickets;
    for (auto &[id, booking] : m_bookings) {
        for (Ticket &ticket : booking.tickets) {
            if (booking.state == BookingState::Confirmed && ticket.event == m_wishes.tonight && ticket.state == state)
                tickets.append(&ticket);
        }
    }
    return tickets;
}

int SeasonClerk::codeUses() const
{
    return static_cast<int>(std::count_if(m_withCode.begin(), m_withCode.end(), [this](const BookingId &booking) { return m_bookings.at(booking).state != BookingState::Cancelled; }));
}

// ---- How they ask -----------------------------------------------------------------------------------------------------

std::optional<BookingId> SeasonClerk::changed(const QString &method, const QJsonObject &params, const QStringList &mayBe)
{
    const WireReply reply = m_line.ask(method, params);
    if (!reply.ok()) {
        if (!mayBe.contains(reply.kind()))
            m_complaints.append(u"%1: %2"_s.arg(method, QString::fromUtf8(QJsonDocument(reply.error).toJson(QJsonDocument::Compact))));
        return std::nullopt;
    }
    const Result<protocol::BookingResult> told = messageFrom<protocol::BookingResult>(reply.result, protocol::ReadMode::Tolerant);
    if (!told) {
        m_complaints.append(u"%1: %2"_s.arg(method, told.error().detail));
        return std::nullopt;
    }
    m_bookings[told->booking.id] = told->booking;
    return told->booking.id;
}

QList<qint32> SeasonClerk::hold(const EventId &event, int seats)
{
    const WireReply offered = m_line.ask(u"seats.suggest"_s, {{u"event"_s, event.toString()}, {u"size"_s, seats}});
    QList<qint32> places;
    const QJsonArray offers = offered.at(u"offers"_s).toArray();
    if (offers.isEmpty())
        return {};
    for (const QJsonValue &place : offers.at(upTo(static_cast<int>(offers.size()) - 1))[u"places"_s].toArray())
        places.append(place.toInt());
    return m_line.ask(u"holds.acquire"_s, placesOf(event, places)).ok() ? places : QList<qint32>();
}

const Booking *SeasonClerk::anyBooking(BookingState state, int leastTickets)
{
    QList<const Booking *> fitting;
    for (const auto &[id, booking] : m_bookings) {
        if (booking.state == state && validTickets(booking).size() >= leastTickets)
            fitting.append(&booking);
    }
    return fitting.isEmpty() ? nullptr : fitting.at(upTo(static_cast<int>(fitting.size()) - 1));
}

QJsonArray SeasonClerk::paymentOf(qint64 due, bool split)
{
    const auto cash = [](qint64 amount) { return QJsonObject {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(amount)}, {u"tendered"_s, money(amount + 500)}}; };
    const auto card = [this](qint64 amount) { return QJsonObject {{u"kind"_s, u"card"_s}, {u"amount"_s, money(amount)}, {u"reference"_s, reference()}, {u"brand"_s, u"Visa"_s}, {u"lastFour"_s, u"4242"_s}}; };
    const auto invoice = [this](qint64 amount) { return QJsonObject {{u"kind"_s, u"invoice"_s}, {u"amount"_s, money(amount)}, {u"reference"_s, reference()}, {u"payer"_s, u"School on the hill"_s}}; };
    if (split) {
        const qint64 first = 1 + upTo(static_cast<int>(due / 2));
        const qint64 second = 1 + upTo(static_cast<int>((due - first) / 2));
        return {cash(first), card(second), upTo(1) == 0 ? card(due - first - second) : invoice(due - first - second)};
    }
    const int kind = upTo(9);
    return {kind < 6 ? cash(due) : kind < 9 ? card(due) : invoice(due)};
}

QJsonArray SeasonClerk::cardRefundsOf(const Booking &booking, qint64 amount)
{
    QJsonArray refunds;
    for (const RefundPart &part : splitRefund(booking.payments, {.amount = amount, .currency = booking.total.currency})) {
        if (part.kind == PaymentKind::Card)
            refunds.append(QJsonObject {{u"payment"_s, part.payment->toString()}, {u"reference"_s, reference()}});
    }
    return refunds;
}

} // namespace parterre::testing
