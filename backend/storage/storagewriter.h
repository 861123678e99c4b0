// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkoutbatch.h"
#include "backend/storage/database.h"

#include <QObject>

#include <deque>

namespace parterre::storage {

// The one that writes: jobs one after another, and sales in groups. Lives on its own thread with its own connection.
// While one group commits the next ones gather in this thread's event queue; then all of them, at most 500, go into
// one transaction. A group that cannot be written is halved until the sale that spoils it stands alone.
class StorageWriter : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<CheckoutOutcome>)>;

    StorageWriter(DatabaseConfig config, std::chrono::milliseconds retryFor);

    [[nodiscard]] Result<void> open(Instant now); // migrates
    // Writes and answers what waits, then disconnects.
    void finish();

    [[nodiscard]] Database &database() { return m_database; }
    void book(CheckoutWrite write, Done done);

    static constexpr qsizetype kMaxGroup = 500;

private:
    struct Waiting {
        Checkout checkout;
        Done done;
    };
    using Group = std::span<Waiting>;

    void scheduleFlush();
    void flush();
    void writeGroup(Group group, std::vector<Waiting> &again);
    // Nothing when every sale of the group was answered or put into `again`; else why the group as a whole failed.
    [[nodiscard]] std::optional<Error> tryGroup(Group group, std::vector<Waiting> &again);

    Database m_database;
    const std::chrono::milliseconds m_retryFor;
    std::deque<Waiting> m_waiting;
    bool m_flushScheduled = false;
};

} // namespace parterre::storage
