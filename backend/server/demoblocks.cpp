// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/demoblocks.h"

#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/domain/seattable.h"

#include <algorithm>

namespace parterre::server {

Result<void> blockDemoSeats(storage::Database &database, IdGenerator &ids, const Event &event, const Plan &plan, const storage::AuditContext &audit)
{
    const Result<QList<qint32>> sold = storage::BookingRepository(database).liveTickets(event.summary.id);
    if (!sold)
        return sold.error();
    const SeatTable table(plan);
    const auto isFree = [&](qint32 seat) {
        return seat != SeatTable::kNone && table.groups().wholeTableOf(seat) == PlaceGroups::kNone && !std::binary_search(sold->begin(), sold->end(), seat)
            && !table.attributes(seat).testFlag(SeatAttribute::Wheelchair);
    };
    const auto block = [&](BlockKind kind, const QString &reason, const std::optional<BlockRelease> &release, const QList<qint32> &places) {
        return storage::BlockRepository(database).insert(
            {.id = ids.make<BlockId>(), .event = event.summary.id, .kind = kind, .reason = reason, .created = audit.at, .createdBy = {.id = audit.actor}, .release = release, .places = places}, audit);
    };
    QList<qint32> pair;
    for (qint32 seat = 0; seat < table.size() && pair.isEmpty(); ++seat) {
        if (isFree(seat) && isFree(table.right(seat)))
            pair = {std::min(seat, table.right(seat)), std::max(seat, table.right(seat))};
    }
    if (!pair.isEmpty()) {
        constexpr qint32 kAnHour = 60;
        if (const Result<void> kept = block(BlockKind::HeldBack, QStringLiteral("House seats"), BlockRelease {.minutesBefore = kAnHour, .isConfirmed = false}, pair); !kept)
            return kept;
    }
    for (qint32 seat = table.size() - 1; seat >= 0; --seat) {
        if (isFree(seat) && !pair.contains(seat))
            return block(BlockKind::Killed, QStringLiteral("Camera position"), {}, {seat});
    }
    return {};
}

} // namespace parterre::server
