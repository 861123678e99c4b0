// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/seats.h"

#include <algorithm>

namespace parterre::history {

Seats::Seats(const History &history, const SeatTimeline::World &world, Violations &violations)
{
    std::vector<const Operation *> operations;
    for (const Operation &operation : history.operations()) {
        if (!history.notes(operation).empty() && operation.kind != Kind::Cancel)
            operations.push_back(&operation);
    }
    std::stable_sort(operations.begin(), operations.end(),
                     [](const Operation *a, const Operation *b) { return a->start < b->start; });
    std::vector<std::vector<Part>> parts;
    for (const Operation *operation : operations) {
        for (const SeatNote &note : history.notes(*operation)) {
            const auto [entry, isNew] = m_index.emplace(key(operation->event, note.place), parts.size());
            if (isNew)
                parts.emplace_back();
            parts[entry->second].push_back({operation, &note});
        }
    }
    m_timelines.reserve(parts.size());
    for (std::vector<Part> &own : parts) {
        m_timelines.emplace_back(world, own, violations);
        std::vector<Part>().swap(own);
    }
}

std::optional<std::size_t> Seats::find(quint32 event, qint32 place) const
{
    const auto found = m_index.find(key(event, place));
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

} // namespace parterre::history
