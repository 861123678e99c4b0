// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerchecker.h"

#include "backend/ledger/ledgerinvariants.h"

namespace parterre::simulation {

void LedgerChecker::start(const LedgerStart &start)
{
    m_port = m_factory(start);
    m_model = std::make_unique<LedgerModel>(start);
    m_tokens.clear();
    m_promisedEnds.clear();
    m_takenRevision = seats().revision();
    m_latest = Tick::min();
    note("start " + std::to_string(start.epoch));
    judge("start", ledger::kNobody, {}, {}, {}, m_latest);
}

// ---- The same call to both -------------------------------------------------------------------------------------------

Answer LedgerChecker::acquire(HolderId holder, const Places &places, int maxHeld, Tick now)
{
    return judge("acquire", holder, places, m_port->acquire(holder, places, maxHeld, now), m_model->acquire(holder, places, maxHeld, now), now);
}

Answer LedgerChecker::acquireBlocked(HolderId holder, const Places &places, int maxHeld, Tick now)
{
    return judge("acquire blocked", holder, places, m_port->acquireBlocked(holder, places, maxHeld, now),
                 m_model->acquire(holder, places, maxHeld, now, ledger::Blocked::MayBeHeld), now);
}

Answer LedgerChecker::release(HolderId holder, const Places &places, Tick now)
{
    return judge("release", holder, places, m_port->release(holder, places, now), m_model->release(holder, places, now), now);
}

Answer LedgerChecker::extend(HolderId holder, const Places &places, Tick now)
{
    return judge("extend", holder, places, m_port->extend(holder, places, now), m_model->extend(holder, places, now), now);
}

void LedgerChecker::releaseAll(HolderId holder, Tick now)
{
    m_port->releaseAll(holder, now);
    m_model->releaseAll(holder, now);
    judge("releaseAll", holder, {}, {}, {}, now);
}

void LedgerChecker::holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace)
{
    m_port->holderLost(holder, now, grace);
    m_model->holderLost(holder, now, grace);
    judge("holderLost", holder, {}, {}, {}, now);
}

void LedgerChecker::holderBack(HolderId holder, Tick now)
{
    m_port->holderBack(holder, now);
    m_model->holderBack(holder, now);
    judge("holderBack", holder, {}, {}, {}, now);
}

void LedgerChecker::expire(Tick now)
{
    m_port->expire(now);
    m_model->expire(now);
    judge("expire", ledger::kNobody, {}, {}, {}, now);
}

Answer LedgerChecker::freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, quint64 sale)
{
    Tokens tokens;
    Places places;
    for (const Fence &fence : seats)
        places.push_back(fence.place);
    const Answer ledger = m_port->freeze(holder, seats, now, tokens.port);
    const Answer model = m_model->freeze(holder, seats, now, tokens.model);
    if (ledger.ok())
        m_tokens[sale] = tokens;
    for (const Fence &fence : seats) {
        if (ledger.ok() && fence.version != m_lastVersion[fence.place])
            fail("P1: a checkout began with an old version of place " + std::to_string(fence.place));
    }
    return judge("freeze", holder, places, ledger, model, now);
}

Answer LedgerChecker::commit(quint64 sale, Tick now)
{
    const Tokens tokens = m_tokens[sale]; // a sale that never froze has a token nobody gave
    return judge("commit", ledger::kNobody, {}, m_port->commit(tokens.port, now), m_model->commit(tokens.model, now), now);
}

Answer LedgerChecker::thaw(quint64 sale, Tick now)
{
    const Tokens tokens = m_tokens[sale];
    m_promisedEnds.clear(); // ends that move with the time a checkout took are the model's business
    return judge("thaw", ledger::kNobody, {}, m_port->thaw(tokens.port, now), m_model->thaw(tokens.model, now), now);
}

Answer LedgerChecker::freeSold(const Places &places, Tick now)
{
    return judge("freeSold", ledger::kNobody, places, m_port->freeSold(places, now), m_model->freeSold(places, now), now);
}

Answer LedgerChecker::block(const Places &places, Tick now)
{
    return judge("block", ledger::kNobody, places, m_port->block(places, now), m_model->block(places, now), now);
}

Answer LedgerChecker::unblock(const Places &places, Tick now)
{
    return judge("unblock", ledger::kNobody, places, m_port->unblock(places, now), m_model->unblock(places, now), now);
}

SeatChanges LedgerChecker::takeChanges()
{
    const SeatChanges ledger = m_port->takeChanges();
    const auto model = m_model->takeChanges();
    std::map<qint32, SeatState> told;
    for (const SeatChange &change : ledger.seats)
        told[change.seat] = change.state;
    if (m_judge == Judge::PromisesAndModel && (told != model || told.size() != ledger.seats.size()))
        fail("the feed does not tell every changed place once, with its last state");
    if (ledger.from != m_takenRevision || ledger.to != seats().revision())
        fail("the feed's revisions do not continue the last ones");
    m_takenRevision = ledger.to;
    return ledger;
}

// ---- After every call ------------------------------------------------------------------------------------------------

Answer LedgerChecker::judge(const char *call, HolderId holder, const Places &places, const Answer &ledger, const Answer &model, Tick now)
{
    m_latest = std::max(m_latest, now);
    std::string line = std::to_string(m_latest.time_since_epoch().count()) + " " + call + " h" + std::to_string(quint64(holder));
    for (const qint32 place : places)
        line += " " + std::to_string(place);
    note(line + " -> " + ledger.text());
    const auto ended = m_port->takeEnded();
    for (const EndedHold &end : ended)
        note("  ended h" + std::to_string(quint64(end.holder)) + " " + std::to_string(end.place) + " reason " + std::to_string(int(end.reason)));

    watchVersions();
    watchEnds(holder, ledger, ended);
    watchPicture();
    const auto modelEnded = m_model->takeEnded();
    if (m_judge == Judge::Promises)
        return ledger;
    if (ended != modelEnded)
        fail("ended holds differ");
    if (ledger != model)
        fail("answers differ; the model says " + model.text());
    compareSeats();
    compareHolders();
    const QStringList broken = ledger::LedgerInvariants::broken(seats());
    if (!broken.isEmpty())
        fail("invariant: " + broken.first().toStdString());
    return ledger;
}

// P1's fence: versions never fall, and a version that a grant shows belongs to that grant alone, over all starts.
void LedgerChecker::watchVersions()
{
    for (qint32 place = 0; place < seats().seatCount(); ++place) {
        const qint64 version = m_port->versionOf(place);
        qint64 &last = m_lastVersion[place];
        if (version < last)
            fail("P1: the version of place " + std::to_string(place) + " fell");
        const bool fresh = version > last;
        last = version;
        const bool firstOfStart = (version & 0xFFFFFFFF) == 0; // what every place has before its first grant
        if (fresh && !firstOfStart && !m_versionsGiven.insert(version).second)
            fail("P1: version " + std::to_string(version) + " was given twice");
    }
}

// P3: no hold is given up by another, runs out before the end its holder was told, or is there from that end on.
void LedgerChecker::watchEnds(HolderId caller, const Answer &answer, const std::vector<EndedHold> &ended)
{
    for (const EndedHold &end : ended) {
        if (end.reason == HoldEndReason::Released && end.holder != caller)
            fail("P3: the hold on place " + std::to_string(end.place) + " was released by another");
        const auto promised = m_promisedEnds.find(end.version);
        if (end.reason == HoldEndReason::Expired && promised != m_promisedEnds.end() && m_latest < promised->second)
            fail("P3: the hold on place " + std::to_string(end.place) + " ran out early");
    }
    for (const Grant &grant : answer.grants)
        m_promisedEnds[grant.version] = grant.deadline;
    for (qint32 place = 0; place < seats().seatCount(); ++place) {
        const auto holder = seats().holderOf(place);
        if (!holder)
            continue;
        for (const Grant &grant : seats().holdsOf(*holder)) {
            if (grant.place == place && !grant.frozen && grant.deadline <= m_latest)
                fail("P3: the hold on place " + std::to_string(place) + " outlived its end");
        }
    }
}

// P6 and I6: one revision has one picture, and what is free can be counted in it.
void LedgerChecker::watchPicture()
{
    const auto states = seats().states();
    const auto [known, isNew] = m_history.try_emplace(seats().revision(), states.begin(), states.end());
    if (!isNew && !std::equal(states.begin(), states.end(), known->second.begin(), known->second.end()))
        fail("P6: one revision has two pictures");
    if (seats().freeCount() != std::count(states.begin(), states.end(), SeatState::Free))
        fail("I6: the free count is not the number of free seats");
}

// ---- Against the model -----------------------------------------------------------------------------------------------

void LedgerChecker::compareSeats()
{
    for (const auto &[place, seat] : m_model->seats()) {
        const std::string where = " of place " + std::to_string(place);
        if (seats().stateOf(place) != seat.state)
            fail("states differ" + where);
        if (seats().holderOf(place).value_or(ledger::kNobody) != seat.holder)
            fail("holders differ" + where);
        if (m_port->versionOf(place) != seat.version)
            fail("versions differ" + where);
    }
    if (seats().nextDeadline() != m_model->nextEnd())
        fail("next deadlines differ");
    if (seats().revision() != m_model->revision())
        fail("revisions differ");
}

void LedgerChecker::compareHolders()
{
    std::set<HolderId> holders;
    for (const auto &[place, seat] : m_model->seats()) {
        if (seat.state == SeatState::Held)
            holders.insert(seat.holder);
    }
    for (const HolderId holder : holders) {
        const auto expected = m_model->holdsOf(holder);
        if (seats().holdsOf(holder) != expected || seats().heldCount(holder) != static_cast<qint32>(expected.size()))
            fail("the holds of h" + std::to_string(quint64(holder)) + " differ");
    }
}

const std::vector<SeatState> *LedgerChecker::statesAt(qint64 revision) const
{
    const auto found = m_history.find(revision);
    return found == m_history.end() ? nullptr : &found->second;
}

void LedgerChecker::fail(std::string what)
{
    if (m_failure.empty())
        m_failure = std::move(what);
}

} // namespace parterre::simulation
