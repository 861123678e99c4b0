// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/printing.h"

#include "app/net/printerline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <thread>

namespace parterre::net {

namespace {

// "Transmit real-time status" (DLE EOT n) and the bits of its answers, as in the makers' ESC/POS references.
enum class Asked : char { Offline = 2, Paper = 4 };
constexpr char kDle = 0x10;
constexpr char kEot = 0x04;
constexpr uchar kFixedBits = 0x93; // of every answer: 0 x x 1 x x 1 0
constexpr uchar kFixed = 0x12;
constexpr uchar kPaperOut = 0x60;
constexpr uchar kCoverOpen = 0x04;
constexpr uchar kFault = 0x40;

// Nothing from a printer that cannot say.
std::optional<uchar> answerOf(PrinterLine &line, Asked asked, const PrinterTimings &timings, const std::atomic_bool &givenUp)
{
    const std::array<char, 3> question {kDle, kEot, static_cast<char>(asked)};
    if (!line.write(QByteArray(question.data(), question.size()), {timings.statusTimeout, givenUp}))
        return std::nullopt;
    for (const char byte : line.read(timings.statusTimeout)) {
        if ((static_cast<uchar>(byte) & kFixedBits) == kFixed)
            return static_cast<uchar>(byte);
    }
    return std::nullopt;
}

Result<void> askHowItIs(PrinterLine &line, const PrinterTimings &timings, const std::atomic_bool &givenUp)
{
    const std::optional<uchar> paper = answerOf(line, Asked::Paper, timings, givenUp);
    if (!paper)
        return {};
    if (*paper & kPaperOut)
        return ErrorCode::PrinterNoPaper;
    const std::optional<uchar> offline = answerOf(line, Asked::Offline, timings, givenUp);
    if (offline && (*offline & (kCoverOpen | kFault)))
        return ErrorCode::PrinterNotReady;
    return {};
}

void pause(std::chrono::milliseconds longest, const std::atomic_bool &givenUp)
{
    const Quiet quiet;
    while (!quiet.isOver({longest, givenUp}))
        std::this_thread::sleep_for(std::min(longest, kPrinterGlance));
}

} // namespace

Result<void> printNow(const PrinterAddress &to, const QByteArray &commands, bool asks, const PrinterTimings &timings, const std::atomic_bool &givenUp)
{
    const std::unique_ptr<PrinterLine> line = makePrinterLine(to);
    Result<void> reached = line->open(timings.openTimeout);
    for (int tried = 1; !reached && tried < timings.tries && !givenUp; ++tried) {
        pause(timings.betweenTries, givenUp);
        reached = line->open(timings.openTimeout);
    }
    if (!reached)
        return reached;
    if (asks) {
        if (Result<void> ready = askHowItIs(*line, timings, givenUp); !ready)
            return ready;
    }
    if (Result<void> written = line->write(commands, {timings.quietTimeout, givenUp}); !written)
        return written;
    line->close({timings.quietTimeout, givenUp});
    return {};
}

} // namespace parterre::net
