// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seatruns.h"

#include <QList>

namespace parterre {

// Which seats of a plan are kept for whoever comes with somebody in a wheelchair, and what that forbids. Immutable once
// built; the runs are not kept.
class CompanionSeats
{
public:
    static constexpr qint32 kNone = -1;

    CompanionSeats() = default;
    explicit CompanionSeats(const SeatRuns &runs);

    // kNone: the seat is no companion's, or the plan names no wheelchair place for it.
    [[nodiscard]] qint32 wheelchairOf(qint32 place) const;
    // The companions' seats among `places`, which somebody is to have of one event, that come without their wheelchair place:
    // the one that the plan names, or where it names none, any; a plan without wheelchair places forbids nothing. Those of which
    // that was true among the places he had `before` are left out. In the order of `places`; looks at nothing but these.
    [[nodiscard]] QList<qint32> alone(const QList<qint32> &places, const QList<qint32> &before = {}) const;

private:
    struct Unit {
        qint32 companion, wheelchair;
    };

    [[nodiscard]] const Unit *unitOf(qint32 place) const;
    [[nodiscard]] bool isAlone(qint32 place, const QList<qint32> &among) const;

    std::vector<Unit> m_units;         // by companion
    std::vector<qint32> m_wheelchairs; // in index order
};

} // namespace parterre
