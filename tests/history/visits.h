// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/history.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace parterre::history {

// Not before and not after.
struct Window {
    Moment low = kAlways;
    Moment high = kNever;
};

// When sessions and the lives of the server ended, and so the holds of them.
class Visits {
public:
    explicit Visits(const History &history);

    // When the server that this operation reached was killed; kNever for the last one.
    [[nodiscard]] Window deathAfter(Moment start) const;
    // When what the session held was free for want of the session: both kNever while it went on.
    [[nodiscard]] Window endOf(quint32 session) const;
    // When the connection was known to be gone that the session used at this moment: nothing sent by it works after
    // that.
    [[nodiscard]] Moment connectionEndAfter(quint32 session, Moment start) const;

private:
    struct Visit {
        std::vector<Window> losses; // by time
        Window end{kNever, kNever};
    };

    void judgeLosses(Visit &visit, const std::vector<Operation> &returns, const Promises &promises) const;

    std::vector<Window> m_deaths; // by time
    std::unordered_map<quint32, Visit> m_visits;
};

} // namespace parterre::history
