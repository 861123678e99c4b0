// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/tillprinter.h"

#include "shared/core/inpool.h"

namespace parterre {

TillPrinter::TillPrinter(const net::PrinterTimings &timings, QObject *parent) : QObject(parent), m_timings(timings)
{
    m_pool.setMaxThreadCount(1);
}

TillPrinter::~TillPrinter()
{
    m_givenUp = true;
    m_pool.waitForDone();
}

void TillPrinter::print(const QString &address, Make make, QObject *context, Handler done)
{
    send(address, std::move(make), true, context, std::move(done));
}

void TillPrinter::kickDrawer(const QString &address, const QByteArray &command, QObject *context, Handler done)
{
    send(address, [command] { return command; }, false, context, std::move(done));
}

void TillPrinter::send(const QString &address, Make make, bool asks, QObject *context, Handler done)
{
    auto *watcher = new QFutureWatcher<Result<void>>(context);
    connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(inPool(m_pool, [this, to = net::printerAddress(address), make = std::move(make), asks]() -> Result<void> {
        if (!to || m_givenUp)
            return ErrorCode::PrinterUnreachable;
        return net::printNow(*to, make(), asks, m_timings, m_givenUp);
    }));
}

} // namespace parterre
