// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/checkin.h"
#include "shared/domain/doorlist.h"

#include <QList>

namespace parterre::storage {

class Database;
class Row;
struct Cursor;
struct StoredTicket;

// Somebody at a door with a ticket.
struct AdmitWrite {
    CheckinId id = {};
    EventId event = {};
    QString ticket = {};                    // empty: what was shown is no code of this house
    std::optional<qint32> generation = {};  // of the code that was shown; none: the number was typed
    QString shown = {};                     // a number, or what was shown instead of one
    QString door = {};
    std::optional<Instant> at = {};         // when it was decided, if that was without the server
    UserId actor = {};
    QString key = {};
    AuditContext audit = {};
};

struct UndoWrite {
    EventId event = {};
    QString ticket = {};
    QString reason = {};
    UserId actor = {};
    QString key = {};
    AuditContext audit = {};
};

struct AdmissionQuery {
    EventId event = {};
    qint32 limit = 50;
    QString cursor = {};                    // AdmissionPage::next of the page before
};

struct AdmissionPage {
    QList<Admission> admissions = {};
    Attendance attendance = {};
    QString next = {};                      // empty on the last page
    qint32 conflicts = 0;                   // of the event
};

struct ConflictPage {
    QList<AdmissionConflict> conflicts = {};
    QString next = {};                      // empty on the last page
};

struct Arrivals {
    Attendance attendance = {};
    QList<qint32> places = {};              // ascending
};

// What was written, and the place whose people came in, or went out, with it; none when it changed nothing.
struct AdmitWritten {
    DoorVerdict verdict = {};
    std::optional<qint32> place = {};
    std::optional<qint32> givenFree = {};   // the place of a ticket whose place was given free
};

struct UndoWritten {
    Admission admission = {};
    std::optional<qint32> place = {};
};

// Who is in. That a ticket admits once is not decided here but by the index `checkins_one_per_ticket`.
class CheckinRepository
{
public:
    explicit CheckinRepository(Database &database) : m_database(database) {}

    // A repetition with the key of an admission is answered like the first time, whoever it comes from. An admission that was decided
    // without the server and does not stand leaves a conflict and an audit row, once for each key. NotFound: there is no such event,
    // and the ticket does not admit. KeyReused.
    [[nodiscard]] Result<AdmitWritten> admit(const AdmitWrite &write);
    // NotFound: nobody is in with that ticket. KeyReused.
    [[nodiscard]] Result<UndoWritten> undo(const UndoWrite &write);
    [[nodiscard]] Result<AdmissionPage> list(const AdmissionQuery &query);  // NotFound; InvalidParams: the cursor
    [[nodiscard]] Result<ConflictPage> conflicts(const AdmissionQuery &query); // what was told last first; as list()
    [[nodiscard]] Result<Arrivals> arrivals(const EventId &event);          // NotFound
    // The tickets of places after this one, -1 for the first; of a place all, or none, so that `limit` has to be more than it ever had.
    // Nobody has looked when that was.
    [[nodiscard]] Result<DoorListPage> doorList(const EventId &event, qint32 after, qint32 limit); // NotFound

private:
    [[nodiscard]] Result<AdmitWritten> judge(const AdmitWrite &write);
    // What became of the key before, if it was used.
    [[nodiscard]] Result<std::optional<DoorVerdict>> answered(const AdmitWrite &write);
    [[nodiscard]] Result<void> keepConflict(const AdmitWrite &write, const DoorVerdict &verdict);
    [[nodiscard]] Result<AdmitWritten> tellReleased(const StoredTicket &stored, const DoorTicket &ticket);
    [[nodiscard]] Result<AdmitWritten> letIn(const AdmitWrite &write, qint32 place, DoorVerdict verdict);
    [[nodiscard]] Result<DoorTicket> doorTicketOf(const StoredTicket &stored);
    [[nodiscard]] Result<DoorEvent> event(const EventId &id);
    [[nodiscard]] Result<UndoWritten> get(const CheckinId &id);
    [[nodiscard]] Result<Attendance> attendance(const EventId &event);
    [[nodiscard]] Result<Cursor> pageBegin(const AdmissionQuery &query);

    Database &m_database;
};

} // namespace parterre::storage
