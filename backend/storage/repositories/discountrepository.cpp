// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/discountrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/rowset.h"

#include <QHash>
#include <QJsonArray>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

template<class AnyId>
std::optional<AnyId> maybeId(const Row &row, QLatin1StringView column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.id<AnyId>(column));
}

std::optional<qint32> maybeNumber(const Row &row, QLatin1StringView column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.int32(column));
}

CountedDiscount discountFromRow(const Row &row)
{
    return {.discount = {.id = row.id<DiscountId>("id"_L1),
                         .name = row.text("name"_L1),
                         .kind = fromText<DiscountKind>(row.text("kind"_L1)),
                         .share = row.int32("share"_L1),
                         .amount = row.maybeMoney("amount"_L1, "currency"_L1),
                         .series = maybeId<SeriesId>(row, "series"_L1),
                         .event = maybeId<EventId>(row, "event"_L1),
                         .from = row.maybeInstant("valid_from"_L1),
                         .until = row.maybeInstant("valid_until"_L1),
                         .code = row.maybeText("code"_L1),
                         .maxUses = maybeNumber(row, "max_uses"_L1),
                         .maxTickets = maybeNumber(row, "max_tickets"_L1),
                         .minTickets = maybeNumber(row, "min_tickets"_L1),
                         .firstTickets = maybeNumber(row, "first_tickets"_L1),
                         .minEvents = maybeNumber(row, "min_events"_L1),
                         .version = row.int32("version"_L1)},
            .uses = row.int32("uses"_L1)};
}

void addKey(Discount &discount, const Row &row)
{
    const QString role = row.text("role"_L1);
    const QString key = row.text("key"_L1);
    if (role == "part"_L1)
        discount.parts.append({.ticketType = key, .count = row.int32("tickets"_L1)});
    else
        (role == "category"_L1 ? discount.categories : discount.ticketTypes).append(key);
}

Bindings bindingsOf(const Discount &discount)
{
    return {{"id"_L1, discount.id},
            {"name"_L1, discount.name},
            {"kind"_L1, toText(discount.kind)},
            {"share"_L1, discount.share},
            {"amount"_L1, discount.amount ? std::optional(discount.amount->amount) : std::nullopt},
            {"currency"_L1, discount.amount ? std::optional(discount.amount->currency.code()) : std::nullopt},
            {"series"_L1, discount.series},
            {"event"_L1, discount.event},
            {"valid_from"_L1, discount.from},
            {"valid_until"_L1, discount.until},
            {"code"_L1, discount.code},
            {"code_key"_L1, discount.code ? std::optional(foldedCode(*discount.code)) : std::nullopt},
            {"max_uses"_L1, discount.maxUses},
            {"max_tickets"_L1, discount.maxTickets},
            {"min_tickets"_L1, discount.minTickets},
            {"first_tickets"_L1, discount.firstTickets},
            {"min_events"_L1, discount.minEvents},
            {"version"_L1, discount.version + 1}};
}

template<class T>
void insertIfAny(QJsonObject &content, const QString &key, const std::optional<T> &value)
{
    if (!value)
        return;
    if constexpr (std::is_same_v<T, Instant>)
        content.insert(key, qint64(value->time_since_epoch().count()));
    else if constexpr (requires { value->toString(); })
        content.insert(key, value->toString());
    else
        content.insert(key, *value);
}

// For the audit.
QJsonObject contentOf(const Discount &discount)
{
    QJsonObject content {{u"name"_s, discount.name}, {u"kind"_s, toText(discount.kind)}};
    if (discount.amount)
        content.insert(u"amount"_s, QJsonArray {discount.amount->amount, discount.amount->currency.code()});
    else
        content.insert(u"share"_s, discount.share);
    insertIfAny(content, u"series"_s, discount.series);
    insertIfAny(content, u"event"_s, discount.event);
    insertIfAny(content, u"from"_s, discount.from);
    insertIfAny(content, u"until"_s, discount.until);
    insertIfAny(content, u"code"_s, discount.code);
    insertIfAny(content, u"maxUses"_s, discount.maxUses);
    insertIfAny(content, u"maxTickets"_s, discount.maxTickets);
    insertIfAny(content, u"minTickets"_s, discount.minTickets);
    insertIfAny(content, u"firstTickets"_s, discount.firstTickets);
    insertIfAny(content, u"minEvents"_s, discount.minEvents);
    for (const auto &[key, keys] : {std::pair {u"ticketTypes"_s, discount.ticketTypes}, std::pair {u"categories"_s, discount.categories}}) {
        if (!keys.isEmpty())
            content.insert(key, QJsonArray::fromStringList(keys));
    }
    QJsonArray parts;
    for (const BundlePart &part : discount.parts)
        parts.append(QJsonArray {part.ticketType, part.count});
    if (!parts.isEmpty())
        content.insert(u"parts"_s, parts);
    return content;
}

AuditEvent noted(const AuditContext &audit, const QString &action, const DiscountId &id, const QJsonObject &before, const QJsonObject &after)
{
    return {.context = audit, .action = action, .objectKind = u"discount"_s, .objectId = id.toString(), .before = before, .after = after};
}

Error stale(const Discount &stored)
{
    return {.code = ErrorCode::StaleVersion, .detail = u"the discount is version %1"_s.arg(stored.version)};
}

bool isRepetition(const Discount &stored, Discount wanted)
{
    ++wanted.version;
    return stored == wanted;
}

} // namespace

Result<QList<CountedDiscount>> DiscountRepository::list()
{
    const Result<Rows> rows = m_database.run("discounts.list"_L1);
    if (!rows)
        return rows.error();
    const Result<Rows> keys = m_database.run("discounts.all_keys"_L1);
    if (!keys)
        return keys.error();
    QList<CountedDiscount> discounts;
    QHash<DiscountId, qsizetype> positions;
    for (const Row &row : *rows) {
        positions.insert(row.id<DiscountId>("id"_L1), discounts.size());
        discounts.append(discountFromRow(row));
    }
    for (const Row &key : *keys)
        addKey(discounts[positions.value(key.id<DiscountId>("discount"_L1))].discount, key);
    return discounts;
}

Result<CountedDiscount> DiscountRepository::get(const DiscountId &id)
{
    const Result<Rows> rows = m_database.run("discounts.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Result<Rows> keys = m_database.run("discounts.keys"_L1, {{"discount"_L1, id}});
    if (!keys)
        return keys.error();
    CountedDiscount counted = discountFromRow(rows->front());
    for (const Row &key : *keys)
        addKey(counted.discount, key);
    return counted;
}

Result<CountedDiscount> DiscountRepository::save(const Discount &discount, const AuditContext &audit)
{
    const Result<CountedDiscount> before = get(discount.id);
    if (!before && before.error().code != ErrorCode::NotFound)
        return before.error();
    const bool isNew = discount.version == 0;
    if (before && isRepetition(before->discount, discount))
        return before;
    if (before && isNew)
        return ErrorCode::AlreadyExists;
    if (!before && !isNew)
        return before.error();
    const Result<Rows> written = m_database.run(isNew ? "discounts.insert"_L1 : "discounts.update"_L1, bindingsOf(discount));
    if (!written)
        return written.error();
    if (!isNew && written->empty())
        return whyNotUpdated(discount);
    if (const Result<Rows> deleted = m_database.run("discounts.delete_keys"_L1, {{"discount"_L1, discount.id}}); !deleted)
        return deleted.error();
    if (const Result<void> inserted = insertKeys(discount); !inserted)
        return inserted.error();
    const Result<void> kept = AuditRepository(m_database)
                                  .append(noted(audit, isNew ? u"discount.created"_s : u"discount.updated"_s, discount.id,
                                                before ? contentOf(before->discount) : QJsonObject(), contentOf(discount)));
    return kept ? get(discount.id) : Result<CountedDiscount>(kept.error());
}

// Sales may have come in between: as it stands now.
Error DiscountRepository::whyNotUpdated(const Discount &wanted)
{
    const Result<CountedDiscount> stored = get(wanted.id);
    if (!stored)
        return stored.error();
    if (stored->discount.version != wanted.version)
        return stale(stored->discount);
    return {.code = ErrorCode::BelowUses, .limit = stored->uses};
}

Result<void> DiscountRepository::insertKeys(const Discount &discount)
{
    RowSet rows(m_database.engine(), {"discount"_L1, "role"_L1, "position"_L1, "key"_L1, "tickets"_L1});
    for (const auto &[role, keys] : {std::pair {"ticket_type"_L1, discount.ticketTypes}, std::pair {"category"_L1, discount.categories}}) {
        for (qsizetype i = 0; i < keys.size(); ++i)
            rows << discount.id << role << qint64(i) << keys.at(i) << std::nullopt;
    }
    for (qsizetype i = 0; i < discount.parts.size(); ++i)
        rows << discount.id << "part"_L1 << qint64(i) << discount.parts.at(i).ticketType << discount.parts.at(i).count;
    if (rows.isEmpty())
        return {};
    const Result<Rows> inserted = m_database.runRows("discounts.insert_key"_L1, rows);
    return inserted ? Result<void>() : inserted.error();
}

Result<void> DiscountRepository::remove(const DiscountId &id, qint32 version, const AuditContext &audit)
{
    const Result<CountedDiscount> known = get(id);
    if (!known)
        return known.error();
    const Result<Rows> removed = m_database.run("discounts.remove"_L1, {{"id"_L1, id}, {"version"_L1, version}});
    if (!removed)
        return removed.error();
    if (removed->empty())
        return stale(known->discount);
    return AuditRepository(m_database).append(noted(audit, u"discount.removed"_s, id, contentOf(known->discount), {}));
}

Result<void> DiscountRepository::lockOf(const QList<EventId> &events)
{
    RowSet rows(m_database.engine(), {"event"_L1});
    for (const EventId &event : events)
        rows << event;
    const Result<Rows> locked = m_database.runRows("discounts.lock_of_events"_L1, rows);
    return locked ? Result<void>() : locked.error();
}

Result<void> DiscountRepository::removeOf(const EventId &event, const AuditContext &audit)
{
    const Result<QList<CountedDiscount>> all = list();
    if (!all)
        return all.error();
    for (const CountedDiscount &counted : *all) {
        if (counted.discount.event != event)
            continue;
        if (const Result<void> removed = remove(counted.discount.id, counted.discount.version, audit); !removed)
            return removed;
    }
    return {};
}

} // namespace parterre::storage
