// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/catalogedit.h"

#include "backend/services/planpublishing.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "shared/domain/eventrules.h"
#include "shared/planio/planjson.h"

namespace parterre::server {

namespace {

qint64 shareOf(qint64 amount, int percent)
{
    return (amount * percent + 50) / 100;
}

} // namespace

Result<Venue> CatalogEdit::venue(const QString &name, const QString &address, const QString &timeZone)
{
    storage::VenueRepository venues(m_database);
    Result<Venue> known = venues.findByName(name);
    if (known || known.error().code != ErrorCode::NotFound)
        return known;
    const Venue venue {.id = m_ids.make<VenueId>(), .name = name, .address = address, .timeZone = timeZone};
    if (const auto inserted = venues.insert(venue, m_audit); !inserted)
        return inserted.error();
    return venue;
}

Result<PlanSummary> CatalogEdit::publish(const VenueId &venue, const Plan &plan)
{
    const Result<services::PlanDraft> draft = services::draftOf(plan);
    if (!draft)
        return draft.error();
    return services::publishPlan(m_database, *draft, {.venue = venue, .fresh = m_ids.make<PlanId>()}, m_audit);
}

Result<Plan> CatalogEdit::plan(const PlanVersionRef &ref)
{
    const Result<storage::PlanDocument> document = storage::PlanRepository(m_database).document(ref.id, ref.version);
    if (!document)
        return document.error();
    return planio::readPlan(document->document);
}

Result<EventId> CatalogEdit::addEvent(const Venue &venue, const PlanSummary &summary, const NewEvent &wanted)
{
    const Result<Plan> stored = plan(summary.ref);
    if (!stored)
        return stored.error();
    Event event {.summary = {.id = m_ids.make<EventId>(),
                             .name = wanted.name,
                             .category = wanted.category,
                             .state = EventState::Published,
                             .start = wanted.start,
                             .venue = {.id = venue.id, .name = venue.name},
                             .timeZone = venue.timeZone},
                 .description = wanted.description,
                 .durationMinutes = wanted.durationMinutes,
                 .plan = summary.ref,
                 .rules = wanted.rules,
                 .priceRules = wanted.priceRules};
    for (const TicketShare &type : wanted.ticketTypes)
        event.ticketTypes.append({.key = ticketTypeKey(type.name), .name = type.name});
    for (const Category &category : stored->categories) {
        const auto full = wanted.fullPrices.constFind(category.key);
        if (full == wanted.fullPrices.constEnd())
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("category \"%1\" has no price").arg(category.key)};
        for (const TicketShare &type : wanted.ticketTypes) {
            event.prices.append({.category = category.key,
                                 .ticketType = ticketTypeKey(type.name),
                                 .price = {.amount = shareOf(*full, type.percent), .currency = wanted.currency}});
        }
    }
    if (const auto inserted = storage::EventRepository(m_database).insert(event, m_audit); !inserted)
        return inserted.error();
    return event.summary.id;
}

} // namespace parterre::server
