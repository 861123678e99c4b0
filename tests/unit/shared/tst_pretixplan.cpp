// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/planvalidation.h"
#include "shared/domain/seattable.h"
#include "shared/planio/pretixplan.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTest>

using namespace parterre;
using namespace parterre::planio;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ImportResult imported(const QString &name)
{
    const Result<ImportResult> result = readPretixPlan(fileText(QStringLiteral(PARTERRE_SOURCE_DIR "/tests/data/plans/") + name));
    if (!result)
        qFatal("%s: %s", qPrintable(name), qPrintable(result.error().detail));
    return *result;
}

QList<Seat> seatsOf(const Plan &plan)
{
    QList<Seat> seats;
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows)
            seats += row.seats;
    }
    return seats;
}

QStringList labelsOf(const Plan &plan)
{
    QStringList labels;
    for (const Seat &seat : seatsOf(plan))
        labels.append(seat.label);
    return labels;
}

// The entries of a kind as "where | message".
QStringList entries(const ImportResult &result, RepairKind kind)
{
    QStringList list;
    for (const RepairEntry &entry : result.report) {
        if (entry.kind == kind)
            list.append(entry.where + " | "_L1 + entry.message);
    }
    return list;
}

bool says(const ImportResult &result, RepairKind kind, const QString &where, const QString &message)
{
    for (const RepairEntry &entry : result.report) {
        if (entry.kind == kind && entry.where == where && entry.message.contains(message))
            return true;
    }
    qWarning().noquote() << "no" << repairKindName(kind) << where << message << "in" << entries(result, kind);
    return false;
}

} // namespace

class TestPretixPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundFile_comesInWithoutAWord();
    void repeatedIds_nameBothPlaces();
    void repeatedLabels_getOneNumberPerPart();
    void categories_areMadeAndNamedForPeople();
    void wrongTypes_areReadWhereTheyMakeSense();
    void unknownKeys_areCountedWithTheirFirstPlace();
    void absurdNumbers_areMovedIntoRange();
    void misplacedSeats_areReportedAndStay();
    void areas_becomeShapesAndTheStageIsGuessed();
    void templates_makeTheLabel();
    void missingNameAndSize_areMadeUp();
    void otherFiles_areRefusedSayingWhatWasExpected_data();
    void otherFiles_areRefusedSayingWhatWasExpected();
    void hugeFile_isRefusedUnread();
    void deepAndWideFiles_end();
    void longReport_saysHowMuchIsLeft();
    void realFile_comesInWhole_data();
    void realFile_comesInWhole();
};

void TestPretixPlan::soundFile_comesInWithoutAWord()
{
    const ImportResult result = imported(u"minimal.json"_s);
    QVERIFY2(result.report.isEmpty(), qPrintable(result.report.value(0).message));
    QCOMPARE(result.plan.name, u"Village hall"_s);
    QCOMPARE(result.plan.size, (PlanPoint {300, 200}));
    QVERIFY(!result.plan.focus);
    const QList<Seat> seats = seatsOf(result.plan);
    QCOMPARE(seats.size(), 2);
    QCOMPARE(seats[1].label, u"Hall 1 2"_s);
    QCOMPARE(seats[1].position, (PlanPoint {65, 60}));
    QCOMPARE(seats[1].radius, 11.5);
    QCOMPARE(seats[1].externalIds, (QStringList {u"hall-1-2"_s, u"s2"_s}));
    QCOMPARE(result.plan.categories.constFirst(), (Category {.key = u"front"_s, .name = u"Front"_s, .color = u"#0072b2"_s}));
    QCOMPARE(result.plan.sections[0].rows[0].labelPosition, RowLabelPosition::Both);
}

void TestPretixPlan::repeatedIds_nameBothPlaces()
{
    const ImportResult result = imported(u"repeated.json"_s);
    QCOMPARE(entries(result, RepairKind::RepeatedId).size(), 1);
    QVERIFY(says(result, RepairKind::RepeatedId, u"zones[0].rows[1].seats[0]"_s, u"\"g-1\" is that of zones[0].rows[0].seats[0]"_s));
    QCOMPARE(seatsOf(result.plan)[3].externalIds, QStringList {u"g-1"_s});
}

void TestPretixPlan::repeatedLabels_getOneNumberPerPart()
{
    const ImportResult result = imported(u"repeated.json"_s);
    const QStringList expected {
        u"Ground floor 1 1"_s,     u"Ground floor 1 2"_s,     u"Ground floor 1 3"_s,
        u"Ground floor 1 1 (2)"_s, u"Ground floor 1 2 (2)"_s, u"Ground floor 1 4 (2)"_s, // a part of its own
        u"Ground floor 2 1"_s,     u"Ground floor 2 2"_s,     u"Ground floor 2 2 (2)"_s, // a slip of one seat
    };
    QCOMPARE(labelsOf(result.plan), expected);
    QCOMPARE(entries(result, RepairKind::RepeatedLabel).size(), 4);
    QVERIFY(says(result, RepairKind::RepeatedLabel, u"zones[0].rows[2].seats[2]"_s, u"label of zones[0].rows[2].seats[1]"_s));
    QCOMPARE(labelsOf(imported(u"repeated.json"_s).plan), expected);
}

void TestPretixPlan::categories_areMadeAndNamedForPeople()
{
    const ImportResult result = imported(u"categories.json"_s);
    QStringList names, keys;
    for (const Category &category : result.plan.categories) {
        names.append(category.name);
        keys.append(category.key);
        QVERIFY(isPlanColor(category.color));
    }
    QCOMPARE(names, (QStringList {u"Große Loge, links"_s, u"Category 2"_s, u"Plain"_s, u"grosse loge links"_s, u"Unlisted"_s, u"Standard"_s}));
    QCOMPARE(keys, (QStringList {u"grosse-loge-links"_s, u"category-2"_s, u"plain"_s, u"grosse-loge-links-2"_s, u"unlisted"_s, u"standard"_s}));
    QCOMPARE(result.plan.categories[0].color, u"#aabbcc"_s);
    const QList<Seat> seats = seatsOf(result.plan);
    QCOMPARE(seats[1].category, 4);
    QCOMPARE(seats[4].category, 5);
    QCOMPARE(seats[5].category, 1);
    QVERIFY(says(result, RepairKind::RenamedCategory, u"categories[1]"_s, u"0b7d1a52"_s));
    QVERIFY(says(result, RepairKind::RenamedCategory, u"categories[3]"_s, u"twice"_s));
    QVERIFY(says(result, RepairKind::MissingValue, u"categories[2]"_s, u"no colour"_s));
    QVERIFY(says(result, RepairKind::NotKept, u"categories[4].color"_s, u"red"_s));
    QVERIFY(says(result, RepairKind::WrongType, u"categories[5]"_s, u"object"_s));
    QVERIFY(says(result, RepairKind::MissingCategory, u"zones[0].rows[0].seats[1]"_s, u"Unlisted"_s));
    QVERIFY(says(result, RepairKind::MissingCategory, u"zones[0].rows[0].seats[2]"_s, u"(3 times"_s));
}

void TestPretixPlan::wrongTypes_areReadWhereTheyMakeSense()
{
    const ImportResult result = imported(u"types.json"_s);
    QCOMPARE(result.plan.name, u"2026"_s);
    QCOMPARE(result.plan.size.x, 400.0);
    QCOMPARE(labelsOf(result.plan), (QStringList {u"Hall 1 1"_s, u"Hall 1 2"_s, u"Hall 1 3"_s, u"Hall 1 4"_s, u"Hall 1 5"_s, u"Hall 1 7"_s,
                                                  u"Hall 1 9"_s, u"Hall 2 1"_s, u"Section 3 1 1"_s}));
    const QList<Seat> seats = seatsOf(result.plan);
    QCOMPARE(seats[2].position, (PlanPoint {70, 10}));
    QCOMPARE(seats[3].position, (PlanPoint {20, 10}));
    QCOMPARE(seats[5].radius, 12.0);

    using Kind = RepairKind;
    QVERIFY(says(result, Kind::WrongType, u"categories"_s, u"list"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].areas"_s, u"list"_s));
    QVERIFY(says(result, Kind::TextChanged, u"zones[0].name"_s, u"Hall"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].rows[0]"_s, u"\"left\" is no position"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].rows[0].seats[1].seat_number"_s, u"left out"_s));
    QVERIFY(says(result, Kind::MissingText, u"zones[0].rows[0].seats[2]"_s, u"now \"3\""_s));
    QVERIFY(says(result, Kind::MissingValue, u"zones[0].rows[0].seats[2].position.y"_s, u"0 was taken"_s));
    QVERIFY(says(result, Kind::MissingValue, u"zones[0].rows[0].seats[3].position"_s, u"0, 0"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].rows[0].seats[4].position"_s, u"0, 0"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].rows[0].seats[5]"_s, u"left out"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].rows[0].seats[6].position.x"_s, u"number"_s));
    QVERIFY(says(result, Kind::NotKept, u"zones[0].rows[0].seats[2]"_s, u"direction"_s));
    QVERIFY(says(result, Kind::NotKept, {}, u"1 keys are repeated"_s));
    QVERIFY(says(result, Kind::MissingText, u"zones[0].rows[1]"_s, u"now \"2\""_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[0].rows[2]"_s, u"object"_s));
    QVERIFY(says(result, Kind::WrongType, u"zones[1]"_s, u"object"_s));
    QVERIFY(says(result, Kind::MissingText, u"zones[2]"_s, u"Section 3"_s));
}

void TestPretixPlan::unknownKeys_areCountedWithTheirFirstPlace()
{
    const ImportResult result = imported(u"types.json"_s);
    QCOMPARE(entries(result, RepairKind::UnknownKey).size(), 3);
    QVERIFY(says(result, RepairKind::UnknownKey, {}, u"\"theme\""_s));
    QVERIFY(says(result, RepairKind::UnknownKey, u"zones[0].rows[0].seats[0]"_s, u"\"foo\" is unknown and was not read (3 times"_s));
    QVERIFY(says(result, RepairKind::UnknownKey, u"zones[0].rows[0]"_s, u"\"colour\""_s));
}

void TestPretixPlan::absurdNumbers_areMovedIntoRange()
{
    const ImportResult result = imported(u"geometry.json"_s);
    const QList<Seat> seats = seatsOf(result.plan);
    QCOMPARE(seats.size(), 6);
    QCOMPARE(seats[1].position.x, 1e6);
    QCOMPARE(seats[4].radius, 0.5);
    QCOMPARE(seats[5].radius, 1000.0);
    QVERIFY(says(result, RepairKind::NumberOutOfRange, u"zones[0].rows[0].seats[1].position.x"_s, u"1e+300"_s));
    QVERIFY(says(result, RepairKind::NumberOutOfRange, u"zones[0].rows[0].seats[1]"_s, u"absurdly"_s));
    QVERIFY(says(result, RepairKind::NumberOutOfRange, u"zones[0].rows[0].seats[4].radius"_s, u"-4"_s));
}

void TestPretixPlan::misplacedSeats_areReportedAndStay()
{
    const ImportResult result = imported(u"geometry.json"_s);
    QVERIFY(says(result, RepairKind::OutsideCanvas, u"zones[0].rows[0].seats[2]"_s, u"\"Hall 1 3\""_s));
    QCOMPARE(seatsOf(result.plan)[2].position.x, 260.0);
    QVERIFY(says(result, RepairKind::OnAnotherSeat, u"zones[0].rows[0].seats[3]"_s, u"\"Hall 1 4\" stands on \"Hall 1 1\" (zones[0].rows[0].seats[0])"_s));
    QCOMPARE(seatsOf(result.plan)[3].position, (PlanPoint {13, 14}));
}

void TestPretixPlan::areas_becomeShapesAndTheStageIsGuessed()
{
    const ImportResult result = imported(u"areas.json"_s);
    const QList<Shape> &shapes = result.plan.shapes;
    QCOMPARE(shapes.size(), 6);
    QCOMPARE(shapes[0].kind, ShapeKind::Polygon);
    QCOMPARE(shapes[0].position, (PlanPoint {101, 52}));
    QCOMPARE(shapes[0].rotation, 10.0);
    QCOMPARE(shapes[0].points, (QList<PlanPoint> {{-5, 0}, {5, 0}, {0, 9}}));
    QCOMPARE(shapes[0].fill, u"#cccccc"_s);
    QVERIFY(shapes[0].border.isEmpty());
    QCOMPARE(shapes[1].kind, ShapeKind::Ellipse);
    QCOMPARE(shapes[1].size, (PlanPoint {12, 12}));
    QCOMPARE(shapes[2].size, (PlanPoint {3, 4}));
    QCOMPARE(shapes[3].kind, ShapeKind::Text);
    QCOMPARE(shapes[3].textSize, 24.0);
    QCOMPARE(shapes[3].textColor, u"#ff0000"_s);
    QCOMPARE(shapes[4].kind, ShapeKind::Rectangle);
    QCOMPARE(shapes[4].text, u"B ü h n e"_s);

    // The rectangle says more than the caption; it is 80 wide, without height, and turned by 90 degrees.
    QVERIFY(result.plan.focus.has_value());
    QCOMPARE(qRound(result.plan.focus->x), 120);
    QCOMPARE(qRound(result.plan.focus->y), 120);
    QVERIFY(says(result, RepairKind::Guess, {}, u"stage"_s));
    QVERIFY(says(result, RepairKind::WrongType, u"zones[0].areas[0].polygon.points[2]"_s, u"left out"_s));
    QVERIFY(says(result, RepairKind::NotKept, u"zones[0].areas[1].color"_s, u"rgba"_s));
    QVERIFY(says(result, RepairKind::NumberOutOfRange, u"zones[0].areas[4].rectangle.height"_s, u"-20"_s));
    QVERIFY(says(result, RepairKind::NotKept, u"zones[0].areas[6]"_s, u"\"star\""_s));
    QVERIFY(says(result, RepairKind::NotKept, u"zones[0].areas[7]"_s, u"without text"_s));
    QVERIFY(says(result, RepairKind::WrongType, u"zones[0].areas[8]"_s, u"object"_s));
}

void TestPretixPlan::templates_makeTheLabel()
{
    const ImportResult result = imported(u"templates.json"_s);
    QCOMPARE(labelsOf(result.plan),
             (QStringList {u"Balkon Reihe 3 Platz 7"_s, u"Balkon K7"_s, u"Balkon Reihe 4 7"_s, u"Balkon 5 7"_s}));
    const auto position = [&result](int row) { return result.plan.sections[0].rows[row].labelPosition; };
    QCOMPARE(position(0), RowLabelPosition::Start);
    QCOMPARE(position(1), RowLabelPosition::End);
    QCOMPARE(position(2), RowLabelPosition::None);
}

void TestPretixPlan::missingNameAndSize_areMadeUp()
{
    const ImportResult result = imported(u"noname.json"_s);
    QCOMPARE(result.plan.name, u"Imported plan"_s);
    QCOMPARE(result.plan.size, (PlanPoint {80, 90}));
    QVERIFY(says(result, RepairKind::MissingText, u"name"_s, u"Imported plan"_s));
    QVERIFY(says(result, RepairKind::MissingValue, u"size"_s, u"80 x 90"_s));
}

void TestPretixPlan::otherFiles_areRefusedSayingWhatWasExpected_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no json") << QByteArray("<svg/>");
    QTest::newRow("cut off") << QByteArray(R"({"zones": [{"rows": [)");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("another object") << QByteArray(R"({"events": []})");
    QTest::newRow("zones no list") << QByteArray(R"({"zones": {}})");
    QTest::newRow("no seat") << QByteArray(R"({"zones": [{"rows": [{"seats": []}]}]})");
    QTest::newRow("bad utf-8") << QByteArray("{\"zones\": [\"\xff\"]}");
    QTest::newRow("too many zones") << QByteArray("{\"zones\": [" + QByteArray("{},").repeated(5'000) + "{}]}");
}

void TestPretixPlan::otherFiles_areRefusedSayingWhatWasExpected()
{
    QFETCH(const QByteArray, text);
    const Result<ImportResult> result = readPretixPlan(text);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::FileInvalid);
    QVERIFY(result.error().detail.contains(u"expected a seating plan in pretix format"_s));
}

void TestPretixPlan::hugeFile_isRefusedUnread()
{
    const Result<ImportResult> result = readPretixPlan(QByteArray(kMaxImportBytes + 1, ' '));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::FileTooLarge);
    QCOMPARE(result.error().limit, kMaxImportBytes);
}

void TestPretixPlan::deepAndWideFiles_end()
{
    QVERIFY(!readPretixPlan(QByteArray(R"({"zones":)") + QByteArray(100'000, '[')).ok());
    QVERIFY(!readPretixPlan(QByteArray(R"({"zones":[],"x":)") + QByteArray("[").repeated(1'000) + QByteArray("]").repeated(1'000) + "}").ok());
    // All on one spot under one name: neither labels nor overlaps may take the square of their number.
    const QByteArray seats = QByteArray(R"({"seat_number":"1","position":{"x":0,"y":0},"category":"A"},)").repeated(30'000);
    const Result<ImportResult> result = readPretixPlan(R"({"zones":[{"name":"H","rows":[{"row_number":"1","seats":[)" + seats + "0]}]}]}");
    QVERIFY(result.ok());
    QCOMPARE(seatCount(result->plan), 30'000);
    const QStringList labels = labelsOf(result->plan);
    QCOMPARE(QSet<QString>(labels.cbegin(), labels.cend()).size(), 30'000);
}

void TestPretixPlan::longReport_saysHowMuchIsLeft()
{
    const QByteArray seats = QByteArray(R"({"seat_number":"1","position":{"x":0,"y":0},"category":"A"},)").repeated(30'000);
    const Result<ImportResult> result = readPretixPlan(R"({"zones":[{"name":"H","rows":[{"row_number":"1","seats":[)" + seats + "0]}]}]}");
    QVERIFY(result.ok());
    QVERIFY(result->report.size() <= ImportReport::kMaxEntries + 500);
    QVERIFY(result->report.constLast().message.contains(u"more entries do not fit"_s));
}

void TestPretixPlan::realFile_comesInWhole_data()
{
    QTest::addColumn<qsizetype>("seats");
    QTest::addColumn<qsizetype>("repeatedIds");
    QTest::addColumn<qsizetype>("repeatedLabels"); // at least: the rest of a row goes along
    QTest::addColumn<qsizetype>("outside");
    QTest::addColumn<qsizetype>("onAnother");
    QTest::newRow("tiptip-show1-polygon.json") << qsizetype(1132) << qsizetype(21) << qsizetype(0) << qsizetype(0) << qsizetype(0);
    QTest::newRow("riethsporthalle-erfurt.pretix.json") << qsizetype(1252) << qsizetype(0) << qsizetype(0) << qsizetype(119) << qsizetype(248);
    QTest::newRow("riethsporthalle-erfurt.early.json") << qsizetype(760) << qsizetype(0) << qsizetype(562) << qsizetype(0) << qsizetype(0);
    QTest::newRow("seatmap-canvas-stadium.json") << qsizetype(738) << qsizetype(420) << qsizetype(420) << qsizetype(0) << qsizetype(162);
    QTest::newRow("beer-benches-generated.json") << qsizetype(960) << qsizetype(0) << qsizetype(0) << qsizetype(0) << qsizetype(0);
}

void TestPretixPlan::realFile_comesInWhole()
{
    const QString path = qEnvironmentVariable("PARTERRE_PLANS", QStringLiteral(PARTERRE_SOURCE_DIR "/../shared/plans")) + "/pretix/"_L1 + QString::fromLatin1(QTest::currentDataTag());
    if (!QFileInfo::exists(path))
        QSKIP("The real plan is not on this machine; its licence keeps it out of the project.");
    QFETCH(const qsizetype, seats);
    QFETCH(const qsizetype, repeatedIds);
    QFETCH(const qsizetype, repeatedLabels);
    QFETCH(const qsizetype, outside);
    QFETCH(const qsizetype, onAnother);

    const Result<ImportResult> result = readPretixPlan(fileText(path));
    QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
    QVERIFY(validatePlan(result->plan).isEmpty()); // dense indexes and unique labels are part of it
    QCOMPARE(seatCount(result->plan), seats);
    QCOMPARE(entries(*result, RepairKind::RepeatedId).size(), repeatedIds);
    QVERIFY(entries(*result, RepairKind::RepeatedLabel).size() >= repeatedLabels);
    QCOMPARE(entries(*result, RepairKind::OutsideCanvas).size(), outside);
    QCOMPARE(entries(*result, RepairKind::OnAnotherSeat).size(), onAnother);

    const SeatTable table(result->plan);
    qint32 withNeighbour = 0;
    for (qint32 s = 0; s < table.size(); ++s)
        withNeighbour += table.left(s) != SeatTable::kNone || table.right(s) != SeatTable::kNone;
    QCOMPARE(withNeighbour, table.size());
}

QTEST_APPLESS_MAIN(TestPretixPlan)
#include "tst_pretixplan.moc"
