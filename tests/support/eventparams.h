// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/utctime.h"
#include "shared/domain/eventrules.h"
#include "tests/support/testhouse.h"

#include <QJsonArray>

namespace parterre::testing {

// A play in that hall, which is the test house's, as the wire has it: for adults everywhere, for children in the rear.
[[nodiscard]] inline QJsonObject definitionOn(const QString &plan, int planVersion, const QString &name = QStringLiteral("The Tempest"), qint64 inHours = 100)
{
    const auto price = [](const QString &category, const QString &type, qint64 amount) {
        return QJsonObject {{QStringLiteral("category"), category}, {QStringLiteral("ticketType"), type}, {QStringLiteral("amount"), amount}};
    };
    const auto type = [](const QString &key, const QString &named) { return QJsonObject {{QStringLiteral("key"), key}, {QStringLiteral("name"), named}}; };
    static const Instant kNow = std::chrono::floor<std::chrono::seconds>(SystemClock().utcNow()); // the same whenever it is asked for
    const Instant start = kNow + std::chrono::hours(inHours);
    return {{QStringLiteral("name"), name},
            {QStringLiteral("description"), QStringLiteral("An island, a storm,\nand a wedding.")},
            {QStringLiteral("category"), QStringLiteral("play")},
            {QStringLiteral("start"), toIsoUtc(start)},
            {QStringLiteral("durationMinutes"), 140},
            {QStringLiteral("plan"), plan},
            {QStringLiteral("planVersion"), planVersion},
            {QStringLiteral("rules"), QJsonObject {{QStringLiteral("holdTime"), 300},
                                                   {QStringLiteral("extensionTime"), 60},
                                                   {QStringLiteral("maxExtensions"), 1},
                                                   {QStringLiteral("maxSeats"), 4},
                                                   {QStringLiteral("orphanRule"), QStringLiteral("off")}}},
            {QStringLiteral("ticketTypes"), QJsonArray {type(QStringLiteral("adult"), QStringLiteral("Adult")), type(QStringLiteral("child"), QStringLiteral("Child"))}},
            {QStringLiteral("currency"), QStringLiteral("EUR")},
            {QStringLiteral("prices"), QJsonArray {price(QStringLiteral("front"), QStringLiteral("adult"), 3'000),
                                                   price(QStringLiteral("rear"), QStringLiteral("adult"), 2'000),
                                                   price(QStringLiteral("rear"), QStringLiteral("child"), 1'000)}}};
}

[[nodiscard]] inline QJsonObject definitionIn(const TestHouse &house, const QString &name = QStringLiteral("The Tempest"), qint64 inHours = 100)
{
    return definitionOn(house.plan().id.toString(), house.plan().version, name, inHours);
}

// The same with something else in it.
[[nodiscard]] inline QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

[[nodiscard]] inline QJsonObject withRule(QJsonObject definition, const QString &rule, const QJsonValue &value)
{
    return with(definition, QStringLiteral("rules"), with(definition.value(QStringLiteral("rules")).toObject(), rule, value));
}

[[nodiscard]] inline QJsonObject withPrice(QJsonObject definition, int price, qint64 amount)
{
    QJsonArray prices = definition.value(QStringLiteral("prices")).toArray();
    prices[price] = with(prices[price].toObject(), QStringLiteral("amount"), amount);
    return with(definition, QStringLiteral("prices"), prices);
}

// A venue as venues.create and venues.update want it.
[[nodiscard]] inline QJsonObject venueNamed(const QString &name)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("address"), QStringLiteral("2 Side Street")}, {QStringLiteral("timeZone"), QStringLiteral("Europe/London")}};
}

// A new discount as discounts.save wants it.
[[nodiscard]] inline QJsonObject groupDiscount(const QString &name = QStringLiteral("Group"))
{
    return {{QStringLiteral("id"), newKey()},          {QStringLiteral("name"), name},           {QStringLiteral("kind"), QStringLiteral("group")},
            {QStringLiteral("share"), 1'000},          {QStringLiteral("ticketTypes"), QJsonArray()}, {QStringLiteral("categories"), QJsonArray()},
            {QStringLiteral("minTickets"), 10},        {QStringLiteral("parts"), QJsonArray()},  {QStringLiteral("version"), 0}};
}

[[nodiscard]] inline QJsonObject codeDiscount(const QString &code, qint32 share)
{
    QJsonObject discount = groupDiscount(code);
    discount.remove(QStringLiteral("minTickets"));
    return with(with(with(discount, QStringLiteral("kind"), QStringLiteral("code")), QStringLiteral("code"), code), QStringLiteral("share"), share);
}

// As events.createSeries wants it: from Friday 6 December 2030 on, at half past seven in the evening there.
[[nodiscard]] inline QJsonObject seriesIn(const TestHouse &house, const QString &id, const QString &rule = QStringLiteral("FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12"))
{
    return {{QStringLiteral("series"), id},
            {QStringLiteral("definition"), with(definitionIn(house), QStringLiteral("start"), QStringLiteral("2030-12-06T18:30:00.000Z"))},
            {QStringLiteral("dates"), QJsonObject {{QStringLiteral("rule"), rule}, {QStringLiteral("added"), QJsonArray()}, {QStringLiteral("excluded"), QJsonArray()}}},
            {QStringLiteral("overrides"), QJsonArray()}};
}

[[nodiscard]] inline QJsonObject withDates(QJsonObject series, const QString &key, const QJsonValue &value)
{
    return with(series, QStringLiteral("dates"), with(series.value(QStringLiteral("dates")).toObject(), key, value));
}

// The same as events.expand wants it.
[[nodiscard]] inline QJsonObject expansionOf(const QJsonObject &series)
{
    const QJsonObject definition = series.value(QStringLiteral("definition")).toObject();
    QJsonObject params {{QStringLiteral("dates"), series.value(QStringLiteral("dates"))}, {QStringLiteral("overrides"), series.value(QStringLiteral("overrides"))}};
    for (const QString &key : {QStringLiteral("plan"), QStringLiteral("start"), QStringLiteral("durationMinutes")})
        params.insert(key, definition.value(key));
    return params;
}

// Where showtimes come from: files, and the house's evening to make events like.
[[nodiscard]] inline QJsonObject sourceLike(const QString &event, const QString &id)
{
    return {{QStringLiteral("source"), id},
            {QStringLiteral("version"), 0},
            {QStringLiteral("definition"), QJsonObject {{QStringLiteral("name"), QStringLiteral("Touring company")},
                                                        {QStringLiteral("format"), QStringLiteral("auto")},
                                                        {QStringLiteral("hall"), QString(QLatin1StringView(""))},
                                                        {QStringLiteral("template"), event},
                                                        {QStringLiteral("schedule"), QStringLiteral("never")},
                                                        {QStringLiteral("mode"), QStringLiteral("look")}}}};
}

[[nodiscard]] inline QJsonObject sourceIn(const TestHouse &house, const QString &id)
{
    return sourceLike(house.events().evening.toString(), id);
}

} // namespace parterre::testing
