// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seatstate.h"

namespace parterre {

// All seats' states as packSeatStates() writes them, kept up to date seat by seat: whoever comes gets a map of 100,000
// seats without anybody looking at 100,000 seats. A reader's copy stays as it was.
class PackedSeatStates
{
public:
    explicit PackedSeatStates(std::span<const SeatState> states);

    // Expects one of its seats.
    void set(qint32 seat, SeatState state);
    [[nodiscard]] const QByteArray &base64() const { return m_base64; }

private:
    QByteArray m_bytes;
    QByteArray m_base64;
};

} // namespace parterre
