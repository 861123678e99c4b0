// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/domain/series.h"

#include <QObject>

namespace parterre::storage {
class Database;
class Storage;
}

namespace parterre::services {

// What is asked about dates before a series is made.
struct SeriesQuestion {
    PlanId plan = {};               // the hall
    Instant start = {};             // of the first date
    qint32 durationMinutes = 0;     // 0: unknown
    SeriesRule dates = {};
    QList<SeriesOverride> overrides = {};
};

struct SeriesPreview {
    QString timeZone = {};
    QList<SeriesDate> dates = {};
};

// Many events at once, by a rule of dates. Afterwards each is an event like any other, EventService's. Rules are worked
// out on a reader's thread, since some take their time. Lives on the house thread.
class SeriesService : public QObject
{
    Q_OBJECT
public:
    // Both outlive it.
    SeriesService(storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // NotFound: no such plan. Otherwise as calendar::datesOf() and planSeries().
    void expand(const SeriesQuestion &question, Done<SeriesPreview> done);
    // NotFound: no such plan version. Otherwise as planSeries() and createSeries().
    void create(const Caller &caller, SeriesId series, const SeriesDraft &draft, Done<QList<SeriesEvent>> done);

private:
    [[nodiscard]] static Result<SeriesPreview> preview(storage::Database &database, const SeriesQuestion &question);

    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
