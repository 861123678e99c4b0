// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/domain/seatstate.h"
#include "tests/unit/backend/rawwebsocketclient.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace parterre::testing {

// Where an attack goes, and what it needs to know of the house.
struct Target {
    quint16 port = 0;
    EventId event = {};
};

// One hostile connection.
struct Attacker {
    std::unique_ptr<RawWebSocketClient> client;
    int number = 0;
    qsizetype offset = 0; // of the bytes it sends over and over
    bool ended = false;   // by the server, as far as it has noticed
};

// What became of attackers.
enum class Fate {
    Closed,    // told so, with a close code or an HTTP answer
    Dropped,   // without a word
    InStep,    // served still, and its seat map is the true one
    OutOfStep, // served still, with a wrong seat map: a defect
    Lingers,   // neither served nor ended
};

// A kind of misbehaviour, as data: how its connections begin, and what each does again and again.
struct Attack {
    QByteArray name;
    std::function<std::unique_ptr<RawWebSocketClient>(const Target &, int number)> come;
    std::function<void(Attacker &)> press = {}; // nothing: it just stays
    std::chrono::milliseconds pause {0};        // between two rounds of presses
    bool watches = false;                       // has a seat map, and can be asked whether it is right
};

namespace attacks {
// Connections that never finish their HTTP request: nothing at all, half a head, a header line every second.
[[nodiscard]] Attack halfOpenHandshakes();
// Watch an event and never read.
[[nodiscard]] Attack stalledReaders();
// Watch an event and read less than is sent.
[[nodiscard]] Attack slowReaders();
// Search as fast as they can and never read an answer.
[[nodiscard]] Attack greedyStalledReaders();
// The same with the largest answer there is, the document of all methods.
[[nodiscard]] Attack documentCollectors();
// Pings as fast as they go, pongs unread.
[[nodiscard]] Attack pingFlood();
// Announce a frame of 10 MB and send it.
[[nodiscard]] Attack hugeFrames();
// One message of small fragments, without an end.
[[nodiscard]] Attack endlessFragments();
// The same with nothing in them.
[[nodiscard]] Attack emptyFragments();
}

// An attack under way, on a thread of its own.
class Siege
{
public:
    // Connects them all; blocks until that is done.
    Siege(Attack attack, const Target &target, int count);
    ~Siege();
    Q_DISABLE_COPY_MOVE(Siege)

    void begin();
    // Blocks until the attackers do nothing more. Their connections stay.
    void rest();
    // How many were turned away at the door.
    [[nodiscard]] int refused() const { return m_refused; }
    // What became of each, once they rest; the seat map is compared to `truth`. Attackers whose end is still to come are
    // waited for.
    [[nodiscard]] std::map<Fate, int> fates(const std::vector<SeatState> &truth);
    // Everybody leaves.
    void disperse();

private:
    void run(const std::stop_token &stop);
    [[nodiscard]] Fate fateOf(Attacker &attacker, const std::vector<SeatState> &truth) const;

    const Attack m_attack;
    const Target m_target;
    int m_refused = 0;
    std::vector<Attacker> m_attackers;
    std::jthread m_thread;
};

[[nodiscard]] QByteArray describe(const std::map<Fate, int> &fates);

} // namespace parterre::testing
