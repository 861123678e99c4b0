// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgermodel.h"

#include <map>
#include <set>
#include <string>

namespace parterre::simulation {

// Who decides whether a ledger is right. The promises alone must be able to convict, too: a model can share a mistake.
enum class Judge { Promises, PromisesAndModel };

// A ledger under watch: every call goes to it and to the model. After every call the ledger must have kept what it
// promised earlier (versions, ends of holds, one picture per revision), and then agree with the model in all that can
// be read and satisfy its own invariants. The first complaint is kept.
class LedgerChecker
{
public:
    LedgerChecker(LedgerFactory factory, Judge judge) : m_factory(std::move(factory)), m_judge(judge) {}

    // A new ledger, as after a start of the server; what was promised before stays on record.
    void start(const LedgerStart &start);

    Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now);
    Answer acquireBlocked(HolderId holder, const Places &places, int maxHeld, Tick now);
    Answer release(HolderId holder, const Places &places, Tick now);
    Answer extend(HolderId holder, const Places &places, Tick now);
    void releaseAll(HolderId holder, Tick now);
    void holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace);
    void holderBack(HolderId holder, Tick now);
    void expire(Tick now);
    Answer freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, quint64 sale);
    Answer commit(quint64 sale, Tick now);
    Answer thaw(quint64 sale, Tick now);
    Answer freeSold(const Places &places, Tick now);
    Answer block(const Places &places, Tick now);
    Answer unblock(const Places &places, Tick now);
    SeatChanges takeChanges();

    [[nodiscard]] const ledger::SeatLedger &seats() const { return m_port->seats(); }
    // What everybody should see at a revision this run had; null for any other.
    [[nodiscard]] const std::vector<SeatState> *statesAt(qint64 revision) const;

    void fail(std::string what);
    [[nodiscard]] bool failed() const { return !m_failure.empty(); }
    [[nodiscard]] const std::string &failure() const { return m_failure; }
    [[nodiscard]] const std::string &trace() const { return m_trace; }
    void note(const std::string &line) { m_trace += line + "\n"; }

private:
    struct Tokens {
        CheckoutToken port = {};
        int model = 0;
    };

    Answer judge(const char *call, HolderId holder, const Places &places, const Answer &ledger, const Answer &model, Tick now);
    void watchVersions();
    void watchEnds(HolderId caller, const Answer &answer, const std::vector<EndedHold> &ended);
    void watchPicture();
    void compareSeats();
    void compareHolders();

    LedgerFactory m_factory;
    Judge m_judge;
    std::unique_ptr<LedgerPort> m_port;
    std::unique_ptr<LedgerModel> m_model;
    std::map<quint64, Tokens> m_tokens;
    Tick m_latest = Tick::min();
    qint64 m_takenRevision = 0;
    std::map<qint64, std::vector<SeatState>> m_history;
    std::map<qint64, Tick> m_promisedEnds;    // version -> the end its holder was told last
    std::map<qint32, qint64> m_lastVersion;   // over all starts
    std::set<qint64> m_versionsGiven;         // over all starts
    std::string m_failure;
    std::string m_trace;
};

} // namespace parterre::simulation
