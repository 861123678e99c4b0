// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventcancelservice.h"
#include "faultystore.h"
#include "noshowpromises.h"
#include "simalarms.h"

namespace parterre::simulation {

// The clocks of one server: the steady one counts from anywhere, the other may be wrong and jump.
class OfficeClock final : public Clock
{
public:
    OfficeClock(const Stage &stage, const std::chrono::milliseconds &skew, std::chrono::milliseconds steadyStart)
        : m_stage(stage), m_skew(skew), m_steadyStart(steadyStart)
    {
    }
    [[nodiscard]] Instant utcNow() const override { return kBeginningUtc + (m_stage.now - kBeginning) + m_skew; }
    [[nodiscard]] Tick steadyNow() const override { return m_stage.now + m_steadyStart; }
    [[nodiscard]] Tick steadyOf(Tick worldTime) const { return worldTime + m_steadyStart; }
    [[nodiscard]] Tick worldOf(Tick steady) const { return steady - m_steadyStart; }

private:
    const Stage &m_stage;
    const std::chrono::milliseconds &m_skew;
    const std::chrono::milliseconds m_steadyStart;
};

// All that is in a server's memory between one start and the next crash.
class OfficeProcess final : public services::EventListener
{
public:
    OfficeProcess(Stage &stage, SalePromises &sales, NoShowPromises &noShows, int office, quint32 start, const std::chrono::milliseconds &skew);

    void seatsChanged(services::OpenEvent &event) override;
    void holdsEnded(services::OpenEvent &event, const std::vector<ledger::EndedHold> &ended) override;
    void eventChanged(services::OpenEvent &) override {}
    void topicEnded(EventId, quint64) override {}

    void receive(quint32 number);
    void linkLost(quint64 link);
    void cancel(int show);
    void payOut(int sale);
    void flush();

    void send();
    void compare(Tick awakeSince);

    [[nodiscard]] FaultyStore &store() { return m_store; }
    [[nodiscard]] SimAlarms &alarms() { return m_alarms; }
    [[nodiscard]] HoldPromises &promises() { return m_promises; }
    [[nodiscard]] bool isServing() const { return m_serving; }
    [[nodiscard]] bool startFailed() const { return m_startFailed; }
    [[nodiscard]] std::optional<Tick> nextDeadline() const;
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] Instant utcNow() const { return m_clock.utcNow(); }
    [[nodiscard]] services::OpenEvent *event(int show) const { return m_events.find(showId(show)); }

private:
    // A request as it was received once; it has to be answered once.
    struct Delivery {
        quint32 request = 0;
        quint64 moment = 0; // of the store
        services::Caller caller = {};
        bool answered = false;
        bool hasRoom = true; // of people who came late: their areas had a place for everybody at all times
    };
    struct Link {
        quint64 id = 0;
        int client = 0;
        SessionId session = {};
        std::array<bool, kMostShows> watches = {};
    };

    void onUserChanged(const services::Session &session);
    void greet(std::size_t delivery);
    void watch(std::size_t delivery);
    void acquire(std::size_t delivery);
    void letGo(std::size_t delivery);
    void write(std::size_t delivery);
    void changeNoShows(std::size_t delivery);
    void addNote(std::size_t delivery);
    void lookAtNotes(std::size_t delivery);
    void look(std::size_t delivery);
    void leave(std::size_t delivery);
    void signIn(services::Session &session, int client);
    // Writes the answer to a delivery into a new reply.
    Reply &reply(std::size_t delivery, const Error *refusal);
    template<class T>
    Reply &reply(std::size_t delivery, const Result<T> &result)
    {
        return reply(delivery, result ? nullptr : &result.error());
    }
    [[nodiscard]] const Request &requestOf(std::size_t delivery) const { return m_stage.requests[m_deliveries[delivery].request]; }
    [[nodiscard]] Link *linkOf(quint64 id);

    Stage &m_stage;
    SalePromises &m_sales;
    NoShowPromises &m_noShowPromises;
    const int m_office;
    const quint32 m_start;
    OfficeClock m_clock;
    HoldPromises m_promises;
    SimAlarms m_alarms;
    FaultyStore m_store;
    services::EventDirectory m_events;
    services::SessionService m_sessions;
    services::HoldService m_holds;
    services::ReservationService m_reservations;
    services::BookingService m_bookings;
    services::BookingChangeService m_changes;
    services::EventCancelService m_cancels;
    services::ContactService m_contacts;
    MistakenNoShows m_noShowStore;
    services::NoShowService m_noShows;
    bool m_serving = false;
    bool m_startFailed = false;
    bool m_flushing = false;
    SessionId m_signingOut = {};              // asked for, or bound to follow
    QHash<SessionId, Tick> m_lostUntil;
    QSet<SessionId> m_signedIn;
    std::vector<Link> m_links;
    QSet<quint64> m_closedLinks;              // nothing comes from them any more
    std::vector<Delivery> m_deliveries;
    std::vector<std::size_t> m_latecomers; // deliveries that are not answered
    QSet<std::pair<UserId, QString>> m_askedBack; // by which requests of theirs
    int m_unanswered = 0;
    std::array<bool, kMostShows> m_dirty = {};
    std::vector<Letter> m_outgoing;
};

} // namespace parterre::simulation
