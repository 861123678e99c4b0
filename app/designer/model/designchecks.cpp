// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designchecks.h"

#include "app/designer/model/outlines.h"

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kCell = 40;           // plan units: larger than any usual seat
constexpr double kTouching = 0.98;     // of two radii: seats that touch do not overlap
constexpr double kGapFrom = 1.3;       // of the usual distance
constexpr double kGapTo = 1.8;
constexpr double kBeside = 6;          // radii between a wheelchair place and its companion

QRectF around(const Seat &seat)
{
    return {seat.position.x - seat.radius, seat.position.y - seat.radius, 2 * seat.radius, 2 * seat.radius};
}

quint64 labelKey(const QString &label)
{
    return static_cast<quint64>(qHash(label, 0x9e3779b9));
}

void add(QList<CheckEntry> &entries, CheckKind kind, const QString &name, ElementId element, const QRectF &bounds, const QList<SeatRef> &seats = {})
{
    entries.append({.kind = kind, .name = name, .elements = {element}, .seats = seats, .bounds = bounds});
}

} // namespace

QList<CheckEntry> DesignChecker::update(const CheckBatch &batch)
{
    if (batch.fresh) {
        m_facts.clear();
        m_labels.clear();
        m_repeated.clear();
        m_cells.clear();
        m_overlaps.clear();
        m_floors.clear();
    }
    m_house = batch.house;
    QSet<ElementId> changed(batch.gone.cbegin(), batch.gone.cend());
    QSet<SectionId> floors; // sections whose floor is another one
    for (const CheckBatch::Changed &one : batch.changed)
        changed.insert(one.element.id);
    const auto noteFloor = [&](ElementId id) {
        const auto known = m_facts.find(id);
        if (known != m_facts.end() && std::holds_alternative<FloorBody>(known->second.element.body))
            floors.insert(known->second.element.section);
    };
    for (const ElementId id : changed) {
        noteFloor(id);
        forget(id);
    }
    for (const CheckBatch::Changed &one : batch.changed) {
        learn(one);
        noteFloor(one.element.id);
    }
    for (auto &[id, facts] : m_facts) {
        if (changed.contains(id) || floors.contains(facts.element.section))
            judge(facts);
    }
    QList<CheckEntry> entries;
    collectWhole(entries);
    collectLabels(entries);
    for (const auto &[id, facts] : m_facts)
        entries += facts.own;
    collectCompanions(entries);
    collectOverlaps(entries);
    std::stable_sort(entries.begin(), entries.end(), [](const CheckEntry &a, const CheckEntry &b) { return a.kind < b.kind; });
    QList<CheckEntry> bounded;
    qsizetype ofKind = 0;
    for (const CheckEntry &entry : entries) {
        ofKind = bounded.isEmpty() || bounded.constLast().kind != entry.kind ? 1 : ofKind + 1;
        if (ofKind <= kMostOfAKind)
            bounded.append(entry);
    }
    return bounded;
}

void DesignChecker::forget(ElementId id)
{
    const auto known = m_facts.find(id);
    if (known == m_facts.end())
        return;
    Facts &facts = known->second;
    for (const auto &[key, ref] : facts.labels) {
        std::vector<SeatRef> &refs = m_labels[key];
        std::erase(refs, ref);
        if (refs.size() < 2)
            m_repeated.remove(key);
        if (refs.empty())
            m_labels.erase(key);
    }
    forEachPieceSeat(facts.piece, [&](const Seat &seat, SeatPlace) {
        const auto cell = m_cells.find(cellOf(facts, seat.position.x, seat.position.y));
        if (cell != m_cells.end())
            std::erase_if(cell->second, [id](const Spot &spot) { return spot.seat.element == id; });
    });
    for (const ElementId neighbour : std::as_const(facts.neighbours)) {
        m_overlaps[neighbour].removeIf([id](const auto &pair) { return pair.first.element == id || pair.second.element == id; });
        const auto other = m_facts.find(neighbour);
        if (other != m_facts.end())
            other->second.neighbours.remove(id);
    }
    m_overlaps.remove(id);
    m_floors[facts.element.section].remove(id);
    m_facts.erase(known);
}

void DesignChecker::learn(const CheckBatch::Changed &changed)
{
    Facts &facts = m_facts[changed.element.id];
    facts.element = changed.element;
    facts.piece = changed.piece;
    if (std::holds_alternative<FloorBody>(changed.element.body))
        m_floors[changed.element.section].insert(changed.element.id);
    const SeatStyle *style = styleOf(changed.element.body);
    for (auto detail = style ? style->details.cbegin() : QMap<SeatPlace, SeatDetail>::const_iterator(); style && detail != style->details.cend(); ++detail) {
        if (detail->attributes.testAnyFlags(SeatAttribute::Companion | SeatAttribute::Wheelchair) && !detail->missing)
            facts.specials.push_back({detail.key(), detail->attributes.testFlag(SeatAttribute::Companion), detail->companionOf});
    }
    addLabels(facts);
    addSpots(facts);
}

void DesignChecker::addLabels(Facts &facts)
{
    const auto note = [&](const QString &label, SeatRef ref) {
        const LabelKey key = labelKey(label);
        std::vector<SeatRef> &refs = m_labels[key];
        refs.push_back(ref);
        if (refs.size() == 2)
            m_repeated.insert(key);
        facts.labels.emplace_back(key, ref);
    };
    facts.labels.reserve(static_cast<std::size_t>(facts.piece.seatCount()));
    qsizetype place = 0;
    const auto noteSeats = [&](const QString &group, const QList<Seat> &seats) {
        const QString prefix = labelPrefix(m_house, facts.element.section, group);
        for (const Seat &seat : seats)
            note(labelOf(seat, prefix), {facts.element.id, facts.piece.places[place++]});
    };
    for (const Row &row : std::as_const(facts.piece.rows))
        noteSeats(row.label, row.seats);
    for (const Table &table : std::as_const(facts.piece.tables))
        noteSeats(table.label, table.seats);
    // Places of areas are called by the area's name and a number: names may not be repeated.
    for (const Area &area : std::as_const(facts.piece.areas))
        note(area.name + u'\n', {facts.element.id, {-1, -1}});
}

DesignChecker::Cell DesignChecker::cellOf(const Facts &facts, double x, double y) const
{
    const auto part = [](double value) { return static_cast<quint64>(static_cast<qint64>(std::floor(value / kCell)) & 0xffffff); };
    return static_cast<quint64>(facts.element.level) << 48 | part(x) << 24 | part(y);
}

void DesignChecker::addSpots(Facts &facts)
{
    const ElementId id = facts.element.id;
    forEachPieceSeat(facts.piece, [&](const Seat &seat, SeatPlace place) {
        const Spot spot {{id, place}, seat.position.x, seat.position.y, seat.radius};
        // Seats beside this one may lie in the cells around its own.
        for (const double x : {-kCell, 0.0, kCell}) {
            for (const double y : {-kCell, 0.0, kCell}) {
                const auto cell = m_cells.find(cellOf(facts, spot.x + x, spot.y + y));
                if (cell == m_cells.end())
                    continue;
                for (const Spot &other : cell->second) {
                    if (std::hypot(other.x - spot.x, other.y - spot.y) >= kTouching * (other.radius + spot.radius))
                        continue;
                    m_overlaps[id].append({other.seat, spot.seat});
                    if (other.seat.element == id)
                        continue;
                    m_overlaps[other.seat.element].append({other.seat, spot.seat});
                    facts.neighbours.insert(other.seat.element);
                    m_facts[other.seat.element].neighbours.insert(id);
                }
            }
        }
        m_cells[cellOf(facts, spot.x, spot.y)].push_back(spot);
    });
}

void DesignChecker::judge(Facts &facts) const
{
    facts.own.clear();
    judgeSeats(facts);
    judgeRows(facts);
    judgeAreas(facts);
}

// One entry for all seats of an element that miss the same: a block without category is one mistake.
void DesignChecker::judgeSeats(Facts &facts) const
{
    struct Found {
        QList<SeatRef> seats;
        QRectF bounds;
    };
    Found numberless, colourless, offFloor;
    const ElementId id = facts.element.id;
    const bool floored = !m_floors.value(facts.element.section).isEmpty() && facts.element.section != SectionId::None;
    const auto note = [&](Found &found, const Seat &seat, SeatPlace place) {
        found.seats.append({id, place});
        found.bounds |= around(seat);
    };
    forEachPieceSeat(facts.piece, [&](const Seat &seat, SeatPlace place) {
        if (seat.number.isEmpty())
            note(numberless, seat, place);
        if (seat.category < 0)
            note(colourless, seat, place);
        if (floored && isOffTheFloor(facts, seat.position))
            note(offFloor, seat, place);
    });
    const auto tell = [&](CheckKind kind, const Found &found) {
        if (!found.seats.isEmpty())
            add(facts.own, kind, {}, id, found.bounds, found.seats);
    };
    tell(CheckKind::LabelMissing, numberless);
    tell(CheckKind::NoCategory, colourless);
    tell(CheckKind::OffTheFloor, offFloor);
}

bool DesignChecker::isOffTheFloor(const Facts &facts, PlanPoint point) const
{
    bool anyHere = false;
    for (const ElementId id : m_floors.value(facts.element.section)) {
        const auto floor = m_facts.find(id);
        if (floor == m_facts.end() || floor->second.element.level != facts.element.level)
            continue;
        anyHere = true;
        for (const Shape &shape : floor->second.piece.shapes) {
            if (outlineOf(shape).containsPoint({point.x, point.y}, Qt::OddEvenFill))
                return false;
        }
    }
    return anyHere;
}

void DesignChecker::judgeRows(Facts &facts) const
{
    const ElementId id = facts.element.id;
    qsizetype first = 0;
    for (const Row &row : std::as_const(facts.piece.rows)) {
        QList<double> apart;
        QRectF bounds;
        for (qsizetype i = 0; i < row.seats.size(); ++i) {
            bounds |= around(row.seats[i]);
            if (i > 0)
                apart.append(std::hypot(row.seats[i].position.x - row.seats[i - 1].position.x, row.seats[i].position.y - row.seats[i - 1].position.y));
        }
        if (row.label.isEmpty() && !row.seats.isEmpty())
            add(facts.own, CheckKind::RowLabelMissing, {}, id, bounds);
        QList<double> sorted = apart;
        std::sort(sorted.begin(), sorted.end());
        const double usual = sorted.isEmpty() ? 0 : sorted[sorted.size() / 2];
        for (qsizetype i = 0; i < apart.size(); ++i) {
            const SeatPlace left = facts.piece.places[first + i], right = facts.piece.places[first + i + 1];
            if (apart[i] > kGapFrom * usual && apart[i] < kGapTo * usual && right.seat == left.seat + 1)
                add(facts.own, CheckKind::RowGap, row.label, id, around(row.seats[i]) | around(row.seats[i + 1]), {{id, left}, {id, right}});
        }
        first += row.seats.size();
    }
    for (const Table &table : std::as_const(facts.piece.tables)) {
        if (table.label.isEmpty())
            add(facts.own, CheckKind::LabelMissing, {}, id, facts.piece.bounds);
    }
}

void DesignChecker::judgeAreas(Facts &facts) const
{
    for (const Area &area : std::as_const(facts.piece.areas)) {
        const auto tell = [&](CheckKind kind) { add(facts.own, kind, area.name, facts.element.id, facts.piece.bounds); };
        if (area.name.isEmpty())
            tell(CheckKind::LabelMissing);
        if (area.category < 0)
            tell(CheckKind::NoCategory);
        if (area.capacity < 1)
            tell(CheckKind::NoCapacity);
        if (area.outline.size() < 3)
            tell(CheckKind::OutlineMissing);
    }
}

const Seat *DesignChecker::seat(SeatRef ref) const
{
    const auto facts = m_facts.find(ref.element);
    const Seat *found = nullptr;
    if (facts != m_facts.end()) {
        forEachPieceSeat(facts->second.piece, [&](const Seat &one, SeatPlace place) {
            if (place == ref.place)
                found = &one;
        });
    }
    return found;
}

// Looked at every time: the two may be of two elements, and there are few of them.
void DesignChecker::collectCompanions(QList<CheckEntry> &entries) const
{
    QSet<SeatRef> joined;
    for (const auto &[id, facts] : m_facts) {
        for (const Special &special : facts.specials) {
            if (special.of)
                joined.insert(*special.of);
        }
    }
    for (const auto &[id, facts] : m_facts) {
        for (const Special &special : facts.specials) {
            const SeatRef self {id, special.place};
            const Seat *own = seat(self);
            if (!own)
                continue;
            const Seat *place = special.of ? seat(*special.of) : nullptr;
            if (!special.companion && !joined.contains(self))
                add(entries, CheckKind::WheelchairAlone, own->number, id, around(*own), {self});
            else if (special.companion && (!place || !place->attributes.testFlag(SeatAttribute::Wheelchair)))
                add(entries, CheckKind::CompanionAlone, own->number, id, around(*own), {self});
            else if (special.companion && std::hypot(place->position.x - own->position.x, place->position.y - own->position.y) > kBeside * own->radius)
                add(entries, CheckKind::CompanionFar, own->number, id, around(*own) | around(*place), {self, *special.of});
        }
    }
}

void DesignChecker::collectWhole(QList<CheckEntry> &entries) const
{
    qint64 places = 0, areas = 0;
    for (const auto &[id, facts] : m_facts) {
        places += facts.piece.seatCount();
        areas += facts.piece.areas.size();
        for (const Area &area : facts.piece.areas)
            places += area.capacity;
    }
    if (places == 0)
        entries.append({.kind = CheckKind::NoPlaces});
    if (places > kMaxPlanSeats || areas > kMaxAreas)
        entries.append({.kind = CheckKind::TooManyPlaces});
    if (places > 0 && !m_house.focus)
        entries.append({.kind = CheckKind::NoFocus});
}

QString DesignChecker::labelIn(const Facts &facts, SeatRef ref) const
{
    QString label;
    qsizetype place = 0;
    const auto look = [&](const QString &group, const QList<Seat> &seats) {
        for (const Seat &seat : seats) {
            if (facts.piece.places[place++] == ref.place)
                label = labelOf(seat, labelPrefix(m_house, facts.element.section, group));
        }
    };
    for (const Row &row : facts.piece.rows)
        look(row.label, row.seats);
    for (const Table &table : facts.piece.tables)
        look(table.label, table.seats);
    return label;
}

void DesignChecker::collectLabels(QList<CheckEntry> &entries) const
{
    for (const LabelKey key : m_repeated) {
        CheckEntry entry {.kind = CheckKind::LabelRepeated};
        for (const SeatRef &ref : m_labels.at(key)) {
            entry.elements.insert(ref.element);
            const Facts &facts = m_facts.at(ref.element);
            if (ref.place.row < 0) {
                entry.bounds |= facts.piece.bounds;
                entry.name = facts.piece.areas.constFirst().name;
            } else if (const Seat *one = seat(ref)) {
                entry.seats.append(ref);
                entry.bounds |= around(*one);
                entry.name = labelIn(facts, ref);
            }
        }
        entries.append(entry);
        if (entries.size() >= kMostOfAKind)
            break;
    }
}

void DesignChecker::collectOverlaps(QList<CheckEntry> &entries) const
{
    qsizetype found = 0;
    for (auto element = m_overlaps.cbegin(); element != m_overlaps.cend(); ++element) {
        for (const auto &pair : *element) {
            const SeatRef a = std::min(pair.first, pair.second), b = std::max(pair.first, pair.second);
            // A pair of two elements is known to both; the lower one tells.
            if (a.element != b.element && std::min(a.element, b.element) != element.key())
                continue;
            const Seat *one = seat(a), *other = seat(b);
            if (!one || !other || ++found > kMostOfAKind)
                continue;
            entries.append({.kind = CheckKind::SeatsOverlap, .name = one->number, .elements = {a.element, b.element}, .seats = {a, b}, .bounds = around(*one) | around(*other)});
        }
    }
}

} // namespace parterre
