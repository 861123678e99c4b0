// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/codeuses.h"

#include "backend/storage/database.h"
#include "backend/storage/rowset.h"

#include <algorithm>
#include <array>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Result<QList<DiscountId>> codesIn(const Result<Rows> &rows)
{
    if (!rows)
        return rows.error();
    QList<DiscountId> codes;
    for (const Row &row : *rows)
        codes.append(row.id<DiscountId>("discount"_L1));
    return codes;
}

} // namespace

Result<void> CodeUses::lock(QList<DiscountId> codes)
{
    if (codes.isEmpty())
        return {};
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    RowSet ids(m_database.engine(), {"id"_L1});
    for (const DiscountId &code : std::as_const(codes))
        ids << code;
    const Result<Rows> rows = m_database.runRows("discounts.lock"_L1, ids);
    if (!rows)
        return rows.error();
    for (const Row &row : *rows) {
        const auto limit = row.isNull("max_uses"_L1) ? std::nullopt : std::optional(row.int32("max_uses"_L1));
        m_counts.insert(row.id<DiscountId>("id"_L1), {.uses = row.int32("uses"_L1), .limit = limit});
    }
    return {};
}

Result<void> CodeUses::mayClaim(const QList<DiscountId> &codes) const
{
    for (const DiscountId &code : codes) {
        const auto count = m_counts.constFind(code);
        if (count == m_counts.constEnd())
            return ErrorCode::CodeUnknown;
        if (count->limit && count->uses + count->claimed >= *count->limit)
            return Error {.code = ErrorCode::CodeUsedUp, .limit = *count->limit};
    }
    return {};
}

Result<void> CodeUses::claim(const BookingId &booking, const QList<DiscountId> &codes)
{
    if (Result<void> may = mayClaim(codes); !may)
        return may;
    for (const DiscountId &code : codes) {
        ++m_counts[code].claimed;
        m_claims.emplace_back(code, booking);
    }
    return {};
}

Result<void> CodeUses::claimMore(const BookingId &booking, const QList<DiscountId> &codes)
{
    if (codes.isEmpty())
        return {};
    const Result<QList<DiscountId>> used = usedBy(m_database, booking);
    if (!used)
        return used.error();
    QList<DiscountId> more = codes;
    more.removeIf([&used](const DiscountId &code) { return used->contains(code); });
    return claim(booking, more);
}

Result<void> CodeUses::write()
{
    if (m_claims.empty())
        return {};
    RowSet uses(m_database.engine(), {"discount"_L1, "booking"_L1});
    for (const auto &[code, booking] : m_claims)
        uses << code << booking;
    RowSet counts(m_database.engine(), {"id"_L1, "number"_L1});
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count)
        counts << count.key() << count->claimed;
    for (const auto &[statement, rows] : {std::pair {"discounts.insert_use"_L1, &uses}, std::pair {"discounts.add_uses"_L1, &counts}}) {
        if (const Result<Rows> written = m_database.runRows(statement, *rows); !written)
            return written.error();
    }
    return {};
}

Result<void> CodeUses::countChange(Database &database, const Booking &before, bool ends, const QList<DiscountId> &codes)
{
    const bool wasDiscounted = std::any_of(before.tickets.begin(), before.tickets.end(), [](const Ticket &ticket) { return ticket.parts && ticket.parts->discountName; });
    if (ends && wasDiscounted)
        return giveBack(database, std::array {before.id});
    CodeUses uses(database);
    if (Result<void> locked = uses.lock(codes); !locked)
        return locked;
    const Result<void> claimed = uses.claimMore(before.id, codes);
    return claimed ? uses.write() : claimed;
}

Result<void> CodeUses::giveBack(Database &database, std::span<const BookingId> bookings)
{
    if (bookings.empty())
        return {};
    RowSet rows(database.engine(), {"booking"_L1});
    for (const BookingId &booking : bookings)
        rows << booking;
    for (const QLatin1StringView statement : {"discounts.give_back_uses"_L1, "discounts.mark_given_back"_L1}) {
        if (const Result<Rows> written = database.runRows(statement, rows); !written)
            return written.error();
    }
    return {};
}

Result<QList<DiscountId>> CodeUses::usedBy(Database &database, const BookingId &booking)
{
    return codesIn(database.run("discounts.used_by"_L1, {{"booking"_L1, booking}}));
}

Result<void> CodeUses::lockGivenBackBy(Database &database, const BookingId &booking)
{
    const Result<QList<DiscountId>> codes = codesIn(database.run("discounts.given_back_by"_L1, {{"booking"_L1, booking}}));
    return codes ? CodeUses(database).lock(*codes) : codes.error();
}

Result<void> CodeUses::takeAgain(Database &database, const BookingId &booking)
{
    const Result<QList<DiscountId>> codes = codesIn(database.run("discounts.given_back_by"_L1, {{"booking"_L1, booking}}));
    if (!codes)
        return codes.error();
    CodeUses uses(database);
    if (Result<void> locked = uses.lock(*codes); !locked)
        return locked;
    for (const DiscountId &code : *codes) {
        if (!uses.mayClaim({code}))
            continue;
        if (Result<void> claimed = uses.claim(booking, {code}); !claimed)
            return claimed;
    }
    return uses.write();
}

} // namespace parterre::storage
