// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/atomicity.h"

#include <algorithm>
#include <string>

namespace parterre::history {

Atomicity::Atomicity(const History &history, const Visits &visits, const Seats &seats, Violations &violations)
    : m_history(history), m_visits(visits), m_seats(seats), m_violations(violations)
{
    for (std::size_t seat = 0; seat < seats.count(); ++seat) {
        if (seats.at(seat).isBroken())
            continue;
        const std::vector<Step> &steps = seats.at(seat).steps();
        for (std::size_t step = 0; step < steps.size(); ++step) {
            if (steps[step].cause)
                m_moves[steps[step].cause].push_back({seat, static_cast<int>(step)});
        }
    }
}

void Atomicity::checkReads()
{
    for (const Operation &operation : m_history.operations()) {
        if (showsMap(operation.kind) && operation.outcome == Outcome::Ok)
            checkRead(operation);
    }
}

void Atomicity::checkRead(const Operation &read)
{
    const Window window{read.start, std::min(read.end, m_visits.deathAfter(read.start).high)};
    std::vector<Glimpse> glimpses;
    for (const SeenSeat &seen : m_history.seen(read)) {
        const auto seat = m_seats.find(read.event, seen.place);
        if (!seat) {
            if (seen.state != SeatState::Free)
                m_violations.add(read.id,
                                 "a read shows seat " + std::to_string(seen.place) + " in a state that it never had");
            continue;
        }
        if (m_seats.at(*seat).isBroken())
            continue;
        if (const auto progress = m_seats.at(*seat).progressWhen(seen.state, window))
            glimpses.push_back({*seat, *progress});
        else
            m_violations.add(read.id,
                             "a read shows seat " + std::to_string(seen.place)
                                 + " in a state that it cannot have had then");
    }
    std::sort(glimpses.begin(), glimpses.end(), [](const Glimpse &a, const Glimpse &b) { return a.seat < b.seat; });
    checkParts(read, glimpses);
}

// A seat that was seen after an operation, and another before it.
void Atomicity::checkParts(const Operation &read, const std::vector<Glimpse> &glimpses)
{
    for (const Glimpse &glimpse : glimpses) {
        const int surelyBehind = glimpse.progress.first;
        const Operation *cause = surelyBehind == 0
            ? nullptr
            : m_seats.at(glimpse.seat).steps()[static_cast<std::size_t>(surelyBehind - 1)].cause;
        const auto moves = cause ? m_moves.find(cause) : m_moves.end();
        if (moves == m_moves.end())
            continue;
        for (const Place &other : moves->second) {
            const auto seen = std::lower_bound(glimpses.begin(), glimpses.end(), other.seat,
                                               [](const Glimpse &g, std::size_t seat) { return g.seat < seat; });
            if (seen != glimpses.end() && seen->seat == other.seat && seen->progress.second <= other.step) {
                m_violations.add(read.id, "a read shows a part of operation " + std::to_string(cause->id));
                return;
            }
        }
    }
}

// The order in which operations moved each seat has to be one order for all of them: a graph without a circle.
void Atomicity::checkOrder()
{
    std::unordered_map<const Operation *, std::vector<const Operation *>> followers;
    std::unordered_map<const Operation *, std::size_t> waitsFor;
    for (std::size_t seat = 0; seat < m_seats.count(); ++seat) {
        if (m_seats.at(seat).isBroken())
            continue;
        const Operation *previous = nullptr;
        for (const Step &step : m_seats.at(seat).steps()) {
            if (!step.cause)
                continue;
            waitsFor.try_emplace(step.cause, 0);
            if (previous) {
                followers[previous].push_back(step.cause);
                ++waitsFor[step.cause];
            }
            previous = step.cause;
        }
    }
    std::vector<const Operation *> ready;
    for (const auto &[operation, count] : waitsFor) {
        if (count == 0)
            ready.push_back(operation);
    }
    std::size_t done = 0;
    for (; !ready.empty(); ++done) {
        const Operation *operation = ready.back();
        ready.pop_back();
        for (const Operation *follower : followers[operation]) {
            if (--waitsFor[follower] == 0)
                ready.push_back(follower);
        }
    }
    if (done == waitsFor.size())
        return;
    quint32 first = std::numeric_limits<quint32>::max();
    for (const auto &[operation, count] : waitsFor) {
        if (count > 0)
            first = std::min(first, operation->id);
    }
    m_violations.add(first, "operations on several seats came in one order on one seat and in another on the next");
}

} // namespace parterre::history
