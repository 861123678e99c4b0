// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/domain/seatstate.h"

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace parterre::testing {

class RawRpcClient;

// A clerk who holds and releases seats of one event all the time, so that there is something to tell those who watch it.
// On a thread of its own.
class SeatMover
{
public:
    // So many seats change forty times a second.
    SeatMover(quint16 port, const EventId &event, int seatsAtOnce);
    ~SeatMover();
    Q_DISABLE_COPY_MOVE(SeatMover)

    // Ends it; the seat map as it is then, and stays while this object lives.
    [[nodiscard]] std::vector<SeatState> stop();
    // Seats changed so far.
    [[nodiscard]] int changes() const { return m_changes; }

private:
    void run(const std::stop_token &stop);

    const quint16 m_port;
    const EventId m_event;
    const int m_seatsAtOnce;
    std::atomic<int> m_changes = 0;
    std::vector<SeatState> m_last;
    std::unique_ptr<RawRpcClient> m_client; // of the thread
    std::jthread m_thread;
};

} // namespace parterre::testing
