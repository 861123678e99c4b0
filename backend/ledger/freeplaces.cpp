// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/freeplaces.h"

#include <QtAlgorithms>

#include <algorithm>

namespace parterre::ledger {

FreePlaces::FreePlaces(qint32 places)
{
    qint32 bits = std::max(1, places);
    do {
        m_levels.emplace_back(word(bits - 1) + 1, 0);
        for (qint32 i = 0; i < (m_levels.size() == 1 ? places : bits); ++i)
            m_levels.back()[word(i)] |= bit(i);
        bits = static_cast<qint32>(m_levels.back().size());
    } while (bits > 1);
    if (places == 0)
        m_levels = {{0}};
}

void FreePlaces::set(qint32 place, bool free)
{
    for (std::vector<quint64> &level : m_levels) {
        quint64 &bits = level[word(place)];
        const bool had = bits != 0;
        bits = free ? bits | bit(place) : bits & ~bit(place);
        if (had == (bits != 0))
            return;
        place = static_cast<qint32>(word(place));
    }
}

qint32 FreePlaces::next(qint32 from) const
{
    // Up while this word has nothing further on, then down to the lowest.
    std::size_t level = 0;
    for (;; ++level) {
        if (level == m_levels.size() || word(from) >= m_levels[level].size())
            return kNone;
        const quint64 further = m_levels[level][word(from)] & ~(bit(from) - 1);
        if (further != 0) {
            from = static_cast<qint32>(word(from) * 64) + static_cast<qint32>(qCountTrailingZeroBits(further));
            break;
        }
        from = static_cast<qint32>(word(from)) + 1;
    }
    for (; level > 0; --level)
        from = from * 64 + static_cast<qint32>(qCountTrailingZeroBits(m_levels[level - 1][static_cast<std::size_t>(from)]));
    return from;
}

} // namespace parterre::ledger
