// SPDX-License-Identifier: GPL-3.0-or-later
#include "planfiletest.h"

#include "shared/planio/csvplan.h"
#include "shared/planio/csvtable.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"

#include <QDir>
#include <QTest>

using namespace parterre;
using namespace parterre::planio;
using namespace parterre::planfiletest;
using namespace Qt::StringLiterals;

namespace {

ImportResult imported(const QString &name)
{
    const Result<ImportResult> result = readCsvPlan(dataFile(u"formats/"_s + name), u"Hall"_s);
    if (!result)
        qFatal("%s: %s", qPrintable(name), qPrintable(result.error().detail));
    return *result;
}

// What a list of seats has no place for.
Plan withoutWhatListsLack(Plan plan)
{
    plan.shapes.clear();
    plan.focus.reset();
    return plan;
}

QList<QStringList> cellsOf(const QString &text, QChar separator = u',')
{
    QList<QStringList> cells;
    const Result<QList<CsvLine>> lines = readCsv(text, separator);
    if (!lines)
        return {{lines.error().detail}};
    for (const CsvLine &line : *lines)
        cells.append(line.cells);
    return cells;
}

} // namespace

class TestCsvPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_isReadByRfc4180();
    void separator_isRecognised_data();
    void separator_isRecognised();
    void cell_isQuotedWhereNeeded();
    void list_isReadWithItsColumns();
    void customAttributes_areTidied();
    void listWithoutPlaces_isSetOutInLines();
    void grid_isReadAsOnPaper();
    void gridOfNamedSeats_isReadInSections();
    void otherEncodings_areRead();
    void list_comesBackAsTheSamePlan_data() { addDemoPlans(); }
    void list_comesBackAsTheSamePlan();
    void realPretixPlan_comesBackAsTheSame_data();
    void realPretixPlan_comesBackAsTheSame();
    void realGrid_comesInWhole();
    void hostileFiles_endSoon_data();
    void hostileFiles_endSoon();
    void absurdValues_areMovedIntoRange();
};

void TestCsvPlan::table_isReadByRfc4180()
{
    QCOMPARE(cellsOf(u"a,b\r\n\"1,2\",\"say \"\"x\"\"\"\r\n\"two\nlines\",\n\n"_s),
             (QList<QStringList> {{u"a"_s, u"b"_s}, {u"1,2"_s, u"say \"x\""_s}, {u"two\nlines"_s, {}}, {QString()}}));
    QCOMPARE(cellsOf(u"a\rb"_s), (QList<QStringList> {{u"a"_s}, {u"b"_s}}));
    const Result<QList<CsvLine>> lines = readCsv(u"\"a\nb\",c\nd\n"_s, u',');
    QVERIFY(lines.ok());
    QCOMPARE((*lines)[1].number, 3);
    const Result<QList<CsvLine>> open = readCsv(u"a\nb,\"c\nd"_s, u',');
    QVERIFY(!open.ok());
    QVERIFY(open.error().detail.contains(u"line 2 opens a quote"_s));
}

void TestCsvPlan::separator_isRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << u"row,seat\n1;2,3"_s << QChar(u',');
    QTest::newRow("semicolon and decimal commas") << u"row;seat\n1,5;2,5;3,5"_s << QChar(u';');
    QTest::newRow("tab") << u"row\tseat, number\n"_s << QChar(u'\t');
    QTest::newRow("bar") << u"Title\nrow|seat\n"_s << QChar(u'|');
    QTest::newRow("in quotes") << u"\"a;b;c\",d\n"_s << QChar(u',');
    QTest::newRow("said") << u"sep=|\nrow,seat|a\n"_s << QChar(u'|');
}

void TestCsvPlan::separator_isRecognised()
{
    QFETCH(const QString, text);
    QTEST(separatorOf(text), "separator");
}

void TestCsvPlan::cell_isQuotedWhereNeeded()
{
    QCOMPARE(csvCell(u"A 1"_s), u"A 1"_s);
    QCOMPARE(csvCell(u"a,b"_s), u"\"a,b\""_s);
    QCOMPARE(csvCell(u"say \"x\""_s), u"\"say \"\"x\"\"\""_s);
    QCOMPARE(csvCell(u"=1+1"_s), u"=1+1"_s);
}

void TestCsvPlan::list_isReadWithItsColumns()
{
    const ImportResult result = imported(u"list.csv"_s);
    const Plan &plan = result.plan;
    QCOMPARE(plan.name, u"Hall"_s);
    QCOMPARE(labelsOf(plan), (QStringList {u"Parkett A 1"_s, u"Parkett A 2"_s, u"Parkett A 3"_s, u"Parkett B 1"_s, u"Rang A 1"_s, u"Rang A 2"_s, u"Rang A 7"_s}));
    QCOMPARE(plan.sections[0].rows.size(), 2);
    const QList<Seat> seats = seatsOf(plan);
    QCOMPARE(seats[1].position, (PlanPoint {37.5, 20}));
    QVERIFY(seats[0].attributes.testFlag(SeatAttribute::Wheelchair));
    QCOMPARE(plan.categories[seats[3].category].name, u"Hinten; links"_s);
    QCOMPARE(plan.categories[seats[5].category].name, u"Standard"_s);

    QVERIFY(says(result.report, RepairKind::NotKept, u"line 1"_s, u"Village hall"_s));
    QVERIFY(says(result.report, RepairKind::UnknownKey, u"line 3"_s, u"\"Kommentar\""_s));
    QVERIFY(says(result.report, RepairKind::NotKept, u"line 5"_s, u"\"fancy\""_s));
    QVERIFY(says(result.report, RepairKind::MissingText, u"line 8"_s, u"no number"_s));
    QVERIFY(says(result.report, RepairKind::MissingCategory, u"line 8"_s, u"\"Standard\""_s));
    QVERIFY(says(result.report, RepairKind::WrongType, u"line 10"_s, u"\"far\""_s));
    QVERIFY(says(result.report, RepairKind::MissingValue, u"line 10"_s, u"only one of x and y"_s));
    QVERIFY(says(result.report, RepairKind::Guess, {}, u"where 1 seats stand"_s));
}

void TestCsvPlan::customAttributes_areTidied()
{
    const QByteArray file = "row,seat,Custom Attributes\nA,1,\"sofa;  extra   legroom ,sofa\"\nA,2,heated\nA,3,\nA,4,\"i,h,g,f,e,d,c,b,a\"\nA,5," + QByteArray(41, 'x') + "\n";
    const Result<ImportResult> result = readCsvPlan(file);
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    const QList<Seat> seats = seatsOf(result->plan);
    QCOMPARE(seats[0].customAttributes, (QStringList {u"extra legroom"_s, u"sofa"_s}));
    QCOMPARE(seats[1].customAttributes, QStringList {u"heated"_s});
    QCOMPARE(seats[2].customAttributes, QStringList());
    QCOMPARE(seats[3].customAttributes, (QStringList {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s}));
    QCOMPARE(seats[4].customAttributes, QStringList {QString(40, u'x')});
    QVERIFY(says(result->report, RepairKind::NotKept, u"line 5"_s, u"more than 8 custom attributes"_s));
    QVERIFY(says(result->report, RepairKind::TextChanged, u"line 6"_s, u"xxxx"_s));
}

void TestCsvPlan::listWithoutPlaces_isSetOutInLines()
{
    const ImportResult result = imported(u"bare.csv"_s);
    QCOMPARE(labelsOf(result.plan), (QStringList {u"A 1"_s, u"A 2"_s, u"A 10"_s, u"B 1"_s}));
    const QList<Seat> seats = seatsOf(result.plan);
    QCOMPARE(seats[1].position.x - seats[0].position.x, 25.0);
    QVERIFY(seats[3].position.y > seats[2].position.y);
    QVERIFY(says(result.report, RepairKind::Guess, {}, u"where 4 seats stand"_s));
    QVERIFY(says(result.report, RepairKind::Guess, u"line 2"_s, u"names no section"_s));
}

void TestCsvPlan::grid_isReadAsOnPaper()
{
    const ImportResult result = imported(u"grid.csv"_s);
    const Plan &plan = result.plan;
    QCOMPARE(labelsOf(plan), (QStringList {u"Stalls A 1"_s, u"Stalls A 2"_s, u"Stalls A 3"_s, u"Stalls A 4"_s, u"Stalls B 1"_s, u"Stalls B 2"_s, u"Stalls B 3"_s, u"Stalls B 4"_s,
                                           u"Stalls B 5"_s, u"Stalls C 1"_s, u"Stalls C 2"_s, u"Stalls C 3"_s, u"Stalls C 4"_s, u"Balcony 1 1"_s, u"Balcony 1 2"_s, u"Balcony 1 3"_s}));
    const QList<Seat> seats = seatsOf(plan);
    QCOMPARE(seats[2].position.x - seats[1].position.x, 50.0); // the aisle
    QCOMPARE(seats[9].position.y - seats[4].position.y, 60.0); // the empty line
    QVERIFY(seats[3].attributes.testFlag(SeatAttribute::Wheelchair));
    QCOMPARE(plan.categories[seats[7].category].name, u"Premium"_s);
    QCOMPARE(plan.shapes.size(), 1);
    QCOMPARE(plan.shapes[0].kind, ShapeKind::Stage);
    QVERIFY(plan.focus.has_value());
}

void TestCsvPlan::gridOfNamedSeats_isReadInSections()
{
    const ImportResult result = imported(u"named.csv"_s);
    QCOMPARE(labelsOf(result.plan), (QStringList {u"res A 1"_s, u"res A 2"_s, u"res B 1"_s, u"res B 2"_s}));
    QVERIFY(seatsOf(result.plan)[2].attributes.testFlag(SeatAttribute::Wheelchair));
}

void TestCsvPlan::otherEncodings_areRead()
{
    const QByteArray latin("section,seat\nB\xfchne\x80,1\n");
    const Result<ImportResult> windows = readCsvPlan(latin);
    QVERIFY(windows.ok());
    QCOMPARE(windows->plan.sections[0].name, u"Bühne€"_s);
    QVERIFY(mentions(windows->report, u"Windows-1252"_s));
    const QString text = u"\ufeffsection\tseat\nقاعة\t1\n"_s;
    const Result<ImportResult> wide = readCsvPlan(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    QVERIFY(wide.ok());
    QCOMPARE(wide->plan.sections[0].name, u"قاعة"_s);
}

void TestCsvPlan::list_comesBackAsTheSamePlan()
{
    QFETCH(const Plan, plan);
    QVERIFY(validatePlan(plan).isEmpty());
    const ExportResult written = writeCsvPlan(plan);
    const Result<ImportResult> again = readCsvPlan(written.file, plan.name);
    QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().detail));
    Plan expected = withoutWhatListsLack(plan);
    expected.size = again->plan.size;
    // Categories come in the order seats name them.
    QCOMPARE(again->plan.sections.size(), expected.sections.size());
    const QList<Seat> before = seatsOf(plan), after = seatsOf(again->plan);
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(again->plan.categories[after[i].category], plan.categories[before[i].category]);
        Seat same = after[i];
        same.category = before[i].category;
        QCOMPARE(same, before[i]);
    }
    for (qsizetype s = 0; s < plan.sections.size(); ++s) {
        const Section &a = again->plan.sections[s], &b = plan.sections[s];
        QCOMPARE(a.name, b.name);
        QCOMPARE(a.rows.size(), b.rows.size());
        for (qsizetype r = 0; r < a.rows.size(); ++r) {
            QCOMPARE(a.rows[r].label, b.rows[r].label);
            QCOMPARE(a.rows[r].labelPosition, b.rows[r].labelPosition);
            QCOMPARE(a.rows[r].seats.size(), b.rows[r].seats.size());
        }
        QCOMPARE(a.tables.size(), b.tables.size());
        for (qsizetype t = 0; t < a.tables.size(); ++t) {
            Table same = a.tables[t];
            same.seats = b.tables[t].seats;
            QCOMPARE(same, b.tables[t]);
        }
        QCOMPARE(a.areas.size(), b.areas.size());
        for (qsizetype i = 0; i < a.areas.size(); ++i) {
            QCOMPARE(a.areas[i].outline, b.areas[i].outline);
            QCOMPARE(a.areas[i].capacity, b.areas[i].capacity);
            QCOMPARE(a.areas[i].firstPlace, b.areas[i].firstPlace);
            QCOMPARE(again->plan.categories[a.areas[i].category], plan.categories[b.areas[i].category]);
        }
    }
    QVERIFY(plan.shapes.isEmpty() || mentions(written.report, u"a shape is not in the file"_s));
    QVERIFY(!plan.focus || mentions(written.report, u"look at"_s));
    for (const RepairEntry &entry : written.report)
        QVERIFY2(!entry.where.contains("sections["_L1), qPrintable(entry.where + u' ' + entry.message));
}

void TestCsvPlan::realPretixPlan_comesBackAsTheSame_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"tiptip-show1-polygon.json", "riethsporthalle-erfurt.pretix.json", "riethsporthalle-erfurt.early.json", "seatmap-canvas-stadium.json", "beer-benches-generated.json"})
        QTest::newRow(name) << u"pretix/"_s + QString::fromLatin1(name);
}

void TestCsvPlan::realPretixPlan_comesBackAsTheSame()
{
    QFETCH(const QString, name);
    const QByteArray file = realFile(name);
    if (file.isEmpty())
        QSKIP("The real plan is not on this machine; its licence keeps it out of the project.");
    const Result<ImportResult> plan = readPretixPlan(file);
    QVERIFY(plan.ok());
    const ExportResult written = writeCsvPlan(plan->plan);
    const Result<ImportResult> again = readCsvPlan(written.file, plan->plan.name);
    QVERIFY(again.ok());
    const QList<Seat> before = seatsOf(plan->plan), after = seatsOf(again->plan);
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        Seat same = after[i];
        same.category = before[i].category;
        QCOMPARE(same, before[i]);
        QCOMPARE(again->plan.categories[after[i].category], plan->plan.categories[before[i].category]);
    }
}

void TestCsvPlan::realGrid_comesInWhole()
{
    const QByteArray grid = realFile(u"other/audience1st-valid_seatmap.csv"_s);
    if (grid.isEmpty())
        QSKIP("The real plans are not on this machine; their licences keep them out of the project.");
    const Result<ImportResult> result = readCsvPlan(grid);
    QVERIFY(result.ok());
    QCOMPARE(labelsOf(result->plan), (QStringList {u"res A 1"_s, u"res A 2"_s, u"res B 1"_s, u"res B 2"_s}));
    const Result<ImportResult> marked = readCsvPlan(realFile(u"other/audience1st-utf8bom_seatmap.csv"_s));
    QVERIFY(marked.ok());
    QCOMPARE(labelsOf(marked->plan), QStringList {u"balc M 10"_s});
}

void TestCsvPlan::hostileFiles_endSoon_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(1'000'000, '\n');
    QTest::newRow("commas") << QByteArray(10'000'000, ',');
    QTest::newRow("many cells") << QByteArray(",\n").repeated(5'000'000);
    QTest::newRow("open quote") << QByteArray("row,seat\n\"") + QByteArray(10'000'000, 'x');
    QTest::newRow("too many sections") << [] {
        QByteArray file("section,seat\n");
        for (int i = 0; i < 6'000; ++i)
            file += QByteArray::number(i) + ",1\n";
        return file;
    }();
    QTest::newRow("only a header") << QByteArray("section,row,seat\n");
    QTest::newRow("too many areas") << [] {
        QByteArray file("area,seat,capacity\n");
        for (int i = 0; i < 1'100; ++i)
            file += QByteArray::number(i) + ",,1\n";
        return file;
    }();
    QTest::newRow("too many places") << QByteArray("area,seat,capacity\nA,,400000\nB,,400000\n");
    QTest::newRow("too large") << QByteArray(kMaxImportBytes + 1, ' ');
}

void TestCsvPlan::hostileFiles_endSoon()
{
    QFETCH(const QByteArray, file);
    const Result<ImportResult> result = readCsvPlan(file);
    QVERIFY(!result.ok());
    QVERIFY(!result.error().detail.isEmpty());
}

void TestCsvPlan::absurdValues_areMovedIntoRange()
{
    const QByteArray file("section,row,seat,x,y,radius,category\nA,1,1,1e300,-inf,1e9,C\nA,1,2,nan,0,-4,C\nA,1,1,0,0,,C\n" + QByteArray("A,1,") + QByteArray(1'000, 'n') + ",5,5,,C\n");
    const Result<ImportResult> result = readCsvPlan(file);
    QVERIFY(result.ok());
    QCOMPARE(seatCount(result->plan), 4);
    QVERIFY(says(result->report, RepairKind::NumberOutOfRange, u"line 2"_s, u"1e+300"_s));
    QVERIFY(says(result->report, RepairKind::RepeatedLabel, u"line 4"_s, u"\"A 1 1\" is the label of line 2"_s));
    QVERIFY(says(result->report, RepairKind::TextChanged, u"line 5"_s, u"nnnn"_s));
    // A garbage of ten megabytes is a grid of nonsense, or nothing, but it ends.
    QByteArray garbage;
    for (int i = 0; i < 1'250'000; ++i)
        garbage.append(reinterpret_cast<const char *>(&i), 4).append("\n;,x");
    const Result<ImportResult> nonsense = readCsvPlan(garbage);
    QVERIFY(!nonsense.ok() || validatePlan(nonsense->plan).isEmpty());
}

QTEST_APPLESS_MAIN(TestCsvPlan)
#include "tst_csvplan.moc"
