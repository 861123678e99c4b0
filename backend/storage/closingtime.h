// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>

#include <atomic>
#include <limits>

namespace parterre::storage {

// Until when what was asked for may still be tried: for ever, until the storage closes. Any thread may ask.
class ClosingTime
{
public:
    void set(std::chrono::milliseconds fromNow) { m_at = QDeadlineTimer(fromNow).deadlineNSecs(); }
    [[nodiscard]] bool isOver() const { return QDeadlineTimer::current().deadlineNSecs() >= m_at; }

private:
    std::atomic<qint64> m_at = std::numeric_limits<qint64>::max();
};

} // namespace parterre::storage
