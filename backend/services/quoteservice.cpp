// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/quoteservice.h"

#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

// On a reader's thread.
Result<bool> mayBeUsed(storage::Database &database, const QList<DiscountId> &codes)
{
    for (const DiscountId &code : codes) { // one at most: who books knows one word
        const Result<CountedDiscount> known = storage::DiscountRepository(database).get(code);
        if (!known)
            return known.error().code == ErrorCode::NotFound ? Error {.code = ErrorCode::CodeUnknown} : known.error();
        if (known->discount.maxUses && known->uses >= *known->discount.maxUses)
            return Error {.code = ErrorCode::CodeUsedUp, .limit = *known->discount.maxUses};
    }
    return true;
}

} // namespace

QuoteService::QuoteService(EventDirectory &events, storage::Storage &storage, const Clock &clock, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_clock(clock), m_pricing(events, ids)
{
}

void QuoteService::quote(const Caller &caller, const QList<SaleItem> &items, const std::optional<QString> &code, bool isExchange, Done<PricedSale> done)
{
    m_events.openFor(caller, eventsOf(items), [this, items, code, isExchange, done = std::move(done)](const Result<bool> &opened) {
        if (!opened)
            return done(opened.error());
        const Result<PricedSale> sale = m_pricing.price(items, {.now = m_clock.utcNow(), .code = code, .isExchange = isExchange});
        if (sale && !sale->pricing.codesUsed.isEmpty())
            askForUses(*sale, done);
        else
            done(sale);
    });
}

void QuoteService::askForUses(const PricedSale &sale, const Done<PricedSale> &done)
{
    m_storage.read(this, [codes = sale.pricing.codesUsed](storage::Database &database) { return mayBeUsed(database, codes); },
                   [sale, done](const Result<bool> &mayBe) { done(mayBe ? Result<PricedSale>(sale) : Result<PricedSale>(mayBe.error())); });
}

} // namespace parterre::services
