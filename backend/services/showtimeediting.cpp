// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/showtimeediting.h"

#include "backend/calendar/seriesdates.h"
#include "backend/services/seriesediting.h"
#include "backend/services/storedplan.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "shared/domain/eventrules.h"

#include <QHash>

#include <algorithm>

namespace parterre::services {

using namespace Qt::StringLiterals;

namespace {

using storage::KnownShowtime;

// Follows from source and uid: two servers that take the same over at once make it once.
EventId eventOf(const ShowtimeSourceId &source, const QString &uid)
{
    return EventId(QUuid::createUuidV5(source.uuid(), uid));
}

ShowtimeFacts factsOf(const Showtime &showtime, EventCategory otherwise)
{
    return {.name = showtime.name,
            .description = showtime.description,
            .category = showtime.category.value_or(otherwise),
            .start = showtime.start,
            .durationMinutes = showtime.durationMinutes};
}

bool isInHall(const Showtime &showtime, const QString &hall)
{
    return hall.isEmpty() || showtime.hall.compare(hall, Qt::CaseInsensitive) == 0;
}

// The definition at another start: sales end, and tickets may be given back until, as long before it as before.
EventDefinition movedTo(const EventDefinition &event, Instant start, const QTimeZone &zone)
{
    EventDefinition moved = calendar::definitionOn(localIn(zone, start), {.definition = event}, localIn(zone, event.start), zone);
    moved.start = start; // the second of two equal times, when the clocks go back
    return moved;
}

EventDefinition withFacts(const EventDefinition &event, const ShowtimeFacts &facts, const QTimeZone &zone)
{
    EventDefinition definition = facts.start == event.start ? event : movedTo(event, facts.start, zone);
    definition.name = facts.name;
    definition.description = facts.description;
    definition.category = facts.category;
    definition.durationMinutes = facts.durationMinutes;
    return definition;
}

// What the source has now, the house has, and was written last, of one field.
template<class T>
void compareField(ShowtimeEntry &entry, EventField field, const ShowtimeFacts &wanted, const ShowtimeFacts &written, T ShowtimeFacts::*member)
{
    const T &now = (*entry.before).*member;
    if (wanted.*member == now || wanted.*member == written.*member)
        return;
    if (now == written.*member) {
        (*entry.after).*member = wanted.*member;
        entry.changes.append(field);
    } else {
        entry.kept.append(field);
    }
}

void compareFields(ShowtimeEntry &entry, const ShowtimeFacts &wanted, const ShowtimeFacts &written)
{
    entry.after = entry.before;
    compareField(entry, EventField::Name, wanted, written, &ShowtimeFacts::name);
    compareField(entry, EventField::Description, wanted, written, &ShowtimeFacts::description);
    compareField(entry, EventField::Category, wanted, written, &ShowtimeFacts::category);
    compareField(entry, EventField::Start, wanted, written, &ShowtimeFacts::start);
    compareField(entry, EventField::Duration, wanted, written, &ShowtimeFacts::durationMinutes);
}

// What is written when this was done: the house's own stays marked as such.
ShowtimeFacts writtenAfter(const ShowtimeEntry &entry, const ShowtimeFacts &written)
{
    ShowtimeFacts after = written;
    for (const EventField field : entry.changes) {
        switch (field) {
        case EventField::Name: after.name = entry.after->name; break;
        case EventField::Description: after.description = entry.after->description; break;
        case EventField::Category: after.category = entry.after->category; break;
        case EventField::Start: after.start = entry.after->start; break;
        case EventField::Duration: after.durationMinutes = entry.after->durationMinutes; break;
        default: break;
        }
    }
    return after;
}

class Comparing
{
public:
    Comparing(const ShowtimeReading &reading, const ShowtimeGround &ground, const QList<KnownShowtime> &known, Instant now)
        : m_reading(reading), m_ground(ground), m_now(now)
    {
        m_done.whole = reading.whole;
        m_done.problems = reading.problems;
        m_done.moreProblems = reading.moreProblems;
        for (const KnownShowtime &showtime : known)
            m_known.insert(showtime.uid, &showtime);
    }

    ShowtimeComparison compare(const QList<KnownShowtime> &known)
    {
        QSet<QString> there;
        for (const Showtime &showtime : m_reading.showtimes) {
            if (!isInHall(showtime, m_ground.source.definition.hall)) {
                ++m_done.counts.elsewhere;
                continue;
            }
            const QString uid = identityOf(showtime);
            if (there.contains(uid)) {
                report(ShowtimeFault::Repeated, showtime);
                continue;
            }
            there.insert(uid);
            if (showtime.sequence)
                m_done.sequences.insert(uid, *showtime.sequence);
            compareOne(showtime, uid);
        }
        if (m_done.whole) {
            for (const KnownShowtime &showtime : known) {
                if (!there.contains(showtime.uid) && isAhead(showtime))
                    addGone(showtime, {}, false);
            }
        }
        m_done.counts.problems = static_cast<qint32>(m_done.problems.size()) + m_done.moreProblems;
        return m_done;
    }

private:
    // What it is known by: several of one page have their starts in their uids, one alone may have moved.
    [[nodiscard]] QString identityOf(const Showtime &showtime) const
    {
        const KnownShowtime *known = m_known.value(showtime.uid);
        const KnownShowtime *other = showtime.alias.isEmpty() ? nullptr : m_known.value(showtime.alias);
        const auto isIt = [&showtime](const KnownShowtime *candidate) { return candidate && candidate->written.start == showtime.start; };
        const bool isOver = known && (known->event ? known->house.start : known->written.start) <= m_now;
        return !showtime.alias.isEmpty() && !isIt(known) && (isIt(other) || isOver) ? showtime.alias : showtime.uid;
    }
    [[nodiscard]] static bool isOutdated(const Showtime &showtime, const KnownShowtime *known)
    {
        return known && known->event && known->sequence && showtime.sequence && *showtime.sequence < *known->sequence;
    }
    // Of which something can be changed still.
    [[nodiscard]] bool isAhead(const KnownShowtime &known) const { return known.event && known.state != EventState::Cancelled && known.house.start > m_now; }

    void compareOne(const Showtime &showtime, const QString &uid)
    {
        const KnownShowtime *known = m_known.value(uid);
        if (known && known->event && !isAhead(*known)) {
            ++m_done.counts.unchanged;
        } else if (isOutdated(showtime, known)) {
            ++m_done.counts.unchanged;
            tell({.where = showtime.name, .cause = ShowtimeCause::Outdated});
        } else if (showtime.cancelled && known && known->event) {
            addGone(*known, showtime.hall, true);
        } else if (showtime.cancelled) {
            report(ShowtimeFault::CalledOff, showtime);
        } else if (showtime.start <= m_now) {
            report(ShowtimeFault::Past, showtime);
        } else if (known && known->event) {
            addKnown(showtime, *known);
        } else {
            addNew(showtime, uid, known != nullptr);
        }
    }

    void addNew(const Showtime &showtime, const QString &uid, bool wasDeleted)
    {
        const ShowtimeFacts facts = factsOf(showtime, m_ground.like.summary.category);
        const QList<EventProblem> problems = validateEvent(withFacts(definitionOf(m_ground.like), facts, m_ground.zone), m_ground.plan.categoryKeys);
        if (!problems.isEmpty()) {
            report(ShowtimeFault::Unusable, showtime, describe(problems.constFirst()));
            return;
        }
        ++(wasDeleted ? m_done.counts.deleted : m_done.counts.fresh);
        m_done.entries.append({.state = wasDeleted ? ShowtimeState::Deleted : ShowtimeState::New, .uid = uid, .hall = showtime.hall, .after = facts});
    }

    void addKnown(const Showtime &showtime, const KnownShowtime &known)
    {
        ShowtimeEntry entry {.state = ShowtimeState::Changed, .uid = known.uid, .hall = showtime.hall, .event = known.event, .before = known.house};
        compareFields(entry, factsOf(showtime, known.written.category), known.written);
        if (entry.changes.isEmpty() && entry.kept.isEmpty()) {
            ++m_done.counts.unchanged;
            return;
        }
        if (entry.changes.isEmpty())
            entry.state = ShowtimeState::Kept;
        ++(entry.changes.isEmpty() ? m_done.counts.kept : m_done.counts.changed);
        m_done.entries.append(entry);
    }

    void addGone(const KnownShowtime &known, const QString &hall, bool cancelled)
    {
        ++m_done.counts.gone;
        m_done.entries.append({.state = ShowtimeState::Gone, .uid = known.uid, .hall = hall, .cancelled = cancelled, .event = known.event, .before = known.house});
    }

    void report(ShowtimeFault fault, const Showtime &showtime, const QString &text = {})
    {
        tell({.fault = fault, .where = showtime.name, .text = text.isEmpty() ? toIsoLocal(localIn(m_ground.zone, showtime.start)) : text});
    }

    void tell(const ShowtimeProblem &problem)
    {
        if (m_done.problems.size() < ShowtimeLimits::kProblems)
            m_done.problems.append(problem);
        else
            ++m_done.moreProblems;
    }

    const ShowtimeReading &m_reading;
    const ShowtimeGround &m_ground;
    const Instant m_now;
    QHash<QString, const KnownShowtime *> m_known;
    ShowtimeComparison m_done;
};

class Applying
{
public:
    Applying(storage::Database &database, const ShowtimeGround &ground, const ShowtimeOrder &order, const storage::AuditContext &audit)
        : m_database(database), m_showtimes(database), m_ground(ground), m_order(order), m_audit(audit), m_plans {ground.plan}
    {
    }

    Result<AppliedShowtimes> apply()
    {
        if (const Result<void> claimed = m_showtimes.claim(m_ground.source.id); !claimed)
            return claimed.error();
        const Result<QList<KnownShowtime>> known = m_showtimes.known(m_ground.source.id);
        if (!known)
            return known.error();
        QHash<QString, const KnownShowtime *> knownByUid;
        for (const KnownShowtime &showtime : *known)
            knownByUid.insert(showtime.uid, &showtime);
        const ShowtimeComparison found = compareShowtimes(m_order.reading, m_ground, *known, m_audit.at);
        m_sequences = found.sequences;
        QHash<QString, ShowtimeEntry> entries;
        for (const ShowtimeEntry &entry : found.entries)
            entries.insert(entry.uid, entry);
        if (const Result<void> locked = lock(entries); !locked)
            return locked.error();
        for (const QString &uid : m_order.uids) {
            const KnownShowtime *showtime = knownByUid.value(uid);
            const auto entry = entries.constFind(uid);
            if (entry == entries.constEnd()) {
                m_done.outcomes.append({.event = showtime ? showtime->event : std::nullopt});
                continue;
            }
            const Result<void> done = applyOne(*entry, showtime);
            if (!done)
                return naming(done.error(), *entry);
        }
        return m_done;
    }

private:
    // What may be changed, or deleted.
    Result<void> lock(const QHash<QString, ShowtimeEntry> &entries)
    {
        QList<EventId> events;
        QList<EventId> deletable;
        for (const QString &uid : m_order.uids) {
            const std::optional<EventId> event = entries.value(uid).event;
            if (!event)
                continue;
            events.append(*event);
            if (m_order.deletable.contains(*event))
                deletable.append(*event);
        }
        return lockForEditing(m_database, events, deletable);
    }

    static Error naming(Error error, const ShowtimeEntry &entry)
    {
        if (error.code != ErrorCode::EventInvalid)
            return error;
        error.event = entry.event;
        error.detail.prepend((entry.after ? entry.after->name : QString()) + u": "_s);
        return error;
    }

    Result<void> applyOne(const ShowtimeEntry &entry, const KnownShowtime *known)
    {
        switch (entry.state) {
        case ShowtimeState::New:
        case ShowtimeState::Deleted: return create(entry);
        case ShowtimeState::Changed: return change(entry, *known);
        case ShowtimeState::Gone: return takeAway(entry);
        case ShowtimeState::Kept:
        case ShowtimeState::Unchanged: break;
        }
        m_done.outcomes.append({.event = entry.event});
        return {};
    }

    Result<void> create(const ShowtimeEntry &entry)
    {
        const EventId id = eventOf(m_ground.source.id, entry.uid);
        const EventDefinition definition = withFacts(definitionOf(m_ground.like), *entry.after, m_ground.zone);
        const KnownShowtime showtime {.uid = entry.uid, .event = id, .written = *entry.after, .sequence = sequenceOf(entry, {})};
        // Left from a source of the same id that was removed: it is known again, as it is.
        if (const Result<Event> there = storage::EventRepository(m_database).get(id); there) {
            m_done.outcomes.append({.event = id});
            return m_showtimes.keep(m_ground.source.id, showtime);
        } else if (there.error().code != ErrorCode::NotFound) {
            return there.error();
        }
        if (Result<void> inserted = insertEvent(m_database, id, definition, m_ground.plan, {}, m_audit); !inserted)
            return inserted;
        if (m_order.publish) {
            if (const Result<Event> published = setEventState(m_database, id, 1, EventState::Published, m_audit); !published)
                return published.error();
        }
        m_done.outcomes.append({.event = id, .deed = ShowtimeDeed::Created});
        return m_showtimes.keep(m_ground.source.id, showtime);
    }

    Result<void> change(const ShowtimeEntry &entry, const KnownShowtime &known)
    {
        const Result<Event> event = storage::EventRepository(m_database).get(*entry.event);
        if (!event)
            return event.error();
        const Result<PlanOfEvent> plan = planOf(event->plan);
        if (!plan)
            return plan.error();
        const EventDefinition definition = withFacts(definitionOf(*event), *entry.after, m_ground.zone);
        const Result<Event> updated = updateEvent(m_database, *entry.event, event->version, definition, *plan, m_audit);
        if (!updated)
            return updated.error();
        m_done.changed.append(*updated);
        m_done.outcomes.append({.event = entry.event, .deed = ShowtimeDeed::Changed});
        return m_showtimes.keep(m_ground.source.id, {.uid = entry.uid, .event = entry.event, .written = writtenAfter(entry, known.written), .sequence = sequenceOf(entry, known.sequence)});
    }

    [[nodiscard]] std::optional<qint32> sequenceOf(const ShowtimeEntry &entry, const std::optional<qint32> &before) const
    {
        const auto sequence = m_sequences.constFind(entry.uid);
        return sequence == m_sequences.constEnd() ? before : std::optional(*sequence);
    }

    // Never cancelled: that gives back money, and is decided by people.
    Result<void> takeAway(const ShowtimeEntry &entry)
    {
        storage::EventRepository events(m_database);
        const Result<Event> event = events.get(*entry.event);
        if (!event)
            return event.error();
        if (m_order.deletable.contains(*entry.event)) {
            const Result<void> deleted = deleteEvent(m_database, *entry.event, event->version, m_audit);
            if (deleted) {
                m_done.outcomes.append({.deed = ShowtimeDeed::Deleted});
                return m_showtimes.forget(m_ground.source.id, entry.uid);
            }
            if (deleted.error().code != ErrorCode::EventInUse && deleted.error().code != ErrorCode::EventHasBlocks)
                return deleted;
        }
        if (event->summary.state != EventState::Published) {
            m_done.outcomes.append({.event = entry.event});
            return {};
        }
        const Result<Event> paused = setEventState(m_database, *entry.event, event->version, EventState::Paused, m_audit);
        if (!paused)
            return paused.error();
        m_done.changed.append(*paused);
        m_done.outcomes.append({.event = entry.event, .deed = ShowtimeDeed::Paused});
        return {};
    }

    // One that is known, or read: the house may have given the event another.
    Result<PlanOfEvent> planOf(const PlanVersionRef &ref)
    {
        const auto known = std::find_if(m_plans.cbegin(), m_plans.cend(), [&ref](const PlanOfEvent &plan) { return plan.ref == ref; });
        if (known != m_plans.cend())
            return *known;
        const Result<StoredPlan> stored = readStoredPlan(m_database, ref.id, ref.version);
        if (!stored)
            return stored.error();
        m_plans.append(placedIn(*stored));
        return m_plans.constLast();
    }

    storage::Database &m_database;
    storage::ShowtimeRepository m_showtimes;
    const ShowtimeGround &m_ground;
    const ShowtimeOrder &m_order;
    const storage::AuditContext &m_audit;
    QList<PlanOfEvent> m_plans;
    QHash<QString, qint32> m_sequences;
    AppliedShowtimes m_done;
};

} // namespace

Result<ShowtimeGround> readShowtimeGround(storage::Database &database, const ShowtimeSourceId &id)
{
    const Result<ShowtimeSource> source = storage::ShowtimeRepository(database).source(id);
    return source ? readShowtimeGround(database, *source) : Result<ShowtimeGround>(source.error());
}

Result<ShowtimeGround> readShowtimeGround(storage::Database &database, const ShowtimeSource &source)
{
    if (!source.definition.like)
        return ErrorCode::TemplateGone;
    const Result<Event> like = storage::EventRepository(database).get(*source.definition.like);
    if (!like)
        return like.error();
    const Result<StoredPlan> stored = readStoredPlan(database, like->plan.id, like->plan.version);
    if (!stored)
        return stored.error();
    const Result<Venue> venue = storage::VenueRepository(database).get(stored->venue);
    if (!venue)
        return venue.error();
    const QTimeZone zone(venue->timeZone.toUtf8());
    return ShowtimeGround {.source = source, .like = *like, .plan = placedIn(*stored), .timeZone = venue->timeZone, .zone = zone.isValid() ? zone : QTimeZone::utc()};
}

ShowtimeComparison compareShowtimes(const ShowtimeReading &reading, const ShowtimeGround &ground, const QList<storage::KnownShowtime> &known, Instant now)
{
    return Comparing(reading, ground, known, now).compare(known);
}

Result<AppliedShowtimes> applyShowtimes(storage::Database &database, const ShowtimeGround &ground, const ShowtimeOrder &order, const storage::AuditContext &audit)
{
    return Applying(database, ground, order, audit).apply();
}

} // namespace parterre::services
