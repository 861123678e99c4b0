// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/seatmover.h"

#include "tests/integration/rawrpcclient.h"

#include "shared/domain/role.h"

#include <numeric>

namespace parterre::testing {

using namespace Qt::StringLiterals;

SeatMover::SeatMover(quint16 port, const EventId &event, int seatsAtOnce)
    : m_port(port), m_event(event), m_seatsAtOnce(seatsAtOnce), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

SeatMover::~SeatMover() = default;

std::vector<SeatState> SeatMover::stop()
{
    m_thread.request_stop();
    m_thread.join();
    return m_last;
}

void SeatMover::run(const std::stop_token &stop)
{
    constexpr std::chrono::milliseconds kTick {25};
    m_client = std::make_unique<RawRpcClient>(m_port);
    RawRpcClient &client = *m_client;
    static_cast<void>(client.call(u"session.hello"_s, RawRpcClient::helloParams()));
    static_cast<void>(client.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}));
    auto due = std::chrono::steady_clock::now();
    for (int turn = 0; turn % 2 == 1 || !stop.stop_requested(); ++turn) {
        std::this_thread::sleep_until(due);
        due += kTick;
        // The same seats are released next time; then come the next ones.
        QList<qint32> places(m_seatsAtOnce);
        std::iota(places.begin(), places.end(), turn / 2 * m_seatsAtOnce % (TestHouse::kSeats - m_seatsAtOnce));
        const WireReply moved = client.call(turn % 2 == 0 ? u"holds.acquire"_s : u"holds.release"_s, placesOf(m_event, places));
        if (!moved.ok())
            qFatal("the mover was refused: %s", QJsonDocument(moved.error).toJson().constData());
        m_changes += m_seatsAtOnce;
    }
    // It keeps some, so that the last map is unlike the first.
    QList<qint32> kept;
    for (qint32 place = 3; place < TestHouse::kSeats; place += 11)
        kept.append(place);
    if (!client.call(u"holds.acquire"_s, placesOf(m_event, kept)).ok())
        qFatal("the mover could not keep its seats");
    const WireReply map = client.call(u"seatmap.subscribe"_s, {{u"event"_s, m_event.toString()}});
    m_last = unpackSeatStates(map.at(u"states"_s).toString().toLatin1(), map.at(u"seats"_s).toInt()).value_or(std::vector<SeatState>());
    if (m_last.empty())
        qFatal("the mover does not see the house");
}

} // namespace parterre::testing
