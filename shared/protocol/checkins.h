// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/checkin.h"
#include "shared/domain/doorlist.h"
#include "shared/protocol/method.h"

#include <QList>

namespace parterre::protocol {

// A feature of session.hello: pages of door lists are signed whole, and what did not stand is kept.
inline constexpr QLatin1StringView kDoorsFeature("doors");

// `key`: made by the client, new for everybody who comes, kept until the answer is known.
struct CheckinsAdmitParams {
    EventId event = {};
    QString code = {};                     // of a ticket, or its number
    QString key = {};
    std::optional<QString> door = {};      // which one: "Main entrance"
    std::optional<Instant> at = {};        // when it happened, if that was without a connection; now when absent
};

struct CheckinsAdmitResult {
    DoorVerdict verdict = {};
};

struct CheckinsUndoParams {
    EventId event = {};
    QString ticket = {};
    QString reason = {};
    QString key = {};
};

struct CheckinsUndoResult {
    Admission admission = {};
};

struct CheckinsListParams {
    EventId event = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct CheckinsListResult {
    QList<Admission> admissions = {};
    Attendance attendance = {};
    std::optional<QString> next = {};
    std::optional<qint32> conflicts = {};  // how many checkins.conflicts has; absent when none
};

struct CheckinsConflictsParams {
    EventId event = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct CheckinsConflictsResult {
    QList<AdmissionConflict> conflicts = {};
    std::optional<QString> next = {};
};

// `watch`: checkins.changed tells of what comes after, or no longer does; nothing of that changes when absent.
struct CheckinsArrivalsParams {
    EventId event = {};
    std::optional<bool> watch = {};
};

struct CheckinsArrivalsResult {
    Attendance attendance = {};
    QByteArray places = {};                // one bit a place, lowest first, base64: whoever has it is in
};

struct CheckinsChangedParams {
    EventId event = {};
    QList<qint32> in = {};
    QList<qint32> out = {};
};

struct TicketPublicKey {
    qint32 id = 0;
    QByteArray key = {};                   // Ed25519, base64
};

struct CheckinsKeysResult {
    QList<TicketPublicKey> keys = {};
};

struct CheckinsOfflineParams {
    EventId event = {};
    std::optional<qint32> after = {};      // `next` of the page before
};

struct CheckinsOfflineResult {
    Instant taken = {};
    QList<DoorListEntry> tickets = {};
    qint32 keyId = 0;
    QByteArray signature = {};             // base64
    std::optional<QStringList> unpaid = {};
    std::optional<QStringList> released = {};
    std::optional<qint32> next = {};
    std::optional<QByteArray> wholeSignature = {}; // base64; from houses that have kDoorsFeature
};

struct CheckinsAdmit {
    using Params = CheckinsAdmitParams;
    using Result = CheckinsAdmitResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::KeyReused};
    static constexpr MethodInfo kInfo {"checkins.admit", "Lets somebody in with a ticket, once; or says why not", kDoorStaff, kErrors};
};

struct CheckinsUndo {
    using Params = CheckinsUndoParams;
    using Result = CheckinsUndoResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::KeyReused};
    static constexpr MethodInfo kInfo {"checkins.undo", "Takes an admission back, so that the ticket admits again", kDoorStaff, kErrors};
};

struct CheckinsList {
    using Params = CheckinsListParams;
    using Result = CheckinsListResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"checkins.list", "Who came in to an event, newest first, and how many are expected", kDoorStaff, kErrors};
};

struct CheckinsConflicts {
    using Params = CheckinsConflictsParams;
    using Result = CheckinsConflictsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"checkins.conflicts", "Whom doors of an event let in without the server and with what did not stand, what was told last first", kDoorStaff, kErrors};
};

struct CheckinsArrivals {
    using Params = CheckinsArrivalsParams;
    using Result = CheckinsArrivalsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"checkins.arrivals", "Which places' people are in; with watch, also checkins.changed from here on, of one event at a time", kDoorStaff, kErrors};
};

struct CheckinsChanged {
    using Params = CheckinsChangedParams;
    static constexpr NotificationInfo kInfo {"checkins.changed", "Who came in to a watched event, and whose admission was taken back, each place once as it is now; what comes before the answer to checkins.arrivals counts after it"};
};

struct CheckinsKeys {
    using Params = Nothing;
    using Result = CheckinsKeysResult;
    static constexpr MethodInfo kInfo {"checkins.keys", "The public keys that tickets' codes are checked with, oldest first", kDoorStaff, {}};
};

struct CheckinsOffline {
    using Params = CheckinsOfflineParams;
    using Result = CheckinsOfflineResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"checkins.offline", "The valid tickets of an event, signed page by page, for a door that loses its connection", kDoorStaff, kErrors};
};

} // namespace parterre::protocol
