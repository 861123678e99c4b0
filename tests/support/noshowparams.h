// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/eventparams.h"

namespace parterre::testing {

// The same, but beginning in half an hour, and sold until hours after.
[[nodiscard]] inline QJsonObject tonight(const QJsonObject &definition)
{
    const Instant now = std::chrono::floor<std::chrono::seconds>(SystemClock().utcNow());
    return withRule(with(definition, QStringLiteral("start"), toIsoUtc(now + std::chrono::minutes(30))), QStringLiteral("salesUntil"), toIsoUtc(now + std::chrono::hours(6)));
}

// The id of an event that is on sale.
[[nodiscard]] inline QString opened(WireClient &manager, const QJsonObject &definition)
{
    const QString event = newKey();
    if (!manager.call(QStringLiteral("events.create"), {{QStringLiteral("event"), event}, {QStringLiteral("definition"), definition}}).ok()
        || !manager.call(QStringLiteral("events.setState"), {{QStringLiteral("event"), event}, {QStringLiteral("version"), 1}, {QStringLiteral("state"), QStringLiteral("published")}}).ok())
        qFatal("no event for tonight could be made");
    return event;
}

// The id of tonight's event in that hall: front seats at 30.00, the others at 20.00.
[[nodiscard]] inline QString openTonight(const TestHouse &house, const QString &plan, int planVersion)
{
    return opened(*house.visitor(Role::Manager), tonight(definitionOn(plan, planVersion, QStringLiteral("Tonight"))));
}

[[nodiscard]] inline QString openTonight(const TestHouse &house)
{
    return openTonight(house, house.plan().id.toString(), house.plan().version);
}

// A booking of these seats, held and paid by the client.
[[nodiscard]] inline QJsonValue soldTo(WireClient &client, const QString &event, const QList<qint32> &places)
{
    const EventId id = *EventId::fromString(event);
    if (!client.call(QStringLiteral("holds.acquire"), placesOf(id, places)).ok())
        qFatal("seats for tonight could not be held");
    return client.call(QStringLiteral("bookings.checkout"), checkoutOf(id, places, newKey())).at(QStringLiteral("booking"));
}

// As checkins.releaseNoShows and checkins.restore want it.
[[nodiscard]] inline QJsonObject noShowsOf(const QString &event, const QStringList &tickets, const QString &key = newKey())
{
    return {{QStringLiteral("event"), event}, {QStringLiteral("tickets"), QJsonArray::fromStringList(tickets)}, {QStringLiteral("key"), key}};
}

} // namespace parterre::testing
