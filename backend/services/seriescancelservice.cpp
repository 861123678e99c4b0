// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seriescancelservice.h"

#include "backend/storage/repositories/refundrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

Result<SeriesSales> readSales(storage::Database &database, SeriesId series, Instant from)
{
    storage::SeriesRepository repository(database);
    if (const Result<storage::StoredSeries> known = repository.get(series); !known)
        return known.error();
    const Result<QList<SeriesEvent>> dates = repository.cancellable(series, from);
    if (!dates)
        return dates.error();
    const Result<EventSales> sales = storage::RefundRepository(database).salesOfSeries(series, from);
    if (!sales)
        return sales.error();
    return SeriesSales {.dates = *dates, .sales = *sales};
}

} // namespace

SeriesCancelService::SeriesCancelService(EventDirectory &events, EventCancelService &cancels, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_cancels(cancels), m_storage(storage), m_clock(clock)
{
}

void SeriesCancelService::sales(SeriesId series, Instant from, Done<SeriesSales> done)
{
    m_storage.read(this, [series, from](storage::Database &database) { return readSales(database, series, from); }, std::move(done));
}

void SeriesCancelService::cancel(const Caller &caller, const SeriesCancelling &cancelling, Done<QList<SeriesEvent>> done)
{
    m_storage.read(this, [cancelling](storage::Database &database) { return storage::SeriesRepository(database).cancellable(cancelling.series, cancelling.from); },
                   [this, cancelling, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<QList<SeriesEvent>> &known) {
                       if (!known) {
                           done(known.error());
                           return;
                       }
                       m_storage.write(this, [cancelling, audit](storage::Database &database) { return cancelSeries(database, cancelling, audit); },
                                       [this, known = *known, done](const Result<ChangedSeries> &written) { settle(known, written, done); });
                   });
}

void SeriesCancelService::settle(const QList<SeriesEvent> &known, const Result<ChangedSeries> &written, const Done<QList<SeriesEvent>> &done)
{
    if (!written) {
        if (written.error().code == ErrorCode::OutcomeUnknown) {
            // Of an event that is not cancelled no tickets are.
            for (const SeriesEvent &date : known)
                m_events.takeFromStore(date.event, [this, event = date.event] { m_cancels.cancelTickets(event); });
        }
        done(written.error());
        return;
    }
    for (const Event &event : written->events) {
        m_events.take(event, nullptr);
        m_cancels.cancelTickets(event.summary.id);
    }
    QList<SeriesEvent> cancelled;
    for (const SeriesChange &change : written->changes)
        cancelled.append({.event = change.event, .start = change.start});
    done(cancelled);
}

} // namespace parterre::services
