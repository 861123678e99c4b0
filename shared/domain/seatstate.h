// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace parterre {

// What everybody may know of a seat. "Mine" is not among them: a client knows its own holds, so that one message
// serves every client. The numbers go over the wire.
enum class SeatState : quint8 { Free = 0, Held = 1, Sold = 2, Blocked = 3 };

inline constexpr int kSeatStateCount = 4;

struct SeatChange {
    qint32 seat = 0;
    SeatState state = SeatState::Free;

    friend bool operator==(const SeatChange &, const SeatChange &) = default;
};

// Two bits a seat, seat 0 in the lowest bits of the first byte, then base64 (RFC 4648, padded).
// 100,000 seats are 33 kB.
[[nodiscard]] QByteArray packSeatStates(std::span<const SeatState> states);
// Nothing when the text is not base64 or does not hold exactly `count` seats with zeroed padding.
[[nodiscard]] std::optional<std::vector<SeatState>> unpackSeatStates(QByteArrayView packed, qint32 count);

} // namespace parterre
