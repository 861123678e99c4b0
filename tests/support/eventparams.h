// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/utctime.h"
#include "shared/domain/eventrules.h"
#include "tests/support/testhouse.h"

namespace parterre::testing {

// A play in the test house's hall, as the wire has it: for adults everywhere, for children in the rear.
[[nodiscard]] inline QJsonObject definitionIn(const TestHouse &house, const QString &name = QStringLiteral("The Tempest"), qint64 inHours = 100)
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
            {QStringLiteral("plan"), house.plan().id.toString()},
            {QStringLiteral("planVersion"), house.plan().version},
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

} // namespace parterre::testing
