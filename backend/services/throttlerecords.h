// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <vector>

namespace parterre::services {

// What a throttle remembers of each account or address at most.
inline constexpr qsizetype kMaxThrottleRecords = 50'000;

// Makes room for one more record: first those that are over go, then the tenth that `rank` puts first. So nobody buys a
// clean slate by filling the table. Costs little on the average, since it makes room for many.
template<class Record, class IsOver, class Rank>
void makeRoom(QHash<QString, Record> &records, IsOver isOver, Rank rank)
{
    if (records.size() < kMaxThrottleRecords)
        return;
    records.removeIf([&](const auto &entry) { return isOver(entry.value()); });
    const qsizetype spare = records.size() - kMaxThrottleRecords * 9 / 10;
    if (spare <= 0)
        return;
    using Ranked = std::pair<decltype(rank(std::declval<const Record &>())), QString>;
    std::vector<Ranked> all;
    all.reserve(static_cast<std::size_t>(records.size()));
    for (auto it = records.cbegin(); it != records.cend(); ++it)
        all.emplace_back(rank(it.value()), it.key());
    std::nth_element(all.begin(), all.begin() + spare, all.end(), [](const Ranked &a, const Ranked &b) { return a.first < b.first; });
    for (auto it = all.cbegin(); it != all.cbegin() + spare; ++it)
        records.remove(it->second);
}

} // namespace parterre::services
