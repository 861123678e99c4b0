// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/attack.h"

#include "shared/protocol/seatmap.h"
#include "tests/support/messages.h"

#include <QJsonDocument>

namespace parterre::testing {

using namespace std::chrono_literals;

namespace {

constexpr int kSmallReceiveBuffer = 2 * 1024;
// All from one address that is not the one honest clients have.
constexpr quint32 kHostileAddress = 0x7F000002; // 127.0.0.2

std::unique_ptr<RawWebSocketClient> connectTo(const Target &target)
{
    auto client = std::make_unique<RawWebSocketClient>(target.port, RawWebSocketClient::Options {.receiveBuffer = kSmallReceiveBuffer, .from = kHostileAddress});
    return client->isConnected() ? std::move(client) : nullptr;
}

std::unique_ptr<RawWebSocketClient> upgrade(const Target &target)
{
    auto client = connectTo(target);
    return client && client->shakeHands().startsWith("HTTP/1.1 101 ") ? std::move(client) : nullptr;
}

const QByteArray kHello = R"({"jsonrpc":"2.0","id":1,"method":"session.hello","params":{"protocol":[1,1],"client":"siege/1.0"}})";

QByteArray subscription(const Target &target, int id)
{
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"method":"seatmap.subscribe","params":{"event":")" + target.event.toString().toLatin1() + R"("}})";
}

std::unique_ptr<RawWebSocketClient> greet(const Target &target)
{
    auto client = upgrade(target);
    if (!client || !client->sendText(kHello) || !client->readFrame())
        return nullptr;
    return client;
}

// The answer stays unread: it is the first thing that the map is made of.
std::unique_ptr<RawWebSocketClient> watch(const Target &target)
{
    auto client = greet(target);
    return client && client->sendText(subscription(target, 2)) ? std::move(client) : nullptr;
}

// Sends these bytes in a circle, as much as the system takes now, and leaves the others their turn.
void flood(Attacker &attacker, const QByteArray &bytes)
{
    for (int turn = 0; turn < 16 && !attacker.ended; ++turn) {
        const qsizetype sent = attacker.client->sendSome(QByteArrayView(bytes).sliced(attacker.offset));
        attacker.ended = sent < 0;
        if (sent <= 0)
            return;
        attacker.offset = (attacker.offset + sent) % bytes.size();
    }
}

// Asks as fast as it can and never reads an answer.
Attack unread(const QByteArray &name, const QByteArray &method)
{
    const QByteArray requests = RawWebSocketClient::frame(1, R"({"jsonrpc":"2.0","id":3,"method":")" + method + R"("})").repeated(64);
    return {.name = name, .come = [](const Target &target, int) { return greet(target); }, .press = [requests](Attacker &attacker) { flood(attacker, requests); }};
}

} // namespace

namespace attacks {

Attack halfOpenHandshakes()
{
    const auto come = [](const Target &target, int number) {
        auto client = connectTo(target);
        const QByteArray request = RawWebSocketClient::request();
        if (client && number % 3 != 0)
            client->send(number % 3 == 1 ? request.left(request.size() / 2) : request.chopped(2));
        return client;
    };
    const auto press = [](Attacker &attacker) {
        if (attacker.number % 3 == 2)
            attacker.ended = attacker.client->sendSome("X-More: 1\r\n") < 0;
    };
    return {.name = "half-open handshakes", .come = come, .press = press, .pause = 1s};
}

Attack stalledReaders()
{
    return {.name = "stalled readers", .come = [](const Target &target, int) { return watch(target); }, .watches = true};
}

Attack slowReaders()
{
    const auto press = [](Attacker &attacker) { attacker.ended = !attacker.client->receiveSome(256); };
    return {.name = "slow readers", .come = [](const Target &target, int) { return watch(target); }, .press = press, .pause = 100ms, .watches = true};
}

Attack greedyStalledReaders()
{
    return unread("greedy stalled readers", "events.search");
}

Attack documentCollectors()
{
    return unread("document collectors", "rpc.discover");
}

Attack pingFlood()
{
    const QByteArray pings = RawWebSocketClient::frame(9, QByteArray(125, 'p')).repeated(1024);
    return {.name = "ping flood", .come = [](const Target &target, int) { return upgrade(target); }, .press = [pings](Attacker &attacker) { flood(attacker, pings); }};
}

Attack hugeFrames()
{
    const QByteArray frame = RawWebSocketClient::frame(1, QByteArray(10 * 1024 * 1024, 'x'));
    return {.name = "frames of 10 MB", .come = [](const Target &target, int) { return upgrade(target); }, .press = [frame](Attacker &attacker) { flood(attacker, frame); }};
}

Attack endlessFragments()
{
    const auto come = [](const Target &target, int) {
        auto client = upgrade(target);
        return client && client->send(RawWebSocketClient::frame(1, "x", false)) ? std::move(client) : nullptr;
    };
    const QByteArray more = RawWebSocketClient::frame(0, "x", false).repeated(4096);
    return {.name = "endless fragments", .come = come, .press = [more](Attacker &attacker) { flood(attacker, more); }};
}

Attack emptyFragments()
{
    Attack attack = endlessFragments();
    attack.name = "empty fragments";
    const QByteArray more = RawWebSocketClient::frame(0, {}, false).repeated(4096);
    attack.press = [more](Attacker &attacker) { flood(attacker, more); };
    return attack;
}

} // namespace attacks

Siege::Siege(Attack attack, const Target &target, int count) : m_attack(std::move(attack)), m_target(target)
{
    for (int number = 0; number < count; ++number) {
        if (auto client = m_attack.come(target, number))
            m_attackers.push_back({.client = std::move(client), .number = number});
        else
            ++m_refused;
    }
}

Siege::~Siege() = default;

void Siege::begin()
{
    if (m_attack.press)
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void Siege::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        bool busy = false;
        for (Attacker &attacker : m_attackers) {
            if (stop.stop_requested())
                return;
            if (!attacker.ended)
                m_attack.press(attacker);
            busy = busy || !attacker.ended;
        }
        // Full buffers need no asking a million times a second.
        std::this_thread::sleep_for(busy ? std::max<std::chrono::milliseconds>(m_attack.pause, 1ms) : 50ms);
    }
}

void Siege::rest()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void Siege::disperse()
{
    rest();
    m_attackers.clear();
}

std::map<Fate, int> Siege::fates(const std::vector<SeatState> &truth)
{
    rest();
    std::map<Fate, int> all;
    for (Attacker &attacker : m_attackers)
        ++all[fateOf(attacker, truth)];
    return all;
}

Fate Siege::fateOf(Attacker &attacker, const std::vector<SeatState> &truth) const
{
    constexpr int kLastId = 99;
    RawWebSocketClient &client = *attacker.client;
    // An answer shows that it is served. A snapshot may still follow it: that is sent once the queue is empty.
    if (m_attack.watches)
        client.sendText(R"({"jsonrpc":"2.0","id":99,"method":"session.ping"})");
    std::vector<SeatState> states;
    bool answered = false;
    while (const auto frame = client.readFrame()) {
        if (frame->opcode == 8)
            return Fate::Closed;
        const QJsonObject message = QJsonDocument::fromJson(frame->payload).object();
        const QJsonObject result = message.value(QLatin1StringView("result")).toObject();
        const QJsonObject params = message.value(QLatin1StringView("params")).toObject();
        answered = answered || message.value(QLatin1StringView("id")).toInt() == kLastId;
        if (const auto map = messageFrom<protocol::SeatmapSubscribeResult>(result, protocol::ReadMode::Strict))
            states = unpackSeatStates(map->states, map->seats).value_or(std::vector<SeatState>());
        const auto method = message.value(QLatin1StringView("method")).toString();
        if (method == QLatin1StringView(protocol::SeatmapSnapshot::kInfo.name)) {
            const auto snapshot = messageFrom<protocol::SeatmapSnapshotParams>(params, protocol::ReadMode::Strict);
            if (snapshot)
                states = unpackSeatStates(snapshot->states, static_cast<qint32>(truth.size())).value_or(std::vector<SeatState>());
        } else if (method == QLatin1StringView(protocol::SeatmapChanged::kInfo.name)) {
            const auto changes = messageFrom<protocol::SeatmapChangedParams>(params, protocol::ReadMode::Strict);
            for (const SeatChange &change : changes ? changes->changes : QList<SeatChange>()) {
                if (static_cast<std::size_t>(change.seat) < states.size())
                    states[static_cast<std::size_t>(change.seat)] = change.state;
            }
        }
        if (answered && states == truth)
            return Fate::InStep;
    }
    if (client.sawEnd())
        return Fate::Dropped;
    return answered ? Fate::OutOfStep : Fate::Lingers;
}

QByteArray describe(const std::map<Fate, int> &fates)
{
    static const std::map<Fate, QByteArray> words {{Fate::Closed, "closed"}, {Fate::Dropped, "dropped"}, {Fate::InStep, "in step"}, {Fate::OutOfStep, "OUT OF STEP"}, {Fate::Lingers, "LINGER"}};
    QByteArrayList parts;
    for (const auto &[fate, count] : fates)
        parts.append(QByteArray::number(count) + ' ' + words.at(fate));
    return parts.join(", ");
}

} // namespace parterre::testing
