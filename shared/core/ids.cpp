// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/ids.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace parterre {

void writeUuid(const QUuid &id, char *out)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::array<uchar, 16> bytes {};
    qToBigEndian(id.data1, bytes.data());
    qToBigEndian(id.data2, bytes.data() + 4);
    qToBigEndian(id.data3, bytes.data() + 6);
    std::copy(std::begin(id.data4), std::end(id.data4), bytes.data() + 8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        *out++ = kDigits[bytes[i] >> 4];
        *out++ = kDigits[bytes[i] & 0xF];
    }
}

QUuid UuidV7Generator::next()
{
    const auto ms = static_cast<quint64>(m_clock.utcNow().time_since_epoch().count());
    std::array<quint32, 3> random {};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));

    const auto timeHigh = static_cast<uint>(ms >> 16);
    const auto timeLow = static_cast<ushort>(ms & 0xffff);
    const auto versionAndRandom = static_cast<ushort>(0x7000 | (random[0] & 0x0fff));
    const auto byte = [&random](int word, int shift) { return static_cast<uchar>(random[static_cast<std::size_t>(word)] >> shift); };
    const auto variant = static_cast<uchar>(0x80 | (byte(0, 16) & 0x3f));
    return QUuid(timeHigh, timeLow, versionAndRandom, variant, byte(0, 24), byte(1, 0), byte(1, 8), byte(1, 16), byte(1, 24),
                 byte(2, 0), byte(2, 8));
}

} // namespace parterre
