// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerchecker.h"
#include "simmessage.h"

namespace parterre::simulation {

// One window of one buyer. It believes what it was told, late and doubled as that may be, and asks on that ground; its
// seat map is built from snapshots and the change feed alone.
class SimClient
{
public:
    SimClient(int number, HolderId session) : m_number(number), m_session(session) {}

    [[nodiscard]] HolderId session() const { return m_session; }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] int link() const { return m_link; }
    [[nodiscard]] qint64 mapRevision() const { return m_revision; }
    [[nodiscard]] const std::vector<SeatState> &map() const { return m_map; }
    [[nodiscard]] bool needsSnapshot() const { return m_gap; }

    [[nodiscard]] Message connectTo(HolderId session);  // its own session to resume it
    void disconnect() { m_connected = false; }
    // Something a buyer might do now; `lastKey` counts the idempotency keys of the whole run.
    [[nodiscard]] Message nextWish(SimRandom &random, int seats, quint64 &lastKey);
    [[nodiscard]] Message askSnapshot() const { return message(MessageKind::AskSnapshot); }

    // True when the seat map moved to another revision.
    bool receive(const Message &message);

private:
    [[nodiscard]] Message message(MessageKind kind) const
    {
        return {.kind = kind, .client = m_number, .session = m_session, .link = m_link};
    }
    [[nodiscard]] Message checkout(SimRandom &random, quint64 &lastKey);
    [[nodiscard]] Places someHeld(SimRandom &random) const;
    void hear(const Message &reply);
    bool apply(const SeatChanges &changes);

    int m_number;
    HolderId m_session;
    bool m_connected = false;
    int m_link = 0;
    std::map<qint32, qint64> m_holds;           // place -> version, as last heard
    std::vector<Message> m_unanswered;          // checkouts, to be repeated with the same key
    std::vector<quint64> m_bought;
    std::vector<SeatState> m_map;
    qint64 m_revision = -1;
    bool m_gap = true;
};

} // namespace parterre::simulation
