// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/pricing.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace parterre {

namespace {

// amount * share / whole, a half up; none of them is negative.
qint64 portion(qint64 amount, qint64 share, qint64 whole)
{
    return (amount * share + whole / 2) / whole;
}

struct Taxed {
    qint64 gross = 0;
    qint64 tax = 0;
};

Taxed taxed(qint64 amount, qint32 rate, TaxMode mode)
{
    if (mode == TaxMode::Included)
        return {.gross = amount, .tax = portion(amount, rate, kWholeShare + rate)};
    const qint64 tax = portion(amount, rate, kWholeShare);
    return {.gross = amount + tax, .tax = tax};
}

qint64 takenOff(const Discount &discount, const Money &base)
{
    if (!discount.amount)
        return portion(base.amount, discount.share, kWholeShare);
    return discount.amount->currency == base.currency ? std::min(discount.amount->amount, base.amount) : 0;
}

struct Choice {
    const Discount *discount = nullptr;
    qint64 off = 0;
};

// Good for so many tickets and no more.
bool isLimited(const Discount &discount)
{
    return discount.maxTickets || discount.firstTickets || !discount.parts.isEmpty();
}

// Finds the items that one discount is good for, beside what they have already.
class Reach
{
public:
    Reach(const Discount &discount, const QList<PriceItem> &items, const PriceFacts &facts, const QList<Choice> &choices)
        : m_discount(discount), m_items(items), m_facts(facts), m_choices(choices)
    {
    }

    QList<qsizetype> find()
    {
        const bool isTime = (!m_discount.from || m_facts.now >= *m_discount.from) && (!m_discount.until || m_facts.now < *m_discount.until);
        const bool isKnown = !m_discount.code || (m_facts.code && foldedCode(*m_facts.code) == foldedCode(*m_discount.code));
        if (!isTime || !isKnown)
            return {};
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            if (isMeant(m_items.at(i)))
                m_meant.append(i);
        }
        switch (m_discount.kind) {
        case DiscountKind::Code: take(m_meant, m_discount.maxTickets.value_or(kAll) - stayingWithIt()); break;
        case DiscountKind::Group: takeGroups(); break;
        case DiscountKind::EarlyBird: takeEarly(); break;
        case DiscountKind::Bundle: takeBundles(); break;
        }
        return m_reached;
    }

private:
    static constexpr qint32 kAll = std::numeric_limits<qint32>::max();

    [[nodiscard]] bool isMeant(const PriceItem &item) const
    {
        return (!m_discount.event || item.event == *m_discount.event) && (!m_discount.series || item.series == m_discount.series)
            && isOfKind(item.category, item.ticketType);
    }

    [[nodiscard]] bool isOfKind(const QString &category, const QString &ticketType) const
    {
        return (m_discount.ticketTypes.isEmpty() || ticketType.isEmpty() || m_discount.ticketTypes.contains(ticketType))
            && (m_discount.categories.isEmpty() || m_discount.categories.contains(category));
    }

    [[nodiscard]] qint64 gain(qsizetype item) const { return takenOff(m_discount, m_items.at(item).base) - m_choices.at(item).off; }

    // So many of these: those which gain most by it, of equals in an order that is theirs and not the cart's.
    void take(QList<qsizetype> items, qint64 most)
    {
        items.removeIf([this](qsizetype item) { return gain(item) <= 0; });
        const auto rank = [this](qsizetype item) {
            const PriceItem &of = m_items.at(item);
            return std::tuple(-gain(item), of.event, of.place);
        };
        std::sort(items.begin(), items.end(), [&rank](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
        m_reached += items.first(std::clamp<qsizetype>(most, 0, items.size()));
    }

    [[nodiscard]] QHash<EventId, QList<qsizetype>> byEvent() const
    {
        QHash<EventId, QList<qsizetype>> events;
        for (const qsizetype item : m_meant)
            events[m_items.at(item).event].append(item);
        return events;
    }

    // Of one event, and perhaps of one type; they have what they have already.
    [[nodiscard]] qsizetype staying(const EventId &event, const std::optional<QString> &ticketType = {}) const
    {
        return std::count_if(m_facts.staying.begin(), m_facts.staying.end(), [&](const PriceItem &item) {
            return item.event == event && (!ticketType || item.ticketType == *ticketType) && isMeant(item);
        });
    }

    // The name is what tickets keep of a discount.
    [[nodiscard]] qsizetype stayingWithIt() const
    {
        return std::count_if(m_facts.staying.begin(), m_facts.staying.end(), [this](const PriceItem &item) { return item.discountName == m_discount.name; });
    }

    void takeGroups()
    {
        const auto events = byEvent();
        for (auto it = events.begin(); it != events.end(); ++it) {
            if (it->size() + staying(it.key()) >= m_discount.minTickets.value_or(kAll))
                take(*it, kAll);
        }
    }

    // Of those that it is for, without what comes back for the items.
    [[nodiscard]] qint64 soldOf(const EventId &event) const
    {
        qint64 sold = 0;
        for (const SoldCount &count : m_facts.sold.value(event))
            sold += isOfKind(count.category, count.ticketType) ? count.tickets : 0;
        const auto comesBack = [&](const PriceItem &item) { return item.event == event && isOfKind(item.category, item.ticketType); };
        return std::max<qint64>(0, sold - std::count_if(m_facts.givenBack.begin(), m_facts.givenBack.end(), comesBack));
    }

    void takeEarly()
    {
        const auto events = byEvent();
        for (auto it = events.begin(); it != events.end(); ++it)
            take(it.value(), m_discount.firstTickets ? *m_discount.firstTickets - soldOf(it.key()) : kAll);
    }

    void takeBundles()
    {
        const auto events = byEvent();
        if (m_discount.minEvents) {
            QSet<EventId> all(events.keyBegin(), events.keyEnd());
            for (const PriceItem &item : m_facts.staying) {
                if (isMeant(item))
                    all.insert(item.event);
            }
            if (all.size() >= *m_discount.minEvents)
                take(m_meant, kAll);
            return;
        }
        for (auto it = events.begin(); it != events.end(); ++it)
            takeSets(it.key(), *it);
    }

    void takeSets(const EventId &event, const QList<qsizetype> &ofEvent)
    {
        qsizetype sets = kAll;
        QList<QList<qsizetype>> ofParts;
        for (const BundlePart &part : m_discount.parts) {
            QList<qsizetype> ofPart;
            std::copy_if(ofEvent.begin(), ofEvent.end(), std::back_inserter(ofPart), [&](qsizetype item) { return m_items.at(item).ticketType == part.ticketType; });
            sets = std::min<qsizetype>(sets, (ofPart.size() + staying(event, part.ticketType)) / part.count);
            ofParts.append(ofPart);
        }
        for (qsizetype i = 0; i < ofParts.size(); ++i) {
            const BundlePart &part = m_discount.parts.at(i);
            take(ofParts.at(i), sets * part.count - staying(event, part.ticketType));
        }
    }

    const Discount &m_discount;
    const QList<PriceItem> &m_items;
    const PriceFacts &m_facts;
    const QList<Choice> &m_choices;
    QList<qsizetype> m_meant;
    QList<qsizetype> m_reached;
};

// Of each item the discount that takes most off it. Those that are good for a number of tickets come last, so that none of
// them is spent on a ticket that has as much without it.
QList<Choice> choose(const QList<PriceItem> &items, const QList<Discount> &discounts, const PriceFacts &facts)
{
    QList<const Discount *> ordered;
    for (const Discount &discount : discounts)
        ordered.append(&discount);
    std::sort(ordered.begin(), ordered.end(), [](const Discount *a, const Discount *b) { return std::tuple(isLimited(*a), a->id) < std::tuple(isLimited(*b), b->id); });
    QList<Choice> choices(items.size());
    for (const Discount *discount : std::as_const(ordered)) {
        for (const qsizetype item : Reach(*discount, items, facts, choices).find())
            choices[item] = {.discount = discount, .off = takenOff(*discount, items.at(item).base)};
    }
    return choices;
}

PricedTicket ticketOf(const PriceItem &item, const Choice &choice)
{
    const auto money = [&item](qint64 amount) { return Money {.amount = amount, .currency = item.base.currency}; };
    const qint64 left = item.base.amount - choice.off;
    const qint64 fee = left > 0 ? item.rules.ticketFee : 0;
    const Taxed place = taxed(left, item.rules.taxRate, item.rules.taxMode);
    const Taxed ofFee = taxed(fee, item.rules.feeTaxRate, item.rules.taxMode);
    PricedTicket ticket {.price = money(place.gross + ofFee.gross),
                         .parts = {.base = item.base, .discount = money(choice.off), .fee = money(fee), .tax = money(place.tax + ofFee.tax)}};
    if (choice.discount) {
        ticket.parts.discountName = choice.discount->name;
        ticket.discount = choice.discount->id;
    }
    return ticket;
}

} // namespace

qint64 Pricing::total() const
{
    const qint64 ofTickets = std::accumulate(tickets.begin(), tickets.end(), qint64(0), [](qint64 sum, const PricedTicket &ticket) { return sum + ticket.price.amount; });
    return ofTickets + sumOf(charges);
}

qint64 Pricing::tax() const
{
    const qint64 ofTickets = std::accumulate(tickets.begin(), tickets.end(), qint64(0), [](qint64 sum, const PricedTicket &ticket) { return sum + ticket.parts.tax.amount; });
    return std::accumulate(charges.begin(), charges.end(), ofTickets, [](qint64 sum, const Charge &charge) { return sum + charge.tax.amount; });
}

Result<void> judgeCode(const QList<PriceItem> &items, const QList<Discount> &discounts, const PriceFacts &facts)
{
    if (!facts.code)
        return {};
    const auto known = std::find_if(discounts.begin(), discounts.end(), [folded = foldedCode(*facts.code)](const Discount &discount) { return discount.code && foldedCode(*discount.code) == folded; });
    if (known == discounts.end())
        return ErrorCode::CodeUnknown;
    return Reach(*known, items, facts, QList<Choice>(items.size())).find().isEmpty() ? Result<void>(ErrorCode::CodeNotValid) : Result<void>();
}

Pricing priceOf(const QList<PriceItem> &items, const QList<Discount> &discounts, const PriceFacts &facts)
{
    Pricing pricing;
    const QList<Choice> choices = choose(items, discounts, facts);
    std::optional<Charge> bookingFee;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const PriceItem &item = items.at(i);
        const Choice &choice = choices.at(i);
        pricing.tickets.append(ticketOf(item, choice));
        if (choice.discount && choice.discount->kind == DiscountKind::Code && !pricing.codesUsed.contains(choice.discount->id))
            pricing.codesUsed.append(choice.discount->id);
        const Taxed fee = taxed(item.rules.bookingFee, item.rules.feeTaxRate, item.rules.taxMode);
        const bool isHigher = !bookingFee || std::tuple(-fee.gross, item.event) < std::tuple(-bookingFee->amount.amount, bookingFee->event);
        if (fee.gross > 0 && isHigher && item.base.amount > choice.off) {
            const Currency &currency = item.base.currency;
            bookingFee = Charge {.kind = ChargeKind::BookingFee, .event = item.event, .amount = {fee.gross, currency}, .tax = {fee.tax, currency}, .at = facts.now};
        }
    }
    std::sort(pricing.codesUsed.begin(), pricing.codesUsed.end());
    if (bookingFee && !facts.isExchange)
        pricing.charges.append(*bookingFee);
    return pricing;
}

std::optional<Money> inAll(const Money &price, const PriceRules &rules)
{
    const Money all = ticketOf({.base = price, .rules = rules}, {}).price;
    return all == price ? std::nullopt : std::optional(all);
}

std::optional<Money> bookingFeeOf(const PriceRules &rules, const Currency &currency)
{
    const qint64 fee = taxed(rules.bookingFee, rules.feeTaxRate, rules.taxMode).gross;
    return fee > 0 ? std::optional(Money {.amount = fee, .currency = currency}) : std::nullopt;
}

bool isPlain(const PricedTicket &ticket)
{
    const PriceParts &parts = ticket.parts;
    return !ticket.discount && parts.fee.amount == 0 && parts.tax.amount == 0;
}

CancelFee cancelFeeOf(const PriceRules &rules, const Money &price)
{
    const qint64 fee = std::min(price.amount, rules.cancelFee + portion(price.amount, rules.cancelShare, kWholeShare));
    return {.amount = {fee, price.currency}, .tax = {taxed(fee, rules.feeTaxRate, TaxMode::Included).tax, price.currency}};
}

QList<Charge> cancelChargesOf(const QList<Ticket> &tickets, Instant now)
{
    QList<Charge> charges;
    for (const Ticket &ticket : tickets) {
        if (!ticket.cancelFee || ticket.cancelFee->amount.amount == 0)
            continue;
        auto charge = std::find_if(charges.begin(), charges.end(), [&ticket](const Charge &each) { return each.event == ticket.event; });
        if (charge == charges.end()) {
            const Money nothing {.currency = ticket.price.currency};
            charge = charges.insert(charges.end(), {.kind = ChargeKind::CancelFee, .event = ticket.event, .amount = nothing, .tax = nothing, .at = now});
        }
        charge->amount.amount += ticket.cancelFee->amount.amount;
        charge->tax.amount += ticket.cancelFee->tax.amount;
    }
    return charges;
}

QList<Charge> exchangeChargesOf(const QList<Ticket> &givenBack, qint64 taken, Instant now)
{
    const qint64 worth = std::accumulate(givenBack.begin(), givenBack.end(), qint64(0), [](qint64 sum, const Ticket &ticket) { return sum + ticket.price.amount; });
    const qint64 back = worth - taken;
    if (back <= 0)
        return {};
    QList<Ticket> parts = givenBack;
    qint64 rest = 0; // what was rounded off so far
    for (Ticket &part : parts) {
        if (part.cancelFee) {
            rest += part.cancelFee->amount.amount * back % worth;
            part.cancelFee->amount.amount = part.cancelFee->amount.amount * back / worth + rest / worth;
            rest %= worth;
            part.cancelFee->tax.amount = part.cancelFee->tax.amount * back / worth;
        }
    }
    return cancelChargesOf(parts, now);
}

qint64 sumOf(const QList<Charge> &charges)
{
    return std::accumulate(charges.begin(), charges.end(), qint64(0), [](qint64 sum, const Charge &charge) { return sum + charge.amount.amount; });
}

} // namespace parterre
