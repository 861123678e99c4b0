// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerchecker.h"
#include "simmessage.h"
#include "simscenario.h"
#include "simstore.h"

namespace parterre::simulation {

// What happened in a run, to see that runs are not too tame.
struct SimTally {
    int grants = 0, sales = 0, cancels = 0, failedStores = 0, unknownStores = 0, restarts = 0, losses = 0, returns = 0;
    int logOuts = 0, blocks = 0, blockedHeld = 0, mapMoves = 0;
    std::map<ErrorCode, int> refusals = {};

    void add(const SimTally &other);
};

// The box office between the network, the ledger and the store, as small as it can be and still be one: sessions with
// grace, sales through freeze, store, commit or thaw, idempotency by key, start from the store.
class SimServer
{
public:
    SimServer(SimRandom &random, LedgerNetwork &network, SimStore &store, LedgerChecker &ledger, const SimScenario &scenario);

    void start();
    void handle(const Message &message, Tick now);
    void broadcast(Tick now);
    void block(const Places &places, Tick now);
    void unblock(const Places &places, Tick now);
    void stopFailing() { m_failing = false; }

    // I7: what the ledger calls sold has a live ticket, and the other way round, but for writes under way. I8: what is blocked
    // in the store is not free.
    void compareWithStore();
    [[nodiscard]] bool isQuiet() const { return m_selling.empty() && m_cancelling.empty(); }
    [[nodiscard]] const SimTally &tally() const { return m_tally; }
    [[nodiscard]] SimTally &tally() { return m_tally; }

private:
    struct Session {
        int client = -1;
        int link = 0;
        bool loggedOut = false;
    };

    void onRequest(const Message &message, Tick now);
    void onHello(const Message &hello, Tick now);
    void onLinkLost(const Message &message, Tick now);
    void onAcquire(const Message &request, Tick now);
    void onCheckout(const Message &request, Tick now);
    void onStoreAnswered(const Message &message, Tick now);
    void onStoreLookUp(const Message &message, Tick now);
    void onCancel(const Message &request, Tick now);
    void onCancelWritten(const Message &message, Tick now);
    void settle(quint64 key, bool sold, Tick now);
    void reply(const Message &request, const Answer &answer, Tick now);

    SimRandom &m_random;
    LedgerNetwork &m_network;
    SimStore &m_store;
    LedgerChecker &m_ledger;
    const SimScenario &m_scenario;
    bool m_failing = true;
    int m_starts = 0;
    std::map<HolderId, Session> m_sessions;
    std::map<quint64, Message> m_selling;      // key -> the checkout, while the store is at it
    std::map<quint64, Places> m_cancelling;    // key -> what the store has freed and the ledger not yet
    SimTally m_tally;
};

} // namespace parterre::simulation
