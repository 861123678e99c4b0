// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planbuilder.h"

#include "shared/domain/customattributes.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/importrepairs.h"
#include "shared/planio/tolerantobject.h"

#include <algorithm>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFar = PlanLimits::kCoordinate;
constexpr double kPitch = 25;
constexpr double kLine = 30;
constexpr double kMargin = 50;
constexpr double kAreaSide = 200;    // of an area the file does not place
constexpr qsizetype kLabelRoom = 12; // for " (12345)"

template<class Visit>
void forEachGroup(Plan &plan, Visit visit)
{
    for (Section &section : plan.sections) {
        for (Row &row : section.rows)
            visit(row.seats);
        for (Table &table : section.tables)
            visit(table.seats);
    }
}

} // namespace

Error PlanBuilder::error(const QString &what) const
{
    return {.code = ErrorCode::FileInvalid, .detail = u"expected %1: %2"_s.arg(m_expected, what)};
}

void PlanBuilder::fail(const QString &fault)
{
    if (m_fault.isEmpty())
        m_fault = fault;
}

QString PlanBuilder::tidy(const QString &text, qsizetype limit, const QString &where)
{
    const QString clean = cleanText(text, limit);
    if (clean != text.trimmed())
        m_report.add(RepairKind::TextChanged, where, u"the text was too long or held control characters; it is now \"%1\""_s.arg(clean));
    return clean;
}

double PlanBuilder::inRange(double value, double min, double max, const QString &where)
{
    const double inside = std::isnan(value) ? std::clamp(0.0, min, max) : std::clamp(value, min, max);
    if (inside != value)
        m_report.add(RepairKind::NumberOutOfRange, where, u"%1 is not between %2 and %3; it is now %4"_s.arg(value).arg(min).arg(max).arg(inside));
    return inside;
}

PlanPoint PlanBuilder::inRange(PlanPoint point, const QString &where)
{
    return {inRange(point.x, -kFar, kFar, where), inRange(point.y, -kFar, kFar, where)};
}

void PlanBuilder::setName(const QString &name)
{
    m_plan.name = tidy(name, PlanLimits::kNameLength, u"name"_s);
}

void PlanBuilder::setSize(PlanPoint size)
{
    m_plan.size = {inRange(size.x, 0, kFar, u"size"_s), inRange(size.y, 0, kFar, u"size"_s)};
}

void PlanBuilder::setFocus(PlanPoint focus)
{
    m_plan.focus = inRange(focus, u"focus"_s);
}

qsizetype PlanBuilder::section(const QString &name, const QString &where)
{
    const auto known = m_sections.constFind(name);
    return known != m_sections.cend() ? *known : newSection(name, where);
}

qsizetype PlanBuilder::newSection(const QString &name, const QString &where)
{
    if (m_plan.sections.size() >= PlanLimits::kSections) {
        fail(u"there are more than %1 sections"_s.arg(PlanLimits::kSections));
        return 0;
    }
    QString clean = tidy(name, PlanLimits::kNameLength, where);
    m_named.append(!clean.isEmpty());
    if (clean.isEmpty()) {
        clean = u"Seats"_s;
        m_report.count(RepairKind::Guess, where, u"the file names no section; \"%1\" was made"_s.arg(clean));
    }
    m_plan.sections.append(Section {.name = clean});
    if (!m_sections.contains(name))
        m_sections.insert(name, m_plan.sections.size() - 1);
    return m_plan.sections.size() - 1;
}

SeatGroup PlanBuilder::row(qsizetype section, const QString &label, const QString &part, const QString &where)
{
    const QString key = u"%1\n%2\n%3"_s.arg(QString::number(section), label, part);
    const auto known = m_groups.constFind(key);
    return known != m_groups.cend() ? *known : *m_groups.insert(key, newRow(section, Row {.label = label}, where));
}

SeatGroup PlanBuilder::table(qsizetype section, const QString &label, const QString &part, const QString &where)
{
    const QString key = u"%1\n%2\n%3\ntable"_s.arg(QString::number(section), label, part);
    const auto known = m_groups.constFind(key);
    return known != m_groups.cend() ? *known : *m_groups.insert(key, newTable(section, Table {.label = label, .size = {}}, where));
}

SeatGroup PlanBuilder::newRow(qsizetype section, const Row &row, const QString &where)
{
    if (++m_groupCount > PlanLimits::kRows)
        fail(u"there are more than %1 rows and tables"_s.arg(PlanLimits::kRows));
    if (failed() && !m_plan.sections.value(section).rows.isEmpty())
        return {section, 0, false};
    if (m_plan.sections.isEmpty())
        m_plan.sections.append(Section {.name = u"Seats"_s});
    QList<Row> &rows = m_plan.sections[section].rows;
    rows.append({.label = tidy(row.label, PlanLimits::kRowLabelLength, where), .labelPosition = row.labelPosition});
    return {section, rows.size() - 1, false};
}

Table PlanBuilder::tidyTable(const Table &table, const QString &where)
{
    Table clean {.label = tidy(table.label, PlanLimits::kRowLabelLength, where), .shape = table.shape, .position = inRange(table.position, where), .soldWhole = table.soldWhole};
    clean.size = {inRange(table.size.x, 0, kFar, where), inRange(table.size.y, 0, kFar, where)};
    clean.rotation = std::isfinite(table.rotation) ? std::fmod(table.rotation, 360) : 0;
    if (clean.label.isEmpty()) {
        clean.label = QString::number(m_groupCount);
        m_report.add(RepairKind::MissingText, where, u"the table has no label; it is now \"%1\""_s.arg(clean.label), clean.position);
    }
    return clean;
}

SeatGroup PlanBuilder::newTable(qsizetype section, const Table &table, const QString &where)
{
    if (++m_groupCount > PlanLimits::kRows)
        fail(u"there are more than %1 rows and tables"_s.arg(PlanLimits::kRows));
    if (failed() && !m_plan.sections.value(section).tables.isEmpty())
        return {section, 0, true};
    if (m_plan.sections.isEmpty())
        m_plan.sections.append(Section {.name = u"Seats"_s});
    QList<Table> &tables = m_plan.sections[section].tables;
    tables.append(tidyTable(table, where));
    return {section, tables.size() - 1, true};
}

void PlanBuilder::setRowLabels(SeatGroup group, RowLabelPosition position)
{
    m_plan.sections[group.section].rows[group.position].labelPosition = position;
}

void PlanBuilder::setTable(SeatGroup group, const Table &table, const QString &where)
{
    Table &old = m_plan.sections[group.section].tables[group.position];
    Table next = tidyTable(table, where);
    next.seats = std::move(old.seats);
    old = std::move(next);
}

QStringList PlanBuilder::tidyCustomAttributes(const QStringList &found, const QString &where)
{
    if (found.isEmpty())
        return {};
    QStringList tidied;
    for (const QString &attribute : found)
        tidied.append(tidy(attribute, PlanLimits::kCustomAttributeLength, where));
    QStringList attributes = listedCustomAttributes(tidied.join(u'\n'));
    if (attributes.size() > PlanLimits::kCustomAttributes) {
        m_report.count(RepairKind::NotKept, where, u"a seat has more than %1 custom attributes; the others were left out"_s.arg(PlanLimits::kCustomAttributes));
        attributes.resize(PlanLimits::kCustomAttributes);
    }
    return attributes;
}

QList<Seat> &PlanBuilder::seatsOf(SeatGroup group)
{
    Section &section = m_plan.sections[group.section];
    return group.table ? section.tables[group.position].seats : section.rows[group.position].seats;
}

void PlanBuilder::addSeat(SeatGroup group, const FoundSeat &found, const QString &where)
{
    if (m_places.size() >= static_cast<std::size_t>(kMaxPlanSeats))
        fail(u"there are more than %1 seats"_s.arg(kMaxPlanSeats));
    if (failed())
        return;
    QList<Seat> &seats = seatsOf(group);
    Seat seat {.index = static_cast<qint32>(m_places.size()), .category = found.category, .attributes = found.attributes};
    seat.number = tidy(found.number, PlanLimits::kNumberLength, where);
    seat.position = inRange(found.position.value_or(PlanPoint {}), where);
    if (seat.number.isEmpty()) {
        seat.number = QString::number(seats.size() + 1);
        m_report.count(RepairKind::MissingText, where, u"a seat has no number; it was counted within its row"_s);
    }
    const Section &section = m_plan.sections[group.section];
    seat.label = tidy(found.label, PlanLimits::kLabelLength - kLabelRoom, where);
    if (seat.label.isEmpty()) {
        QStringList parts {m_named.value(group.section) ? section.name : QString(), group.table ? section.tables[group.position].label : section.rows[group.position].label, seat.number};
        parts.removeAll(QString());
        seat.label = cleanText(parts.join(u' '), PlanLimits::kLabelLength - kLabelRoom);
    }
    seat.radius = inRange(found.radius, 0.5, PlanLimits::kRadius, where);
    for (const QString &id : found.externalIds) {
        const QString clean = tidy(id, PlanLimits::kExternalIdLength, where);
        if (seat.externalIds.size() >= PlanLimits::kExternalIds)
            m_report.count(RepairKind::NotKept, where, u"a seat has more than %1 ids; the others were left out"_s.arg(PlanLimits::kExternalIds));
        else if (!clean.isEmpty())
            seat.externalIds.append(clean);
    }
    seat.customAttributes = tidyCustomAttributes(found.customAttributes, where);
    if (!found.companionOf.isEmpty())
        m_companions.append({seat.index, found.companionOf});
    m_places.push_back(where);
    m_placed.push_back(found.position.has_value());
    seats.append(seat);
}

void PlanBuilder::addArea(qsizetype section, const Area &found, const QString &where)
{
    if (++m_areaCount > PlanLimits::kAreas)
        return fail(u"there are more than %1 areas"_s.arg(PlanLimits::kAreas));
    Area area {.name = tidy(found.name, PlanLimits::kNameLength - kLabelRoom, where), .category = found.category};
    if (area.name.isEmpty()) {
        area.name = u"Area %1"_s.arg(m_areaCount);
        m_report.add(RepairKind::MissingText, where, u"the area has no name; it is now \"%1\""_s.arg(area.name));
    }
    area.capacity = std::clamp(found.capacity, 1, kMaxPlanSeats);
    if (area.capacity != found.capacity)
        m_report.add(RepairKind::NumberOutOfRange, where, u"an area for %1 people is not possible; it is now for %2"_s.arg(found.capacity).arg(area.capacity));
    const qsizetype step = found.outline.size() / (PlanLimits::kAreaPoints + 1) + 1;
    if (step > 1)
        m_report.add(RepairKind::NotKept, where, u"of %1 corners every %2th was kept"_s.arg(found.outline.size()).arg(step));
    for (qsizetype i = 0; i < found.outline.size(); i += step)
        area.outline.append(inRange(found.outline[i], where));
    if (area.outline.size() < 3) {
        if (!area.outline.isEmpty())
            m_report.add(RepairKind::MissingValue, where, u"the outline of the area \"%1\" has fewer than three corners; it was set out below the seats"_s.arg(area.name));
        area.outline.clear();
    }
    if (m_plan.sections.isEmpty())
        m_plan.sections.append(Section {.name = u"Seats"_s});
    m_plan.sections[section].areas.append(area);
}

void PlanBuilder::addShape(const Shape &found, const QString &where)
{
    if (m_plan.shapes.size() >= PlanLimits::kShapes)
        return m_report.count(RepairKind::NotKept, where, u"a plan holds no more than %1 shapes"_s.arg(PlanLimits::kShapes));
    Shape shape = found;
    shape.position = inRange(found.position, where);
    shape.size = {inRange(found.size.x, 0, kFar, where), inRange(found.size.y, 0, kFar, where)};
    shape.textPosition = inRange(found.textPosition, where);
    shape.textSize = inRange(found.textSize, 0, PlanLimits::kRadius, where);
    shape.rotation = std::isfinite(found.rotation) ? std::fmod(found.rotation, 360) : 0;
    shape.text.remove(u'\ufeff');
    if (!isPlanText(found.text, true) || found.text.size() > PlanLimits::kShapeTextLength)
        shape.text = tidy(found.text, PlanLimits::kShapeTextLength, where);
    const qsizetype step = found.points.size() / (PlanLimits::kShapePoints + 1) + 1;
    if (step > 1)
        m_report.add(RepairKind::NotKept, where, u"of %1 points every %2th was kept"_s.arg(found.points.size()).arg(step));
    shape.points.clear();
    for (qsizetype i = 0; i < found.points.size(); i += step)
        shape.points.append(inRange(found.points[i], where));
    m_plan.shapes.append(shape);
}

// Rows without places stand below each other, in the order of their numbers.
void PlanBuilder::setOut()
{
    const auto placed = [this](const Seat &seat) { return static_cast<bool>(m_placed[static_cast<std::size_t>(seat.index)]); };
    double y = 0;
    qint32 count = 0;
    forEachGroup(m_plan, [&](QList<Seat> &seats) {
        for (const Seat &seat : seats)
            y = placed(seat) ? std::max(y, seat.position.y) : y;
    });
    forEachGroup(m_plan, [&](QList<Seat> &seats) {
        if (std::all_of(seats.cbegin(), seats.cend(), placed))
            return;
        y = std::min(y + kLine, kFar);
        count += static_cast<qint32>(std::count_if(seats.cbegin(), seats.cend(), [&](const Seat &seat) { return !placed(seat); }));
        if (std::none_of(seats.cbegin(), seats.cend(), placed))
            return setOutRow(seats, y);
        double x = kPitch;
        for (Seat &seat : seats) {
            if (placed(seat))
                continue;
            seat.position = {std::min(x, kFar), y};
            x += kPitch;
        }
    });
    if (count > 0)
        m_report.add(RepairKind::Guess, {}, u"the file does not say where %1 seats stand; they were set out in lines"_s.arg(count));
    for (Section &section : m_plan.sections) {
        for (Area &area : section.areas) {
            if (!area.outline.isEmpty())
                continue;
            const double top = std::min(y + kLine, kFar - kAreaSide);
            area.outline = {{kPitch, top}, {kPitch + kAreaSide, top}, {kPitch + kAreaSide, top + kAreaSide}, {kPitch, top + kAreaSide}};
            m_report.add(RepairKind::Guess, {}, u"the file does not say where the area \"%1\" is; it was set out below the seats"_s.arg(area.name), area.outline[0]);
            y = top + kAreaSide;
        }
    }
}

void PlanBuilder::setOutRow(QList<Seat> &seats, double y)
{
    const auto isNumber = [](const Seat &seat) {
        bool number = false;
        static_cast<void>(seat.number.toInt(&number));
        return number;
    };
    if (std::all_of(seats.cbegin(), seats.cend(), isNumber))
        std::stable_sort(seats.begin(), seats.end(), [](const Seat &a, const Seat &b) { return a.number.toInt() < b.number.toInt(); });
    double x = kPitch;
    for (Seat &seat : seats) {
        seat.position = {std::min(x, kFar), y};
        x += kPitch;
    }
}

// A table the file says nothing of lies in the middle of its seats.
void PlanBuilder::fitTables()
{
    for (Section &section : m_plan.sections) {
        for (Table &table : section.tables) {
            if (table.size.x > 0 || table.size.y > 0 || table.seats.isEmpty())
                continue;
            PlanPoint low = table.seats[0].position, high = low;
            for (const Seat &seat : std::as_const(table.seats)) {
                low = {std::min(low.x, seat.position.x - seat.radius), std::min(low.y, seat.position.y - seat.radius)};
                high = {std::max(high.x, seat.position.x + seat.radius), std::max(high.y, seat.position.y + seat.radius)};
            }
            const double border = 4 * table.seats[0].radius; // a chair on either side
            table.position = {(low.x + high.x) / 2, (low.y + high.y) / 2};
            table.size = {std::clamp(high.x - low.x - border, border / 2, kFar), std::clamp(high.y - low.y - border, border / 2, kFar)};
            m_report.add(RepairKind::Guess, {}, u"the file does not say where the table \"%1\" is; it was put between its seats"_s.arg(table.label), table.position);
        }
    }
}

void PlanBuilder::number()
{
    std::vector<QString> places(m_places.size());
    std::vector<qint32> indexes(m_places.size());
    qint32 next = 0;
    forEachGroup(m_plan, [&](QList<Seat> &seats) {
        for (Seat &seat : seats) {
            places[static_cast<std::size_t>(next)] = m_places[static_cast<std::size_t>(seat.index)];
            indexes[static_cast<std::size_t>(seat.index)] = next;
            seat.index = next++;
        }
    });
    m_places = std::move(places);
    for (Companion &companion : m_companions)
        companion.seat = indexes[static_cast<std::size_t>(companion.seat)];
    for (Section &section : m_plan.sections) {
        for (Area &area : section.areas) {
            area.firstPlace = next;
            if (area.capacity > kMaxPlanSeats - next)
                return fail(u"there are more than %1 seats and places"_s.arg(kMaxPlanSeats));
            next += area.capacity;
        }
    }
}

// By the labels of the file, before any is changed.
void PlanBuilder::findCompanions()
{
    if (m_companions.isEmpty())
        return;
    QHash<QString, const Seat *> wheelchairs;
    std::vector<Seat *> seats;
    forEachGroup(m_plan, [&](QList<Seat> &group) {
        for (Seat &seat : group) {
            seats.push_back(&seat);
            if (seat.attributes.testFlag(SeatAttribute::Wheelchair) && !wheelchairs.contains(seat.label))
                wheelchairs.insert(seat.label, &seat);
        }
    });
    for (const Companion &companion : std::as_const(m_companions)) {
        Seat &seat = *seats[static_cast<std::size_t>(companion.seat)];
        if (const Seat *wheelchair = wheelchairs.value(companion.label, nullptr))
            seat.companionOf = wheelchair->index;
        else
            m_report.add(RepairKind::NotKept, m_places[static_cast<std::size_t>(seat.index)], u"\"%1\" is no wheelchair place; the companion's seat belongs to none"_s.arg(cleanText(companion.label, 80)), seat.position);
    }
}

void PlanBuilder::measure()
{
    if (m_plan.size.x > 0 && m_plan.size.y > 0)
        return;
    PlanPoint far;
    forEachSeat(m_plan, [&far](const Seat &seat) { far = {std::max(far.x, seat.position.x), std::max(far.y, seat.position.y)}; });
    forEachArea(m_plan, [&far](const Area &area) {
        for (const PlanPoint &p : area.outline)
            far = {std::max(far.x, p.x), std::max(far.y, p.y)};
    });
    m_plan.size = {std::min(far.x + kMargin, kFar), std::min(far.y + kMargin, kFar)};
    m_report.add(RepairKind::MissingValue, u"size"_s, u"the plan gives no size; %1 x %2 holds its seats"_s.arg(m_plan.size.x).arg(m_plan.size.y));
}

Result<ImportResult> PlanBuilder::finish()
{
    if (!failed() && isEmpty())
        fail(u"it holds no seat"_s);
    if (failed())
        return error(m_fault);
    if (m_plan.name.isEmpty()) {
        m_plan.name = u"Imported plan"_s;
        m_report.add(RepairKind::MissingText, u"name"_s, u"the plan has no name; it is now \"%1\""_s.arg(m_plan.name));
    }
    m_plan.categories = m_categories.categories();
    setOut();
    fitTables();
    number();
    if (failed())
        return error(m_fault);
    findCompanions();
    measure();
    const SeatPlaces places = [this](qint32 index) { return m_places[static_cast<std::size_t>(index)]; };
    makeLabelsUnique(m_plan, places, m_report);
    makeAreaNamesUnique(m_plan, m_report);
    reportPlacement(m_plan, places, m_report);
    const QList<PlanProblem> problems = validatePlan(m_plan);
    if (!problems.isEmpty())
        return error(problems.constFirst().where + u' ' + problems.constFirst().message);
    return ImportResult {.plan = m_plan, .report = m_report.take()};
}

} // namespace parterre::planio
