// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designedplan.h"

#include "shared/core/inparallel.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

void move(PlanPoint &point, PlanPoint by)
{
    point.x += by.x;
    point.y += by.y;
}

// Puts the pieces of a design together. Where each goes is found first, so that all can be put there at once.
class Assembly
{
public:
    Assembly(const Design &design, const QList<DesignPiece> &pieces) : m_house(design.house()), m_elements(design.elements()), m_pieces(pieces) {}

    DesignedPlan make()
    {
        m_made.plan = {.name = m_house.name, .size = m_house.size, .focus = m_house.focus, .categories = m_house.categories};
        sortIntoSections();
        giveIndexes();
        inParallel(m_parts.size(), kPiecesAtATime, [this](qsizetype i) { fill(m_parts[i]); });
        addAreasAndShapes();
        findCompanions();
        return std::move(m_made);
    }

private:
    // The rows and tables of one element.
    struct Part {
        qsizetype element = 0;
        Section *section = nullptr;
        qsizetype firstRow = 0, firstTable = 0;
        qint32 firstSeat = 0, firstTableSeat = 0;
    };

    [[nodiscard]] PlanPoint offset(const Element &element) const
    {
        const auto level = std::find_if(m_house.levels.cbegin(), m_house.levels.cend(), [&](const DesignLevel &l) { return l.id == element.level; });
        return level != m_house.levels.cend() ? level->offset : PlanPoint {};
    }

    void sortIntoSections()
    {
        QHash<SectionId, qsizetype> positions;
        for (const DesignSection &section : m_house.sections)
            positions.insert(section.id, positions.size());
        m_members.resize(m_house.sections.size() + 1); // the last: of no section
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            const DesignPiece &piece = m_pieces[i];
            if (!piece.rows.isEmpty() || !piece.tables.isEmpty() || !piece.areas.isEmpty())
                m_members[positions.value(m_elements[i].section, m_house.sections.size())].append(i);
        }
        for (const DesignSection &section : m_house.sections)
            m_made.plan.sections.append({.name = section.name});
        if (!m_members.constLast().isEmpty())
            m_made.plan.sections.append(Section {});
    }

    void giveIndexes()
    {
        qint32 next = 0;
        for (qsizetype s = 0; s < m_made.plan.sections.size(); ++s) {
            Section &section = m_made.plan.sections[s];
            const qsizetype firstPart = m_parts.size();
            qsizetype rows = 0, tables = 0;
            for (const qsizetype element : m_members[s]) {
                const DesignPiece &piece = m_pieces[element];
                Part part {.element = element, .section = &section, .firstRow = rows, .firstTable = tables, .firstSeat = next};
                rows += piece.rows.size();
                tables += piece.tables.size();
                for (const Row &row : piece.rows)
                    next += static_cast<qint32>(row.seats.size());
                m_parts.append(part);
            }
            for (qsizetype p = firstPart; p < m_parts.size(); ++p) {
                m_parts[p].firstTableSeat = next;
                for (const Table &table : m_pieces[m_parts[p].element].tables)
                    next += static_cast<qint32>(table.seats.size());
            }
            section.rows.resize(rows);
            section.tables.resize(tables);
        }
        m_made.seats.resize(next);
        m_places = next;
        // Taken here, not by the threads, which would each make a copy of its own.
        m_seatRefs = m_made.seats.data();
        for (Part &part : m_parts) {
            part.section->rows.detach();
            part.section->tables.detach();
        }
    }

    void fill(const Part &part)
    {
        const DesignPiece &piece = m_pieces[part.element];
        const Element &element = m_elements[part.element];
        const PlanPoint by = offset(element);
        // Seats of tables come after those of all rows of the section, in the piece right after its own rows.
        qint32 index = part.firstSeat;
        qsizetype place = 0;
        const auto fillSeats = [&](const QList<Seat> &from, QList<Seat> &to, const QString &group) {
            to.reserve(from.size());
            const QString prefix = labelPrefix(m_house, element.section, group);
            for (const Seat &made : from) {
                Seat &seat = to.emplace_back(made);
                seat.index = index;
                move(seat.position, by);
                seat.label = labelOf(seat, prefix);
                m_seatRefs[index++] = {.element = element.id, .place = piece.places[place++]};
            }
        };
        Row *rows = part.section->rows.data() + part.firstRow;
        for (const Row &row : piece.rows) {
            rows->label = row.label;
            rows->labelPosition = row.labelPosition;
            fillSeats(row.seats, rows->seats, row.label);
            ++rows;
        }
        index = part.firstTableSeat;
        Table *tables = part.section->tables.data() + part.firstTable;
        for (const Table &table : piece.tables) {
            *tables = {.label = table.label, .shape = table.shape, .position = table.position, .size = table.size, .rotation = std::remainder(table.rotation, 360), .soldWhole = table.soldWhole};
            move(tables->position, by);
            fillSeats(table.seats, tables->seats, table.label);
            ++tables;
        }
    }

    void addAreasAndShapes()
    {
        qint32 next = m_places;
        for (qsizetype s = 0; s < m_made.plan.sections.size(); ++s) {
            for (const qsizetype element : m_members[s]) {
                for (Area area : m_pieces[element].areas) {
                    for (PlanPoint &corner : area.outline)
                        move(corner, offset(m_elements[element]));
                    area.firstPlace = next;
                    next += area.capacity;
                    m_made.areas.append(m_elements[element].id);
                    m_made.plan.sections[s].areas.append(std::move(area));
                }
            }
        }
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            for (Shape shape : m_pieces[i].shapes) {
                move(shape.position, offset(m_elements[i]));
                shape.rotation = std::remainder(shape.rotation, 360);
                m_made.plan.shapes.append(std::move(shape));
            }
        }
    }

    // Only elements that have companions are looked at.
    void findCompanions()
    {
        QHash<SeatRef, SeatRef> companions; // with their wheelchair places
        QSet<ElementId> wanted;
        for (const Part &part : std::as_const(m_parts)) {
            const Element &element = m_elements[part.element];
            const SeatStyle *style = styleOf(element.body);
            for (auto detail = style ? style->details.cbegin() : QMap<SeatPlace, SeatDetail>::const_iterator(); style && detail != style->details.cend(); ++detail) {
                if (detail->companionOf) {
                    companions.insert({element.id, detail.key()}, *detail->companionOf);
                    wanted << element.id << detail->companionOf->element;
                }
            }
        }
        if (companions.isEmpty())
            return;
        QHash<SeatRef, qint32> wheelchairs;
        forEachSeat(m_made.plan, [&](const Seat &seat) {
            if (seat.attributes.testFlag(SeatAttribute::Wheelchair) && wanted.contains(m_made.seats[seat.index].element))
                wheelchairs.insert(m_made.seats[seat.index], seat.index);
        });
        for (const Part &part : std::as_const(m_parts)) {
            if (!wanted.contains(m_elements[part.element].id))
                continue;
            const auto join = [&](QList<Seat> &seats) {
                for (Seat &seat : seats) {
                    const auto companion = companions.constFind(m_made.seats[seat.index]);
                    if (companion != companions.cend() && wheelchairs.contains(*companion))
                        seat.companionOf = wheelchairs.value(*companion);
                }
            };
            const DesignPiece &piece = m_pieces[part.element];
            for (qsizetype r = 0; r < piece.rows.size(); ++r)
                join(part.section->rows[part.firstRow + r].seats);
            for (qsizetype t = 0; t < piece.tables.size(); ++t)
                join(part.section->tables[part.firstTable + t].seats);
        }
    }

    const DesignHouse &m_house;
    const QList<Element> &m_elements;
    const QList<DesignPiece> &m_pieces;
    DesignedPlan m_made;
    QList<QList<qsizetype>> m_members; // elements by section
    QList<Part> m_parts;
    SeatRef *m_seatRefs = nullptr;
    qint32 m_places = 0;
};

} // namespace

DesignedPlan planOf(const Design &design, const QList<DesignPiece> &pieces)
{
    return Assembly(design, pieces).make();
}

DesignedPlan planOf(const Design &design)
{
    return planOf(design, piecesOf(design));
}

QList<DesignPiece> piecesOf(const Design &design)
{
    QList<DesignPiece> pieces(design.elements().size());
    DesignPiece *made = pieces.data();
    inParallel(pieces.size(), kPiecesAtATime, [&](qsizetype i) { made[i] = pieceOf(design.elements()[i], design.house()); });
    return pieces;
}

} // namespace parterre
