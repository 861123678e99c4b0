// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/printeraddress.h"
#include "shared/core/result.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <memory>

namespace parterre::net {

// How long one waits for a printer, and whether anybody still does: looked at ten times a second.
struct PrinterPatience {
    std::chrono::milliseconds longest;
    const std::atomic_bool &givenUp;
};

// The way to a receipt printer, on whatever thread uses it: every call waits.
class PrinterLine
{
public:
    virtual ~PrinterLine() = default;

    [[nodiscard]] virtual Result<void> open(std::chrono::milliseconds longest) = 0; // PrinterUnreachable
    // All of it. PrinterStopped: the printer is gone, or took nothing for that long.
    [[nodiscard]] virtual Result<void> write(const QByteArray &bytes, PrinterPatience patience) = 0;
    // What the printer said meanwhile, if it can.
    [[nodiscard]] virtual QByteArray read(std::chrono::milliseconds longest) = 0;
    // What was written is let arrive.
    virtual void close(PrinterPatience patience) = 0;
};

[[nodiscard]] std::unique_ptr<PrinterLine> makePrinterLine(const PrinterAddress &to);

inline constexpr std::chrono::milliseconds kPrinterGlance {100}; // between looks at whether it is given up

// How long nothing has happened.
class Quiet
{
public:
    void disturb() { m_since = std::chrono::steady_clock::now(); }
    [[nodiscard]] bool isOver(const PrinterPatience &patience) const { return patience.givenUp || std::chrono::steady_clock::now() - m_since > patience.longest; }

private:
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

} // namespace parterre::net
