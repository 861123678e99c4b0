// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planpages.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/canonicaljson.h"
#include "shared/planio/planelements.h"
#include "shared/planio/planjson.h"

#include <limits>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kFrameBytes = 80; // brackets, key words and the cut-off section and row that a page adds

// Fills one page after the other with what the plan brings, in document order.
class Pager
{
public:
    Pager(const Plan &plan, qsizetype maxBytes) : m_plan(plan), m_maxBytes(maxBytes) {}

    QList<QJsonObject> run()
    {
        m_page = writeHead(m_plan);
        m_used = kFrameBytes + measure(m_page);
        for (const Shape &shape : m_plan.shapes) {
            const QJsonObject part = writeShape(shape);
            reserve(part);
            m_shapes.append(part);
        }
        for (const Section &section : m_plan.sections)
            addSection(section);
        closePage();
        return m_pages;
    }

private:
    [[nodiscard]] qsizetype measure(const QJsonObject &part) const
    {
        return m_maxBytes == std::numeric_limits<qsizetype>::max() ? 0 : canonicalJson(part).size() + 1;
    }

    // Starts another page when the part does not fit on this one.
    void reserve(const QJsonObject &part)
    {
        const qsizetype bytes = measure(part);
        if (m_used + bytes > m_maxBytes && m_parts > 0) {
            const bool inRow = m_row || m_table;
            const bool inSection = m_section;
            closePage();
            m_page = {};
            m_used = kFrameBytes;
            m_sectionContinues = inSection;
            m_rowContinues = inRow;
            if (inSection)
                m_used += measure(sectionObject()) + kFrameBytes;
            if (inRow)
                m_used += measure(m_row ? rowObject() : tableObject()) + kFrameBytes;
        }
        m_used += bytes;
        ++m_parts;
    }

    void addSection(const Section &section)
    {
        reserve({{"name"_L1, section.name}, {"rows"_L1, QJsonArray()}});
        m_section = &section;
        for (const Row &row : section.rows) {
            reserve(writeRow(row, {}));
            m_row = &row;
            addSeats(row.seats);
            closeRow();
            m_row = nullptr;
        }
        for (const Table &table : section.tables) {
            reserve(writeTable(table, {}));
            m_table = &table;
            addSeats(table.seats);
            closeRow();
            m_table = nullptr;
        }
        for (const Area &area : section.areas) {
            const QJsonObject part = writeArea(area);
            reserve(part);
            m_sectionAreas.append(part);
        }
        closeSection();
        m_section = nullptr;
    }

    void addSeats(const QList<Seat> &seats)
    {
        for (const Seat &seat : seats) {
            const QJsonObject part = writeSeat(seat);
            reserve(part);
            m_rowSeats.append(part);
        }
    }

    [[nodiscard]] QJsonObject rowObject() const { return marked(writeRow(*m_row, m_rowSeats), m_rowContinues); }
    [[nodiscard]] QJsonObject tableObject() const { return marked(writeTable(*m_table, m_rowSeats), m_rowContinues); }

    [[nodiscard]] static QJsonObject marked(QJsonObject object, bool continues)
    {
        if (continues)
            object.insert("continues"_L1, true);
        return object;
    }

    [[nodiscard]] QJsonObject sectionObject() const
    {
        QJsonObject object {{"name"_L1, m_section->name}, {"rows"_L1, m_sectionRows}};
        if (!m_sectionTables.isEmpty())
            object.insert("tables"_L1, m_sectionTables);
        if (!m_sectionAreas.isEmpty())
            object.insert("areas"_L1, m_sectionAreas);
        return marked(object, m_sectionContinues);
    }

    void closeRow()
    {
        if (m_row)
            m_sectionRows.append(rowObject());
        else
            m_sectionTables.append(tableObject());
        m_rowSeats = {};
        m_rowContinues = false;
    }

    void closeSection()
    {
        m_sections.append(sectionObject());
        m_sectionRows = {};
        m_sectionTables = {};
        m_sectionAreas = {};
        m_sectionContinues = false;
    }

    void closePage()
    {
        if (m_row || m_table)
            closeRow();
        if (m_section)
            closeSection();
        if (!m_shapes.isEmpty())
            m_page.insert("shapes"_L1, m_shapes);
        m_page.insert("sections"_L1, m_sections);
        m_pages.append(m_page);
        m_shapes = {};
        m_sections = {};
        m_parts = 0;
    }

    const Plan &m_plan;
    qsizetype m_maxBytes;
    QList<QJsonObject> m_pages;
    QJsonObject m_page;
    qsizetype m_used = 0;
    qsizetype m_parts = 0;
    QJsonArray m_shapes, m_sections, m_sectionRows, m_sectionTables, m_sectionAreas, m_rowSeats;
    const Section *m_section = nullptr; // open ones
    const Row *m_row = nullptr;
    const Table *m_table = nullptr; // or a row
    bool m_sectionContinues = false;
    bool m_rowContinues = false;
};

// Neighbours mostly have the same custom attributes, and keep them in one list then.
void appendSeat(QList<Seat> &seats, Seat seat)
{
    if (!seats.isEmpty() && seats.constLast().customAttributes == seat.customAttributes)
        seat.customAttributes = seats.constLast().customAttributes;
    seats.append(std::move(seat));
}

} // namespace

QList<QJsonObject> planPages(const Plan &plan, qsizetype maxBytes)
{
    return Pager(plan, maxBytes).run();
}

Error PlanAssembler::error() const
{
    return Error {.code = ErrorCode::FileInvalid, .detail = u"expected a parterre-plan document: "_s + m_fault};
}

Result<void> PlanAssembler::add(const QJsonObject &page)
{
    if (m_fault.isEmpty())
        read(page);
    if (!m_fault.isEmpty())
        return error();
    return {};
}

void PlanAssembler::read(const QJsonObject &page)
{
    const JsonPlace place;
    StrictObject object(page, place, m_fault);
    const bool first = !m_begun;
    m_begun = true;
    if (first)
        m_version = readHead(object, place, m_fault, m_plan);

    const QJsonArray shapes = object.arrayIfAny("shapes"_L1);
    if (m_plan.shapes.size() + shapes.size() > PlanLimits::kShapes)
        object.fail("shapes"_L1, u"more than %1 shapes"_s.arg(PlanLimits::kShapes));
    for (qsizetype i = 0; i < shapes.size() && m_fault.isEmpty(); ++i)
        m_plan.shapes.append(readShape(shapes.at(i), place.item("shapes"_L1, i), m_fault));

    const QJsonArray sections = object.array("sections"_L1);
    for (qsizetype i = 0; i < sections.size() && m_fault.isEmpty(); ++i)
        readSection(sections.at(i), !first && i == 0 && !m_plan.sections.isEmpty(), place.item("sections"_L1, i));
    object.finish();
}

void PlanAssembler::readSection(const QJsonValue &json, bool mayContinue, const JsonPlace &place)
{
    StrictObject object(json, place, m_fault);
    const QString name = object.text("name"_L1);
    const bool continues = object.flag("continues"_L1);
    if (!continues)
        m_plan.sections.append(Section {.name = name});
    else if (!mayContinue || m_plan.sections.constLast().name != name)
        return object.fail("continues"_L1, u"the page before did not end in this section"_s);
    if (m_plan.sections.size() > PlanLimits::kSections)
        return object.fail({}, u"more than %1 sections"_s.arg(PlanLimits::kSections));

    Section &section = m_plan.sections.last();
    const QJsonArray rows = object.array("rows"_L1);
    if (!rows.isEmpty() && !(section.tables.isEmpty() && section.areas.isEmpty()))
        return object.fail("rows"_L1, u"come after tables and areas of this section"_s);
    for (qsizetype i = 0; i < rows.size() && m_fault.isEmpty(); ++i)
        readRow(rows.at(i), section, continues && i == 0 && !section.rows.isEmpty(), place.item("rows"_L1, i));
    if (m_version >= kVersionWithTables)
        readTablesAndAreas(object, section, continues, place);
    object.finish();
}

void PlanAssembler::readTablesAndAreas(StrictObject &object, Section &section, bool continues, const JsonPlace &place)
{
    const QJsonArray tables = object.arrayIfAny("tables"_L1);
    if (!tables.isEmpty() && !section.areas.isEmpty())
        return object.fail("tables"_L1, u"come after areas of this section"_s);
    for (qsizetype i = 0; i < tables.size() && m_fault.isEmpty(); ++i)
        readTable(tables.at(i), section, continues && i == 0 && !section.tables.isEmpty(), place.item("tables"_L1, i));
    const QJsonArray areas = object.arrayIfAny("areas"_L1);
    m_areas += areas.size();
    if (m_areas > PlanLimits::kAreas)
        return object.fail("areas"_L1, u"more than %1 areas"_s.arg(PlanLimits::kAreas));
    for (qsizetype i = 0; i < areas.size() && m_fault.isEmpty(); ++i)
        section.areas.append(readArea(areas.at(i), place.item("areas"_L1, i), m_fault));
}

void PlanAssembler::readRow(const QJsonValue &json, Section &section, bool mayContinue, const JsonPlace &place)
{
    StrictObject object(json, place, m_fault);
    Row head;
    readRowHead(object, head);
    const bool continues = object.flag("continues"_L1);
    if (continues && (!mayContinue || section.rows.constLast().label != head.label))
        return object.fail("continues"_L1, u"the page before did not end in this row"_s);
    if (!continues) {
        section.rows.append(head);
        ++m_rows;
    }
    readSeats(object, section.rows.last().seats, place);
}

void PlanAssembler::readTable(const QJsonValue &json, Section &section, bool mayContinue, const JsonPlace &place)
{
    StrictObject object(json, place, m_fault);
    Table head;
    readTableHead(object, head);
    const bool continues = object.flag("continues"_L1);
    if (continues && (!mayContinue || section.tables.constLast().label != head.label))
        return object.fail("continues"_L1, u"the page before did not end in this table"_s);
    if (!continues) {
        section.tables.append(head);
        ++m_rows;
    }
    readSeats(object, section.tables.last().seats, place);
}

void PlanAssembler::readSeats(StrictObject &object, QList<Seat> &seats, const JsonPlace &place)
{
    const QJsonArray array = object.array("seats"_L1);
    m_seats += array.size();
    if (m_rows > PlanLimits::kRows || m_seats > kMaxPlanSeats)
        return object.fail({}, u"more than %1 rows or %2 seats"_s.arg(PlanLimits::kRows).arg(kMaxPlanSeats));
    seats.reserve(seats.size() + array.size());
    for (qsizetype i = 0; i < array.size() && m_fault.isEmpty(); ++i)
        appendSeat(seats, readSeat(array.at(i), m_version, place.item("seats"_L1, i), m_fault));
    object.finish();
}

Result<Plan> PlanAssembler::finish()
{
    if (m_fault.isEmpty() && !m_begun)
        m_fault = u"there is no page"_s;
    if (m_fault.isEmpty()) {
        const QList<PlanProblem> problems = validatePlan(m_plan);
        if (!problems.isEmpty())
            m_fault = problems.constFirst().where + ": "_L1 + problems.constFirst().message;
    }
    // So that a plan is one text.
    if (m_fault.isEmpty() && m_version != documentVersion(m_plan))
        m_fault = u"version: is %1 of a plan that version %2 says all of"_s.arg(m_version).arg(documentVersion(m_plan));
    if (!m_fault.isEmpty())
        return error();
    return m_plan;
}

Result<Plan> PlanAssembler::finish(const QString &expectedHash)
{
    Result<Plan> plan = finish();
    if (plan && planHash(writePlan(*plan)) != expectedHash) {
        m_fault = u"the parts do not make the plan of hash %1"_s.arg(expectedHash.left(64));
        return error();
    }
    return plan;
}

} // namespace parterre::planio
