// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace parterre {

// Runs `work` on a thread of the pool.
template<class Work>
auto inPool(QThreadPool &pool, Work work) -> QFuture<decltype(work())>
{
    auto promise = std::make_shared<QPromise<decltype(work())>>();
    auto future = promise->future();
    pool.start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

// On a thread of the common pool.
template<class Work>
auto inPool(Work work) -> QFuture<decltype(work())>
{
    return inPool(*QThreadPool::globalInstance(), std::move(work));
}

// The same, then `done(result)` on the context's thread, which is the caller's; never once the context is gone. Not with
// QFuture::then(context, …): of Qt 6.4 that asserts when the context dies before the work is done.
template<class Work, class Done>
void inPool(QObject *context, Work work, Done done)
{
    auto *watcher = new QFutureWatcher<decltype(work())>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(inPool(std::move(work)));
}

} // namespace parterre
