// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

namespace parterre::simulation {

using namespace std::chrono_literals;

namespace {

constexpr auto kShuffle = 5ms; // in which order what waited for a paused server comes in

}

Office::~Office() = default;

void Office::start()
{
    m_startNumber = m_stage.database.nextEpoch();
    m_pausedUntil = m_stage.now;
    m_process = std::make_unique<OfficeProcess>(m_stage, m_sales, m_noShows, m_number, m_startNumber, m_skew);
    m_stage.trace.add("start", m_number, m_startNumber);
}

void Office::crash()
{
    ++m_stage.tally.crashes;
    m_stage.trace.add("crash", m_number, m_startNumber);
    for (auto &[number, call] : m_process->store().strays())
        m_strays.push_back({m_startNumber, number, std::move(call)});
    m_process.reset();
    m_stage.agenda.put({.kind = LetterKind::Start, .office = static_cast<qint8>(m_number)}, m_stage.now + 20ms + m_stage.random.within(800ms));
}

void Office::cancel(int show)
{
    if (!isServing() || isPaused())
        return;
    m_process->cancel(show);
    m_process->send();
}

void Office::payOut(int sale)
{
    if (!isServing() || isPaused())
        return;
    m_process->payOut(sale);
    m_process->send();
}

void Office::pause(std::chrono::milliseconds length)
{
    m_pausedUntil = m_stage.now + length;
    m_stage.trace.add("pause", m_number, length.count());
}

bool Office::deliver(const Letter &letter)
{
    if (letter.kind == LetterKind::StoreEffect)
        return takeEffect(letter);
    if (!m_process || (letter.start != 0 && letter.start != m_startNumber) || (letter.kind == LetterKind::Alarm && !m_process->alarms().isSet(letter)))
        return false;
    if (isPaused()) {
        // It all waits at the door, and what is no answer to a write comes in in any order.
        const auto shuffle = letter.kind == LetterKind::StoreAnswer ? 0ms : m_stage.random.within(kShuffle);
        Letter waiting = letter;
        waiting.start = m_startNumber; // and dies with the process
        m_stage.agenda.put(waiting, m_pausedUntil + shuffle);
        return false;
    }
    switch (letter.kind) {
    case LetterKind::Request:
        if (!isServing())
            return false; // nobody listens yet
        m_process->receive(letter.number);
        break;
    case LetterKind::LinkLost:
        m_process->linkLost(letter.link);
        break;
    case LetterKind::Alarm:
        m_process->alarms().ring(letter);
        break;
    case LetterKind::Flush:
        m_process->flush();
        break;
    case LetterKind::StoreAnswer:
        hearFromStore(letter);
        break;
    default:
        return false;
    }
    return true;
}

bool Office::takeEffect(const Letter &letter)
{
    if (!m_process || letter.start != m_startNumber) {
        const auto stray = std::find_if(m_strays.begin(), m_strays.end(), [&](const Stray &s) { return s.start == letter.start && s.number == letter.number; });
        if (stray == m_strays.end())
            return false;
        ++m_stage.tally.strayWrites;
        stray->call->takeEffect(m_stage, nullptr);
        m_strays.erase(stray);
        return true;
    }
    StoreCall &call = m_process->store().call(letter.number);
    if (call.crash == CrashMoment::BeforeEffect) {
        call.happens = false;
        crashIn(call);
        return true;
    }
    m_process->store().takeEffect(letter.number);
    if (call.crash == CrashMoment::AfterEffect)
        crashIn(call);
    return true;
}

void Office::hearFromStore(const Letter &letter)
{
    m_process->store().answer(letter.number);
    StoreCall &call = m_process->store().call(letter.number);
    if (call.crash == CrashMoment::AfterAnswer) {
        crashIn(call);
    } else if (m_process->startFailed()) {
        ++m_stage.tally.startsFailed;
        crash();
    }
}

void Office::crashIn(const StoreCall &call)
{
    const bool asksAgain = *call.crash == CrashMoment::AfterAnswer && call.fault && call.fault->code == ErrorCode::OutcomeUnknown;
    ++m_stage.tally.crashedAt[std::size_t(asksAgain ? Await::AskAgain : call.await)][std::size_t(*call.crash)];
    crash();
}

void Office::endStep()
{
    if (!m_process)
        return;
    m_process->send();
    compare();
}

void Office::compare()
{
    if (m_process)
        m_process->compare(m_pausedUntil);
}

bool Office::isServing() const
{
    return m_process && m_process->isServing();
}

std::optional<Tick> Office::nextDeadline() const
{
    return m_process ? m_process->nextDeadline() : std::nullopt;
}

bool Office::isAtRest() const
{
    // What waited at the door is in a moment after it opened.
    return m_process && m_process->isAtRest() && m_stage.now > m_pausedUntil + kShuffle;
}

std::optional<Instant> Office::utcNow() const
{
    return m_process ? std::optional(m_process->utcNow()) : std::nullopt;
}

const services::OpenEvent *Office::event(int show) const
{
    return m_process ? m_process->event(show) : nullptr;
}

std::optional<quint64> Office::pictureAt(int show, qint64 revision) const
{
    return m_process ? m_process->promises().pictureAt(show, revision) : std::nullopt;
}

} // namespace parterre::simulation
