// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventediting.h"
#include "backend/storage/repositories/showtimerepository.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace parterre::services {

// All that has to be known of a source and its house before showtimes are compared.
struct ShowtimeGround {
    ShowtimeSource source = {};
    Event like = {};                    // whose plan, prices and rules new events get
    PlanOfEvent plan = {};              // of that
    QString timeZone = {};              // of the house
    QTimeZone zone = {};
};

// What a source has, next to the programme.
struct ShowtimeComparison {
    QList<ShowtimeEntry> entries = {};  // in the order of the source, then what is gone; what is unchanged is none
    ShowtimeCounts counts = {};
    QList<ShowtimeProblem> problems = {};
    qint32 moreProblems = 0;
    bool whole = true;                  // the source was read to its end, and nothing of it was lost
    QHash<QString, qint32> sequences = {}; // how new the source says that it is, by the uid of the entry
};

// On a reader's thread, since large plans take their time. NotFound, TemplateGone.
[[nodiscard]] Result<ShowtimeGround> readShowtimeGround(storage::Database &database, const ShowtimeSourceId &source);
// The same of a source that is not stored, perhaps.
[[nodiscard]] Result<ShowtimeGround> readShowtimeGround(storage::Database &database, const ShowtimeSource &source);

// Field by field: what the house has left as it was written follows the source; what it has changed stays, and is told where the source
// has changed too. What has begun is left alone. Of a source that was not read whole nothing is gone but what it calls cancelled. What is older
// than what was taken over changes nothing.
[[nodiscard]] ShowtimeComparison compareShowtimes(const ShowtimeReading &reading, const ShowtimeGround &ground, const QList<storage::KnownShowtime> &known, Instant now);

// What is to be done, and what of it may be deleted unless it was ever sold: nothing of those is held or blocked, nor will be.
struct ShowtimeOrder {
    ShowtimeReading reading = {};
    QStringList uids = {};              // that were chosen
    QSet<EventId> deletable = {};
    bool publish = false;
};

struct AppliedShowtimes {
    QList<ShowtimeOutcome> outcomes = {};   // of the uids, in their order
    QList<Event> changed = {};              // that there were, as they are stored now
};

// In the caller's transaction, compared anew with what is stored then. EventInvalid, with the event or its name.
[[nodiscard]] Result<AppliedShowtimes> applyShowtimes(storage::Database &database, const ShowtimeGround &ground, const ShowtimeOrder &order, const storage::AuditContext &audit);

} // namespace parterre::services
