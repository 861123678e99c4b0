// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QString>

#include <chrono>
#include <deque>
#include <optional>

namespace parterre::services {

class EventDirectory;

// Free seats as they were at a few moments, for searches that order by them or ask for so many: all pages of a search
// see those of its first page, or events would be missed and repeated while seats are sold. Kept for a while, within a
// bound; who goes on after that sees newer ones. Lives on the house thread.
class FreeSeatsHistory
{
public:
    struct Moment {
        qint64 number = 0;   // names it in cursors; rises, over restarts too
        QString seats = {};  // {"event": free seats} as JSON
    };

    FreeSeatsHistory(const EventDirectory &events, const Clock &clock) : m_events(events), m_clock(clock) {}

    // Not older than a second.
    [[nodiscard]] Moment now();
    // The one of that number, else one of now.
    [[nodiscard]] Moment at(qint64 number);

private:
    struct Kept {
        Moment moment = {};
        Tick looked = {}; // seats were last seen like this
    };

    void forgetOld();

    static constexpr std::chrono::seconds kFresh {1};
    static constexpr std::chrono::minutes kKept {10};
    static constexpr qsizetype kMostCharacters = 16 * 1024 * 1024;

    const EventDirectory &m_events;
    const Clock &m_clock;
    std::deque<Kept> m_kept; // oldest first
    qsizetype m_characters = 0;
};

} // namespace parterre::services
