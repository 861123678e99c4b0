// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/ticketpricing.h"

#include "backend/services/requesthash.h"
#include "shared/domain/orphanrule.h"

#include <algorithm>
#include <set>

namespace parterre::services {

namespace {

std::map<EventId, QList<qint32>> placesOf(const QList<Ticket> &tickets)
{
    std::map<EventId, QList<qint32>> places;
    for (const Ticket &ticket : tickets)
        places[ticket.event].append(ticket.place);
    return places;
}

} // namespace

void addToHash(RequestHash &hash, const QList<SaleItem> &items)
{
    for (const SaleItem &item : items)
        hash.add(item.event.toString()).add(QString::number(item.place)).add(item.ticketType);
}

void addToHash(RequestHash &hash, const std::optional<QString> &code, const std::optional<Money> &total)
{
    if (code)
        hash.add(QStringLiteral("code")).add(foldedCode(*code));
    if (total)
        hash.add(QStringLiteral("total")).add(QString::number(total->amount) + total->currency.code());
}

QList<EventId> eventsOf(const QList<SaleItem> &items)
{
    QList<EventId> events;
    for (const SaleItem &item : items) {
        if (!events.contains(item.event))
            events.append(item.event);
    }
    return events;
}

Money sumOf(const QList<Ticket> &tickets)
{
    Money sum {.amount = 0, .currency = tickets.constFirst().price.currency};
    for (const Ticket &ticket : tickets)
        sum.amount += ticket.price.amount;
    return sum;
}

QList<Ticket> ticketsWithout(const Booking &booking, const QStringList &givenBack)
{
    QList<Ticket> left = keptWithout(booking, givenBack);
    left.removeIf([](const Ticket &ticket) { return ticket.state != TicketState::Valid; });
    return left;
}

QList<Ticket> keptWithout(const Booking &booking, const QStringList &givenBack)
{
    QList<Ticket> left;
    std::copy_if(booking.tickets.begin(), booking.tickets.end(), std::back_inserter(left),
                 [&givenBack](const Ticket &ticket) { return ticket.isKept() && !givenBack.contains(ticket.number); });
    return left;
}

Result<void> refuseChanged(const std::optional<Money> &shown, const Money &total)
{
    return !shown || *shown == total ? Result<void>() : Error {.code = ErrorCode::PriceChanged, .limit = total.amount};
}

Result<TicketPricing::Offered> TicketPricing::offer(const QList<SaleItem> &items) const
{
    Offered offered;
    std::set<std::pair<EventId, qint32>> seen;
    for (const SaleItem &item : items) {
        const OpenEvent *event = m_events.find(item.event);
        if (!event)
            return Error {.code = ErrorCode::NotFound};
        // The sales window was kept when the seat was held; who got it in time may finish.
        if (event->event().summary.state != EventState::Published)
            return Error {.code = ErrorCode::SaleClosed};
        if (!event->ledger().contains(item.place))
            return Error {.code = ErrorCode::UnknownPlace, .places = {item.place}, .event = item.event};
        if (!seen.emplace(item.event, item.place).second)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("a place twice in one checkout"), .places = {item.place}, .event = item.event};
        const TicketOffer *offer = event->offerFor(item.place, item.ticketType);
        if (!offer)
            return Error {.code = ErrorCode::NoPrice, .places = {item.place}, .event = item.event};
        if (!offered.tickets.isEmpty() && offer->price.currency != offered.tickets.constFirst().price.currency)
            return Error {.code = ErrorCode::CurrencyMismatch};
        offered.tickets.append({.id = m_ids.make<TicketId>(),
                                .event = item.event,
                                .place = item.place,
                                .label = event->label(item.place),
                                .category = event->categoryKey(item.place),
                                .ticketType = item.ticketType,
                                .price = offer->price});
        offered.items.append(itemOf(offered.tickets.constLast(), offer->price));
    }
    return offered;
}

QHash<EventId, QList<SoldCount>> TicketPricing::soldOf(const QList<EventId> &events) const
{
    QHash<EventId, QList<SoldCount>> sold;
    const QList<Discount> &discounts = m_events.discounts();
    if (std::any_of(discounts.begin(), discounts.end(), [](const Discount &discount) { return discount.firstTickets.has_value(); })) {
        for (const EventId &event : events)
            sold.insert(event, m_events.find(event)->soldTickets().counts());
    }
    return sold;
}

// Of a ticket that stays the event may be over: then nothing is known of its series.
PriceItem TicketPricing::itemOf(const Ticket &ticket, const Money &base) const
{
    PriceItem item {.event = ticket.event, .place = ticket.place, .category = ticket.category, .ticketType = ticket.ticketType, .base = base};
    if (const OpenEvent *event = m_events.find(ticket.event)) {
        item.series = event->event().summary.series;
        item.rules = event->event().priceRules.value_or(PriceRules());
    }
    return item;
}

Result<PricedSale> TicketPricing::price(const QList<SaleItem> &items, const PriceQuestion &question) const
{
    Result<Offered> offered = offer(items);
    if (!offered)
        return offered.error();
    PriceFacts &facts = offered->facts;
    facts.now = question.now;
    facts.code = question.code;
    facts.isExchange = question.isExchange;
    facts.sold = soldOf(eventsOf(items));
    for (const Ticket &ticket : question.givenBack) {
        if (ticket.state == TicketState::Valid)
            facts.givenBack.append(itemOf(ticket, ticket.price));
    }
    if (const Result<void> good = judgeCode(offered->items, m_events.discounts(), facts); !good)
        return good.error();
    for (const Ticket &ticket : question.staying) {
        facts.staying.append(itemOf(ticket, ticket.price));
        facts.staying.last().discountName = ticket.parts ? ticket.parts->discountName : std::nullopt;
    }
    PricedSale sale {.tickets = std::move(offered->tickets), .pricing = priceOf(offered->items, m_events.discounts(), facts)};
    for (qsizetype i = 0; i < sale.tickets.size(); ++i) {
        const PricedTicket &priced = sale.pricing.tickets.at(i);
        sale.tickets[i].price = priced.price;
        if (!isPlain(priced))
            sale.tickets[i].parts = priced.parts;
    }
    sale.total = {.amount = sale.pricing.total(), .currency = sale.tickets.constFirst().price.currency};
    if (sale.total.amount > kMaxAmount)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("the total is out of range")};
    return sale;
}

Result<void> TicketPricing::judgeOrphans(const Caller &caller, const QList<SaleItem> &items, const std::optional<QString> &reason) const
{
    std::map<const OpenEvent *, std::vector<qint32>> wanted; // of the events that care
    for (const SaleItem &item : items) {
        const OpenEvent *event = m_events.find(item.event);
        if (event->event().rules.orphanRule != OrphanRule::Off)
            wanted[event].push_back(item.place);
    }
    for (const auto &[event, places] : wanted) {
        const OrphanFinding finding =
            parterre::judgeOrphans(event->event().rules.orphanRule, caller.isCounter(), event->plan().picker->runs(), event->ledger().states(), places);
        const bool excused = finding.verdict == OrphanVerdict::NeedsReason && reason;
        if ((finding.verdict == OrphanVerdict::NeedsReason || finding.verdict == OrphanVerdict::Refused) && !excused)
            return Error {.code = ErrorCode::SeatStranded, .places = {finding.stranded.begin(), finding.stranded.end()}, .event = event->id()};
    }
    return {};
}

std::map<EventId, QList<qint32>> TicketPricing::cutTables(const QList<Ticket> &tickets) const
{
    std::map<EventId, QList<qint32>> places = placesOf(tickets);
    for (auto &[id, ofEvent] : places) {
        const OpenEvent *event = m_events.find(id);
        ofEvent = event ? event->plan().groups.cutTables(ofEvent) : QList<qint32>();
    }
    return places;
}

Result<void> TicketPricing::keepTogether(const Caller &caller, const QList<Ticket> &tickets, const QList<Ticket> &before) const
{
    const Result<void> whole = keepTablesWhole(tickets, before);
    return whole ? keepCompanions(caller, tickets, before) : whole;
}

Result<void> TicketPricing::keepTablesWhole(const QList<Ticket> &tickets, const QList<Ticket> &before) const
{
    std::map<EventId, QList<qint32>> known = cutTables(before);
    for (const auto &[id, cut] : cutTables(tickets)) {
        QList<qint32> newly = cut;
        newly.removeIf([&wasCut = known[id]](qint32 place) { return wasCut.contains(place); });
        if (!newly.isEmpty())
            return Error {.code = ErrorCode::TableSoldWhole, .places = newly, .event = id};
    }
    return {};
}

Result<void> TicketPricing::keepCompanions(const Caller &caller, const QList<Ticket> &tickets, const QList<Ticket> &before) const
{
    if (caller.isCounter())
        return {};
    std::map<EventId, QList<qint32>> had = placesOf(before);
    for (const auto &[id, places] : placesOf(tickets)) {
        const OpenEvent *event = m_events.find(id);
        const QList<qint32> alone = event ? event->plan().companions.alone(places, had[id]) : QList<qint32>();
        if (!alone.isEmpty())
            return Error {.code = ErrorCode::CompanionAlone, .places = alone, .event = id};
    }
    return {};
}

} // namespace parterre::services
