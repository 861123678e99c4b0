// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/discounthandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/services/discountservice.h"

#include <numeric>

namespace parterre::api {

namespace {

qsizetype bytesOfDiscount(const CountedDiscount &counted)
{
    constexpr qsizetype kRest = 1'024; // keys, ids, numbers, times
    const Discount &discount = counted.discount;
    const auto bytesOfAll = [](const QStringList &texts) {
        return std::accumulate(texts.begin(), texts.end(), qsizetype(0), [](qsizetype bytes, const QString &text) { return bytes + bytesOf(text) + 3; });
    };
    qsizetype bytes = kRest + bytesOf(discount.name) + bytesOf(discount.code.value_or(QString())) + bytesOfAll(discount.ticketTypes) + bytesOfAll(discount.categories);
    for (const BundlePart &part : discount.parts)
        bytes += bytesOf(part.ticketType) + 40;
    return bytes;
}

// As many as fit into one message.
Result<protocol::DiscountsListResult> pageFor(const services::DiscountListing &listing, const protocol::DiscountsListParams &params)
{
    Result<ListPage<CountedDiscount>> page = pageOf(listing.discounts, params.cursor, params.limit);
    if (!page)
        return page.error();
    if (const qint32 fitting = fittingOf(page->items, bytesOfDiscount); fitting < page->items.size())
        page = pageOf(listing.discounts, params.cursor, fitting);
    return protocol::DiscountsListResult {.discounts = page->items, .currencies = listing.currencies, .next = page->next};
}

} // namespace

void addDiscountMethods(Router &router, services::DiscountService &discounts)
{
    using namespace protocol;

    router.on<DiscountsList>([&](const CallContext &, const DiscountsListParams &params, services::Done<DiscountsListResult> done) {
        discounts.list(answering(std::move(done), [params](const services::DiscountListing &all) { return pageFor(all, params); }));
    });
    router.on<DiscountsSave>([&](const CallContext &context, const DiscountsSaveParams &params, services::Done<DiscountsSaveResult> done) {
        discounts.save(context.caller, params.discount, answering(std::move(done), [](const CountedDiscount &saved) { return DiscountsSaveResult {.discount = saved}; }));
    });
    router.on<DiscountsRemove>([&](const CallContext &context, const DiscountsRemoveParams &params, services::Done<Nothing> done) {
        discounts.remove(context.caller, params.discount, params.version, toNothing(std::move(done)));
    });
}

} // namespace parterre::api
