// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/answer.h"
#include "backend/storage/checkout.h"
#include "backend/storage/database.h"

#include <QThread>

#include <atomic>

namespace parterre::storage {

class SaleQueue;
class StorageReader;
class StorageWriter;

struct StorageOptions {
    DatabaseConfig database = {};
    int readers = 2;
    int saleWriters = 2;  // on PostgreSQL; SQLite lets nobody write beside another
    int maxWaitingReads = 2'000;
    int maxWaitingWrites = 5'000;
    int maxWaitingSales = 5'000;
    std::chrono::milliseconds retryFor {10'000};  // how long a sale waits for a lost database to come back
};

// The way from the server's threads to the database: a few threads that read and one that writes, each with a connection of
// its own. On PostgreSQL a second one helps with the sales, so that one group is put together while the other is written. Everything asked of it is answered exactly once on the thread of the context object, unless that is gone.
// Requests may come from any thread; the object itself is made, opened, closed and destroyed on one.
// Over its limits it answers Overloaded at once instead of growing.
class Storage : public QObject
{
    Q_OBJECT

public:
    Storage(StorageOptions options, const Clock &clock, QObject *parent = nullptr);
    ~Storage() override;

    // Blocks: connects, migrates the schema, starts the threads. SchemaTooNew, StorageUnavailable, Internal.
    [[nodiscard]] Result<void> open();
    // Blocks until everything asked for is written and answered; cannot be opened again. What is not begun when the
    // patience ends, and whatever is asked for later, is answered with StorageUnavailable.
    void close(std::chrono::milliseconds patience = std::chrono::seconds(10));

    // Runs `job(Database &) -> Result<T>` on a reader, in a snapshot, then `done(Result<T>)`.
    // A job may run again after a lost link; it reads and returns, nothing else.
    template<class Job, class Done>
    void read(QObject *context, Job job, Done done)
    {
        post(Access::Read, context, std::move(job), std::move(done));
    }
    // The same on the writer, one after another, each in a transaction of its own that is durable when `done` runs.
    // Sales overtake: between any two of these the sales that wait are written.
    template<class Job, class Done>
    void write(QObject *context, Job job, Done done)
    {
        post(Access::Write, context, std::move(job), std::move(done));
    }

    // Sales wait for each other's commit and are then written together; each succeeds or fails alone.
    void book(CheckoutWrite write, QObject *context, std::function<void(Result<CheckoutOutcome>)> done);
    // One transaction, with the failures of ChangeOutcome.
    void change(ChangeWrite write, QObject *context, std::function<void(Result<ChangeOutcome>)> done);

private:
    using Work = std::function<void(Database &)>;
    using Refuse = std::function<void(const Error &)>;

    template<class Job, class Done>
    void post(Access access, QObject *context, Job job, Done done)
    {
        using Outcome = std::invoke_result_t<Job &, Database &>;
        auto answer = answerTo<Outcome>(context, std::move(done));
        enqueue(
            access,
            [access, answer, job = std::move(job)](Database &database) mutable {
                answer(database.transactRetrying(access, [&] { return job(database); }));
            },
            [answer](const Error &error) { answer(Outcome(error)); });
    }
    void enqueue(Access access, Work work, Refuse refuse);
    // Takes a place in the queue, or says why not.
    [[nodiscard]] std::optional<Error> admit(std::atomic<int> &waiting, int limit) const;

    const StorageOptions m_options;
    const Clock &m_clock;
    ClosingTime m_closing;
    std::unique_ptr<SaleQueue> m_sales;
    std::vector<std::unique_ptr<StorageWriter>> m_writers; // the first does all that is no sale
    std::vector<std::unique_ptr<StorageReader>> m_readers;
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::atomic<int> m_waitingReads = 0;
    std::atomic<int> m_waitingWrites = 0;
    std::atomic<int> m_waitingSales = 0;
    std::atomic<quint32> m_nextReader = 0;
    std::atomic<bool> m_open = false;
};

} // namespace parterre::storage
