// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/endedholds.h"

#include <algorithm>

namespace parterre {

QList<EndedHolds> groupEnds(const QList<protocol::CartLine> &lines, const std::function<HoldEndReason(const Hold &)> &reason)
{
    QList<EndedHolds> groups;
    for (const protocol::CartLine &line : lines) {
        const HoldEndReason why = reason(line.hold);
        auto group = std::ranges::find_if(groups, [&](const EndedHolds &other) { return other.event == line.hold.event && other.reason == why; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {.event = line.hold.event, .reason = why});
        group->labels.append(line.label);
    }
    return groups;
}

bool isDoubtful(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TimedOut:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::BadAnswer:
    case ErrorCode::Internal:
    case ErrorCode::NotHeld:
    case ErrorCode::HoldExpired:
    case ErrorCode::StaleVersion: return true;
    default: return false;
    }
}

} // namespace parterre
