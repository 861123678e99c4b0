// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventcancelservice.h"
#include "backend/services/seriesediting.h"
#include "shared/domain/refund.h"

#include <QObject>

namespace parterre::storage {
class Database;
class Storage;
}

namespace parterre::services {

// Cancels the dates of a series from one of them on: all of them in one transaction, then each as EventCancelService does it with
// one alone. Lives on the house thread.
class SeriesCancelService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    SeriesCancelService(EventDirectory &events, EventCancelService &cancels, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // What it would touch. NotFound: no such series.
    void sales(SeriesId series, Instant from, Done<SeriesSales> done);
    // Answered, with all that are cancelled for that reason, when they are; their tickets follow. NotFound: no such series.
    void cancel(const Caller &caller, const SeriesCancelling &cancelling, Done<QList<SeriesEvent>> done);

private:
    // `known`: those that may have been cancelled when nobody knows.
    void settle(const QList<SeriesEvent> &known, const Result<ChangedSeries> &written, const Done<QList<SeriesEvent>> &done);

    EventDirectory &m_events;
    EventCancelService &m_cancels;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
