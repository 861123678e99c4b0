// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/openevent.h"

#include <algorithm>
#include <array>

namespace parterre::services {

PlanFacts factsOf(const Plan &plan, const PlanVersionRef &ref)
{
    PlanFacts facts {.ref = ref};
    facts.labels.reserve(placeCount(plan));
    facts.categories.reserve(static_cast<std::size_t>(placeCount(plan)));
    forEachSeat(plan, [&facts](const Seat &seat) {
        facts.labels.append(seat.label);
        facts.categories.push_back(seat.category);
    });
    forEachArea(plan, [&facts](const Area &area) {
        for (qint32 place = area.firstPlace; place < area.endPlace(); ++place)
            facts.labels.append(areaPlaceLabel(area, place));
        facts.categories.insert(facts.categories.end(), static_cast<std::size_t>(area.capacity), area.category);
    });
    facts.groups = PlaceGroups(plan);
    for (const Category &category : plan.categories) {
        facts.categoryKeys.append(category.key);
        facts.categoryNames.append(category.name);
    }
    facts.picker = std::make_shared<const SeatPicker>(plan, SeatTable(plan));
    facts.companions = CompanionSeats(facts.picker->runs());
    return facts;
}

OpenEvent::OpenEvent(Event event, std::shared_ptr<const PlanFacts> plan, ledger::SeatLedger ledger, quint64 topic, EventBlocks blocks)
    : m_event(std::move(event)), m_plan(std::move(plan)), m_ledger(std::move(ledger)), m_blocks(std::move(blocks)), m_soldTickets(m_plan), m_topic(topic)
{
    fillOffers();
}

void OpenEvent::take(Event event)
{
    m_event = std::move(event);
    fillOffers();
}

void OpenEvent::take(Event event, std::shared_ptr<const PlanFacts> plan, ledger::SeatLedger ledger, quint64 topic)
{
    m_plan = std::move(plan);
    m_soldTickets = SoldTickets(m_plan);
    m_ledger = std::move(ledger);
    m_topic = topic;
    take(std::move(event));
}

void OpenEvent::forgetSoldBlocks()
{
    if (m_blocks.isEmpty())
        return;
    for (const qint32 place : m_ledger.changedPlaces()) {
        if (const Block *block = m_ledger.stateOf(place) == SeatState::Sold ? m_blocks.at(place) : nullptr)
            m_blocks.remove(BlockId(block->id), std::array {place});
    }
}

bool OpenEvent::endRestoring(qint32 place, std::optional<bool> owned)
{
    const auto found = m_restoring.find(place);
    if (owned)
        found->second.isFree = !*owned;
    if (--found->second.requests > 0)
        return false;
    const bool isFree = found->second.isFree;
    m_restoring.erase(found);
    return isFree;
}

bool OpenEvent::freeAfterRestoring(qint32 place)
{
    const auto found = m_restoring.find(place);
    if (found == m_restoring.end())
        return false;
    found->second.isFree = true;
    return true;
}

void OpenEvent::fillOffers()
{
    m_offers.assign(static_cast<std::size_t>(m_plan->categoryKeys.size()), {});
    for (const TicketType &type : m_event.ticketTypes) {
        for (const Price &price : m_event.prices) {
            const qsizetype category = m_plan->categoryKeys.indexOf(price.category);
            if (price.ticketType == type.key && category >= 0)
                m_offers[static_cast<std::size_t>(category)].push_back({.ticketType = type.key, .name = type.name, .price = price.price, .inAll = inAll(price.price, m_event.priceRules.value_or(PriceRules()))});
        }
    }
}

bool OpenEvent::isOnSale(Instant now) const
{
    const SaleRules &rules = m_event.rules;
    return m_rests == 0 && m_event.summary.state == EventState::Published && (!rules.salesFrom || now >= *rules.salesFrom)
        && now < rules.salesUntil.value_or(m_event.summary.start);
}

bool OpenEvent::isCancellable(Instant now) const
{
    return m_event.summary.state != EventState::Cancelled && now < m_event.rules.cancelUntil.value_or(m_event.summary.start);
}

const std::vector<TicketOffer> &OpenEvent::offersFor(qint32 place) const
{
    return m_offers[static_cast<std::size_t>(m_plan->categories[static_cast<std::size_t>(place)])];
}

const TicketOffer *OpenEvent::offerFor(qint32 place, const QString &ticketType) const
{
    const auto &offers = offersFor(place);
    const auto found = std::find_if(offers.begin(), offers.end(), [&](const TicketOffer &offer) { return offer.ticketType == ticketType; });
    return found == offers.end() ? nullptr : &*found;
}

std::vector<std::optional<qint64>> OpenEvent::firstPrices() const
{
    std::vector<std::optional<qint64>> prices;
    for (const std::vector<TicketOffer> &offers : m_offers)
        prices.push_back(offers.empty() ? std::nullopt : std::optional(offers.front().price.amount));
    return prices;
}

std::vector<std::optional<qint64>> OpenEvent::firstPricesInAll() const
{
    std::vector<std::optional<qint64>> prices;
    for (const std::vector<TicketOffer> &offers : m_offers)
        prices.push_back(offers.empty() ? std::nullopt : std::optional(offers.front().inAll.value_or(offers.front().price).amount));
    return prices;
}

QString OpenEvent::categoryKey(qint32 place) const
{
    return m_plan->categoryKeys.at(m_plan->categories[static_cast<std::size_t>(place)]);
}

QString OpenEvent::categoryName(qint32 place) const
{
    return m_plan->categoryNames.at(m_plan->categories[static_cast<std::size_t>(place)]);
}

} // namespace parterre::services
