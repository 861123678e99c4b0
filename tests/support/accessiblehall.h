// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/catalogedit.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/eventrepository.h"
#include "tests/support/testhouse.h"

namespace parterre::testing {

// Two rows of ten, all of them "rear": F with the seats 0 to 9, from "Stalls F 11" on, and G behind it.
struct AccessibleHall {
    static constexpr qint32 kWheelchair = 1;        // "Stalls F 12"
    static constexpr qint32 kCompanion = 2;         // its companion's
    static constexpr qint32 kSecondCompanion = 3;   // another one's
    static constexpr qint32 kOrdinary = 6;
    static constexpr qint32 kOtherWheelchair = 10;
    static constexpr qint32 kUnnamedCompanion = 11; // the plan does not say whose

    [[nodiscard]] static Plan plan()
    {
        Plan plan {.name = QStringLiteral("Accessible hall"), .size = {600, 200}};
        plan.categories = {{QStringLiteral("front"), QStringLiteral("Front"), QStringLiteral("#0072b2")}, {QStringLiteral("rear"), QStringLiteral("Rear"), QStringLiteral("#e69f00")}};
        Section stalls {.name = QStringLiteral("Stalls")};
        for (const QString &label : {QStringLiteral("F"), QStringLiteral("G")}) {
            Row row {.label = label};
            for (qint32 n = 0; n < 10; ++n) {
                const QString number = QString::number(11 + n);
                row.seats.append({.index = static_cast<qint32>(stalls.rows.size()) * 10 + n, .number = number, .label = QStringLiteral("Stalls %1 %2").arg(label, number),
                                  .position = {25.0 * n, 50.0 + 50 * static_cast<double>(stalls.rows.size())}, .category = 1});
            }
            stalls.rows.append(row);
        }
        QList<Seat> &front = stalls.rows[0].seats;
        QList<Seat> &behind = stalls.rows[1].seats;
        front[kWheelchair].attributes = behind[kOtherWheelchair - 10].attributes = SeatAttribute::Wheelchair;
        front[kCompanion].attributes = front[kSecondCompanion].attributes = behind[kUnnamedCompanion - 10].attributes = SeatAttribute::Companion;
        front[kCompanion].companionOf = front[kSecondCompanion].companionOf = kWheelchair;
        plan.sections = {stalls};
        return plan;
    }
    // A new event there, sold like the matinee.
    [[nodiscard]] static EventId addEvent(const TestHouse &house)
    {
        const SystemClock clock;
        UuidV7Generator ids(clock);
        const storage::AuditContext audit {.at = clock.utcNow()};
        storage::Database database(house.database());
        EventId added;
        const Result<void> done = !database.open() ? Result<void>(ErrorCode::StorageUnavailable) : database.transact([&]() -> Result<void> {
            Result<Event> event = storage::EventRepository(database).get(house.events().matinee);
            if (!event)
                return event.error();
            const Result<PlanSummary> published = server::CatalogEdit(database, ids, audit).publish(house.venue(), plan());
            if (!published)
                return published.error();
            event->summary.id = added = ids.make<EventId>();
            event->summary.name = QStringLiteral("Side by side");
            event->plan = published->ref;
            return storage::EventRepository(database).insert(*event, audit);
        });
        if (!done)
            qFatal("the accessible hall: %s %s", errorMeaning(done.error().code).data(), qUtf8Printable(done.error().detail));
        return added;
    }
};

} // namespace parterre::testing
