// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace parterre::testing {

// What lies in the tray of a receipt printer, after its makers' reference of ESC/POS and not after what writes it.
struct PrintedRoll {
    QList<QImage> papers = {};  // cut apart
    int drawerKicks = 0;
    int starts = 0;
};

// Nothing when there is a command that is none of those, or paper that nobody cut off.
inline std::optional<PrintedRoll> printedBy(const QByteArray &commands)
{
    PrintedRoll roll;
    QImage paper;
    const auto byte = [&commands](qsizetype at) { return at < commands.size() ? static_cast<uchar>(commands.at(at)) : 0; };
    qsizetype at = 0;
    while (at < commands.size()) {
        const QByteArray two = commands.mid(at, 2);
        if (two == "\x1b@") { // initialise
            ++roll.starts;
            at += 2;
        } else if (two == "\x1bp") { // pulse: pin, time on, time off
            if (byte(at + 2) != 0 || byte(at + 3) == 0 || byte(at + 4) < byte(at + 3))
                return std::nullopt;
            ++roll.drawerKicks;
            at += 5;
        } else if (two == "\x1dV" && byte(at + 2) == 66) { // feed and cut
            roll.papers.append(paper);
            paper = {};
            at += 4;
        } else if (two == "\x1dv" && byte(at + 2) == '0' && byte(at + 3) == 0) { // raster picture
            const int across = byte(at + 4) + 256 * byte(at + 5);
            const int down = byte(at + 6) + 256 * byte(at + 7);
            at += 8;
            if (across == 0 || down == 0 || commands.size() - at < across * down)
                return std::nullopt;
            QImage longer(std::max(paper.width(), 8 * across), paper.height() + down, QImage::Format_Grayscale8);
            longer.fill(Qt::white);
            QPainter(&longer).drawImage(0, 0, paper);
            for (int y = 0; y < down; ++y) {
                for (int x = 0; x < 8 * across; ++x) {
                    if (byte(at + y * across + x / 8) & (0x80 >> x % 8))
                        longer.scanLine(paper.height() + y)[x] = 0;
                }
            }
            paper = longer;
            at += across * down;
        } else {
            return std::nullopt;
        }
    }
    return paper.isNull() ? std::optional(roll) : std::nullopt;
}

} // namespace parterre::testing
