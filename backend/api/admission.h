// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/ratelimit.h"
#include "backend/transport/transport.h"
#include "shared/core/error.h"
#include "shared/domain/role.h"

#include <atomic>
#include <memory>
#include <unordered_map>

namespace parterre::api {

// The two facts of a connection that its I/O thread and the house thread both need.
struct LinkMeter {
    std::atomic<int> outstanding = 0;          // calls on their way to the house or being worked on: up on the I/O thread, down in the house
    std::atomic<Role> role = Role::Anonymous;  // set by the house; decides the rate
};

// Decides what may go on to the house: how fast a connection calls, and how many of its calls the house has at once.
// This is what bounds the queue to the house thread, so a refusal must not cost that thread anything. One for each
// worker; lives on its worker's thread.
class Admission
{
public:
    Admission(const RateLimits &limits, const Clock &clock) : m_limits(limits), m_clock(clock) {}

    [[nodiscard]] std::shared_ptr<LinkMeter> open(transport::ConnectionId connection);
    void close(transport::ConnectionId connection);

    // A connection that was shut is not listened to any more.
    [[nodiscard]] bool isOpen(transport::ConnectionId connection) const;
    // Why a message with that many calls goes no further, if so: RateLimited or Overloaded.
    [[nodiscard]] std::optional<Error> refuse(transport::ConnectionId connection, int calls);
    // After every refusal: whether it was one too many. The connection is shut then.
    [[nodiscard]] bool exhausts(transport::ConnectionId connection);
    void handOver(transport::ConnectionId connection, int calls);

private:
    struct Gate {
        std::shared_ptr<LinkMeter> meter = std::make_shared<LinkMeter>();
        RateBucket calls = {};
        RateBucket refusals = {};
        bool isShut = false;
    };

    [[nodiscard]] const Rate &rateOf(Role role) const;

    const RateLimits m_limits;
    const Clock &m_clock;
    std::unordered_map<transport::ConnectionId, Gate> m_gates;
};

} // namespace parterre::api
