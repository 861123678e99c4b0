// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measuredprocess.h"
#include "tests/bench/seatclients.h"

namespace parterre::bench {

// A system that gives seats to clients, as a load sees it: ours, or a rival. One client has at most one call under way.
class SeatShop
{
public:
    struct Events {
        std::function<void(int client, bool ok, LoadTime now)> answered = {};
        // A watcher has heard that the place is free again, or is not.
        std::function<void(int client, qint32 place, bool isFree, LoadTime now)> changed = {};
    };

    virtual ~SeatShop() = default;

    // More clients, ready to hold seats, or only to watch where the system makes a difference. Watchers get every change.
    virtual void connectMore(int count, bool watching, bool holding) = 0;
    virtual void hold(int client, qint32 place) = 0;
    virtual void confirm(int client, qint32 place) = 0;
    virtual void release(int client, qint32 place) = 0;
    virtual void poll(std::chrono::nanoseconds atMost) = 0;
    [[nodiscard]] virtual int openCount() const = 0;
    [[nodiscard]] virtual qint64 messagesReceived() const = 0;
    // Ends the program when the sold places are not exactly these, or a watcher's map is not the truth.
    virtual void verify(qint64 sold) = 0;

    void setEvents(Events events) { m_events = std::move(events); }
    template<class Done>
    bool pollUntil(Done done, std::chrono::nanoseconds atMost)
    {
        const LoadTime end = LoadClock::now() + atMost;
        while (!done()) {
            const LoadTime now = LoadClock::now();
            if (now >= end)
                return false;
            poll(end - now);
        }
        return true;
    }

protected:
    Events m_events;
};

class ParterreShop final : public SeatShop
{
public:
    ParterreShop(quint16 port, const EventId &event);

    void connectMore(int count, bool watching, bool holding) override;
    void hold(int client, qint32 place) override { m_clients.hold(client, place); }
    void confirm(int client, qint32 place) override { m_clients.checkout(client, place); }
    void release(int client, qint32 place) override { m_clients.release(client, place); }
    void poll(std::chrono::nanoseconds atMost) override { m_clients.swarm().poll(atMost); }
    [[nodiscard]] int openCount() const override;
    [[nodiscard]] qint64 messagesReceived() const override;
    void verify(qint64 sold) override;

    [[nodiscard]] SeatClients &clients() { return m_clients; }

private:
    SeatClients m_clients;
};

// How fast pairs of calls are, closed loop: every client does one after the other.
enum class PairKind { HoldAndRelease, HoldAndConfirm };

struct PairFigures {
    qint64 pairs = 0;
    double perSecond = 0;
    double p50 = 0;               // milliseconds of one pair
    double p99 = 0;
    double loadShare = 0;         // of a core, that the load itself took
};

// A refused call ends the program. Places are taken from `firstPlace` on, each pair of HoldAndConfirm another one; stops early when there are none left.
[[nodiscard]] PairFigures measurePairs(SeatShop &shop, int clients, PairKind kind, qint32 firstPlace, qint32 placesEnd, std::chrono::milliseconds time);

// How changes reach watchers. Milliseconds from the call to a watcher that has it.
struct WatchFigures {
    double p50 = 0;
    double p99 = 0;
    double lastP50 = 0;       // of each change until the last watcher has it
    double lastP99 = 0;
    double cpuPerMessage = 0; // microseconds of the server
    double loadShare = 0;     // of a core
    qint64 missing = 0;       // changes that a watcher never heard of
    int lost = 0;             // connections
};

// The first `watchers` clients watch, the kActors behind them act in turn. Changes come at a rate, one seat each.
inline constexpr int kActors = 10;
[[nodiscard]] WatchFigures measureWatchers(SeatShop &shop, const MeasuredProcess &process, int watchers, int perSecond, std::chrono::milliseconds time);

} // namespace parterre::bench
