// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/ticketpricing.h"

#include "backend/services/requesthash.h"
#include "shared/domain/orphanrule.h"

#include <map>
#include <set>

namespace parterre::services {

void addToHash(RequestHash &hash, const QList<SaleItem> &items)
{
    for (const SaleItem &item : items)
        hash.add(item.event.toString()).add(QString::number(item.place)).add(item.ticketType);
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

Result<QList<Ticket>> TicketPricing::price(const QList<SaleItem> &items) const
{
    QList<Ticket> tickets;
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
        if (!tickets.isEmpty() && offer->price.currency != tickets.constFirst().price.currency)
            return Error {.code = ErrorCode::CurrencyMismatch};
        tickets.append({.id = m_ids.make<TicketId>(),
                        .event = item.event,
                        .place = item.place,
                        .label = event->label(item.place),
                        .category = event->categoryKey(item.place),
                        .ticketType = item.ticketType,
                        .price = offer->price});
    }
    if (!tickets.isEmpty() && sumOf(tickets).amount > kMaxAmount)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("the total is out of range")};
    return tickets;
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

Result<void> TicketPricing::keepTablesWhole(const QList<Ticket> &tickets) const
{
    std::map<EventId, std::vector<qint32>> places;
    for (const Ticket &ticket : tickets)
        places[ticket.event].push_back(ticket.place);
    for (const auto &[id, ofEvent] : places) {
        const OpenEvent *event = m_events.find(id);
        const QList<qint32> cut = event ? event->plan().groups.cutTables(ofEvent) : QList<qint32>();
        if (!cut.isEmpty())
            return Error {.code = ErrorCode::TableSoldWhole, .places = cut, .event = id};
    }
    return {};
}

} // namespace parterre::services
