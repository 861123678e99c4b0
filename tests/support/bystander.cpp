// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bystander.h"

#include <algorithm>
#include <cmath>

namespace parterre::testing {

using namespace Qt::StringLiterals;

Bystander::Bystander(quint16 port, const EventId &event) : m_client(port), m_event(event)
{
    static_cast<void>(m_client.call(u"session.hello"_s, RawRpcClient::helloParams()));
    if (const WireReply in = m_client.call(u"auth.guest"_s, {{u"name"_s, u"Betty Bystander"_s}}); !in.ok())
        qFatal("the bystander could not come in: %s", QJsonDocument(in.error).toJson().constData());
}

bool Bystander::call()
{
    const QJsonObject place = placesOf(m_event, {m_calls / 2 % TestHouse::kSeats});
    const bool holds = m_calls++ % 2 == 0;
    return m_client.call(holds ? u"holds.acquire"_s : u"holds.release"_s, place).ok();
}

double Bystander::percentile(double part) const
{
    if (m_latencies.empty())
        return 0;
    std::vector<double> sorted = m_latencies;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

} // namespace parterre::testing
