// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/testhouses.h"

#include "app/seatmap/seatpainter.h"
#include "shared/domain/seatstate.h"

#include <QColor>
#include <QImage>

#include <vector>

namespace parterre::bench {

// Where seats are first seen one by one, and the most are painted.
inline constexpr double kDotPixels = SeatPainter::kSeatsFrom;

// Chances that are the same in every run.
class Chance
{
public:
    int below(int bound)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<quint64>(bound));
    }

private:
    quint64 m_state = 20261126;
};

// A bowl of 200 sections with at least so many seats.
inline Plan benchHouse(qint32 seats)
{
    return testing::makeStadium(seats);
}

// A house in the middle of its sale: six of ten seats free, three sold, the rest held or blocked.
inline std::vector<SeatState> benchStates(qint32 seats)
{
    Chance chance;
    std::vector<SeatState> states;
    for (qint32 i = 0; i < seats; ++i) {
        const int tenth = chance.below(20);
        states.push_back(tenth < 12 ? SeatState::Free : tenth < 18 ? SeatState::Sold : tenth < 19 ? SeatState::Held : SeatState::Blocked);
    }
    return states;
}

// Pixels that are not grey: seats have the colours of their categories.
inline qint64 coloredPixels(const QImage &picture)
{
    qint64 count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            const auto [least, most] = std::minmax({qRed(pixel), qGreen(pixel), qBlue(pixel)});
            count += most - least > 24;
        }
    }
    return count;
}

} // namespace parterre::bench
