// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/checkinservice.h"

#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

// How far the clock of a device at the door may be ahead of the server's.
constexpr std::chrono::minutes kClockSkew {5};

Result<storage::AdmitWritten> admitShown(storage::Database &database, storage::AdmitWrite write, const QString &shown, const TicketKeyring &keys)
{
    if (const std::optional<SignedTicketCode> read = readTicketCode(shown)) {
        write.shown = read->code.ticket;
        if (const std::optional<TicketCode> code = keys.read(shown)) {
            write.ticket = code->ticket;
            write.generation = code->generation;
        }
    } else {
        write.shown = shown.trimmed();
        write.ticket = normalizedTicketNumber(shown);
    }
    return storage::CheckinRepository(database).admit(write);
}

} // namespace

CheckinService::CheckinService(EventDirectory &events, storage::Storage &storage, std::shared_ptr<const TicketKeyring> keys, const Clock &clock, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_keys(std::move(keys)), m_clock(clock), m_ids(ids)
{
}

void CheckinService::admit(const Caller &caller, const Arrival &arrival, Done<DoorVerdict> done)
{
    const Instant now = m_clock.utcNow();
    if (arrival.at && *arrival.at > now + kClockSkew) {
        done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("at: in the future")});
        return;
    }
    const storage::AdmitWrite write {.id = m_ids.make<CheckinId>(),
                                     .event = arrival.event,
                                     .door = arrival.door,
                                     .at = arrival.at,
                                     .actor = caller.user.id,
                                     .key = arrival.key,
                                     .audit = caller.audit(now)};
    m_storage.write(this, [write, shown = arrival.shown, keys = m_keys](storage::Database &database) { return admitShown(database, write, shown, *keys); },
                    [this, event = arrival.event, done = std::move(done)](const Result<storage::AdmitWritten> &written) {
                        if (!written)
                            return done(written.error());
                        if (written->place)
                            Q_EMIT moved(event, *written->place, true);
                        DoorVerdict verdict = written->verdict;
                        if (written->givenFree && hasRoomAround(event, *written->givenFree))
                            verdict.placeIsFree = true; // it need not be the same
                        done(verdict);
                    });
}

bool CheckinService::hasRoomAround(const EventId &event, qint32 place) const
{
    OpenEvent *open = m_events.find(event);
    const qint32 area = open ? open->plan().groups.areaOf(place) : PlaceGroups::kNone;
    if (area == PlaceGroups::kNone)
        return false;
    const PlaceGroups::AreaPlaces &places = open->plan().groups.area(area);
    const bool hasRoom = !open->ledger().lowestFree(places.first, places.end, 1, m_clock.steadyNow()).empty();
    m_events.settle(*open);
    return hasRoom;
}

void CheckinService::undo(const Caller &caller, const EventId &event, const QString &ticket, const QString &reason, const QString &key, Done<Admission> done)
{
    const storage::UndoWrite write {.event = event,
                                    .ticket = normalizedTicketNumber(ticket),
                                    .reason = reason,
                                    .actor = caller.user.id,
                                    .key = key,
                                    .audit = caller.audit(m_clock.utcNow())};
    m_storage.write(this, [write](storage::Database &database) { return storage::CheckinRepository(database).undo(write); },
                    [this, event, done = std::move(done)](const Result<storage::UndoWritten> &written) {
                        if (!written)
                            return done(written.error());
                        if (written->place)
                            Q_EMIT moved(event, *written->place, false);
                        done(written->admission);
                    });
}

void CheckinService::list(const storage::AdmissionQuery &query, Done<storage::AdmissionPage> done)
{
    m_storage.read(this, [query](storage::Database &database) { return storage::CheckinRepository(database).list(query); }, std::move(done));
}

void CheckinService::conflicts(const storage::AdmissionQuery &query, Done<storage::ConflictPage> done)
{
    m_storage.read(this, [query](storage::Database &database) { return storage::CheckinRepository(database).conflicts(query); }, std::move(done));
}

void CheckinService::arrivals(const EventId &event, Done<storage::Arrivals> done)
{
    m_storage.read(this, [event](storage::Database &database) { return storage::CheckinRepository(database).arrivals(event); }, std::move(done));
}

void CheckinService::doorList(const EventId &event, qint32 after, Done<SignedList> done)
{
    constexpr qint32 kPage = 500; // fits into one message
    m_storage.read(this, [event, after, now = m_clock.utcNow(), keys = m_keys](storage::Database &database) -> Result<SignedList> {
        Result<DoorListPage> page = storage::CheckinRepository(database).doorList(event, after, kPage);
        if (!page)
            return page.error();
        page->taken = now;
        return SignedList {.page = *page,
                           .keyId = keys->keys().constLast().id,
                           .signature = keys->sign(bytesToSignOfOld(*page)),
                           .wholeSignature = keys->sign(bytesToSign(*page))};
    }, std::move(done));
}

} // namespace parterre::services
