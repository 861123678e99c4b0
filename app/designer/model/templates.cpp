// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/templates.h"

#include <QCoreApplication>

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Templates)
};

constexpr double kDegrees = 180 / std::numbers::pi;
constexpr double kSpacing = 25;
constexpr double kRowSpacing = 32;
const QString kBlue = QStringLiteral("#0072b2");
const QString kOrange = QStringLiteral("#e69f00");
const QString kGreen = QStringLiteral("#009e73");
const QString kPink = QStringLiteral("#cc79a7");

// Sets up a house piece by piece.
class Maker
{
public:
    Maker(const QString &name, PlanPoint size)
    {
        m_house.name = name;
        m_house.size = size;
        m_house.levels.append(DesignLevel {});
    }

    QString category(const QString &key, const QString &name, const QString &color)
    {
        m_house.categories.append({.key = key, .name = name, .color = color});
        return key;
    }

    SectionId section(const QString &name)
    {
        const auto id = static_cast<SectionId>(m_house.sections.size() + 1);
        m_house.sections.append({.id = id, .name = name});
        return id;
    }

    void focus(PlanPoint point) { m_house.focus = point; }

    void add(SectionId section, PlanPoint at, double rotation, ElementBody body)
    {
        m_elements.append({.id = static_cast<ElementId>(m_elements.size() + 1), .section = section, .at = at, .rotation = rotation, .body = std::move(body)});
    }

    void stage(const QRectF &rect, const QString &text)
    {
        add(SectionId::None, {rect.left(), rect.top()}, 0, ShapeBody {{.kind = ShapeKind::Stage, .size = {rect.width(), rect.height()}, .text = text, .textSize = std::min(22.0, rect.height() / 2)}});
    }

    void icon(IconKind kind, PlanPoint at) { add(SectionId::None, at, 0, IconBody {.kind = kind}); }

    [[nodiscard]] Design make() { return Design(std::move(m_house), std::move(m_elements)); }

private:
    DesignHouse m_house;
    QList<Element> m_elements;
};

BlockBody block(const QString &category, qint32 rows, qint32 seats, qint32 firstRow = 1)
{
    BlockBody body {.rows = rows, .seats = seats, .spacing = kSpacing, .rowSpacing = kRowSpacing};
    body.rowLabels = {.first = firstRow, .without = QStringLiteral("IO")};
    body.style.category = category;
    return body;
}

// Rows that keep their angle about a centre `radius` in front of the first one, with more seats the farther away.
BlockBody fan(const QString &category, qint32 rows, double radius, double degrees)
{
    const double angle = degrees / kDegrees;
    const auto seats = static_cast<qint32>(std::lround(radius * angle / kSpacing)) + 1;
    BlockBody body = block(category, rows, seats);
    body.bend = (seats - 1) * kSpacing / radius * kDegrees;
    body.taper = kRowSpacing * angle / kSpacing;
    return body;
}

// A wheelchair place with the seat of who comes along, both without steps.
void wheelchair(BlockBody &body, ElementId element, SeatPlace place, SeatPlace companion)
{
    body.style.details[place].attributes = SeatAttribute::Wheelchair | SeatAttribute::StepFree;
    body.style.details[companion].attributes = SeatAttribute::Companion | SeatAttribute::StepFree;
    body.style.details[companion].companionOf = SeatRef {element, place};
}

Design empty()
{
    Maker house(QString(), {1000, 800});
    house.category(QStringLiteral("standard"), Words::tr("Standard"), kBlue);
    house.section(Words::tr("Stalls"));
    return house.make();
}

// Stalls and a circle about one centre, boxes along the walls.
Design proscenium()
{
    constexpr PlanPoint kFront {640, 300};
    Maker house(Words::tr("Theatre"), {1280, 1060});
    const QString premium = house.category(QStringLiteral("premium"), Words::tr("Premium"), kOrange);
    const QString standard = house.category(QStringLiteral("standard"), Words::tr("Standard"), kBlue);
    const QString balcony = house.category(QStringLiteral("balcony"), Words::tr("Balcony"), kGreen);
    const QString boxes = house.category(QStringLiteral("boxes"), Words::tr("Boxes"), kPink);
    house.stage({390, 40, 500, 120}, Words::tr("Stage"));
    house.focus({640, 160});

    BlockBody stalls = block(standard, 14, 28);
    stalls.bend = 38;
    stalls.aisles = {{.before = 8, .width = 44}, {.before = 20, .width = 44}};
    for (qint32 row = 0; row < 5; ++row) {
        for (qint32 seat = 0; seat < 28; ++seat)
            stalls.style.details[{row, seat}].category = premium;
    }
    const auto stallsId = static_cast<ElementId>(2);
    wheelchair(stalls, stallsId, {13, 0}, {13, 1});
    wheelchair(stalls, stallsId, {13, 27}, {13, 26});
    house.add(house.section(Words::tr("Stalls")), kFront, 0, stalls);

    const double width = 27 * kSpacing + 88;
    const double radius = width / (38 / kDegrees);
    const double behind = 14 * kRowSpacing + 60;
    BlockBody circle = block(balcony, 6, 34);
    circle.aisles = {{.before = 10, .width = 44}, {.before = 24, .width = 44}};
    circle.bend = (33 * kSpacing + 88) / (radius + behind) * kDegrees;
    house.add(house.section(Words::tr("Circle")), {kFront.x, kFront.y + behind}, 0, circle);

    const SectionId left = house.section(Words::tr("Boxes left"));
    const SectionId right = house.section(Words::tr("Boxes right"));
    for (qint32 box = 0; box < 5; ++box) {
        BlockBody row = block(boxes, 1, 4, box + 1);
        row.rowLabels.style = LabelStyle::Numbers;
        row.labelPosition = RowLabelPosition::Start;
        const double y = 330 + 130 * box;
        house.add(left, {90, y}, 90, row);
        house.add(right, {1190, y}, -90, row);
    }
    house.icon(IconKind::Entrance, {60, 1010});
    house.icon(IconKind::Exit, {1220, 1010});
    house.icon(IconKind::Toilets, {110, 1010});
    house.icon(IconKind::Bar, {1170, 1010});
    return house.make();
}

// A pitch with straight stands along it and fans in the corners.
Design arena()
{
    constexpr double kHalfLength = 300, kHalfWidth = 160, kDistance = 90;
    constexpr PlanPoint kCentre {860, 720};
    constexpr qint32 kRows = 14;
    Maker house(Words::tr("Arena"), {1720, 1440});
    const QString side = house.category(QStringLiteral("side"), Words::tr("Long side"), kOrange);
    const QString end = house.category(QStringLiteral("end"), Words::tr("Short side"), kBlue);
    const QString corner = house.category(QStringLiteral("corner"), Words::tr("Corner"), kGreen);
    house.add(SectionId::None, {kCentre.x - kHalfLength, kCentre.y - kHalfWidth}, 0,
              ShapeBody {{.kind = ShapeKind::Rectangle, .size = {2 * kHalfLength, 2 * kHalfWidth}, .fill = QStringLiteral("#cfe3d4"), .border = QStringLiteral("#7fa58a"), .text = Words::tr("Pitch"), .textPosition = {kHalfLength, kHalfWidth}, .textSize = 40}});
    house.focus(kCentre);
    const auto seatsAlong = [](double length) { return static_cast<qint32>(length / kSpacing) - 1; };
    const BlockBody along = block(side, kRows, seatsAlong(2 * kHalfLength));
    const BlockBody across = block(end, kRows, seatsAlong(2 * kHalfWidth));
    house.add(house.section(Words::tr("South")), {kCentre.x, kCentre.y + kHalfWidth + kDistance}, 0, along);
    house.add(house.section(Words::tr("North")), {kCentre.x, kCentre.y - kHalfWidth - kDistance}, 180, along);
    house.add(house.section(Words::tr("West")), {kCentre.x - kHalfLength - kDistance, kCentre.y}, 90, across);
    house.add(house.section(Words::tr("East")), {kCentre.x + kHalfLength + kDistance, kCentre.y}, -90, across);
    const BlockBody curve = fan(corner, kRows, kDistance, 74);
    const double out = kDistance * std::numbers::sqrt2 / 2;
    house.add(house.section(Words::tr("South East")), {kCentre.x + kHalfLength + out, kCentre.y + kHalfWidth + out}, -45, curve);
    house.add(house.section(Words::tr("South West")), {kCentre.x - kHalfLength - out, kCentre.y + kHalfWidth + out}, 45, curve);
    house.add(house.section(Words::tr("North West")), {kCentre.x - kHalfLength - out, kCentre.y - kHalfWidth - out}, 135, curve);
    house.add(house.section(Words::tr("North East")), {kCentre.x + kHalfLength + out, kCentre.y - kHalfWidth - out}, -135, curve);
    return house.make();
}

Design inTheRound()
{
    constexpr PlanPoint kCentre {520, 520};
    constexpr double kRadius = 170;
    Maker house(Words::tr("Theatre in the round"), {1040, 1040});
    const QString near = house.category(QStringLiteral("near"), Words::tr("Near the stage"), kOrange);
    const QString far = house.category(QStringLiteral("far"), Words::tr("Farther back"), kBlue);
    house.add(SectionId::None, kCentre, 0, ShapeBody {{.kind = ShapeKind::Ellipse, .size = {120, 120}, .fill = QStringLiteral("#4a4a55"), .text = Words::tr("Stage"), .textSize = 24}});
    house.focus(kCentre);
    const QStringList names {Words::tr("South"), Words::tr("West"), Words::tr("North"), Words::tr("East")};
    for (int side = 0; side < 4; ++side) {
        const double angle = 90 * side;
        // The side's rows look at the centre: straight ahead is upwards, turned with the block.
        const PlanPoint at {kCentre.x - kRadius * std::sin(angle / kDegrees), kCentre.y + kRadius * std::cos(angle / kDegrees)};
        BlockBody body = fan(near, 8, kRadius, 72);
        for (qint32 row = 4; row < 8; ++row) {
            const auto seats = static_cast<qint32>(std::lround(body.seats + body.taper * row));
            for (qint32 seat = 0; seat < seats; ++seat)
                body.style.details[{row, seat}].category = far;
        }
        const double turned = side == 3 ? -90 : angle;
        house.add(house.section(names[side]), at, turned, body);
    }
    return house.make();
}

Design cinema()
{
    constexpr PlanPoint kFront {420, 210};
    Maker house(Words::tr("Cinema"), {840, 680});
    const QString standard = house.category(QStringLiteral("standard"), Words::tr("Standard"), kBlue);
    const QString premium = house.category(QStringLiteral("premium"), Words::tr("Premium"), kOrange);
    house.stage({120, 40, 600, 24}, Words::tr("Screen"));
    house.focus({420, 52});
    const SectionId hall = house.section(Words::tr("Hall"));
    BlockBody front = block(standard, 8, 22);
    front.bend = 10;
    front.aisles = {{.before = 6, .width = 40}, {.before = 16, .width = 40}};
    const auto id = static_cast<ElementId>(2);
    wheelchair(front, id, {0, 6}, {0, 7});
    wheelchair(front, id, {0, 15}, {0, 14});
    house.add(hall, kFront, 0, front);
    const double radius = (21 * kSpacing + 80) / (10 / kDegrees);
    const double behind = 8 * kRowSpacing + 30;
    BlockBody back = block(premium, 4, 20, 9);
    back.rowSpacing = 38;
    back.spacing = 28;
    back.style.radius = 11;
    back.aisles = {{.before = 5, .width = 40}, {.before = 15, .width = 40}};
    back.bend = (19 * back.spacing + 80) / (radius + behind) * kDegrees;
    house.add(hall, {kFront.x, kFront.y + behind}, 0, back);
    house.icon(IconKind::Exit, {60, 60});
    house.icon(IconKind::Entrance, {780, 640});
    return house.make();
}

Design cabaret()
{
    Maker house(Words::tr("Cabaret"), {1100, 860});
    const QString front = house.category(QStringLiteral("front"), Words::tr("Front tables"), kOrange);
    const QString tables = house.category(QStringLiteral("tables"), Words::tr("Tables"), kBlue);
    const QString standing = house.category(QStringLiteral("standing"), Words::tr("Standing"), kGreen);
    house.stage({300, 40, 500, 110}, Words::tr("Stage"));
    house.focus({550, 150});
    const SectionId room = house.section(Words::tr("Room"));
    int number = 1;
    for (int row = 0; row < 4; ++row) {
        // Every second row stands in the gaps of the one before it.
        const int count = row % 2 == 0 ? 5 : 6;
        for (int i = 0; i < count; ++i) {
            TableBody table {.label = QString::number(number++), .size = {56, 56}, .soldWhole = row == 0, .chairs = row == 0 ? 4 : 6};
            table.style.category = row == 0 ? front : tables;
            house.add(room, {550 + (i - (count - 1) / 2.0) * 160, 260 + row * 130.0}, 0, table);
        }
    }
    const SectionId bar = house.section(Words::tr("Bar"));
    house.add(bar, {80, 750}, 0, AreaBody {.name = Words::tr("Standing at the bar"), .outline = {{0, 0}, {940, 0}, {940, 80}, {0, 80}}, .category = standing, .capacity = 80});
    house.icon(IconKind::Bar, {1060, 790});
    house.icon(IconKind::Cloakroom, {40, 790});
    return house.make();
}

Design classroom()
{
    Maker house(Words::tr("Classroom"), {900, 720});
    const QString seat = house.category(QStringLiteral("seat"), Words::tr("Seat"), kBlue);
    house.add(SectionId::None, {200, 40}, 0, ShapeBody {{.kind = ShapeKind::Rectangle, .size = {500, 16}, .fill = QStringLiteral("#4a5568"), .text = Words::tr("Board"), .textPosition = {250, 36}, .textSize = 16}});
    house.focus({450, 48});
    const SectionId room = house.section(Words::tr("Room"));
    int number = 1;
    for (int row = 0; row < 5; ++row) {
        for (int i = 0; i < 4; ++i) {
            TableBody desk {.label = QString::number(number++), .shape = TableShape::Rectangle, .size = {120, 40}, .sides = {0, 0, 3, 0}};
            desk.style.category = seat;
            desk.numbering.order = SeatOrder::RightToLeft; // chairs below are counted clockwise, which is from the right
            house.add(room, {165 + i * 190.0, 190 + row * 105.0}, 0, desk);
        }
    }
    house.icon(IconKind::Entrance, {850, 670});
    return house.make();
}

Design wedding()
{
    Maker house(Words::tr("Wedding"), {1200, 960});
    const QString guests = house.category(QStringLiteral("guests"), Words::tr("Guests"), kBlue);
    const QString family = house.category(QStringLiteral("family"), Words::tr("Family"), kPink);
    const SectionId room = house.section(Words::tr("Room"));
    TableBody head {.label = Words::tr("Head"), .shape = TableShape::Rectangle, .size = {420, 56}, .sides = {12, 0, 0, 0}};
    head.style.category = family;
    house.add(room, {600, 130}, 0, head);
    house.add(SectionId::None, {450, 230}, 0, ShapeBody {{.kind = ShapeKind::Rectangle, .size = {300, 240}, .fill = QStringLiteral("#efe7da"), .border = QStringLiteral("#c9b99a"), .text = Words::tr("Dance floor"), .textPosition = {150, 120}, .textSize = 24}});
    house.focus({600, 130});
    int number = 1;
    const auto table = [&](double x, double y) {
        TableBody body {.label = QString::number(number++), .size = {90, 90}, .chairs = 10};
        body.style.category = guests;
        house.add(room, {x, y}, 0, body);
    };
    for (const double x : {130.0, 310.0, 890.0, 1070.0}) {
        table(x, 280);
        table(x, 450);
    }
    for (int row = 0; row < 2; ++row) {
        for (int i = 0; i < 6; ++i)
            table(150 + i * 180.0, 640 + row * 180.0);
    }
    house.icon(IconKind::Entrance, {40, 920});
    house.icon(IconKind::Bar, {1160, 920});
    return house.make();
}

} // namespace

const QList<TemplateKind> &allTemplates()
{
    static const QList<TemplateKind> all {TemplateKind::Empty, TemplateKind::Proscenium, TemplateKind::Arena, TemplateKind::InTheRound, TemplateKind::Cinema, TemplateKind::Cabaret, TemplateKind::Classroom, TemplateKind::Wedding};
    return all;
}

QString templateName(TemplateKind kind)
{
    switch (kind) {
    case TemplateKind::Empty: return Words::tr("Empty plan");
    case TemplateKind::Proscenium: return Words::tr("Theatre with a proscenium");
    case TemplateKind::Arena: return Words::tr("Arena");
    case TemplateKind::InTheRound: return Words::tr("Theatre in the round");
    case TemplateKind::Cinema: return Words::tr("Cinema");
    case TemplateKind::Cabaret: return Words::tr("Cabaret with tables");
    case TemplateKind::Classroom: return Words::tr("Classroom");
    case TemplateKind::Wedding: return Words::tr("Wedding");
    }
    return {};
}

Design stockTemplate(TemplateKind kind)
{
    switch (kind) {
    case TemplateKind::Empty: return empty();
    case TemplateKind::Proscenium: return proscenium();
    case TemplateKind::Arena: return arena();
    case TemplateKind::InTheRound: return inTheRound();
    case TemplateKind::Cinema: return cinema();
    case TemplateKind::Cabaret: return cabaret();
    case TemplateKind::Classroom: return classroom();
    case TemplateKind::Wedding: return wedding();
    }
    return empty();
}

} // namespace parterre
