// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/canonicaljson.h"
#include "shared/planio/planjson.h"
#include "shared/planio/planpages.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace parterre;
using namespace parterre::planio;
using namespace Qt::StringLiterals;

namespace {

// One of everything a plan can say.
Plan fullPlan()
{
    Plan plan {.name = u"Große Bühne “A”\\"_s, .size = {812.5, 600}, .focus = PlanPoint {400.25, -1.0 / 3}};
    plan.categories = {{.key = u"front"_s, .name = u"Front"_s, .color = u"#0072b2"_s}, {.key = u"back"_s, .name = u"Back"_s}};
    qint32 index = 0;
    for (int s = 0; s < 2; ++s) {
        Section section {.name = s == 0 ? u"Stalls"_s : u"مقصورة"_s};
        for (const RowLabelPosition position : {RowLabelPosition::None, RowLabelPosition::Start, RowLabelPosition::End, RowLabelPosition::Both}) {
            Row row {.label = QString(QChar(u'A' + static_cast<int>(position))), .labelPosition = position};
            for (int i = 0; i < 5; ++i, ++index) {
                row.seats.append({.index = index, .number = QString::number(i + 1), .label = u"%1 %2 %3"_s.arg(section.name, row.label).arg(i + 1),
                                  .position = {100 + i * 25.1, 40.7 * index}, .category = i % 2});
            }
            section.rows.append(row);
        }
        plan.sections.append(section);
    }
    auto &seats = plan.sections[0].rows[0].seats;
    seats[0].attributes = SeatAttribute::Wheelchair | SeatAttribute::StepFree | SeatAttribute::Aisle;
    seats[0].radius = 12.5;
    seats[1].attributes = SeatAttribute::Companion | SeatAttribute::RestrictedView | SeatAttribute::HouseSeat;
    seats[1].companionOf = 0;
    seats[2].externalIds = {u"guid-1"_s, u"7e57d004-2b97-0e7a-b45f-5387367791cd"_s};
    plan.sections.append(Section {.name = u"Empty"_s, .rows = {Row {}}});
    plan.shapes = {
        {.kind = ShapeKind::Stage, .position = {300, 0}, .size = {200, 60}, .fill = u"#222222"_s, .text = u"Stage"_s, .textPosition = {100, 30},
         .textSize = 20, .textColor = u"#ffffff"_s},
        {.kind = ShapeKind::Polygon, .position = {1, 2}, .rotation = -12.5, .points = {{0, 0}, {5, 0}, {1e-7, 7.25}}, .border = u"#00ff00"_s},
        {.kind = ShapeKind::Ellipse, .size = {3, 4}},
        {.kind = ShapeKind::Text, .text = u"Line 1\nLine 2"_s},
        {.kind = ShapeKind::Rectangle},
    };
    return plan;
}

// And of what is not a seat in a row.
Plan tabledPlan()
{
    Plan plan = fullPlan();
    qint32 index = seatCount(plan);
    Section &section = plan.sections.last();
    section.tables = {{.label = u"1"_s, .position = {50, 60}, .size = {40, 40.5}, .soldWhole = true},
                      {.label = u"2"_s, .shape = TableShape::Rectangle, .position = {150, 60}, .size = {80, 30}, .rotation = -30},
                      {.label = u"Bar “B”"_s}};
    for (Table &table : section.tables) {
        for (int i = 0; i < 4 && table.label != u"Bar “B”"_s; ++i, ++index)
            table.seats.append({.index = index, .number = QString::number(i + 1), .label = u"Table %1 %2"_s.arg(table.label).arg(i), .position = {index * 9.5, 3}});
    }
    section.areas = {{.name = u"Standing"_s, .outline = {{0, 0}, {100.25, 0}, {50, 80}}, .category = 1, .firstPlace = index, .capacity = 300},
                     {.name = u"Stehplätze"_s, .outline = {{0, 100}, {100, 100}, {50, 80}, {1, 1}}, .firstPlace = index + 300, .capacity = 1}};
    return plan;
}

// And of what a house says in words of its own.
Plan customPlan()
{
    Plan plan = tabledPlan();
    for (Seat &seat : plan.sections[0].rows[1].seats)
        seat.customAttributes = {u"Extra “legroom”"_s, u"heated"_s};
    plan.sections[0].rows[1].seats[3].customAttributes = {u"مدفأ"_s};
    plan.sections[2].tables[1].seats[0].customAttributes = {QString(40, u'x')};
    return plan;
}

QString failure(const QByteArray &document)
{
    const Result<Plan> plan = readPlan(document);
    return plan ? u"none"_s : errorKind(plan.error().code) + u" "_s + plan.error().detail;
}

QByteArray sizeOf(const QJsonObject &page)
{
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalNumbers_followRfc8785_data();
    void canonicalNumbers_followRfc8785();
    void canonicalText_escapesOnlyWhatItMust();
    void documentedExample_isReadAndHasItsHash();
    void document_comesBackAsItWas_data() { addPlans(); }
    void document_comesBackAsItWas();
    void document_isTheSameTextHoweverItWasFormatted();
    void document_isReadable();
    void document_isOfTheOldestVersionThatCanSayIt();
    void strangeCustomAttributes_areRefusedWithTheirPlace_data();
    void strangeCustomAttributes_areRefusedWithTheirPlace();
    void neighboursWithTheSameCustomAttributes_shareThem();
    void strangeTableOrArea_isRefusedWithItsPlace_data();
    void strangeTableOrArea_isRefusedWithItsPlace();
    void strangeDocument_isRefusedWithItsPlace_data();
    void strangeDocument_isRefusedWithItsPlace();
    void hash_isSha256OfTheText();
    void pages_makeThePlanAgain_data() { addPlans(); }
    void pages_makeThePlanAgain();
    void pages_areSmallEvenForOneLongRow();
    void pages_splitLongShapeLists();
    void assembler_refusesMissingAndSwappedPages_data() { addPlans(); }
    void assembler_refusesMissingAndSwappedPages();
    void assembler_refusesAnotherHash();

private:
    static void addPlans()
    {
        QTest::addColumn<Plan>("plan");
        QTest::newRow("rows") << fullPlan();
        QTest::newRow("tables and areas") << tabledPlan();
        QTest::newRow("custom attributes") << customPlan();
    }
    void refuses(const Plan &plan);
};

void TestPlanJson::canonicalNumbers_followRfc8785_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    const auto add = [](double value, const char *text) { QTest::newRow(text) << value << QByteArray(text); };
    // From appendix B of the RFC.
    add(-0.0, "0");
    add(5e-324, "5e-324");
    add(-1.7976931348623157e308, "-1.7976931348623157e+308");
    add(9007199254740992, "9007199254740992");
    add(295147905179352830000.0, "295147905179352830000");
    add(1e21, "1e+21");
    add(9.999999999999997e22, "9.999999999999997e+22");
    add(1e-6, "0.000001");
    add(9.999999999999997e-7, "9.999999999999997e-7");
    add(333333333.33333329, "333333333.3333333");
    add(-0.0000033333333333333333, "-0.0000033333333333333333");
    add(1, "1");
    add(10, "10");
    add(12.5, "12.5");
}

void TestPlanJson::canonicalNumbers_followRfc8785()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);
    QCOMPARE(canonicalJson(value), text);
}

void TestPlanJson::canonicalText_escapesOnlyWhatItMust()
{
    QCOMPARE(canonicalJson(u"\u20ac$\u000f\nA'\u0042\"\\/"_s), QByteArray("\"\u20ac$\\u000f\\nA'B\\\"\\\\/\""));
}

void TestPlanJson::documentedExample_isReadAndHasItsHash()
{
    QFile file(QStringLiteral(PARTERRE_SOURCE_DIR "/docs/plan-format.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    const qsizetype start = page.indexOf("```json\n") + 8;
    const Result<Plan> plan = readPlan(page.mid(start, page.indexOf("```", start) - start));
    QVERIFY2(plan.ok(), plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(page.contains('`' + planHash(writePlan(*plan)).toLatin1() + '`'));
}

void TestPlanJson::document_comesBackAsItWas()
{
    QFETCH(const Plan, plan);
    const Result<Plan> read = readPlan(writePlan(plan));
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(*read, plan);
}

void TestPlanJson::document_isTheSameTextHoweverItWasFormatted()
{
    const QByteArray document = writePlan(fullPlan());
    const QByteArray indented = QJsonDocument::fromJson(document).toJson(QJsonDocument::Indented);
    QVERIFY(indented != document);
    const Result<Plan> plan = readPlan(indented);
    QVERIFY(plan.ok());
    QCOMPARE(writePlan(*plan), document);
}

void TestPlanJson::document_isReadable()
{
    Plan plan {.name = u"Hall"_s, .size = {100, 50}};
    plan.categories = {{.key = u"a"_s, .name = u"A"_s}};
    plan.sections = {{.name = u"Stalls"_s, .rows = {{.label = u"F"_s, .seats = {{.number = u"12"_s, .label = u"Stalls F 12"_s, .position = {25, 10}}}}}}};
    QCOMPARE(writePlan(plan),
             QByteArray(R"({"categories":[{"key":"a","name":"A"}],"format":"parterre-plan","name":"Hall","sections":[{"name":"Stalls","rows":)"
                        R"([{"label":"F","seats":[{"category":0,"index":0,"label":"Stalls F 12","number":"12","x":25,"y":10}]}]}],)"
                        R"("size":{"height":50,"width":100},"version":1})"));
}

void TestPlanJson::document_isOfTheOldestVersionThatCanSayIt()
{
    QVERIFY(writePlan(fullPlan()).contains(R"("version":1)"));
    const QByteArray tabled = writePlan(tabledPlan());
    QVERIFY(tabled.contains(R"("version":2)"));
    QVERIFY(tabled.contains(R"("areas":[{"capacity":300,"category":1,"firstPlace":48,"name":"Standing","outline":[{"x":0,"y":0},{"x":100.25,"y":0},{"x":50,"y":80}]},)"));
    QVERIFY(tabled.contains(R"("tables":[{"height":40.5,"label":"1","seats":[{"category":0,"index":40,"label":"Table 1 0","number":"1","x":380,"y":3},)"));
    QVERIFY(tabled.contains(R"("shape":"round","soldWhole":true,"width":40,"x":50,"y":60},{"height":30,"label":"2","rotation":-30,"seats":[)"));

    QByteArray claimsMore = writePlan(fullPlan());
    claimsMore.replace(R"("version":1)", R"("version":2)");
    QVERIFY(failure(claimsMore).contains(u"version: is 2 of a plan that version 1 says all of"_s));
    QByteArray claimsLess = tabled;
    claimsLess.replace(R"("version":2)", R"("version":1)");
    QVERIFY2(failure(claimsLess).contains(u"sections[2]: unknown key \"areas\""_s), qPrintable(failure(claimsLess)));
}

void TestPlanJson::strangeCustomAttributes_areRefusedWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const QByteArray list = R"("customAttributes":["مدفأ"])";
    const QString place = u"sections[0].rows[1].seats[3].customAttributes"_s;
    const auto add = [&](const char *name, const char *to) { QTest::newRow(name) << list << R"("customAttributes":)" + QByteArray(to) << place; };
    add("text", R"("heated")");
    add("number", "[1]");
    add("empty", R"([""])");
    add("unsorted", R"(["b","a"])");
    add("twice", R"(["a","a"])");
    add("many", R"(["1","2","3","4","5","6","7","8","9"])");
    add("outer space", R"([" a"])");
    add("semicolon", R"(["a;b"])");
    QTest::newRow("version 2") << QByteArray(R"("version":3)") << QByteArray(R"("version":2)") << u"sections[0].rows[1].seats[0]: unknown key \"customAttributes\""_s;
}

void TestPlanJson::strangeCustomAttributes_areRefusedWithTheirPlace()
{
    refuses(customPlan());
}

void TestPlanJson::neighboursWithTheSameCustomAttributes_shareThem()
{
    QVERIFY(writePlan(customPlan()).contains(R"("version":3)"));
    const Result<Plan> plan = readPlan(writePlan(customPlan()));
    QVERIFY(plan.ok());
    const QList<Seat> &seats = plan->sections[0].rows[1].seats;
    QCOMPARE(seats[1].customAttributes.constData(), seats[0].customAttributes.constData());
    QVERIFY(seats[4].customAttributes == seats[0].customAttributes); // after another
}

void TestPlanJson::strangeTableOrArea_isRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *name, const char *from, const char *to, const QString &place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << place;
    };
    add("shape", R"("shape":"round")", R"("shape":"oval")", u"sections[2].tables[0].shape"_s);
    add("not whole", R"("soldWhole":true)", R"("soldWhole":false)", u"sections[2].tables[0].soldWhole"_s);
    add("table's key", R"("soldWhole":true)", R"("soldwhole":true)", u"sections[2].tables[0]: unknown key \"soldwhole\""_s);
    add("no label", R"("label":"1","seats")", R"("seats")", u"sections[2].tables[0].label: is missing"_s);
    add("seat at a table", R"("index":40,)", R"("index":41,)", u"sections[2].tables[0].seats[0].index: is 41 where 40 is due"_s);
    add("table continues", R"("soldWhole":true)", R"("soldWhole":true,"continues":true)", u"sections[2].tables[0].continues"_s);
    add("first place", R"("firstPlace":48,)", R"("firstPlace":47,)", u"sections[2].areas[0].firstPlace: is 47 where 48 is due"_s);
    add("capacity", R"("capacity":300,)", R"("capacity":0,)", u"sections[2].areas[0].capacity"_s);
    add("part of a person", R"("capacity":300,)", R"("capacity":1.5,)", u"sections[2].areas[0].capacity: expected a whole number"_s);
    add("huge", R"("capacity":300,)", R"("capacity":2147483647,)", u"has 2147483647 entries"_s);
    add("outline", R"("outline":[{"x":0,"y":0},)", R"("outline":[{"x":0},)", u"sections[2].areas[0].outline[0].y: is missing"_s);
    add("area's key", R"("capacity":300,)", R"("capacity":300,"seats":[],)", u"sections[2].areas[0]: unknown key \"seats\""_s);
    add("version 3", R"("version":2)", R"("version":3)", u"version: is 3 of a plan that version 2 says all of"_s);
    add("version 4", R"("version":2)", R"("version":4)", u"version: is not 1 to 3"_s);
    add("custom attributes", R"("index":40,)", R"("customAttributes":["heated"],"index":40,)", u"sections[2].tables[0].seats[0]: unknown key \"customAttributes\""_s);
}

void TestPlanJson::strangeTableOrArea_isRefusedWithItsPlace()
{
    refuses(tabledPlan());
}

void TestPlanJson::strangeDocument_isRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *name, const char *from, const char *to, const QString &place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << place;
    };
    add("unknown key", R"("index":3,)", R"("index":3,"colour":1,)", u"sections[0].rows[0].seats[3]: unknown key \"colour\""_s);
    add("repeated key", R"("index":3,)", R"("index":3,"\u0069ndex":3,)", u"key \"index\" twice"_s);
    add("missing key", R"("index":3,)", "", u"sections[0].rows[0].seats[3].index: is missing"_s);
    add("wrong type", R"("index":3,)", R"("index":"3",)", u"sections[0].rows[0].seats[3].index: expected a number"_s);
    add("fraction", R"("index":3,)", R"("index":3.5,)", u"sections[0].rows[0].seats[3].index: expected a whole number"_s);
    add("huge", R"("index":3,)", R"("index":1e300,)", u"sections[0].rows[0].seats[3].index: expected a whole number"_s);
    add("not valid", R"("index":3,)", R"("index":4,)", u"sections[0].rows[0].seats[3].index: is 4 where 3 is due"_s);
    add("attribute", R"(["companion")", R"(["companions")", u"sections[0].rows[0].seats[1].attributes"_s);
    add("kind", R"("kind":"ellipse")", R"("kind":"circle")", u"shapes[2].kind"_s);
    add("position", R"("labelPosition":"none")", R"("labelPosition":"left")", u"sections[0].rows[0].labelPosition"_s);
    add("format", R"("format":"parterre-plan")", R"("format":"pretix")", u"format: is not"_s);
    add("version", R"("version":1)", R"("version":0)", u"version: is not 1"_s);
    add("continues", R"("name":"Stalls")", R"("name":"Stalls","continues":true)", u"sections[0].continues"_s);
    add("size", R"("width":812.5)", R"("width":-1)", u"size.width"_s);
    add("list", R"("rows":[)", R"("rows":{},"x":[)", u"sections[0].rows: expected a list"_s);
    add("syntax", R"("rows":[)", R"("rows":[[)", u"expected a parterre-plan document"_s);
    add("root", R"({"categories")", R"([{"categories")", u"expected a parterre-plan document"_s);
}

void TestPlanJson::strangeDocument_isRefusedWithItsPlace()
{
    refuses(fullPlan());
}

void TestPlanJson::refuses(const Plan &plan)
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, place);
    QByteArray document = writePlan(plan);
    const qsizetype at = document.indexOf(from);
    QVERIFY(at >= 0);
    document.replace(at, from.size(), to);
    const QString found = failure(document);
    QVERIFY2(found.startsWith(u"file_invalid"_s) && found.contains(place), qPrintable(found));
}

void TestPlanJson::hash_isSha256OfTheText()
{
    QCOMPARE(planHash("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

void TestPlanJson::pages_makeThePlanAgain()
{
    QFETCH(const Plan, plan);
    const QString hash = planHash(writePlan(plan));
    for (const qsizetype maxBytes : {1, 200, 700, 1'500, 100'000}) {
        const QList<QJsonObject> pages = planPages(plan, maxBytes);
        QCOMPARE(pages.size() == 1, maxBytes == 100'000);
        PlanAssembler assembler;
        for (const QJsonObject &page : pages)
            QVERIFY2(assembler.add(page).ok(), sizeOf(page).constData());
        const Result<Plan> whole = assembler.finish(hash);
        QVERIFY2(whole.ok(), qPrintable(whole ? QString() : whole.error().detail));
        QCOMPARE(*whole, plan);
    }
}

void TestPlanJson::pages_areSmallEvenForOneLongRow()
{
    Plan plan {.name = u"Long"_s};
    plan.categories = {{.key = u"a"_s, .name = u"A"_s}};
    Row row {.label = u"1"_s};
    for (qint32 i = 0; i < 20'000; ++i)
        row.seats.append({.index = i, .number = QString::number(i), .label = u"Seat %1"_s.arg(i), .position = {i / 3.0, i / 7.0}});
    plan.sections = {{.name = u"One"_s, .rows = {row}}};

    const QList<QJsonObject> pages = planPages(plan);
    QVERIFY(pages.size() > 5);
    PlanAssembler assembler;
    for (const QJsonObject &page : pages) {
        QVERIFY(sizeOf(page).size() <= kPlanPageBytes);
        QVERIFY(assembler.add(page).ok());
    }
    const Result<Plan> whole = assembler.finish(planHash(writePlan(plan)));
    QVERIFY(whole.ok());
    QCOMPARE(*whole, plan);
}

void TestPlanJson::pages_splitLongShapeLists()
{
    Plan plan {.name = u"Shapes"_s};
    plan.shapes = QList<Shape>(900, Shape {.kind = ShapeKind::Polygon, .points = QList<PlanPoint>(100, {1.0 / 3, 2.0 / 3})});
    const QList<QJsonObject> pages = planPages(plan);
    QVERIFY(pages.size() > 5);
    PlanAssembler assembler;
    for (const QJsonObject &page : pages) {
        QVERIFY(sizeOf(page).size() <= kPlanPageBytes);
        QVERIFY(assembler.add(page).ok());
    }
    const Result<Plan> whole = assembler.finish();
    QVERIFY(whole.ok());
    QCOMPARE(*whole, plan);
}

void TestPlanJson::assembler_refusesMissingAndSwappedPages()
{
    QFETCH(const Plan, plan);
    const QString hash = planHash(writePlan(plan));
    QList<QJsonObject> pages = planPages(plan, 700);
    QVERIFY(pages.size() > 4);
    const auto assembles = [&hash](const QList<QJsonObject> &list) {
        PlanAssembler assembler;
        for (const QJsonObject &page : list) {
            if (!assembler.add(page))
                return false;
        }
        return assembler.finish(hash).ok();
    };
    QVERIFY(assembles(pages));
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QList<QJsonObject> missing = pages;
        missing.removeAt(i);
        QVERIFY(!assembles(missing));
        if (i > 0) {
            QList<QJsonObject> swapped = pages;
            swapped.swapItemsAt(i, i - 1);
            QVERIFY(!assembles(swapped));
        }
    }
    QVERIFY(!assembles({}));
}

void TestPlanJson::assembler_refusesAnotherHash()
{
    PlanAssembler assembler;
    QVERIFY(assembler.add(planPages(fullPlan()).constFirst()).ok());
    const Result<Plan> plan = assembler.finish(QString(64, u'0'));
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().code, ErrorCode::FileInvalid);
}

QTEST_APPLESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
