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
            const bool inRow = m_row;
            const bool inSection = m_section;
            closePage();
            m_page = {};
            m_used = kFrameBytes;
            m_sectionContinues = inSection;
            m_rowContinues = inRow;
            if (inSection)
                m_used += measure(sectionObject()) + kFrameBytes;
            if (inRow)
                m_used += measure(rowObject()) + kFrameBytes;
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
            for (const Seat &seat : row.seats) {
                const QJsonObject part = writeSeat(seat);
                reserve(part);
                m_rowSeats.append(part);
            }
            closeRow();
            m_row = nullptr;
        }
        closeSection();
        m_section = nullptr;
    }

    [[nodiscard]] QJsonObject rowObject() const
    {
        QJsonObject object = writeRow(*m_row, m_rowSeats);
        if (m_rowContinues)
            object.insert("continues"_L1, true);
        return object;
    }

    [[nodiscard]] QJsonObject sectionObject() const
    {
        QJsonObject object {{"name"_L1, m_section->name}, {"rows"_L1, m_sectionRows}};
        if (m_sectionContinues)
            object.insert("continues"_L1, true);
        return object;
    }

    void closeRow()
    {
        m_sectionRows.append(rowObject());
        m_rowSeats = {};
        m_rowContinues = false;
    }

    void closeSection()
    {
        m_sections.append(sectionObject());
        m_sectionRows = {};
        m_sectionContinues = false;
    }

    void closePage()
    {
        if (m_row)
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
    QJsonArray m_shapes, m_sections, m_sectionRows, m_rowSeats;
    const Section *m_section = nullptr; // open ones
    const Row *m_row = nullptr;
    bool m_sectionContinues = false;
    bool m_rowContinues = false;
};

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
        readHead(object, place, m_fault, m_plan);

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
    for (qsizetype i = 0; i < rows.size() && m_fault.isEmpty(); ++i)
        readRow(rows.at(i), section, continues && i == 0 && !section.rows.isEmpty(), place.item("rows"_L1, i));
    object.finish();
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
    const QJsonArray seats = object.array("seats"_L1);
    m_seats += seats.size();
    if (m_rows > PlanLimits::kRows || m_seats > kMaxPlanSeats)
        return object.fail({}, u"more than %1 rows or %2 seats"_s.arg(PlanLimits::kRows).arg(kMaxPlanSeats));

    Row &row = section.rows.last();
    row.seats.reserve(row.seats.size() + seats.size());
    for (qsizetype i = 0; i < seats.size() && m_fault.isEmpty(); ++i)
        row.seats.append(readSeat(seats.at(i), place.item("seats"_L1, i), m_fault));
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
