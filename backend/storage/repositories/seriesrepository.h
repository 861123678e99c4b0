// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/localtime.h"
#include "shared/core/result.h"
#include "shared/domain/series.h"

namespace parterre::storage {

class Database;

// What a series was made with.
struct StoredSeries {
    SeriesId id = {};
    QString rule = {};
    LocalTime firstStart = {};   // by the clock of the house
    QByteArray requestHash = {}; // of everything that was asked for, raw

    friend bool operator==(const StoredSeries &, const StoredSeries &) = default;
};

// The series; their events are EventRepository's.
class SeriesRepository
{
public:
    explicit SeriesRepository(Database &database) : m_database(database) {}

    // AlreadyExists: the id. NotFound: nobody is signed in.
    [[nodiscard]] Result<void> insert(const StoredSeries &series, const AuditContext &audit);
    [[nodiscard]] Result<StoredSeries> get(const SeriesId &id); // NotFound
    // What is there of it, soonest first.
    [[nodiscard]] Result<QList<SeriesEvent>> events(const SeriesId &id);

    // Of these, those that begin then or later and can be cancelled.
    [[nodiscard]] Result<QList<SeriesEvent>> cancellable(const SeriesId &id, Instant from);

    // Of its events, each once.
    [[nodiscard]] Result<QList<PlanVersionRef>> plans(const SeriesId &id);

private:
    Database &m_database;
};

} // namespace parterre::storage
