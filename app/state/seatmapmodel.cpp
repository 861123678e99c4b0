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
    const std::size_t size = at(m_table.size());
    m_seats.assign(size, nullptr);
    m_rows.clear();
    for (const Section &section : std::as_const(m_plan).sections) {
        for (const Row &row : section.rows) {
            m_rows.push_back(&row);
            for (const Seat &seat : row.seats)
                m_seats[at(seat.index)] = &seat;
        }
    }
    m_revision.reset();
    m_holder.reset();
    m_states.assign(size, SeatState::Free);
    m_looks.assign(size, SeatLook::Free);
    m_pending.assign(size, false);
    m_mine.clear();
    m_pendingSeats.clear();
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
            if (!range || price.price.amount < range->lowest.amount)
                range = PriceRange {price.price, range ? range->highest : price.price};
            if (price.price.amount > range->highest.amount)
                range->highest = price.price;
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
    for (qint32 seat = 0; seat < m_table.size(); ++seat)
        m_looks[at(seat)] = derivedLook(seat);
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
    for (const SeatChange &change : changes) {
        m_states[at(change.seat)] = change.state;
        if (holderOf(change.seat))
            m_holder.reset(); // it may have changed hands
    }
    for (const SeatChange &change : changes) {
        if (refreshLook(change.seat))
            changed.append(change.seat);
    }
    if (!changed.isEmpty())
        Q_EMIT seatsChanged(changed);
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
    if (!changed.isEmpty())
        Q_EMIT seatsChanged(changed);
}

void SeatMapModel::setPending(const QList<qint32> &seats)
{
    const QList<qint32> before = std::exchange(m_pendingSeats, {});
    for (const qint32 seat : before)
        m_pending[at(seat)] = false;
    for (const qint32 seat : seats) {
        if (contains(seat) && !m_pending[at(seat)]) {
            m_pending[at(seat)] = true;
            m_pendingSeats.append(seat);
        }
    }
    QList<qint32> changed;
    for (const QList<qint32> &some : {before, m_pendingSeats}) {
        for (const qint32 seat : some) {
            if (refreshLook(seat))
                changed.append(seat);
        }
    }
    if (!changed.isEmpty())
        Q_EMIT seatsChanged(changed);
}

void SeatMapModel::setHolder(qint32 seat, const Holder &holder)
{
    if (!contains(seat) || look(seat) != SeatLook::HeldByOther)
        return;
    m_holder = {seat, holder};
    Q_EMIT seatsChanged({seat});
}

const Seat &SeatMapModel::seat(qint32 seat) const
{
    return *m_seats[at(seat)];
}

const Row &SeatMapModel::rowOf(qint32 seat) const
{
    return *m_rows[at(m_table.row(seat))];
}

const Category *SeatMapModel::categoryOf(qint32 seat) const
{
    const qint32 category = m_table.category(seat);
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
SeatLook SeatMapModel::derivedLook(qint32 seat) const
{
    if (m_pending[at(seat)])
        return SeatLook::Pending;
    const SeatState state = m_states[at(seat)];
    if (state == SeatState::Sold)
        return SeatLook::Sold;
    if (m_mine.contains(seat))
        return SeatLook::Mine;
    switch (state) {
    case SeatState::Free: return SeatLook::Free;
    case SeatState::Held: return SeatLook::HeldByOther;
    case SeatState::Sold: return SeatLook::Sold;
    case SeatState::Blocked: return SeatLook::Blocked;
    }
    Q_UNREACHABLE();
}

bool SeatMapModel::refreshLook(qint32 seat)
{
    const SeatLook before = m_looks[at(seat)];
    const SeatLook now = derivedLook(seat);
    if (now == before)
        return false;
    m_looks[at(seat)] = now;
    Counts &section = m_sectionCounts[at(m_table.section(seat))];
    --m_counts[static_cast<std::size_t>(before)];
    --section[static_cast<std::size_t>(before)];
    ++m_counts[static_cast<std::size_t>(now)];
    ++section[static_cast<std::size_t>(now)];
    return true;
}

void SeatMapModel::recount()
{
    m_counts.fill(0);
    m_sectionCounts.assign(at(m_table.sectionCount()), Counts {});
    for (qint32 seat = 0; seat < m_table.size(); ++seat) {
        const auto look = static_cast<std::size_t>(m_looks[at(seat)]);
        ++m_counts[look];
        ++m_sectionCounts[at(m_table.section(seat))][look];
    }
}

} // namespace parterre
