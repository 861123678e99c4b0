// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/showtime.h"

namespace parterre::storage {

class Database;

// What was taken over from a source: as the source had it then, and as the house has it now.
struct KnownShowtime {
    QString uid = {};
    std::optional<EventId> event = {}; // nothing: the house has deleted it
    ShowtimeFacts written = {};
    ShowtimeFacts house = {};          // as the event is now; meaningless without one, as is its state
    EventState state = EventState::Draft;
    std::optional<qint32> sequence = {}; // as the source had it then

    friend bool operator==(const KnownShowtime &, const KnownShowtime &) = default;
};

// The page that a source had when the server read it by itself the last time, and did all there was to do.
struct ReadPage {
    PageMarks marks = {};
    Instant at = {};

    friend bool operator==(const ReadPage &, const ReadPage &) = default;
};

// Where showtimes come from, and which events came of them. Events themselves are EventRepository's.
class ShowtimeRepository
{
public:
    explicit ShowtimeRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<QList<ShowtimeSource>> sources(); // by name
    [[nodiscard]] Result<ShowtimeSource> source(const ShowtimeSourceId &id); // NotFound
    // `version` 0: a new one. What is there already, as after a lost answer, is not written again. StaleVersion: somebody
    // changed it since. NotFound: no such source or template.
    [[nodiscard]] Result<ShowtimeSource> save(const ShowtimeSourceId &id, qint32 version, const ShowtimeSourceDefinition &wanted, const AuditContext &audit);
    // Its events stay, and nobody knows any more where they came from. NotFound, StaleVersion.
    [[nodiscard]] Result<void> remove(const ShowtimeSourceId &id, qint32 version, const AuditContext &audit);
    // Keeps others from taking over from it until the transaction ends. NotFound.
    [[nodiscard]] Result<void> claim(const ShowtimeSourceId &id);
    // Of a source that is gone nothing is noted.
    [[nodiscard]] Result<void> noteRun(const ShowtimeSourceId &id, const ShowtimeRun &run);
    // Nothing: none is known, or people have changed the source since.
    [[nodiscard]] Result<std::optional<ReadPage>> page(const ShowtimeSourceId &id);
    // Of a source that is gone, or that is not of this version any more, nothing is noted.
    [[nodiscard]] Result<void> notePage(const ShowtimeSourceId &id, qint32 version, const ReadPage &page);

    [[nodiscard]] Result<QList<KnownShowtime>> known(const ShowtimeSourceId &source); // by uid
    // What is `written` for that event.
    [[nodiscard]] Result<void> keep(const ShowtimeSourceId &source, const KnownShowtime &showtime);
    [[nodiscard]] Result<void> forget(const ShowtimeSourceId &source, const QString &uid);

private:
    Database &m_database;
};

} // namespace parterre::storage
