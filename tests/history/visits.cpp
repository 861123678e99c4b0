// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/visits.h"

#include <algorithm>

namespace parterre::history {

Visits::Visits(const History &history)
{
    std::unordered_map<quint32, std::vector<Operation>> returns;
    for (const Operation &operation : history.operations()) {
        switch (operation.kind) {
        case Kind::Kill:
            m_deaths.push_back({operation.start, operation.end});
            break;
        case Kind::Lost:
            m_visits[operation.session].losses.push_back({operation.start, operation.end});
            break;
        case Kind::Back:
            returns[operation.session].push_back(operation);
            break;
        case Kind::Leave: {
            Window &end = m_visits[operation.session].end;
            end.low = std::min(end.low, operation.start);
            end.high = std::min(end.high, operation.end);
            break;
        }
        default:
            break;
        }
    }
    const auto byTime = [](const auto &a, const auto &b) { return a.low < b.low; };
    std::sort(m_deaths.begin(), m_deaths.end(), byTime);
    for (auto &[session, visit] : m_visits) {
        std::sort(visit.losses.begin(), visit.losses.end(), byTime);
        judgeLosses(visit, returns[session], history.promises);
    }
}

// A visit that was taken up again goes on as if nothing had been. One that was not ends after the grace, and one of
// which nobody knows may have ended.
void Visits::judgeLosses(Visit &visit, const std::vector<Operation> &returns, const Promises &promises) const
{
    for (std::size_t i = 0; i < visit.losses.size(); ++i) {
        const Window loss = visit.losses[i];
        const Moment next = i + 1 < visit.losses.size() ? visit.losses[i + 1].low : kNever;
        bool isBack = false;
        bool mayBeBack = false;
        for (const Operation &back : returns) {
            if (back.start < loss.low || back.start > next)
                continue;
            isBack = isBack || back.outcome == Outcome::Ok;
            mayBeBack = mayBeBack || back.outcome == Outcome::Unknown;
        }
        if (isBack)
            continue;
        visit.end.low = std::min(visit.end.low, loss.low + promises.grace);
        if (!mayBeBack)
            visit.end.high = std::min(visit.end.high, loss.high + promises.grace + promises.lateness);
    }
}

Window Visits::deathAfter(Moment start) const
{
    const auto death = std::lower_bound(m_deaths.begin(), m_deaths.end(), start,
                                        [](const Window &d, Moment at) { return d.high < at; });
    return death == m_deaths.end() ? Window{kNever, kNever} : *death;
}

Window Visits::endOf(quint32 session) const
{
    const auto visit = m_visits.find(session);
    return visit == m_visits.end() ? Window{kNever, kNever} : visit->second.end;
}

Moment Visits::connectionEndAfter(quint32 session, Moment start) const
{
    const auto visit = m_visits.find(session);
    if (visit == m_visits.end())
        return kNever;
    const auto &losses = visit->second.losses;
    const auto loss =
        std::lower_bound(losses.begin(), losses.end(), start, [](const Window &l, Moment at) { return l.high < at; });
    return loss == losses.end() ? kNever : loss->high;
}

} // namespace parterre::history
