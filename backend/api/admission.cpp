// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/admission.h"

#include "shared/protocol/limits.h"

namespace parterre::api {

namespace {

Error rateLimited(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return {.code = ErrorCode::RateLimited, .retryAfterSeconds = static_cast<int>(std::max<std::int64_t>(1, seconds))};
}

}

std::shared_ptr<LinkMeter> Admission::open(transport::ConnectionId connection)
{
    return m_gates[connection].meter;
}

void Admission::close(transport::ConnectionId connection)
{
    m_gates.erase(connection);
}

bool Admission::isOpen(transport::ConnectionId connection) const
{
    const auto gate = m_gates.find(connection);
    return gate != m_gates.end() && !gate->second.isShut;
}

std::optional<Error> Admission::refuse(transport::ConnectionId connection, int calls)
{
    Gate &gate = m_gates.at(connection);
    if (const auto wait = gate.calls.take(rateOf(gate.meter->role), m_clock.steadyNow(), calls))
        return rateLimited(*wait);
    if (gate.meter->outstanding + calls > protocol::kMaxRequestsInFlight)
        return Error {.code = ErrorCode::Overloaded, .limit = protocol::kMaxRequestsInFlight, .retryAfterSeconds = 1};
    return std::nullopt;
}

bool Admission::exhausts(transport::ConnectionId connection)
{
    Gate &gate = m_gates.at(connection);
    gate.isShut = gate.refusals.take(m_limits.refused, m_clock.steadyNow()).has_value();
    return gate.isShut;
}

void Admission::handOver(transport::ConnectionId connection, int calls)
{
    m_gates.at(connection).meter->outstanding += calls;
}

const Rate &Admission::rateOf(Role role) const
{
    return kCounter.testFlag(role) ? m_limits.counter : role == Role::Anonymous ? m_limits.anonymous : m_limits.signedIn;
}

} // namespace parterre::api
