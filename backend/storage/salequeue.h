// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkoutbatch.h"

#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace parterre::storage {

// A sale that waits, and whom to tell how it went.
struct WaitingSale {
    using Done = std::function<void(Result<CheckoutOutcome>)>;

    Checkout checkout = {};
    Done done = {};
};

// The sales that wait to be written: first come, first served, by one writer or by several that take turns. Each takes its
// share of what is on the way, so that one group is put together while the other is at the database; and what is not worth
// a commit of its own waits for the next. Any thread may use it.
class SaleQueue
{
public:
    // Makes a writer take(); called on any thread.
    using Wake = std::function<void(std::size_t writer)>;

    static constexpr std::size_t kMostTogether = 500;

    SaleQueue(std::size_t writers, Wake wake);

    void add(WaitingSale sale);
    // The next group of a writer that has none: empty when nothing waits, or too little while others are busy.
    [[nodiscard]] std::vector<WaitingSale> take(std::size_t writer);
    // The writer's group is written, but for those that are to be looked at again before all others.
    void finish(std::size_t writer, std::vector<WaitingSale> again);
    // Everything, for whoever says that it will not be written.
    [[nodiscard]] std::vector<WaitingSale> takeAll();

    [[nodiscard]] std::size_t size() const;
    // Whether take() would have something for this writer.
    [[nodiscard]] bool hasWorkFor(std::size_t writer) const;

private:
    struct Writer {
        std::size_t inHand = 0; // sales of its group
        bool woken = false;
    };

    [[nodiscard]] std::size_t inOtherHands(std::size_t writer) const;
    [[nodiscard]] bool mayBegin(std::size_t writer) const;
    [[nodiscard]] std::optional<std::size_t> sleeper(std::optional<std::size_t> awake);
    void wake(std::optional<std::size_t> writer) const;

    const Wake m_wake;
    mutable std::mutex m_mutex;
    std::deque<WaitingSale> m_waiting;
    std::vector<Writer> m_writers;
};

} // namespace parterre::storage
