// SPDX-License-Identifier: GPL-3.0-or-later
#include "planfiletest.h"

#include "shared/planio/asciiplan.h"
#include "shared/planio/planfile.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/seatlistjson.h"
#include "shared/planio/seatsioplan.h"

#include <QDir>
#include <QDirIterator>

using namespace parterre;
using namespace parterre::planio;
using namespace parterre::planfiletest;
using namespace Qt::StringLiterals;

// The formats without a writer, and the door that all formats come in by.
class TestPlanFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asciiRows_areReadAsDrawn();
    void asciiRows_areRecognised_data();
    void asciiRows_areRecognised();
    void chart_isReadWithAllItHolds();
    void chartWithErrors_isReported();
    void flatSeatList_isRead();
    void format_isRecognisedByContent_data();
    void format_isRecognisedByContent();
    void otherFiles_areRefused_data();
    void otherFiles_areRefused();
    void everyWriter_isReadBackByTheDoor_data() { addDemoPlans(); }
    void everyWriter_isReadBackByTheDoor();
    void realFile_comesInWhole_data();
    void realFile_comesInWhole();
    void hostileTexts_endSoon_data();
    void hostileTexts_endSoon();
    void names_areThoseOfFormats();
};

void TestPlanFile::asciiRows_areReadAsDrawn()
{
    const Result<ImportResult> result = readAsciiPlan(dataFile(u"formats/rows.txt"_s), u"rows"_s);
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    const Plan &plan = result->plan;
    QCOMPARE(plan.name, u"Parish hall"_s);
    QCOMPARE(seatCount(plan), 8 + 8 + 6 + 8);
    const QList<Seat> seats = seatsOf(plan);
    QCOMPARE(seats[0].label, u"Stalls A 1"_s);
    QCOMPARE(seats[4].position.x - seats[3].position.x, 75.0); // two gaps
    QCOMPARE(seats[8].label, u"Stalls B 8"_s);                 // numbered from the right
    QVERIFY(seats[8].attributes.testFlag(SeatAttribute::Wheelchair));
    QCOMPARE(seats[16].position.y - seats[8].position.y, 60.0); // an empty line
    QCOMPARE(seats[22].label, u"Balcony 1 1"_s);
    QCOMPARE(plan.categories[seats[22].category], (Category {.key = u"balcony"_s, .name = u"Balcony"_s, .color = u"#e69f00"_s}));
    QCOMPARE(plan.categories[seats[29].category].name, u"x"_s);
    QCOMPARE(plan.sections[1].areas[0].name, u"Standing"_s);
    QCOMPARE(plan.sections[1].areas[0].capacity, 120);
    QCOMPARE(plan.shapes[0].text, u"STAGE"_s);
    QVERIFY(plan.focus.has_value());
    QVERIFY(says(result->report, RepairKind::NotKept, u"line 9, column 6"_s, u"\"?\" is no sign"_s));
    QVERIFY(says(result->report, RepairKind::NotKept, u"line 10"_s, u"no row"_s));
    QVERIFY(says(result->report, RepairKind::MissingCategory, u"line 12, column 13"_s, u"\"x\""_s));
}

void TestPlanFile::asciiRows_areRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("rows") << u"A: ####__####\nB: ####\n"_s << true;
    QTest::newRow("with a heading and a stage") << u"[Stalls]\n == STAGE ==\nA: aa__bb\n"_s << true;
    QTest::newRow("an area") << u"Standing: (100)\n"_s << true;
    QTest::newRow("a grid of one seat") << u"balc:M10"_s << false;
    QTest::newRow("a grid") << u"res:A1,,res:B1+\n"_s << false;
    QTest::newRow("a list") << u"row;seat\nA;1\n"_s << false;
    QTest::newRow("prose") << u"Dear Sir: # is a sign.\nI am\nyours\n"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPlanFile::asciiRows_areRecognised()
{
    QFETCH(const QString, text);
    QTEST(looksLikeAsciiPlan(text), "is");
}

void TestPlanFile::chart_isReadWithAllItHolds()
{
    const Result<ImportResult> result = readSeatsIoPlan(dataFile(u"formats/chart.json"_s));
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    const Plan &plan = result->plan;
    QCOMPARE(plan.name, u"Small chart"_s);
    QCOMPARE(plan.focus, (PlanPoint {200, 10}));
    QCOMPARE(labelsOf(plan), (QStringList {u"A 1"_s, u"A 2"_s, u"A 2 (2)"_s, u"A 4"_s, u"Booths B1"_s, u"T1 1"_s, u"T1 2"_s, u"T2 1"_s, u"Balcony A 1"_s}));
    const QList<Seat> seats = seatsOf(plan);
    QVERIFY(seats[0].attributes.testFlag(SeatAttribute::Wheelchair));
    QCOMPARE(seats[1].attributes, SeatAttribute::Companion | SeatAttribute::RestrictedView);
    QCOMPARE(seats[1].customAttributes, (QStringList {u"lift-up armrests"_s, u"plus size"_s}));
    QCOMPARE(seats[0].customAttributes, QStringList());
    QCOMPARE(seats[0].externalIds, QStringList {u"A-1"_s});
    QCOMPARE(seats[8].externalIds, QStringList {u"Balcony-A-1"_s});
    QCOMPARE(seats[8].position, (PlanPoint {210, 120}));
    QCOMPARE(plan.categories[seats[8].category], (Category {.key = u"back"_s, .name = u"Back"_s, .color = u"#010203"_s}));
    const QList<Table> &tables = plan.sections[0].tables;
    QCOMPARE(tables.size(), 2);
    QVERIFY(tables[0].soldWhole && tables[0].shape == TableShape::Round && tables[0].size == (PlanPoint {40, 40}));
    QVERIFY(!tables[1].soldWhole && tables[1].shape == TableShape::Rectangle && tables[1].rotation == 90);
    const QList<Area> &areas = plan.sections[0].areas;
    QCOMPARE(areas.size(), 2);
    QCOMPARE(areas[0].capacity, 80);
    QCOMPARE(areas[1].outline, (QList<PlanPoint> {{300, 200}, {330, 200}, {330, 230}}));
    QCOMPARE(plan.shapes[0].kind, ShapeKind::Stage);
    QCOMPARE(plan.shapes[0].position, (PlanPoint {150, 10}));
    QCOMPARE(plan.shapes[1].text, u"Way out"_s);

    const auto told = [&](RepairKind kind, const QString &where, const QString &what) { return says(result->report, kind, where, what); };
    QVERIFY(told(RepairKind::UnknownKey, {}, u"\"theme\""_s));
    QVERIFY(told(RepairKind::NotKept, u"categories.list[1]"_s, u"wheelchair users only"_s));
    QVERIFY(told(RepairKind::MissingCategory, u"subChart.rows[0].seats[2]"_s, u"\"9\""_s));
    QVERIFY(told(RepairKind::MissingCategory, u"subChart.rows[0].seats[3]"_s, u"no category"_s));
    QVERIFY(told(RepairKind::RepeatedLabel, u"subChart.rows[0].seats[2]"_s, u"\"A 2\" is the label of subChart.rows[0].seats[1]"_s));
    QVERIFY(told(RepairKind::MissingText, u"subChart.rows[0].seats[3]"_s, u"no number"_s));
    QVERIFY(told(RepairKind::WrongType, u"subChart.rows[0].seats[4]"_s, u"left out"_s));
    QVERIFY(told(RepairKind::NotKept, u"subChart.tables[0]"_s, u"open spaces"_s));
    QVERIFY(told(RepairKind::Guess, u"subChart.booths[0]"_s, u"booth"_s));
    QVERIFY(told(RepairKind::NotKept, u"subChart.generalAdmissionAreas[0]"_s, u"sold by the place"_s));
    QVERIFY(told(RepairKind::NotKept, u"subChart.sections[0]"_s, u"entrance"_s));
    QVERIFY(told(RepairKind::NotKept, u"subChart.icons"_s, u"1 pictures"_s));
    QVERIFY(told(RepairKind::NotKept, u"subChart.backgroundImage"_s, u"picture"_s));
}

void TestPlanFile::chartWithErrors_isReported()
{
    const QByteArray file = realFile(u"other/seatsio-sampleChartWithErrors.json"_s);
    if (file.isEmpty())
        QSKIP("The real plan is not on this machine.");
    const Result<ImportResult> result = readSeatsIoPlan(file);
    QVERIFY(result.ok());
    QCOMPARE(seatCount(result->plan), 32);
    QVERIFY(says(result->report, RepairKind::RepeatedLabel, u"subChart.rows[0].seats[1]"_s, u"\"A 1\""_s));
    QVERIFY(says(result->report, RepairKind::MissingText, u"subChart.rows[0].seats[2]"_s, u"no number"_s));
    QVERIFY(says(result->report, RepairKind::MissingCategory, u"subChart.rows[0].seats[3]"_s, u"no category"_s));
}

void TestPlanFile::flatSeatList_isRead()
{
    const Result<ImportResult> result = readSeatListJson(R"({"seats": [{"rowName": "J", "displayName": "1", "positionLeft": 270, "positionTop": 30, "isSold": true, "refSeatClassID": 158}, 7,
        {"rowName": "J", "displayName": "2", "positionLeft": 240, "positionTop": 30, "refSeatClassID": 158, "attributes": ["aisle", "wheelchair"], "customAttributes": ["sofa", "heated"]}], "isError": false})", u"Flat"_s);
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(labelsOf(result->plan), (QStringList {u"J 1"_s, u"J 2"_s}));
    QCOMPARE(seatsOf(result->plan)[1].position, (PlanPoint {240, 30}));
    QCOMPARE(seatsOf(result->plan)[1].attributes, SeatAttribute::Aisle | SeatAttribute::Wheelchair);
    QCOMPARE(seatsOf(result->plan)[1].customAttributes, (QStringList {u"heated"_s, u"sofa"_s}));
    QCOMPARE(result->plan.categories[0].name, u"158"_s);
    QVERIFY(says(result->report, RepairKind::WrongType, u"seats[1]"_s, u"object"_s));
    QVERIFY(says(result->report, RepairKind::UnknownKey, u"seats[0]"_s, u"\"isSold\""_s));
}

void TestPlanFile::format_isRecognisedByContent_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<PlanFileFormat>("format");
    QTest::newRow("own") << writePlan(studioCinemaPlan()) << QString() << PlanFileFormat::Parterre;
    QTest::newRow("pretix") << dataFile(u"minimal.json"_s) << u"x.svg"_s << PlanFileFormat::Pretix;
    QTest::newRow("pretix with a mark") << "\xEF\xBB\xBF\n" + dataFile(u"minimal.json"_s) << QString() << PlanFileFormat::Pretix;
    QTest::newRow("chart") << dataFile(u"formats/chart.json"_s) << QString() << PlanFileFormat::SeatsIo;
    QTest::newRow("flat") << QByteArray(R"({"seats": [{"row": "A", "seat": 1}]})") << QString() << PlanFileFormat::SeatListJson;
    QTest::newRow("svg") << dataFile(u"formats/drawing.svg"_s) << QString() << PlanFileFormat::Svg;
    QTest::newRow("list") << dataFile(u"formats/list.csv"_s) << QString() << PlanFileFormat::Csv;
    QTest::newRow("grid") << dataFile(u"formats/named.csv"_s) << QString() << PlanFileFormat::Csv;
    QTest::newRow("rows") << dataFile(u"formats/rows.txt"_s) << QString() << PlanFileFormat::Ascii;
    QTest::newRow("rows with a heading first") << QByteArray("[Stalls]\nA: ###\n") << QString() << PlanFileFormat::Ascii;
    QTest::newRow("a seat") << QByteArray("balc:M10") << QString() << PlanFileFormat::Csv;
    QTest::newRow("the ending tells") << QByteArray("A: ###\n") << u"x.CSV"_s << PlanFileFormat::Csv;
}

void TestPlanFile::format_isRecognisedByContent()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, fileName);
    QFETCH(const PlanFileFormat, format);
    const std::optional<PlanFileFormat> found = recognisePlanFile(file, {.fileName = fileName});
    QVERIFY(found.has_value());
    QCOMPARE(planFileFormatName(*found), planFileFormatName(format));
    const Result<PlanFile> read = readPlanFile(file, {.fileName = fileName});
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->format, format);
    QVERIFY(validatePlan(read->plan).isEmpty());
}

void TestPlanFile::otherFiles_areRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other json") << QByteArray(R"({"events": []})");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("cut json") << QByteArray(R"({"zones": [)");
    QTest::newRow("html") << QByteArray("<html></html>");
    QTest::newRow("a letter") << QByteArray("Dear Sir or Madam,\nI have the honour, as it were, to be\n1\n");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("a page") << QByteArray("%PDF-1.5\n1 0 obj\n<< /Length 2 0 R >>\nstream\nA: ###\n");
    QTest::newRow("a program") << QByteArray("#include <a>\nint main(int argc, char **argv)\n{\n    return 0, 1;\n}\n");
    QTest::newRow("a wrong document") << QByteArray(R"({"format": "parterre-plan"})");
    QTest::newRow("large") << QByteArray(kMaxImportBytes + 1, 'x');
}

void TestPlanFile::otherFiles_areRefused()
{
    QFETCH(const QByteArray, file);
    const Result<PlanFile> read = readPlanFile(file);
    QVERIFY(!read.ok());
    QVERIFY(!read.error().detail.isEmpty());
    QCOMPARE(read.error().code, file.size() > kMaxImportBytes ? ErrorCode::FileTooLarge : ErrorCode::FileInvalid);
}

void TestPlanFile::everyWriter_isReadBackByTheDoor()
{
    QFETCH(const Plan, plan);
    for (const PlanFileFormat format : {PlanFileFormat::Parterre, PlanFileFormat::Pretix, PlanFileFormat::Svg, PlanFileFormat::Csv}) {
        QVERIFY(canWrite(format));
        const Result<ExportResult> written = writePlanFile(plan, format);
        QVERIFY(written.ok());
        const Result<PlanFile> again = readPlanFile(written->file);
        QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().detail));
        QCOMPARE(planFileFormatName(again->format), planFileFormatName(format));
        QCOMPARE(seatCount(again->plan), seatCount(plan));
        if (format == PlanFileFormat::Parterre)
            QCOMPARE(again->plan, plan);
    }
    QVERIFY(canWrite(PlanFileFormat::Pdf)); // tst_pdfplan
    QVERIFY(!canWrite(PlanFileFormat::SeatsIo) && !canWrite(PlanFileFormat::Ascii) && !canWrite(PlanFileFormat::SeatListJson));
}

void TestPlanFile::realFile_comesInWhole_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PlanFileFormat>("format");
    QTest::addColumn<qint32>("seats");
    QTest::addColumn<qint32>("places"); // of areas
    QTest::addColumn<int>("tables");
    const auto row = [](const char *name, PlanFileFormat format, qint32 seats, qint32 places, int tables) { QTest::newRow(name) << QString::fromLatin1(name) << format << seats << places << tables; };
    row("pretix/tiptip-show1-polygon.json", PlanFileFormat::Pretix, 1132, 0, 0);
    row("pretix/riethsporthalle-erfurt.pretix.json", PlanFileFormat::Pretix, 1252, 0, 0);
    row("pretix/riethsporthalle-erfurt.early.json", PlanFileFormat::Pretix, 760, 0, 0);
    row("pretix/seatmap-canvas-stadium.json", PlanFileFormat::Pretix, 738, 0, 0);
    row("pretix/beer-benches-generated.json", PlanFileFormat::Pretix, 960, 0, 0);
    row("other/seatsio-sampleChart.json", PlanFileFormat::SeatsIo, 32, 200, 0);
    row("other/seatsio-sampleChartWithTables.json", PlanFileFormat::SeatsIo, 12, 0, 2);
    row("other/seatsio-sampleChartWithSections.json", PlanFileFormat::SeatsIo, 71, 0, 0);
    row("other/seatsio-sampleChartWithErrors.json", PlanFileFormat::SeatsIo, 32, 200, 0);
    row("other/tessitura-amazing-venue.svg", PlanFileFormat::Svg, 152, 0, 0);
    row("other/audience1st-valid_seatmap.csv", PlanFileFormat::Csv, 4, 0, 0);
    row("other/audience1st-utf8bom_seatmap.csv", PlanFileFormat::Csv, 1, 0, 0);
    row("other/seatmap-canvas-small.json", PlanFileFormat::SeatListJson, 100, 0, 0);
}

void TestPlanFile::realFile_comesInWhole()
{
    QFETCH(const QString, name);
    QFETCH(const PlanFileFormat, format);
    const QByteArray file = realFile(name);
    if (file.isEmpty())
        QSKIP("The real plan is not on this machine; its licence keeps it out of the project.");
    const Result<PlanFile> read = readPlanFile(file, {.fileName = name});
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(planFileFormatName(read->format), planFileFormatName(format));
    QTEST(seatCount(read->plan), "seats");
    qint32 places = 0;
    int tables = 0;
    for (const Section &section : read->plan.sections) {
        tables += static_cast<int>(section.tables.size());
        for (const Area &area : section.areas)
            places += area.capacity;
    }
    QTEST(places, "places");
    QTEST(tables, "tables");
    QVERIFY(validatePlan(read->plan).isEmpty());
    // And whatever came in goes out in every format with every seat.
    for (const PlanFileFormat out : {PlanFileFormat::Parterre, PlanFileFormat::Pretix, PlanFileFormat::Svg, PlanFileFormat::Csv}) {
        const Result<ExportResult> written = writePlanFile(read->plan, out);
        QVERIFY(written.ok());
        const Result<PlanFile> again = readPlanFile(written->file);
        QVERIFY(again.ok());
        QCOMPARE(seatCount(again->plan), seatCount(read->plan));
    }
}

void TestPlanFile::hostileTexts_endSoon_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("long row") << QByteArray("A: ") + QByteArray(600'000, '#');
    QTest::newRow("many rows") << QByteArray("A: #\n").repeated(250'000);
    QTest::newRow("many lines") << QByteArray("A: _\n").repeated(400'000);
    QTest::newRow("absurd area") << QByteArray("A: (2147483647)\n");
    QTest::newRow("chart in charts") << [] {
        QByteArray file(R"({"subChart":)");
        for (int i = 0; i < 200; ++i)
            file += R"({"sections":[{"label":"S","subChart":)";
        return file + "{}" + QByteArray("}]}").repeated(200) + "}";
    }();
    QTest::newRow("deep json") << QByteArray(R"({"subChart":)") + QByteArray(100'000, '[');
    QTest::newRow("huge numbers") << QByteArray(R"({"subChart":{"generalAdmissionAreas":[{"label":"A","capacity":1e300,"center":{"x":1e300,"y":-1e300},"type":"circle","radius1":1e300}]}})");
    QTest::newRow("garbage") << [] {
        QByteArray file;
        for (int i = 0; i < 2'500'000; ++i)
            file.append(reinterpret_cast<const char *>(&i), 4);
        return file;
    }();
}

void TestPlanFile::hostileTexts_endSoon()
{
    QFETCH(const QByteArray, file);
    const Result<PlanFile> read = readPlanFile(file);
    QVERIFY(read ? validatePlan(read->plan).isEmpty() : !read.error().detail.isEmpty());
}

void TestPlanFile::names_areThoseOfFormats()
{
    for (const PlanFileFormat format : {PlanFileFormat::Parterre, PlanFileFormat::Pretix, PlanFileFormat::SeatsIo, PlanFileFormat::SeatListJson, PlanFileFormat::Svg, PlanFileFormat::Csv, PlanFileFormat::Ascii, PlanFileFormat::Pdf})
        QVERIFY(planFileFormatOf(QString(planFileFormatName(format))) == format);
    QVERIFY(!planFileFormatOf(u"docx"));
}

QTEST_APPLESS_MAIN(TestPlanFile)
#include "tst_planfile.moc"
