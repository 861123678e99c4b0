// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/packedseatstates.h"

#include <algorithm>

namespace parterre {

namespace {

constexpr qsizetype kSeatsPerByte = 4;
constexpr qsizetype kBytesPerGroup = 3; // base64 writes three bytes as four characters
constexpr qsizetype kCharactersPerGroup = 4;
constexpr QByteArrayView kAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

}

PackedSeatStates::PackedSeatStates(std::span<const SeatState> states) : m_base64(packSeatStates(states))
{
    m_bytes = QByteArray::fromBase64(m_base64);
}

void PackedSeatStates::set(qint32 seat, SeatState state)
{
    const qsizetype at = seat / kSeatsPerByte;
    const unsigned shift = 2 * static_cast<unsigned>(seat % kSeatsPerByte);
    const auto before = static_cast<unsigned char>(m_bytes.at(at));
    const auto after = static_cast<unsigned char>((before & ~(3U << shift)) | (static_cast<unsigned>(state) << shift));
    if (before == after)
        return;
    m_bytes[at] = static_cast<char>(after);

    const qsizetype group = at / kBytesPerGroup;
    const qsizetype count = std::min(kBytesPerGroup, m_bytes.size() - group * kBytesPerGroup);
    unsigned bits = 0;
    for (qsizetype i = 0; i < kBytesPerGroup; ++i)
        bits = bits << 8 | (i < count ? static_cast<unsigned char>(m_bytes.at(group * kBytesPerGroup + i)) : 0U);
    char *out = m_base64.data() + group * kCharactersPerGroup;
    for (qsizetype i = 0; i <= count; ++i) // what is beyond is padding and stays
        out[i] = kAlphabet[(bits >> (6 * (3 - i))) & 0x3F];
}

} // namespace parterre
