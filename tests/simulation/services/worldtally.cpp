// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldtally.h"

namespace parterre::simulation {

namespace {

constexpr std::array kAwaitNames {"loading all events", "loading an event", "looking at an event", "booking", "changing a booking",
                                  "cancelling an event", "cancelling its tickets", "reading what is unfinished",
                                  "reading what is due", "giving free what is due",
                                  "giving no-shows free", "taking that back", "writing a contact or note", "reading no-shows",
                                  "reading a booking", "reading a key", "reading a list", "asking again"};
constexpr std::array kMomentNames {"before effect", "after effect", "after answer"};

void line(std::string &table, const std::string &label, qint64 count)
{
    const std::string number = std::to_string(count);
    constexpr std::size_t kWidth = 60;
    const std::size_t used = label.size() + number.size();
    table += "  " + label + std::string(used < kWidth ? kWidth - used : 1, ' ') + number + "\n";
}

} // namespace

void WorldTally::add(const WorldTally &other)
{
#define PARTERRE_WORLD_COUNT(name, label) name += other.name;
    PARTERRE_WORLD_COUNTS(PARTERRE_WORLD_COUNT)
#undef PARTERRE_WORLD_COUNT
    for (std::size_t await = 0; await < crashedAt.size(); ++await) {
        for (std::size_t moment = 0; moment < kCrashMoments; ++moment)
            crashedAt[await][moment] += other.crashedAt[await][moment];
    }
    for (std::size_t code = 0; code < refusals.size(); ++code)
        refusals[code] += other.refusals[code];
}

std::string WorldTally::table() const
{
    std::string table;
#define PARTERRE_WORLD_COUNT(name, label) line(table, label, name);
    PARTERRE_WORLD_COUNTS(PARTERRE_WORLD_COUNT)
#undef PARTERRE_WORLD_COUNT
    for (std::size_t await = 0; await < crashedAt.size(); ++await) {
        for (std::size_t moment = 0; moment < kCrashMoments; ++moment) {
            if (crashedAt[await][moment] > 0)
                line(table, std::string("crashed ") + kAwaitNames[await] + ", " + kMomentNames[moment], crashedAt[await][moment]);
        }
    }
    for (std::size_t code = 0; code < refusals.size(); ++code) {
        if (refusals[code] > 0)
            line(table, std::string("refused: ") + errorKind(static_cast<ErrorCode>(code)).data(), refusals[code]);
    }
    return table;
}

} // namespace parterre::simulation
