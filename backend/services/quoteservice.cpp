// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/quoteservice.h"

#include "backend/storage/codeuses.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

// On a reader's thread. What the booking uses already it may use again.
Result<bool> mayBeUsed(storage::Database &database, const QList<DiscountId> &codes, const std::optional<BookingId> &booking)
{
    const Result<QList<DiscountId>> used = booking ? storage::CodeUses::usedBy(database, *booking) : QList<DiscountId>();
    if (!used)
        return used.error();
    for (const DiscountId &code : codes) { // one at most: who books knows one word
        if (used->contains(code))
            continue;
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

void QuoteService::quote(const Caller &caller, const QuoteRequest &request, Done<PricedSale> done)
{
    if (!request.booking)
        return price(caller, request, std::nullopt, done);
    m_storage.read(this, [booking = *request.booking](storage::Database &database) { return storage::BookingRepository(database).get(booking); },
                   [this, caller, request, done = std::move(done)](const Result<storage::StoredBooking> &stored) {
                       if (!stored)
                           done(stored.error());
                       else if (!caller.isCounter() && stored->owner != caller.user.id)
                           done(ErrorCode::NotFound);
                       else
                           price(caller, request, stored->booking, done);
                   });
}

void QuoteService::price(const Caller &caller, const QuoteRequest &request, const std::optional<Booking> &exchanged, const Done<PricedSale> &done)
{
    m_events.openFor(caller, eventsOf(request.items), [this, request, exchanged, done](const Result<bool> &opened) {
        if (!opened)
            return done(opened.error());
        PriceQuestion question {.now = m_clock.utcNow(), .code = request.code, .isExchange = request.isExchange || exchanged};
        if (exchanged) {
            question.staying = keptWithout(*exchanged, request.givenBack);
            question.givenBack = exchanged->tickets;
            question.givenBack.removeIf([&request](const Ticket &ticket) { return !request.givenBack.contains(ticket.number); });
        }
        const Result<PricedSale> sale = m_pricing.price(request.items, question);
        if (sale && !sale->pricing.codesUsed.isEmpty())
            askForUses(*sale, request.booking, done);
        else
            done(sale);
    });
}

void QuoteService::askForUses(const PricedSale &sale, const std::optional<BookingId> &booking, const Done<PricedSale> &done)
{
    m_storage.read(this, [codes = sale.pricing.codesUsed, booking](storage::Database &database) { return mayBeUsed(database, codes, booking); },
                   [sale, done](const Result<bool> &mayBe) { done(mayBe ? Result<PricedSale>(sale) : Result<PricedSale>(mayBe.error())); });
}

} // namespace parterre::services
