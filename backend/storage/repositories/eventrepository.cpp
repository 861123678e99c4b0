// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/eventrepository.h"

#include "backend/storage/cursor.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/eventcursor.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/searchtext.h"
#include "shared/domain/pricing.h"

#include <QJsonArray>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Both engines' times reach further; no performance does.
constexpr Instant kFirstInstant {std::chrono::milliseconds(-30'610'224'000'000)}; // 1000-01-01
constexpr Instant kLastInstant {std::chrono::milliseconds(253'370'764'800'000)};  // 9999-01-01

std::optional<PriceRules> priceRulesFromRow(const Row &row)
{
    const PriceRules rules {
        .ticketFee = row.integer("ticket_fee"_L1),
        .bookingFee = row.integer("booking_fee"_L1),
        .taxRate = row.int32("tax_rate"_L1),
        .feeTaxRate = row.int32("fee_tax_rate"_L1),
        .taxMode = fromText<TaxMode>(row.text("tax_mode"_L1)),
        .cancelFee = row.integer("cancel_fee"_L1),
        .cancelShare = row.int32("cancel_share"_L1),
    };
    return rules == PriceRules() ? std::nullopt : std::optional(rules);
}

EventSummary summaryFromRow(const Row &row)
{
    const qint32 seats = row.int32("seats"_L1);
    const auto state = fromText<EventState>(row.text("state"_L1));
    const std::optional<Money> lowest = row.maybeMoney("lowest_price"_L1, "currency"_L1);
    const std::optional<Money> highest = row.maybeMoney("highest_price"_L1, "currency"_L1);
    const PriceRules rules = priceRulesFromRow(row).value_or(PriceRules());
    return {
        .id = row.id<EventId>("id"_L1),
        .name = row.text("name"_L1),
        .category = fromText<EventCategory>(row.text("category"_L1)),
        .state = state,
        .start = row.instant("starts"_L1),
        .venue = {row.id<VenueId>("venue"_L1), row.text("venue_name"_L1)},
        .timeZone = row.text("time_zone"_L1),
        .capacity = seats,
        .free = state == EventState::Cancelled ? 0 : seats,
        .lowestPrice = lowest,
        .highestPrice = highest,
        .lowestInAll = lowest ? inAll(*lowest, rules) : std::nullopt,
        .highestInAll = highest ? inAll(*highest, rules) : std::nullopt,
        .bookingFee = highest && highest->amount > 0 ? bookingFeeOf(rules, highest->currency) : std::nullopt,
        .poster = row.isNull("poster"_L1) ? std::nullopt : std::optional(row.text("poster"_L1)),
        .series = row.isNull("series"_L1) ? std::nullopt : std::optional(row.id<SeriesId>("series"_L1)),
    };
}

PlanVersionRef planFromRow(const Row &row)
{
    return {row.id<PlanId>("plan"_L1), row.int32("plan_version"_L1), row.text("plan_hash"_L1)};
}

SaleRules rulesFromRow(const Row &row)
{
    return {
        .holdTime = std::chrono::seconds(row.integer("hold_seconds"_L1)),
        .extensionTime = std::chrono::seconds(row.integer("extension_seconds"_L1)),
        .maxExtensions = row.int32("max_extensions"_L1),
        .maxSeats = row.int32("max_seats"_L1),
        .maxPerBooking = row.isNull("max_per_booking"_L1) ? std::nullopt : std::optional(row.int32("max_per_booking"_L1)),
        .salesFrom = row.maybeInstant("sales_from"_L1),
        .salesUntil = row.maybeInstant("sales_until"_L1),
        .cancelUntil = row.maybeInstant("cancel_until"_L1),
        .orphanRule = fromText<OrphanRule>(row.text("orphan_rule"_L1)),
        .reservationRelease = std::chrono::minutes(row.integer("reservation_release_minutes"_L1)),
    };
}

Result<void> insertTypesAndPrices(Database &database, const Event &event)
{
    qint32 position = 0;
    for (const TicketType &type : event.ticketTypes) {
        const Result<Rows> inserted = database.run(
            "events.insert_ticket_type"_L1,
            {{"event"_L1, event.summary.id}, {"key"_L1, type.key}, {"position"_L1, position++}, {"name"_L1, type.name}});
        if (!inserted)
            return inserted.error();
    }
    for (const Price &price : event.prices) {
        const Result<Rows> inserted = database.run("events.insert_price"_L1, {{"event"_L1, event.summary.id},
                                                                             {"category"_L1, price.category},
                                                                             {"ticket_type"_L1, price.ticketType},
                                                                             {"amount"_L1, price.price.amount}});
        if (!inserted)
            return inserted.error();
    }
    return {};
}

// What both ways of searching have in common.
Bindings searchBindings(const EventQuery &query)
{
    const QString text = foldForSearch(query.text);
    const std::optional<QLatin1StringView> category = query.category ? std::optional(toText(*query.category)) : std::nullopt;
    return {{"from"_L1, query.from.value_or(kFirstInstant)},
            {"to"_L1, query.to.value_or(kLastInstant)},
            {"include_drafts"_L1, query.includeDrafts},
            {"any_venue"_L1, !query.venue},
            {"venue"_L1, query.venue},
            {"any_series"_L1, !query.series},
            {"series"_L1, query.series},
            {"any_category"_L1, !query.category},
            {"category"_L1, category},
            {"any_text"_L1, text.isEmpty()},
            {"pattern"_L1, containsPattern(text)},
            {"first_page"_L1, query.cursor.isEmpty()},
            {"limit"_L1, query.limit + 1}};
}

// Of one row more than the page has when there is another page.
template<class CursorAfter>
Result<EventPage> pageOf(const Result<Rows> &rows, const EventQuery &query, const CursorAfter &cursorAfter)
{
    if (!rows)
        return rows.error();
    EventPage page;
    for (const Row &row : *rows) {
        if (page.events.size() == query.limit) {
            page.next = cursorAfter((*rows)[static_cast<std::size_t>(query.limit) - 1]);
            break;
        }
        page.events.append(summaryFromRow(row));
    }
    return page;
}

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

QJsonValue maybeMilliseconds(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(millisecondsOf(*instant)) : QJsonValue();
}

// What the cheapest ticket costs, by which events are listed.
std::optional<qint64> lowestInAll(const Event &event)
{
    std::optional<qint64> lowest;
    for (const Price &price : event.prices) {
        const qint64 all = inAll(price.price, event.priceRules.value_or(PriceRules())).value_or(price.price).amount;
        lowest = std::min(lowest.value_or(all), all);
    }
    return lowest;
}

// All that is decided about an event, for the audit.
QJsonObject contentOf(const Event &event)
{
    QJsonArray types;
    for (const TicketType &type : event.ticketTypes)
        types.append(QJsonArray {type.key, type.name});
    QJsonArray prices;
    for (const Price &price : event.prices)
        prices.append(QJsonArray {price.category, price.ticketType, price.price.amount, price.price.currency.code()});
    const SaleRules &rules = event.rules;
    QJsonObject content {{u"name"_s, event.summary.name},
                         {u"description"_s, event.description},
                         {u"category"_s, toText(event.summary.category)},
                         {u"state"_s, toText(event.summary.state)},
                         {u"start"_s, millisecondsOf(event.summary.start)},
                         {u"durationMinutes"_s, event.durationMinutes},
                         {u"venue"_s, event.summary.venue.id.toString()},
                         {u"plan"_s, event.plan.id.toString()},
                         {u"planVersion"_s, event.plan.version},
                         {u"holdTime"_s, qint64(rules.holdTime.count())},
                         {u"extensionTime"_s, qint64(rules.extensionTime.count())},
                         {u"maxExtensions"_s, rules.maxExtensions},
                         {u"maxSeats"_s, rules.maxSeats},
                         {u"maxPerBooking"_s, rules.maxPerBooking ? QJsonValue(*rules.maxPerBooking) : QJsonValue()},
                         {u"salesFrom"_s, maybeMilliseconds(rules.salesFrom)},
                         {u"salesUntil"_s, maybeMilliseconds(rules.salesUntil)},
                         {u"cancelUntil"_s, maybeMilliseconds(rules.cancelUntil)},
                         {u"orphanRule"_s, toText(rules.orphanRule)},
                         {u"reservationRelease"_s, qint64(rules.reservationRelease.count())},
                         {u"ticketTypes"_s, types},
                         {u"prices"_s, prices}};
    if (event.priceRules) {
        const PriceRules &charged = *event.priceRules;
        content.insert(u"priceRules"_s, QJsonObject {{u"ticketFee"_s, charged.ticketFee},
                                                     {u"bookingFee"_s, charged.bookingFee},
                                                     {u"taxRate"_s, charged.taxRate},
                                                     {u"feeTaxRate"_s, charged.feeTaxRate},
                                                     {u"taxMode"_s, toText(charged.taxMode)},
                                                     {u"cancelFee"_s, charged.cancelFee},
                                                     {u"cancelShare"_s, charged.cancelShare}});
    }
    if (event.summary.series)
        content.insert(u"series"_s, event.summary.series->toString());
    return content;
}

AuditEvent noted(const AuditContext &audit, const QString &action, const EventId &event, const QJsonObject &before, const QJsonObject &after)
{
    AuditEvent noted {.context = audit, .action = action, .objectKind = u"event"_s, .objectId = event.toString()};
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.value(it.key()) != it.value())
            noted.before.insert(it.key(), it.value());
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (before.value(it.key()) != it.value())
            noted.after.insert(it.key(), it.value());
    }
    return noted;
}

Result<Bindings> bindingsOf(const Event &event)
{
    const Currency currency = event.prices.isEmpty() ? Currency() : event.prices.constFirst().price.currency;
    for (const Price &price : event.prices) {
        if (price.price.currency != currency)
            return ErrorCode::CurrencyMismatch;
    }
    const EventSummary &summary = event.summary;
    const PriceRules prices = event.priceRules.value_or(PriceRules());
    return Bindings {{"id"_L1, summary.id},
                     {"name"_L1, summary.name},
                     {"description"_L1, event.description},
                     {"category"_L1, toText(summary.category)},
                     {"state"_L1, toText(summary.state)},
                     {"venue"_L1, summary.venue.id},
                     {"plan"_L1, event.plan.id},
                     {"plan_version"_L1, event.plan.version},
                     {"starts"_L1, summary.start},
                     {"duration_minutes"_L1, event.durationMinutes},
                     {"currency"_L1, currency.code()},
                     {"hold_seconds"_L1, qint64(event.rules.holdTime.count())},
                     {"extension_seconds"_L1, qint64(event.rules.extensionTime.count())},
                     {"max_extensions"_L1, event.rules.maxExtensions},
                     {"max_seats"_L1, event.rules.maxSeats},
                     {"max_per_booking"_L1, event.rules.maxPerBooking},
                     {"sales_from"_L1, event.rules.salesFrom},
                     {"sales_until"_L1, event.rules.salesUntil},
                     {"cancel_until"_L1, event.rules.cancelUntil},
                     {"orphan_rule"_L1, toText(event.rules.orphanRule)},
                     {"reservation_release_minutes"_L1, qint64(event.rules.reservationRelease.count())},
                     {"search_text"_L1, foldForSearch(summary.name + u'\n' + event.description)},
                     {"name_key"_L1, orderKey(summary.name)},
                     {"version"_L1, event.version},
                     {"ticket_fee"_L1, prices.ticketFee},
                     {"booking_fee"_L1, prices.bookingFee},
                     {"tax_rate"_L1, prices.taxRate},
                     {"fee_tax_rate"_L1, prices.feeTaxRate},
                     {"tax_mode"_L1, toText(prices.taxMode)},
                     {"cancel_fee"_L1, prices.cancelFee},
                     {"cancel_share"_L1, prices.cancelShare},
                     {"lowest_in_all"_L1, lowestInAll(event)}};
}

Result<void> deleteTypesAndPrices(Database &database, const EventId &event)
{
    for (const QLatin1StringView statement : {"events.delete_prices"_L1, "events.delete_ticket_types"_L1}) {
        if (const Result<Rows> deleted = database.run(statement, {{"event"_L1, event}}); !deleted)
            return deleted.error();
    }
    return {};
}

} // namespace

Result<void> EventRepository::insert(const Event &event, const AuditContext &audit)
{
    Result<Bindings> bindings = bindingsOf(event);
    if (!bindings)
        return bindings.error();
    bindings->emplace_back("series"_L1, event.summary.series);
    if (const Result<Rows> inserted = m_database.run("events.insert"_L1, *bindings); !inserted)
        return inserted.error();
    if (Result<void> details = insertTypesAndPrices(m_database, event); !details)
        return details;
    return AuditRepository(m_database).append(noted(audit, u"event.created"_s, event.summary.id, {}, contentOf(event)));
}

Result<Event> EventRepository::update(const Event &before, const Event &event, const AuditContext &audit)
{
    Event next = event;
    next.version = before.version + 1;
    const Result<Bindings> bindings = bindingsOf(next);
    if (!bindings)
        return bindings.error();
    const Result<Rows> updated = m_database.run("events.update"_L1, *bindings);
    if (!updated)
        return updated.error();
    if (updated->empty())
        return ErrorCode::StaleVersion;
    if (const Result<void> deleted = deleteTypesAndPrices(m_database, event.summary.id); !deleted)
        return deleted.error();
    if (const Result<void> details = insertTypesAndPrices(m_database, next); !details)
        return details.error();
    const QString action = before.summary.state == next.summary.state ? u"event.updated"_s : u"event.state_changed"_s;
    const Result<void> kept = AuditRepository(m_database).append(noted(audit, action, event.summary.id, contentOf(before), contentOf(next)));
    return kept ? get(event.summary.id) : Result<Event>(kept.error());
}

Result<Event> EventRepository::cancel(const Event &before, const QString &reason, const AuditContext &audit)
{
    const EventId id = before.summary.id;
    const Result<Rows> cancelled = m_database.run("events.cancel"_L1, {{"id"_L1, id},
                                                                      {"version"_L1, before.version},
                                                                      {"at"_L1, audit.at},
                                                                      {"actor"_L1, audit.actor},
                                                                      {"reason"_L1, reason}});
    if (!cancelled)
        return cancelled.error();
    if (cancelled->empty())
        return ErrorCode::StaleVersion;
    const Result<void> kept = AuditRepository(m_database)
                                  .append(noted(audit, u"event.cancelled"_s, id, {{u"state"_s, toText(before.summary.state)}},
                                                {{u"state"_s, toText(EventState::Cancelled)}, {u"reason"_s, reason}}));
    return kept ? get(id) : Result<Event>(kept.error());
}

Result<void> EventRepository::remove(const Event &event, const AuditContext &audit)
{
    const EventId id = event.summary.id;
    if (const Result<void> poster = PosterRepository(m_database).remove(id, audit); !poster && poster.error().code != ErrorCode::NotFound)
        return poster;
    if (const Result<void> discounts = DiscountRepository(m_database).removeOf(id, audit); !discounts)
        return discounts;
    if (const Result<void> deleted = deleteTypesAndPrices(m_database, id); !deleted)
        return deleted;
    const Result<Rows> deleted = m_database.run("events.delete"_L1, {{"id"_L1, id}, {"version"_L1, event.version}});
    if (!deleted)
        return deleted.error();
    if (deleted->empty())
        return ErrorCode::StaleVersion;
    return AuditRepository(m_database).append(noted(audit, u"event.deleted"_s, id, contentOf(event), {}));
}

Result<bool> EventRepository::wasSold(const EventId &id)
{
    const Result<Rows> rows = m_database.run("events.was_sold"_L1, {{"event"_L1, id}});
    return rows ? Result<bool>(rows->front().boolean("sold"_L1)) : rows.error();
}

Result<Event> EventRepository::get(const EventId &id)
{
    const Result<Rows> rows = m_database.run("events.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    Event event {
        .summary = summaryFromRow(row),
        .description = row.text("description"_L1),
        .durationMinutes = row.int32("duration_minutes"_L1),
        .plan = planFromRow(row),
        .rules = rulesFromRow(row),
        .priceRules = priceRulesFromRow(row),
        .version = row.int32("version"_L1),
        .cancelReason = row.isNull("cancel_reason"_L1) ? std::nullopt : std::optional(row.text("cancel_reason"_L1)),
    };
    const Result<Rows> types = m_database.run("events.ticket_types"_L1, {{"event"_L1, id}});
    if (!types)
        return types.error();
    for (const Row &type : *types)
        event.ticketTypes.append({type.text("key"_L1), type.text("name"_L1)});
    const Result<Rows> prices = m_database.run("events.prices"_L1, {{"event"_L1, id}});
    if (!prices)
        return prices.error();
    const Currency currency = Currency::fromCode(row.text("currency"_L1)).value_or(Currency());
    for (const Row &entry : *prices) {
        const Money price {entry.integer("amount"_L1), currency};
        event.prices.append({.category = entry.text("category"_L1), .ticketType = entry.text("ticket_type"_L1), .price = price, .inAll = inAll(price, event.priceRules.value_or(PriceRules()))});
    }
    return event;
}

Result<QList<Currency>> EventRepository::currencies()
{
    const Result<Rows> rows = m_database.run("events.currencies"_L1);
    if (!rows)
        return rows.error();
    QList<Currency> currencies;
    for (const Row &row : *rows)
        currencies.append(Currency::fromCode(row.text("currency"_L1)).value_or(Currency()));
    return currencies;
}

Result<EventPage> EventRepository::search(const EventQuery &query)
{
    return query.order == EventSort::Start && !query.minFree ? searchByStart(query) : searchOrdered(query);
}

Result<EventPage> EventRepository::searchByStart(const EventQuery &query)
{
    Cursor after;
    if (!query.cursor.isEmpty()) {
        Result<Cursor> read = Cursor::fromString(query.cursor);
        if (!read)
            return read.error();
        after = *read;
    }
    Bindings bindings = searchBindings(query);
    bindings.insert(bindings.end(), {{"after_starts"_L1, after.at}, {"after_id"_L1, EventId(after.id)}});
    const Result<Rows> rows = m_database.run("events.search"_L1, bindings);
    return pageOf(rows, query, [](const Row &row) { return Cursor {row.instant("starts"_L1), row.id<EventId>("id"_L1).uuid()}.toString(); });
}

Result<EventPage> EventRepository::searchOrdered(const EventQuery &query)
{
    EventCursor after;
    if (!query.cursor.isEmpty()) {
        Result<EventCursor> read = EventCursor::fromString(query.cursor);
        if (!read)
            return read.error();
        if (read->order != query.order)
            return {ErrorCode::InvalidParams, u"The cursor belongs to another order"_s};
        after = std::move(*read);
    }
    Bindings bindings = searchBindings(query);
    bindings.insert(bindings.end(), {{"live"_L1, query.live},
                                     {"min_free"_L1, query.minFree.value_or(0)},
                                     {"by_name"_L1, query.order == EventSort::Name},
                                     {"by_price"_L1, query.order == EventSort::Price},
                                     {"by_free"_L1, query.order == EventSort::Free},
                                     {"after_text"_L1, after.keyText},
                                     {"after_number"_L1, after.keyNumber},
                                     {"after_starts"_L1, after.start},
                                     {"after_id"_L1, after.id}});
    const Result<Rows> rows = m_database.run("events.search_ordered"_L1, bindings);
    return pageOf(rows, query, [&query](const Row &row) {
        return EventCursor {.order = query.order,
                            .seen = query.seen,
                            .keyText = row.text("key_text"_L1),
                            .keyNumber = row.integer("key_number"_L1),
                            .start = row.instant("starts"_L1),
                            .id = row.id<EventId>("id"_L1)}
            .toString();
    });
}

Result<QList<HallEvent>> EventRepository::inHall(const PlanId &plan, Instant from, Instant to)
{
    const Result<Rows> rows = m_database.run("events.in_hall"_L1, {{"plan"_L1, plan}, {"from"_L1, from}, {"to"_L1, to}});
    if (!rows)
        return rows.error();
    QList<HallEvent> events;
    for (const Row &row : *rows)
        events.append({.id = row.id<EventId>("id"_L1), .name = row.text("name"_L1), .start = row.instant("starts"_L1), .durationMinutes = row.int32("duration_minutes"_L1)});
    return events;
}

Result<QList<LedgerEvent>> EventRepository::openForLedger(Instant notBefore)
{
    const Result<Rows> rows = m_database.run("events.open_for_ledger"_L1, {{"not_before"_L1, notBefore}});
    if (!rows)
        return rows.error();
    QList<LedgerEvent> events;
    for (const Row &row : *rows) {
        events.append({
            .id = row.id<EventId>("id"_L1),
            .state = fromText<EventState>(row.text("state"_L1)),
            .start = row.instant("starts"_L1),
            .durationMinutes = row.int32("duration_minutes"_L1),
            .plan = planFromRow(row),
            .seats = row.int32("seats"_L1),
            .rules = rulesFromRow(row),
        });
    }
    return events;
}

Result<QList<EventId>> EventRepository::cancelledWithTickets()
{
    const Result<Rows> rows = m_database.run("events.cancelled_with_tickets"_L1);
    if (!rows)
        return rows.error();
    QList<EventId> events;
    for (const Row &row : *rows)
        events.append(row.id<EventId>("id"_L1));
    return events;
}

} // namespace parterre::storage
