// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/eventrules.h"

#include "shared/domain/planvalidation.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

class Findings
{
public:
    void add(EventProblemCode code, const QString &where) { m_problems.append({.code = code, .where = where}); }

    void checkText(const QString &text, const QString &where, qsizetype most, bool mayBeEmpty = false, bool lines = false)
    {
        if (text.trimmed().isEmpty()) {
            if (!mayBeEmpty)
                add(EventProblemCode::TextMissing, where);
        } else if (text.size() > most) {
            add(EventProblemCode::TextTooLong, where);
        } else if (!isPlanText(text, lines)) {
            add(EventProblemCode::TextInvalid, where);
        }
    }
    void checkNumber(qint64 number, const QString &where, qint64 least, qint64 most)
    {
        if (number < least || number > most)
            add(EventProblemCode::NumberOutOfRange, where);
    }

    [[nodiscard]] QList<EventProblem> take() { return std::exchange(m_problems, {}); }

private:
    QList<EventProblem> m_problems;
};

// Years as people write them: what is far outside was typed wrongly, and no database could keep it.
constexpr Instant kFirstStart {std::chrono::milliseconds(0)};                    // 1970-01-01
constexpr Instant kLastStart {std::chrono::milliseconds(7'258'118'400'000)};     // 2200-01-01

void checkRules(const EventDefinition &event, Findings &findings)
{
    const SaleRules &rules = event.rules;
    findings.checkNumber(rules.holdTime.count(), u"rules.holdTime"_s, EventLimits::kShortestHold.count(), EventLimits::kLongestHold.count());
    findings.checkNumber(rules.extensionTime.count(), u"rules.extensionTime"_s, 0, EventLimits::kLongestHold.count());
    findings.checkNumber(rules.maxExtensions, u"rules.maxExtensions"_s, 0, EventLimits::kExtensions);
    findings.checkNumber(rules.maxSeats, u"rules.maxSeats"_s, 1, kMaxSeatsCounter);
    findings.checkNumber(rules.mostInBooking(), u"rules.maxPerBooking"_s, 1, kMaxSeatsCounter);
    findings.checkNumber(rules.reservationRelease.count(), u"rules.reservationRelease"_s, 0, EventLimits::kLongestRelease.count());
    if (rules.salesFrom && *rules.salesFrom >= rules.salesUntil.value_or(event.start))
        findings.add(EventProblemCode::SalesNeverOpen, u"rules.salesFrom"_s);
    for (const auto &[time, where] : {std::pair {rules.salesFrom, u"rules.salesFrom"_s}, {rules.salesUntil, u"rules.salesUntil"_s}, {rules.cancelUntil, u"rules.cancelUntil"_s}}) {
        if (time && (*time < kFirstStart || *time > kLastStart))
            findings.add(EventProblemCode::NumberOutOfRange, where);
    }
}

void checkTicketTypes(const QList<TicketType> &types, Findings &findings)
{
    if (types.size() > EventLimits::kTicketTypes)
        findings.add(EventProblemCode::TooMany, u"ticketTypes"_s);
    QSet<QString> keys;
    QSet<QString> names;
    for (qsizetype i = 0; i < types.size(); ++i) {
        const QString where = u"ticketTypes[%1]."_s.arg(i);
        findings.checkText(types[i].key, where + "key"_L1, EventLimits::kKeyLength);
        findings.checkText(types[i].name, where + "name"_L1, EventLimits::kTicketTypeLength);
        if (keys.contains(types[i].key))
            findings.add(EventProblemCode::Repeated, where + "key"_L1);
        const QString name = types[i].name.trimmed().toCaseFolded();
        if (names.contains(name) && !name.isEmpty())
            findings.add(EventProblemCode::Repeated, where + "name"_L1);
        keys.insert(types[i].key);
        names.insert(name);
    }
}

void checkPrices(const EventDefinition &event, const QStringList &categoryKeys, Findings &findings)
{
    if (event.prices.size() > EventLimits::kPrices)
        findings.add(EventProblemCode::TooMany, u"prices"_s);
    const QSet<QString> categories(categoryKeys.begin(), categoryKeys.end());
    QSet<QString> types;
    for (const TicketType &type : event.ticketTypes)
        types.insert(type.key);
    QSet<std::pair<QString, QString>> seen;
    for (qsizetype i = 0; i < event.prices.size(); ++i) {
        const PriceEntry &price = event.prices[i];
        const QString where = u"prices[%1]"_s.arg(i);
        if (!categories.contains(price.category))
            findings.add(EventProblemCode::UnknownCategory, where + ".category"_L1);
        if (!types.contains(price.ticketType))
            findings.add(EventProblemCode::UnknownTicketType, where + ".ticketType"_L1);
        findings.checkNumber(price.amount, where + ".amount"_L1, 0, EventLimits::kPrice);
        if (seen.contains({price.category, price.ticketType}))
            findings.add(EventProblemCode::Repeated, where);
        seen.insert({price.category, price.ticketType});
    }
}

void checkPriceRules(const PriceRules &rules, Findings &findings)
{
    for (const auto &[fee, where] : {std::pair {rules.ticketFee, u"priceRules.ticketFee"_s}, {rules.bookingFee, u"priceRules.bookingFee"_s}, {rules.cancelFee, u"priceRules.cancelFee"_s}})
        findings.checkNumber(fee, where, 0, EventLimits::kPrice);
    for (const auto &[rate, where] : {std::pair {rules.taxRate, u"priceRules.taxRate"_s}, {rules.feeTaxRate, u"priceRules.feeTaxRate"_s}, {rules.cancelShare, u"priceRules.cancelShare"_s}})
        findings.checkNumber(rate, where, 0, EventLimits::kRate);
}

} // namespace

QList<EventProblem> validateEvent(const EventDefinition &event, const QStringList &categoryKeys)
{
    Findings findings;
    findings.checkText(event.name, u"name"_s, EventLimits::kNameLength);
    findings.checkText(event.description, u"description"_s, EventLimits::kDescriptionLength, true, true);
    findings.checkNumber(event.durationMinutes, u"durationMinutes"_s, 0, EventLimits::kDurationMinutes);
    if (event.start < kFirstStart || event.start > kLastStart)
        findings.add(EventProblemCode::NumberOutOfRange, u"start"_s);
    checkRules(event, findings);
    checkTicketTypes(event.ticketTypes, findings);
    checkPrices(event, categoryKeys, findings);
    checkPriceRules(event.priceRules.value_or(PriceRules()), findings);
    return findings.take();
}

QList<EventProblem> problemsOfPublishing(const EventDefinition &event)
{
    return event.prices.isEmpty() ? QList<EventProblem> {{.code = EventProblemCode::NothingForSale, .where = u"prices"_s}} : QList<EventProblem>();
}

QList<EventProblem> problemsOfStart(const EventDefinition &event, Instant now)
{
    return event.start <= now ? QList<EventProblem> {{.code = EventProblemCode::StartPassed, .where = u"start"_s}} : QList<EventProblem>();
}

QString describe(const EventProblem &problem)
{
    static constexpr std::array kWords {"text_missing", "text_too_long",       "text_invalid",     "number_out_of_range", "sales_never_open", "too_many",
                                        "repeated",     "unknown_ticket_type", "unknown_category", "nothing_for_sale",    "start_passed"};
    return problem.where + ": "_L1 + QLatin1StringView(kWords.at(static_cast<std::size_t>(problem.code)));
}

bool mayBecome(EventState from, EventState to)
{
    switch (to) {
    case EventState::Published: return from == EventState::Draft || from == EventState::Paused;
    case EventState::Paused: return from == EventState::Published;
    case EventState::Draft:
    case EventState::Cancelled: break;
    }
    return false;
}

bool mayBeCancelled(EventState state)
{
    return state == EventState::Published || state == EventState::Paused;
}

EventDefinition definitionOf(const Event &event)
{
    EventDefinition definition {.name = event.summary.name,
                                .description = event.description,
                                .category = event.summary.category,
                                .start = event.summary.start,
                                .durationMinutes = event.durationMinutes,
                                .plan = event.plan.id,
                                .planVersion = event.plan.version,
                                .rules = event.rules,
                                .ticketTypes = event.ticketTypes,
                                .priceRules = event.priceRules};
    if (!event.prices.isEmpty())
        definition.currency = event.prices.constFirst().price.currency;
    for (const Price &price : event.prices)
        definition.prices.append({.category = price.category, .ticketType = price.ticketType, .amount = price.price.amount});
    return definition;
}

bool sameDefinition(EventDefinition a, EventDefinition b)
{
    for (EventDefinition *event : {&a, &b}) {
        std::sort(event->prices.begin(), event->prices.end(), [](const PriceEntry &x, const PriceEntry &y) {
            return std::tie(x.category, x.ticketType, x.amount) < std::tie(y.category, y.ticketType, y.amount);
        });
        if (event->prices.isEmpty())
            event->currency = Currency();
        if (event->priceRules == PriceRules())
            event->priceRules.reset();
    }
    return a == b;
}

Event withDefinition(Event event, const EventDefinition &definition)
{
    event.summary.name = definition.name;
    event.summary.category = definition.category;
    event.summary.start = definition.start;
    event.description = definition.description;
    event.durationMinutes = definition.durationMinutes;
    if (event.plan.id != definition.plan || event.plan.version != definition.planVersion)
        event.plan = {.id = definition.plan, .version = definition.planVersion};
    event.rules = definition.rules;
    event.ticketTypes = definition.ticketTypes;
    event.priceRules = definition.priceRules == PriceRules() ? std::nullopt : definition.priceRules;
    event.prices.clear();
    for (const PriceEntry &price : definition.prices)
        event.prices.append({.category = price.category, .ticketType = price.ticketType, .price = {.amount = price.amount, .currency = definition.currency}});
    return event;
}

QString ticketTypeKey(const QString &name, const QList<TicketType> &others)
{
    QString key;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
        else if (!key.isEmpty() && !key.endsWith(u'-'))
            key += u'-';
    }
    key = key.left(EventLimits::kKeyLength - 4);
    if (key.endsWith(u'-'))
        key.chop(1);
    if (key.isEmpty())
        key = u"ticket"_s;
    const auto isTaken = [&others](const QString &wanted) {
        return std::any_of(others.begin(), others.end(), [&](const TicketType &type) { return type.key == wanted; });
    };
    QString unique = key;
    for (int number = 2; isTaken(unique); ++number)
        unique = key + u'-' + QString::number(number);
    return unique;
}

} // namespace parterre
