// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planlosses.h"

#include "shared/planio/importrepairs.h"

#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

// A row or a table with the section it is in, so that both plans can be walked side by side.
struct SeatGroup {
    const Section *section = nullptr;
    const Row *row = nullptr;
    const Table *table = nullptr;
};

struct PlacedSeat {
    const Seat *seat = nullptr;
    SeatGroup group;
};

std::vector<PlacedSeat> placedSeats(const Plan &plan)
{
    std::vector<PlacedSeat> all;
    all.reserve(static_cast<std::size_t>(seatCount(plan)));
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows) {
            for (const Seat &seat : row.seats)
                all.push_back({&seat, {.section = &section, .row = &row}});
        }
        for (const Table &table : section.tables) {
            for (const Seat &seat : table.seats)
                all.push_back({&seat, {.section = &section, .table = &table}});
        }
    }
    return all;
}

class Comparison
{
public:
    Comparison(const Plan &plan, const Plan &after, double exact, ImportReport &report)
        : m_plan(plan), m_after(after), m_exact(exact), m_report(report), m_places(nestedPlaces(plan, "sections"_L1))
    {
    }

    void run()
    {
        head();
        categories();
        sections();
        seats();
        tables();
        areas();
        shapes();
    }

private:
    void tell(const QString &where, const QString &message) { m_report.count(RepairKind::NotKept, where, message); }

    [[nodiscard]] bool moved(PlanPoint a, PlanPoint b) const { return std::abs(a.x - b.x) > m_exact || std::abs(a.y - b.y) > m_exact; }
    [[nodiscard]] bool differs(double a, double b) const { return std::abs(a - b) > m_exact; }

    void head()
    {
        if (m_plan.name != m_after.name)
            tell(u"name"_s, u"the plan's name \"%1\" is not in the file"_s.arg(m_plan.name));
        if (moved(m_plan.size, m_after.size))
            tell(u"size"_s, u"the size of %1 x %2 will be read as %3 x %4"_s.arg(m_plan.size.x).arg(m_plan.size.y).arg(m_after.size.x).arg(m_after.size.y));
        if (m_plan.focus && (!m_after.focus || moved(*m_plan.focus, *m_after.focus)))
            tell(u"focus"_s, u"what people look at is not in the file, or will be read elsewhere"_s);
    }

    void categories()
    {
        for (qsizetype i = 0; i < m_plan.categories.size(); ++i) {
            const Category &category = m_plan.categories[i];
            const QString where = u"categories[%1]"_s.arg(i);
            const Category *same = nullptr;
            for (const Category &other : m_after.categories) {
                if (other.key == category.key || (!same && other.name == category.name))
                    same = &other;
            }
            if (!same)
                tell(where, u"the category \"%1\" will not be found again"_s.arg(category.name));
            else if (same->key != category.key)
                tell(where, u"the key \"%1\" of the category \"%2\" will be read as \"%3\""_s.arg(category.key, category.name, same->key));
            if (same && same->name != category.name)
                tell(where, u"the category \"%1\" will be read as \"%2\""_s.arg(category.name, same->name));
            if (same && same->color.compare(category.color, Qt::CaseInsensitive) != 0)
                tell(where, u"the colour of the category \"%1\" will be read as %2"_s.arg(category.name, same->color));
        }
    }

    // Those without seats, which the seats do not tell of.
    void sections()
    {
        if (m_plan.sections.size() != m_after.sections.size())
            return tell(u"sections"_s, u"of %1 sections %2 will be read again"_s.arg(m_plan.sections.size()).arg(m_after.sections.size()));
        for (qsizetype i = 0; i < m_plan.sections.size(); ++i) {
            const qsizetype before = m_plan.sections[i].rows.size() + m_plan.sections[i].tables.size();
            const qsizetype after = m_after.sections[i].rows.size() + m_after.sections[i].tables.size();
            if (before != after)
                tell(u"sections[%1]"_s.arg(i), u"of %1 rows and tables %2 will be read again"_s.arg(before).arg(after));
        }
    }

    void seats()
    {
        const std::vector<PlacedSeat> before = placedSeats(m_plan), after = placedSeats(m_after);
        if (before.size() != after.size())
            m_report.add(RepairKind::NotKept, {}, u"of %1 seats %2 will be read again"_s.arg(before.size()).arg(after.size()));
        for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
            seat(before[i], after[i]);
    }

    void seat(const PlacedSeat &was, const PlacedSeat &is)
    {
        const Seat &a = *was.seat, &b = *is.seat;
        const auto lost = [&](bool differ, const QString &what) {
            if (differ)
                tell(m_places(a.index), what);
        };
        if (a.label != b.label)
            m_report.add(RepairKind::NotKept, m_places(a.index), u"the seat \"%1\" will be read as \"%2\""_s.arg(a.label, b.label), a.position);
        lost(a.number != b.number, u"the number of a seat will be read as another"_s);
        lost(moved(a.position, b.position), u"a seat stands elsewhere in the file"_s);
        lost(differs(a.radius, b.radius), u"the size of a seat is rounded or not in the file"_s);
        lost(a.attributes != b.attributes, u"a seat's attributes (wheelchair, companion, restricted view and the like) are not all in the file"_s);
        lost(a.customAttributes != b.customAttributes, u"a seat's custom attributes are not all in the file"_s);
        lost(a.companionOf != b.companionOf, u"which wheelchair place a companion's seat belongs to is not in the file"_s);
        lost(a.externalIds != b.externalIds, u"the ids of a seat will be read as others"_s);
        lost(m_plan.categories[a.category].name != m_after.categories[b.category].name, u"the category of a seat will be read as another"_s);
        lost(was.group.section->name != is.group.section->name, u"the section of a seat will be read as another"_s);
        if (was.group.row && is.group.row) {
            lost(was.group.row->label != is.group.row->label, u"the label of a row will be read as another"_s);
            lost(was.group.row->labelPosition != is.group.row->labelPosition, u"where a row shows its label is not in the file"_s);
        }
        lost(was.group.row && !is.group.row, u"a row will be read as a table"_s);
    }

    // Tables come in the same order, or not at all.
    void tables()
    {
        QList<const Table *> after;
        for (const Section &section : m_after.sections) {
            for (const Table &table : section.tables)
                after.append(&table);
        }
        qsizetype next = 0;
        for (qsizetype s = 0; s < m_plan.sections.size(); ++s) {
            for (qsizetype t = 0; t < m_plan.sections[s].tables.size(); ++t, ++next)
                table(m_plan.sections[s].tables[t], after.value(next, nullptr), u"sections[%1].tables[%2]"_s.arg(s).arg(t));
        }
    }

    void table(const Table &a, const Table *b, const QString &where)
    {
        if (!b)
            return m_report.add(RepairKind::NotKept, where, u"the table \"%1\" will be read as a row%2"_s.arg(a.label, a.soldWhole ? u", which is not sold whole"_s : QString()), a.position);
        if (a.label != b->label || a.soldWhole != b->soldWhole)
            m_report.add(RepairKind::NotKept, where, u"the table \"%1\" will be read with another label, or sold another way"_s.arg(a.label), a.position);
        if (a.shape != b->shape || moved(a.position, b->position) || moved(a.size, b->size) || differs(a.rotation, b->rotation))
            m_report.add(RepairKind::NotKept, where, u"the table top of \"%1\" will be drawn another way"_s.arg(a.label), a.position);
    }

    void areas()
    {
        QHash<QString, const Area *> after;
        forEachArea(m_after, [&after](const Area &area) { after.insert(area.name, &area); });
        for (qsizetype s = 0; s < m_plan.sections.size(); ++s) {
            for (qsizetype a = 0; a < m_plan.sections[s].areas.size(); ++a) {
                const Area &area = m_plan.sections[s].areas[a];
                const Area *same = after.value(area.name, nullptr);
                const QString where = u"sections[%1].areas[%2]"_s.arg(s).arg(a);
                const PlanPoint at = area.outline.value(0);
                if (!same)
                    m_report.add(RepairKind::NotKept, where, u"the area \"%1\" for %2 people is drawn at most; it will not be read as something that is sold"_s.arg(area.name).arg(area.capacity), at);
                else if (same->capacity != area.capacity || m_after.categories[same->category].name != m_plan.categories[area.category].name)
                    m_report.add(RepairKind::NotKept, where, u"the area \"%1\" will be read with another capacity or category"_s.arg(area.name), at);
                else if (!sameOutline(area.outline, same->outline))
                    m_report.add(RepairKind::NotKept, where, u"the area \"%1\" will be read with another outline"_s.arg(area.name), at);
            }
        }
    }

    [[nodiscard]] bool sameOutline(const QList<PlanPoint> &a, const QList<PlanPoint> &b) const
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [this](PlanPoint p, PlanPoint q) { return !moved(p, q); });
    }

    // What the file draws for tables and areas may follow.
    void shapes()
    {
        for (qsizetype i = 0; i < m_plan.shapes.size(); ++i) {
            const QString where = u"shapes[%1]"_s.arg(i);
            if (i >= m_after.shapes.size())
                tell(where, u"a shape is not in the file"_s);
            else
                shape(m_plan.shapes[i], m_after.shapes[i], where);
        }
    }

    void shape(const Shape &a, const Shape &b, const QString &where)
    {
        if (a.kind != b.kind)
            tell(where, a.kind == ShapeKind::Stage ? u"a stage will be read as a mere shape"_s : u"a shape will be read as one of another kind"_s);
        else if (moved(a.position, b.position) || moved(a.size, b.size) || differs(a.rotation, b.rotation) || !sameOutline(a.points, b.points))
            tell(where, u"a shape stands elsewhere or has another size in the file"_s);
        if (a.text != b.text)
            tell(where, u"the text of a shape will be read as another"_s);
        else if (!a.text.isEmpty() && (moved(a.textPosition, b.textPosition) || differs(a.textSize, b.textSize) || a.textColor != b.textColor))
            tell(where, u"the text of a shape will look different"_s);
        if (a.fill.compare(b.fill, Qt::CaseInsensitive) != 0 || a.border.compare(b.border, Qt::CaseInsensitive) != 0)
            tell(where, u"the colours of a shape are not in the file"_s);
    }

    const Plan &m_plan;
    const Plan &m_after;
    const double m_exact;
    ImportReport &m_report;
    const SeatPlaces m_places;
};

} // namespace

void reportLosses(const Plan &plan, const Result<ImportResult> &readBack, double exact, ImportReport &report)
{
    if (readBack)
        Comparison(plan, readBack->plan, exact, report).run();
    else
        report.add(RepairKind::NotKept, {}, u"the file will not be read again: %1"_s.arg(readBack.error().detail));
}

} // namespace parterre::planio
