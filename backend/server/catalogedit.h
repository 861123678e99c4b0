// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"
#include "shared/domain/plan.h"

#include <QHash>

namespace parterre::storage {
class Database;
}

namespace parterre::server {

// A way to sell a seat, as a share of the category's full price.
struct TicketShare {
    QString name = {};
    int percent = 100;
};

struct NewEvent {
    QString name = {};
    QString description = {};
    EventCategory category = EventCategory::Other;
    Instant start = {};
    qint32 durationMinutes = 0;
    Currency currency = {};
    QList<TicketShare> ticketTypes = {};
    QHash<QString, qint64> fullPrices = {}; // by category key, minor units
    SaleRules rules = {};
    std::optional<PriceRules> priceRules = {};
};

// Making venues, plans and events from the console. Everything is in the caller's transaction.
class CatalogEdit
{
public:
    CatalogEdit(storage::Database &database, IdGenerator &ids, storage::AuditContext audit) : m_database(database), m_ids(ids), m_audit(std::move(audit)) {}

    // The venue of that name; made when there is none.
    [[nodiscard]] Result<Venue> venue(const QString &name, const QString &address, const QString &timeZone);
    // The next version of the venue's plan of that name, or its first.
    [[nodiscard]] Result<PlanSummary> publish(const VenueId &venue, const Plan &plan);
    // InvalidParams when a category of the plan has no price. Prices are rounded half up to the minor unit.
    [[nodiscard]] Result<EventId> addEvent(const Venue &venue, const PlanSummary &plan, const NewEvent &event);
    [[nodiscard]] Result<Plan> plan(const PlanVersionRef &ref);

private:
    storage::Database &m_database;
    IdGenerator &m_ids;
    storage::AuditContext m_audit;
};

} // namespace parterre::server
