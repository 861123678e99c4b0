// SPDX-License-Identifier: GPL-3.0-or-later
#include "simplan.h"

namespace parterre::simulation {

using namespace Qt::StringLiterals;

namespace {

// A table that is sold whole where the number of places is even, a row, and an area.
PlaceGroups groupsOf(int places, bool keepsTables)
{
    const int atTable = places % 2 != 0 ? 0 : places < 10 ? 2 : 3;
    const int seated = std::min(places, kFirstStanding);
    Section front;
    if (atTable > 0)
        front.tables = {{.soldWhole = keepsTables, .seats = QList<Seat>(atTable)}};
    Section house {.rows = {{.seats = QList<Seat>(seated - atTable)}}};
    if (places > seated)
        house.areas = {{.firstPlace = seated, .capacity = places - seated}};
    return PlaceGroups(Plan {.sections = {front, house}});
}

std::shared_ptr<const services::PlanFacts> makePlan(int seats, bool keepsTables)
{
    services::PlanFacts facts {.ref = {.version = 1, .hash = QString::number(seats)}, .categoryKeys = {u"front"_s, u"rear"_s}, .categoryNames = {u"Front"_s, u"Rear"_s}};
    for (int place = 0; place < seats; ++place) {
        facts.labels.append(QString::number(place + 1));
        facts.categories.push_back(isFront(place) ? 0 : 1);
    }
    facts.groups = groupsOf(seats, keepsTables);
    return std::make_shared<services::PlanFacts>(std::move(facts));
}

} // namespace

std::shared_ptr<const services::PlanFacts> planOf(int seats, SaleMistake mistake)
{
    thread_local std::array<std::shared_ptr<const services::PlanFacts>, kMostSeats + 1> plans;
    if (mistake == SaleMistake::TableBySeat)
        return makePlan(seats, false);
    auto &plan = plans[std::size_t(seats)];
    if (!plan)
        plan = makePlan(seats, true);
    return plan;
}

QList<qint32> cutTables(const Show &show, const QList<qint32> &places)
{
    return planOf(show.seats)->groups.cutTables(places);
}

} // namespace parterre::simulation
