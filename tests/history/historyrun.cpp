// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/historyrun.h"

namespace parterre::history {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWatchers = 2;
constexpr int kNothingHappensMs = 60'000;
constexpr std::chrono::seconds kHoldTime{1};
constexpr std::chrono::seconds kExtensionTime{1};
constexpr std::chrono::seconds kGrace{1};
constexpr std::chrono::seconds kShortestLife{4}; // of a server, in the mean
constexpr qint32 kMaxSeats = 90;

Moment nanoseconds(std::chrono::nanoseconds duration) { return duration.count(); }

} // namespace

HistoryRun::HistoryRun(const RunWishes &wishes)
    : m_wishes(wishes), m_stage{.recorder = Recorder({.holdTime = nanoseconds(kHoldTime),
                                                      .extensionTime = nanoseconds(kExtensionTime),
                                                      .grace = nanoseconds(kGrace),
                                                      .lateness = wishes.lateness}),
                                .random = QRandomGenerator(wishes.seed),
                                .board = SeatBoard(wishes.seats, m_stage.random)}
{
    m_kill.setSingleShot(true);
    m_goOn.setSingleShot(true);
    connect(&m_kill, &QTimer::timeout, this, &HistoryRun::kill);
    connect(&m_goOn, &QTimer::timeout, this, &HistoryRun::goOn);
    connect(&m_watch, &QTimer::timeout, this, &HistoryRun::onWatch);
    connect(&m_house, &ServedHouse::serves, this, &HistoryRun::onServing);
    connect(&m_house, &ServedHouse::ended, this,
            [this](const QString &complaints) { Q_EMIT failed(u"the server ended by itself: "_s + complaints); });
    m_stage.recorder.onOperation = [this] { onOperation(); };
}

Result<void> HistoryRun::start()
{
    const SaleRules rules{
        .holdTime = kHoldTime, .extensionTime = kExtensionTime, .maxExtensions = 2, .maxSeats = kMaxSeats};
    if (const Result<void> furnished = m_house.furnish(m_wishes.engine, m_wishes.seats, rules, kGrace); !furnished)
        return furnished;
    m_stage.event = m_house.event().toString().toLatin1();
    for (int i = 0; i < m_wishes.clients; ++i) {
        Buyer *buyer = m_buyers.emplace_back(std::make_unique<Buyer>(m_stage, i)).get();
        connect(buyer, &Buyer::idle, this, [this, buyer] { onIdle(buyer); });
    }
    for (int i = 0; i < kWatchers; ++i)
        m_watchers.push_back(std::make_unique<Watcher>(m_stage));
    m_stage.began = Recorder::now();
    if (m_wishes.kills > 0)
        m_stage.mostPerSecond = static_cast<double>(m_wishes.operations) / (m_wishes.kills * kShortestLife.count());
    m_watch.start(kNothingHappensMs);
    m_house.start();
    return {};
}

void HistoryRun::onServing(const QUrl &url)
{
    m_stage.server = url;
    ++m_stage.life;
    for (const auto &buyer : m_buyers)
        buyer->arrive();
    for (const auto &watcher : m_watchers)
        watcher->arrive();
    if (m_phase == Phase::Closing) {
        m_phase = Phase::Settling;
        for (const auto &buyer : m_buyers)
            buyer->settle();
    }
}

void HistoryRun::onOperation()
{
    if (m_phase != Phase::Asking)
        return;
    const std::size_t done = m_stage.recorder.operations();
    if (done >= m_wishes.operations) {
        m_phase = Phase::Closing;
        m_asking = Recorder::now() - m_stage.began;
        m_stage.isClosing = true;
        m_idle.clear();
        return;
    }
    // A little later, so that it does not always hit right behind an answer.
    const auto due = m_wishes.operations * static_cast<std::size_t>(m_killed + 1)
        / static_cast<std::size_t>(std::max(1, m_wishes.kills));
    if (m_killed + 1 < m_wishes.kills && done >= due && !m_kill.isActive() && !m_stage.server.isEmpty())
        m_kill.start(m_stage.random.bounded(20));
}

void HistoryRun::kill()
{
    m_stage.server.clear();
    ++m_killed;
    const Moment from = Recorder::now();
    m_house.kill();
    m_stage.recorder.add({.start = from, .end = Recorder::now(), .kind = Kind::Kill, .outcome = Outcome::Ok});
    m_stage.board.freeHolds();
    m_house.start();
}

void HistoryRun::onIdle(Buyer *buyer)
{
    m_idle.insert(buyer);
    const bool isEverybody = m_idle.size() == static_cast<qsizetype>(m_buyers.size());
    if (isEverybody || m_phase == Phase::Looking)
        m_goOn.start(0); // not from within a client's own answer
}

// Everybody is done with this phase.
void HistoryRun::goOn()
{
    if (m_stage.server.isEmpty())
        return;
    m_idle.clear();
    if (m_phase == Phase::Closing && m_killed < m_wishes.kills) {
        kill();
    } else if (m_phase == Phase::Closing) {
        m_phase = Phase::Settling;
        for (const auto &buyer : m_buyers)
            buyer->settle();
    } else if (m_phase == Phase::Settling) {
        m_phase = Phase::Looking;
        m_buyers.front()->lookAround();
    } else if (m_phase == Phase::Looking) {
        m_phase = Phase::Over;
        m_stage.server.clear();
        m_house.kill();
        Q_EMIT finished();
    }
}

void HistoryRun::onWatch()
{
    const std::size_t now = m_stage.recorder.history().operations().size();
    if (now == std::exchange(m_seenSoFar, now))
        Q_EMIT failed(u"nothing happened for %1 s, in phase %2 after %3 operations"_s.arg(kNothingHappensMs / 1'000)
                          .arg(int(m_phase))
                          .arg(now));
}

} // namespace parterre::history
