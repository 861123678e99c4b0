// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seatstate.h"

#include <QtGlobal>

#include <limits>
#include <span>
#include <vector>

namespace parterre::history {

// Nanoseconds on one clock that never jumps.
using Moment = qint64;
inline constexpr Moment kNever = std::numeric_limits<Moment>::max();
inline constexpr Moment kAlways = std::numeric_limits<Moment>::min();
inline constexpr Moment kMillisecond = 1'000'000;

// What a client asked for, or what happened to it:
// Lost its connection ended · Back it asked to take up its visit again (ok: it could) · Leave it ended its visit itself
// · Kill the server was killed between start and end, whoever noticed when · Watch what a subscription showed.
enum class Kind : quint8 { Hold, Extend, Release, Confirm, Cancel, Read, Lost, Back, Leave, Kill, Watch };

[[nodiscard]] constexpr bool showsMap(Kind kind) { return kind == Kind::Read || kind == Kind::Watch; }

// Unknown: no answer came, so it may have happened at any time from its start on, or never.
// Refused: for a reason that says nothing about seats (a payment, a limit, a checkout under way).
enum class Outcome : quint8 { Ok, Conflict, NotHeld, Refused, Unknown };

// One seat of an operation. Hold and Extend: the version and the promised end that the server answered.
// Confirm: the version that was shown. Conflict and NotHeld: whether the refusal named the seat.
struct SeatNote {
    qint64 version = 0;
    Moment deadline = 0;
    qint32 place = 0;
    bool isNamed = false;
};

struct SeenSeat {
    qint32 place = 0;
    SeatState state = SeatState::Free;
};

struct Operation {
    Moment start = 0;
    Moment end = kNever; // of an unknown one: kNever
    qint64 key = 0; // the idempotency key of Confirm and Cancel, as a number
    qint64 booking = 0; // what a Confirm sold or a Cancel is about, as a number
    qint64 revision = 0; // of the map that was seen; 0: none was told
    quint32 id = 0;
    quint32 session = 0;
    quint32 event = 0;
    quint32 first = 0; // of its seats in the history's pool
    quint32 count = 0;
    Kind kind = Kind::Hold;
    Outcome outcome = Outcome::Ok;
};

// What the server promised about time, and how late it may be.
struct Promises {
    Moment holdTime = 0;
    Moment extensionTime = 0;
    Moment grace = 0; // that holds outlive a lost connection
    Moment lateness = 2'000 * kMillisecond; // a hold is free that long after its end at the latest
    Moment precision = 5 * kMillisecond; // of the promised ends
};

// Everything that clients asked of one server and what they were told.
class History {
public:
    Promises promises;

    // Their `first`, `count` and, when it is 0, `id` are set here.
    void add(Operation operation, std::span<const SeatNote> seats = {})
    {
        place(operation, m_notes.size(), seats.size());
        m_notes.insert(m_notes.end(), seats.begin(), seats.end());
    }
    void addRead(Operation operation, std::span<const SeenSeat> seats)
    {
        place(operation, m_seen.size(), seats.size());
        m_seen.insert(m_seen.end(), seats.begin(), seats.end());
    }

    [[nodiscard]] const std::vector<Operation> &operations() const { return m_operations; }
    [[nodiscard]] std::span<const SeatNote> notes(const Operation &operation) const
    {
        return showsMap(operation.kind) ? std::span<const SeatNote>()
                                        : std::span(m_notes).subspan(operation.first, operation.count);
    }
    [[nodiscard]] std::span<const SeenSeat> seen(const Operation &operation) const
    {
        return showsMap(operation.kind) ? std::span(m_seen).subspan(operation.first, operation.count)
                                        : std::span<const SeenSeat>();
    }
    [[nodiscard]] std::size_t noteCount() const { return m_notes.size(); }
    [[nodiscard]] std::size_t seenCount() const { return m_seen.size(); }

private:
    void place(Operation &operation, std::size_t first, std::size_t count)
    {
        operation.first = static_cast<quint32>(first);
        operation.count = static_cast<quint32>(count);
        if (operation.id == 0)
            operation.id = static_cast<quint32>(m_operations.size() + 1);
        if (operation.outcome == Outcome::Unknown)
            operation.end = kNever;
        m_operations.push_back(operation);
    }

    std::vector<Operation> m_operations;
    std::vector<SeatNote> m_notes;
    std::vector<SeenSeat> m_seen;
};

} // namespace parterre::history
