// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/escpos.h"

#include <QImage>

#include <algorithm>

namespace parterre::ui {

namespace {

constexpr char kEsc = 0x1b;
constexpr char kGs = 0x1d;
constexpr int kBand = 128;          // rows of a picture at once: printers keep little
constexpr int kBlackBelow = 128;
constexpr int kPulse = 25;          // 2 ms each
constexpr int kRest = 250;

char lowByte(int number)
{
    return static_cast<char>(number & 0xff);
}

char highByte(int number)
{
    return static_cast<char>((number >> 8) & 0xff);
}

} // namespace

void EscPos::start()
{
    m_bytes.append(kEsc).append('@');
}

void EscPos::picture(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const int bytesARow = (grey.width() + 7) / 8;
    for (int top = 0; top < grey.height(); top += kBand) {
        const int rows = std::min(kBand, grey.height() - top);
        m_bytes.append(kGs).append('v').append('0').append('\0');
        m_bytes.append(lowByte(bytesARow)).append(highByte(bytesARow)).append(lowByte(rows)).append(highByte(rows));
        for (int y = top; y < top + rows; ++y) {
            const uchar *dots = grey.constScanLine(y);
            for (int first = 0; first < grey.width(); first += 8) {
                int byte = 0;
                for (int bit = 0; bit < 8; ++bit) {
                    const int x = first + bit;
                    byte = byte << 1 | (x < grey.width() && dots[x] < kBlackBelow ? 1 : 0);
                }
                m_bytes.append(static_cast<char>(byte));
            }
        }
    }
}

void EscPos::cut()
{
    m_bytes.append(kGs).append('V').append('B').append('\0');
}

void EscPos::kickDrawer()
{
    m_bytes.append(kEsc).append('p').append('\0').append(lowByte(kPulse)).append(lowByte(kRest));
}

} // namespace parterre::ui
