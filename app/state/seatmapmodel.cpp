// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seatmapmodel.h"

#include <algorithm>
#include <utility>

namespace parterre {

SeatMapModel::SeatMapModel(QObject *parent) : QObject(parent) {}

void SeatMapModel::setPlan(Plan plan)
{
    m_plan = std::move(plan);
    m_table = SeatTable(m_plan);
    const std::size_t size = at(m_table.placeCount());
    m_seats.clear();
    m_lines.clear();
    m_areas.clear();
    forEachSeat(std::as_const(m_plan), [this](const Seat &seat) { m_seats.push_back(&seat); });
    for (const Section &section : std::as_const(m_plan).sections) {
        for (const Row &row : section.rows)
            m_lines.push_back({.row = &row});
        for (const Table &table : section.tables)
            m_lines.push_back({.table = &table});
    }
    forEachArea(std::as_const(m_plan), [this](const Area &area) { m_areas.push_back(&area); });
    m_revision.reset();
    m_holder.reset();
    m_states.assign(size, SeatState::Free);
    m_looks.assign(size, SeatLook::Free);
    m_pending.assign(size, false);
    m_arrived.assign(m_tellsArrivals ? size : 0, false);
    m_mine.clear();
    m_pendingPlaces.clear();
    m_pendingAreas.clear();
    m_blocks.clear();
    m_blockOf.clear();
    m_prices.assign(at(static_cast<qint32>(m_plan.categories.size())), std::nullopt);
    recount();
    Q_EMIT planChanged();
    Q_EMIT reset();
}

void SeatMapModel::setPrices(const QList<Price> &prices)
{
    std::vector<std::optional<PriceRange>> ranges(m_prices.size());
    for (const Price &price : prices) {
        for (qint32 i = 0; i < m_plan.categories.size(); ++i) {
            if (m_plan.categories[i].key != price.category)
                continue;
            std::optional<PriceRange> &range = ranges[at(i)];
            const Money &charged = price.charged();
            if (!range || charged.amount < range->lowest.amount)
                range = PriceRange {charged, range ? range->highest : charged};
            if (charged.amount > range->highest.amount)
                range->highest = charged;
        }
    }
    if (ranges == m_prices)
        return;
    m_prices = std::move(ranges);
    Q_EMIT pricesChanged();
}

bool SeatMapModel::applySnapshot(qint64 revision, std::span<const SeatState> states)
{
    if (states.size() != m_states.size())
        return false;
    m_revision = revision;
    m_holder.reset();
    std::copy(states.begin(), states.end(), m_states.begin());
    for (qint32 place = 0; place < m_table.placeCount(); ++place)
        m_looks[at(place)] = derivedLook(place);
    recount();
    Q_EMIT reset();
    return true;
}

bool SeatMapModel::applyChanges(qint64 from, qint64 to, std::span<const SeatChange> changes)
{
    if (!m_revision)
        return false;
    if (to <= *m_revision)
        return true;
    const auto known = [this](const SeatChange &change) { return contains(change.seat); };
    if (from > *m_revision || !std::ranges::all_of(changes, known))
        return false;

    m_revision = to;
    QList<qint32> changed;
    bool areBlocksNews = false;
    for (const SeatChange &change : changes) {
        const SeatState before = std::exchange(m_states[at(change.seat)], change.state);
        // What staff held of a block is sold, or its block was released meanwhile.
        const bool hasLeftBlock = m_blockOf.contains(change.seat) && (change.state == SeatState::Sold || change.state == SeatState::Free);
        areBlocksNews = areBlocksNews || hasLeftBlock || (before != change.state && (before == SeatState::Blocked || change.state == SeatState::Blocked));
        if (holderOf(change.seat))
            m_holder.reset(); // it may have changed hands
    }
    for (const SeatChange &change : changes) {
        if (refreshLook(change.seat))
            changed.append(change.seat);
    }
    announce(changed);
    if (areBlocksNews)
        Q_EMIT blockedChanged();
    return true;
}

void SeatMapModel::setMine(const QHash<qint32, Instant> &deadlines)
{
    const QHash<qint32, Instant> before = std::exchange(m_mine, {});
    QList<qint32> changed;
    for (auto it = deadlines.begin(); it != deadlines.end(); ++it) {
        if (!contains(it.key()))
            continue;
        m_mine.insert(it.key(), it.value());
        const auto old = before.find(it.key());
        const bool deadlineMoved = old != before.end() && old.value() != it.value();
        if (refreshLook(it.key()) || deadlineMoved)
            changed.append(it.key());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (refreshLook(it.key()))
            changed.append(it.key());
    }
    announce(changed);
}

void SeatMapModel::setPending(const QList<qint32> &places, const QSet<qint32> &areas)
{
    const QList<qint32> before = std::exchange(m_pendingPlaces, {});
    for (const qint32 place : before)
        m_pending[at(place)] = false;
    for (const qint32 place : places) {
        if (contains(place) && !m_pending[at(place)]) {
            m_pending[at(place)] = true;
            m_pendingPlaces.append(place);
        }
    }
    QList<qint32> changed;
    for (const QList<qint32> &some : {before, m_pendingPlaces}) {
        for (const qint32 place : some) {
            if (refreshLook(place))
                changed.append(place);
        }
    }
    const QSet<qint32> areasBefore = std::exchange(m_pendingAreas, areas);
    announce(changed, (areasBefore - areas) + (areas - areasBefore));
}

void SeatMapModel::tellArrivals()
{
    m_tellsArrivals = true;
}

void SeatMapModel::setArrivals(const std::vector<bool> &arrived)
{
    for (std::size_t place = 0; place < m_arrived.size(); ++place)
        m_arrived[place] = place < arrived.size() && arrived[place];
    for (qint32 place = 0; place < m_table.placeCount(); ++place)
        m_looks[at(place)] = derivedLook(place);
    recount();
    Q_EMIT reset();
}

void SeatMapModel::changeArrivals(const QList<qint32> &in, const QList<qint32> &out)
{
    QList<qint32> changed;
    for (const auto &[places, isIn] : {std::pair(&in, true), std::pair(&out, false)}) {
        for (const qint32 place : *places) {
            if (place < 0 || at(place) >= m_arrived.size())
                continue;
            m_arrived[at(place)] = isIn;
            if (refreshLook(place))
                changed.append(place);
        }
    }
    announce(changed);
}

SeatMapModel::Tally SeatMapModel::tallyOf(const Counts &counts, qint32 places) const
{
    const auto of = [&counts](SeatLook look) { return counts[static_cast<std::size_t>(look)]; };
    return m_tellsArrivals ? Tally {of(SeatLook::Arrived), of(SeatLook::Arrived) + of(SeatLook::Sold)} : Tally {of(SeatLook::Free), places};
}

void SeatMapModel::announce(const QList<qint32> &places, QSet<qint32> areas)
{
    QList<qint32> seats;
    for (const qint32 place : places) {
        if (place < seatCount())
            seats.append(place);
        else
            areas.insert(m_table.groups().areaOf(place));
    }
    areas.removeIf([this](qint32 area) { return area < 0 || area >= areaCount(); });
    if (!seats.isEmpty())
        Q_EMIT seatsChanged(seats);
    if (!areas.isEmpty())
        Q_EMIT areasChanged(areas.values());
}

void SeatMapModel::setHolder(qint32 seat, const Holder &holder)
{
    if (seat < 0 || seat >= seatCount() || look(seat) != SeatLook::HeldByOther)
        return;
    m_holder = {seat, holder};
    Q_EMIT seatsChanged({seat});
}

void SeatMapModel::setBlocks(const QList<KnownBlock> &blocks)
{
    if (blocks == m_blocks)
        return;
    QList<qint32> changed = m_blockOf.keys();
    m_blocks = blocks;
    m_blockOf.clear();
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        for (const qint32 place : m_blocks.at(i).places) {
            if (contains(place))
                m_blockOf.insert(place, i);
        }
    }
    changed += m_blockOf.keys();
    std::ranges::sort(changed);
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (const qint32 place : std::as_const(changed))
        static_cast<void>(refreshLook(place));
    announce(changed); // also where the look stays: what is known of it may be new
    Q_EMIT blocksChanged();
}

const SeatMapModel::KnownBlock *SeatMapModel::blockOf(qint32 place) const
{
    const auto block = m_blockOf.constFind(place);
    return block == m_blockOf.cend() ? nullptr : &m_blocks.at(*block);
}

const Seat &SeatMapModel::seat(qint32 seat) const
{
    return *m_seats[at(seat)];
}

QString SeatMapModel::label(qint32 place) const
{
    return place < seatCount() ? seat(place).label : areaPlaceLabel(area(m_table.groups().areaOf(place)), place);
}

const Table *SeatMapModel::tableOf(qint32 seat) const
{
    return m_lines[at(m_table.row(seat))].table;
}

QString SeatMapModel::rowLabel(qint32 seat) const
{
    const Row *row = m_lines[at(m_table.row(seat))].row;
    return row ? row->label : QString();
}

QList<qint32> SeatMapModel::soldTogether(qint32 seat) const
{
    const qint32 table = m_table.groups().wholeTableOf(seat);
    if (table == PlaceGroups::kNone)
        return {seat};
    QList<qint32> seats;
    for (qint32 other = m_table.groups().table(table).first; other < m_table.groups().table(table).end; ++other)
        seats.append(other);
    return seats;
}

QList<qint32> SeatMapModel::minePlaces(qint32 area) const
{
    QList<qint32> places;
    for (auto it = m_mine.begin(); it != m_mine.end(); ++it) {
        if (m_table.groups().areaOf(it.key()) == area)
            places.append(it.key());
    }
    std::ranges::sort(places);
    return places;
}

const Category *SeatMapModel::categoryOf(qint32 place) const
{
    const qint32 category = m_table.category(place);
    return category >= 0 && category < m_plan.categories.size() ? &m_plan.categories[category] : nullptr;
}

std::optional<Instant> SeatMapModel::mineUntil(qint32 seat) const
{
    const auto it = m_mine.find(seat);
    return it == m_mine.end() ? std::nullopt : std::optional(it.value());
}

std::optional<SeatMapModel::PriceRange> SeatMapModel::price(qint32 category) const
{
    return category >= 0 && at(category) < m_prices.size() ? m_prices[at(category)] : std::nullopt;
}

// A sold seat is sold whoever held it. A hold of mine counts even where the state still says free: the reply to my
// request may overtake the change it caused.
SeatLook SeatMapModel::derivedLook(qint32 place) const
{
    if (m_pending[at(place)])
        return SeatLook::Pending;
    const SeatState state = m_states[at(place)];
    if (state == SeatState::Sold)
        return m_tellsArrivals && m_arrived[at(place)] ? SeatLook::Arrived : SeatLook::Sold;
    if (m_mine.contains(place))
        return SeatLook::Mine;
    switch (state) {
    case SeatState::Free: return SeatLook::Free;
    case SeatState::Held: return SeatLook::HeldByOther;
    case SeatState::Sold: return SeatLook::Sold;
    case SeatState::Blocked: return blockOf(place) && blockOf(place)->kind == BlockKind::HeldBack ? SeatLook::HeldBack : SeatLook::Blocked;
    }
    Q_UNREACHABLE();
}

bool SeatMapModel::refreshLook(qint32 place)
{
    const SeatLook before = m_looks[at(place)];
    const SeatLook now = derivedLook(place);
    if (now == before)
        return false;
    m_looks[at(place)] = now;
    const auto move = [before, now](Counts &counts) {
        --counts[static_cast<std::size_t>(before)];
        ++counts[static_cast<std::size_t>(now)];
    };
    move(m_counts);
    move(m_sectionCounts[at(m_table.section(place))]);
    if (place >= seatCount())
        move(m_areaCounts[at(m_table.groups().areaOf(place))]);
    return true;
}

void SeatMapModel::recount()
{
    m_counts.fill(0);
    m_sectionCounts.assign(at(m_table.sectionCount()), Counts {});
    m_areaCounts.assign(at(areaCount()), Counts {});
    m_sectionPlaces.assign(m_sectionCounts.size(), 0);
    const auto count = [this](qint32 section, qint32 place, Counts *area) {
        const auto look = static_cast<std::size_t>(m_looks[at(place)]);
        ++m_counts[look];
        ++m_sectionCounts[at(section)][look];
        ++m_sectionPlaces[at(section)];
        if (area)
            ++(*area)[look];
    };
    for (qint32 seat = 0; seat < seatCount(); ++seat)
        count(m_table.section(seat), seat, nullptr);
    for (qint32 i = 0; i < areaCount(); ++i) {
        const PlaceGroups::AreaPlaces &area = m_table.groups().area(i);
        for (qint32 place = area.first; place < area.end; ++place)
            count(area.section, place, &m_areaCounts[at(i)]);
    }
}

} // namespace parterre
