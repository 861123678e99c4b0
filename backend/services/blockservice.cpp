// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/blockservice.h"

#include <QLoggingCategory>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcBlocks, "parterre.blocks")

constexpr std::chrono::seconds kAskAgain {1};
constexpr std::chrono::milliseconds kLookAround {std::chrono::hours(1)}; // the wall clock may have been set

Error invalid(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = what};
}

QList<qint32> distinct(QList<qint32> places)
{
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

DueBlock dueOf(const OpenEvent &event, const Block &block, Instant due, Instant now)
{
    const EventSummary &summary = event.event().summary;
    DueBlock entry {.block = block,
                    .seats = static_cast<qint32>(block.places.size()),
                    .eventName = summary.name,
                    .start = summary.start,
                    .timeZone = summary.timeZone,
                    .due = due,
                    .isWaiting = due <= now && !block.release->isConfirmed};
    for (const qint32 place : block.places.first(std::min(block.places.size(), BlockLimits::kLabels)))
        entry.labels.append(event.label(place));
    entry.block.places.clear();
    return entry;
}

// Whether a block is what somebody asks for once more: which places of an area they are is all the same.
bool isWhatWasWished(const Block &block, const BlockWish &wish, const PlaceGroups &groups)
{
    QSet<qint32> others(block.places.begin(), block.places.end());
    bool isSame = block.event == wish.event && block.kind == wish.kind && block.reason == wish.reason;
    for (const qint32 place : distinct(wish.places))
        isSame = isSame && others.remove(place);
    for (const AreaBlock &area : wish.areas) {
        isSame = isSame && area.area >= 0 && area.area < groups.areaCount();
        if (!isSame)
            return false;
        const PlaceGroups::AreaPlaces &range = groups.area(area.area);
        isSame = others.removeIf([&range](qint32 place) { return place >= range.first && place < range.end; }) == area.seats;
    }
    return isSame && others.isEmpty();
}

// The store refused to block what is free here: another server has sold it, or blocked it, or cancelled the event.
bool isByAnother(const Error &refusal)
{
    return isOthersDoing(refusal) || refusal.code == ErrorCode::AlreadyBlocked;
}

template<class Visit>
void forEachDue(const EventDirectory &events, Visit visit)
{
    events.forEach([&](const OpenEvent &event) {
        if (event.event().summary.state == EventState::Cancelled)
            return;
        for (const Block &block : event.blocks().all()) {
            if (block.release)
                visit(event, block, block.release->timeFor(event.event().summary.start));
        }
    });
}

} // namespace

BlockService::BlockService(EventDirectory &events, BlockStore &store, const Clock &clock, Scheduler &scheduler)
    : m_events(events), m_store(store), m_clock(clock), m_lookAgain(scheduler.makeAlarm([this] { look(); })), m_askAgain(scheduler.makeAlarm([this] { askAgain(); }))
{
}

void BlockService::start()
{
    m_events.setWatcher([this] { look(); });
    look();
}

// ---- Creating ------------------------------------------------------------------------------------------------------

void BlockService::create(const Caller &caller, const BlockWish &wish, Done<Block> done)
{
    m_events.openFor(caller, wish.event, [this, caller, wish, done = std::move(done)](const Result<OpenEvent *> &event) {
        if (event)
            createIn(caller, **event, wish, done);
        else
            done(event.error());
    });
}

void BlockService::createIn(const Caller &caller, OpenEvent &event, const BlockWish &wish, const Done<Block> &done)
{
    if (const Block *known = event.blocks().find(wish.id)) {
        done(isWhatWasWished(*known, wish, event.plan().groups) ? Result<Block>(*known) : Error {.code = ErrorCode::AlreadyExists});
        return;
    }
    if (const auto creating = m_creating.find(wish.id); creating != m_creating.end()) {
        if (isWhatWasWished(creating->block, wish, event.plan().groups))
            creating->waiting.append(done);
        else
            done(ErrorCode::AlreadyExists);
        return;
    }
    if (event.event().summary.state == EventState::Cancelled || event.rests()) {
        done(ErrorCode::SaleClosed);
        return;
    }
    if (const Result<void> timely = refuseRelease(wish.release, event); !timely) {
        done(timely.error());
        return;
    }
    const Result<QList<qint32>> places = placesFor(event, wish);
    const Result<void> blocked = places ? event.ledger().block(*places, m_clock.steadyNow()) : places.error();
    m_events.settle(event);
    if (!blocked) {
        Error error = blocked.error();
        error.event = event.id();
        done(error);
        return;
    }
    const storage::AuditContext audit = caller.audit(m_clock.utcNow());
    const Block block {.id = wish.id,
                       .event = event.id(),
                       .kind = wish.kind,
                       .reason = wish.reason,
                       .created = audit.at,
                       .createdBy = caller.user,
                       .release = wish.release,
                       .places = *places};
    m_creating.insert(block.id, {.block = block, .waiting = {done}});
    write([this, block, audit](const Done<void> &written) { m_store.create(block, audit, written); },
          [this, block](const Result<void> &written) { onCreated(block, written); },
          [this, block](const Result<void> &answer) {
              if (!answer && !isByAnother(answer.error()))
                  answerEarly(block.id, answer.error());
          });
}

// Not settled: whoever repeats it waits until it is.
void BlockService::answerEarly(const BlockId &block, const Error &error)
{
    const auto creating = m_creating.find(block);
    if (creating == m_creating.end())
        return;
    for (const Done<Block> &waiting : std::exchange(creating->waiting, {}))
        waiting(error);
}

// All of a table that is sold whole, or none of it: the rest of one could be sold to nobody.
Result<QList<qint32>> BlockService::placesFor(OpenEvent &event, const BlockWish &wish) const
{
    const PlaceGroups &groups = event.plan().groups;
    ledger::SeatLedger &ledger = event.ledger();
    if (wish.places.isEmpty() && wish.areas.isEmpty())
        return invalid(QStringLiteral("neither places nor areas"));
    QList<qint32> places = distinct(wish.places);
    const QSet<qint32> named(places.begin(), places.end());
    const auto refused = [&places](ErrorCode code, auto isWrong) -> Result<void> {
        QList<qint32> wrong;
        std::copy_if(places.begin(), places.end(), std::back_inserter(wrong), isWrong);
        return wrong.isEmpty() ? Result<void>() : Error {.code = code, .places = wrong};
    };
    if (const Result<void> known = refused(ErrorCode::UnknownPlace, [&](qint32 place) { return !ledger.contains(place); }); !known)
        return known.error();
    const qint64 wanted = std::accumulate(wish.areas.begin(), wish.areas.end(), qint64(places.size()), [](qint64 sum, const AreaBlock &area) { return sum + area.seats; });
    if (wanted > BlockLimits::kPlaces)
        return Error {.code = ErrorCode::TooManySeats, .limit = BlockLimits::kPlaces};
    if (const QList<qint32> cut = groups.cutTables(places); !cut.isEmpty())
        return Error {.code = ErrorCode::TableSoldWhole, .places = cut};
    ledger.expire(m_clock.steadyNow());
    const Result<void> unblocked = refused(ErrorCode::AlreadyBlocked, [&](qint32 place) { return ledger.stateOf(place) == SeatState::Blocked || event.blocks().at(place); });
    if (!unblocked)
        return unblocked.error();
    for (qsizetype i = 0; i < wish.areas.size(); ++i) {
        const AreaBlock &area = wish.areas[i];
        if (std::any_of(wish.areas.begin(), wish.areas.begin() + i, [&](const AreaBlock &other) { return other.area == area.area; }))
            return invalid(QStringLiteral("an area twice"));
        if (area.area < 0 || area.area >= groups.areaCount())
            return Error {.code = ErrorCode::UnknownPlace, .area = area.area};
        const PlaceGroups::AreaPlaces &range = groups.area(area.area);
        // Some of the lowest free ones may be among those that were named.
        qint32 found = 0;
        for (const qint32 place : ledger.lowestFree(range.first, range.end, area.seats + static_cast<qint32>(named.size()), m_clock.steadyNow())) {
            if (found < area.seats && !named.contains(place)) {
                places.append(place);
                ++found;
            }
        }
        if (found < area.seats)
            return Error {.code = ErrorCode::AreaFull, .limit = found, .area = area.area};
    }
    return distinct(places);
}

void BlockService::onCreated(const Block &block, const Result<void> &written)
{
    if (!written && isByAnother(written.error())) {
        // Until it is known who has them they stay blocked, so that nobody gets one.
        const Error error = written.error();
        m_events.look(
            block.event, error.places,
            [this, block, error](const storage::PlacesSeen &seen) {
                finishCreating(block, error);
                takeSeen(m_events, m_clock, seen);
            },
            [this, block, error] { answerEarly(block.id, error); });
        return;
    }
    finishCreating(block, written);
}

void BlockService::finishCreating(const Block &block, const Result<void> &written)
{
    OpenEvent *event = m_events.find(block.event);
    if (event && written)
        event->blocks().add(block);
    else if (event && !event->ledger().unblock(block.places, m_clock.steadyNow()))
        qCCritical(lcBlocks) << "seats that were not blocked after all could not be freed, event" << block.event.toString();
    if (event)
        m_events.settle(*event);
    const Creation creation = m_creating.take(block.id);
    for (const Done<Block> &waiting : creation.waiting)
        waiting(written ? Result<Block>(block) : Result<Block>(written.error()));
    look();
}

// ---- Releasing -----------------------------------------------------------------------------------------------------

void BlockService::release(const Caller &caller, EventId event, std::optional<BlockId> block, std::optional<QList<qint32>> places, Done<bool> done)
{
    m_events.openFor(caller, event, [this, caller, block, places = std::move(places), done = std::move(done)](const Result<OpenEvent *> &open) {
        if (open)
            releaseIn(caller, **open, block, places, done);
        else
            done(open.error());
    });
}

void BlockService::releaseIn(const Caller &caller, const OpenEvent &event, const std::optional<BlockId> &id, const std::optional<QList<qint32>> &places, const Done<bool> &done)
{
    const EventBlocks &blocks = event.blocks();
    const Block *named = id ? blocks.find(*id) : nullptr;
    if (id ? !named : !places) {
        done(id ? Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("block")} : invalid(QStringLiteral("neither block nor places")));
        return;
    }
    const QList<qint32> wanted = distinct(places.value_or(named ? named->places : QList<qint32>()));
    QList<qint32> wrong;
    QHash<BlockId, QList<qint32>> byBlock;
    for (const qint32 place : wanted) {
        const Block *block = blocks.at(place);
        if (!block || (named && block != named))
            wrong.append(place);
        else
            byBlock[block->id].append(place);
    }
    if (!wrong.isEmpty()) {
        done(Error {.code = ErrorCode::NotBlocked, .places = wrong, .event = event.id()});
        return;
    }
    // Of a block that part of such a table was sold out of, the rest goes.
    QList<qint32> cut = event.plan().groups.cutTables(wanted);
    cut.removeIf([&](qint32 place) { return !blocks.at(place) || wanted.contains(place); });
    if (!cut.isEmpty()) {
        done(Error {.code = ErrorCode::TableSoldWhole, .places = cut, .event = event.id()});
        return;
    }
    QList<BlockedPlaces> released;
    for (auto it = byBlock.cbegin(); it != byBlock.cend(); ++it)
        released.append({.block = it.key(), .places = it.value()});
    settle(released, {}, caller.audit(m_clock.utcNow()), [done](const Result<void> &written) { done(written ? Result<bool>(true) : written.error()); });
}

void BlockService::settle(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules, const storage::AuditContext &audit, const Done<void> &done)
{
    write([this, released, rules, audit](const Done<void> &written) { m_store.settle(released, rules, audit, written); },
          [this, released, rules](const Result<void> &written) {
              if (written)
                  onSettled(released, rules);
          },
          done);
}

void BlockService::onSettled(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules)
{
    for (const BlockedPlaces &places : released) {
        OpenEvent *event = eventOf(places.block);
        if (!event)
            continue;
        if (!event->ledger().unblock(event->blocks().remove(places.block, places.places), m_clock.steadyNow()))
            qCCritical(lcBlocks) << "released seats could not be freed, event" << event->id().toString();
        m_events.settle(*event);
    }
    for (const BlockRule &rule : rules) {
        if (OpenEvent *event = eventOf(rule.block))
            event->blocks().setRelease(rule.block, rule.release);
    }
    if (!rules.isEmpty())
        look();
}

void BlockService::look()
{
    const Instant now = m_clock.utcNow();
    std::chrono::milliseconds next = kLookAround;
    QList<BlockedPlaces> due;
    forEachDue(m_events, [&](const OpenEvent &, const Block &block, Instant when) {
        if (!block.release->isConfirmed || m_releasing.contains(block.id))
            return;
        if (when <= now)
            due.append({.block = block.id, .places = block.places});
        else
            next = std::min(next, when - now);
    });
    m_lookAgain->start(next);
    for (const BlockedPlaces &places : due) { // each by itself: one that cannot be released keeps no other back
        m_releasing.insert(places.block);
        settle({places}, {}, {.at = now}, [this, block = places.block](const Result<void> &released) {
            m_releasing.remove(block);
            if (released)
                return;
            qCWarning(lcBlocks) << "block" << block.toString() << "could not be released at its time, trying again:" << released.error().detail;
            m_lookAgain->start(kAskAgain);
        });
    }
}

// ---- Rules ---------------------------------------------------------------------------------------------------------

Result<void> BlockService::refuseRelease(const std::optional<BlockRelease> &release, const OpenEvent &event) const
{
    if (!release)
        return {};
    if (release->at.has_value() == release->minutesBefore.has_value())
        return invalid(QStringLiteral("release: either at or minutesBefore"));
    if (release->timeFor(event.event().summary.start) <= m_clock.utcNow())
        return Error {.code = ErrorCode::ReleasePassed, .event = event.id()};
    return {};
}

void BlockService::list(const Caller &caller, EventId event, Done<QList<Block>> done)
{
    m_events.openFor(caller, event, [done = std::move(done)](const Result<OpenEvent *> &open) {
        if (open)
            done((*open)->blocks().all());
        else
            done(open.error());
    });
}

QList<DueBlock> BlockService::due(std::optional<Instant> until) const
{
    QList<DueBlock> entries;
    const Instant now = m_clock.utcNow();
    forEachDue(m_events, [&](const OpenEvent &event, const Block &block, Instant when) {
        if (!until || when < *until)
            entries.append(dueOf(event, block, when, now));
    });
    std::sort(entries.begin(), entries.end(), [](const DueBlock &a, const DueBlock &b) { return std::tie(a.due, a.block.id) < std::tie(b.due, b.block.id); });
    return entries;
}

OpenEvent *BlockService::eventOf(const BlockId &block)
{
    std::optional<EventId> found;
    m_events.forEach([&](const OpenEvent &event) {
        if (event.blocks().find(block))
            found = event.id();
    });
    return found ? m_events.find(*found) : nullptr;
}

void BlockService::confirm(const Caller &caller, const QList<BlockId> &blocks, Done<bool> done)
{
    const Instant now = m_clock.utcNow();
    QList<BlockedPlaces> due;
    QList<BlockRule> later;
    for (const BlockId &id : QSet<BlockId>(blocks.begin(), blocks.end())) {
        const OpenEvent *event = eventOf(id);
        if (!event) {
            done(ErrorCode::NotFound);
            return;
        }
        const Block &block = *event->blocks().find(id);
        if (!block.release)
            continue;
        if (block.release->timeFor(event->event().summary.start) <= now) {
            due.append({.block = id, .places = block.places});
        } else {
            later.append({.block = id, .release = block.release});
            later.last().release->isConfirmed = true;
        }
    }
    settle(due, later, caller.audit(now), [done = std::move(done)](const Result<void> &written) { done(written ? Result<bool>(true) : written.error()); });
}

void BlockService::postpone(const Caller &caller, BlockId block, const std::optional<BlockRelease> &release, Done<Block> done)
{
    const OpenEvent *event = eventOf(block);
    const Result<void> timely = event ? refuseRelease(release, *event) : Result<void>(ErrorCode::NotFound);
    if (!timely) {
        done(timely.error());
        return;
    }
    Block after = *event->blocks().find(block);
    after.release = release;
    settle({}, {{.block = block, .release = release}}, caller.audit(m_clock.utcNow()),
           [after, done = std::move(done)](const Result<void> &written) { done(written ? Result<Block>(after) : written.error()); });
}

// ---- Writing -------------------------------------------------------------------------------------------------------

void BlockService::write(const Write &ask, const Done<void> &settled, const Done<void> &answered, bool isAgain)
{
    ask([=, this](const Result<void> &written) {
        const ErrorCode code = written ? ErrorCode::Internal : written.error().code;
        // Once nobody knows, only a word of the store's that it is or is not there ends the question.
        const bool isUnknown = code == ErrorCode::OutcomeUnknown || (isAgain && (code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded));
        if (isUnknown) {
            m_unknown.emplace_back([=, this] { write(ask, settled, [](const Result<void> &) {}, true); });
            m_askAgain->start(kAskAgain);
        } else {
            settled(written);
        }
        answered(written);
    });
}

void BlockService::askAgain()
{
    for (const auto &again : std::exchange(m_unknown, {}))
        again();
}

} // namespace parterre::services
