// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/pendingwrites.h"

#include "shared/core/defects.h"

namespace parterre::services {

namespace {

constexpr std::chrono::seconds kAskAgain {1};

} // namespace

void PendingWrite::answer(const Result<Booking> &result)
{
    for (const Done<Booking> &done : std::exchange(waiting, {}))
        done(result);
}

bool PendingWrite::isOpenAfter(const Error &error)
{
    outcomeUnknown = outcomeUnknown || error.code == ErrorCode::OutcomeUnknown;
    const bool noVerdict = error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::StorageUnavailable || error.code == ErrorCode::Overloaded;
    return outcomeUnknown && noVerdict;
}

PendingWrites::PendingWrites(SaleStore &store, const Clock &clock, Scheduler &scheduler)
    : m_store(store), m_clock(clock), m_askAgain(scheduler.makeAlarm([this] { onAskAgain(); }))
{
}

void PendingWrites::begin(const std::shared_ptr<PendingWrite> &write)
{
    m_underWay.emplace(KeyName(write->actor, write->key), write);
}

void PendingWrites::finish(const std::shared_ptr<PendingWrite> &write, const Result<Booking> &result)
{
    const auto underWay = m_underWay.find({write->actor, write->key});
    if (underWay != m_underWay.end() && underWay->second == write)
        m_underWay.erase(underWay);
    write->answer(result);
}

void PendingWrites::answerEarlier(const UserId &actor, const QString &key, const QByteArray &requestHash, const Error &otherwise, const Done<Booking> &done)
{
    if (isSeeded(Defect::RepetitionRefused)) {
        done(otherwise);
        return;
    }
    // The same request, still on its way. The store may know of it before we do; but whoever hears of it next asks for the
    // map, and has to see there what was done.
    const auto underWay = [this, name = KeyName(actor, key), requestHash]() -> PendingWrite * {
        const auto found = m_underWay.find(name);
        return found != m_underWay.end() && found->second->requestHash == requestHash ? found->second.get() : nullptr;
    };
    if (PendingWrite *same = underWay(); same && !same->outcomeUnknown) {
        same->waiting.push_back(done);
        return;
    }
    m_store.bookingOfKey(actor, key, requestHash, [underWay, otherwise, done](const Result<Booking> &earlier) {
        PendingWrite *same = underWay();
        if (earlier && same)
            same->waiting.push_back(done);
        else
            done(!earlier && earlier.error().code == ErrorCode::NotFound ? Result<Booking>(otherwise) : earlier);
    });
}

void PendingWrites::askAgainLater(std::function<void()> again)
{
    m_questions.push_back({.due = m_clock.steadyNow() + kAskAgain, .again = std::move(again)});
    if (m_questions.size() == 1)
        m_askAgain->start(kAskAgain);
}

void PendingWrites::onAskAgain()
{
    const Tick now = m_clock.steadyNow();
    while (!m_questions.empty() && m_questions.front().due <= now) {
        const Question question = std::move(m_questions.front());
        m_questions.pop_front();
        question.again();
    }
    if (!m_questions.empty())
        m_askAgain->start(m_questions.front().due - now);
}

} // namespace parterre::services
