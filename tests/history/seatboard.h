// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/history.h"

#include <QRandomGenerator>

namespace parterre::history {

// What the clients of a run believe of the seats, so that they meet as often as wanted. Nothing is judged by it.
class SeatBoard {
public:
    struct Entry {
        int client = -1; // who has it; -1: nobody
        qint64 version = 0;
        Moment until = 0; // kNever: it is sold
    };

    SeatBoard(qint32 seats, QRandomGenerator &random) : m_entries(static_cast<std::size_t>(seats)), m_random(random) { }

    [[nodiscard]] qint32 seats() const { return static_cast<qint32>(m_entries.size()); }
    [[nodiscard]] const Entry &at(qint32 place) const { return m_entries[static_cast<std::size_t>(place)]; }
    void take(qint32 place, const Entry &entry) { m_entries[static_cast<std::size_t>(place)] = entry; }
    void free(qint32 place) { take(place, {}); }
    // Holds do not survive a server.
    void freeHolds()
    {
        for (Entry &entry : m_entries)
            entry = entry.until == kNever ? entry : Entry{};
    }

    // Neighbours, of which all are free, or the first is another client's. Any neighbours when none were found.
    [[nodiscard]] std::vector<qint32> neighbours(int count, bool free, int client, Moment now)
    {
        const qint32 most = seats() - count;
        const qint32 start = m_random.bounded(most + 1);
        for (qint32 i = 0; i < std::min<qint32>(most, kLookedAt); ++i) {
            const qint32 first = (start + i) % (most + 1);
            bool fits = true;
            for (qint32 place = first; free && place < first + count; ++place)
                fits = fits && at(place).until <= now;
            fits = free ? fits : at(first).until > now && at(first).client != client;
            if (fits)
                return run(first, count);
        }
        return run(start, count);
    }

private:
    static constexpr qint32 kLookedAt = 200;

    [[nodiscard]] static std::vector<qint32> run(qint32 first, int count)
    {
        std::vector<qint32> places;
        for (qint32 place = first; place < first + count; ++place)
            places.push_back(place);
        return places;
    }

    std::vector<Entry> m_entries;
    QRandomGenerator &m_random;
};

} // namespace parterre::history
