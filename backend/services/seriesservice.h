// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/seriesediting.h"

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

class EventDirectory;

// Many events at once, by a rule of dates: made, changed, put on sale. Between that each is an event like any other,
// EventService's. Rules are worked out on a reader's thread, since some take their time. Lives on the house thread.
class SeriesService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    SeriesService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // NotFound: no such plan. Otherwise as calendar::datesOf() and planSeries().
    void expand(const SeriesQuestion &question, Done<SeriesPreview> done);
    // NotFound: no such plan version. Otherwise as planSeries() and createSeries().
    void create(const Caller &caller, SeriesId series, const SeriesDraft &draft, const std::optional<EventId> &posterOf, Done<QList<SeriesEvent>> done);

    // In force as soon as it is stored, also for who looks at one of them. NotFound: no such series. Otherwise as
    // updateSeries() and setSeriesState().
    void update(const Caller &caller, SeriesId series, const SeriesEditing &editing, Done<QList<SeriesChange>> done);
    void setState(const Caller &caller, SeriesId series, EventState state, const std::optional<Instant> &from, Done<QList<SeriesChange>> done);

private:
    // What has to be known of the events of a series before they can be changed.
    struct Ground {
        QList<EventId> events = {};
        QList<PlanOfEvent> plans = {};  // of all of them, each once
        QTimeZone zone = {};
    };
    using Store = std::function<Result<ChangedSeries>(storage::Database &database, const Ground &ground)>;

    [[nodiscard]] static Result<Ground> readGround(storage::Database &database, SeriesId series);
    void write(SeriesId series, const Store &store, const Done<QList<SeriesChange>> &done);
    // Who asked hears of it after it is in force.
    void settle(const QList<EventId> &events, const Result<ChangedSeries> &written, const Done<QList<SeriesChange>> &done);
    [[nodiscard]] static Result<SeriesPreview> preview(storage::Database &database, const SeriesQuestion &question);

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
