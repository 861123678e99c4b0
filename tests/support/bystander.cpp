// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bystander.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

Bystander::Bystander(quint16 port, const EventId &event, std::chrono::milliseconds pace) : m_client(port), m_event(event), m_pace(pace)
{
    static_cast<void>(m_client.call(u"session.hello"_s, RawRpcClient::helloParams()));
    if (const WireReply in = m_client.call(u"auth.guest"_s, {{u"name"_s, u"Betty Bystander"_s}}); !in.ok())
        qFatal("the bystander could not come in: %s", QJsonDocument(in.error).toJson().constData());
}

bool Bystander::call()
{
    const QJsonObject place = placesOf(m_event, {m_calls / 2 % TestHouse::kSeats});
    const bool holds = m_calls++ % 2 == 0;
    const WireReply reply = m_client.call(holds ? u"holds.acquire"_s : u"holds.release"_s, place);
    if (!reply.ok())
        qWarning("the bystander's call was refused: %s", QJsonDocument(reply.error).toJson(QJsonDocument::Compact).constData());
    return reply.ok();
}

} // namespace parterre::testing
