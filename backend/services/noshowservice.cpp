// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/noshowservice.h"

#include "backend/services/frozenseats.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

constexpr qint32 kPage = 200;

}

NoShowService::NoShowService(storage::Storage &storage, EventDirectory &events, const Clock &clock, QObject *parent)
    : QObject(parent), m_storage(storage), m_events(events), m_clock(clock)
{
}

void NoShowService::list(const EventId &event, qint32 after, Done<storage::NoShowPage> done)
{
    m_storage.read(this, [event, after](storage::Database &database) { return storage::CheckinRepository(database).noShows(event, after, kPage); }, std::move(done));
}

void NoShowService::release(const Caller &caller, const EventId &event, const QStringList &tickets, Done<QStringList> done)
{
    const storage::NoShowWrite write {.event = event, .tickets = tickets, .audit = caller.audit(m_clock.utcNow())};
    m_storage.write(this, [write](storage::Database &database) { return storage::NoShowRelease(database, write).write(); },
                    [this, done = std::move(done)](const Result<storage::NoShowsReleased> &released) {
                        if (!released)
                            return done(released.error());
                        freeSold(m_events, m_clock, released->freed);
                        done(released->tickets);
                    });
}

} // namespace parterre::services
