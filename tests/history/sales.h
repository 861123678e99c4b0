// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/violation.h"
#include "tests/history/visits.h"

namespace parterre::history {

// All requests with one idempotency key: they sell once or never.
struct Sale {
    qint64 key = 0;
    qint64 booking = 0; // of the first that succeeded
    const Operation *ok = nullptr; // the first that succeeded
    const Operation *request = nullptr; // that one, or the first that may have
    Window moment{kNever, kNever}; // of the sale; high is kNever while nobody knows of it
    std::vector<quint32> sessions; // who may have sold
    Moment unknownUntil = kAlways; // from when on no unanswered request can act any more
    bool isSettled = false; // an answer after that: nothing was sold

    // Cancellations of the booking. Both kNever: there was none.
    Window cancelled{kNever, kNever};
    const Operation *cancel = nullptr; // the first that succeeded or may have

    [[nodiscard]] bool isSure() const { return ok != nullptr; }
    [[nodiscard]] bool isPossible() const { return ok || (request && !isSettled); }
};

// The sales of a history, by key and by booking: what one key promises, and what was cancelled.
class Sales {
public:
    Sales(const History &history, const Visits &visits, Violations &violations);

    [[nodiscard]] const std::vector<Sale> &all() const { return m_sales; }
    // Nothing for a Confirm without effect.
    [[nodiscard]] const Sale *ofKey(qint64 key) const;

private:
    void addConfirm(const Operation &operation);
    void checkAnswers(const std::vector<const Operation *> &confirms);
    void addCancel(const Operation &operation);
    [[nodiscard]] bool namesTheSame(const Operation &a, const Operation &b) const;

    const History &m_history;
    const Visits &m_visits;
    Violations &m_violations;
    std::vector<Sale> m_sales;
    std::unordered_map<qint64, std::size_t> m_byKey;
    std::unordered_map<qint64, std::size_t> m_byBooking;
    std::unordered_map<qint64, qint64> m_cancelKeys; // by booking: the key that cancelled it
};

} // namespace parterre::history
