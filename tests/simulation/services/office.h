// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "officeprocess.h"

namespace parterre::simulation {

// One server of the house: the real services over a store that fails and clocks that are not right, and around them as
// little as can still be called a server: links, replies, news of changed seats. It dies, losing all but the store, and
// starts again; it stands still, and goes on as if nothing had been.
class Office
{
public:
    Office(Stage &stage, SalePromises &sales, NoShowPromises &noShows, int number) : m_stage(stage), m_sales(sales), m_noShows(noShows), m_number(number) {}
    ~Office();
    Q_DISABLE_COPY_MOVE(Office)

    void start();
    // What it had written or said in this step is lost, too.
    void crash();
    // The house cancels a show, if somebody is there to do it.
    void cancel(int show);
    void payOut(int sale);
    void pause(std::chrono::milliseconds length);
    void jumpClock(std::chrono::milliseconds by) { m_skew += by; }

    // What is for an earlier process, or an alarm that was moved, is no step: false.
    bool deliver(const Letter &letter);
    // Sends what was said in this step, then compares everything with what was promised.
    void endStep();
    void compare();

    [[nodiscard]] bool isUp() const { return m_process != nullptr; }
    [[nodiscard]] bool isServing() const;
    [[nodiscard]] bool isPaused() const { return m_stage.now < m_pausedUntil; }
    [[nodiscard]] std::optional<Tick> nextDeadline() const;
    // Everything asked is answered, nothing is held or being sold, and no session is without its link.
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] std::optional<Instant> utcNow() const; // by its clock, while it is up
    [[nodiscard]] const services::OpenEvent *event(int show) const;
    [[nodiscard]] std::optional<quint64> pictureAt(int show, qint64 revision) const;

private:
    struct Stray {
        quint32 start = 0;
        quint32 number = 0;
        std::unique_ptr<StoreCall> call;
    };

    bool takeEffect(const Letter &letter);
    void hearFromStore(const Letter &letter);
    void crashIn(const StoreCall &call);

    Stage &m_stage;
    SalePromises &m_sales;
    NoShowPromises &m_noShows;
    const int m_number;
    std::chrono::milliseconds m_skew {0};
    Tick m_pausedUntil = {};
    quint32 m_startNumber = 0;
    std::unique_ptr<OfficeProcess> m_process;
    std::vector<Stray> m_strays; // sent by processes that died since
};

} // namespace parterre::simulation
