// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/numberingsteps.h"

#include "app/designer/commands/stepwords.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <map>

namespace parterre::steps {

namespace {

constexpr double kAisleInSpacings = 5;   // pieces of one row are no farther apart
constexpr double kStraight = 30;         // degrees that a row may turn where an aisle cuts it

QPointF pointOf(PlanPoint point)
{
    return {point.x, point.y};
}

// A row of one element, as it stands.
struct Piece {
    ElementId element = ElementId::None;
    qint32 row = 0;
    QList<QPointF> seats = {};
    QList<SeatPlace> places = {};
    double fromFocus = 0;                // of its nearest seat
};

// The pieces of one physical row, from left to right as people in it see who look at the focal point.
using PhysicalRow = QList<Piece>;

// Where people look; the middle above everything where nothing is said.
QPointF focusOf(const Design &design, const QList<Piece> &pieces)
{
    if (const auto focus = design.house().focus)
        return pointOf(*focus);
    QRectF all;
    for (const Piece &piece : pieces) {
        for (const QPointF &seat : piece.seats)
            all |= QRectF(seat, QSizeF(1e-6, 1e-6));
    }
    return {all.center().x(), all.top() - all.height()};
}

QList<Piece> piecesOf(const Design &design, const QSet<ElementId> &ids, SectionId section)
{
    QList<Piece> pieces;
    for (const Element &element : design.elements()) {
        if (!ids.contains(element.id) || element.section != section)
            continue;
        const DesignPiece made = pieceOf(element, design.house());
        qsizetype next = 0;
        for (const Row &row : made.rows) {
            Piece piece {.element = element.id};
            for (const Seat &seat : row.seats) {
                piece.seats.append(pointOf(seat.position));
                piece.places.append(made.places[next++]);
            }
            if (piece.seats.isEmpty())
                continue;
            piece.row = piece.places.constFirst().row;
            pieces.append(piece);
        }
    }
    return pieces;
}

double spacingOf(const Piece &piece)
{
    return piece.seats.size() < 2 ? 25 : QLineF(piece.seats[0], piece.seats[1]).length();
}

// Whether one piece goes on where the other ends, across an aisle.
bool goesOn(const Piece &left, const Piece &right)
{
    const QLineF gap(left.seats.constLast(), right.seats.constFirst());
    if (gap.length() > kAisleInSpacings * spacingOf(left) || gap.length() == 0)
        return false;
    const auto turn = [](const QLineF &a, const QLineF &b) { return std::abs(std::remainder(a.angleTo(b), 360)); };
    if (left.seats.size() > 1 && turn(QLineF(left.seats[left.seats.size() - 2], left.seats.constLast()), gap) > kStraight)
        return false;
    return right.seats.size() < 2 || turn(gap, QLineF(right.seats[0], right.seats[1])) <= kStraight;
}

// Rows of elements joined to those that people walk along.
QList<PhysicalRow> physicalRows(const Design &design, const QSet<ElementId> &ids, SectionId section)
{
    QList<Piece> pieces = piecesOf(design, ids, section);
    const QPointF focus = focusOf(design, pieces);
    for (Piece &piece : pieces) {
        piece.fromFocus = INFINITY;
        for (const QPointF &seat : piece.seats)
            piece.fromFocus = std::min(piece.fromFocus, QLineF(seat, focus).length());
        // Left is where a person in the row has the left hand who looks at the focal point.
        const QPointF along = piece.seats.constLast() - piece.seats.constFirst();
        const QPointF ahead = focus - (piece.seats.constFirst() + along / 2);
        if (ahead.x() * along.y() - ahead.y() * along.x() < 0) {
            std::reverse(piece.seats.begin(), piece.seats.end());
            std::reverse(piece.places.begin(), piece.places.end());
        }
    }
    QList<qsizetype> after(pieces.size(), -1);
    QList<bool> first(pieces.size(), true);
    for (qsizetype a = 0; a < pieces.size(); ++a) {
        double nearest = INFINITY;
        for (qsizetype b = 0; b < pieces.size(); ++b) {
            const double gap = QLineF(pieces[a].seats.constLast(), pieces[b].seats.constFirst()).length();
            if (a != b && first[b] && gap < nearest && goesOn(pieces[a], pieces[b])) {
                nearest = gap;
                after[a] = b;
            }
        }
        if (after[a] >= 0)
            first[after[a]] = false;
    }
    QList<PhysicalRow> rows;
    for (qsizetype a = 0; a < pieces.size(); ++a) {
        if (!first[a])
            continue;
        PhysicalRow row;
        for (qsizetype piece = a; piece >= 0 && row.size() <= pieces.size(); piece = after[piece])
            row.append(pieces[piece]);
        rows.append(row);
    }
    const auto distance = [](const PhysicalRow &row) {
        return std::min_element(row.cbegin(), row.cend(), [](const Piece &a, const Piece &b) { return a.fromFocus < b.fromFocus; })->fromFocus;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const PhysicalRow &a, const PhysicalRow &b) { return distance(a) < distance(b); });
    return rows;
}

// Names that go with the old numbers go with them.
void dropNames(SeatStyle &style, bool numbers)
{
    for (const SeatPlace place : style.details.keys()) {
        SeatDetail &detail = style.details[place];
        detail.label.reset();
        if (numbers)
            detail.number.reset();
        if (detail == SeatDetail {})
            style.details.remove(place);
    }
}

class Numbering
{
public:
    Numbering(const Design &design, const QSet<ElementId> &ids, const NumberingRules &rules) : m_design(design), m_ids(ids), m_rules(rules) {}

    DesignStep run()
    {
        for (const Element &element : m_design.elements()) {
            if (m_ids.contains(element.id) && !element.locked)
                m_after.emplace(element.id, element);
        }
        QSet<SectionId> sections;
        for (const auto &[id, element] : m_after)
            sections.insert(element.section);
        for (const SectionId section : std::as_const(sections)) {
            if (m_rules.rows || m_rules.seats)
                numberRows(section);
        }
        if (m_rules.tables)
            nameTables();
        DesignStep step {.text = Words::tr("Number rows and seats"), .mergeKey = QStringLiteral("numbering")};
        for (auto &[id, element] : m_after) {
            const Element *before = m_design.find(id);
            if (element != *before)
                step.edit.elements.append({.before = *before, .after = element});
        }
        return step;
    }

private:
    void numberRows(SectionId section)
    {
        const QList<PhysicalRow> rows = physicalRows(m_design, m_ids, section);
        if (m_rules.rows) {
            const QStringList labels = rowLabels(*m_rules.rows, rows.size());
            std::map<ElementId, std::map<qint32, qsizetype>> named; // position of each row's label
            for (qsizetype i = 0; i < rows.size(); ++i) {
                for (const Piece &piece : rows[i])
                    named[piece.element][piece.row] = i;
            }
            for (const auto &[id, positions] : named)
                nameRows(id, positions, labels);
        }
        if (!m_rules.seats)
            return;
        for (auto &[id, element] : m_after) {
            if (element.section == section)
                setNumbering(element);
        }
        for (const PhysicalRow &row : rows) {
            if (row.size() > 1 && m_rules.acrossBlocks)
                numberAcross(row);
            else
                numberLoose(row);
        }
    }

    // By the scheme where its labels are those of the block anyway, else row by row.
    void nameRows(ElementId id, const std::map<qint32, qsizetype> &positions, const QStringList &labels)
    {
        const auto found = m_after.find(id);
        if (found == m_after.end())
            return;
        Element &element = found->second;
        if (SeatStyle *style = styleOf(element.body))
            dropNames(*style, false);
        if (auto *curve = std::get_if<CurveBody>(&element.body))
            curve->label = labels.value(positions.begin()->second);
        if (auto *loose = std::get_if<LooseBody>(&element.body))
            loose->label = labels.value(positions.begin()->second);
        auto *block = std::get_if<BlockBody>(&element.body);
        if (!block)
            return;
        block->rowNames.clear();
        LabelScheme scheme = *m_rules.rows;
        scheme.first = labelPosition(scheme, labels.value(positions.begin()->second)).value_or(scheme.first);
        scheme.backwards = false;
        block->rowLabels = scheme;
        const QStringList own = rowLabels(scheme, block->rows);
        for (const auto &[row, position] : positions) {
            if (own.value(row) != labels.value(position))
                block->rowNames.insert(row, labels.value(position));
        }
    }

    void setNumbering(Element &element) const
    {
        if (SeatStyle *style = styleOf(element.body); style && !std::holds_alternative<TableBody>(element.body))
            dropNames(*style, true);
        if (auto *block = std::get_if<BlockBody>(&element.body))
            block->numbering = *m_rules.seats;
        if (auto *curve = std::get_if<CurveBody>(&element.body))
            curve->numbering = *m_rules.seats;
    }

    // Rows whose seats stand one by one have their numbers in a list.
    void numberLoose(const PhysicalRow &row)
    {
        for (const Piece &piece : row) {
            const auto found = m_after.find(piece.element);
            auto *loose = found != m_after.end() ? std::get_if<LooseBody>(&found->second.body) : nullptr;
            if (!loose)
                continue;
            const QStringList numbers = seatNumbers(*m_rules.seats, piece.places.size());
            for (qsizetype i = 0; i < piece.places.size(); ++i)
                loose->numbers[piece.places[i].seat] = numbers.value(i);
        }
    }

    void numberAcross(const PhysicalRow &row)
    {
        QList<qint32> aisles;
        qsizetype count = 0;
        for (const Piece &piece : row) {
            if (count > 0)
                aisles.append(static_cast<qint32>(count));
            count += piece.places.size();
        }
        const QStringList numbers = seatNumbers(*m_rules.seats, count, aisles);
        qsizetype next = 0;
        for (const Piece &piece : row) {
            const auto found = m_after.find(piece.element);
            for (const SeatPlace place : piece.places) {
                const QString number = numbers.value(next++);
                if (found == m_after.end())
                    continue;
                if (auto *loose = std::get_if<LooseBody>(&found->second.body))
                    loose->numbers[place.seat] = number;
                else
                    styleOf(found->second.body)->details[place].number = number;
            }
        }
    }

    void nameTables()
    {
        QList<Element *> tables;
        for (auto &[id, element] : m_after) {
            if (std::holds_alternative<TableBody>(element.body))
                tables.append(&element);
        }
        // Tables whose middles are nearly level are of one line.
        std::stable_sort(tables.begin(), tables.end(), [](const Element *a, const Element *b) { return a->at.y < b->at.y; });
        double lineFrom = -INFINITY;
        std::map<const Element *, double> line;
        for (const Element *table : std::as_const(tables)) {
            if (table->at.y > lineFrom + std::get<TableBody>(table->body).size.y / 2)
                lineFrom = table->at.y;
            line[table] = lineFrom;
        }
        std::stable_sort(tables.begin(), tables.end(), [&](const Element *a, const Element *b) { return std::pair(line[a], a->at.x) < std::pair(line[b], b->at.x); });
        const QStringList labels = rowLabels(*m_rules.tables, tables.size());
        for (qsizetype i = 0; i < tables.size(); ++i) {
            auto &body = std::get<TableBody>(tables[i]->body);
            body.label = labels.value(i);
            dropNames(body.style, false);
        }
    }

    const Design &m_design;
    const QSet<ElementId> &m_ids;
    const NumberingRules &m_rules;
    std::map<ElementId, Element> m_after;
};

} // namespace

DesignStep number(const Design &design, const QSet<ElementId> &ids, const NumberingRules &rules)
{
    return Numbering(design, ids, rules).run();
}

QSet<ElementId> numberable(const Design &design, std::optional<SectionId> section)
{
    QSet<ElementId> ids;
    for (const Element &element : design.elements()) {
        if (styleOf(element.body) && (!section || element.section == *section))
            ids.insert(element.id);
    }
    return ids;
}

} // namespace parterre::steps
