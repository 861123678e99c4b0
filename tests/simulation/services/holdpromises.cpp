// SPDX-License-Identifier: GPL-3.0-or-later
#include "holdpromises.h"

#include <limits>

namespace parterre::simulation {

using namespace std::chrono_literals;

namespace {

// P3: how long after its end a hold may still be in the way.
constexpr auto kFreeAfterEnd = 2s;

// Holds a seat that is being taken back for somebody who came late: no session does that.
bool isNoSession(ledger::HolderId holder)
{
    return static_cast<quint64>(holder) > std::numeric_limits<quint64>::max() / 2;
}

} // namespace

HoldPromises::HoldPromises(Stage &stage, quint32 start) : m_stage(stage), m_start(start)
{
    for (Pictures &pictures : m_pictures)
        pictures.first = pictures.told = qint64(start) << ledger::kEpochShift;
}

void HoldPromises::fail(const char *what, int show, qint32 place)
{
    m_stage.fail(std::string(what) + ", show " + std::to_string(show) + " place " + std::to_string(place));
}

template<class Change>
void HoldPromises::forHolder(ledger::HolderId holder, Change change)
{
    for (auto &places : m_promises) {
        for (Promise &p : places) {
            if (p.holder == holder)
                change(p);
        }
    }
}

// ---- Holding ---------------------------------------------------------------------------------------------------------

void HoldPromises::granted(const services::Caller &caller, const Request &request, const QList<Hold> &holds, const Clock &clock)
{
    const Tick now = clock.steadyNow();
    const Event &event = m_stage.show(request.show).event;
    if (event.summary.state != EventState::Published || clock.utcNow() >= event.rules.salesUntil.value_or(event.summary.start))
        fail("a seat was granted for an event that is not on sale", request.show, 0);
    if (m_cancelled[std::size_t(request.show)])
        fail("a seat was granted for a show that is cancelled", request.show, 0);
    if (!cutTables(m_stage.show(request.show), request.places).isEmpty())
        fail("I11: some seats of a table that is sold whole were granted", request.show, 0);
    for (const qint32 place : request.places) {
        if (std::none_of(holds.begin(), holds.end(), [&](const Hold &hold) { return hold.place == place; }))
            fail("half of a request was granted", request.show, place);
    }
    for (const AreaSeats &wish : request.areas) {
        const PlaceGroups::AreaPlaces &area = planOf(m_stage.show(request.show).seats)->groups.area(wish.area);
        const auto inArea = std::count_if(holds.begin(), holds.end(), [&area](const Hold &hold) { return hold.place >= area.first && hold.place < area.end; });
        if (inArea < wish.seats)
            fail("an area gave fewer places than were asked for", request.show, area.first);
    }
    for (const Hold &hold : holds) {
        Promise &p = promise(request.show, hold.place);
        const Tick end = now + (hold.expires - clock.utcNow());
        if (p.holder == caller.holder && p.version == hold.version) {
            if (end != p.until())
                fail("P3: a repeated request moved the end of a hold", request.show, hold.place);
        } else {
            grant(caller, request, hold, end, now);
        }
    }
    int held = 0;
    // Of a customer's other sessions only what is not being sold: they may have ended meanwhile.
    for (const Promise &p : m_promises[std::size_t(request.show)]) {
        const bool isOwn = p.holder == caller.holder && (p.frozen || p.until() > now);
        const bool isElsewhere = !caller.isCounter() && p.holder != caller.holder && p.holder != ledger::kNobody && p.user == caller.user.id && !p.frozen && p.until() > now;
        held += isOwn || isElsewhere ? 1 : 0;
    }
    if (held > (caller.isCounter() ? kMaxSeatsCounter : event.rules.maxSeats))
        fail("more seats are held than allowed", request.show, 0);
}

void HoldPromises::grant(const services::Caller &caller, const Request &request, const Hold &hold, Tick end, Tick now)
{
    Promise &p = promise(request.show, hold.place);
    qint64 &last = m_lastVersion[std::size_t(request.show)][std::size_t(hold.place)];
    if (isBeingRestored(request.show, hold.place))
        fail("P1: a seat was granted that somebody is getting back", request.show, hold.place);
    if (p.holder != ledger::kNobody && (p.frozen || p.until() > now))
        fail("P3: a seat was given away before the promised end", request.show, hold.place);
    if (p.holder != ledger::kNobody)
        m_untold.push_back({request.show, hold.place, p});
    if (hold.version <= last || hold.version >> ledger::kEpochShift != m_start)
        fail("P1: the version of a grant is not new", request.show, hold.place);
    if (end != now + m_stage.show(request.show).event.rules.holdTime)
        fail("P3: a hold has not the time it should", request.show, hold.place);
    last = hold.version;
    p = {.holder = caller.holder, .user = caller.user.id, .version = hold.version, .end = end};
    ++m_stage.tally.grants;
}

void HoldPromises::extended(const services::Caller &caller, const Request &request, const QList<Hold> &holds, const Clock &clock)
{
    const SaleRules &rules = m_stage.show(request.show).event.rules;
    for (const Hold &hold : holds) {
        Promise &p = promise(request.show, hold.place);
        if (p.holder != caller.holder || p.version != hold.version || p.frozen)
            return fail("P3: what was extended is not the caller's", request.show, hold.place);
        const Tick now = clock.steadyNow();
        p.end = std::max(p.end, now + rules.extensionTime);
        if (++p.extensions > rules.maxExtensions || hold.extensionsLeft != rules.maxExtensions - p.extensions)
            fail("extensions are not counted", request.show, hold.place);
        if (now + (hold.expires - clock.utcNow()) != p.until())
            fail("P3: an extension promised another end", request.show, hold.place);
        ++m_stage.tally.extensions;
    }
}

void HoldPromises::released(const services::Caller &caller, const Request &request)
{
    for (const qint32 place : request.places) {
        Promise &p = promise(request.show, place);
        const bool twice = p.holder == ledger::kNobody && std::count(request.places.begin(), request.places.end(), place) > 1;
        if ((p.holder != caller.holder && !twice) || p.frozen)
            fail("P3: a hold was released by another", request.show, place);
        p = {};
    }
}

void HoldPromises::ended(int show, const std::vector<ledger::EndedHold> &ended, Tick now)
{
    for (const ledger::EndedHold &end : ended) {
        if (isNoSession(end.holder))
            continue;
        const auto untold = std::find_if(m_untold.begin(), m_untold.end(), [&](const Untold &u) { return u.show == show && u.promise.version == end.version; });
        Promise &p = untold == m_untold.end() ? promise(show, end.place) : untold->promise;
        if (p.holder != end.holder || p.version != end.version || p.frozen)
            return fail("P3: a hold ended that nobody had", show, end.place);
        const bool inTime = end.reason == HoldEndReason::Expired ? p.end <= now && p.end <= p.lossEnd
            : end.reason == HoldEndReason::SessionLost           ? p.lossEnd <= now && p.lossEnd < p.end
            : end.reason == HoldEndReason::EventClosed           ? m_stage.database.isCancelled(show)
                                                                 : end.reason == HoldEndReason::LoggedOut && p.leaving;
        if (!inTime)
            fail("P3: a hold ended before its time", show, end.place);
        m_stage.tally.expired += end.reason == HoldEndReason::Expired ? 1 : 0;
        m_stage.tally.graceOver += end.reason == HoldEndReason::SessionLost ? 1 : 0;
        p = {};
        if (untold != m_untold.end())
            m_untold.erase(untold);
    }
}

void HoldPromises::signedOut(ledger::HolderId holder)
{
    forHolder(holder, [](Promise &p) { (p.frozen ? p.abandoned : p.leaving) = true; });
}

void HoldPromises::lost(ledger::HolderId holder, Tick end)
{
    forHolder(holder, [end](Promise &p) { p.lossEnd = std::min(p.lossEnd, end); });
}

void HoldPromises::back(ledger::HolderId holder)
{
    forHolder(holder, [](Promise &p) { p.lossEnd = Tick::max(); });
}

void HoldPromises::cart(const services::Caller &caller, const QList<services::CartEntry> &entries)
{
    // What somebody signed out of while it was being sold may be shown or not.
    qsizetype held = 0;
    forHolder(caller.holder, [&held](const Promise &p) { held += p.abandoned ? 0 : 1; });
    const bool right = std::all_of(entries.begin(), entries.end(), [&](const services::CartEntry &entry) {
        const Promise &p = promise(showOf(entry.hold.event), entry.hold.place);
        return p.holder == caller.holder && p.version == entry.hold.version;
    });
    if (!right || held > entries.size())
        m_stage.fail("a cart is not what its session holds");
}

// ---- Selling ---------------------------------------------------------------------------------------------------------

void HoldPromises::saleBegan(const storage::CheckoutWrite &write, Tick now)
{
    began({.id = write.booking.id.uuid(), .tickets = write.booking.tickets}, write.actor, write.key, now);
}

void HoldPromises::changeBegan(const storage::ChangeWrite &write, Tick now)
{
    Sale sale {.id = write.payment.uuid()};
    const SimDatabase::SaleRow *row = m_stage.database.sale(write.booking);
    for (const Ticket &ticket : write.taken) {
        // Who only changes what he paid for has no hold of his own seat.
        const bool stays = row && std::any_of(row->stored.booking.tickets.begin(), row->stored.booking.tickets.end(), [&](const Ticket &own) {
            return own.event == ticket.event && own.place == ticket.place && write.givenBack.contains(own.number) && !write.givenFree.contains(own.number);
        });
        if (!stays)
            sale.tickets.append(ticket);
    }
    began(sale, write.actor, write.key, now);
}

void HoldPromises::began(const Sale &sale, const UserId &actor, const QString &key, Tick now)
{
    const auto known = std::find_if(m_sales.begin(), m_sales.end(), [&](const Sale &other) { return other.id == sale.id; });
    if (known != m_sales.end())
        return;
    if (!isFenced(sale, actor, key))
        m_stage.fail("P1: seats are being sold on an old version");
    const ledger::HolderId holder = sale.tickets.isEmpty() ? ledger::kNobody : promise(sale.tickets.constFirst()).holder;
    for (const Ticket &ticket : sale.tickets) {
        Promise &p = promise(ticket);
        if (m_cancelled[std::size_t(showOf(ticket.event))])
            return fail("a seat of a cancelled show is being sold", showOf(ticket.event), ticket.place);
        if (p.holder == ledger::kNobody || p.holder != holder || p.frozen || p.leaving || p.until() <= now)
            return fail("P1: a seat is being sold that the buyer does not hold", showOf(ticket.event), ticket.place);
        p.frozen = true;
        p.frozenAt = now;
    }
    m_sales.push_back(sale);
}

bool HoldPromises::isFenced(const Sale &sale, const UserId &actor, const QString &key)
{
    const auto [first, last] = std::as_const(m_stage.writes).equal_range(key);
    return std::any_of(first, last, [&](quint32 number) {
        const Request &asked = m_stage.requests[number];
        return asked.user == actor && std::all_of(sale.tickets.begin(), sale.tickets.end(), [&](const Ticket &ticket) {
            return std::any_of(asked.items().begin(), asked.items().end(), [&](const services::SaleItem &item) {
                return item.event == ticket.event && item.place == ticket.place && item.version.value_or(promise(ticket).version) == promise(ticket).version;
            });
        });
    });
}

void HoldPromises::saleAnswered(const QUuid &id, const Result<Booking> &outcome, Tick now)
{
    const auto sale = std::find_if(m_sales.begin(), m_sales.end(), [&](const Sale &s) { return s.id == id; });
    if (sale == m_sales.end())
        return m_stage.fail("a sale was written that nobody asked for");
    if (!outcome) {
        const ErrorCode code = outcome.error().code;
        sale->unknown = sale->unknown || code == ErrorCode::OutcomeUnknown;
        const bool open = sale->unknown && (code == ErrorCode::OutcomeUnknown || code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded);
        if (open)
            return;
        if (services::isOthersDoing(outcome.error()) && !sale->tickets.isEmpty()) {
            sale->refused = outcome.error().event;
            return;
        }
    }
    for (const Ticket &ticket : std::as_const(sale->tickets)) {
        const bool isSold = outcome && std::any_of(outcome->tickets.begin(), outcome->tickets.end(), [&](const Ticket &own) {
            return own.state == TicketState::Valid && own.event == ticket.event && own.place == ticket.place;
        });
        if (isSold)
            promise(ticket) = {};
        else
            thaw(ticket, now);
    }
    m_sales.erase(sale);
}

void HoldPromises::looked(const storage::PlacesSeen &seen, Tick now)
{
    const auto sale = std::find_if(m_sales.begin(), m_sales.end(), [&seen](const Sale &s) {
        return s.refused == seen.event && std::any_of(s.tickets.begin(), s.tickets.end(), [&seen](const Ticket &ticket) { return ticket.event == seen.event && seen.places.contains(ticket.place); });
    });
    if (sale == m_sales.end())
        return;
    for (const Ticket &ticket : std::as_const(sale->tickets)) {
        thaw(ticket, now);
        const bool soldElsewhere = ticket.event == seen.event && seen.sold.contains(ticket.place);
        // If its session was lost too long ago, its end is told before.
        if (soldElsewhere && promise(ticket).lossEnd > now)
            promise(ticket) = {};
    }
    m_sales.erase(sale);
}

// The seat goes back with the time it had left.
void HoldPromises::thaw(const Ticket &ticket, Tick now)
{
    Promise &p = promise(ticket);
    p.frozen = false;
    p.end = now + (p.end - p.frozenAt);
    if (p.abandoned)
        p = {};
}

void HoldPromises::restoreBegan(const QString &name, const QList<Ticket> &tickets)
{
    if (std::any_of(m_restoring.begin(), m_restoring.end(), [&name](const Restoring &restoring) { return restoring.name == name; }))
        return;
    for (const Ticket &ticket : tickets) {
        if (promise(ticket).holder != ledger::kNobody)
            fail("P3: a seat is being taken back that somebody holds", showOf(ticket.event), ticket.place);
    }
    m_restoring.push_back({.name = name, .tickets = tickets});
}

void HoldPromises::restoreAnswered(const QString &name, const std::optional<ErrorCode> &refusal)
{
    const auto restoring = std::find_if(m_restoring.begin(), m_restoring.end(), [&name](const Restoring &each) { return each.name == name; });
    if (restoring == m_restoring.end())
        return m_stage.fail("a seat was taken back that nobody asked for");
    restoring->unknown = restoring->unknown || refusal == ErrorCode::OutcomeUnknown;
    const bool isOpen = refusal == ErrorCode::AlreadyExists || (restoring->unknown && (refusal == ErrorCode::OutcomeUnknown || refusal == ErrorCode::StorageUnavailable || refusal == ErrorCode::Overloaded));
    if (!isOpen)
        m_restoring.erase(restoring);
}

bool HoldPromises::isBeingRestored(int show, qint32 place) const
{
    return std::any_of(m_restoring.begin(), m_restoring.end(), [&](const Restoring &restoring) {
        return std::any_of(restoring.tickets.begin(), restoring.tickets.end(), [&](const Ticket &ticket) { return showOf(ticket.event) == show && ticket.place == place; });
    });
}

void HoldPromises::effectDone(const BookingId &booking, const QString &key, const QList<Ticket> &tickets)
{
    m_unheard.push_back({booking, key, tickets, m_stage.database.moment()});
    for (const Ticket &ticket : tickets)
        ++m_unheardCount[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)];
}

void HoldPromises::effectHeard(const BookingId &booking, const QString &key, quint64 moment)
{
    const auto found = std::find_if(m_unheard.begin(), m_unheard.end(), [&](const Unheard &u) { return u.booking == booking && u.key == key && u.moment <= moment; });
    if (found == m_unheard.end())
        return;
    for (const Ticket &ticket : std::as_const(found->tickets))
        --m_unheardCount[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)];
    m_unheard.erase(found);
}

// ---- After every step ------------------------------------------------------------------------------------------------

void HoldPromises::compare(int show, const services::OpenEvent &event, Tick now, Tick awakeSince)
{
    const ledger::SeatLedger &ledger = event.ledger();
    if (!m_untold.empty())
        fail("P3: a hold ran out and nobody was told", show, m_untold.front().place);
    qint32 free = 0;
    for (qint32 place = 0; place < ledger.seatCount(); ++place) {
        const SeatState state = ledger.stateOf(place);
        free += state == SeatState::Free ? 1 : 0;
        Promise &p = promise(show, place);
        if (p.leaving)
            p = {};
        if (isBeingRestored(show, place)) {
            const bool isKept = state == SeatState::Held && isNoSession(ledger.holderOf(place).value_or(ledger::kNobody));
            const bool isSold = state == SeatState::Sold; // as far as is known here: another server gave it free, or that is not heard yet
            if (!isKept && !isSold && !m_cancelled[std::size_t(show)])
                fail("P1: a seat that somebody is getting back is not kept from the others", show, place);
        } else if (state == SeatState::Held) {
            checkHeldSeat(show, place, ledger, now, awakeSince);
        } else if (p.holder != ledger::kNobody) {
            fail("P3: a hold is gone that was promised", show, place);
        }
        if (!isBeingRestored(show, place)) // then the store is asked just now
            checkSoldSeat(show, place, state);
    }
    if (free != ledger.freeCount() || ledger.seatCount() != free + ledger.count(SeatState::Held) + ledger.count(SeatState::Sold))
        fail("I6: the counts do not add up", show, free);
    checkPicture(show, ledger);
}

void HoldPromises::checkHeldSeat(int show, qint32 place, const ledger::SeatLedger &ledger, Tick now, Tick awakeSince)
{
    const Promise &p = promise(show, place);
    if (ledger.holderOf(place) != p.holder)
        return fail("I2: a seat is held by another than who was promised it", show, place);
    if (ledger.versionOf(place) != p.version)
        fail("P1: the version of a held seat is not the promised one", show, place);
    if (!p.frozen && std::max(p.until(), awakeSince) + kFreeAfterEnd < now)
        fail("P3: a hold outlived its end", show, place);
}

void HoldPromises::checkSoldSeat(int show, qint32 place, SeatState state)
{
    const SimDatabase::PlaceRow &row = m_stage.database.place(show, place);
    const bool known = row.writer == m_start || row.moment <= m_openedAt[std::size_t(show)];
    const bool heard = m_unheardCount[std::size_t(show)][std::size_t(place)] == 0;
    // What is cancelled with its show is sold until the last of it is.
    const bool isBeingCancelled = state == SeatState::Sold && m_stage.database.isCancelled(show);
    if (known && heard && !isBeingCancelled && (state == SeatState::Sold) != (row.sale >= 0))
        fail("I7: ledger and store differ about who owns a seat", show, place);
}

void HoldPromises::checkPicture(int show, const ledger::SeatLedger &ledger)
{
    Pictures &pictures = m_pictures[std::size_t(show)];
    const qint64 revision = ledger.revision();
    const quint64 now = packed(ledger.states());
    const auto index = std::size_t(revision - pictures.first);
    if (revision < pictures.first || index + 1 < pictures.at.size())
        return fail("I8: a revision fell", show, 0);
    if (index >= pictures.at.size())
        pictures.at.resize(index + 1, kNoPicture);
    if (pictures.at[index] != kNoPicture && pictures.at[index] != now)
        fail("P6: one revision has two pictures", show, 0);
    pictures.at[index] = now;
}

void HoldPromises::told(int show, const ledger::SeatChanges &changes)
{
    Pictures &pictures = m_pictures[std::size_t(show)];
    if (changes.from != pictures.told)
        fail("I8: the news do not continue the last ones", show, 0);
    pictures.told = changes.to;
}

std::optional<quint64> HoldPromises::pictureAt(int show, qint64 revision) const
{
    const Pictures &pictures = m_pictures[std::size_t(show)];
    const qint64 index = revision - pictures.first;
    if (index < 0 || std::size_t(index) >= pictures.at.size() || pictures.at[std::size_t(index)] == kNoPicture)
        return std::nullopt;
    return pictures.at[std::size_t(index)];
}

} // namespace parterre::simulation
