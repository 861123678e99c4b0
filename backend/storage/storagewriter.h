// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/salequeue.h"

#include <QObject>

#include <deque>
#include <span>

namespace parterre::storage {

// Writes: sales in groups, and between two groups one job. Lives on its own thread with its own connection. While it writes,
// more sales gather in the queue, and jobs in this thread's event queue: all of those are taken in before the next step, so
// that a sale waits for one job at most, however many came before it. While those of the group before come back with new
// sales, it waits for them a moment: see moreAreComing().
// A group that cannot be written is halved until the sale that spoils it stands alone.
class StorageWriter : public QObject
{
    Q_OBJECT

public:
    using Job = std::function<void(Database &)>;

    // The writer's number among those that share the queue.
    StorageWriter(DatabaseConfig config, std::chrono::milliseconds retryFor, const ClosingTime &closing, SaleQueue &sales, std::size_t number);

    [[nodiscard]] Database &database() { return m_database; }
    // Looks into the queue, as soon as everything posted to this thread until now is taken in.
    void look() { scheduleStep(); }
    // Writes and answers what waits.
    void finish();

    void perform(Job job);
    // For a job: changes a booking at once, as stubbornly as sales are written.
    [[nodiscard]] Result<ChangeOutcome> change(const ChangeWrite &write);

private:
    using Group = std::span<WaitingSale>;
    class Patience;

    void scheduleStep();
    [[nodiscard]] bool moreAreComing();
    void step();
    void flush();
    void writeGroup(Group group, std::vector<WaitingSale> &again);
    // Nothing when every sale of the group was answered or put into `again`; else why the group as a whole failed.
    [[nodiscard]] std::optional<Error> tryGroup(Group group, std::vector<WaitingSale> &again);

    Database m_database;
    const std::chrono::milliseconds m_retryFor;
    const ClosingTime &m_closing;
    SaleQueue &m_sales;
    const std::size_t m_number;
    std::deque<Job> m_jobs;
    bool m_stepScheduled = false;
    std::size_t m_lastGroup = 0;    // how many sales it had
    std::size_t m_waitingBefore = 0;
    int m_breaths = 0;              // taken for the group that gathers
};

} // namespace parterre::storage
