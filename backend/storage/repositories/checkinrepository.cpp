// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/checkinrepository.h"

#include "backend/storage/cursor.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/ticketrepository.h"
#include "shared/core/utctime.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// After every admission: there the first page begins.
Cursor endOfTime()
{
    constexpr std::chrono::milliseconds kLastSecondOfTheYear9999 {253'402'300'799'000};
    return {.at = Instant(kLastSecondOfTheYear9999), .id = QUuid(u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s)};
}

Admission admissionFromRow(const Row &row)
{
    Admission admission {.id = row.id<CheckinId>("id"_L1),
                         .ticket = {.number = row.text("ticket"_L1),
                                    .event = row.id<EventId>("event"_L1),
                                    .label = row.text("label"_L1),
                                    .ticketType = row.text("ticket_type"_L1),
                                    .customerName = row.text("customer_name"_L1)},
                         .at = row.instant("at"_L1),
                         .door = row.text("door"_L1),
                         .offline = row.boolean("offline"_L1),
                         .undone = row.maybeInstant("undone"_L1)};
    if (!row.isNull("undo_reason"_L1))
        admission.undoReason = row.text("undo_reason"_L1);
    return admission;
}

AdmissionConflict conflictFromRow(const Row &row)
{
    AdmissionConflict conflict {.id = row.id<CheckinId>("id"_L1),
                                .shown = row.text("shown"_L1),
                                .verdict = {.outcome = fromText<AdmitOutcome>(row.text("outcome"_L1)), .at = row.maybeInstant("other_at"_L1)},
                                .at = row.instant("at"_L1),
                                .door = row.text("door"_L1),
                                .toldBy = row.text("told_by"_L1),
                                .told = row.instant("recorded"_L1)};
    if (!row.isNull("other_door"_L1))
        conflict.verdict.door = row.text("other_door"_L1);
    if (row.isNull("ticket"_L1))
        return conflict;
    const EventId event = row.id<EventId>("ticket_event"_L1);
    conflict.verdict.ticket = DoorTicket {.number = row.text("ticket"_L1),
                                          .event = event,
                                          .label = row.text("label"_L1),
                                          .ticketType = row.text("ticket_type"_L1),
                                          .customerName = row.text("customer_name"_L1)};
    if (conflict.verdict.outcome == AdmitOutcome::WrongEvent)
        conflict.verdict.event = DoorEvent {.id = event, .name = row.text("event_name"_L1), .start = row.instant("starts"_L1), .timeZone = row.text("time_zone"_L1)};
    return conflict;
}

AuditEvent auditOf(const AuditContext &context, const QString &action, const QString &ticket, const QJsonObject &before, const QJsonObject &after)
{
    return {.context = context, .action = action, .objectKind = u"ticket"_s, .objectId = ticket, .before = before, .after = after};
}

} // namespace

Result<AdmitWritten> CheckinRepository::admit(const AdmitWrite &write)
{
    const Result<std::optional<DoorVerdict>> before = answered(write);
    if (!before)
        return before.error();
    if (*before)
        return AdmitWritten {.verdict = **before};
    Result<AdmitWritten> judged = judge(write);
    if (!judged || judged->verdict.outcome == AdmitOutcome::Admitted)
        return judged;
    // A door of another house, perhaps, that tells what it decided to the wrong one.
    if (const Result<DoorEvent> known = event(write.event); !known)
        return known.error();
    const Result<void> kept = write.at ? keepConflict(write, judged->verdict) : Result<void>();
    return kept ? judged : kept.error();
}

Result<std::optional<DoorVerdict>> CheckinRepository::answered(const AdmitWrite &write)
{
    const Result<Rows> admissions = m_database.run("checkins.of_key"_L1, {{"key"_L1, write.key}});
    if (!admissions)
        return admissions.error();
    for (const Row &row : *admissions) {
        if (row.text("ticket"_L1) != write.ticket || row.id<EventId>("event"_L1) != write.event)
            continue;
        const Result<StoredTicket> stored = TicketRepository(m_database).find(write.ticket);
        if (!stored)
            return stored.error();
        const Result<DoorTicket> ticket = doorTicketOf(*stored);
        if (!ticket)
            return ticket.error();
        return std::optional(DoorVerdict {.outcome = AdmitOutcome::Admitted, .ticket = *ticket, .at = row.instant("at"_L1), .door = row.text("door"_L1)});
    }
    if (!admissions->empty())
        return ErrorCode::KeyReused;
    if (!write.at)
        return std::optional<DoorVerdict>();
    const Result<Rows> conflicts = m_database.run("checkins.conflict_of_key"_L1, {{"key"_L1, write.key}});
    if (!conflicts)
        return conflicts.error();
    if (conflicts->empty())
        return std::optional<DoorVerdict>();
    const Row &row = conflicts->front();
    if (row.text("shown"_L1) != write.shown || row.id<EventId>("event"_L1) != write.event)
        return ErrorCode::KeyReused;
    return std::optional(conflictFromRow(row).verdict);
}

Result<void> CheckinRepository::keepConflict(const AdmitWrite &write, const DoorVerdict &verdict)
{
    const Result<Rows> inserted = m_database.run("checkins.insert_conflict"_L1, {{"id"_L1, write.id},
                                                                                {"event"_L1, write.event},
                                                                                {"shown"_L1, write.shown},
                                                                                {"ticket"_L1, verdict.ticket ? std::optional(write.ticket) : std::nullopt},
                                                                                {"outcome"_L1, toText(verdict.outcome)},
                                                                                {"at"_L1, *write.at},
                                                                                {"door"_L1, write.door},
                                                                                {"actor"_L1, write.actor},
                                                                                {"key"_L1, write.key},
                                                                                {"recorded"_L1, write.audit.at},
                                                                                {"other_at"_L1, verdict.at},
                                                                                {"other_door"_L1, verdict.door}});
    if (!inserted)
        return inserted.error();
    if (inserted->empty()) // another server is told of it at this moment, too
        return {};
    return AuditRepository(m_database)
        .append(auditOf(write.audit, u"ticket.offline_admission_refused"_s, write.shown, {},
                        {{u"event"_s, write.event.toString()}, {u"at"_s, toIsoUtc(*write.at)}, {u"door"_s, write.door}, {u"outcome"_s, QString(toText(verdict.outcome))}}));
}

Result<AdmitWritten> CheckinRepository::judge(const AdmitWrite &write)
{
    if (write.ticket.isEmpty())
        return AdmitWritten {.verdict = {.outcome = AdmitOutcome::NotOfHouse}};
    TicketRepository tickets(m_database);
    Result<StoredTicket> stored = tickets.find(write.ticket);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return AdmitWritten {.verdict = {.outcome = AdmitOutcome::NotOfHouse}};
    if (!stored)
        return stored.error();
    const Result<DoorTicket> ticket = doorTicketOf(*stored);
    if (!ticket)
        return ticket.error();
    // Nobody cancels, exchanges or reprints it meanwhile.
    if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, stored->booking}}); !locked)
        return locked.error();
    stored = tickets.find(write.ticket);
    if (!stored)
        return stored.error();
    if (!stored->ticket.isKept() || stored->eventCancelled)
        return AdmitWritten {.verdict = {.outcome = stored->ticket.state == TicketState::Exchanged ? AdmitOutcome::Exchanged : AdmitOutcome::Cancelled, .ticket = *ticket}};
    if (stored->ticket.event != write.event) {
        const Result<DoorEvent> other = event(stored->ticket.event);
        return other ? Result<AdmitWritten>(AdmitWritten {.verdict = {.outcome = AdmitOutcome::WrongEvent, .ticket = *ticket, .event = *other}}) : other.error();
    }
    if (stored->isReserved)
        return AdmitWritten {.verdict = {.outcome = AdmitOutcome::Unpaid, .ticket = *ticket}};
    if (write.generation && *write.generation < stored->generation)
        return AdmitWritten {.verdict = {.outcome = AdmitOutcome::Reprinted, .ticket = *ticket, .at = stored->reprinted}};
    if (stored->ticket.state == TicketState::Released) // last: the door may let in after all whom nothing else keeps out
        return tellReleased(*stored, *ticket);
    return letIn(write, stored->ticket.place, {.outcome = AdmitOutcome::Admitted, .ticket = *ticket, .at = write.at.value_or(write.audit.at), .door = write.door});
}

Result<AdmitWritten> CheckinRepository::tellReleased(const StoredTicket &stored, const DoorTicket &ticket)
{
    const Result<Rows> owner = m_database.run("no_shows.has_owner"_L1, {{"event"_L1, stored.ticket.event}, {"place"_L1, stored.ticket.place}});
    if (!owner)
        return owner.error();
    return AdmitWritten {.verdict = {.outcome = AdmitOutcome::Released, .ticket = ticket, .at = stored.released, .placeIsFree = !owner->front().boolean("owned"_L1)}, .givenFree = stored.ticket.place};
}

Result<AdmitWritten> CheckinRepository::letIn(const AdmitWrite &write, qint32 place, DoorVerdict verdict)
{
    const Result<Rows> inserted = m_database.run("checkins.insert"_L1, {{"id"_L1, write.id},
                                                                       {"ticket"_L1, write.ticket},
                                                                       {"event"_L1, write.event},
                                                                       {"at"_L1, *verdict.at},
                                                                       {"recorded"_L1, write.audit.at},
                                                                       {"door"_L1, write.door},
                                                                       {"offline"_L1, write.at.has_value()},
                                                                       {"actor"_L1, write.actor},
                                                                       {"key"_L1, write.key}});
    if (!inserted)
        return inserted.error();
    if (inserted->empty()) {
        const Result<Rows> standing = m_database.run("checkins.standing"_L1, {{"ticket"_L1, write.ticket}});
        if (!standing)
            return standing.error();
        if (standing->empty()) // the same request is being written by another server
            return Error {.code = ErrorCode::Overloaded, .detail = u"the admission is being written"_s, .retryAfterSeconds = 1};
        // The same key: another server was told of this admission while this one was.
        if (standing->front().text("key"_L1) != write.key)
            verdict.outcome = AdmitOutcome::AlreadyIn;
        verdict.at = standing->front().instant("at"_L1);
        verdict.door = standing->front().text("door"_L1);
        return AdmitWritten {.verdict = verdict};
    }
    const Result<void> noted = AuditRepository(m_database)
                                   .append(auditOf(write.audit, u"ticket.admitted"_s, write.ticket, {},
                                                   {{u"event"_s, write.event.toString()}, {u"at"_s, toIsoUtc(*verdict.at)}, {u"door"_s, write.door}, {u"offline"_s, write.at.has_value()}}));
    return noted ? Result<AdmitWritten>(AdmitWritten {.verdict = verdict, .place = place}) : noted.error();
}

Result<UndoWritten> CheckinRepository::undo(const UndoWrite &write)
{
    const Result<Rows> known = m_database.run("checkins.of_undo_key"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!known)
        return known.error();
    if (!known->empty()) {
        if (known->front().text("ticket"_L1) != write.ticket || known->front().id<EventId>("event"_L1) != write.event)
            return ErrorCode::KeyReused;
        const Result<UndoWritten> before = get(known->front().id<CheckinId>("id"_L1));
        return before ? Result<UndoWritten>(UndoWritten {.admission = before->admission}) : before;
    }
    const Result<Rows> undone = m_database.run("checkins.undo"_L1, {{"ticket"_L1, write.ticket},
                                                                   {"event"_L1, write.event},
                                                                   {"undone"_L1, write.audit.at},
                                                                   {"actor"_L1, write.actor},
                                                                   {"reason"_L1, write.reason},
                                                                   {"key"_L1, write.key}});
    if (!undone)
        return undone.error();
    if (undone->empty())
        return Error {.code = ErrorCode::NotFound, .detail = u"nobody is in with that ticket"_s};
    Result<UndoWritten> written = get(undone->front().id<CheckinId>("id"_L1));
    if (!written)
        return written;
    const Result<void> noted =
        AuditRepository(m_database)
            .append(auditOf(write.audit, u"ticket.admission_undone"_s, write.ticket,
                            {{u"event"_s, write.event.toString()}, {u"at"_s, toIsoUtc(written->admission.at)}, {u"door"_s, written->admission.door}}, {{u"reason"_s, write.reason}}));
    return noted ? written : noted.error();
}

Result<AdmissionPage> CheckinRepository::list(const AdmissionQuery &query)
{
    const Result<Cursor> before = pageBegin(query);
    if (!before)
        return before.error();
    const Result<Rows> rows = m_database.run(
        "checkins.list_of_event"_L1,
        {{"event"_L1, query.event}, {"before_at"_L1, before->at}, {"before_id"_L1, CheckinId(before->id)}, {"limit"_L1, query.limit + 1}});
    if (!rows)
        return rows.error();
    AdmissionPage page;
    for (const Row &row : *rows) {
        if (page.admissions.size() == query.limit) { // the one too many: there is another page
            const Admission &last = page.admissions.constLast();
            page.next = Cursor {last.at, last.id.uuid()}.toString();
            break;
        }
        page.admissions.append(admissionFromRow(row));
    }
    const Result<Attendance> counted = attendance(query.event);
    if (!counted)
        return counted.error();
    page.attendance = *counted;
    const Result<Rows> conflicts = m_database.run("checkins.count_conflicts"_L1, {{"event"_L1, query.event}});
    if (!conflicts)
        return conflicts.error();
    page.conflicts = conflicts->front().int32("conflicts"_L1);
    return page;
}

Result<ConflictPage> CheckinRepository::conflicts(const AdmissionQuery &query)
{
    const Result<Cursor> before = pageBegin(query);
    if (!before)
        return before.error();
    const Result<Rows> rows = m_database.run(
        "checkins.conflicts_of_event"_L1,
        {{"event"_L1, query.event}, {"before_at"_L1, before->at}, {"before_id"_L1, CheckinId(before->id)}, {"limit"_L1, query.limit + 1}});
    if (!rows)
        return rows.error();
    ConflictPage page;
    for (const Row &row : *rows) {
        if (page.conflicts.size() == query.limit) { // the one too many: there is another page
            const AdmissionConflict &last = page.conflicts.constLast();
            page.next = Cursor {last.told, last.id.uuid()}.toString();
            break;
        }
        page.conflicts.append(conflictFromRow(row));
    }
    return page;
}

Result<Cursor> CheckinRepository::pageBegin(const AdmissionQuery &query)
{
    const Result<Cursor> before = query.cursor.isEmpty() ? Result<Cursor>(endOfTime()) : Cursor::fromString(query.cursor);
    if (!before)
        return before.error();
    const Result<DoorEvent> known = event(query.event);
    return known ? before : known.error();
}

Result<Arrivals> CheckinRepository::arrivals(const EventId &id)
{
    if (const Result<DoorEvent> known = event(id); !known)
        return known.error();
    const Result<Rows> rows = m_database.run("checkins.places_of_event"_L1, {{"event"_L1, id}});
    if (!rows)
        return rows.error();
    const Result<Attendance> counted = attendance(id);
    if (!counted)
        return counted.error();
    Arrivals arrivals {.attendance = *counted};
    for (const Row &row : *rows)
        arrivals.places.append(row.int32("place"_L1));
    return arrivals;
}

Result<DoorListPage> CheckinRepository::doorList(const EventId &id, qint32 after, qint32 limit)
{
    if (const Result<DoorEvent> known = event(id); !known)
        return known.error();
    const Result<Rows> rows = m_database.run("checkins.door_list"_L1, {{"event"_L1, id}, {"after"_L1, after}, {"limit"_L1, limit + 1}});
    if (!rows)
        return rows.error();
    DoorListPage page {.event = id, .after = after < 0 ? std::nullopt : std::optional(after)};
    // The one too many: there is another page. It begins with its place, of which some may be before it.
    const std::optional<qint32> end = rows->size() > static_cast<std::size_t>(limit) ? std::optional(rows->back().int32("place"_L1)) : std::nullopt;
    for (const Row &row : *rows) {
        const qint32 place = row.int32("place"_L1);
        if (place == end)
            return page;
        page.next = place;
        if (row.boolean("released"_L1)) {
            page.released.append(row.text("number"_L1));
            continue;
        }
        if (row.boolean("unpaid"_L1)) {
            page.unpaid.append(row.text("number"_L1));
            continue;
        }
        DoorListEntry entry {.ticket = row.text("number"_L1),
                             .label = row.text("label"_L1),
                             .ticketType = row.text("ticket_type"_L1),
                             .generation = row.int32("generation"_L1),
                             .admitted = row.maybeInstant("at"_L1)};
        if (entry.admitted)
            entry.door = row.text("door"_L1);
        page.tickets.append(entry);
    }
    page.next.reset();
    return page;
}

Result<DoorTicket> CheckinRepository::doorTicketOf(const StoredTicket &stored)
{
    const Result<Rows> name = m_database.run("events.ticket_type_name"_L1, {{"event"_L1, stored.ticket.event}, {"key"_L1, stored.ticket.ticketType}});
    if (!name)
        return name.error();
    return DoorTicket {.number = stored.ticket.number,
                       .event = stored.ticket.event,
                       .label = stored.ticket.label,
                       .ticketType = name->empty() ? stored.ticket.ticketType : name->front().text("name"_L1),
                       .customerName = stored.customerName};
}

Result<DoorEvent> CheckinRepository::event(const EventId &id)
{
    const Result<Rows> rows = m_database.run("events.brief"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return Error {.code = ErrorCode::NotFound, .detail = u"no such event"_s};
    const Row &row = rows->front();
    return DoorEvent {.id = row.id<EventId>("id"_L1), .name = row.text("name"_L1), .start = row.instant("starts"_L1), .timeZone = row.text("time_zone"_L1)};
}

Result<UndoWritten> CheckinRepository::get(const CheckinId &id)
{
    const Result<Rows> rows = m_database.run("checkins.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    return UndoWritten {.admission = admissionFromRow(rows->front()), .place = rows->front().int32("place"_L1)};
}

Result<Attendance> CheckinRepository::attendance(const EventId &event)
{
    const Result<Rows> rows = m_database.run("checkins.attendance"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    return Attendance {.admitted = rows->front().int32("admitted"_L1), .expected = rows->front().int32("expected"_L1)};
}

} // namespace parterre::storage
