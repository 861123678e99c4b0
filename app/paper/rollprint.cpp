// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/rollprint.h"

#include "app/paper/escpos.h"
#include "app/paper/ticketdrawing.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace parterre::ui {

namespace {

constexpr int kDotsAMillimetre = 8; // 203 dots an inch, as all of them have
constexpr double kRoom = 1.5;       // on narrow paper more lines are broken
constexpr int kGap = 3 * kDotsAMillimetre; // between tickets that are not cut apart

bool isWhite(const QImage &picture, int row)
{
    const uchar *dots = picture.constScanLine(row);
    return std::all_of(dots, dots + picture.width(), [](uchar grey) { return grey == 0xff; });
}

// What `draw` puts on a roll. The printer's own edges are the margins: the roll reaches beyond the picture by that much.
template<class Draw>
QImage drawn(const PaperJob &job, RollWidth width, double millimetres, Draw draw)
{
    QImage picture(dotsOf(width), static_cast<int>(std::ceil(kRoom * millimetres * kDotsAMillimetre)), QImage::Format_Grayscale8);
    picture.setDotsPerMeterX(kDotsAMillimetre * 1'000);
    picture.setDotsPerMeterY(kDotsAMillimetre * 1'000);
    picture.fill(Qt::white);
    {
        QPainter painter(&picture);
        painter.setLayoutDirection(job.direction);
        const double margin = kRollMargin * picture.logicalDpiX() / 25.4;
        draw(painter, QRectF(picture.rect()).adjusted(-margin, -margin, margin, margin));
    }
    int height = picture.height();
    while (height > 1 && isWhite(picture, height - 1))
        --height;
    return picture.copy(0, 0, picture.width(), height);
}

QImage whiteBand(RollWidth width)
{
    QImage band(dotsOf(width), kGap, QImage::Format_Grayscale8);
    band.fill(Qt::white);
    return band;
}

} // namespace

int dotsOf(RollWidth width)
{
    return width == RollWidth::Wide ? 576 : 384;
}

QByteArray rollPrint(const PaperJob &job, RollWidth width)
{
    EscPos commands;
    commands.start();
    for (const PaperTicket &ticket : job.tickets) {
        commands.picture(drawn(job, width, ticketSize(Stock::Roll).height(), [&](QPainter &painter, const QRectF &paper) {
            drawTicket(painter, paper, ticket, Stock::Roll, job.font);
        }));
        if (!job.together || &ticket == &job.tickets.constLast())
            commands.cut();
        else
            commands.picture(whiteBand(width));
    }
    if (job.receipt) {
        commands.picture(drawn(job, width, receiptSize(Stock::Roll, *job.receipt).height(), [&](QPainter &painter, const QRectF &paper) {
            drawReceipt(painter, paper, *job.receipt, Stock::Roll, job.font);
        }));
        commands.cut();
    }
    return commands.bytes();
}

QByteArray drawerKick()
{
    EscPos commands;
    commands.kickDrawer();
    return commands.bytes();
}

} // namespace parterre::ui
