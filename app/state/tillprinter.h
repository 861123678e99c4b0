// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/printing.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace parterre {

// The receipt printer of this desk. What is printed is made and sent on a thread of its own, one after the other, so that a
// slow printer, or one that is not there, delays nobody but itself.
class TillPrinter final : public QObject
{
    Q_OBJECT

public:
    using Make = std::function<QByteArray()>;              // on the printer's thread
    using Handler = std::function<void(const Result<void> &)>;

    explicit TillPrinter(const net::PrinterTimings &timings = {}, QObject *parent = nullptr);
    // What is not printed yet is given up.
    ~TillPrinter() override;

    // What people write for a printer: host and port, or a device.
    [[nodiscard]] static bool isAddress(const QString &written) { return net::printerAddress(written).has_value(); }

    // First asks the printer how it is, where it answers.
    void print(const QString &address, Make make, QObject *context, Handler done);
    // Opens the drawer even when there is no paper.
    void kickDrawer(const QString &address, const QByteArray &command, QObject *context, Handler done);

private:
    void send(const QString &address, Make make, bool asks, QObject *context, Handler done);

    const net::PrinterTimings m_timings;
    QThreadPool m_pool;                  // one thread
    std::atomic_bool m_givenUp = false;
};

} // namespace parterre
