// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

namespace parterre {

// Calls work(i) for all 0 <= i < count, `grain` after each other at a time, on this thread and on those of the common pool
// that have nothing to do; returns when all is done. May itself be called on a thread of the pool.
template<class Work>
void inParallel(qsizetype count, qsizetype grain, Work work)
{
    std::atomic<qsizetype> next = 0;
    const auto takeParts = [&] {
        for (qsizetype first = next.fetch_add(grain); first < count; first = next.fetch_add(grain)) {
            for (qsizetype i = first; i < std::min(first + grain, count); ++i)
                work(i);
        }
    };
    QThreadPool *pool = QThreadPool::globalInstance();
    QSemaphore done;
    int helpers = 0;
    for (qsizetype parts = (count + grain - 1) / grain; helpers < std::min<qsizetype>(pool->maxThreadCount(), parts) - 1; ++helpers) {
        const bool started = pool->tryStart([&] {
            takeParts();
            done.release();
        });
        if (!started)
            break;
    }
    takeParts();
    done.acquire(helpers);
}

} // namespace parterre
