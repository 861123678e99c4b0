// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/printerline.h"

#include "app/net/deviceline.h"

#include <QTcpSocket>

namespace parterre::net {

namespace {

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

class SocketLine final : public PrinterLine
{
public:
    explicit SocketLine(const PrinterAddress &to) : m_to(to)
    {
        QObject::connect(&m_socket, &QIODevice::bytesWritten, &m_socket, [this](qint64 bytes) { m_taken += bytes; });
    }

    Result<void> open(std::chrono::milliseconds longest) override
    {
        m_socket.abort();
        m_socket.connectToHost(m_to.host, m_to.port);
        if (m_socket.waitForConnected(milliseconds(longest)))
            return {};
        return Error {.code = ErrorCode::PrinterUnreachable, .detail = m_socket.errorString()};
    }

    Result<void> write(const QByteArray &bytes, PrinterPatience patience) override
    {
        m_taken = 0;
        m_socket.write(bytes);
        Quiet quiet;
        // What is left to be written is forgotten when the printer closes, so that what was taken is counted.
        while (m_taken < bytes.size()) {
            const qint64 before = m_taken;
            (void)m_socket.waitForBytesWritten(milliseconds(kPrinterGlance));
            if (m_taken > before)
                quiet.disturb();
            else if (m_socket.state() != QAbstractSocket::ConnectedState || quiet.isOver(patience))
                return Error {.code = ErrorCode::PrinterStopped, .detail = m_socket.errorString()};
        }
        return {};
    }

    QByteArray read(std::chrono::milliseconds longest) override
    {
        if (m_socket.bytesAvailable() == 0)
            (void)m_socket.waitForReadyRead(milliseconds(longest));
        return m_socket.readAll();
    }

    // The system delivers what it took after the socket is closed, too.
    void close(PrinterPatience) override { m_socket.disconnectFromHost(); }

private:
    const PrinterAddress m_to;
    QTcpSocket m_socket;
    qint64 m_taken = 0;
};

} // namespace

std::unique_ptr<PrinterLine> makePrinterLine(const PrinterAddress &to)
{
    if (to.device.isEmpty())
        return std::make_unique<SocketLine>(to);
    return std::make_unique<DeviceLine>(to.device);
}

} // namespace parterre::net
