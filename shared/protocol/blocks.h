// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

// `block` is a new id of the caller's choosing, so that a repetition blocks nothing twice.
struct BlocksCreateParams {
    BlockId block = {};
    EventId event = {};
    QList<qint32> places = {};                // none only where there are areas
    std::optional<QList<AreaBlock>> areas = {};
    BlockKind kind = BlockKind::HeldBack;
    QString reason = {};
    std::optional<BlockRelease> release = {};
};

struct BlocksBlockResult {
    Block block = {};
};

// One of the two at least.
struct BlocksReleaseParams {
    EventId event = {};
    std::optional<BlockId> block = {};
    std::optional<QList<qint32>> places = {}; // of that block, or of any
};

struct BlocksListParams {
    EventId event = {};
    std::optional<QString> cursor = {};
};

struct BlocksListResult {
    QList<Block> blocks = {};
    std::optional<QString> next = {};
};

struct BlocksDueParams {
    std::optional<Instant> until = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct BlocksDueResult {
    QList<DueBlock> blocks = {};
    std::optional<QString> next = {};
};

struct BlocksConfirmParams {
    QList<BlockId> blocks = {};
};

struct BlocksPostponeParams {
    BlockId block = {};
    std::optional<BlockRelease> release = {};
};

// Only free seats can be blocked. NotFound: no such event, or it is over. AlreadyExists: another block has the id. SaleClosed:
// the event is cancelled, or just being changed. A repetition answers what is there.
struct BlocksCreate {
    using Params = BlocksCreateParams;
    using Result = BlocksBlockResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,     ErrorCode::AlreadyExists,  ErrorCode::SaleClosed,     ErrorCode::UnknownPlace, ErrorCode::SeatTaken, ErrorCode::AreaFull,
                                         ErrorCode::TooManySeats, ErrorCode::TableSoldWhole, ErrorCode::AlreadyBlocked, ErrorCode::ReleasePassed};
    static constexpr MethodInfo kInfo {"blocks.create", "Keeps free seats and places of areas from being sold, all or none: held back for staff to sell, or killed", kManagers, kErrors};
};

// NotFound: the event, or the block. Whoever holds one of the seats keeps it, and it is free after that.
struct BlocksRelease {
    using Params = BlocksReleaseParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::NotBlocked, ErrorCode::TableSoldWhole};
    static constexpr MethodInfo kInfo {"blocks.release", "Lets everybody have blocked seats again: those of a block, or some", kManagers, kErrors};
};

struct BlocksList {
    using Params = BlocksListParams;
    using Result = BlocksListResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"blocks.list", "What of an event is blocked, since when, by whom, why and until when", kCounter, kErrors};
};

struct BlocksDue {
    using Params = BlocksDueParams;
    using Result = BlocksDueResult;
    static constexpr MethodInfo kInfo {"blocks.due", "Blocks of all events that become free by a rule, soonest first; those that wait to be confirmed are past their time", kCounter, {}};
};

// All of them or none. NotFound: one of them. Of those whose time has come the seats are free with the answer; the others will
// be when it comes, without being asked about.
struct BlocksConfirm {
    using Params = BlocksConfirmParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"blocks.confirm", "Agrees that blocks are released as their rules say", kManagers, kErrors};
};

struct BlocksPostpone {
    using Params = BlocksPostponeParams;
    using Result = BlocksBlockResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::ReleasePassed};
    static constexpr MethodInfo kInfo {"blocks.postpone", "Gives a block another release, or none: then it stays until somebody releases it", kManagers, kErrors};
};

} // namespace parterre::protocol
