// SPDX-License-Identifier: GPL-3.0-or-later
#include "simserver.h"

namespace parterre::simulation {

namespace {

// The client that may hold what is blocked.
constexpr int kStaff = 0;

}

void SimTally::add(const SimTally &other)
{
    grants += other.grants;
    sales += other.sales;
    cancels += other.cancels;
    failedStores += other.failedStores;
    unknownStores += other.unknownStores;
    restarts += other.restarts;
    losses += other.losses;
    returns += other.returns;
    logOuts += other.logOuts;
    blocks += other.blocks;
    blockedHeld += other.blockedHeld;
    mapMoves += other.mapMoves;
    for (const auto &[code, count] : other.refusals)
        refusals[code] += count;
}

SimServer::SimServer(SimRandom &random, LedgerNetwork &network, SimStore &store, LedgerChecker &ledger, const SimScenario &scenario)
    : m_random(random), m_network(network), m_store(store), m_ledger(ledger), m_scenario(scenario)
{
}

void SimServer::start()
{
    ++m_starts;
    m_sessions.clear();
    m_selling.clear();
    m_cancelling.clear();
    const Places sold = m_store.livePlaces();
    const Places blocked = m_store.blockedPlaces();
    m_ledger.start({.seats = m_scenario.seats, .rules = m_scenario.rules, .epoch = static_cast<quint32>(m_starts), .sold = sold, .blocked = blocked});
}

void SimServer::handle(const Message &message, Tick now)
{
    switch (message.kind) {
    case MessageKind::Hello:
        return onHello(message, now);
    case MessageKind::LinkLost:
        return onLinkLost(message, now);
    case MessageKind::StoreAnswered:
        return onStoreAnswered(message, now);
    case MessageKind::StoreLookUp:
        return onStoreLookUp(message, now);
    case MessageKind::CancelWritten:
        return onCancelWritten(message, now);
    default:
        return onRequest(message, now);
    }
}

// ---- Sessions --------------------------------------------------------------------------------------------------------

void SimServer::onHello(const Message &hello, Tick now)
{
    Session &session = m_sessions[hello.session];
    if (session.loggedOut || hello.link <= session.link)
        return; // a doubled or late one
    session.client = hello.client;
    session.link = hello.link;
    m_ledger.holderBack(hello.session, now);
    ++m_tally.returns;
}

void SimServer::onLinkLost(const Message &message, Tick now)
{
    const auto session = m_sessions.find(message.session);
    if (session == m_sessions.end() || session->second.link != message.link)
        return; // it has a newer connection already
    m_ledger.holderLost(message.session, now, m_scenario.grace);
    ++m_tally.losses;
}

void SimServer::onRequest(const Message &request, Tick now)
{
    const auto session = m_sessions.find(request.session);
    if (session == m_sessions.end() || session->second.loggedOut)
        return;
    switch (request.kind) {
    case MessageKind::Acquire:
        return onAcquire(request, now);
    case MessageKind::Release:
        return reply(request, m_ledger.release(request.session, request.places, now), now);
    case MessageKind::Extend:
        return reply(request, m_ledger.extend(request.session, request.places, now), now);
    case MessageKind::Checkout:
        return onCheckout(request, now);
    case MessageKind::Cancel:
        return onCancel(request, now);
    case MessageKind::LogOut:
        m_ledger.releaseAll(request.session, now);
        session->second.loggedOut = true;
        ++m_tally.logOuts;
        return;
    case MessageKind::AskSnapshot: {
        Message snapshot {.kind = MessageKind::Snapshot, .client = request.client, .link = request.link};
        snapshot.states.assign(m_ledger.seats().states().begin(), m_ledger.seats().states().end());
        snapshot.changes.to = m_ledger.seats().revision();
        return m_network.send(snapshot, now);
    }
    default:
        return;
    }
}

void SimServer::onAcquire(const Message &request, Tick now)
{
    Places blocked = request.places;
    std::erase_if(blocked, [this](qint32 place) { return !m_ledger.seats().contains(place) || m_ledger.seats().stateOf(place) != SeatState::Blocked; });
    const Answer answer = request.client == kStaff ? m_ledger.acquireBlocked(request.session, request.places, m_scenario.maxHeld, now)
                                                   : m_ledger.acquire(request.session, request.places, m_scenario.maxHeld, now);
    m_tally.blockedHeld += answer.ok() ? static_cast<int>(blocked.size()) : 0;
    reply(request, answer, now);
}

void SimServer::reply(const Message &request, const Answer &answer, Tick now)
{
    if (answer.refusal)
        ++m_tally.refusals[*answer.refusal];
    m_tally.grants += static_cast<int>(answer.grants.size());
    m_network.send({.kind = MessageKind::Reply, .client = request.client, .link = request.link, .key = request.key, .about = request.kind,
                    .places = request.places, .fences = request.fences, .answer = answer}, now);
}

void SimServer::broadcast(Tick now)
{
    if (!m_ledger.seats().hasChanges())
        return;
    const SeatChanges changes = m_ledger.takeChanges();
    for (const auto &[holder, session] : m_sessions)
        m_network.send({.kind = MessageKind::Changes, .client = session.client, .link = session.link, .changes = changes}, now);
}

// ---- Selling ---------------------------------------------------------------------------------------------------------

void SimServer::onCheckout(const Message &request, Tick now)
{
    if (m_selling.contains(request.key))
        return; // its answer will come
    if (m_store.knows(request.key))
        return reply(request, {}, now);
    const Answer frozen = m_ledger.freeze(request.session, request.fences, now, request.key);
    if (!frozen.ok())
        return reply(request, frozen, now);
    m_selling[request.key] = request;

    const bool fails = m_failing && m_random.chance(m_scenario.storeFailsPercent);
    const bool unknown = m_failing && m_random.chance(m_scenario.storeUnknownPercent);
    // What the store really did: with an unknown outcome, either.
    const bool written = unknown ? m_random.chance(50) : !fails;
    Places places;
    for (const Fence &fence : request.fences) {
        if (std::find(places.begin(), places.end(), fence.place) == places.end())
            places.push_back(fence.place);
    }
    if (written && !m_store.sell(request.key, places))
        m_ledger.fail("P1: a seat was about to be sold twice");
    const auto duration = m_random.chance(20) ? m_random.within(m_scenario.storeSlowest) : m_random.within(std::chrono::milliseconds(20));
    m_network.put({.kind = MessageKind::StoreAnswered, .link = m_starts, .key = request.key, .done = written, .unknown = unknown}, now + duration);
}

void SimServer::onStoreAnswered(const Message &message, Tick now)
{
    if (message.link != m_starts)
        return; // it was for the server that went down
    if (!message.unknown) {
        m_tally.failedStores += message.done ? 0 : 1;
        return settle(message.key, message.done, now);
    }
    ++m_tally.unknownStores;
    Message lookUp = message;
    lookUp.kind = MessageKind::StoreLookUp;
    m_network.put(lookUp, now + m_random.within(std::chrono::milliseconds(1'000)));
}

void SimServer::onStoreLookUp(const Message &message, Tick now)
{
    if (message.link != m_starts)
        return;
    if (m_failing && m_random.chance(30)) // still not to be reached
        return m_network.put(message, now + m_random.within(std::chrono::milliseconds(1'000)));
    settle(message.key, m_store.knows(message.key), now);
}

void SimServer::settle(quint64 key, bool sold, Tick now)
{
    const Message request = m_selling.at(key);
    m_selling.erase(key);
    const Answer answer = sold ? m_ledger.commit(key, now) : m_ledger.thaw(key, now);
    if (!answer.ok())
        m_ledger.fail("a checkout under way could not be ended");
    m_tally.sales += sold ? 1 : 0;
    if (m_random.chance(10)) // a doubled end changes nothing
        m_random.chance(50) ? m_ledger.commit(key, now) : m_ledger.thaw(key, now);
    reply(request, sold ? Answer {} : Answer {.refusal = ErrorCode::StorageUnavailable}, now);
}

void SimServer::onCancel(const Message &request, Tick now)
{
    if (m_selling.contains(request.key) || (m_failing && m_random.chance(m_scenario.storeFailsPercent)))
        return;
    const Places freed = m_store.cancel(request.key);
    if (freed.empty())
        return;
    m_cancelling[request.key] = freed;
    m_network.put({.kind = MessageKind::CancelWritten, .link = m_starts, .key = request.key}, now + m_random.within(std::chrono::milliseconds(20)));
}

void SimServer::onCancelWritten(const Message &message, Tick now)
{
    if (message.link != m_starts)
        return;
    const Places freed = m_cancelling.at(message.key);
    m_cancelling.erase(message.key);
    if (!m_ledger.freeSold(freed, now).ok())
        m_ledger.fail("a cancelled seat was not sold");
    ++m_tally.cancels;
    if (m_random.chance(10))
        m_ledger.freeSold(freed, now);
}

// ---- Staff and checks ------------------------------------------------------------------------------------------------

void SimServer::block(const Places &places, Tick now)
{
    if (m_ledger.block(places, now).ok()) {
        m_store.block(places);
        ++m_tally.blocks;
    }
}

void SimServer::unblock(const Places &places, Tick now)
{
    if (m_ledger.unblock(places, now).ok())
        m_store.unblock(places);
}

void SimServer::compareWithStore()
{
    std::set<qint32> underWay;
    for (const auto &[key, request] : m_selling) {
        for (const Fence &fence : request.fences)
            underWay.insert(fence.place);
    }
    for (const auto &[key, places] : m_cancelling)
        underWay.insert(places.begin(), places.end());
    for (qint32 place = 0; place < m_scenario.seats; ++place) {
        const bool sold = m_ledger.seats().stateOf(place) == SeatState::Sold;
        if (sold != m_store.isLive(place) && !underWay.contains(place))
            m_ledger.fail("I7: ledger and store differ about who owns place " + std::to_string(place));
        if (m_store.isBlocked(place) && m_ledger.seats().stateOf(place) == SeatState::Free)
            m_ledger.fail("I8: everybody may have the blocked place " + std::to_string(place));
    }
}

} // namespace parterre::simulation
