// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/ledgertypes.h"
#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/user.h"

#include <functional>

namespace parterre::services {

// How a service answers: exactly once, on the house thread, perhaps before the call returns.
template<class T>
using Done = std::function<void(Result<T>)>;

// Where somebody calls from.
struct Origin {
    QString address = {}; // of the client
    QString network = {}; // what counts as one address: of IPv6 the network a provider gives to one customer
};

// Whether the session itself asked to be signed out, and so knows.
enum class SignOutBy { Self, Other };

// Who asks: copied from the session when the request came in, so that it cannot change under way.
struct Caller {
    SessionId session = {};
    ledger::HolderId holder = ledger::kNobody;
    User user = {};               // role Anonymous when nobody is signed in
    QByteArray tokenHash = {};    // of the token the session is signed in with
    Origin origin = {};

    [[nodiscard]] bool isSignedIn() const { return user.role != Role::Anonymous; }
    [[nodiscard]] bool isCounter() const { return kCounter.testFlag(user.role); }
    // Whose bookings the caller is kept to; nothing: everybody's.
    [[nodiscard]] std::optional<UserId> ownBookingsOnly() const { return isCounter() ? std::nullopt : std::optional(user.id); }
    [[nodiscard]] storage::AuditContext audit(Instant at) const;
};

} // namespace parterre::services
