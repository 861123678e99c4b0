// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/planvalidation.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

Plan soundPlan()
{
    Plan plan {.name = u"Hall"_s, .size = {400, 300}, .focus = PlanPoint {200, 0}};
    plan.categories = {{.key = u"a"_s, .name = u"A"_s, .color = u"#0072b2"_s}, {.key = u"b"_s, .name = u"B"_s, .color = u"#E69F00"_s}};
    Row row {.label = u"1"_s};
    for (qint32 i = 0; i < 4; ++i) {
        row.seats.append({.index = i, .number = QString::number(i + 1), .label = u"Stalls 1 %1"_s.arg(i + 1),
                          .position = {i * 25.0, 100}, .category = i % 2, .externalIds = {u"same"_s}});
    }
    row.seats[0].attributes = SeatAttribute::Wheelchair;
    row.seats[1].attributes = SeatAttribute::Companion;
    row.seats[1].companionOf = 0;
    row.seats[1].customAttributes = {u"extra legroom"_s, u"sofa"_s, u"مدفأ"_s};
    Table table {.label = u"7"_s, .soldWhole = true};
    for (qint32 i = 4; i < 6; ++i)
        table.seats.append({.index = i, .number = QString::number(i - 3), .label = u"Table 7 %1"_s.arg(i - 3), .position = {i * 25.0, 200}});
    plan.sections = {{.name = u"Stalls"_s,
                      .rows = {row},
                      .tables = {table},
                      .areas = {{.name = u"Standing"_s, .outline = {{0, 0}, {9, 0}, {9, 9}}, .firstPlace = 8, .capacity = 40}}},
                     {.name = u"Balcony"_s, .rows = {{.seats = {{.index = 6, .number = u"1"_s, .label = u"Standing 41"_s}, {.index = 7, .number = u"2"_s, .label = u"Standing 040"_s}}}},
                      .areas = {{.name = u"Standing 4"_s, .outline = {{0, 0}, {9, 0}, {9, 9}}, .category = 1, .firstPlace = 48, .capacity = 1}}}};
    plan.shapes = {{.kind = ShapeKind::Polygon, .points = {{0, 0}, {10, 0}, {0, -10}}, .fill = u"#cccccc"_s, .text = u"two\nlines"_s}};
    return plan;
}

using Spoil = std::function<void(Plan &)>;

Seat &seat(Plan &plan, qsizetype i)
{
    return plan.sections[0].rows[0].seats[i];
}

Table &table(Plan &plan)
{
    return plan.sections[0].tables[0];
}

Area &area(Plan &plan)
{
    return plan.sections[0].areas[0];
}

} // namespace

class TestPlanValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundPlanHasNoProblem();
    void emptyPlanMissesItsNameOnly();
    void oneFaultIsOneProblemWithItsPlace_data();
    void oneFaultIsOneProblemWithItsPlace();
    void listOfProblemsIsBounded();
};

void TestPlanValidation::soundPlanHasNoProblem()
{
    QVERIFY(validatePlan(soundPlan()).isEmpty());
}

void TestPlanValidation::emptyPlanMissesItsNameOnly()
{
    const auto problems = validatePlan(Plan {});
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].where, u"name"_s);
}

void TestPlanValidation::oneFaultIsOneProblemWithItsPlace_data()
{
    using Code = PlanProblemCode;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<PlanProblemCode>("code");
    QTest::addColumn<QString>("where");
    const auto add = [](const char *name, Code code, const QString &where, Spoil spoil) { QTest::newRow(name) << spoil << code << where; };
    const auto seatPlace = [](int i, const char *key) { return u"sections[0].rows[0].seats[%1].%2"_s.arg(i).arg(QLatin1StringView(key)); };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    add("plan name", Code::TextTooLong, u"name"_s, [](Plan &p) { p.name = QString(201, u'x'); });
    add("plan width", Code::NumberOutOfRange, u"size.width"_s, [](Plan &p) { p.size.x = -1; });
    add("focus", Code::NumberOutOfRange, u"focus.y"_s, [](Plan &p) { p.focus = PlanPoint {0, nan}; });
    add("index", Code::IndexOutOfOrder, seatPlace(2, "index"), [](Plan &p) { seat(p, 2).index = 7; });
    add("label empty", Code::TextMissing, seatPlace(2, "label"), [](Plan &p) { seat(p, 2).label.clear(); });
    add("label repeated", Code::LabelRepeated, seatPlace(3, "label"), [](Plan &p) { seat(p, 3).label = seat(p, 2).label; });
    add("label control", Code::TextInvalid, seatPlace(3, "label"), [](Plan &p) { seat(p, 3).label = u"a\tb"_s; });
    add("label surrogate", Code::TextInvalid, seatPlace(3, "label"), [](Plan &p) { seat(p, 3).label = QChar(0xd800); });
    add("number empty", Code::TextMissing, seatPlace(0, "number"), [](Plan &p) { seat(p, 0).number.clear(); });
    add("x far", Code::NumberOutOfRange, seatPlace(1, "position.x"), [](Plan &p) { seat(p, 1).position.x = 1.1e6; });
    add("y infinite", Code::NumberOutOfRange, seatPlace(1, "position.y"),
        [](Plan &p) { seat(p, 1).position.y = -std::numeric_limits<double>::infinity(); });
    add("radius zero", Code::NumberOutOfRange, seatPlace(1, "radius"), [](Plan &p) { seat(p, 1).radius = 0; });
    add("radius nan", Code::NumberOutOfRange, seatPlace(1, "radius"), [](Plan &p) { seat(p, 1).radius = nan; });
    add("category", Code::UnknownCategory, seatPlace(1, "category"), [](Plan &p) { seat(p, 1).category = 2; });
    add("category below", Code::UnknownCategory, seatPlace(1, "category"), [](Plan &p) { seat(p, 1).category = -1; });
    add("companion", Code::UnknownCompanion, seatPlace(1, "companionOf"), [](Plan &p) { seat(p, 1).companionOf = 99; });
    add("companion of a seat", Code::UnknownCompanion, seatPlace(1, "companionOf"), [](Plan &p) { seat(p, 1).companionOf = 2; });
    add("ids", Code::TooMany, seatPlace(1, "externalIds"), [](Plan &p) { seat(p, 1).externalIds = QStringList(9, u"x"_s); });
    add("id long", Code::TextTooLong, seatPlace(1, "externalIds"), [](Plan &p) { seat(p, 1).externalIds = {QString(201, u'x')}; });
    add("custom attributes", Code::TooMany, seatPlace(1, "customAttributes"), [](Plan &p) { seat(p, 1).customAttributes = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s}; });
    add("custom attribute long", Code::TextTooLong, seatPlace(1, "customAttributes"), [](Plan &p) { seat(p, 1).customAttributes = {QString(41, u'x')}; });
    add("custom attribute empty", Code::TextMissing, seatPlace(1, "customAttributes"), [](Plan &p) { seat(p, 1).customAttributes = {QString()}; });
    add("custom attribute with a comma", Code::TextInvalid, seatPlace(1, "customAttributes"), [](Plan &p) { seat(p, 1).customAttributes = {u"a, b"_s}; });
    add("custom attribute twice", Code::CustomAttributesUnsorted, seatPlace(1, "customAttributes"), [](Plan &p) { seat(p, 1).customAttributes = {u"a"_s, u"a"_s}; });
    add("custom attributes unsorted", Code::CustomAttributesUnsorted, seatPlace(1, "customAttributes"), [](Plan &p) { seat(p, 1).customAttributes = {u"b"_s, u"a"_s}; });
    add("category key", Code::CategoryKeyRepeated, u"categories[1].key"_s, [](Plan &p) { p.categories[1].key = u"a"_s; });
    add("category name", Code::TextMissing, u"categories[1].name"_s, [](Plan &p) { p.categories[1].name.clear(); });
    add("category color", Code::ColorInvalid, u"categories[1].color"_s, [](Plan &p) { p.categories[1].color = u"#12345g"_s; });
    add("section name", Code::TextMissing, u"sections[0].name"_s, [](Plan &p) { p.sections[0].name.clear(); });
    add("row label", Code::TextTooLong, u"sections[0].rows[0].label"_s, [](Plan &p) { p.sections[0].rows[0].label = QString(61, u'A'); });
    add("sections", Code::TooMany, u"sections"_s, [](Plan &p) { p.sections.append(QList<Section>(PlanLimits::kSections, Section {.name = u"S"_s})); });
    add("rows", Code::TooMany, u"sections[].rows"_s, [](Plan &p) { p.sections[0].rows.append(QList<Row>(PlanLimits::kRows)); });
    add("table label", Code::TextMissing, u"sections[0].tables[0].label"_s, [](Plan &p) { table(p).label.clear(); });
    add("table width", Code::NumberOutOfRange, u"sections[0].tables[0].width"_s, [](Plan &p) { table(p).size.x = -1; });
    add("table rotation", Code::NumberOutOfRange, u"sections[0].tables[0].rotation"_s, [nan](Plan &p) { table(p).rotation = nan; });
    add("table position", Code::NumberOutOfRange, u"sections[0].tables[0].position.y"_s, [](Plan &p) { table(p).position.y = 2e6; });
    add("table's seat", Code::UnknownCategory, u"sections[0].tables[0].seats[1].category"_s, [](Plan &p) { table(p).seats[1].category = 9; });
    add("table's index", Code::IndexOutOfOrder, u"sections[0].tables[0].seats[1].index"_s, [](Plan &p) { table(p).seats[1].index = 9; });
    add("tables", Code::TooMany, u"sections[].rows"_s, [](Plan &p) { p.sections[0].tables.append(QList<Table>(PlanLimits::kRows, Table {.label = u"T"_s})); });
    add("area name", Code::TextMissing, u"sections[0].areas[0].name"_s, [](Plan &p) { area(p).name.clear(); });
    add("area name repeated", Code::LabelRepeated, u"sections[1].areas[0].name"_s, [](Plan &p) { p.sections[1].areas[0].name = area(p).name; area(p).name = u"Standing"_s; });
    add("area's place", Code::LabelRepeated, u"sections[0].areas[0].name"_s, [](Plan &p) { seat(p, 2).label = u"Standing 40"_s; });
    add("area outline", Code::OutlineInvalid, u"sections[0].areas[0].outline"_s, [](Plan &p) { area(p).outline.resize(2); });
    add("area corner", Code::NumberOutOfRange, u"sections[0].areas[0].outline.x"_s, [nan](Plan &p) { area(p).outline[1].x = nan; });
    add("area corners", Code::TooMany, u"sections[0].areas[0].outline"_s, [](Plan &p) { area(p).outline.resize(PlanLimits::kAreaPoints + 1); });
    add("area category", Code::UnknownCategory, u"sections[0].areas[0].category"_s, [](Plan &p) { area(p).category = -1; });
    add("area's first place", Code::IndexOutOfOrder, u"sections[1].areas[0].firstPlace"_s, [](Plan &p) { p.sections[1].areas[0].firstPlace = 47; });
    add("area for nobody", Code::NumberOutOfRange, u"sections[1].areas[0].capacity"_s, [](Plan &p) { p.sections[1].areas[0].capacity = 0; });
    add("area for too many", Code::TooMany, u"sections"_s, [](Plan &p) { p.sections[1].areas[0].capacity = kMaxPlanSeats; });
    add("areas", Code::TooMany, u"sections[].areas"_s, [](Plan &p) {
        for (qint32 i = 0; i < PlanLimits::kAreas; ++i)
            p.sections[1].areas.append({.name = u"A%1"_s.arg(i), .outline = area(p).outline, .firstPlace = 49 + i, .capacity = 1});
    });
    add("shapes", Code::TooMany, u"shapes"_s, [](Plan &p) { p.shapes.append(QList<Shape>(PlanLimits::kShapes)); });
    add("shape points", Code::TooMany, u"shapes[0].points"_s, [](Plan &p) { p.shapes[0].points.resize(PlanLimits::kShapePoints + 1); });
    add("shape point", Code::NumberOutOfRange, u"shapes[0].points.x"_s, [](Plan &p) { p.shapes[0].points[1].x = 2e6; });
    add("shape fill", Code::ColorInvalid, u"shapes[0].fill"_s, [](Plan &p) { p.shapes[0].fill = u"red"_s; });
    add("shape size", Code::NumberOutOfRange, u"shapes[0].width"_s, [](Plan &p) { p.shapes[0].size.x = -3; });
    add("shape rotation", Code::NumberOutOfRange, u"shapes[0].rotation"_s, [](Plan &p) { p.shapes[0].rotation = 361; });
    add("shape text", Code::TextTooLong, u"shapes[0].text"_s, [](Plan &p) { p.shapes[0].text = QString(501, u'x'); });
}

void TestPlanValidation::oneFaultIsOneProblemWithItsPlace()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const PlanProblemCode, code);
    QFETCH(const QString, where);
    Plan plan = soundPlan();
    spoil(plan);
    const auto problems = validatePlan(plan);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].code, code);
    QCOMPARE(problems[0].where, where);
    QVERIFY(!problems[0].message.isEmpty());
}

void TestPlanValidation::listOfProblemsIsBounded()
{
    Plan plan = soundPlan();
    plan.sections[0].rows[0].seats.append(QList<Seat>(5'000));
    QCOMPARE(validatePlan(plan).size(), kMaxPlanProblems);
}

QTEST_APPLESS_MAIN(TestPlanValidation)
#include "tst_planvalidation.moc"
