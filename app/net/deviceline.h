// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/printerline.h"

namespace parterre::net {

// A printer at a device of this computer ("/dev/usb/lp0"), or whatever reads from a pipe. Anything else is refused: what
// stands in a file or on a disk would be written over. For systems with device files; elsewhere nothing opens.
class DeviceLine final : public PrinterLine
{
public:
    explicit DeviceLine(const QString &path) : m_path(path) {}
    ~DeviceLine() override;
    Q_DISABLE_COPY_MOVE(DeviceLine)

    Result<void> open(std::chrono::milliseconds longest) override;
    Result<void> write(const QByteArray &bytes, PrinterPatience patience) override;
    QByteArray read(std::chrono::milliseconds longest) override;
    void close(PrinterPatience patience) override;

private:
    const QString m_path;
    int m_descriptor = -1;
};

} // namespace parterre::net
