// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace parterre {

namespace {

using namespace Qt::StringLiterals;

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kPitch = 25;

double rounded(double length)
{
    return std::round(length * 100) / 100;
}

// Rows and floors are drawn on circles round one point above the stage. An angle is measured from the axis of the
// house, to the right when positive; a place is rounded so that left and right mirror each other exactly.
struct Fan {
    PlanPoint centre;

    [[nodiscard]] PlanPoint at(double radius, double angle) const
    {
        return {centre.x + rounded(radius * std::sin(angle)), centre.y + rounded(radius * std::cos(angle))};
    }
};

// Points of an arc from one angle to another, close enough to look round.
QList<PlanPoint> arc(const Fan &fan, double radius, double from, double to)
{
    const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(to - from) / (1.5 * kDegree))));
    QList<PlanPoint> points;
    for (int i = 0; i <= steps; ++i)
        points.append(fan.at(radius, from + (to - from) * i / steps));
    return points;
}

Shape polygon(const QList<PlanPoint> &points, const QString &fill, const QString &border)
{
    return {.kind = ShapeKind::Polygon, .points = points, .fill = fill, .border = border};
}

Shape caption(PlanPoint at, const QString &text, double size, const QString &color)
{
    return {.kind = ShapeKind::Text, .position = at, .text = text, .textSize = size, .textColor = color};
}

// Between two arcs; `half` gives half the angle at a radius.
template<class Half>
QList<PlanPoint> bandOutline(const Fan &fan, double inner, double outer, Half half)
{
    QList<PlanPoint> points = arc(fan, inner, -half(inner), half(inner));
    constexpr int kSteps = 24;
    for (int i = 1; i < kSteps; ++i) {
        const double radius = inner + (outer - inner) * i / kSteps;
        points.append(fan.at(radius, half(radius)));
    }
    points += arc(fan, outer, half(outer), -half(outer));
    for (int i = kSteps - 1; i > 0; --i) {
        const double radius = inner + (outer - inner) * i / kSteps;
        points.append(fan.at(radius, -half(radius)));
    }
    return points;
}

// What a row of the fan looks like: three blocks between two aisles that run towards the fan's centre.
struct RowShape {
    double radius;
    double aisleAngle;
    double halfAngle;
    bool evenCentre; // an even number of seats in the centre block: rows that take turns are staggered
    double aisleWidth = 60;
};

// A seat of a row before it has a number: how far from the axis along the row, and whether an aisle is beside it.
struct RowSeat {
    double offset;
    bool atAisle;
};

QList<RowSeat> seatsOfRow(const RowShape &row)
{
    const double aisle = row.radius * row.aisleAngle;
    const double wall = row.radius * row.halfAngle;
    int centre = static_cast<int>((2 * aisle - row.aisleWidth) / kPitch) + 1;
    if ((centre % 2 == 0) != row.evenCentre)
        --centre;
    const int side = static_cast<int>((wall - aisle - row.aisleWidth / 2) / kPitch) + 1;

    QList<RowSeat> seats;
    for (int i = side - 1; i >= 0; --i)
        seats.append({-(aisle + row.aisleWidth / 2 + i * kPitch), i == 0});
    for (int i = 0; i < centre; ++i)
        seats.append({(i - (centre - 1) / 2.0) * kPitch, i == 0 || i == centre - 1});
    for (int i = 0; i < side; ++i)
        seats.append({aisle + row.aisleWidth / 2 + i * kPitch, i == 0});
    return seats;
}

// Adds seats in index order to the last row of the last section.
class PlanMaker
{
public:
    Plan plan;

    void section(const QString &name) { plan.sections.append(Section {.name = name}); }
    void row(const QString &label, RowLabelPosition position = RowLabelPosition::Both)
    {
        plan.sections.last().rows.append(Row {.label = label, .labelPosition = position});
    }
    Seat &seat(PlanPoint at, qint32 category, const QString &labelStart)
    {
        QList<Seat> &seats = plan.sections.last().rows.last().seats;
        const QString number = QString::number(seats.size() + 1);
        seats.append(Seat {.index = m_next++, .number = number, .label = labelStart + u' ' + number, .position = at, .category = category});
        return seats.last();
    }

private:
    qint32 m_next = 0;
};

void makeWheelchairPair(Seat &wheelchair, Seat &companion)
{
    wheelchair.attributes |= SeatAttribute::Wheelchair | SeatAttribute::StepFree;
    wheelchair.radius = 12;
    companion.attributes |= SeatAttribute::Companion | SeatAttribute::StepFree;
    companion.companionOf = wheelchair.index;
}

// The seats at both sides of the aisles become wheelchair places, their inner neighbours the companions' seats.
void makeAisleEndsAccessible(QList<Seat> &seats, const QList<RowSeat> &places)
{
    for (qsizetype i = 0; i < seats.size(); ++i) {
        if (!places[i].atAisle)
            continue;
        const bool aisleFollows = i + 1 < seats.size() && places[i + 1].atAisle;
        makeWheelchairPair(seats[i], seats[aisleFollows ? i - 1 : i + 1]);
    }
}

// The theatre. Categories by price, from the middle outwards.
class MainHouse
{
public:
    Plan build()
    {
        Plan &plan = m_maker.plan;
        plan.name = u"Main house"_s;
        plan.size = {2 * kAxis, 1280};
        plan.focus = PlanPoint {kAxis, 205};
        // From the palette of Okabe and Ito: told apart with any colour vision, warm in the middle, cool outside.
        plan.categories = {{.key = u"premium"_s, .name = u"Premium stalls"_s, .color = u"#d55e00"_s},
                           {.key = u"stalls"_s, .name = u"Stalls"_s, .color = u"#e69f00"_s},
                           {.key = u"boxes"_s, .name = u"Boxes"_s, .color = u"#009e73"_s},
                           {.key = u"circle"_s, .name = u"Dress circle"_s, .color = u"#0072b2"_s},
                           {.key = u"value"_s, .name = u"Rear and restricted view"_s, .color = u"#56b4e9"_s}};
        addFloors();
        addStage();
        addStalls();
        addCircle();
        addBoxes(-1, u"Boxes left"_s, 1);
        addBoxes(1, u"Boxes right"_s, kBoxesPerSide + 1);
        return plan;
    }

private:
    enum Price { Premium, Stalls, Boxes, Circle, Value };

    static constexpr double kAxis = 740;
    static constexpr double kStallsFirst = 460;
    static constexpr double kStallsLast = 998;
    static constexpr double kCircleFirst = 1086;
    static constexpr double kCircleSpacing = 32;
    static constexpr int kCircleRows = 6;
    static constexpr double kCircleHalf = 30 * kDegree;
    static constexpr double kStageFront = 190;
    static constexpr double kHallFront = 545; // half the width of the hall at the stage
    static constexpr double kHallBack = 700;  // and where the back wall begins
    static constexpr double kWallSlope = 0.18;
    static constexpr double kAisle = 12 * kDegree;
    static constexpr double kWall = 428; // half the width of the stalls where the walls run straight
    static constexpr int kCrossAisleAfter = 10;
    static constexpr int kBestRows = 14; // of the centre block
    static constexpr int kBoxesPerSide = 5;
    static constexpr auto kRowLetters = u"ABCDEFGHJKLMNPQRST"; // I and O look like numbers

    static double stallsHalf(double radius) { return std::min(34 * kDegree, std::asin(kWall / radius)); }
    static double stallsRadius(int row) { return kStallsFirst + 30 * row + (row >= kCrossAisleAfter ? 28 : 0); }

    void addFloors()
    {
        QList<Shape> &shapes = m_maker.plan.shapes;
        const double back = kCircleFirst + (kCircleRows - 1) * kCircleSpacing + 50;
        const double backHalf = std::asin(kHallBack / back);
        QList<PlanPoint> hall = arc(m_fan, back, backHalf, -backHalf);
        hall << PlanPoint {kAxis - kHallFront, kStageFront - 8} << PlanPoint {kAxis + kHallFront, kStageFront - 8};
        shapes << polygon(hall, u"#efe9e1"_s, u"#cbbfb0"_s);
        const auto stallsEdge = [](double radius) { return stallsHalf(radius) + 22 / radius; };
        shapes << polygon(bandOutline(m_fan, kStallsFirst - 24, kStallsLast + 24, stallsEdge), u"#fbf8f4"_s, u"#ddd3c7"_s);
        const auto circleEdge = [](double radius) { return kCircleHalf + 18 / radius; };
        shapes << polygon(bandOutline(m_fan, kCircleFirst - 26, back - 24, circleEdge), u"#e1e9f0"_s, u"#b4c5d4"_s);
        shapes << caption({kAxis, m_fan.centre.y + kStallsLast + 42}, u"DRESS CIRCLE"_s, 18, u"#5b6b7a"_s);
        shapes << caption({kAxis, m_fan.centre.y + stallsRadius(kCrossAisleAfter) - 29}, u"STALLS"_s, 18, u"#8a7a66"_s);
    }

    void addStage()
    {
        QList<Shape> &shapes = m_maker.plan.shapes;
        shapes << Shape {.kind = ShapeKind::Rectangle, .position = {kAxis - kHallFront, kStageFront - 22}, .size = {2 * kHallFront, 22}, .fill = u"#a08f7d"_s};
        // The pit lies before the apron, which is the part of a disc that stands out of the stage.
        const auto pitEdge = [](double) { return 37 * kDegree; };
        shapes << polygon(bandOutline(m_fan, 330, 414, pitEdge), u"#5a5049"_s, u"#3f3833"_s);
        const double apronHalf = std::acos((kStageFront - m_fan.centre.y) / 318);
        shapes << polygon(arc(m_fan, 318, -apronHalf, apronHalf), u"#c9a36b"_s, u"#a98550"_s);
        shapes << Shape {.kind = ShapeKind::Stage, .position = {kAxis - 300, 46}, .size = {600, kStageFront - 46}, .fill = u"#3b3531"_s,
                         .border = u"#2a2623"_s, .text = u"STAGE"_s, .textPosition = {300, (kStageFront - 46) / 2}, .textSize = 34,
                         .textColor = u"#f2e6d0"_s};
        for (const double curtain : {kAxis - 300, kAxis + 300 - 58})
            shapes << Shape {.kind = ShapeKind::Rectangle, .position = {curtain, kStageFront - 12}, .size = {58, 12}, .fill = u"#9b2d3a"_s};
        shapes << caption({kAxis, m_fan.centre.y + 372}, u"ORCHESTRA PIT"_s, 15, u"#d9cfc2"_s);
    }

    void addStalls()
    {
        m_maker.section(u"Stalls"_s);
        const QStringView letters(kRowLetters);
        for (int k = 0; k < letters.size(); ++k) {
            const double radius = stallsRadius(k);
            const QList<RowSeat> places = seatsOfRow({radius, kAisle, stallsHalf(radius), k % 2 == 0});
            const QString label(letters[k]);
            m_maker.row(label);
            for (qsizetype i = 0; i < places.size(); ++i) {
                const bool bad = k < 3 && (i < 2 || i >= places.size() - 2);
                const bool best = k < kBestRows && std::abs(places[i].offset) < radius * kAisle;
                Seat &seat = m_maker.seat(m_fan.at(radius, places[i].offset / radius), bad || k >= 16 ? Value : best ? Premium : Stalls, u"Stalls "_s + label);
                seat.attributes.setFlag(SeatAttribute::RestrictedView, bad);
                seat.attributes.setFlag(SeatAttribute::Aisle, places[i].atAisle);
                seat.attributes.setFlag(SeatAttribute::HouseSeat, label == "G"_L1 && std::abs(places[i].offset) < 2 * kPitch);
            }
            if (k == kCrossAisleAfter || k == letters.size() - 1)
                makeAisleEndsAccessible(m_maker.plan.sections.last().rows.last().seats, places);
        }
    }

    void addCircle()
    {
        m_maker.section(u"Dress circle"_s);
        for (int k = 0; k < kCircleRows; ++k) {
            const double radius = kCircleFirst + k * kCircleSpacing;
            const QList<RowSeat> places = seatsOfRow({radius, kAisle, kCircleHalf, k % 2 == 0});
            const QString label(QChar(u'A' + k));
            m_maker.row(label);
            for (qsizetype i = 0; i < places.size(); ++i) {
                const bool bad = i < 2 || i >= places.size() - 2;
                Seat &seat = m_maker.seat(m_fan.at(radius, places[i].offset / radius), bad || k == kCircleRows - 1 ? Value : Circle,
                                          u"Dress circle "_s + label);
                seat.attributes.setFlag(SeatAttribute::RestrictedView, bad);
                seat.attributes.setFlag(SeatAttribute::Aisle, places[i].atAisle);
            }
        }
    }

    // Along the wall from the stage to the circle: two seats at the parapet, two behind.
    void addBoxes(int side, const QString &section, int firstNumber)
    {
        m_maker.section(section);
        const double turn = std::atan(kWallSlope);
        for (int i = 0; i < kBoxesPerSide; ++i) {
            const double y = 300 + i * 108;
            const double x = kHallFront + kWallSlope * (y - kStageFront) - 52;
            // Along the wall, away from the stage, and towards the wall.
            const auto place = [&](double along, double outwards) {
                return PlanPoint {kAxis + side * rounded(x + along * std::sin(turn) + outwards * std::cos(turn)),
                                  y + rounded(along * std::cos(turn) - outwards * std::sin(turn))};
            };
            const QString label = u"Box %1"_s.arg(firstNumber + i);
            m_maker.plan.shapes << polygon({place(-50, -36), place(50, -36), place(50, 36), place(-50, 36)}, u"#dfece4"_s, u"#a9c9b8"_s)
                                << caption(place(-33, 0), QString::number(firstNumber + i), 15, u"#5f8a74"_s);
            m_maker.row(label, RowLabelPosition::None);
            for (const PlanPoint &offset : {PlanPoint {-4, -14}, PlanPoint {26, -14}, PlanPoint {-4, 14}, PlanPoint {26, 14}}) {
                const bool bad = i == 0 && offset.y > 0;
                Seat &seat = m_maker.seat(place(offset.x, offset.y), bad ? Value : Boxes, label);
                seat.attributes.setFlag(SeatAttribute::RestrictedView, bad);
            }
        }
    }

    const Fan m_fan {{kAxis, -60}};
    PlanMaker m_maker;
};

// The cinema: a screen so far away that rows bend only a little, and a back row of wide armchairs.
class StudioCinema
{
public:
    Plan build()
    {
        Plan &plan = m_maker.plan;
        plan.name = u"Studio cinema"_s;
        plan.size = {2 * kAxis, 540};
        plan.focus = PlanPoint {kAxis, 58};
        plan.categories = {{.key = u"standard"_s, .name = u"Standard"_s, .color = u"#0072b2"_s},
                           {.key = u"lounge"_s, .name = u"Lounge"_s, .color = u"#e69f00"_s}};
        addRoom();
        m_maker.section(u"Cinema"_s);
        addFrontRow();
        for (int row = 1; row < kRows; ++row)
            addRow(row);
        addLounge();
        return plan;
    }

private:
    static constexpr double kAxis = 320;
    static constexpr double kFirst = 1160; // radius of the first row
    static constexpr double kSpacing = 34;
    static constexpr int kRows = 8;
    static constexpr double kAisleWidth = 48;
    static constexpr auto kRowLetters = u"ABCDEFGHJ";

    void addRoom()
    {
        QList<Shape> &shapes = m_maker.plan.shapes;
        const auto wall = [](double radius) { return 262 / radius; };
        shapes << polygon({{kAxis - 296, 24}, {kAxis + 296, 24}, {kAxis + 296, 522}, {kAxis - 296, 522}}, u"#e9e9ee"_s, u"#c4c4cf"_s);
        shapes << polygon(bandOutline(m_fan, kFirst - 28, kFirst + kSpacing * kRows + 44, wall), u"#f7f7fa"_s, u"#d6d6df"_s);
        const auto screen = [](double radius) { return 205 / radius; };
        shapes << polygon(bandOutline(m_fan, 1018, 1028, screen), u"#2f3542"_s, u"#1d222c"_s);
        shapes << caption({kAxis, m_fan.centre.y + 1056}, u"SCREEN"_s, 18, u"#5a6070"_s);
    }

    void place(const QString &letter, double radius, double offset, qint32 category)
    {
        m_maker.seat(m_fan.at(radius, offset / radius), category, u"Cinema "_s + letter);
    }

    QList<Seat> &lastRow() { return m_maker.plan.sections.last().rows.last().seats; }

    // Eight seats between the aisles, at both ends a wheelchair place with its companion.
    void addFrontRow()
    {
        m_maker.row(u"A"_s);
        const double side = 3.5 * kPitch + kAisleWidth;
        for (const double offset : {-side - kPitch, -side, -3.5 * kPitch, -2.5 * kPitch, -1.5 * kPitch, -0.5 * kPitch, 0.5 * kPitch, 1.5 * kPitch,
                                    2.5 * kPitch, 3.5 * kPitch, side, side + kPitch})
            place(u"A"_s, kFirst, offset, 0);
        QList<Seat> &seats = lastRow();
        for (Seat &seat : seats)
            seat.attributes |= SeatAttribute::StepFree;
        makeWheelchairPair(seats[1], seats[0]);
        makeWheelchairPair(seats[10], seats[11]);
    }

    void addRow(int row)
    {
        const QString letter {QStringView(kRowLetters)[row]};
        m_maker.row(letter);
        const double side = 3.5 * kPitch + kAisleWidth;
        for (int i = 0; i < 14; ++i) {
            const double offset = i < 3 ? -side - (2 - i) * kPitch : i < 11 ? (i - 6.5) * kPitch : side + (i - 11) * kPitch;
            place(letter, kFirst + row * kSpacing, offset, 0);
            lastRow().last().attributes.setFlag(SeatAttribute::Aisle, i == 2 || i == 3 || i == 10 || i == 11);
        }
    }

    void addLounge()
    {
        const QString letter {QStringView(kRowLetters).back()};
        m_maker.row(letter);
        for (int i = 0; i < 10; ++i) {
            place(letter, kFirst + kRows * kSpacing + 10, (i - 4.5) * 38, 1);
            lastRow().last().radius = 14;
        }
    }

    const Fan m_fan {{kAxis, -970}};
    PlanMaker m_maker;
};

} // namespace

Plan mainHousePlan()
{
    return MainHouse().build();
}

Plan studioCinemaPlan()
{
    return StudioCinema().build();
}

} // namespace parterre
