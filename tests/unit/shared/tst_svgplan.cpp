// SPDX-License-Identifier: GPL-3.0-or-later
#include "planfiletest.h"

#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/svgfigure.h"
#include "shared/planio/svgplan.h"
#include "shared/planio/svgstyle.h"

#include <QXmlStreamReader>

#include <cmath>

using namespace parterre;
using namespace parterre::planio;
using namespace parterre::planfiletest;
using namespace Qt::StringLiterals;

namespace {

constexpr double kClose = 1e-4;

bool close(PlanPoint a, PlanPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y) < kClose;
}

QByteArray drawing(const QByteArray &inside)
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">)" + inside + "</svg>";
}

void compareSeats(const Plan &again, const Plan &plan)
{
    const QList<Seat> before = seatsOf(plan), after = seatsOf(again);
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(after[i], before[i]);
    QCOMPARE(again.categories, plan.categories);
}

std::optional<SvgFigure> figureOf(const QByteArray &element)
{
    QXmlStreamReader xml(element);
    xml.readNextStartElement();
    return svgFigure(xml.name(), xml.attributes());
}

} // namespace

class TestSvgPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawing_isReadByItsRules();
    void drawing_comesBackAsTheSamePlan_data() { addDemoPlans(); }
    void drawing_comesBackAsTheSamePlan();
    void realPretixPlan_comesBackAsTheSame_data();
    void realPretixPlan_comesBackAsTheSame();
    void realDrawing_comesInWhole();
    void circlesAreSeats_whenNothingElseIs();
    void transforms_areWhatSvgSays();
    void paths_haveTheirCorners();
    void ids_areMatched_data();
    void ids_areMatched();
    void rules_areReadAndWritten();
    void wrongRules_areRefused_data();
    void wrongRules_areRefused();
    void hostileFiles_endInAnError_data();
    void hostileFiles_endInAnError();
    void absurdNumbers_areMovedIntoRange();
};

void TestSvgPlan::drawing_isReadByItsRules()
{
    const Result<ImportResult> result = readSvgPlan(dataFile(u"formats/drawing.svg"_s), u"Hall"_s);
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    const Plan &plan = result->plan;
    QCOMPARE(plan.name, u"Hall"_s);
    QCOMPARE(plan.size, (PlanPoint {300, 200}));
    QCOMPARE(labelsOf(plan), (QStringList {u"Stalls A 1"_s, u"Stalls A 2"_s, u"Stalls A 3b"_s, u"Stalls B 7"_s, u"Stalls C 9"_s}));
    const QList<Seat> seats = seatsOf(plan);
    QCOMPARE(seats[0].position, (PlanPoint {10 + 10 + 10, 20 + 40 + 10})); // viewBox, section, scaled row
    QCOMPARE(seats[0].radius, 8.0);
    QCOMPARE(seats[2].position, (PlanPoint {70, 70}));
    QCOMPARE(seats[3].position, (PlanPoint {124, 64})); // what `use` names, moved
    QCOMPARE(seats[3].radius, 4.0);
    QVERIFY(close(seats[4].position, {175, 70}));
    QVERIFY(std::abs(seats[4].radius - 5) < kClose);
    const auto color = [&](qsizetype seat) { return plan.categories[seats[seat].category].color; };
    QCOMPARE(color(0), u"#ff0000"_s);
    QCOMPARE(color(1), u"#0000ff"_s);
    QCOMPARE(color(2), u"#00ff00"_s);
    QCOMPARE(color(3), u"#ff0000"_s);
    QCOMPARE(plan.categories[seats[4].category].name, u"Standard"_s);

    QCOMPARE(plan.sections[1].areas.size(), 1);
    const Area &area = plan.sections[1].areas[0];
    QCOMPARE(area.name, u"Standing"_s);
    QCOMPARE(area.capacity, 80);
    QVERIFY(close(area.outline[1], {20, 220})); // turned about its first corner
    QCOMPARE(plan.shapes.size(), 3);
    QCOMPARE(plan.shapes[0].kind, ShapeKind::Stage);
    QVERIFY(plan.focus && close(*plan.focus, {150, 30}));
    QCOMPARE(plan.shapes[1].text, u"Way out"_s);
    QCOMPARE(plan.shapes[1].textSize, 20.0);
    QCOMPARE(plan.shapes[2].kind, ShapeKind::Polygon);
    QCOMPARE(plan.shapes[2].border, u"#123456"_s);
    QVERIFY(says(result->report, RepairKind::NotKept, u"line 12"_s, u"<image>"_s));
    QVERIFY(says(result->report, RepairKind::Guess, u"line 13, stage"_s, u"stage"_s));
    QVERIFY(says(result->report, RepairKind::MissingCategory, u"line 22"_s, u"Standard"_s));
}

void TestSvgPlan::drawing_comesBackAsTheSamePlan()
{
    QFETCH(const Plan, plan);
    const ExportResult written = writeSvgPlan(plan);
    QVERIFY2(written.report.isEmpty(), qPrintable(written.report.value(0).where + u' ' + written.report.value(0).message));
    const Result<ImportResult> again = readSvgPlan(written.file);
    QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().detail));
    compareSeats(again->plan, plan);
    QCOMPARE(again->plan.name, plan.name);
    QCOMPARE(again->plan.size, plan.size);
    QCOMPARE(again->plan.focus, plan.focus);
    QCOMPARE(again->plan.sections.size(), plan.sections.size());
    for (qsizetype s = 0; s < plan.sections.size(); ++s) {
        const Section &a = again->plan.sections[s], &b = plan.sections[s];
        QCOMPARE(a.name, b.name);
        QCOMPARE(a.rows, b.rows);
        QCOMPARE(a.areas, b.areas);
        QCOMPARE(a.tables.size(), b.tables.size());
        for (qsizetype t = 0; t < a.tables.size(); ++t) {
            QCOMPARE(a.tables[t].label, b.tables[t].label);
            QCOMPARE(a.tables[t].shape, b.tables[t].shape);
            QCOMPARE(a.tables[t].soldWhole, b.tables[t].soldWhole);
            QCOMPARE(a.tables[t].seats, b.tables[t].seats);
            QVERIFY(close(a.tables[t].position, b.tables[t].position) && close(a.tables[t].size, b.tables[t].size));
            QVERIFY(std::abs(a.tables[t].rotation - b.tables[t].rotation) < kClose);
        }
    }
    QCOMPARE(again->plan.shapes.size(), plan.shapes.size());
    for (qsizetype i = 0; i < plan.shapes.size(); ++i) {
        const Shape &a = again->plan.shapes[i], &b = plan.shapes[i];
        QCOMPARE(a.kind, b.kind);
        QVERIFY(close(a.position, b.position) && close(a.size, b.size) && close(a.textPosition, b.textPosition));
        QVERIFY(std::abs(a.rotation - b.rotation) < kClose && std::abs(a.textSize - b.textSize) < kClose);
        QCOMPARE(a.text, b.text);
        QCOMPARE(a.points, b.points);
        QCOMPARE((QStringList {a.fill, a.border, a.textColor}), (QStringList {b.fill, b.border, b.textColor}));
    }
}

void TestSvgPlan::realPretixPlan_comesBackAsTheSame_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"tiptip-show1-polygon.json", "riethsporthalle-erfurt.pretix.json", "riethsporthalle-erfurt.early.json", "seatmap-canvas-stadium.json", "beer-benches-generated.json"})
        QTest::newRow(name) << u"pretix/"_s + QString::fromLatin1(name);
}

void TestSvgPlan::realPretixPlan_comesBackAsTheSame()
{
    QFETCH(const QString, name);
    const QByteArray file = realFile(name);
    if (file.isEmpty())
        QSKIP("The real plan is not on this machine; its licence keeps it out of the project.");
    const Result<ImportResult> plan = readPretixPlan(file);
    QVERIFY(plan.ok());
    const ExportResult written = writeSvgPlan(plan->plan);
    QVERIFY2(written.report.isEmpty(), qPrintable(written.report.value(0).where + u' ' + written.report.value(0).message));
    const Result<ImportResult> again = readSvgPlan(written.file);
    QVERIFY(again.ok());
    compareSeats(again->plan, plan->plan);
}

void TestSvgPlan::realDrawing_comesInWhole()
{
    const QByteArray file = realFile(u"other/tessitura-amazing-venue.svg"_s);
    if (file.isEmpty())
        QSKIP("The real plan is not on this machine; its licence keeps it out of the project.");
    const Result<ImportResult> result = readSvgPlan(file);
    QVERIFY(result.ok());
    QCOMPARE(seatCount(result->plan), 152);
    QVERIFY(result->plan.focus.has_value());
    // Its ids say the seat first; a rule of one's own says so.
    const Result<SvgRules> rules = readSvgRules(R"({"rules": [{"as": "seat", "element": "ellipse", "id": "seat-{number}-{row}-{section}"}]})");
    QVERIFY(rules.ok());
    const Result<ImportResult> own = readSvgPlan(file, {}, *rules);
    QVERIFY(own.ok());
    QCOMPARE(seatCount(own->plan), 152);
    QCOMPARE(own->plan.sections.size(), 5);
    QVERIFY(labelsOf(own->plan).contains(u"3 E 12"_s));
}

void TestSvgPlan::circlesAreSeats_whenNothingElseIs()
{
    const Result<ImportResult> result = readSvgPlan(drawing(R"(<circle cx="10" cy="10" r="5"/><rect width="9" height="9"/><circle cx="30" cy="10" r="5"/>)"));
    QVERIFY(result.ok());
    QCOMPARE(labelsOf(result->plan), (QStringList {u"1"_s, u"2"_s}));
    QCOMPARE(result->plan.shapes.size(), 1);
    QVERIFY(says(result->report, RepairKind::Guess, {}, u"circles were taken for seats"_s));
}

void TestSvgPlan::transforms_areWhatSvgSays()
{
    bool sound = false;
    QVERIFY(close(svgTransform(u"translate(10,5) rotate(90)"_s, sound).map({1, 0}), {10, 6}));
    QVERIFY(sound);
    QVERIFY(close(svgTransform(u"rotate(90 10 10), scale(2)"_s, sound).map({5, 0}), {20, 10}));
    QVERIFY(close(svgTransform(u"matrix(0 1 -1 0 3 4)"_s, sound).map({1, 2}), {1, 5}));
    QVERIFY(close(svgTransform(u"skewX(45)"_s, sound).map({0, 2}), {2, 2}));
    QVERIFY(close(svgTransform(u"skewY(45)"_s, sound).map({2, 0}), {2, 2}));
    QVERIFY(sound);
    QVERIFY(close(svgTransform(u"translate(1) spin(3)"_s, sound).map({0, 0}), {1, 0}));
    QVERIFY(!sound);
    QCOMPARE(svgTransform(u"rotate(30)"_s, sound).scale(), 1.0);
    QVERIFY(std::abs(svgTransform(u"rotate(-30)"_s, sound).angle() + 30) < kClose);
    QVERIFY(!svgTransform(u"scale(-1 1)"_s, sound).isTurnOnly());
}

void TestSvgPlan::paths_haveTheirCorners()
{
    QCOMPARE(figureOf(R"(<path d="M1-2 3,4l1 1h5V0z m10 10l1 0"/>)")->points, (QList<PlanPoint> {{1, -2}, {3, 4}, {4, 5}, {9, 5}, {9, 0}, {11, 8}, {12, 8}}));
    QCOMPARE(figureOf(R"(<path d="M0 0A1 1 0 0 1 2 0"/>)")->points, (QList<PlanPoint> {{0, 0}, {1, -1}, {2, 0}}));
    QCOMPARE(figureOf(R"(<path d="M0 0Q1 2 2 0"/>)")->points, (QList<PlanPoint> {{0, 0}, {1, 1}, {2, 0}}));
    QCOMPARE(figureOf(R"(<path d="M0 0C0 4 4 4 4 0"/>)")->points, (QList<PlanPoint> {{0, 0}, {2, 3}, {4, 0}}));
    QCOMPARE(figureOf(R"(<path d="M0 0 L nonsense"/>)")->points, (QList<PlanPoint> {{0, 0}}));
    QCOMPARE(figureOf(R"(<polygon points="0,0 10,0 10"/>)")->points, (QList<PlanPoint> {{0, 0}, {10, 0}}));
    QCOMPARE(figureOf(R"(<circle cx="3px" cy="4" r="2"/>)")->centre(), (PlanPoint {3, 4}));
    QVERIFY(!figureOf("<g/>"));
}

void TestSvgPlan::ids_areMatched_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("found"); // "key=value" in order of keys
    QTest::newRow("three") << u"seat-{section}-{row}-{number}"_s << u"Seat-Left-A-12"_s << u"number=12 row=A section=Left"_s;
    QTest::newRow("rest") << u"s_{row}_{number}"_s << u"s_A_1_2"_s << u"number=1_2 row=A"_s;
    QTest::newRow("any text") << u"{}-{number}"_s << u"x-7"_s << u"number=7"_s;
    QTest::newRow("end") << u"{number}.seat"_s << u"7.seat"_s << u"number=7"_s;
    QTest::newRow("plain") << u"stage"_s << u"STAGE"_s << QString();
    QTest::newRow("too short") << u"seat-{row}-{number}"_s << u"seat-A"_s << u"no"_s;
    QTest::newRow("empty value") << u"seat-{row}-{number}"_s << u"seat--1"_s << u"no"_s;
    QTest::newRow("more after it") << u"stage"_s << u"stage2"_s << u"no"_s;
    QTest::newRow("another") << u"seat-{number}"_s << u"chair-1"_s << u"no"_s;
}

void TestSvgPlan::ids_areMatched()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, id);
    const auto values = matchSvgId(pattern, id);
    QStringList list;
    for (auto it = values ? values->begin() : QHash<QString, QString>::const_iterator(); values && it != values->end(); ++it)
        list.append(it.key() + u'=' + it.value());
    list.sort();
    QTEST(values ? list.join(u' ') : u"no"_s, "found");
}

void TestSvgPlan::rules_areReadAndWritten()
{
    const Result<SvgRules> again = readSvgRules(writeSvgRules(defaultSvgRules()));
    QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().detail));
    QCOMPARE(*again, defaultSvgRules());
    const Result<SvgRules> own = readSvgRules(R"({"rules": [{"as": "section", "element": "g", "attribute": "inkscape:groupmode", "values": {"section": "inkscape:label"}},
        {"as": "seat", "element": "circle rect", "class": "chair", "values": {"number": "#title", "row": "data-r"}}, {"as": "nothing", "element": "text"}]})");
    QVERIFY(own.ok());
    const Result<ImportResult> result = readSvgPlan(R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="i"><g inkscape:groupmode="layer" inkscape:label="Left"><rect class="chair" data-r="K" width="9" height="9"><title>4</title></rect></g><text>x</text></svg>)", {}, *own);
    QVERIFY(result.ok());
    QCOMPARE(labelsOf(result->plan), QStringList {u"Left K 4"_s});
    QVERIFY(result->plan.shapes.isEmpty());
}

void TestSvgPlan::wrongRules_areRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    QTest::newRow("nothing") << QByteArray() << u"rules"_s;
    QTest::newRow("role") << QByteArray(R"({"rules": [{"as": "chair", "class": "x"}]})") << u"rules[0].as"_s;
    QTest::newRow("no condition") << QByteArray(R"({"rules": [{"as": "seat"}]})") << u"no condition"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"rules": [{"as": "seat", "class": "x", "colour": "y"}]})") << u"colour"_s;
    QTest::newRow("unknown value") << QByteArray(R"({"rules": [{"as": "seat", "class": "x", "values": {"price": "y"}}]})") << u"price"_s;
    QTest::newRow("pattern") << QByteArray(R"({"rules": [{"as": "seat", "id": "{a}{b}"}]})") << u"rules[0].id"_s;
    QTest::newRow("long") << QByteArray(R"({"rules": [{"as": "seat", "class": ")") + QByteArray(300, 'x') + R"("}]})" << u"longer"_s;
    QTest::newRow("many") << QByteArray(R"({"rules": [)") + QByteArray(R"({"as": "seat", "class": "x"},)").repeated(200) + R"({"as": "seat", "class": "x"}]})" << u"more than 200"_s;
}

void TestSvgPlan::wrongRules_areRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, fault);
    const Result<SvgRules> rules = readSvgRules(json);
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().detail.contains(fault), qPrintable(rules.error().detail));
}

void TestSvgPlan::hostileFiles_endInAnError_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no drawing") << QByteArray("<html><circle class='seat'/></html>");
    QTest::newRow("no seat") << drawing("<rect/>");
    QTest::newRow("cut off") << QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg"><circle class="seat" r="3"/>)");
    QTest::newRow("deep") << drawing(QByteArray("<g>").repeated(100'000) + "<circle class='seat' r='3'/>" + QByteArray("</g>").repeated(100'000));
    QTest::newRow("deep in a seat") << drawing("<g class='seat'>" + QByteArray("<g>").repeated(100'000) + QByteArray("</g>").repeated(100'000) + "</g>");
    QByteArray laughs("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for (int i = 1; i <= 30; ++i)
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" + ("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    QTest::newRow("billion laughs") << laughs + R"(]><svg xmlns="http://www.w3.org/2000/svg"><circle class="seat" r="3"><title>&a30;</title></circle></svg>)";
    QTest::newRow("another file") << QByteArray(R"(<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><circle class="seat" r="3" data-label="&x;"/></svg>)");
    QTest::newRow("garbage") << QByteArray("<svg>") + QByteArray(10'000'000, '<');
    QTest::newRow("too many elements") << drawing(QByteArray("<g/>").repeated(1'500'001));
    QTest::newRow("too large") << QByteArray(kMaxImportBytes + 1, ' ');
}

void TestSvgPlan::hostileFiles_endInAnError()
{
    QFETCH(const QByteArray, file);
    const Result<ImportResult> result = readSvgPlan(file);
    QVERIFY(!result.ok());
    QVERIFY(!result.error().detail.isEmpty());
}

void TestSvgPlan::absurdNumbers_areMovedIntoRange()
{
    const QByteArray path = "<path class='shape' d='M0 0" + QByteArray("l1 1").repeated(50'000) + "'/>";
    const Result<ImportResult> result = readSvgPlan(drawing("<circle class='seat' cx='1e300' cy='nan' r='1e300'/><circle class='seat' transform='scale(1e200) scale(1e200)' cx='1' cy='1' r='0'/>"
                                                            "<polygon data-capacity='-5' points='0,0 1,1 2,0'/><use class='seat' href='#nothing'/>" + path));
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(seatCount(result->plan), 3);
    QVERIFY(validatePlan(result->plan).isEmpty());
    QVERIFY(says(result->report, RepairKind::NumberOutOfRange, u"line 1"_s, u"1e+300"_s));
    QVERIFY(mentions(result->report, u"an area for -1 people"_s));
    QVERIFY(mentions(result->report, u"not defined before it"_s));
    QVERIFY(mentions(result->report, u"points every"_s));
}

QTEST_APPLESS_MAIN(TestSvgPlan)
#include "tst_svgplan.moc"
