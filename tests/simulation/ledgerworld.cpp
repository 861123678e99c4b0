// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerworld.h"

namespace parterre::simulation {

using namespace std::chrono_literals;

namespace {

// Longer than any message, store answer, grace and hold of any scenario together.
constexpr auto kLongestRest = 60s;
constexpr int kMostRestSteps = 5'000;

} // namespace

std::unique_ptr<LedgerPort> trueLedger(const LedgerStart &start)
{
    return std::make_unique<LedgerPort>(start);
}

LedgerWorld::LedgerWorld(quint64 seed, const LedgerFactory &factory, Judge judge)
    : m_random(seed),
      m_scenario(SimScenario::draw(m_random)),
      m_seed(seed),
      m_network(m_random),
      m_ledger(factory, judge),
      m_server(m_random, m_network, m_store, m_ledger, m_scenario)
{
    m_network.setFaults(m_scenario.faults);
    for (int number = 0; number < m_scenario.clients; ++number)
        m_clients.emplace_back(number, newSession());
}

SimOutcome LedgerWorld::run()
{
    m_server.start();
    for (SimClient &client : m_clients)
        reconnect(client);
    for (int step = 0; step < m_scenario.steps && !m_ledger.failed(); ++step) {
        stepOnce();
        m_server.compareWithStore();
    }
    if (!m_ledger.failed())
        comeToRest();
    return {.seed = m_seed, .failure = m_ledger.failure(), .trace = m_ledger.trace(), .tally = m_server.tally()};
}

void LedgerWorld::stepOnce()
{
    if (m_random.below(1'000) < m_scenario.restartPerMille)
        return restart();
    const int what = m_random.below(100);
    if (what < 64)
        return deliverNext();
    if (what < 86)
        return wish(someClient());
    if (what < 88)
        return breakLink(someClient());
    if (what < 93)
        return stepClock();
    if (what < 95)
        return m_ledger.expire(m_now);
    if (what < 99)
        return m_server.broadcast(m_now);
    askStaff();
}

void LedgerWorld::deliverNext()
{
    if (m_network.isEmpty())
        return;
    m_now = std::max(m_now, m_network.nextDue());
    const Message message = m_network.takeNext();
    const bool toClient = message.kind == MessageKind::Reply || message.kind == MessageKind::Changes || message.kind == MessageKind::Snapshot;
    if (!toClient) {
        // A thread that was held up between reading the clock and calling: its `now` is behind the latest one.
        m_server.handle(message, m_random.chance(3) ? m_now - m_random.within(30ms) : m_now);
        return;
    }
    SimClient &client = m_clients[static_cast<std::size_t>(message.client)];
    if (client.receive(message)) {
        ++m_server.tally().mapMoves;
        checkMap(client);
    }
}

// P6: the map a client built from snapshot and feed is the ledger at that revision.
void LedgerWorld::checkMap(const SimClient &client)
{
    const auto *expected = m_ledger.statesAt(client.mapRevision());
    if (!expected || *expected != client.map())
        m_ledger.fail("P6: a client's seat map is not the ledger's at its revision");
}

void LedgerWorld::wish(SimClient &client)
{
    if (!client.isConnected())
        return reconnect(client);
    if (client.needsSnapshot() && m_random.chance(50))
        return m_network.send(client.askSnapshot(), m_now);
    const Message message = client.nextWish(m_random, m_scenario.seats, m_lastKey);
    m_network.send(message, m_now);
    if (message.kind == MessageKind::LogOut)
        m_network.send(client.connectTo(newSession()), m_now);
}

void LedgerWorld::breakLink(SimClient &client)
{
    if (!client.isConnected())
        return;
    client.disconnect();
    // The server may notice late, even after the client is back, and more than once: the socket says so, and the missing pong does.
    for (int n = m_random.chance(20) ? 2 : 1; n > 0; --n)
        m_network.put({.kind = MessageKind::LinkLost, .session = client.session(), .link = client.link()}, m_now + m_random.within(500ms));
}

void LedgerWorld::reconnect(SimClient &client)
{
    m_network.send(client.connectTo(m_random.chance(80) ? client.session() : newSession()), m_now);
}

// Where mistakes live: exactly onto a deadline, one millisecond before it, one after.
void LedgerWorld::stepClock()
{
    const auto next = m_ledger.seats().nextDeadline();
    if (!next || m_random.chance(30)) {
        m_now += m_random.within(m_random.chance(20) ? 3'000ms : 200ms);
        return;
    }
    m_now = std::max(m_now, *next + std::chrono::milliseconds(m_random.between(-1, 1)));
    if (m_random.chance(50))
        m_ledger.expire(m_now);
}

void LedgerWorld::restart()
{
    ++m_server.tally().restarts;
    for (SimClient &client : m_clients)
        client.disconnect();
    m_server.start();
    for (SimClient &client : m_clients) {
        if (m_random.chance(70))
            reconnect(client);
    }
}

void LedgerWorld::askStaff()
{
    Places places;
    for (int n = m_random.between(1, 2); n > 0; --n)
        places.push_back(m_random.below(m_scenario.seats));
    if (m_random.chance(40))
        m_server.block(places, m_now);
    else
        m_server.unblock(places, m_now);
}

// ---- The quiet end ---------------------------------------------------------------------------------------------------

void LedgerWorld::comeToRest()
{
    m_ledger.note("rest");
    m_network.setFaults({});
    m_server.stopFailing();
    const Tick began = m_now;
    for (int step = 0; step < kMostRestSteps && !m_ledger.failed(); ++step) {
        const auto next = m_ledger.seats().nextDeadline();
        if (!m_network.isEmpty() && (!next || m_network.nextDue() <= *next)) {
            deliverNext();
        } else if (next) {
            m_now = std::max(m_now, *next);
            m_ledger.expire(m_now);
        } else {
            break;
        }
        m_server.compareWithStore();
    }
    if (m_ledger.failed())
        return;
    if (!m_server.isQuiet() || m_ledger.seats().count(SeatState::Held) != 0 || m_now - began > kLongestRest)
        return m_ledger.fail("liveness: faults stopped and not every request and hold came to its end");

    for (SimClient &client : m_clients)
        reconnect(client);
    while (!m_network.isEmpty())
        deliverNext();
    m_server.broadcast(m_now);
    while (!m_network.isEmpty())
        deliverNext();
    for (SimClient &client : m_clients)
        m_network.send(client.askSnapshot(), m_now);
    while (!m_network.isEmpty() && !m_ledger.failed())
        deliverNext();
    for (const SimClient &client : m_clients) {
        if (!std::equal(client.map().begin(), client.map().end(), m_ledger.seats().states().begin(), m_ledger.seats().states().end()))
            m_ledger.fail("P6: at rest a client's seat map is not the ledger's");
    }
}

} // namespace parterre::simulation
