// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/checkin.h"
#include "shared/protocol/method.h"

#include <QList>
#include <QStringList>

namespace parterre::protocol {

struct CheckinsNoShowsParams {
    EventId event = {};
    std::optional<qint32> limit = {};
    std::optional<qint32> after = {};      // `next` of the page before
};

struct CheckinsNoShowsResult {
    QList<NoShow> tickets = {};
    std::optional<qint32> next = {};
};

struct CheckinsReleaseNoShowsParams {
    EventId event = {};
    QStringList tickets = {};
    std::optional<QString> key = {};       // clients of before 1.13 have none
    std::optional<QString> reason = {};
};

struct CheckinsReleaseNoShowsResult {
    QStringList released = {};
    QStringList kept = {};
};

struct CheckinsRestoreParams {
    EventId event = {};
    QStringList tickets = {};
    QString key = {};
};

struct CheckinsRestoreResult {
    QStringList restored = {};
    QStringList taken = {};
};

struct CheckinsNoShows {
    using Params = CheckinsNoShowsParams;
    using Result = CheckinsNoShowsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"checkins.noShows", "The paid tickets of an event that nobody came with yet, in the order of their places", kDoorStaff, kErrors};
};

struct CheckinsReleaseNoShows {
    using Params = CheckinsReleaseNoShowsParams;
    using Result = CheckinsReleaseNoShowsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::KeyReused, ErrorCode::SaleClosed, ErrorCode::TooEarly};
    static constexpr MethodInfo kInfo {"checkins.releaseNoShows", "Gives the places of people free who did not come: their tickets stay paid and admit no more. Who came meanwhile keeps the place", kCounter, kErrors};
};

struct CheckinsRestore {
    using Params = CheckinsRestoreParams;
    using Result = CheckinsRestoreResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::KeyReused, ErrorCode::SaleClosed, ErrorCode::NotReleased, ErrorCode::SeatTaken};
    static constexpr MethodInfo kInfo {"checkins.restore", "Makes tickets valid again whose places were given free, those of which the place is free still; a ticket of an area gets any place there, and its label", kDoorStaff, kErrors};
};

} // namespace parterre::protocol
