// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/propertysets.h"

#include <QCoreApplication>

#include <algorithm>

namespace parterre {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Properties)
};

using Kind = Property::Kind;

constexpr double kLongest = 100'000;

// A property that is a member of the body, or of a part of it.
template<class Body, class Access>
Property member(const QString &name, Kind kind, double least, double most, double step, Access access)
{
    return {.name = name, .kind = kind, .least = least, .most = most, .step = step,
            .read = [access](const Element &element) {
                const auto *body = std::get_if<Body>(&element.body);
                return body ? QVariant::fromValue(access(const_cast<Body &>(*body))) : QVariant();
            },
            .write = [access](Element &element, const QVariant &value) {
                auto *body = std::get_if<Body>(&element.body);
                if (!body)
                    return;
                auto &place = access(*body);
                place = value.value<std::remove_reference_t<decltype(place)>>();
            }};
}

template<class Body, class Access>
Property number(const QString &name, double least, double most, double step, Access access)
{
    return member<Body>(name, Kind::Number, least, most, step, access);
}

template<class Body, class Access>
Property count(const QString &name, double least, double most, Access access)
{
    return member<Body>(name, Kind::Count, least, most, 1, access);
}

template<class Body, class Access>
Property text(const QString &name, Access access)
{
    return member<Body>(name, Kind::Text, 0, 200, 1, access);
}

template<class Body, class Access>
Property toggle(const QString &name, Access access)
{
    return member<Body>(name, Kind::Toggle, 0, 1, 1, access);
}

template<class Body, class Access>
Property choice(const QString &name, const QStringList &choices, Access access)
{
    using Enum = std::remove_reference_t<decltype(access(std::declval<Body &>()))>;
    return {.name = name, .kind = Kind::Choice, .choices = choices,
            .read = [access](const Element &element) {
                const auto *body = std::get_if<Body>(&element.body);
                return body ? QVariant(static_cast<int>(access(const_cast<Body &>(*body)))) : QVariant();
            },
            .write = [access](Element &element, const QVariant &value) {
                if (auto *body = std::get_if<Body>(&element.body))
                    access(*body) = static_cast<Enum>(value.toInt());
            }};
}

Property heading(const QString &name)
{
    return {.name = name, .kind = Kind::Heading};
}

QStringList labelPositions()
{
    return {Words::tr("Nowhere"), Words::tr("Left"), Words::tr("Right"), Words::tr("Both sides")};
}

template<class Body>
QList<Property> numbering()
{
    return {heading(Words::tr("Seat numbers")),
            choice<Body>(Words::tr("Order"), {Words::tr("Left to right"), Words::tr("Right to left"), Words::tr("Odd left, even right"), Words::tr("Odd right, even left")}, [](Body &b) -> auto & { return b.numbering.order; }),
            choice<Body>(Words::tr("Style"), {Words::tr("1, 2, 3"), Words::tr("A, B, C"), Words::tr("a, b, c")}, [](Body &b) -> auto & { return b.numbering.style; }),
            count<Body>(Words::tr("First"), 0, 100'000, [](Body &b) -> auto & { return b.numbering.first; }),
            count<Body>(Words::tr("Step"), 1, 100, [](Body &b) -> auto & { return b.numbering.step; }),
            text<Body>(Words::tr("Prefix"), [](Body &b) -> auto & { return b.numbering.prefix; })};
}

template<class Body>
Property seatSize()
{
    return number<Body>(Words::tr("Seat radius"), 1, 200, 0.5, [](Body &b) -> auto & { return b.style.radius; });
}

// "8, 16": the seats that have an aisle to their left.
Property aisles()
{
    return {.name = Words::tr("Aisles before seats"), .kind = Kind::Text, .least = 0, .most = 200,
            .read = [](const Element &element) {
                QStringList seats;
                if (const auto *body = std::get_if<BlockBody>(&element.body)) {
                    for (const AisleGap &aisle : body->aisles)
                        seats.append(QString::number(aisle.before + 1));
                }
                return QVariant(seats.join(QStringLiteral(", ")));
            },
            .write = [](Element &element, const QVariant &value) {
                auto *body = std::get_if<BlockBody>(&element.body);
                if (!body)
                    return;
                const double width = body->aisles.isEmpty() ? AisleGap().width : body->aisles.constFirst().width;
                QList<qint32> seats;
                for (const QString &word : value.toString().split(u',', Qt::SkipEmptyParts)) {
                    const qint32 seat = word.trimmed().toInt() - 1;
                    if (seat > 0 && seat < kMaxRowSeats && !seats.contains(seat))
                        seats.append(seat);
                }
                std::sort(seats.begin(), seats.end());
                body->aisles.clear();
                for (const qint32 seat : seats)
                    body->aisles.append({.before = seat, .width = width});
            }};
}

Property aisleWidth()
{
    return {.name = Words::tr("Aisle width"), .kind = Kind::Number, .least = 0, .most = 1'000, .step = 5,
            .read = [](const Element &element) {
                const auto *body = std::get_if<BlockBody>(&element.body);
                return QVariant(body && !body->aisles.isEmpty() ? body->aisles.constFirst().width : AisleGap().width);
            },
            .write = [](Element &element, const QVariant &value) {
                if (auto *body = std::get_if<BlockBody>(&element.body)) {
                    for (AisleGap &aisle : body->aisles)
                        aisle.width = value.toDouble();
                }
            }};
}

QList<Property> of(const BlockBody &)
{
    using B = BlockBody;
    return QList<Property> {
               heading(Words::tr("Block")),
               count<B>(Words::tr("Rows"), 1, kMaxBlockRows, [](B &b) -> auto & { return b.rows; }),
               count<B>(Words::tr("Seats a row"), 1, kMaxRowSeats, [](B &b) -> auto & { return b.seats; }),
               number<B>(Words::tr("Seat spacing"), 1, 1'000, 1, [](B &b) -> auto & { return b.spacing; }),
               number<B>(Words::tr("Row spacing"), 1, 1'000, 1, [](B &b) -> auto & { return b.rowSpacing; }),
               number<B>(Words::tr("Bend, degrees"), -350, 350, 1, [](B &b) -> auto & { return b.bend; }),
               number<B>(Words::tr("More seats each row"), -50, 50, 0.5, [](B &b) -> auto & { return b.taper; }),
               aisles(), aisleWidth(), seatSize<B>(),
               heading(Words::tr("Row labels")),
               choice<B>(Words::tr("Style"), {Words::tr("1, 2, 3"), Words::tr("A, B, C"), Words::tr("a, b, c")}, [](B &b) -> auto & { return b.rowLabels.style; }),
               count<B>(Words::tr("First"), 1, 10'000, [](B &b) -> auto & { return b.rowLabels.first; }),
               text<B>(Words::tr("Never use"), [](B &b) -> auto & { return b.rowLabels.without; }),
               toggle<B>(Words::tr("From the back"), [](B &b) -> auto & { return b.rowLabels.backwards; }),
               choice<B>(Words::tr("Shown"), labelPositions(), [](B &b) -> auto & { return b.labelPosition; })}
           + numbering<B>() + QList<Property> {toggle<B>(Words::tr("Start anew at aisles"), [](B &b) -> auto & { return b.numbering.startsAnewAtAisles; })};
}

QList<Property> of(const CurveBody &)
{
    using B = CurveBody;
    return QList<Property> {heading(Words::tr("Curved row")),
                            count<B>(Words::tr("Seats"), 1, kMaxRowSeats, [](B &b) -> auto & { return b.seats; }),
                            text<B>(Words::tr("Label"), [](B &b) -> auto & { return b.label; }),
                            choice<B>(Words::tr("Shown"), labelPositions(), [](B &b) -> auto & { return b.labelPosition; }), seatSize<B>()}
           + numbering<B>();
}

QList<Property> of(const LooseBody &)
{
    using B = LooseBody;
    return {heading(Words::tr("Row of single seats")), text<B>(Words::tr("Label"), [](B &b) -> auto & { return b.label; }),
            choice<B>(Words::tr("Shown"), labelPositions(), [](B &b) -> auto & { return b.labelPosition; }), seatSize<B>()};
}

QList<Property> of(const TableBody &body)
{
    using B = TableBody;
    QList<Property> all {heading(Words::tr("Table")), text<B>(Words::tr("Label"), [](B &b) -> auto & { return b.label; }),
                         choice<B>(Words::tr("Shape"), {Words::tr("Round"), Words::tr("Rectangle")}, [](B &b) -> auto & { return b.shape; }),
                         number<B>(Words::tr("Width"), 5, 2'000, 5, [](B &b) -> auto & { return b.size.x; }),
                         number<B>(Words::tr("Height"), 5, 2'000, 5, [](B &b) -> auto & { return b.size.y; }),
                         toggle<B>(Words::tr("Sold as a whole"), [](B &b) -> auto & { return b.soldWhole; })};
    if (body.seats.isEmpty() && body.shape == TableShape::Round) {
        all.append(count<B>(Words::tr("Chairs"), 0, 100, [](B &b) -> auto & { return b.chairs; }));
    } else if (body.seats.isEmpty()) {
        const QStringList sides {Words::tr("Chairs above"), Words::tr("Chairs right"), Words::tr("Chairs below"), Words::tr("Chairs left")};
        for (std::size_t side = 0; side < 4; ++side)
            all.append(count<B>(sides[static_cast<qsizetype>(side)], 0, 100, [side](B &b) -> auto & { return b.sides[side]; }));
    }
    all += {number<B>(Words::tr("Gap to the chairs"), 0, 200, 1, [](B &b) -> auto & { return b.chairGap; }), seatSize<B>()};
    return all + numbering<B>();
}

QList<Property> of(const AreaBody &)
{
    using B = AreaBody;
    return {heading(Words::tr("Area")), text<B>(Words::tr("Name"), [](B &b) -> auto & { return b.name; }),
            count<B>(Words::tr("Capacity"), 0, kMaxPlanSeats, [](B &b) -> auto & { return b.capacity; })};
}

QList<Property> of(const FloorBody &)
{
    using B = FloorBody;
    return {heading(Words::tr("Floor of a section")), member<B>(Words::tr("Colour"), Kind::Colour, 0, 0, 0, [](B &b) -> auto & { return b.fill; }),
            member<B>(Words::tr("Edge"), Kind::Colour, 0, 0, 0, [](B &b) -> auto & { return b.border; }),
            toggle<B>(Words::tr("Shows the section's name"), [](B &b) -> auto & { return b.named; })};
}

QList<Property> of(const ShapeBody &body)
{
    using B = ShapeBody;
    const ShapeKind kind = body.shape.kind;
    QList<Property> all {heading(kind == ShapeKind::Text ? Words::tr("Text") : kind == ShapeKind::Stage ? Words::tr("Stage") : Words::tr("Shape")),
                         text<B>(Words::tr("Text"), [](B &b) -> auto & { return b.shape.text; }),
                         number<B>(Words::tr("Text size"), 1, 500, 1, [](B &b) -> auto & { return b.shape.textSize; })};
    if (kind == ShapeKind::Rectangle || kind == ShapeKind::Stage) {
        all += {number<B>(Words::tr("Width"), 1, kLongest, 5, [](B &b) -> auto & { return b.shape.size.x; }), number<B>(Words::tr("Height"), 1, kLongest, 5, [](B &b) -> auto & { return b.shape.size.y; })};
    } else if (kind == ShapeKind::Ellipse) {
        all += {number<B>(Words::tr("Radius across"), 1, kLongest, 5, [](B &b) -> auto & { return b.shape.size.x; }), number<B>(Words::tr("Radius down"), 1, kLongest, 5, [](B &b) -> auto & { return b.shape.size.y; })};
    }
    if (kind != ShapeKind::Text)
        all += {member<B>(Words::tr("Colour"), Kind::Colour, 0, 0, 0, [](B &b) -> auto & { return b.shape.fill; }), member<B>(Words::tr("Edge"), Kind::Colour, 0, 0, 0, [](B &b) -> auto & { return b.shape.border; })};
    all.append(member<B>(Words::tr("Text colour"), Kind::Colour, 0, 0, 0, [](B &b) -> auto & { return b.shape.textColor; }));
    return all;
}

QList<Property> of(const IconBody &)
{
    using B = IconBody;
    return {heading(Words::tr("Icon")),
            choice<B>(Words::tr("Sign"), {Words::tr("Entrance"), Words::tr("Exit"), Words::tr("Stairs"), Words::tr("Lift"), Words::tr("Toilets"), Words::tr("Wheelchair"), Words::tr("Bar"), Words::tr("Cloakroom"), Words::tr("First aid")},
                      [](B &b) -> auto & { return b.kind; }),
            number<B>(Words::tr("Size"), 4, 1'000, 2, [](B &b) -> auto & { return b.size; })};
}

QList<Property> of(const AisleBody &)
{
    using B = AisleBody;
    return {heading(Words::tr("Aisle")), number<B>(Words::tr("Width"), 1, 1'000, 5, [](B &b) -> auto & { return b.width; })};
}

} // namespace

QString kindName(const ElementBody &body)
{
    return propertiesOf(body).constFirst().name;
}

QList<Property> propertiesOf(const ElementBody &body)
{
    return std::visit([](const auto &kind) { return of(kind); }, body);
}

} // namespace parterre
