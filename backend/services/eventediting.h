// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"
#include "shared/domain/poster.h"

#include <QStringList>

namespace parterre::storage {
class Database;
}

namespace parterre::services {

// What is done to events, each in the caller's transaction. What was done already, as after a lost answer, is not done
// again and is no error. EventInvalid has the first problem in its detail.

// What a definition needs to know of the plan version it names.
struct PlanOfEvent {
    PlanVersionRef ref = {};
    VenueId venue = {};
    QStringList categoryKeys = {};
};

// What a new event takes from others.
struct EventOrigin {
    std::optional<EventId> posterOf = {};  // its poster, if it has one
    std::optional<SeriesId> series = {};   // of which it is one more date
};

// What was paid in one currency is neither given back nor exchanged in another.
[[nodiscard]] bool hasOtherMoney(const Event &before, const EventDefinition &wanted);

// To be called before several are changed in one transaction, or deleted: whoever locks them one after the other may lock out somebody who
// wants them in another order.
[[nodiscard]] Result<void> lockForEditing(storage::Database &database, const QList<EventId> &events, const QList<EventId> &deletable = {});
// A draft. NotFound: no such series. AlreadyExists: another event has the id. EventInvalid.
[[nodiscard]] Result<Event> createEvent(storage::Database &database, const EventId &id, const EventDefinition &wanted, const PlanOfEvent &plan,
                                        const EventOrigin &origin, const storage::AuditContext &audit);
// A draft of a series, or of none, whose id is new. AlreadyExists, EventInvalid.
[[nodiscard]] Result<void> insertEvent(storage::Database &database, const EventId &id, const EventDefinition &wanted, const PlanOfEvent &plan,
                                       const std::optional<SeriesId> &series, const storage::AuditContext &audit);
// Without price rules, of which older clients know nothing, it keeps those it has. NotFound, StaleVersion, EventInvalid;
// EventInUse, EventHasBlocks: another plan for what was ever sold, or of which something is blocked.
[[nodiscard]] Result<Event> updateEvent(storage::Database &database, const EventId &id, qint32 version, EventDefinition wanted, const PlanOfEvent &plan,
                                        const storage::AuditContext &audit);
// NotFound, StaleVersion, EventInvalid.
[[nodiscard]] Result<Event> setEventState(storage::Database &database, const EventId &id, qint32 version, EventState state, const storage::AuditContext &audit);
// NotFound, StaleVersion, EventInvalid: nobody has seen it yet, or it is cancelled for another reason.
[[nodiscard]] Result<Event> cancelEvent(storage::Database &database, const EventId &id, qint32 version, const QString &reason, const storage::AuditContext &audit);
// Another poster, or none; the event stays the same version. NotFound, with the event; EventInvalid: it is cancelled.
[[nodiscard]] Result<Event> setEventPoster(storage::Database &database, const EventId &id, const std::optional<Poster> &poster, const storage::AuditContext &audit);
// NotFound, StaleVersion; EventInUse: tickets of it were sold; EventHasBlocks.
[[nodiscard]] Result<void> deleteEvent(storage::Database &database, const EventId &id, qint32 version, const storage::AuditContext &audit);

} // namespace parterre::services
