// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/seatshop.h"

#include "tests/bench/measuredprocess.h"
#include "tests/bench/report.h"

#include <algorithm>

namespace parterre::bench {

namespace {

constexpr std::chrono::seconds kPatience {60};

double milliseconds(LoadClock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

// One run of pairs. Each client is in one of two calls, or done.
class PairRun
{
public:
    PairRun(SeatShop &shop, int clients, PairKind kind, qint32 firstPlace, qint32 placesEnd, LoadTime end)
        : m_shop(shop), m_kind(kind), m_next(firstPlace), m_placesEnd(placesEnd), m_end(end), m_clients(static_cast<std::size_t>(clients))
    {
    }

    void start()
    {
        for (int client = 0; client < static_cast<int>(m_clients.size()); ++client) {
            m_clients[static_cast<std::size_t>(client)].place = m_next++;
            hold(client);
        }
    }
    void onAnswer(int number, bool ok, LoadTime now)
    {
        Client &client = m_clients.at(static_cast<std::size_t>(number));
        if (!ok)
            qFatal("a call of client %d on place %d was refused", number, client.place);
        if (std::exchange(client.holds, !client.holds)) {
            m_times.push_back(milliseconds(now - client.began));
            m_last = now;
            next(number, now);
        } else if (m_kind == PairKind::HoldAndRelease) {
            m_shop.release(number, client.place);
        } else {
            m_shop.confirm(number, client.place);
        }
    }

    [[nodiscard]] bool isOver() const { return m_running == 0; }
    [[nodiscard]] PairFigures figures(LoadTime began)
    {
        const double seconds = std::chrono::duration<double>(m_last - began).count();
        return {.pairs = static_cast<qint64>(m_times.size()),
                .perSecond = static_cast<double>(m_times.size()) / seconds,
                .p50 = percentile(m_times, 0.5),
                .p99 = percentile(m_times, 0.99)};
    }

private:
    struct Client {
        qint32 place = 0;
        bool holds = false;
        LoadTime began = {};
    };

    void hold(int number)
    {
        Client &client = m_clients[static_cast<std::size_t>(number)];
        client.began = LoadClock::now();
        ++m_running;
        m_shop.hold(number, client.place);
    }
    void next(int number, LoadTime now)
    {
        --m_running;
        if (now >= m_end)
            return;
        if (m_kind == PairKind::HoldAndConfirm) {
            if (m_next >= m_placesEnd)
                return;
            m_clients[static_cast<std::size_t>(number)].place = m_next++;
        }
        hold(number);
    }

    SeatShop &m_shop;
    const PairKind m_kind;
    qint32 m_next;
    const qint32 m_placesEnd;
    const LoadTime m_end;
    LoadTime m_last = {};
    int m_running = 0;
    std::vector<Client> m_clients;
    std::vector<double> m_times;
};

} // namespace

PairFigures measurePairs(SeatShop &shop, int clients, PairKind kind, qint32 firstPlace, qint32 placesEnd, std::chrono::milliseconds time)
{
    const LoadTime began = LoadClock::now();
    const auto cpuBefore = threadCpuTime();
    PairRun run(shop, clients, kind, firstPlace, placesEnd, began + time);
    shop.setEvents({.answered = [&run](int client, bool ok, LoadTime now) { run.onAnswer(client, ok, now); }});
    run.start();
    if (!shop.pollUntil([&] { return run.isOver(); }, time + kPatience))
        qFatal("some pairs never ended");
    PairFigures figures = run.figures(began);
    figures.loadShare = std::chrono::duration<double>(threadCpuTime() - cpuBefore) / std::chrono::duration<double>(LoadClock::now() - began);
    shop.setEvents({});
    return figures;
}

ParterreShop::ParterreShop(quint16 port, const EventId &event) : m_clients(port, event)
{
    m_clients.setOnAnswer([this](int client, const CallAnswer &answer, LoadTime now) {
        if (!answer.ok)
            qWarning("refused: %.*s", static_cast<int>(answer.body.size()), answer.body.data());
        if (m_events.answered)
            m_events.answered(client, answer.ok, now);
    });
    m_clients.setOnChange([this](int client, const SharedSeatMap::Change &change, LoadTime now) {
        if (!m_events.changed)
            return;
        for (const SeatChange &one : change.seats)
            m_events.changed(client, one.seat, one.state == SeatState::Free, now);
    });
}

void ParterreShop::connectMore(int count, bool watching, bool holding)
{
    const int first = m_clients.connectMore(count);
    if (holding)
        m_clients.signInAll(first, count);
    if (watching)
        m_clients.watchAll(first, count);
}

int ParterreShop::openCount() const
{
    return m_clients.swarm().openCount();
}

qint64 ParterreShop::messagesReceived() const
{
    return m_clients.swarm().messagesReceived();
}

void ParterreShop::verify(qint64 sold)
{
    m_clients.verifyMaps();
    const std::vector<SeatState> states = m_clients.freshStates();
    if (std::count(states.begin(), states.end(), SeatState::Sold) != sold || std::count(states.begin(), states.end(), SeatState::Held) != 0)
        qFatal("%lld seats should be sold and none held, but %lld are sold and %lld held", static_cast<long long>(sold),
               static_cast<long long>(std::count(states.begin(), states.end(), SeatState::Sold)),
               static_cast<long long>(std::count(states.begin(), states.end(), SeatState::Held)));
}

} // namespace parterre::bench
