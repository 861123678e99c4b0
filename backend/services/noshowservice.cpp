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

bool isAmong(const QList<storage::TicketPlace> &tickets, const storage::TicketPlace &ticket)
{
    return std::find(tickets.begin(), tickets.end(), ticket) != tickets.end();
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
    const EventSummary &summary = event.event().summary;
    if (summary.state == EventState::Cancelled || event.rests())
        return Error {.code = ErrorCode::SaleClosed, .event = event.id()};
    const Instant from = summary.start - kNoShowsFrom;
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
            else
                take(restoring, found->released);
        });
    });
}

void NoShowService::take(const std::shared_ptr<Restoring> &restoring, const QList<storage::TicketPlace> &released)
{
    const EventId id = restoring->write.event;
    OpenEvent *event = m_events.find(id);
    if (!event || event->event().summary.state == EventState::Cancelled || event->rests())
        return finish(restoring, Error {.code = ErrorCode::SaleClosed, .event = id});
    if (released.isEmpty())
        return finish(restoring, ErrorCode::NotReleased);
    Caller nobody;
    nobody.holder = restoring->holder = nobodysHolder();
    restoring->write.tickets.clear();
    for (const storage::TicketPlace &ticket : released) {
        // Somebody has bought it, or another server gave it free: the store knows.
        if (event->ledger().contains(ticket.place) && event->ledger().stateOf(ticket.place) == SeatState::Sold) {
            restoring->write.tickets.append(ticket.ticket);
            restoring->sold.push_back(ticket.place);
            event->beginRestoring(ticket.place);
            continue;
        }
        const std::array places {ticket.place};
        const auto granted = event->ledger().acquire(nobody.holder, places, std::numeric_limits<int>::max(), m_clock.steadyNow());
        m_events.settle(*event);
        auto seats = granted ? FrozenSeats::freeze(m_events, m_clock, nobody, {{.event = id, .place = ticket.place}}) : Result<FrozenSeats>(granted.error());
        if (!seats) {
            restoring->taken.append(ticket);
            continue;
        }
        restoring->write.tickets.append(ticket.ticket);
        restoring->seats.push_back({.ticket = ticket, .seats = std::move(*seats)});
    }
    if (restoring->write.tickets.isEmpty())
        return onRestored(restoring, storage::RestoreWritten());
    write<storage::RestoreWritten>([this, asked = restoring->write](Done<storage::RestoreWritten> written) { m_store.restore(asked, std::move(written)); },
                                   [this, restoring](const Result<storage::RestoreWritten> &written) {
                                       settle(*restoring, written);
                                       onRestored(restoring, written);
                                   },
                                   [restoring](const Result<storage::RestoreWritten> &written) {
                                       // Not settled: whoever repeats it waits until it is.
                                       if (!written)
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
    for (Seat &seat : restoring.seats) {
        const Ticket ticket {.number = seat.ticket.ticket, .event = id, .place = seat.ticket.place};
        // What a repetition is told was restored then; who owns the place is another question, and the ledger's.
        if (!written || !written->owned.contains(ticket.place))
            seat.seats.thaw();
        else if (isAmong(written->restored, seat.ticket))
            seat.seats.settle({.tickets = {ticket}});
        else
            seat.seats.giveUpTo({.code = ErrorCode::SeatTaken, .places = {ticket.place}, .event = id}, ticket.number);
    }
    restoring.seats.clear();
    if (OpenEvent *event = m_events.find(id)) {
        QList<storage::FreedPlace> freed;
        for (const qint32 place : restoring.sold) {
            if (event->endRestoring(place, written ? std::optional(written->owned.contains(place)) : std::nullopt))
                freed.append({.event = id, .place = place});
        }
        freeSold(m_events, m_clock, freed);
        event->ledger().releaseAll(restoring.holder, m_clock.steadyNow());
        m_events.settle(*event);
    }
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
