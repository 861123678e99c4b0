// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatstate.h"

namespace parterre {

namespace {

constexpr std::size_t kSeatsPerByte = 4;

}

QByteArray packSeatStates(std::span<const SeatState> states)
{
    QByteArray bytes(static_cast<qsizetype>((states.size() + kSeatsPerByte - 1) / kSeatsPerByte), '\0');
    char *out = bytes.data();
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto shifted = static_cast<unsigned>(states[i]) << (2 * (i % kSeatsPerByte));
        out[i / kSeatsPerByte] = static_cast<char>(static_cast<unsigned char>(out[i / kSeatsPerByte]) | shifted);
    }
    return bytes.toBase64();
}

std::optional<std::vector<SeatState>> unpackSeatStates(QByteArrayView packed, qint32 count)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(packed.data(), packed.size()),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const auto seats = static_cast<std::size_t>(count);
    if (count < 0 || !decoded || static_cast<std::size_t>((*decoded).size()) != (seats + kSeatsPerByte - 1) / kSeatsPerByte)
        return std::nullopt;

    std::vector<SeatState> states(seats);
    const auto bits = [&decoded](std::size_t seat) {
        const auto byte = static_cast<unsigned char>((*decoded).at(static_cast<qsizetype>(seat / kSeatsPerByte)));
        return (byte >> (2 * (seat % kSeatsPerByte))) & 3U;
    };
    for (std::size_t i = 0; i < seats; ++i)
        states[i] = static_cast<SeatState>(bits(i));
    for (std::size_t i = seats; i % kSeatsPerByte != 0; ++i) {
        if (bits(i) != 0)
            return std::nullopt;
    }
    return states;
}

} // namespace parterre
