// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/history.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <functional>

namespace parterre::history {

// Writes down what the clients of one run asked and were told, and gives them numbers for what has long names.
class Recorder {
public:
    explicit Recorder(const Promises &promises) { m_history.promises = promises; }

    [[nodiscard]] static Moment now()
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }
    [[nodiscard]] quint32 newSession() { return ++m_sessions; }
    [[nodiscard]] qint64 newKey() { return ++m_keys; }
    [[nodiscard]] qint64 bookingNumber(const QString &id)
    {
        qint64 &number = m_bookings[id];
        if (number == 0)
            number = m_bookings.size();
        return number;
    }
    [[nodiscard]] qint64 knownBooking(const QString &id) const { return m_bookings.value(id); }

    void add(const Operation &operation, std::span<const SeatNote> seats = {})
    {
        m_history.add(operation, seats);
        count(operation);
    }
    void addRead(const Operation &operation, std::span<const SeenSeat> seats)
    {
        m_history.addRead(operation, seats);
        count(operation);
    }

    // Requests so far; what is told about connections and subscriptions is none.
    [[nodiscard]] std::size_t operations() const { return m_operations; }
    [[nodiscard]] std::size_t conflicts() const { return m_conflicts; }
    [[nodiscard]] std::size_t unknown() const { return m_unknown; }
    [[nodiscard]] const History &history() const { return m_history; }
    std::function<void()> onOperation = [] {};

private:
    void count(const Operation &operation)
    {
        if (operation.kind >= Kind::Lost)
            return;
        ++m_operations;
        m_conflicts += operation.outcome == Outcome::Conflict ? 1 : 0;
        m_unknown += operation.outcome == Outcome::Unknown ? 1 : 0;
        onOperation();
    }

    History m_history;
    quint32 m_sessions = 0;
    qint64 m_keys = 0;
    QHash<QString, qint64> m_bookings;
    std::size_t m_operations = 0;
    std::size_t m_conflicts = 0;
    std::size_t m_unknown = 0;
};

} // namespace parterre::history
