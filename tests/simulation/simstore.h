// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerport.h"

#include <map>
#include <set>

namespace parterre::simulation {

// The database of the simulated house: what survives a restart. Sales are atomic and found by their key; the unique
// index over live tickets is kept, and an attempt against it is what promise P1 forbids the ledger to let through.
class SimStore
{
public:
    // False when a place has a live ticket; nothing is written then.
    [[nodiscard]] bool sell(quint64 key, const Places &places)
    {
        for (const qint32 place : places) {
            if (m_live.contains(place))
                return false;
        }
        for (const qint32 place : places)
            m_live[place] = key;
        unblock(places);
        m_sales[key] = places;
        return true;
    }
    // The places it freed; none when there is no such sale or it was cancelled before.
    Places cancel(quint64 key)
    {
        if (!m_sales.contains(key) || !m_cancelled.insert(key).second)
            return {};
        for (const qint32 place : m_sales.at(key))
            m_live.erase(place);
        return m_sales.at(key);
    }
    [[nodiscard]] bool knows(quint64 key) const { return m_sales.contains(key); }
    [[nodiscard]] bool isLive(qint32 place) const { return m_live.contains(place); }
    [[nodiscard]] Places livePlaces() const
    {
        Places places;
        for (const auto &[place, key] : m_live)
            places.push_back(place);
        return places;
    }
    [[nodiscard]] bool isBlocked(qint32 place) const { return m_blocked.contains(place); }
    [[nodiscard]] Places blockedPlaces() const { return {m_blocked.begin(), m_blocked.end()}; }
    void block(const Places &places) { m_blocked.insert(places.begin(), places.end()); }
    void unblock(const Places &places)
    {
        for (const qint32 place : places)
            m_blocked.erase(place);
    }

private:
    std::map<quint64, Places> m_sales;
    std::set<quint64> m_cancelled;
    std::map<qint32, quint64> m_live;
    std::set<qint32> m_blocked;
};

} // namespace parterre::simulation
