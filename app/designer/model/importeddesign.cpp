// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/importeddesign.h"

#include "app/designer/model/designpiece.h"

#include <cmath>

namespace parterre {

namespace {

class Importer
{
public:
    explicit Importer(const Plan &plan) : m_plan(plan) {}

    Design run()
    {
        DesignHouse house {.name = m_plan.name, .size = m_plan.size, .focus = m_plan.focus, .categories = m_plan.categories, .levels = {DesignLevel {}}};
        for (const Shape &shape : m_plan.shapes) {
            ShapeBody body {.shape = shape};
            body.shape.position = {};
            body.shape.rotation = 0;
            add(SectionId::None, shape.position, shape.rotation, std::move(body));
        }
        m_seats.reserve(seatCount(m_plan));
        for (const Section &section : m_plan.sections) {
            m_section = static_cast<SectionId>(house.sections.size() + 1);
            m_sectionName = section.name;
            house.sections.append({.id = m_section, .name = section.name});
            addRows(section);
            addTables(section);
            for (const Area &area : section.areas)
                add(m_section, {}, 0, AreaBody {.name = area.name, .outline = area.outline, .category = keyOf(area.category), .capacity = area.capacity});
        }
        joinCompanions();
        return Design(std::move(house), std::move(m_elements));
    }

private:
    ElementId add(SectionId section, PlanPoint at, double rotation, ElementBody body)
    {
        const auto id = static_cast<ElementId>(m_elements.size() + 1);
        m_elements.append({.id = id, .section = section, .at = at, .rotation = rotation, .body = std::move(body)});
        return id;
    }

    [[nodiscard]] QString keyOf(qint32 category) const
    {
        return category >= 0 && category < m_plan.categories.size() ? m_plan.categories[category].key : QString();
    }

    // What one seat has and its row has not.
    void tell(SeatStyle &style, const Seat &seat, SeatPlace place, const QString &group)
    {
        SeatDetail detail {.attributes = seat.attributes, .externalIds = seat.externalIds, .customAttributes = seat.customAttributes};
        if (keyOf(seat.category) != style.category)
            detail.category = keyOf(seat.category);
        if (seat.radius != style.radius)
            detail.radius = seat.radius;
        QStringList parts {m_sectionName, group, seat.number};
        parts.removeAll(QString());
        if (parts.join(u' ') != seat.label)
            detail.label = seat.label;
        if (detail != SeatDetail {})
            style.details.insert(place, detail);
        m_seats.append({static_cast<ElementId>(m_elements.size() + 1), place});
    }

    void addRows(const Section &section)
    {
        for (const Row &row : section.rows) {
            LooseBody body {.label = row.label, .labelPosition = row.labelPosition};
            if (!row.seats.isEmpty())
                body.style = {.category = keyOf(row.seats.constFirst().category), .radius = row.seats.constFirst().radius};
            for (const Seat &seat : row.seats) {
                tell(body.style, seat, {0, static_cast<qint32>(body.seats.size())}, row.label);
                body.seats.append(seat.position);
                body.numbers.append(seat.number);
            }
            add(m_section, {}, 0, std::move(body));
        }
    }

    void addTables(const Section &section)
    {
        for (const Table &table : section.tables) {
            TableBody body {.label = table.label, .shape = table.shape, .size = table.size, .soldWhole = table.soldWhole, .chairs = static_cast<qint32>(table.seats.size())};
            if (!table.seats.isEmpty())
                body.style = {.category = keyOf(table.seats.constFirst().category), .radius = table.seats.constFirst().radius};
            const Element standing {.at = table.position, .rotation = table.rotation};
            const QStringList usual = seatNumbers(body.numbering, table.seats.size());
            for (const Seat &seat : table.seats) {
                const SeatPlace place {0, static_cast<qint32>(body.seats.size())};
                tell(body.style, seat, place, table.label);
                if (usual.value(place.seat) != seat.number)
                    body.style.details[place].number = seat.number;
                body.seats.append(exactly(standing, seat.position));
            }
            add(m_section, table.position, table.rotation, std::move(body));
        }
    }

    // The point of the element that comes out at this one.
    [[nodiscard]] static PlanPoint exactly(const Element &element, PlanPoint point)
    {
        PlanPoint local = unplaced(element, point);
        for (const double step : {-INFINITY, INFINITY}) {
            if (element.rotation == 0 && element.at.x + local.x != point.x && element.at.x + std::nextafter(local.x, step) == point.x)
                local.x = std::nextafter(local.x, step);
            if (element.rotation == 0 && element.at.y + local.y != point.y && element.at.y + std::nextafter(local.y, step) == point.y)
                local.y = std::nextafter(local.y, step);
        }
        return local;
    }

    void joinCompanions()
    {
        forEachSeat(m_plan, [this](const Seat &seat) {
            if (!seat.companionOf)
                return;
            const SeatRef self = m_seats[seat.index];
            Element &element = m_elements[static_cast<qsizetype>(self.element) - 1];
            styleOf(element.body)->details[self.place].companionOf = m_seats.value(*seat.companionOf);
        });
    }

    const Plan &m_plan;
    QList<Element> m_elements;
    QList<SeatRef> m_seats; // by index
    SectionId m_section = SectionId::None;
    QString m_sectionName;
};

} // namespace

Design designFromPlan(const Plan &plan)
{
    return Importer(plan).run();
}

} // namespace parterre
