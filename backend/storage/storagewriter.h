// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkoutbatch.h"
#include "backend/storage/database.h"

#include <QObject>

#include <deque>

namespace parterre::storage {

// The one that writes: sales in groups, and between two groups one job. Lives on its own thread with its own connection.
// While it writes, more gathers in this thread's event queue. All of that is taken in before the next step, so that a sale
// waits for one job at most, however many came before it; then the sales, at most 500, go into one transaction. While
// those of the group before come back with new ones, it waits for them a moment: see moreAreComing().
// A group that cannot be written is halved until the sale that spoils it stands alone.
class StorageWriter : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<CheckoutOutcome>)>;
    using Job = std::function<void(Database &)>;

    StorageWriter(DatabaseConfig config, std::chrono::milliseconds retryFor, const ClosingTime &closing);

    [[nodiscard]] Result<void> open(Instant now); // migrates
    // Writes and answers what waits.
    void finish();
    void close() { m_database.close(); }

    void book(CheckoutWrite write, Done done);
    void perform(Job job);
    // For a job: cancels at once, as stubbornly as sales are written.
    [[nodiscard]] Result<CancelOutcome> cancel(const CancelWrite &write);

    static constexpr qsizetype kMaxGroup = 500;

private:
    struct Waiting {
        Checkout checkout;
        Done done;
    };
    using Group = std::span<Waiting>;
    class Patience;

    void scheduleStep();
    [[nodiscard]] bool moreAreComing();
    void step();
    void flush();
    void writeGroup(Group group, std::vector<Waiting> &again);
    // Nothing when every sale of the group was answered or put into `again`; else why the group as a whole failed.
    [[nodiscard]] std::optional<Error> tryGroup(Group group, std::vector<Waiting> &again);

    Database m_database;
    const std::chrono::milliseconds m_retryFor;
    const ClosingTime &m_closing;
    std::deque<Waiting> m_waiting;
    std::deque<Job> m_jobs;
    bool m_stepScheduled = false;
    std::size_t m_lastGroup = 0;    // how many sales it had
    std::size_t m_waitingBefore = 0;
    int m_breaths = 0;              // taken for the group that gathers
};

} // namespace parterre::storage
