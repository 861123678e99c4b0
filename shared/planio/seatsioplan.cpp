// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/seatsioplan.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/planbuilder.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/seatsiofigures.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/tolerantobject.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxNesting = 4; // charts in sections in charts
constexpr double kFar = PlanLimits::kCoordinate;

// What charts say of seats beyond our own attributes.
constexpr std::array kCustomFlags {
    std::pair {"liftUpArmrests"_L1, "lift-up armrests"_L1}, std::pair {"semiAmbulatorySeat"_L1, "semi-ambulatory"_L1}, std::pair {"hearingImpaired"_L1, "hearing impaired"_L1},
    std::pair {"signLanguageInterpretation"_L1, "sign language interpretation"_L1}, std::pair {"plusSize"_L1, "plus size"_L1},
};

// What a chart within a section has from around it.
struct Surroundings {
    PlanPoint origin = {};
    QString section = {};     // empty: none
    QString category = {};    // key, for seats that name none
    int depth = 0;
};

class Reader
{
public:
    Result<ImportResult> read(const QByteArray &file)
    {
        QByteArray text = file;
        if (text.startsWith("\xEF\xBB\xBF"))
            text.remove(0, 3);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error != QJsonParseError::NoError)
            return m_builder.error(u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
        if (!document.object().value("subChart"_L1).isObject())
            return m_builder.error(u"there is no object \"subChart\""_s);
        const QJsonObject json = document.object();
        const JsonPlace root;
        TolerantObject chart(json, root, m_builder.report());
        m_builder.setName(chart.text("name"_L1, PlanLimits::kNameLength));
        readCategories(chart, root);
        const QJsonObject drawing = chart.object("subChart"_L1);
        ignore(chart, {"tablesLabelCounter"_L1, "uuidCounter"_L1, "rowSpacing"_L1, "rowChairSpacing"_L1, "colorScheme"_L1, "version"_L1, "venueType"_L1, "sectionScaleFactor"_L1,
                       "referenceChartVisible"_L1, "showAllButtons"_L1});
        chart.finish();
        readChart(drawing, root.member("subChart"_L1), {});
        return m_builder.finish();
    }

private:
    static void ignore(TolerantObject &object, std::initializer_list<QLatin1StringView> keys)
    {
        for (const QLatin1StringView key : keys)
            object.ignore(key);
    }

    // How editors of the service label and draw an object; nothing a plan keeps.
    static void ignoreEditing(TolerantObject &object)
    {
        ignore(object, {"uuid"_L1, "objectType"_L1, "displayObjectType"_L1, "seatLabeling"_L1, "objectLabeling"_L1, "published"_L1, "labelSize"_L1, "labelShown"_L1,
                        "labelHorizontalOffset"_L1, "labelVerticalOffset"_L1, "labelRotationAngle"_L1, "foreground"_L1, "categoryLabel"_L1, "translucent"_L1});
    }

    void readCategories(TolerantObject &chart, const JsonPlace &root)
    {
        const QJsonObject json = chart.object("categories"_L1);
        const JsonPlace place = root.member("categories"_L1);
        TolerantObject categories(json, place, m_builder.report());
        const QJsonArray list = categories.array("list"_L1);
        categories.ignore("maxCategoryKey"_L1);
        categories.finish();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const JsonPlace at = place.item("list"_L1, i);
            TolerantObject category(list[i].toObject(), at, m_builder.report());
            const QString key = category.word("key"_L1, PlanLimits::kKeyLength);
            const QString label = category.text("label"_L1, PlanLimits::kNameLength);
            const QString color = colorOf(category.text("color"_L1, 60));
            if (category.flag("accessible"_L1))
                m_builder.report().add(RepairKind::NotKept, at.text(), u"the category \"%1\" is for wheelchair users only; that is not kept"_s.arg(label));
            category.finish();
            m_builder.categories().list(key.isEmpty() ? label : key, {.key = {}, .name = label, .color = color}, at);
        }
    }

    void readChart(const QJsonObject &json, const JsonPlace &place, const Surroundings &around)
    {
        if (around.depth > kMaxNesting)
            return m_builder.fail(u"%1 is nested too deeply"_s.arg(place.text()));
        TolerantObject chart(json, place, m_builder.report());
        const PlanPoint size {chart.number("width"_L1, 0, kFar, 0), chart.number("height"_L1, 0, kFar, 0)};
        if (around.depth == 0) {
            m_builder.setSize(size);
            if (chart.has("focalPoint"_L1) && chart.object("focalPoint"_L1).contains("x"_L1))
                m_builder.setFocus(chart.point("focalPoint"_L1));
        }
        readEach(chart, "shapes"_L1, around, &Reader::readShape);
        readEach(chart, "texts"_L1, around, &Reader::readText);
        readEach(chart, "rows"_L1, around, &Reader::readRow);
        readEach(chart, "tables"_L1, around, &Reader::readTable);
        readEach(chart, "booths"_L1, around, &Reader::readBooth);
        readEach(chart, "generalAdmissionAreas"_L1, around, &Reader::readArea);
        readEach(chart, "sections"_L1, around, &Reader::readSection);
        for (const QLatin1StringView pictures : {"icons"_L1, "imageObjects"_L1}) {
            if (const qsizetype count = chart.array(pictures).size(); count > 0)
                m_builder.report().add(RepairKind::NotKept, place.member(pictures).text(), u"%1 pictures were left out"_s.arg(count));
        }
        for (const QLatin1StringView picture : {"backgroundImage"_L1, "referenceChart"_L1}) {
            if (!chart.object(picture).isEmpty())
                m_builder.report().add(RepairKind::NotKept, place.member(picture).text(), u"the picture behind the chart was left out"_s);
        }
        ignore(chart, {"snapOffset"_L1, "focalPoint"_L1});
        chart.finish();
    }

    using Read = void (Reader::*)(TolerantObject &, const Surroundings &);

    void readEach(TolerantObject &chart, QLatin1StringView key, const Surroundings &around, Read readOne)
    {
        const QJsonArray list = chart.array(key);
        for (qsizetype i = 0; i < list.size() && !m_builder.failed(); ++i) {
            const JsonPlace place = chart.place().item(key, i);
            if (!list[i].isObject()) {
                m_builder.report().add(RepairKind::WrongType, place.text(), u"should be an object; it was left out"_s);
                continue;
            }
            TolerantObject object(list[i].toObject(), place, m_builder.report());
            (this->*readOne)(object, around);
            object.finish();
        }
    }

    [[nodiscard]] QString categoryKey(TolerantObject &object, const Surroundings &around)
    {
        const QString key = object.word("categoryKey"_L1, PlanLimits::kKeyLength);
        return key.isEmpty() ? around.category : key;
    }

    void readRow(TolerantObject &row, const Surroundings &around)
    {
        const QString where = row.place().text();
        const QString label = row.text("label"_L1, PlanLimits::kRowLabelLength), own = row.text("sectionLabel"_L1, PlanLimits::kNameLength);
        const QString section = around.section.isEmpty() ? own : around.section;
        const bool hidden = row.text("rowLabelPosition"_L1, 60).contains("invisible"_L1) || row.flag("rowLabelDisabled"_L1);
        const SeatGroup group = m_builder.newRow(m_builder.section(section, where), {.label = label, .labelPosition = hidden ? RowLabelPosition::None : RowLabelPosition::Both}, where);
        readSeats(row, group, {section, label}, around);
        ignoreEditing(row);
        ignore(row, {"displayLabel"_L1, "sectionDisplayedLabel"_L1, "curve"_L1, "chairSpacing"_L1, "verticalRowLabelDirection"_L1, "points"_L1, "categoryKey"_L1});
    }

    void readSeats(TolerantObject &owner, SeatGroup group, const QStringList &names, const Surroundings &around)
    {
        const QJsonArray list = owner.array("seats"_L1);
        for (qsizetype i = 0; i < list.size() && !m_builder.failed(); ++i) {
            const JsonPlace place = owner.place().item("seats"_L1, i);
            if (!list[i].isObject()) {
                m_builder.report().add(RepairKind::WrongType, place.text(), u"a seat should be an object; it was left out"_s);
                continue;
            }
            TolerantObject seat(list[i].toObject(), place, m_builder.report());
            readSeat(seat, group, names, around);
            ignoreEditing(seat);
            ignore(seat, {"categoryAccessible"_L1, "disabledBySocialDistancingRules"_L1, "displayLabel"_L1});
            seat.finish();
        }
    }

    void readSeat(TolerantObject &seat, SeatGroup group, const QStringList &names, const Surroundings &around)
    {
        const QString where = seat.place().text();
        FoundSeat found {.number = seat.word("label"_L1, PlanLimits::kNumberLength)};
        const std::optional<double> x = seat.number("x"_L1, -kFar, kFar), y = seat.number("y"_L1, -kFar, kFar);
        if (x && y)
            found.position = PlanPoint {around.origin.x + *x, around.origin.y + *y};
        found.radius = kChairRadius;
        found.category = m_builder.categories().find(categoryKey(seat, around), seat.place());
        found.attributes.setFlag(SeatAttribute::Wheelchair, seat.flag("accessible"_L1));
        found.attributes.setFlag(SeatAttribute::Companion, seat.flag("companionSeat"_L1));
        found.attributes.setFlag(SeatAttribute::RestrictedView, seat.flag("restrictedView"_L1));
        for (const auto &[key, words] : kCustomFlags) {
            if (seat.flag(key))
                found.customAttributes.append(words);
        }
        if (found.number == "?"_L1) { // what the service's editor shows for a seat without a label
            found.number.clear();
        } else if (!found.number.isEmpty()) {
            QStringList parts = names + QStringList {found.number};
            parts.removeAll(QString());
            found.externalIds = {cleanText(parts.join(u'-'), PlanLimits::kExternalIdLength)};
        }
        m_builder.addSeat(group, found, where);
    }

    void readTable(TolerantObject &json, const Surroundings &around)
    {
        const QString where = json.place().text();
        Table table {.label = json.text("label"_L1, PlanLimits::kRowLabelLength), .position = pointIn(json, "center"_L1, around)};
        const double radius = json.number("radius"_L1, 0, kFar, 0);
        const PlanPoint size {json.number("width"_L1, 0, kFar, 0), json.number("height"_L1, 0, kFar, 0)};
        table.shape = json.text("type"_L1, 40).startsWith("rect"_L1) ? TableShape::Rectangle : TableShape::Round;
        table.size = table.shape == TableShape::Round ? PlanPoint {2 * radius, 2 * radius} : size;
        table.rotation = json.number("rotationAngle"_L1, -1e6, 1e6, 0);
        table.soldWhole = json.flag("bookAsAWhole"_L1);
        if (const double open = json.number("openSpaces"_L1, 0, 1e6, 0); open > 0)
            m_builder.report().add(RepairKind::NotKept, where, u"the open spaces of the table \"%1\" are not kept"_s.arg(table.label), table.position);
        const SeatGroup group = m_builder.newTable(m_builder.section(around.section, where), table, where);
        readSeats(json, group, {around.section, table.label}, around);
        ignoreEditing(json);
        ignore(json, {"autoRadius"_L1, "chairSpacing"_L1, "categoryKey"_L1, "topChairs"_L1, "bottomChairs"_L1, "leftChairs"_L1, "rightChairs"_L1, "displayLabel"_L1});
    }

    // Sold as one: a seat, on a figure of its own.
    void readBooth(TolerantObject &booth, const Surroundings &around)
    {
        const QString where = booth.place().text();
        const QString label = booth.word("label"_L1, PlanLimits::kNumberLength);
        const SeatsIoFigure figure = seatsIoFigure(booth, around.origin);
        FoundSeat seat {.number = label, .position = figure.centre, .category = m_builder.categories().find(categoryKey(booth, around), booth.place())};
        if (!label.isEmpty())
            seat.externalIds = {cleanText(around.section.isEmpty() ? label : around.section + u'-' + label, PlanLimits::kExternalIdLength)};
        m_builder.addShape(shapeOf(figure), where);
        m_builder.addSeat(m_builder.row(m_builder.section(around.section, where), u"Booths"_s, {}, where), seat, where);
        m_builder.report().count(RepairKind::Guess, where, u"a booth is one seat in the row \"Booths\" now"_s);
        ignoreEditing(booth);
    }

    void readArea(TolerantObject &json, const Surroundings &around)
    {
        const QString where = json.place().text();
        const SeatsIoFigure figure = seatsIoFigure(json, around.origin);
        Area area {.name = json.word("label"_L1, PlanLimits::kNameLength), .outline = figure.outline()};
        area.capacity = static_cast<qint32>(json.number("capacity"_L1, 0, 1e9, 0));
        area.category = m_builder.categories().find(categoryKey(json, around), json.place());
        if (json.flag("bookAsAWhole"_L1) || json.flag("variableOccupancy"_L1))
            m_builder.report().count(RepairKind::NotKept, where, u"an area is sold whole, or to groups of a certain size; here it is sold by the place"_s);
        m_builder.addArea(m_builder.section(around.section, where), area, where);
        ignoreEditing(json);
        ignore(json, {"minOccupancy"_L1, "maxOccupancy"_L1, "displayLabel"_L1});
    }

    void readShape(TolerantObject &json, const Surroundings &around)
    {
        Shape shape = shapeOf(seatsIoFigure(json, around.origin));
        shape.text = json.text("label"_L1, PlanLimits::kShapeTextLength);
        if (shape.text.isEmpty())
            shape.textPosition = {};
        else
            shape.textSize = json.number("labelSize"_L1, 1, PlanLimits::kRadius, shape.textSize);
        shape.fill = colorOf(json.text("fillColor"_L1, 60));
        shape.border = json.number("strokeWidth"_L1, 0, kFar, 1) > 0 ? colorOf(json.text("strokeColor"_L1, 60)) : QString();
        if (json.text("smartType"_L1, 60) == "stage"_L1 && shape.kind == ShapeKind::Rectangle)
            shape.kind = ShapeKind::Stage;
        m_builder.addShape(shape, json.place().text());
        ignoreEditing(json);
        ignore(json, {"smartTypeVariation"_L1, "autoStroke"_L1, "icon"_L1, "cornerRadius"_L1, "strokeColor"_L1, "labelSize"_L1});
    }

    void readText(TolerantObject &json, const Surroundings &around)
    {
        Shape shape {.kind = ShapeKind::Text};
        shape.position = json.has("center"_L1) ? pointIn(json, "center"_L1, around)
                                               : PlanPoint {around.origin.x + json.number("centerX"_L1, -kFar, kFar, 0), around.origin.y + json.number("centerY"_L1, -kFar, kFar, 0)};
        shape.text = json.text("text"_L1, PlanLimits::kShapeTextLength);
        shape.textSize = json.number("fontSize"_L1, 1, PlanLimits::kRadius, shape.textSize);
        shape.textColor = colorOf(json.text("textColor"_L1, 60));
        shape.rotation = json.number("rotationAngle"_L1, -1e6, 1e6, 0);
        if (shape.text.isEmpty())
            m_builder.report().add(RepairKind::NotKept, json.place().text(), u"a text without text was left out"_s);
        else
            m_builder.addShape(shape, json.place().text());
        ignoreEditing(json);
        ignore(json, {"bold"_L1, "italic"_L1, "centerX"_L1, "centerY"_L1});
    }

    void readSection(TolerantObject &json, const Surroundings &around)
    {
        const QString where = json.place().text();
        Surroundings inner {.section = json.text("label"_L1, PlanLimits::kNameLength), .category = categoryKey(json, around), .depth = around.depth + 1};
        if (inner.section.isEmpty())
            inner.section = u"Section %1"_s.arg(++m_unnamedSections);
        static_cast<void>(m_builder.section(inner.section, where));
        Shape outline = shapeOf(SeatsIoFigure {.points = seatsIoPoints(json, "points"_L1, around.origin)});
        outline.border = u"#888888"_s;
        if (!outline.points.isEmpty())
            m_builder.addShape(outline, where);
        if (json.has("topLeft"_L1))
            inner.origin = pointIn(json, "topLeft"_L1, around);
        if (!json.text("entrance"_L1, 200).isEmpty())
            m_builder.report().count(RepairKind::NotKept, where, u"the entrance of a section is not kept"_s);
        const QJsonObject chart = json.object("subChart"_L1);
        if (!chart.isEmpty())
            readChart(chart, json.place().member("subChart"_L1), inner);
        ignoreEditing(json);
        ignore(json, {"viewFromYourSeatImage"_L1, "displayLabel"_L1, "rotationAngle"_L1});
    }

    static PlanPoint pointIn(TolerantObject &json, QLatin1StringView key, const Surroundings &around)
    {
        const PlanPoint p = json.point(key);
        return {around.origin.x + p.x, around.origin.y + p.y};
    }

    PlanBuilder m_builder {u"a seats.io chart, a JSON object with a \"subChart\""_s};
    int m_unnamedSections = 0;
};

} // namespace

Result<ImportResult> readSeatsIoPlan(const QByteArray &file)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    return Reader().read(file);
}

} // namespace parterre::planio
