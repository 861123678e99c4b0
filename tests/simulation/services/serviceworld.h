// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office.h"
#include "visitor.h"

namespace parterre::simulation {

struct WorldWishes {
    int operations = 500;
    bool keepsTrace = false;
    CrashOrder crash = {};
    NoShowMistake mistake = NoShowMistake::None;
    SaleMistake saleMistake = SaleMistake::None;
};

struct WorldOutcome {
    std::string failure = {}; // empty when every promise held
    quint64 digest = 0;       // of all that happened
    std::string trace = {};   // the same in words, if wished for
    int storeCalls = 0;
    WorldTally tally = {};
};

// One run: visitors, network, servers with the real services, and a store, with everything that happens decided by the
// seed. First trouble; after every step every promise is looked at. Then the faults stop and all of it has to come to rest.
class ServiceWorld
{
public:
    explicit ServiceWorld(quint64 seed, const WorldWishes &wishes = {});

    [[nodiscard]] WorldOutcome run();

private:
    // An operation: somebody wants something, or something breaks.
    void operate();
    void wish(Visitor &visitor);
    void breakLink(Visitor &visitor);
    void pauseServer(Office &office);
    void jumpClock(Office &office);
    void cancelOrPay(Office &office);
    void payOutFrom(Office &office, int first);
    // Time passes, and what is due by then happens.
    void passTime();
    [[nodiscard]] Tick nextMoment();
    void runUntil(Tick end);
    void deliver(const Letter &letter);
    void deliverToVisitor(const Letter &letter);
    void checkMap(const Visitor &visitor, std::optional<int> show);

    void send(Visitor &visitor, Request request);
    void connect(Visitor &visitor, bool resumes);
    void hangUp(Visitor &visitor);
    void crash(Office &office);
    void dropLinksTo(int office);

    void comeToRest();
    void askWhatIsMissing();
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] bool isAtRest(const Visitor &visitor) const;
    // By every server's clock, where none was ever set and no dead server reserved it: one is there still that should be free.
    [[nodiscard]] bool isAnyOverdue() const;
    // Whether the visitor may see the show.
    [[nodiscard]] bool isShown(const Visitor &visitor, int show) const;
    void checkAtRest();
    void checkMaps();
    void checkFreshStart();

    [[nodiscard]] bool failed() const { return !m_stage.failure.empty(); }
    [[nodiscard]] Visitor &someVisitor() { return m_visitors[std::size_t(m_stage.random.below(int(m_visitors.size())))]; }
    [[nodiscard]] Office &someOffice() { return *m_offices[std::size_t(m_stage.random.below(int(m_offices.size())))]; }

    const WorldWishes m_wishes;
    Stage m_stage;
    SalePromises m_sales;
    NoShowPromises m_noShows;
    std::vector<std::unique_ptr<Office>> m_offices;
    std::vector<Visitor> m_visitors;
};

// To be called once before the first run: makes every process hash alike, and the services keep their log to themselves.
void prepareSimulation();

} // namespace parterre::simulation
