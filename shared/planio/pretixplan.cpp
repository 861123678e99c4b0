// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/pretixplan.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/importcategories.h"
#include "shared/planio/importrepairs.h"
#include "shared/planio/pretixareas.h"
#include "shared/planio/pretixlabels.h"
#include "shared/planio/tolerantobject.h"

#include <QJsonDocument>

#include <algorithm>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr auto kZones = "zones"_L1;
constexpr double kFar = PlanLimits::kCoordinate;
constexpr double kMargin = 50; // around the seats when the file gives no size

Error notAPlan(const QString &what)
{
    return {.code = ErrorCode::FileInvalid, .detail = u"expected a seating plan in pretix format, a JSON object with \"zones\" of \"rows\" of \"seats\": "_s + what};
}

qsizetype membersIn(const QJsonValue &value)
{
    qsizetype count = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            count += membersIn(item);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            count += 1 + membersIn(it.value());
    }
    return count;
}

// Members that the text has more than the parsed document: those whose key repeats within their object. In text that
// parses, a colon outside of a string belongs to a member.
qsizetype repeatedKeys(const QByteArray &text, const QJsonValue &parsed)
{
    qsizetype colons = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            inString = !inString;
        else if (inString && c == '\\')
            ++i;
        else if (!inString && c == ':')
            ++colons;
    }
    return colons - membersIn(parsed);
}

class Reader
{
public:
    Result<ImportResult> read(const QByteArray &file)
    {
        QByteArray text = file;
        if (text.startsWith("\xEF\xBB\xBF")) {
            m_report.add(RepairKind::NotKept, {}, u"the file begins with a byte-order mark"_s);
            text.remove(0, 3);
        }
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error != QJsonParseError::NoError)
            return notAPlan(u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
        if (!document.object().value(kZones).isArray())
            return notAPlan(document.isObject() ? u"there is no list \"zones\""_s : u"this is not an object"_s);
        if (const qsizetype repeated = repeatedKeys(text, document.object()); repeated > 0)
            m_report.add(RepairKind::NotKept, {}, u"%1 keys are repeated within their object; the last of each counts"_s.arg(repeated));
        return readPlan(document.object());
    }

private:
    Result<ImportResult> readPlan(const QJsonObject &json)
    {
        const JsonPlace place;
        TolerantObject object(json, place, m_report);
        m_plan.name = object.text("name"_L1, PlanLimits::kNameLength);
        if (m_plan.name.isEmpty()) {
            m_plan.name = u"Imported plan"_s;
            m_report.add(RepairKind::MissingText, u"name"_s, u"the plan has no name; it is now \"%1\""_s.arg(m_plan.name));
        }
        readSize(object);
        readCategories(object.array("categories"_L1), place);
        const QJsonArray zones = object.array(kZones);
        object.finish();
        if (zones.size() > PlanLimits::kSections)
            return notAPlan(u"there are more than %1 zones"_s.arg(PlanLimits::kSections));
        for (qsizetype i = 0; i < zones.size() && m_fault.isEmpty(); ++i)
            readZone(zones[i], place.item(kZones, i));
        if (m_fault.isEmpty() && m_nextIndex == 0)
            m_fault = u"it holds no seat"_s;
        if (!m_fault.isEmpty())
            return notAPlan(m_fault);
        return finish();
    }

    void readSize(TolerantObject &plan)
    {
        const JsonPlace place = plan.place().member("size"_L1);
        TolerantObject size(plan.object("size"_L1), place, m_report);
        m_plan.size = {size.number("width"_L1, 0, kFar, 0), size.number("height"_L1, 0, kFar, 0)};
        size.finish();
    }

    void readCategories(const QJsonArray &categories, const JsonPlace &root)
    {
        for (qsizetype i = 0; i < categories.size(); ++i) {
            const JsonPlace place = root.item("categories"_L1, i);
            if (!categories[i].isObject()) {
                m_report.add(RepairKind::WrongType, place.text(), u"should be an object; it was left out"_s);
                continue;
            }
            TolerantObject category(categories[i].toObject(), place, m_report);
            const QString name = category.text("name"_L1, PlanLimits::kNameLength);
            m_categories.list(name, category.color("color"_L1), place);
            category.finish();
        }
    }

    void readZone(const QJsonValue &json, const JsonPlace &place)
    {
        // Kept even when it is nothing, so that sections and zones have the same positions.
        Section section;
        if (!json.isObject())
            m_report.add(RepairKind::WrongType, place.text(), u"should be an object; it was left out"_s);
        TolerantObject zone(json.toObject(), place, m_report);
        section.name = zone.text("name"_L1, PlanLimits::kNameLength);
        const QString id = zone.text("zone_id"_L1, PlanLimits::kNameLength);
        if (section.name.isEmpty()) {
            section.name = id.isEmpty() ? u"Section %1"_s.arg(m_plan.sections.size() + 1) : id;
            m_report.add(RepairKind::MissingText, place.text(), u"the zone has no name; it is now \"%1\""_s.arg(section.name));
        }
        zone.ignore("uuid"_L1);
        const PlanPoint origin = zone.point("position"_L1);
        const QJsonArray areas = zone.array("areas"_L1);
        const QJsonArray rows = zone.array("rows"_L1);
        zone.finish();

        readAreas(areas, place, origin);
        m_rows += rows.size();
        if (m_rows > PlanLimits::kRows)
            m_fault = u"there are more than %1 rows"_s.arg(PlanLimits::kRows);
        for (qsizetype i = 0; i < rows.size() && m_fault.isEmpty(); ++i)
            section.rows.append(readRow(rows[i], place.item("rows"_L1, i), section, origin));
        m_plan.sections.append(section);
    }

    void readAreas(const QJsonArray &areas, const JsonPlace &zone, PlanPoint origin)
    {
        for (qsizetype i = 0; i < areas.size(); ++i) {
            const JsonPlace place = zone.item("areas"_L1, i);
            if (m_plan.shapes.size() >= PlanLimits::kShapes) {
                m_report.count(RepairKind::NotKept, place, u"a plan holds no more than %1 areas"_s.arg(PlanLimits::kShapes));
            } else if (!areas[i].isObject()) {
                m_report.add(RepairKind::WrongType, place.text(), u"should be an object; it was left out"_s);
            } else if (const auto shape = readPretixArea(areas[i].toObject(), place, origin, m_report)) {
                m_plan.shapes.append(*shape);
            }
        }
    }

    Row readRow(const QJsonValue &json, const JsonPlace &place, const Section &section, PlanPoint zoneOrigin)
    {
        Row row;
        if (!json.isObject())
            m_report.add(RepairKind::WrongType, place.text(), u"should be an object; it was left out"_s);
        TolerantObject object(json.toObject(), place, m_report);
        row.label = object.text("row_number"_L1, PlanLimits::kRowLabelLength);
        if (row.label.isEmpty()) {
            row.label = QString::number(section.rows.size() + 1);
            if (json.isObject())
                m_report.add(RepairKind::MissingText, place.text(), u"the row has no number; it is now \"%1\""_s.arg(row.label));
        }
        row.labelPosition = labelPosition(object);
        const PretixLabels labels(section.name, row.label, {.row = object.text("row_label"_L1, PlanLimits::kRowLabelLength),
                                                            .seat = object.text("seat_label"_L1, PlanLimits::kNumberLength)});
        object.ignore("uuid"_L1);
        const PlanPoint position = json.isObject() ? object.point("position"_L1) : PlanPoint {};
        const PlanPoint origin {zoneOrigin.x + position.x, zoneOrigin.y + position.y};
        const QJsonArray seats = object.array("seats"_L1);
        object.finish();

        if (seats.size() > kMaxPlanSeats - m_nextIndex)
            m_fault = u"there are more than %1 seats"_s.arg(kMaxPlanSeats);
        row.seats.reserve(seats.size());
        for (qsizetype i = 0; i < seats.size() && m_fault.isEmpty(); ++i) {
            const JsonPlace seat = place.item("seats"_L1, i);
            if (seats[i].isObject())
                row.seats.append(readSeat(seats[i].toObject(), seat, labels, origin, i));
            else
                m_report.add(RepairKind::WrongType, seat.text(), u"a seat should be an object; it was left out"_s);
        }
        return row;
    }

    RowLabelPosition labelPosition(TolerantObject &row)
    {
        const QString word = row.text("row_number_position"_L1, 40);
        if (word == "both"_L1)
            return RowLabelPosition::Both;
        if (word == "start"_L1)
            return RowLabelPosition::Start;
        if (word == "end"_L1)
            return RowLabelPosition::End;
        if (!word.isEmpty())
            m_report.count(RepairKind::WrongType, row.place(), u"\"%1\" is no position of a row number; none was taken"_s.arg(word));
        return RowLabelPosition::None;
    }

    Seat readSeat(const QJsonObject &json, const JsonPlace &place, const PretixLabels &labels, PlanPoint origin, qsizetype placeInRow)
    {
        TolerantObject object(json, place, m_report);
        Seat seat {.index = m_nextIndex++};
        seat.number = object.text("seat_number"_L1, PlanLimits::kNumberLength);
        const PlanPoint position = object.point("position"_L1);
        seat.position = bounded({origin.x + position.x, origin.y + position.y}, place);
        if (seat.number.isEmpty()) {
            seat.number = QString::number(placeInRow + 1);
            m_report.add(RepairKind::MissingText, place.text(), u"the seat has no number; it is now \"%1\""_s.arg(seat.number), seat.position);
        }
        seat.label = labels.label(seat.number);
        if (json.contains("radius"_L1))
            seat.radius = object.number("radius"_L1, 0.5, PlanLimits::kRadius, seat.radius);
        for (const auto key : {"seat_guid"_L1, "uuid"_L1})
            addId(object.text(key, PlanLimits::kExternalIdLength), seat, place);
        seat.category = m_categories.find(object.text("category"_L1, PlanLimits::kNameLength), place);
        if (json.contains("start_direction"_L1)) {
            object.ignore("start_direction"_L1);
            m_report.count(RepairKind::NotKept, place, u"the direction of a row's start was not kept"_s);
        }
        object.finish();
        return seat;
    }

    PlanPoint bounded(PlanPoint p, const JsonPlace &place)
    {
        const PlanPoint inside {std::clamp(p.x, -kFar, kFar), std::clamp(p.y, -kFar, kFar)};
        if (inside != p)
            m_report.add(RepairKind::NumberOutOfRange, place.text(), u"the seat stands absurdly far away; it was moved into range"_s, inside);
        return inside;
    }

    void addId(const QString &id, Seat &seat, const JsonPlace &place)
    {
        if (id.isEmpty() || seat.externalIds.contains(id))
            return;
        seat.externalIds.append(id);
        const auto first = m_firstOfId.constFind(id);
        if (first == m_firstOfId.cend())
            m_firstOfId.insert(id, place.text());
        else
            m_report.add(RepairKind::RepeatedId, place.text(), u"the id \"%1\" is that of %2 too; both keep it"_s.arg(id, *first), seat.position);
    }

    Result<ImportResult> finish()
    {
        m_plan.categories = m_categories.categories();
        if (m_plan.size.x <= 0 || m_plan.size.y <= 0)
            measure();
        if (const auto focus = guessFocus(m_plan.shapes)) {
            m_plan.focus = focus;
            m_report.add(RepairKind::Guess, {}, u"an area says it is the stage; it was taken for what people look at"_s, focus);
        }
        const SeatPlaces places = nestedPlaces(m_plan, kZones);
        makeLabelsUnique(m_plan, places, m_report);
        forgetLabelsAsIds();
        reportPlacement(m_plan, places, m_report);
        const QList<PlanProblem> problems = validatePlan(m_plan);
        if (!problems.isEmpty())
            return notAPlan(problems.constFirst().where + u' ' + problems.constFirst().message);
        return ImportResult {.plan = m_plan, .report = m_report.take()};
    }

    // A seat_guid that is the label is what writePretixPlan() gives to seats without ids, and says nothing of its own.
    void forgetLabelsAsIds()
    {
        for (Section &section : m_plan.sections) {
            for (Row &row : section.rows) {
                for (Seat &seat : row.seats) {
                    if (seat.externalIds.size() == 1 && seat.externalIds.constFirst() == seat.label)
                        seat.externalIds.clear();
                }
            }
        }
    }

    void measure()
    {
        PlanPoint far;
        for (const Section &section : std::as_const(m_plan.sections)) {
            for (const Row &row : section.rows) {
                for (const Seat &seat : row.seats)
                    far = {std::max(far.x, seat.position.x), std::max(far.y, seat.position.y)};
            }
        }
        m_plan.size = {std::min(far.x + kMargin, kFar), std::min(far.y + kMargin, kFar)};
        m_report.add(RepairKind::MissingValue, u"size"_s, u"the plan gives no size; %1 x %2 holds its seats"_s.arg(m_plan.size.x).arg(m_plan.size.y));
    }

    Plan m_plan;
    ImportReport m_report;
    ImportCategories m_categories {m_report};
    qint32 m_nextIndex = 0;
    qsizetype m_rows = 0;
    QHash<QString, QString> m_firstOfId; // external id -> where it was first
    QString m_fault;
};

} // namespace

Result<ImportResult> readPretixPlan(const QByteArray &file)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    return Reader().read(file);
}

} // namespace parterre::planio
