// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/demohouse.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planlosses.h"

#include <QFile>
#include <QTest>

// What tests of plan readers and writers share.
namespace parterre::planfiletest {

inline QByteArray fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray dataFile(const QString &name)
{
    return fileText(QStringLiteral(PARTERRE_SOURCE_DIR "/tests/data/plans/") + name);
}

// Of other people's plans, which are not part of the project and only on some machines; empty when this one is not.
inline QByteArray realFile(const QString &name)
{
    return fileText(qEnvironmentVariable("PARTERRE_PLANS", QStringLiteral(PARTERRE_SOURCE_DIR "/../shared/plans")) + QLatin1Char('/') + name);
}

inline QList<Seat> seatsOf(const Plan &plan)
{
    QList<Seat> seats;
    forEachSeat(plan, [&seats](const Seat &seat) { seats.append(seat); });
    return seats;
}

inline QStringList labelsOf(const Plan &plan)
{
    QStringList labels;
    forEachSeat(plan, [&labels](const Seat &seat) { labels.append(seat.label); });
    return labels;
}

inline bool says(const QList<planio::RepairEntry> &report, planio::RepairKind kind, const QString &where, const QString &message)
{
    for (const planio::RepairEntry &entry : report) {
        if (entry.kind == kind && entry.where == where && entry.message.contains(message))
            return true;
    }
    for (const planio::RepairEntry &entry : report)
        qWarning().noquote() << planio::repairKindName(entry.kind) << '|' << entry.where << '|' << entry.message;
    return false;
}

inline bool mentions(const QList<planio::RepairEntry> &report, const QString &message)
{
    return std::any_of(report.begin(), report.end(), [&message](const planio::RepairEntry &entry) { return entry.message.contains(message); });
}

// The demo house, and a plan that has one of everything a plan can have.
inline Plan planOfEverything()
{
    Plan plan {.name = QStringLiteral("Everything, \"quoted\" & <angled>"), .size = {500, 400}, .focus = PlanPoint {250, 20}};
    plan.categories = {{.key = QStringLiteral("front"), .name = QStringLiteral("Front"), .color = QStringLiteral("#0072b2")},
                       {.key = QStringLiteral("front-b"), .name = QStringLiteral("Front"), .color = QStringLiteral("#e69f00")},
                       {.key = QStringLiteral("pit"), .name = QStringLiteral("Große Grube; \"tief\", مقعد"), .color = QStringLiteral("#009e73")}};
    Row first {.label = QStringLiteral("A"), .labelPosition = RowLabelPosition::Start};
    first.seats = {{.index = 0, .number = QStringLiteral("1"), .label = QStringLiteral("Stalls A 1"), .position = {10.25, 60}, .attributes = SeatAttribute::Wheelchair | SeatAttribute::StepFree},
                   {.index = 1, .number = QStringLiteral("2"), .label = QStringLiteral("Row A, the \"second\""), .position = {36.1, 60.7}, .radius = 11.5, .category = 1, .attributes = SeatAttribute::Companion, .companionOf = 0},
                   {.index = 2, .number = QStringLiteral("3"), .label = QStringLiteral("Stalls A 3"), .position = {-20, 1.0 / 3}, .externalIds = {QStringLiteral("g;1"), QStringLiteral("u 1")}, .customAttributes = {QStringLiteral("behind a pillar"), QStringLiteral("sofa & \"cushion\" <2>")}}};
    Row second {.label = QStringLiteral("A")}; // across the aisle
    second.seats = {{.index = 3, .number = QStringLiteral("4"), .label = QStringLiteral("Stalls A 4"), .position = {100, 60}}};
    Row unnamed {.label = {}, .labelPosition = RowLabelPosition::None};
    unnamed.seats = {{.index = 4, .number = QStringLiteral("L\u00e4nge"), .label = QStringLiteral("Bench"), .position = {100, 90}}};
    Table round {.label = QStringLiteral("T1"), .position = {200, 200}, .size = {60, 60}, .soldWhole = true};
    round.seats = {{.index = 5, .number = QStringLiteral("1"), .label = QStringLiteral("Table T1 Seat 1"), .position = {200, 150}}, {.index = 6, .number = QStringLiteral("2"), .label = QStringLiteral("Table T1 Seat 2"), .position = {200, 250}}};
    Table square {.label = QStringLiteral("T1"), .shape = TableShape::Rectangle, .position = {300, 200}, .size = {80, 40.5}, .rotation = 30};
    square.seats = {{.index = 7, .number = QStringLiteral("1"), .label = QStringLiteral("Table T1b Seat 1"), .position = {300, 240}, .category = 2, .customAttributes = {QStringLiteral("مدفأ")}}};
    Area pit {.name = QStringLiteral("Pit"), .outline = {{10, 300}, {200.5, 300}, {200, 390}, {10, 390}}, .category = 2, .firstPlace = 9, .capacity = 150};
    plan.sections = {{.name = QStringLiteral("Stalls"), .rows = {first, second, unnamed}, .tables = {round, square}, .areas = {pit}}, {.name = QStringLiteral("Balcony & more")}};
    Row balcony {.label = QStringLiteral("1")};
    balcony.seats = {{.index = 8, .number = QStringLiteral("1"), .label = QStringLiteral("Balcony 1 1"), .position = {400, 60}, .attributes = SeatAttribute::RestrictedView | SeatAttribute::Aisle | SeatAttribute::HouseSeat}};
    plan.sections[1].rows = {balcony};
    plan.shapes = {{.kind = ShapeKind::Stage, .position = {150, 5}, .size = {200, 30}, .fill = QStringLiteral("#cccccc"), .text = QStringLiteral("Stage"), .textPosition = {100, 15}, .textSize = 18, .textColor = QStringLiteral("#112233")},
                   {.kind = ShapeKind::Polygon, .position = {5, 6}, .rotation = 15, .points = {{0, 0}, {30, 0}, {30, 10.5}}, .border = QStringLiteral("#000000")},
                   {.kind = ShapeKind::Ellipse, .position = {450, 350}, .rotation = -20, .size = {30, 20}, .fill = QStringLiteral("#eeeeee")},
                   {.kind = ShapeKind::Rectangle, .position = {450, 300}, .rotation = 45, .size = {30, 20.5}, .fill = QStringLiteral("#eeeeee"), .border = QStringLiteral("#123456")},
                   {.kind = ShapeKind::Text, .position = {20, 20}, .rotation = 90, .text = QStringLiteral("Way out\nthis way"), .textPosition = {5, 6}, .textSize = 12}};
    return plan;
}

inline void addDemoPlans()
{
    QTest::addColumn<Plan>("plan");
    QTest::newRow("main house") << mainHousePlan();
    QTest::newRow("cinema") << studioCinemaPlan();
    QTest::newRow("cabaret") << cabaretPlan();
    QTest::newRow("everything") << planOfEverything();
}

} // namespace parterre::planfiletest
