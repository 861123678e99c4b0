// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/ids.h"

#include <QRandomGenerator>

#include <array>

namespace parterre {

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
