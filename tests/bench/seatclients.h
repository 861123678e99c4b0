// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/domain/seatstate.h"
#include "tests/bench/wsswarm.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace parterre::bench {

// What came back for one call.
struct CallAnswer {
    qint64 id = -1;
    bool ok = false;
    std::string_view body = {}; // the result, or the error
};

// The seat map of one event as the messages of a subscription describe it. Every watcher gets the same bytes, so the
// first to get them reads them and the others only compare.
class SharedSeatMap
{
public:
    struct Change {
        qint64 from = 0;
        qint64 to = 0;
        std::vector<SeatChange> seats = {};
    };

    void start(std::vector<SeatState> states, qint64 revision);
    // To the states of a seatmap.snapshot.
    void jump(std::string_view params, qint64 revision);
    // The change that the params of a seatmap.changed tell. Ends the program when they are not as the contract says, or
    // when two clients are told different things about one revision.
    const Change &read(std::string_view params);
    [[nodiscard]] const std::vector<SeatState> &states() const { return m_states; }
    [[nodiscard]] qint64 revision() const { return m_revision; }

private:
    std::string m_text;
    Change m_change;
    std::vector<SeatState> m_states;
    qint64 m_revision = 0;
};

// Many clients of a Parterre server: greets, signs in as guests, watches one event, and turns calls into answers. What
// the server says is checked: no answer may be lost, unknown or doubled, and every watcher's map must be the truth.
class SeatClients : private WsSwarm::Listener
{
public:
    using OnAnswer = std::function<void(int client, const CallAnswer &answer, LoadTime now)>;
    using OnChange = std::function<void(int client, const SharedSeatMap::Change &change, LoadTime now)>;

    SeatClients(quint16 port, const EventId &event);

    // Connect and say hello; answers the number of the first.
    int connectMore(int count);
    void signInAll(int first, int count); // as guests
    void watchAll(int first, int count);

    void setOnAnswer(OnAnswer onAnswer) { m_onAnswer = std::move(onAnswer); }
    void setOnChange(OnChange onChange) { m_onChange = std::move(onChange); }

    // Each answers the number of its call.
    qint64 ping(int client);
    qint64 hold(int client, qint32 place) { return call(client, "holds.acquire", placeParams(place)); }
    qint64 release(int client, qint32 place) { return call(client, "holds.release", placeParams(place)); }
    qint64 checkout(int client, qint32 place);
    qint64 subscribe(int client) { return call(client, "seatmap.subscribe", m_eventParams); }
    qint64 call(int client, std::string_view method, std::string_view params);
    // A call for each of the places, all of which arrive together.
    void callTogether(int client, const std::vector<qint32> &places, std::string_view method);

    [[nodiscard]] WsSwarm &swarm() { return m_swarm; }
    [[nodiscard]] const WsSwarm &swarm() const { return m_swarm; }
    [[nodiscard]] const SharedSeatMap &map() const { return m_map; }
    [[nodiscard]] qint64 outstanding() const { return m_outstanding; }
    [[nodiscard]] std::size_t requestBytes() const { return m_lastRequest.size(); }
    [[nodiscard]] qint64 resyncs() const { return m_resyncs; } // snapshots sent to watchers that read too slowly
    [[nodiscard]] std::string_view lastChangeText() const { return m_lastChangeText; }
    // Waits until every watcher has reached the revision of a fresh subscription, and compares the maps.
    void verifyMaps();
    // A subscription's states, freshly asked for.
    [[nodiscard]] std::vector<SeatState> freshStates(qint64 *revision = nullptr);

private:
    void onText(int client, std::string_view text, LoadTime now) override;
    void onNotification(int client, std::string_view text, LoadTime now);
    [[nodiscard]] std::string placeParams(qint32 place) const;
    // One call of each of the clients, and all their answers.
    void callAll(int first, int count, const std::function<void(int client)> &call, const OnAnswer &onAnswer = {});
    [[nodiscard]] std::vector<SeatState> statesOf(std::string_view result, qint64 &revision) const;

    WsSwarm m_swarm;
    const std::string m_eventText;
    const std::string m_eventParams;
    OnAnswer m_onAnswer;
    OnChange m_onChange;
    qint64 m_lastCall = 0;
    qint64 m_outstanding = 0;
    qint64 m_resyncs = 0;
    std::string m_lastRequest;
    std::string m_lastChangeText;
    SharedSeatMap m_map;
    std::vector<qint64> m_revisions; // by client; -1: does not watch
};

// The value of a member of the object, as it is written; empty when there is none. Reads no deeper.
[[nodiscard]] std::string_view jsonMember(std::string_view object, std::string_view key);

} // namespace parterre::bench
