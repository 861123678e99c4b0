// SPDX-License-Identifier: GPL-3.0-or-later
#include "serieserrors.h"

#include "tests/support/eventparams.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

const QString kFirstStart = QStringLiteral("2030-12-06T18:30:00.000Z"); // as seriesIn() has it

WireReply creates(const World &world, const QJsonObject &series)
{
    return world.house.visitor(Role::Manager)->call(u"events.createSeries"_s, series);
}

WireReply expands(const World &world, const QJsonObject &series)
{
    return world.house.visitor(Role::Manager)->call(u"events.expand"_s, expansionOf(series));
}

QJsonObject elsewhereIn(const TestHouse &house)
{
    const QJsonObject series = seriesIn(house, newKey());
    return with(series, u"definition"_s, with(series.value(u"definition"_s).toObject(), u"plan"_s, kNobody));
}

// An override of a date that the rule does not name.
QJsonObject strayIn(const TestHouse &house)
{
    return with(seriesIn(house, newKey()), u"overrides"_s, QJsonArray {QJsonObject {{u"date"_s, u"2030-12-08T19:30:00"_s}, {u"name"_s, u"Never"_s}}});
}

// A series that there is, perhaps without any prices.
QString madeIn(const World &world, bool isFree = false)
{
    QJsonObject series = seriesIn(world.house, newKey());
    if (isFree)
        series = with(series, u"definition"_s, with(series.value(u"definition"_s).toObject(), u"prices"_s, QJsonArray()));
    return creates(world, series).ok() ? series.value(u"series"_s).toString() : QString();
}

WireReply updates(const World &world, const QString &series, const QJsonObject &after)
{
    return world.house.visitor(Role::Manager)->call(u"events.updateSeries"_s, {{u"series"_s, series}, {u"before"_s, definitionIn(world.house)}, {u"after"_s, after}});
}

WireReply publishes(const World &world, const QString &series)
{
    return world.house.visitor(Role::Manager)->call(u"events.setSeriesState"_s, {{u"series"_s, series}, {u"state"_s, u"published"_s}});
}

// A ticket of its first date.
bool sells(const World &world, const QString &series)
{
    const auto clerk = world.house.visitor(Role::Clerk);
    if (!publishes(world, series).ok())
        return false;
    const auto event = EventId::fromString(clerk->call(u"events.search"_s, {{u"series"_s, series}}).at(u"events.0.id"_s).toString());
    return event && clerk->call(u"holds.acquire"_s, placesOf(*event, {0})).ok() && clerk->call(u"bookings.checkout"_s, checkoutOf(*event, {0}, newKey())).ok();
}

} // namespace

QList<Provocation> seriesRows()
{
    QList<Provocation> rows {
        {"events.createSeries", ErrorCode::NotFound, [](World &world) { return creates(world, elsewhereIn(world.house)); }},
        {"events.createSeries", ErrorCode::AlreadyExists, [](World &world) {
             const QString id = newKey();
             return creates(world, seriesIn(world.house, id)).ok() ? creates(world, seriesIn(world.house, id, u"FREQ=DAILY;COUNT=2"_s)) : WireReply();
         }},
        {"events.createSeries", ErrorCode::EventInvalid, [](World &world) { return creates(world, strayIn(world.house)); }},
        {"events.updateSeries", ErrorCode::NotFound, [](World &world) { return updates(world, newKey(), definitionIn(world.house)); }},
        {"events.updateSeries", ErrorCode::EventInvalid, [](World &world) {
             const QJsonObject definition = definitionIn(world.house);
             return updates(world, madeIn(world), withRule(definition, u"holdTime"_s, 1));
         }},
        {"events.updateSeries", ErrorCode::EventInUse, [](World &world) {
             const QString series = madeIn(world);
             return sells(world, series) ? updates(world, series, with(definitionIn(world.house), u"currency"_s, u"CHF"_s)) : WireReply();
         }},
        {"events.setSeriesState", ErrorCode::NotFound, [](World &world) { return publishes(world, newKey()); }},
        {"events.seriesSales", ErrorCode::NotFound, [](World &world) {
             return world.house.visitor(Role::Manager)->call(u"events.seriesSales"_s, {{u"series"_s, newKey()}, {u"from"_s, kFirstStart}});
         }},
        {"events.cancelSeries", ErrorCode::NotFound, [](World &world) {
             return world.house.visitor(Role::Manager)->call(u"events.cancelSeries"_s, {{u"series"_s, newKey()}, {u"from"_s, kFirstStart}, {u"reason"_s, u"Fire"_s}});
         }},
        {"events.setSeriesState", ErrorCode::EventInvalid, [](World &world) { return publishes(world, madeIn(world, true)); }},
        {"events.expand", ErrorCode::NotFound, [](World &world) { return expands(world, elsewhereIn(world.house)); }},
        {"events.expand", ErrorCode::EventInvalid, [](World &world) { return expands(world, strayIn(world.house)); }},
    };
    const QList<std::pair<QString, ErrorCode>> rules {{u"every friday"_s, ErrorCode::RuleUnreadable},
                                                      {u"FREQ=DAILY"_s, ErrorCode::RuleEndless},
                                                      {u"FREQ=DAILY;UNTIL=20301201"_s, ErrorCode::NoDates},
                                                      {u"FREQ=DAILY;COUNT=401"_s, ErrorCode::TooManyDates},
                                                      {u"FREQ=YEARLY;COUNT=9"_s, ErrorCode::DatesTooFar}};
    for (const auto &[rule, error] : rules) {
        rows.append({"events.expand", error, [rule = rule](World &world) { return expands(world, seriesIn(world.house, newKey(), rule)); }});
        rows.append({"events.createSeries", error, [rule = rule](World &world) { return creates(world, seriesIn(world.house, newKey(), rule)); }});
    }
    return rows;
}

} // namespace parterre::testing
