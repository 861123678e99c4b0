// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simclient.h"
#include "simserver.h"

namespace parterre::simulation {

struct SimOutcome {
    quint64 seed = 0;
    std::string failure = {};   // empty when every promise held
    std::string trace = {};     // every call and answer, the same for the same seed
    SimTally tally = {};
};

// One run: buyers, network, server, ledger and store, with everything that happens decided by the seed. First trouble,
// then a quiet end in which all of it has to come to rest.
class LedgerWorld
{
public:
    LedgerWorld(quint64 seed, const LedgerFactory &factory, Judge judge = Judge::PromisesAndModel);

    [[nodiscard]] SimOutcome run();

private:
    void stepOnce();
    void deliverNext();
    void wish(SimClient &client);
    void breakLink(SimClient &client);
    void reconnect(SimClient &client);
    void stepClock();
    void restart();
    void askStaff();
    void comeToRest();
    void checkMap(const SimClient &client);
    [[nodiscard]] SimClient &someClient() { return m_clients[static_cast<std::size_t>(m_random.below(m_scenario.clients))]; }
    [[nodiscard]] HolderId newSession() { return HolderId(++m_lastSession); }

    SimRandom m_random;
    SimScenario m_scenario;
    quint64 m_seed;
    Tick m_now {std::chrono::milliseconds(1'000)};
    LedgerNetwork m_network;
    SimStore m_store;
    LedgerChecker m_ledger;
    SimServer m_server;
    std::vector<SimClient> m_clients;
    quint64 m_lastSession = 0;
    quint64 m_lastKey = 0;
};

// The ledger as it is.
[[nodiscard]] std::unique_ptr<LedgerPort> trueLedger(const LedgerStart &start);

} // namespace parterre::simulation
