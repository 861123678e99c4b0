// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace parterre::net {

inline constexpr int kPrinterPort = 9100;

// Where a receipt printer is: a host and a port, or a file of this computer's devices.
struct PrinterAddress {
    QString host = {};
    quint16 port = kPrinterPort;
    QString device = {}; // then there is no host

    friend bool operator==(const PrinterAddress &, const PrinterAddress &) = default;
};

// Behind what a person wrote: "192.168.0.20", "till-1.example.org:9100", "/dev/usb/lp0". Nothing for anything else.
[[nodiscard]] std::optional<PrinterAddress> printerAddress(const QString &written);

} // namespace parterre::net
