// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "tests/history/recorder.h"
#include "tests/history/seatboard.h"

#include <QUrl>

namespace parterre::history {

// What all clients of a run share.
struct Stage {
    Recorder recorder;
    QRandomGenerator random;
    SeatBoard board;
    QByteArray event; // as the wire has it
    QUrl server; // empty while there is none
    int life = 0; // which server serves, counted
    std::size_t abandoned = 0; // holds that their client leaves to time
    bool isClosing = false; // nothing new is begun
    int surprises = 0; // connections that the server closed without being killed
    QStringList complaints; // answers that no client understands
    Moment began = 0;
    double mostPerSecond = 0; // requests: holds need lives of the server that are long enough to run out in; 0: no limit

    [[nodiscard]] bool chance(double percent) { return random.generateDouble() * 100 < percent; }
    // How far the run is ahead of its pace.
    [[nodiscard]] int millisecondsEarly() const
    {
        if (mostPerSecond <= 0)
            return 0;
        const double due = static_cast<double>(recorder.operations()) / mostPerSecond;
        const double passed = static_cast<double>(Recorder::now() - began) / 1e9;
        return due > passed ? static_cast<int>((due - passed) * 1'000) + 1 : 0;
    }
    // Whether the run has less of something than it should.
    [[nodiscard]] bool isBelow(std::size_t part, double percent) const
    {
        return static_cast<double>(part) * 100 < percent * static_cast<double>(recorder.operations() + 1);
    }
};

} // namespace parterre::history
