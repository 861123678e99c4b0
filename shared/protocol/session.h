// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/domain/user.h"
#include "shared/protocol/method.h"

#include <QList>
#include <QString>

#include <optional>

namespace parterre::protocol {

struct SessionHelloParams {
    QList<qint32> protocol = {};           // lowest and highest version the client speaks
    QString client = {};                   // "example/1.0"
    std::optional<QString> locale = {};
    std::optional<QString> resume = {};    // resumeToken of the visit that broke off
};

// Only the counter takes cash here: customers and guests pay by other ways. Told where it is so and not where it is not, because
// servers of before tell nothing, and some of them take it.
inline constexpr QLatin1StringView kCashlessFeature("payments.cashless");

struct SessionHelloResult {
    qint32 protocol = 0;
    SessionId session = {};
    QString resumeToken = {};
    bool resumed = false;
    Instant serverTime = {};
    QList<QString> features = {};
    std::chrono::seconds grace {};
    bool guestsAllowed = false;
    bool setupNeeded = false;
    std::optional<User> user = {};
};

struct SessionPingResult {
    Instant serverTime = {};
};

struct SessionHello {
    using Params = SessionHelloParams;
    using Result = SessionHelloResult;
    static constexpr std::array kErrors {ErrorCode::UnsupportedProtocol};
    static constexpr MethodInfo kInfo {"session.hello", "Begins a visit, or takes up one that broke off within the grace", kEveryone, kErrors, true};
};

struct SessionPing {
    using Params = Nothing;
    using Result = SessionPingResult;
    static constexpr MethodInfo kInfo {"session.ping", "Answers the server's time", kEveryone, {}};
};

struct SessionEnd {
    using Params = Nothing;
    using Result = Nothing;
    static constexpr MethodInfo kInfo {"session.end", "Ends the visit for good: its holds are free at once", kEveryone, {}};
};

} // namespace parterre::protocol
