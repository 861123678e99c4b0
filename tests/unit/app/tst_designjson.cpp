// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/housesteps.h"
#include "app/designer/model/designedplan.h"
#include "app/designer/model/designjson.h"
#include "app/designer/model/templates.h"
#include "tests/unit/app/drawnhouse.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(parterre::Design)

namespace {

SeatStyle style()
{
    return {.category = u"front"_s, .radius = 8.5,
            .details = {{{0, 0}, {.missing = true}},
                        {{0, 1}, {.category = u"back"_s, .number = u"7a"_s, .label = u"Row \"A\" 7a"_s, .position = PlanPoint {1.5, -2}, .radius = 12, .attributes = SeatAttribute::Wheelchair | SeatAttribute::StepFree, .externalIds = {u"x-1"_s, u"ü"_s}, .customAttributes = {u"Sofa"_s, u"extra legroom"_s}}},
                        {{0, 2}, {.attributes = SeatAttribute::Companion, .companionOf = SeatRef {kBlock, {0, 1}}}},
                        {{0, 3}, {.number = QString()}}}};
}

SeatNumbering numbering()
{
    return {.order = SeatOrder::OddRightOfCentre, .style = LabelStyle::SmallLetters, .first = 3, .step = 2, .without = u"io"_s, .skipped = {13, 17}, .prefix = u"s"_s, .startsAnewAtAisles = true};
}

// Nothing in it has its usual value.
Design unusualHouse()
{
    DesignHouse house = drawnHouse().house();
    house.background = Background {.data = QByteArray("\x89PNG\0\xff", 6), .page = 2, .at = {-5, 7.25}, .scale = 0.125, .rotation = 90, .opacity = 0.75};
    const BlockBody block {.rows = 4, .seats = 9, .spacing = 22.5, .rowSpacing = 31, .bend = -12, .taper = 0.5, .oddLeft = true, .aisles = {{.before = -2}, {.before = 4, .width = 55}},
                           .rowLabels = {.style = LabelStyle::Numbers, .first = 2, .step = -1, .without = u"IO"_s, .prefix = u"R"_s, .suffix = u"."_s, .backwards = true},
                           .rowNames = {{1, u"Royal"_s}, {3, QString()}}, .labelPosition = RowLabelPosition::End, .numbering = numbering(), .style = style()};
    const CurveBody curve {.points = {{0, 0}, {10, 5.5}}, .seats = 4, .label = u"C"_s, .labelPosition = RowLabelPosition::None, .numbering = numbering(), .style = style()};
    const LooseBody row {.label = u"L"_s, .labelPosition = RowLabelPosition::Both, .seats = {{0, 0}, {1e-7, 1e6}}, .numbers = {u"1"_s, QString()}, .style = style()};
    const TableBody table {.label = u"T"_s, .shape = TableShape::Rectangle, .size = {1, 2}, .soldWhole = true, .chairs = 3, .sides = {1, 2, 3, 4}, .chairGap = 0, .seats = {{1, 1}}, .numbering = numbering(), .style = style()};
    const AreaBody area {.name = u"Pit"_s, .outline = {{0, 0}, {1, 0}, {0, 1}}, .category = u"back"_s, .capacity = 7};
    const FloorBody floor {.outline = {{0, 0}, {1, 0}, {0, 1}}, .fill = u"#123456"_s, .border = u"#abcdef"_s, .named = false};
    const Shape shape {.kind = ShapeKind::Text, .size = {3, 4}, .points = {{1, 2}}, .fill = u"#123456"_s, .border = u"#abcdef"_s, .text = u"two\nlines"_s, .textPosition = {5, 6}, .textSize = 20, .textColor = u"#000000"_s};
    QList<Element> elements;
    for (const ElementBody &body : QList<ElementBody> {block, curve, row, table, area, floor, ShapeBody {.shape = shape}, IconBody {.kind = IconKind::FirstAid, .size = 44}, AisleBody {.points = {{0, 0}, {9, 9}}, .width = 12}})
        elements.append({.id = static_cast<ElementId>(elements.size() * 3 + 1), .section = kBalcony, .level = kUpstairs, .at = {0.1, -0.2}, .rotation = -33.3, .locked = true, .body = body});
    return Design(house, elements);
}

QByteArray example()
{
    QFile page(QStringLiteral(PARTERRE_SOURCE_DIR "/docs/design-format.md"));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = page.readAll();
    const qsizetype begin = text.indexOf("```json\n") + 8;
    return text.mid(begin, text.indexOf("```", begin) - begin);
}

QByteArray changed(QByteArray document, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = document.indexOf(from);
    if (at < 0)
        return "the test is wrong: there is no " + from;
    return document.replace(at, from.size(), to);
}

QByteArray withElements(const QByteArray &elements)
{
    const QByteArray document = writeDesign(Design());
    return changed(document, "\"elements\":[]", "\"elements\":[" + elements + "]");
}

} // namespace

// Designs, steps and copied elements as JSON.
class TestDesignJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void designs_areReadAsTheyWere_data();
    void designs_areReadAsTheyWere();
    void usualValues_areLeftOut();
    void documentedExample_isADesign();
    void steps_areReadAsTheyWere();
    void pictures_areInStepsThatChangeThem();
    void copiedElements_bringWhatTheyUse();
    void whatCannotBeRead_isNotWritten();
    void hostileDesigns_areRefused_data();
    void hostileDesigns_areRefused();
    void hostileElements_areRefused_data();
    void hostileElements_areRefused();
    void hostileSteps_areRefused_data();
    void hostileSteps_areRefused();
    void everyCutDocument_isRefused();
    void limits_areKept();
};

void TestDesignJson::designs_areReadAsTheyWere_data()
{
    QTest::addColumn<Design>("design");
    QTest::newRow("nothing") << Design();
    QTest::newRow("one of everything") << drawnHouse();
    QTest::newRow("nothing as usual") << unusualHouse();
    for (const TemplateKind kind : allTemplates())
        QTest::addRow("stock house %d", static_cast<int>(kind)) << stockTemplate(kind);
}

void TestDesignJson::designs_areReadAsTheyWere()
{
    QFETCH(const Design, design);
    const QByteArray document = writeDesign(design);
    const Result<Design> read = readDesign(document);
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QVERIFY(*read == design);
    QCOMPARE(writeDesign(*read), document);
}

void TestDesignJson::usualValues_areLeftOut()
{
    const Design design(DesignHouse {.name = u"H"_s}, {{.id = ElementId {5}, .body = BlockBody {}}, {.id = ElementId {6}, .body = TableBody {}}});
    QCOMPARE(writeDesign(design), QByteArray(R"({"elements":[{"body":{"rows":1,"seats":10},"id":5,"kind":"block"},{"body":{"size":[60,60]},"id":6,"kind":"table"}],)"
                                             R"("format":"parterre-design","house":{"categories":[],"levels":[{"id":0,"name":"","offset":[0,0]}],"name":"H","sections":[],"size":[1000,800]},"version":1})"));
}

void TestDesignJson::documentedExample_isADesign()
{
    const Result<Design> design = readDesign(example());
    QVERIFY2(design.ok(), qPrintable(design ? QString() : design.error().detail));
    QCOMPARE(planOf(*design).seats.size(), 24);
}

void TestDesignJson::steps_areReadAsTheyWere()
{
    const Design before = drawnHouse(), after = unusualHouse();
    DesignEdit edit {.elements = {}, .house = {{before.house(), after.house()}}};
    for (const Element &element : after.elements()) {
        const Element *old = before.find(element.id);
        edit.elements.append({.before = old ? std::optional(*old) : std::nullopt, .after = element, .from = old ? std::optional(before.positionOf(element.id)) : std::nullopt, .to = after.positionOf(element.id)});
    }
    edit.elements.append({.before = before.elements()[1], .after = {}, .from = 1});
    for (const DesignEdit &step : {edit, edit.reversed(), DesignEdit {}}) {
        const DesignHouse house = step.house ? step.house->first : before.house();
        const QByteArray document = writeEdit(step);
        const Result<DesignEdit> read = readEdit(document, house);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
        QVERIFY(*read == step);
        QCOMPARE(writeEdit(*read), document);
    }
}

void TestDesignJson::pictures_areInStepsThatChangeThem()
{
    const Design with = unusualHouse();
    const QByteArray data = with.house().background->data.toBase64();
    const DesignEdit rename = steps::rename(with, u"Renamed"_s).edit;
    QVERIFY(!writeEdit(rename).contains(data));
    QVERIFY(*readEdit(writeEdit(rename), with.house()) == rename);
    Background other = *with.house().background;
    other.at = {100, 100};
    const DesignEdit move = steps::setBackground(with, other).edit;
    QVERIFY(!writeEdit(move).contains(data));
    QVERIFY(*readEdit(writeEdit(move), with.house()) == move);
    other.data = "GIF";
    const DesignEdit another = steps::setBackground(with, other).edit;
    QVERIFY(writeEdit(another).contains(QByteArray("GIF").toBase64()));
    QVERIFY(*readEdit(writeEdit(another), with.house()) == another);
    const DesignEdit none = steps::setBackground(with, std::nullopt).edit;
    QVERIFY(*readEdit(writeEdit(none), with.house()) == none);
    const DesignEdit back = none.reversed();
    QVERIFY(writeEdit(back).contains(data));
    QVERIFY(*readEdit(writeEdit(back), back.house->first) == back);
}

void TestDesignJson::copiedElements_bringWhatTheyUse()
{
    const Design house = drawnHouse();
    const QList<Element> elements {*house.find(kRowZ), *house.find(kIcon)};
    const QByteArray document = writeElements(house.house(), elements);
    const Result<CopiedElements> copied = readElements(document);
    QVERIFY2(copied.ok(), qPrintable(copied ? QString() : copied.error().detail));
    QVERIFY(copied->elements == elements);
    QCOMPARE(copied->sections.size(), 1);
    QCOMPARE(copied->sections[0].name, u"Stalls"_s);
    QCOMPARE(copied->categories.size(), 1);
    QCOMPARE(copied->categories[0].key, u"back"_s);
    QVERIFY(!readElements(writeDesign(house)).ok());
    QVERIFY(!readElements("just some text").ok());
    QVERIFY(!readDesign(document).ok());
}

// Pasted texts have anything in them; what is drawn must not be lost for it.
void TestDesignJson::whatCannotBeRead_isNotWritten()
{
    const QString odd = u"a\tb\u0001c\n"_s + QChar(0) + QChar(0xd800);
    DesignHouse house {.name = odd, .size = {INFINITY, NAN}, .categories = {{.key = u"k"_s, .name = odd, .color = {}}}, .sections = {{.id = kStalls, .name = odd}}, .levels = {{.name = odd}}};
    BlockBody block {.spacing = 1e9, .rowNames = {{0, odd}}, .style = {.category = odd}};
    block.rowLabels.prefix = block.numbering.prefix = odd;
    block.style.details = {{{0, 0}, {.number = odd, .label = odd, .position = PlanPoint {-1e300, 0}, .externalIds = {odd}, .customAttributes = {odd, u"z, y"_s, QString(41, u'x'), u"b"_s}}}};
    const Shape shape {.text = odd};
    const Design design(house, {{.id = ElementId {1}, .body = block}, {.id = ElementId {2}, .body = LooseBody {.label = odd, .seats = {{0, 0}}, .numbers = {odd}}}, {.id = ElementId {3}, .body = ShapeBody {.shape = shape}}});
    const Result<Design> read = readDesign(writeDesign(design));
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QVERIFY(read->house().name.startsWith(u"abc"_s) && read->house().name.size() == 4);
    QVERIFY(std::get<ShapeBody>(read->elements()[2].body).shape.text.startsWith(u"abc\n"_s));
    QCOMPARE(std::get<BlockBody>(read->elements()[0].body).spacing, 1e6);
    QCOMPARE(read->house().size, (PlanPoint {0, 0}));
    QCOMPARE(std::get<BlockBody>(read->elements()[0].body).style.details.first().customAttributes.mid(1), (QStringList {u"b"_s, u"y"_s, u"z"_s}));
    QCOMPARE(writeDesign(*read), writeDesign(design));
}

void TestDesignJson::hostileDesigns_areRefused_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("place");
    const QByteArray whole = writeDesign(unusualHouse());
    const auto row = [&](const char *name, const QByteArray &from, const QByteArray &to, const QString &place) { QTest::newRow(name) << changed(whole, from, to) << place; };
    QTest::newRow("empty") << QByteArray() << u"expected"_s;
    QTest::newRow("no object") << QByteArray("[]") << u"expected"_s;
    QTest::newRow("a byte-order mark") << "\xef\xbb\xbf" + whole << u"expected"_s;
    QTest::newRow("rubbish behind it") << whole + "{}" << u"expected"_s;
    row("another format", "parterre-design", "parterre-plan", u"expected"_s);
    row("a later version", "\"version\":1", "\"version\":2", u"version"_s);
    row("a version that is text", "\"version\":1", "\"version\":\"1\"", u"version"_s);
    row("an unknown key", "\"version\":1", "\"version\":1,\"more\":1", u"more"_s);
    row("a key twice", "\"version\":1", "\"version\":1,\"version\":1", u"expected"_s);
    row("deep", "\"version\":1", "\"version\":" + QByteArray(1'000, '[') + QByteArray(1'000, ']'), u"expected"_s);
    row("not a number", "\"size\":[900,700]", "\"size\":[NaN,700]", u"expected"_s);
    row("infinite", "\"size\":[900,700]", "\"size\":[1e999,700]", u"expected"_s);
    row("far", "\"size\":[900,700]", "\"size\":[1000001,700]", u"house.size"_s);
    row("half a point", "\"size\":[900,700]", "\"size\":[900]", u"house.size"_s);
    row("no size", ",\"size\":[900,700]", "", u"house.size"_s);
    row("a control character", "\"name\":\"House\"", "\"name\":\"Ho\\u0007use\"", u"house.name"_s);
    row("a long name", "\"name\":\"House\"", "\"name\":\"" + QByteArray(201, 'x') + "\"", u"house.name"_s);
    row("a name that is a number", "\"name\":\"House\"", "\"name\":5", u"house.name"_s);
    row("half a character", "\"name\":\"House\"", "\"name\":\"\\ud800\"", u"expected"_s);
    row("a category twice", "\"key\":\"back\"", "\"key\":\"front\"", u"house.categories[1].key"_s);
    row("a category without key", "\"key\":\"back\"", "\"key\":\"\"", u"house.categories[1].key"_s);
    row("no colour", "#0072b2", "blue", u"house.categories[0].color"_s);
    row("a section twice", "{\"id\":2,\"name\":\"Empty\"}", "{\"id\":4,\"name\":\"Empty\"}", u"house.sections[1].id"_s);
    row("section nobody", "{\"id\":2,\"name\":\"Empty\"}", "{\"id\":0,\"name\":\"Empty\"}", u"house.sections[1].id"_s);
    row("a level twice", "{\"id\":3,", "{\"id\":0,", u"house.levels[1].id"_s);
    row("no ground", "{\"id\":0,", "{\"id\":7,", u"house.levels"_s);
    row("no base64", "\"data\":\"iVBORwD/\"", "\"data\":\"****\"", u"house.background.data"_s);
    row("a wide picture", "\"scale\":0.125", "\"scale\":0", u"house.background.scale"_s);
    row("a section that is not there", "\"section\":9", "\"section\":8", u"section"_s);
    row("a level that is not there", "\"level\":3", "\"level\":2", u"level"_s);
    row("an element twice", "\"id\":4,\"kind\"", "\"id\":1,\"kind\"", u"elements"_s);
    row("elements that are no list", "{\"elements\":[", "{\"elements\":{},\"x\":[", u"elements"_s);
}

void TestDesignJson::hostileDesigns_areRefused()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, place);
    QVERIFY2(!document.startsWith("the test is wrong"), document.constData());
    const Result<Design> design = readDesign(document);
    QVERIFY(!design.ok());
    QCOMPARE(design.error().code, ErrorCode::FileInvalid);
    QVERIFY2(design.error().detail.contains(place), qPrintable(design.error().detail));
}

void TestDesignJson::hostileElements_areRefused_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &element, const QString &place) { QTest::newRow(name) << element << place; };
    const auto body = [&row](const char *name, const QByteArray &kind, const QByteArray &keys, const QString &place) {
        row(name, "{\"id\":1,\"kind\":\"" + kind + "\",\"body\":{" + keys + "}}", u"elements[0].body."_s + place);
    };
    row("no object", "5", u"elements[0]"_s);
    row("no id", R"({"kind":"icon","body":{"icon":"bar"}})", u"elements[0].id"_s);
    row("id nobody", R"({"id":0,"kind":"icon","body":{"icon":"bar"}})", u"elements[0].id"_s);
    row("half an id", R"({"id":1.5,"kind":"icon","body":{"icon":"bar"}})", u"elements[0].id"_s);
    row("no kind", R"({"id":1,"body":{"icon":"bar"}})", u"elements[0].kind"_s);
    row("an unknown kind", R"({"id":1,"kind":"chair","body":{}})", u"elements[0].kind"_s);
    row("no body", R"({"id":1,"kind":"icon"})", u"elements[0].body"_s);
    row("another body", R"({"id":1,"kind":"icon","body":{"icon":"bar","rows":1}})", u"elements[0].body"_s);
    row("turned too far", R"({"id":1,"kind":"icon","rotation":361,"body":{"icon":"bar"}})", u"elements[0].rotation"_s);
    row("locked by a word", R"({"id":1,"kind":"icon","locked":"yes","body":{"icon":"bar"}})", u"elements[0].locked"_s);
    row("not locked", R"({"id":1,"kind":"icon","locked":false,"body":{"icon":"bar"}})", u"elements[0].locked"_s);
    body("no rows", "block", R"("rows":0,"seats":1)", u"rows"_s);
    body("many rows", "block", R"("rows":501,"seats":1)", u"rows"_s);
    body("endless rows", "block", R"("rows":2147483647,"seats":1)", u"rows"_s);
    body("many seats", "block", R"("rows":1,"seats":1001)", u"seats"_s);
    body("narrow", "block", R"("rows":1,"seats":1,"spacing":-1)", u"spacing"_s);
    body("bent", "block", R"("rows":1,"seats":1,"bend":400)", u"bend"_s);
    body("aisles backwards", "block", R"("rows":1,"seats":9,"aisles":[[4,40],[4,40]])", u"aisles"_s);
    body("half an aisle", "block", R"("rows":1,"seats":9,"aisles":[[4]])", u"aisles"_s);
    body("a row's name twice", "block", R"("rows":2,"seats":9,"rowNames":[[1,"A"],[1,"B"]])", u"rowNames"_s);
    body("a name of no row", "block", R"("rows":2,"seats":9,"rowNames":[[500,"A"]])", u"rowNames"_s);
    body("an unknown style", "block", R"("rows":1,"seats":1,"rowLabels":{"style":"roman"})", u"rowLabels.style"_s);
    body("an unknown order", "block", R"("rows":1,"seats":1,"numbering":{"order":"any"})", u"numbering.order"_s);
    body("skipped halves", "block", R"("rows":1,"seats":1,"numbering":{"skipped":[1.5]})", u"numbering.skipped"_s);
    body("a detail without seat", "block", R"("rows":1,"seats":1,"details":[{"missing":true}])", u"details[0].seat"_s);
    body("a seat's detail twice", "block", R"("rows":1,"seats":1,"details":[{"seat":0},{"seat":0}])", u"details"_s);
    body("an unknown attribute", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"attributes":["royal"]}])", u"details[0].attributes"_s);
    body("an attribute twice", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"attributes":["aisle","aisle"]}])", u"details[0].attributes"_s);
    body("a companion of half a seat", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"companionOf":[1,0]}])", u"details[0].companionOf"_s);
    body("many external ids", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"externalIds":["1","2","3","4","5","6","7","8","9"]}])", u"details[0].externalIds"_s);
    body("many custom attributes", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"customAttributes":["1","2","3","4","5","6","7","8","9"]}])", u"details[0].customAttributes"_s);
    body("custom attributes backwards", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"customAttributes":["b","a"]}])", u"details[0].customAttributes"_s);
    body("a custom attribute with a comma", "block", R"("rows":1,"seats":1,"details":[{"seat":0,"customAttributes":["a,b"]}])", u"details[0].customAttributes"_s);
    body("a large seat", "block", R"("rows":1,"seats":1,"radius":1001)", u"radius"_s);
    body("numbers of no seat", "seats", R"("numbers":["1"])", u"numbers"_s);
    body("seats that are no points", "seats", R"("seats":[5],"numbers":["1"])", u"seats[0]"_s);
    body("three sides", "table", R"("size":[1,1],"sides":[1,1,1])", u"sides"_s);
    body("half a chair", "table", R"("size":[1,1],"sides":[1,1,1,0.5])", u"sides"_s);
    body("an unknown shape of table", "table", R"("size":[1,1],"shape":"star")", u"shape"_s);
    body("a negative capacity", "area", R"("capacity":-1)", u"capacity"_s);
    body("named flags", "floor", R"("unnamed":0)", u"unnamed"_s);
    body("no colour", "floor", R"("fill":"red")", u"fill"_s);
    body("an unknown shape", "shape", R"("shape":"star")", u"shape"_s);
    body("a long text", "shape", "\"shape\":\"text\",\"text\":\"" + QByteArray(501, 'x') + "\"", u"text"_s);
    body("an unknown icon", "icon", R"("icon":"disco")", u"icon"_s);
    body("many points", "aisle", "\"points\":[" + QByteArray("[0,0],").repeated(10'000) + "[0,0]]", u"points"_s);
}

void TestDesignJson::hostileElements_areRefused()
{
    QFETCH(const QByteArray, element);
    QFETCH(const QString, place);
    const Result<Design> design = readDesign(withElements(element));
    QVERIFY(!design.ok());
    QCOMPARE(design.error().code, ErrorCode::FileInvalid);
    QVERIFY2(design.error().detail.contains(place), qPrintable(design.error().detail));
}

void TestDesignJson::hostileSteps_areRefused_data()
{
    QTest::addColumn<QByteArray>("changes");
    const QByteArray icon = R"({"id":1,"kind":"icon","body":{"icon":"bar"}})";
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("comes from nowhere to nowhere") << "{\"after\":" + icon + "}";
    QTest::newRow("goes from nowhere") << "{\"before\":" + icon + "}";
    QTest::newRow("a negative place") << "{\"after\":" + icon + ",\"to\":-1}";
    QTest::newRow("half a place") << "{\"after\":" + icon + ",\"to\":0.5}";
    QTest::newRow("an unknown key") << "{\"after\":" + icon + ",\"to\":0,\"by\":1}";
    QTest::newRow("no element") << QByteArray("{\"after\":{},\"to\":0}");
}

void TestDesignJson::hostileSteps_areRefused()
{
    QFETCH(const QByteArray, changes);
    const QByteArray document = "{\"format\":\"parterre-edit\",\"version\":1,\"elements\":[" + changes + "]}";
    const Result<DesignEdit> edit = readEdit(document, Design().house());
    QVERIFY(!edit.ok());
    QCOMPARE(edit.error().code, ErrorCode::FileInvalid);
    QVERIFY2(edit.error().detail.contains(u"elements[0]"_s), qPrintable(edit.error().detail));
}

void TestDesignJson::everyCutDocument_isRefused()
{
    const QByteArray whole = writeDesign(unusualHouse());
    for (qsizetype size = 0; size < whole.size(); size += 7)
        QVERIFY(!readDesign(whole.first(size)).ok());
}

void TestDesignJson::limits_areKept()
{
    // Bytes: not even looked at.
    const Result<Design> large = readDesign(QByteArray(kMaxDesignBytes + 1, ' '));
    QVERIFY(!large.ok());
    QCOMPARE(large.error().code, ErrorCode::FileTooLarge);
    // Seats, also of rows that become wider and of what is no block.
    const auto design = [](const QByteArray &kind, const QByteArray &body, int count) {
        QByteArrayList elements;
        for (int id = 1; id <= count; ++id)
            elements.append("{\"id\":" + QByteArray::number(id) + ",\"kind\":\"" + kind + "\",\"body\":" + body + "}");
        return readDesign(withElements(elements.join(',')));
    };
    const QByteArray block = R"({"rows":500,"seats":1,"taper":1000})"; // nearly 500,000
    QVERIFY(design("block", block, 4).ok());
    QVERIFY(!design("block", block, 5).ok());
    QVERIFY(design("curve", R"({"seats":1000})", 2'000).ok());
    QVERIFY(!design("curve", R"({"seats":1000})", 2'001).ok());
    QVERIFY(!design("table", R"({"size":[1,1],"chairs":1000})", 2'001).ok());
    QVERIFY(design("icon", R"({"icon":"bar"})", 50'000).ok());
    QVERIFY(!design("icon", R"({"icon":"bar"})", 50'001).ok());
}

QTEST_GUILESS_MAIN(TestDesignJson)
#include "tst_designjson.moc"
