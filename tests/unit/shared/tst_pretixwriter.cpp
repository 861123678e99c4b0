// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/pretixwriter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace parterre;
using namespace parterre::planio;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What the format's published schema says of one kind of object: key -> type ("s" text, "n" number, "i" whole number,
// "a" list, "o" object, "0" may be null, "!" required).
using Fields = QHash<QString, QByteArray>;

const Fields kPlan {{u"name"_s, "s!"}, {u"size"_s, "o!"}, {u"categories"_s, "a!"}, {u"zones"_s, "a!"}};
const Fields kSize {{u"width"_s, "i!"}, {u"height"_s, "i!"}};
const Fields kCategory {{u"name"_s, "s!"}, {u"color"_s, "s"}};
const Fields kZone {{u"name"_s, "s"}, {u"zone_id"_s, "s"}, {u"uuid"_s, "s"}, {u"position"_s, "o!"}, {u"rows"_s, "a!"}, {u"areas"_s, "a"}};
const Fields kRow {{u"row_number"_s, "s!"}, {u"row_label"_s, "s0"}, {u"seat_label"_s, "s0"}, {u"row_number_position"_s, "s0"}, {u"position"_s, "o"}, {u"uuid"_s, "s"}, {u"seats"_s, "a!"}};
const Fields kSeat {{u"seat_guid"_s, "s!"}, {u"seat_number"_s, "s!"}, {u"position"_s, "o!"}, {u"category"_s, "s!"}, {u"radius"_s, "i"}, {u"start_direction"_s, "s0"}, {u"uuid"_s, "s"}};
const Fields kArea {{u"shape"_s, "s"}, {u"position"_s, "o"}, {u"rotation"_s, "n"}, {u"color"_s, "s"}, {u"border_color"_s, "s"}, {u"uuid"_s, "s"},
                    {u"rectangle"_s, "o"}, {u"circle"_s, "o"}, {u"ellipse"_s, "o"}, {u"polygon"_s, "o"}, {u"text"_s, "o"}};
const Fields kText {{u"text"_s, "s!"}, {u"position"_s, "o!"}, {u"color"_s, "s"}, {u"size"_s, "i"}};
const Fields kPoint {{u"x"_s, "n!"}, {u"y"_s, "n!"}};

bool isOfType(const QJsonValue &value, const QByteArray &type)
{
    const bool whole = value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    return (value.isString() && type.contains('s')) || (value.isDouble() && type.contains('n')) || (whole && type.contains('i')) || (value.isArray() && type.contains('a'))
        || (value.isObject() && type.contains('o')) || (value.isNull() && type.contains('0'));
}

// The first thing that is against the schema; empty: nothing is.
QString against(const QJsonValue &value, const Fields &fields, const QString &where)
{
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!fields.contains(it.key()) || !isOfType(it.value(), fields.value(it.key())))
            return where + u'.' + it.key();
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value().contains('!') && !object.contains(it.key()))
            return where + u'.' + it.key() + u" is missing"_s;
    }
    return {};
}

void checkArea(const QJsonObject &area, QStringList &faults)
{
    faults << against(area, kArea, u"area"_s) << against(area[u"position"], kPoint, u"area.position"_s);
    const QString shape = area[u"shape"].toString();
    if (shape == "rectangle"_L1)
        faults << against(area[u"rectangle"], kSize, u"rectangle"_s);
    else if (shape == "circle"_L1)
        faults << against(area[u"circle"], {{u"radius"_s, "i!"}}, u"circle"_s);
    else if (shape == "ellipse"_L1)
        faults << against(area[u"ellipse"][u"radius"], kPoint, u"ellipse.radius"_s);
    else if (shape == "polygon"_L1) {
        const QJsonArray points = area[u"polygon"][u"points"].toArray();
        for (const QJsonValue &point : points)
            faults << against(point, kPoint, u"polygon.points"_s);
    } else if (shape != "text"_L1)
        faults << u"area.shape is "_s + shape;
    if (area.contains(u"text"_s))
        faults << against(area[u"text"], kText, u"text"_s) << against(area[u"text"][u"position"], kPoint, u"text.position"_s);
}

// Every value against the published schema, and what it cannot say: categories are listed, guids are the only ones.
QStringList faultsOf(const QByteArray &file, bool uniqueGuids)
{
    const QJsonObject plan = QJsonDocument::fromJson(file).object();
    QStringList faults {against(plan, kPlan, u"plan"_s), against(plan[u"size"], kSize, u"size"_s)};
    QSet<QString> categories, guids;
    const QJsonArray list = plan[u"categories"].toArray(), zones = plan[u"zones"].toArray();
    for (const QJsonValue &category : list) {
        faults << against(category, kCategory, u"category"_s);
        categories.insert(category[u"name"].toString());
    }
    for (const QJsonValue &zone : zones) {
        faults << against(zone, kZone, u"zone"_s) << against(zone[u"position"], kPoint, u"zone.position"_s);
        const QJsonArray areas = zone[u"areas"].toArray(), rows = zone[u"rows"].toArray();
        for (const QJsonValue &area : areas)
            checkArea(area.toObject(), faults);
        for (const QJsonValue &row : rows) {
            faults << against(row, kRow, u"row"_s) << against(row[u"position"], kPoint, u"row.position"_s);
            const QJsonArray seats = row[u"seats"].toArray();
            for (const QJsonValue &seat : seats) {
                faults << against(seat, kSeat, u"seat"_s) << against(seat[u"position"], kPoint, u"seat.position"_s);
                const QString guid = seat[u"seat_guid"].toString();
                if (!categories.contains(seat[u"category"].toString()) || (uniqueGuids && guids.contains(guid)))
                    faults << u"seat "_s + guid;
                guids.insert(guid);
            }
        }
    }
    faults.removeAll(QString());
    faults.removeDuplicates();
    return faults;
}

// As the schema's whole numbers leave it.
Plan rounded(Plan plan)
{
    plan.size = {std::ceil(plan.size.x), std::ceil(plan.size.y)};
    for (Shape &shape : plan.shapes) {
        if (shape.kind == ShapeKind::Rectangle)
            shape.size = {std::round(shape.size.x), std::round(shape.size.y)};
        shape.textSize = std::max(1.0, std::round(shape.textSize));
    }
    for (Section &section : plan.sections) {
        for (Row &row : section.rows) {
            for (Seat &seat : row.seats)
                seat.radius = std::max(1.0, std::round(seat.radius));
        }
    }
    return plan;
}

bool tells(const ExportResult &result, const QString &where, const QString &message)
{
    for (const RepairEntry &entry : result.report) {
        if (entry.where == where && entry.message.contains(message))
            return true;
    }
    for (const RepairEntry &entry : result.report)
        qWarning().noquote() << entry.where << entry.message;
    return false;
}

Plan smallPlan()
{
    Plan plan {.name = u"Hall"_s, .size = {300, 200}};
    plan.categories = {{.key = u"front"_s, .name = u"Front"_s, .color = u"#0072b2"_s}};
    Row row {.label = u"3"_s};
    row.seats = {{.index = 0, .number = u"7"_s, .label = u"Balcony Row 3 Seat 7"_s, .position = {10.5, 20}}, {.index = 1, .number = u"8"_s, .label = u"Balcony Row 3 Seat 8"_s, .position = {35.5, 20}}};
    plan.sections = {{.name = u"Balcony"_s, .rows = {row}}};
    return plan;
}

} // namespace

class TestPretixWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_comesBackAsTheSamePlan_data();
    void file_comesBackAsTheSamePlan();
    void labelTemplates_areFound();
    void seatWithoutIds_isCalledByItsLabelAndStaysWithout();
    void everythingTheFormatLacks_isTold();
    void equalCategoryNames_stayTwoCategories();
    void demoPlan_keepsEverySeat_data();
    void demoPlan_keepsEverySeat();
};

void TestPretixWriter::file_comesBackAsTheSamePlan_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("uniqueGuids");
    const QDir own(QStringLiteral(PARTERRE_SOURCE_DIR "/tests/data/plans"));
    for (const QString &name : own.entryList({u"*.json"_s}))
        QTest::newRow(qPrintable(name)) << own.filePath(name) << false;
    const QDir real(qEnvironmentVariable("PARTERRE_PLANS", QStringLiteral(PARTERRE_SOURCE_DIR "/../shared/plans")) + "/pretix"_L1); // licences keep them out
    for (const QString &name : real.entryList({u"*.json"_s}))
        QTest::newRow(qPrintable(name)) << real.filePath(name) << name.startsWith("riethsport"_L1);
}

void TestPretixWriter::file_comesBackAsTheSamePlan()
{
    QFETCH(const QString, path);
    QFETCH(const bool, uniqueGuids);
    const Result<ImportResult> first = readPretixPlan(fileText(path));
    QVERIFY(first.ok());
    const ExportResult written = writePretixPlan(first->plan);
    QCOMPARE(faultsOf(written.file, uniqueGuids), QStringList());
    const Result<ImportResult> again = readPretixPlan(written.file);
    QVERIFY(again.ok());
    Plan expected = rounded(first->plan);
    if (expected.focus && again->plan.focus && std::hypot(expected.focus->x - again->plan.focus->x, expected.focus->y - again->plan.focus->y) <= 0.5)
        expected.focus = again->plan.focus; // guessed from the rounded stage
    QCOMPARE(writePlan(again->plan), writePlan(expected));
    QCOMPARE(written.report.isEmpty(), expected == first->plan);
    QCOMPARE(writePretixPlan(again->plan).file, written.file);
}

void TestPretixWriter::labelTemplates_areFound()
{
    const ExportResult written = writePretixPlan(smallPlan());
    const QJsonValue row = QJsonDocument::fromJson(written.file)[u"zones"][0][u"rows"][0];
    QCOMPARE(row[u"row_label"].toString(), u"Row %s"_s);
    QCOMPARE(row[u"seat_label"].toString(), u"Seat %s"_s);
    QVERIFY2(written.report.isEmpty(), qPrintable(written.report.value(0).message));
    Plan plan = smallPlan();
    plan.sections[0].rows[0].seats[0].label = u"Balcony 37"_s;
    plan.sections[0].rows[0].seats[1].label = u"Balcony 38"_s;
    QVERIFY(writePretixPlan(plan).report.isEmpty());
    plan.sections[0].rows[0].seats[1].label = u"My own"_s;
    QVERIFY(tells(writePretixPlan(plan), u"sections[0].rows[0].seats[1]"_s, u"\"My own\" will be read as"_s));
}

void TestPretixWriter::seatWithoutIds_isCalledByItsLabelAndStaysWithout()
{
    const ExportResult written = writePretixPlan(smallPlan());
    QCOMPARE(QJsonDocument::fromJson(written.file)[u"zones"][0][u"rows"][0][u"seats"][1][u"seat_guid"].toString(), u"Balcony Row 3 Seat 8"_s);
    const Result<ImportResult> again = readPretixPlan(written.file);
    QVERIFY(again.ok());
    QCOMPARE(again->plan, smallPlan());
}

void TestPretixWriter::everythingTheFormatLacks_isTold()
{
    Plan plan = smallPlan();
    plan.focus = PlanPoint {150, 10};
    plan.size.x = 300.5;
    plan.categories[0].key = u"vip"_s;
    Row &row = plan.sections[0].rows[0];
    row.seats[0].attributes = SeatAttribute::Wheelchair;
    row.seats[1].customAttributes = {u"heated"_s};
    row.seats[1].companionOf = 0;
    row.seats[1].radius = 11.5;
    row.seats[0].externalIds = {u"a"_s, u"b"_s, u"c"_s};
    Table table {.label = u"T"_s, .shape = TableShape::Rectangle, .position = {100, 100}, .size = {40, 20}, .rotation = 30, .soldWhole = true};
    table.seats = {{.index = 2, .number = u"1"_s, .label = u"Balcony T 1"_s, .position = {100, 130}}};
    plan.sections[0].tables = {table};
    plan.sections[0].areas = {{.name = u"Pit"_s, .outline = {{0, 0}, {90, 0}, {90, 60}}, .firstPlace = 3, .capacity = 40}};
    plan.shapes = {{.kind = ShapeKind::Stage, .position = {5, 5}, .size = {30.4, 10}, .text = u"Two\nlines"_s}};

    const ExportResult written = writePretixPlan(plan);
    QCOMPARE(faultsOf(written.file, true), QStringList());
    QVERIFY(tells(written, u"size"_s, u"301 x 200"_s));
    QVERIFY(tells(written, u"focus"_s, u"look at"_s));
    QVERIFY(tells(written, u"categories[0]"_s, u"\"vip\""_s));
    QVERIFY(tells(written, u"sections[0].rows[0].seats[0]"_s, u"attributes"_s));
    QVERIFY(tells(written, u"sections[0].rows[0].seats[0]"_s, u"ids"_s));
    QVERIFY(tells(written, u"sections[0].rows[0].seats[1]"_s, u"custom attributes"_s));
    QVERIFY(tells(written, u"sections[0].rows[0].seats[1]"_s, u"companion"_s));
    QVERIFY(tells(written, u"sections[0].rows[0].seats[1]"_s, u"size of a seat"_s));
    QVERIFY(tells(written, u"sections[0].tables[0]"_s, u"\"T\" will be read as a row, which is not sold whole"_s));
    QVERIFY(tells(written, u"sections[0].areas[0]"_s, u"\"Pit\" for 40 people"_s));
    QVERIFY(tells(written, u"shapes[0]"_s, u"stage"_s));
    QVERIFY(tells(written, u"shapes[0]"_s, u"text of a shape"_s));

    // The table's top is drawn round its centre.
    const Result<ImportResult> again = readPretixPlan(written.file);
    QVERIFY(again.ok());
    QCOMPARE(again->plan.shapes.size(), 3);
    const Shape &top = again->plan.shapes[1];
    const double angle = 30 * M_PI / 180;
    QCOMPARE(top.position.x + 20 * std::cos(angle) - 10 * std::sin(angle), 100.0);
    QCOMPARE(top.position.y + 20 * std::sin(angle) + 10 * std::cos(angle), 100.0);
    QCOMPARE(again->plan.shapes[2].text, u"Pit (40)"_s);
}

void TestPretixWriter::equalCategoryNames_stayTwoCategories()
{
    Plan plan = smallPlan();
    plan.categories.append({.key = u"front-2"_s, .name = u"Front"_s, .color = u"#000000"_s});
    plan.sections[0].rows[0].seats[1].category = 1;
    const ExportResult written = writePretixPlan(plan);
    const Result<ImportResult> again = readPretixPlan(written.file);
    QVERIFY(again.ok());
    QCOMPARE(again->plan.categories.size(), 2);
    QCOMPARE(again->plan.sections[0].rows[0].seats[1].category, 1);
    QVERIFY(tells(written, u"categories[1]"_s, u"\"Front\" will be read as \"Front (2)\""_s));
}

void TestPretixWriter::demoPlan_keepsEverySeat_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::newRow("main house") << mainHousePlan();
    QTest::newRow("cinema") << studioCinemaPlan();
    QTest::newRow("cabaret") << cabaretPlan();
}

void TestPretixWriter::demoPlan_keepsEverySeat()
{
    QFETCH(const Plan, plan);
    const ExportResult written = writePretixPlan(plan);
    QCOMPARE(faultsOf(written.file, true), QStringList());
    const Result<ImportResult> again = readPretixPlan(written.file);
    QVERIFY(again.ok());
    QList<Seat> before, after;
    forEachSeat(plan, [&before](const Seat &seat) { before.append(seat); });
    forEachSeat(again->plan, [&after](const Seat &seat) { after.append(seat); });
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].number, before[i].number);
        QVERIFY(std::hypot(after[i].position.x - before[i].position.x, after[i].position.y - before[i].position.y) < 1e-6);
        QCOMPARE(again->plan.categories[after[i].category].name, plan.categories[before[i].category].name);
        // A label that the format cannot say is told, and is the seat's id.
        if (after[i].label != before[i].label) {
            QCOMPARE(after[i].externalIds, QStringList {before[i].label});
            QVERIFY(std::any_of(written.report.begin(), written.report.end(), [&](const RepairEntry &e) { return e.message.contains(u'"' + before[i].label + u'"'); }));
        }
    }
    qsizetype sold = 0;
    for (const Section &section : plan.sections)
        sold += section.tables.size() + section.areas.size();
    const auto told = std::count_if(written.report.begin(), written.report.end(), [](const RepairEntry &e) { return e.where.contains("tables["_L1) || e.where.contains("areas["_L1); });
    QVERIFY(told >= sold);
}

QTEST_APPLESS_MAIN(TestPretixWriter)
#include "tst_pretixwriter.moc"
