// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seriesedit.h"

#include <QTimeZone>

#include <algorithm>
#include <map>

namespace parterre {

namespace {

using PriceKey = std::pair<QString, QString>; // category, ticket type
using PriceList = std::map<PriceKey, qint64>;

// Carries a change from one event over to another, one value after the other.
class Carrier
{
public:
    explicit Carrier(SeriesEdit &edit) : m_edit(edit) {}

    template<class T>
    void carry(EventField field, T &value, const T &before, const T &after)
    {
        if (before == after || value == after)
            return;
        if (value == before)
            value = after;
        else
            keep(field);
    }
    void keep(EventField field)
    {
        if (!m_edit.kept.contains(field))
            m_edit.kept.append(field);
    }

private:
    SeriesEdit &m_edit;
};

PriceList byKey(const QList<PriceEntry> &prices)
{
    PriceList amounts;
    for (const PriceEntry &price : prices)
        amounts[{price.category, price.ticketType}] = price.amount;
    return amounts;
}

std::optional<qint64> amountOf(const PriceList &prices, const PriceKey &key)
{
    const auto found = prices.find(key);
    return found == prices.end() ? std::nullopt : std::optional(found->second);
}

bool knows(const EventDefinition &event, const QStringList &categoryKeys, const PriceKey &price)
{
    return categoryKeys.contains(price.first)
        && std::any_of(event.ticketTypes.begin(), event.ticketTypes.end(), [&price](const TicketType &type) { return type.key == price.second; });
}

// A price without its ticket type would be none.
void dropStrays(EventDefinition &event)
{
    event.prices.removeIf([&event](const PriceEntry &price) {
        return std::none_of(event.ticketTypes.begin(), event.ticketTypes.end(), [&price](const TicketType &type) { return type.key == price.ticketType; });
    });
}

Currency currencyOf(const EventDefinition &event)
{
    return event.prices.isEmpty() ? Currency() : event.currency;
}

void carryPrices(Carrier &carrier, EventDefinition &event, const EventDefinition &before, const EventDefinition &after, const QStringList &categoryKeys)
{
    const PriceList was = byKey(before.prices);
    const PriceList is = byKey(after.prices);
    PriceList here = byKey(event.prices);
    // Amounts in different currencies cannot be told apart one by one: all of them are carried, or none.
    const bool comparable = currencyOf(before) == currencyOf(after) && currencyOf(event) == currencyOf(before);
    const bool isOwn = currencyOf(event) != currencyOf(before) || here != was;
    if (was == is && currencyOf(before) == currencyOf(after))
        return;
    if (!comparable && isOwn)
        return carrier.keep(EventField::Prices);
    PriceList all = was;
    all.insert(is.begin(), is.end());
    for (const auto &[key, ignored] : all) {
        const std::optional<qint64> old = amountOf(was, key);
        const std::optional<qint64> wanted = amountOf(is, key);
        const std::optional<qint64> own = amountOf(here, key);
        if (own == wanted || (comparable && old == wanted))
            continue;
        if (own != old || (wanted && !knows(event, categoryKeys, key))) {
            carrier.keep(EventField::Prices);
            continue;
        }
        if (wanted)
            here[key] = *wanted;
        else
            here.erase(key);
    }
    event.currency = comparable ? event.currency : after.currency;
    event.prices.clear();
    for (const auto &[key, amount] : here)
        event.prices.append({.category = key.first, .ticketType = key.second, .amount = amount});
}

// How long before the start, by the clock on the wall.
std::optional<std::chrono::seconds> leadOf(const std::optional<Instant> &moment, const EventDefinition &event, const QTimeZone &zone)
{
    return moment ? std::optional(wallDistance(localIn(zone, *moment), localIn(zone, event.start))) : std::nullopt;
}

// The moments that hang on the start go with it.
void carryLead(Carrier &carrier, std::optional<Instant> SaleRules::*moment, EventDefinition &event, const EventDefinition &other, const EventDefinition &before,
               const EventDefinition &after, const QTimeZone &zone)
{
    std::optional<std::chrono::seconds> lead = leadOf(other.rules.*moment, other, zone);
    carrier.carry(EventField::SaleRules, lead, leadOf(before.rules.*moment, before, zone), leadOf(after.rules.*moment, after, zone));
    event.rules.*moment = lead ? std::optional(instantIn(zone, shifted(localIn(zone, event.start), -*lead))) : std::nullopt;
}

void carryStart(Carrier &carrier, EventDefinition &event, const EventDefinition &before, const EventDefinition &after, const QTimeZone &zone)
{
    const LocalTime own = localIn(zone, event.start);
    const LocalTime from = localIn(zone, before.start);
    const std::chrono::seconds by = wallDistance(from, localIn(zone, after.start));
    if (by == std::chrono::seconds::zero())
        return;
    if (own.time == from.time)
        event.start = instantIn(zone, shifted(own, by));
    else
        carrier.keep(EventField::Start);
}

void carryRules(Carrier &carrier, SaleRules &rules, const SaleRules &before, const SaleRules &after)
{
    const auto carry = [&](auto SaleRules::*member) { carrier.carry(EventField::SaleRules, rules.*member, before.*member, after.*member); };
    carry(&SaleRules::holdTime);
    carry(&SaleRules::extensionTime);
    carry(&SaleRules::maxExtensions);
    // A limit of bookings that nobody has set follows the other one.
    qint32 inBooking = rules.mostInBooking();
    carrier.carry(EventField::SaleRules, inBooking, before.mostInBooking(), after.mostInBooking());
    carry(&SaleRules::maxSeats);
    if (rules.mostInBooking() != inBooking)
        rules.maxPerBooking = inBooking;
    carry(&SaleRules::salesFrom);
    carry(&SaleRules::orphanRule);
    carry(&SaleRules::reservationRelease);
}

// No rules and rules of nothing are the same, but who says none changes none.
void carryPriceRules(Carrier &carrier, EventDefinition &event, const EventDefinition &before, const EventDefinition &after)
{
    PriceRules rules = event.priceRules.value_or(PriceRules());
    const PriceRules own = rules;
    carrier.carry(EventField::PriceRules, rules, before.priceRules.value_or(PriceRules()), after.priceRules.value_or(PriceRules()));
    if (rules != own)
        event.priceRules = rules;
}

} // namespace

SeriesEdit editLike(const EventDefinition &other, const EventDefinition &before, const EventDefinition &after, const QStringList &categoryKeys, const QTimeZone &zone)
{
    SeriesEdit edit {.definition = other};
    EventDefinition &event = edit.definition;
    Carrier carrier(edit);
    carrier.carry(EventField::Name, event.name, before.name, after.name);
    carrier.carry(EventField::Description, event.description, before.description, after.description);
    carrier.carry(EventField::Category, event.category, before.category, after.category);
    carryStart(carrier, event, before, after, zone);
    carrier.carry(EventField::Duration, event.durationMinutes, before.durationMinutes, after.durationMinutes);
    carrier.carry(EventField::TicketTypes, event.ticketTypes, before.ticketTypes, after.ticketTypes);
    dropStrays(event);
    carryPrices(carrier, event, before, after, categoryKeys);
    carryRules(carrier, event.rules, before.rules, after.rules);
    carryPriceRules(carrier, event, before, after);
    carryLead(carrier, &SaleRules::salesUntil, event, other, before, after, zone);
    carryLead(carrier, &SaleRules::cancelUntil, event, other, before, after, zone);
    return edit;
}

} // namespace parterre
