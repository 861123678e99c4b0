// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/printeraddress.h"
#include "shared/core/result.h"

#include <QByteArray>

#include <atomic>
#include <chrono>

namespace parterre::net {

struct PrinterTimings {
    int tries = 3; // to reach it: one that somebody else prints on, or that is being switched on
    std::chrono::milliseconds openTimeout {3'000};
    std::chrono::milliseconds betweenTries {1'000};
    std::chrono::milliseconds statusTimeout {400}; // printers that can say how they are do so at once
    std::chrono::milliseconds quietTimeout {15'000}; // without taking anything
};

// Sends the commands to a receipt printer; waits, so not for the user interface's thread. `asks`: how the printer is, first,
// where it can say so. Tried again only as long as it has got nothing. PrinterUnreachable, PrinterNoPaper, PrinterNotReady,
// PrinterStopped.
[[nodiscard]] Result<void> printNow(const PrinterAddress &to, const QByteArray &commands, bool asks, const PrinterTimings &timings, const std::atomic_bool &givenUp);

} // namespace parterre::net
