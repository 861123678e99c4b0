// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seatadvisor.h"

#include <algorithm>

namespace parterre::services {

namespace {

// Everything a search reads, so that it needs nothing of the house thread.
struct Search {
    std::shared_ptr<const SeatPicker> picker;
    std::vector<SeatState> states;
    std::vector<std::optional<qint64>> prices;
    std::vector<std::optional<qint64>> pricesInAll;
    std::shared_ptr<const PlanFacts> plan;
    std::vector<qint32> categories;
    std::vector<qint32> own; // seats of the lost group that the caller holds
    SeatWish wish;
    Currency currency;

    [[nodiscard]] QList<AdvisedSeats> run() const
    {
        const std::span<const qint32> lost(wish.lost.begin(), wish.lost.end());
        SeatQuery query = lost.empty() ? SeatQuery {.size = wish.size, .wheelchairs = wish.wheelchairs, .categories = categories, .section = wish.section, .prices = prices}
                                       : picker->likeGroup(lost, prices);
        query.own = own;
        QList<AdvisedSeats> advised;
        for (SeatOffer &offer : picker->offers(query, states)) {
            const auto price = offer.price;
            const std::optional<Money> all = price ? inAllOf(offer, *price) : std::nullopt;
            advised.append({.offer = std::move(offer), .price = price ? std::optional(Money {.amount = *price, .currency = currency}) : std::nullopt, .inAll = all});
        }
        return advised;
    }
    // Nothing when that is the price.
    [[nodiscard]] std::optional<Money> inAllOf(const SeatOffer &offer, qint64 price) const
    {
        Money sum {.amount = 0, .currency = currency};
        for (const qint32 seat : offer.seats)
            sum.amount += pricesInAll[static_cast<std::size_t>(plan->categories[static_cast<std::size_t>(seat)])].value_or(0);
        return sum.amount == price ? std::nullopt : std::optional(sum);
    }
};

Result<std::vector<qint32>> categoriesOf(const PlanFacts &plan, const QStringList &keys)
{
    std::vector<qint32> categories;
    for (const QString &key : keys) {
        const qsizetype category = plan.categoryKeys.indexOf(key);
        if (category < 0)
            return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("the plan has no category %1").arg(key)};
        categories.push_back(static_cast<qint32>(category));
    }
    return categories;
}

std::optional<Error> refuse(const OpenEvent &event, const SeatWish &wish)
{
    const qint32 seats = event.plan().picker->runs().size();
    QList<qint32> unknown;
    std::copy_if(wish.lost.begin(), wish.lost.end(), std::back_inserter(unknown), [&](qint32 place) { return !event.ledger().contains(place); });
    if (!unknown.isEmpty())
        return Error {.code = ErrorCode::UnknownPlace, .places = unknown, .event = event.id()};
    if (wish.size > seats || wish.wheelchairs > wish.size)
        return Error {.code = ErrorCode::TooManySeats, .limit = wish.size > seats ? seats : wish.size};
    return std::nullopt;
}

} // namespace

SeatAdvisor::SeatAdvisor(EventDirectory &events, QObject *parent) : QObject(parent), m_events(events)
{
    m_pool.setMaxThreadCount(1);
}

SeatAdvisor::~SeatAdvisor()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void SeatAdvisor::suggest(const Caller &caller, EventId event, SeatWish wish, Done<QList<AdvisedSeats>> done)
{
    m_events.openFor(caller, event, [this, caller, wish = std::move(wish), done = std::move(done)](const Result<OpenEvent *> &open) {
        if (open)
            look(caller, **open, wish, done);
        else
            done(open.error());
    });
}

void SeatAdvisor::look(const Caller &caller, const OpenEvent &event, const SeatWish &wish, const Done<QList<AdvisedSeats>> &done)
{
    if (std::optional<Error> refused = refuse(event, wish)) {
        done(*refused);
        return;
    }
    if (wish.heldBack && !caller.isCounter()) {
        done(ErrorCode::NotPermitted);
        return;
    }
    Result<std::vector<qint32>> categories = categoriesOf(event.plan(), wish.categories);
    if (!categories) {
        done(categories.error());
        return;
    }
    if (m_waiting >= kMostWaiting) {
        done(Error {.code = ErrorCode::Overloaded, .detail = QStringLiteral("too many look for seats at once"), .retryAfterSeconds = 1});
        return;
    }
    const std::span<const SeatState> states = event.ledger().states();
    const QList<Price> &prices = event.event().prices;
    Search search {.picker = event.plan().picker,
                   .states = {states.begin(), states.end()},
                   .prices = event.firstPrices(),
                   .pricesInAll = event.firstPricesInAll(),
                   .plan = event.sharedPlan(),
                   .categories = std::move(*categories),
                   .wish = wish,
                   .currency = prices.isEmpty() ? Currency() : prices.constFirst().price.currency};
    for (const ledger::Grant &grant : event.ledger().holdsOf(caller.holder)) {
        if (wish.lost.contains(grant.place))
            search.own.push_back(grant.place);
    }
    for (const Block &block : wish.heldBack ? event.blocks().all() : QList<Block>()) {
        for (const qint32 place : block.kind == BlockKind::HeldBack ? block.places : QList<qint32>()) {
            auto &state = search.states[static_cast<std::size_t>(place)];
            state = state == SeatState::Blocked ? SeatState::Free : state;
        }
    }
    ++m_waiting;
    m_pool.start([this, search = std::move(search), done] {
        QMetaObject::invokeMethod(this, [this, done, advised = search.run()] {
            --m_waiting;
            done(advised);
        }, Qt::QueuedConnection);
    });
}

} // namespace parterre::services
