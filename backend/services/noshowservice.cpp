// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/noshowservice.h"

#include "backend/services/requesthash.h"
#include "backend/services/seatsagain.h"
#include "shared/domain/ticketcode.h"

#include <algorithm>
#include <array>
#include <limits>

namespace parterre::services {

namespace {

constexpr std::chrono::seconds kAskAgain {1};
constexpr int kMaxConflicts = 5;

QStringList numbersOf(const QList<storage::TicketPlace> &tickets)
{
    QStringList numbers;
    for (const storage::TicketPlace &ticket : tickets)
        numbers.append(ticket.ticket);
    return numbers;
}

// Whether no place of it changes hands any more.
bool isClosed(const OpenEvent &event)
{
    return event.event().summary.state == EventState::Cancelled || event.rests();
}

NoShowService::Released answerOf(const QStringList &asked, const storage::ReleaseWritten &written)
{
    NoShowService::Released answer {.released = numbersOf(written.released)};
    std::copy_if(asked.begin(), asked.end(), std::back_inserter(answer.kept), [&answer](const QString &ticket) { return !answer.released.contains(ticket); });
    return answer;
}

NoShowService::Restored answerOf(const storage::RestoreWritten &written)
{
    return {.restored = numbersOf(written.restored), .taken = numbersOf(written.taken)};
}

} // namespace

NoShowService::NoShowService(EventDirectory &events, NoShowStore &store, const Clock &clock, Scheduler &scheduler)
    : m_events(events), m_store(store), m_clock(clock), m_askAgain(scheduler.makeAlarm([this] { askAgain(); }))
{
}

void NoShowService::list(const EventId &event, qint32 after, qint32 limit, Done<storage::NoShowPage> done)
{
    m_store.list(event, after, limit, std::move(done));
}

storage::NoShowWrite NoShowService::writeOf(const Caller &caller, const NoShowRequest &request, const QString &operation) const
{
    storage::NoShowWrite write {.event = request.event, .reason = request.reason, .actor = caller.user.id, .key = request.key, .audit = caller.audit(m_clock.utcNow())};
    RequestHash hash(operation);
    hash.add(request.event.toString()).add(request.reason);
    for (const QString &ticket : request.tickets) {
        const QString number = normalizedTicketNumber(ticket);
        hash.add(number);
        if (!write.tickets.contains(number))
            write.tickets.append(number);
    }
    write.requestHash = hash.result();
    return write;
}

template<class Written>
void NoShowService::write(const std::function<void(Done<Written>)> &ask, const Done<Written> &settled, const Done<Written> &answered, Asked before)
{
    ask([=, this](const Result<Written> &written) {
        const ErrorCode code = written ? ErrorCode::Internal : written.error().code;
        // Another server was at the same place, or the same request, at the same moment: what it did is seen now.
        if (code == ErrorCode::AlreadyExists && before.conflicts < kMaxConflicts)
            return write<Written>(ask, settled, answered, {.isUnknown = before.isUnknown, .conflicts = before.conflicts + 1});
        if (code == ErrorCode::SaleClosed && written.error().event)
            m_events.look(*written.error().event, {}, [](const storage::PlacesSeen &) {});
        // Once nobody knows, only a word of the store's that it is or is not there ends the question.
        const bool isUnknown = code == ErrorCode::OutcomeUnknown || (before.isUnknown && (code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded));
        if (isUnknown) {
            m_unknown.emplace_back([=, this] { write<Written>(ask, settled, [](const Result<Written> &) {}, {.isUnknown = true}); });
            m_askAgain->start(kAskAgain);
        } else {
            settled(written);
        }
        answered(written);
    });
}

void NoShowService::askAgain()
{
    for (const auto &again : std::exchange(m_unknown, {}))
        again();
}

// ---- Giving free -----------------------------------------------------------------------------------------------------

void NoShowService::release(const Caller &caller, const NoShowRequest &request, const Done<Released> &done)
{
    m_events.openFor(caller, request.event, [this, asked = writeOf(caller, request, QStringLiteral("release")), done](const Result<OpenEvent *> &event) {
        const Result<void> allowed = event ? mayRelease(**event) : Result<void>(event.error());
        if (allowed)
            releaseIn(**event, asked, done);
        else
            answerEarlier(asked, allowed.error(), done);
    });
}

Result<void> NoShowService::mayRelease(const OpenEvent &event) const
{
    if (isClosed(event))
        return Error {.code = ErrorCode::SaleClosed, .event = event.id()};
    const Instant from = event.event().summary.start - kNoShowsFrom;
    if (m_clock.utcNow() < from)
        return Error {.code = ErrorCode::TooEarly, .limit = std::chrono::ceil<std::chrono::seconds>(from).time_since_epoch().count(), .event = event.id()};
    return {};
}

void NoShowService::releaseIn(const OpenEvent &event, storage::NoShowWrite asked, const Done<Released> &done)
{
    asked.cutTables = [plan = event.sharedPlan()](const QList<qint32> &places) { return plan->groups.cutTables(places); };
    write<storage::ReleaseWritten>([this, asked](Done<storage::ReleaseWritten> written) { m_store.release(asked, std::move(written)); },
                                   [this](const Result<storage::ReleaseWritten> &written) {
                                       if (written)
                                           freeSold(m_events, m_clock, written->freed);
                                   },
                                   [tickets = asked.tickets, done](const Result<storage::ReleaseWritten> &written) {
                                       if (written)
                                           done(answerOf(tickets, *written));
                                       else
                                           done(written.error());
                                   });
}

void NoShowService::answerEarlier(const storage::NoShowWrite &asked, const Error &otherwise, const Done<Released> &done)
{
    m_store.earlierRelease(asked, [tickets = asked.tickets, otherwise, done](const Result<std::optional<storage::ReleaseWritten>> &earlier) {
        if (earlier && *earlier)
            done(answerOf(tickets, **earlier));
        else
            done(earlier ? otherwise : earlier.error());
    });
}

// ---- Taking back -----------------------------------------------------------------------------------------------------

void NoShowService::restore(const Caller &caller, const NoShowRequest &request, const Done<Restored> &done)
{
    auto restoring = std::make_shared<Restoring>();
    restoring->write = writeOf(caller, request, QStringLiteral("restore"));
    const auto [known, isNew] = m_restoring.emplace(KeyName(caller.user.id, request.key), restoring);
    if (!isNew) {
        if (known->second->write.requestHash == restoring->write.requestHash)
            known->second->waiting.append(done);
        else
            done(ErrorCode::KeyReused);
        return;
    }
    restoring->waiting = {done};
    m_events.openFor(caller, request.event, [this, restoring](const Result<OpenEvent *> &event) {
        const std::optional<Error> closed = event ? std::nullopt : std::optional(event.error());
        m_store.toRestore(restoring->write, [this, restoring, closed](const Result<ToRestore> &found) {
            if (!found)
                finish(restoring, found.error());
            else if (found->earlier)
                finish(restoring, answerOf(*found->earlier));
            else if (closed)
                finish(restoring, *closed);
            else {
                restoring->released = found->released;
                take(restoring);
            }
        });
    });
}

void NoShowService::take(const std::shared_ptr<Restoring> &restoring)
{
    const EventId id = restoring->write.event;
    OpenEvent *event = m_events.find(id);
    if (!event || isClosed(*event))
        return finish(restoring, Error {.code = ErrorCode::SaleClosed, .event = id});
    if (restoring->released.isEmpty())
        return finish(restoring, ErrorCode::NotReleased);
    Caller nobody;
    nobody.holder = restoring->holder = nobodysHolder();
    restoring->write.labelOf = [plan = event->sharedPlan()](qint32 place) { return plan->labels.at(place); };
    restoring->write.tickets.clear();
    restoring->write.ways.clear();
    restoring->taken.clear();
    for (const storage::TicketPlace &ticket : std::as_const(restoring->released)) {
        const QList<qint32> places = keepFor(*event, *restoring, ticket);
        const qint32 area = event->plan().groups.areaOf(ticket.place);
        if (places.isEmpty()) {
            restoring->taken.append(ticket);
            continue;
        }
        restoring->write.tickets.append(ticket.ticket);
        if (area != PlaceGroups::kNone)
            restoring->write.ways.insert(ticket.ticket, {.places = places, .first = event->plan().groups.area(area).first, .end = event->plan().groups.area(area).end});
    }
    m_events.settle(*event);
    if (!restoring->kept.isEmpty()) {
        Result<FrozenSeats> seats = FrozenSeats::freeze(m_events, m_clock, nobody, restoring->kept);
        if (!seats) { // their time is over at once, by the rules of the event
            settle(*restoring, seats.error());
            return finish(restoring, seats.error());
        }
        restoring->seats.emplace(std::move(*seats));
    }
    if (restoring->write.tickets.isEmpty())
        onRestored(restoring, storage::RestoreWritten());
    else
        askToRestore(restoring);
}

QList<qint32> NoShowService::keepFor(OpenEvent &event, Restoring &restoring, const storage::TicketPlace &ticket) const
{
    QList<qint32> places;
    const bool isKnownOwned = restoring.owned && restoring.owned->contains(ticket.place);
    if (!isKnownOwned && keep(event, restoring, ticket.place))
        places.append(ticket.place);
    const qint32 area = event.plan().groups.areaOf(ticket.place);
    const bool isSure = !places.isEmpty() && event.ledger().stateOf(ticket.place) != SeatState::Sold;
    if (area == PlaceGroups::kNone || isSure)
        return places;
    if (const std::optional<qint32> other = keepAnother(event, restoring, event.plan().groups.area(area)))
        places.append(*other);
    return places;
}

bool NoShowService::keep(OpenEvent &event, Restoring &restoring, qint32 place) const
{
    // Somebody has bought it, or another server gave it free: the store knows.
    if (event.ledger().contains(place) && event.ledger().stateOf(place) == SeatState::Sold) {
        restoring.sold.push_back(place);
        event.beginRestoring(place);
        return true;
    }
    const std::array places {place};
    // It has nothing of this event but what is kept here: of two tickets of one place the second gets another.
    if (event.ledger().contains(place) && event.ledger().holderOf(place) == restoring.holder)
        return false;
    if (!event.ledger().acquire(restoring.holder, places, std::numeric_limits<int>::max(), m_clock.steadyNow()))
        return false;
    restoring.kept.append({.event = event.id(), .place = place});
    return true;
}

std::optional<qint32> NoShowService::keepAnother(OpenEvent &event, Restoring &restoring, const PlaceGroups::AreaPlaces &area) const
{
    if (!restoring.owned) {
        const auto free = event.ledger().lowestFree(area.first, area.end, 1, m_clock.steadyNow());
        const auto lowest = free.empty() ? std::nullopt : std::optional(free.front());
        return lowest && keep(event, restoring, *lowest) ? lowest : std::nullopt;
    }
    // What is sold here and has no owner another server gave free, or that is not heard of yet.
    for (qint32 place = area.first; place < area.end; ++place) {
        const SeatState state = event.ledger().stateOf(place);
        const bool isWanted = std::find(restoring.sold.begin(), restoring.sold.end(), place) != restoring.sold.end();
        if ((state == SeatState::Free || state == SeatState::Sold) && !isWanted && !restoring.owned->contains(place))
            return keep(event, restoring, place) ? std::optional(place) : std::nullopt;
    }
    return std::nullopt;
}

void NoShowService::askToRestore(const std::shared_ptr<Restoring> &restoring)
{
    write<storage::RestoreWritten>([this, asked = restoring->write](Done<storage::RestoreWritten> written) { m_store.restore(asked, std::move(written)); },
                                   [this, restoring](const Result<storage::RestoreWritten> &written) {
                                       settle(*restoring, written);
                                       // Others were there first in an area: there may be room beside them.
                                       if (written || written.error().code != ErrorCode::SeatTaken)
                                           return onRestored(restoring, written);
                                       if (++restoring->refusals > kMaxConflicts)
                                           return finish(restoring, Error {.code = ErrorCode::Overloaded, .retryAfterSeconds = 1});
                                       QSet<qint32> &owned = restoring->owned ? *restoring->owned : restoring->owned.emplace();
                                       for (const qint32 place : written.error().places)
                                           owned.insert(place);
                                       take(restoring);
                                   },
                                   [restoring](const Result<storage::RestoreWritten> &written) {
                                       // Not settled: whoever repeats it waits until it is.
                                       if (!written && written.error().code == ErrorCode::OutcomeUnknown)
                                           restoring->answer(written.error());
                                   });
}

void NoShowService::onRestored(const std::shared_ptr<Restoring> &restoring, const Result<storage::RestoreWritten> &written)
{
    if (!written)
        return finish(restoring, written.error());
    const storage::RestoreWritten all {.restored = written->restored, .taken = restoring->taken + written->taken};
    if (!all.restored.isEmpty())
        return finish(restoring, answerOf(all));
    Error error {.code = all.taken.isEmpty() ? ErrorCode::NotReleased : ErrorCode::SeatTaken, .event = restoring->write.event};
    for (const storage::TicketPlace &ticket : all.taken)
        error.places.append(ticket.place);
    std::sort(error.places.begin(), error.places.end());
    finish(restoring, error);
}

void NoShowService::settle(Restoring &restoring, const Result<storage::RestoreWritten> &written)
{
    const EventId id = restoring.write.event;
    OpenEvent *event = m_events.find(id);
    if (restoring.seats && !written && written.error().code == ErrorCode::SeatTaken) {
        Error elsewhere = written.error();
        const auto isKept = [&restoring](qint32 place) { return std::any_of(restoring.kept.begin(), restoring.kept.end(), [place](const SaleItem &item) { return item.place == place; }); };
        elsewhere.places.removeIf([&](qint32 place) { return !isKept(place) && (!event || event->ledger().stateOf(place) != SeatState::Free); });
        restoring.seats->giveUpTo({.event = id, .places = elsewhere.places, .sold = elsewhere.places}, restoring.write.key);
        if (!elsewhere.places.isEmpty())
            seeBlocks(id, elsewhere.places);
    } else if (restoring.seats) {
        // Who owns the places now is the ledger's question: of a repetition what was restored then may be somebody else's.
        Booking owners;
        for (const SaleItem &item : std::as_const(restoring.kept)) {
            if (written && written->owned.contains(item.place))
                owners.tickets.append({.event = id, .place = item.place});
        }
        restoring.seats->settle(owners);
    }
    restoring.seats.reset();
    restoring.kept.clear();
    if (!event)
        return;
    QList<storage::FreedPlace> freed;
    for (const qint32 place : std::exchange(restoring.sold, {})) {
        if (event->endRestoring(place, written ? std::optional(written->owned.contains(place)) : std::nullopt))
            freed.append({.event = id, .place = place});
    }
    freeSold(m_events, m_clock, freed);
    event->ledger().releaseAll(restoring.holder, m_clock.steadyNow());
    m_events.settle(*event);
    if (written && !written->blocks.isEmpty())
        takeSeen(m_events, m_clock, {.event = id, .blocks = written->blocks});
}

void NoShowService::seeBlocks(const EventId &event, const QList<qint32> &places)
{
    m_events.look(event, places, [this](const storage::PlacesSeen &seen) {
        QList<storage::FreedPlace> unsold;
        for (const qint32 place : seen.places) {
            if (!seen.sold.contains(place))
                unsold.append({.event = seen.event, .place = place});
        }
        freeSold(m_events, m_clock, unsold);
        takeSeen(m_events, m_clock, seen);
    });
}

void NoShowService::finish(const std::shared_ptr<Restoring> &restoring, const Result<Restored> &result)
{
    m_restoring.erase({restoring->write.actor, restoring->write.key});
    restoring->answer(result);
}

void NoShowService::Restoring::answer(const Result<Restored> &result)
{
    for (const Done<Restored> &done : std::exchange(waiting, {}))
        done(result);
}

} // namespace parterre::services
