// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerport.h"
#include "simrandom.h"

#include <map>

namespace parterre::simulation {

enum class MessageKind {
    Hello, Acquire, Release, Extend, Checkout, Cancel, LogOut, AskSnapshot,    // client to server
    Reply, Changes, Snapshot,                                                  // server to client
    LinkLost, StoreAnswered, StoreLookUp, CancelWritten,                       // inside the server
};

// One message of any kind; each uses the fields it needs.
struct Message {
    MessageKind kind = MessageKind::Hello;
    int client = -1;
    HolderId session = ledger::kNobody;
    int link = 0;               // connection of the client, or start of the server, it belongs to
    quint64 key = 0;
    MessageKind about = MessageKind::Hello; // what a Reply answers
    Places places = {};
    std::vector<Fence> fences = {};
    Answer answer = {};
    SeatChanges changes = {};
    std::vector<SeatState> states = {};
    bool done = false;          // StoreAnswered: the store said so
    bool unknown = false;       // StoreAnswered: the store said nothing
};

struct NetworkFaults {
    int lostPercent = 0;
    int twicePercent = 0;
    int latePercent = 0;
    std::chrono::milliseconds latest {0};
};

// Everything under way, in order of arrival. Messages between client and server are lost, doubled, late and so
// reordered as the faults say; those inside the server only take their time.
class SimNetwork
{
public:
    explicit SimNetwork(SimRandom &random) : m_random(random) {}

    void setFaults(const NetworkFaults &faults) { m_faults = faults; }
    void send(const Message &message, Tick now)
    {
        if (m_random.chance(m_faults.lostPercent))
            return;
        put(message, now + travel());
        if (m_random.chance(m_faults.twicePercent))
            put(message, now + travel());
    }
    void put(const Message &message, Tick due) { m_messages[{due, ++m_serial}] = message; }

    [[nodiscard]] bool isEmpty() const { return m_messages.empty(); }
    [[nodiscard]] Tick nextDue() const { return m_messages.begin()->first.first; }
    [[nodiscard]] Message takeNext()
    {
        const auto first = m_messages.begin();
        Message message = first->second;
        m_messages.erase(first);
        return message;
    }

private:
    [[nodiscard]] std::chrono::milliseconds travel()
    {
        const auto usual = m_random.within(std::chrono::milliseconds(40));
        return m_random.chance(m_faults.latePercent) ? usual + m_random.within(m_faults.latest) : usual;
    }

    SimRandom &m_random;
    NetworkFaults m_faults;
    std::map<std::pair<Tick, quint64>, Message> m_messages;
    quint64 m_serial = 0;
};

} // namespace parterre::simulation
