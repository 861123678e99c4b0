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
constexpr double kMillimetresAnInch = 25.4;
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
        const double margin = kRollMargin * picture.logicalDpiX() / kMillimetresAnInch;
        draw(painter, QRectF(picture.rect()).adjusted(-margin, -margin, margin, margin));
    }
    int height = picture.height();
    while (height > 1 && isWhite(picture, height - 1))
        --height;
    return picture.copy(0, 0, picture.width(), height);
}

// What is not black becomes so many black dots as it is dark: else a bright logo would be none. It has the size it is
// drawn in, by the whole dots an inch that painters count with: each of its dots is one on paper.
QImage dotted(const QImage &logo, RollWidth width)
{
    if (logo.isNull())
        return logo;
    const QSize size = logoDots(logo, dotsOf(width), std::round(kDotsAMillimetre * kMillimetresAnInch) / kMillimetresAnInch);
    QImage paper(size, QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, logo.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return paper.convertToFormat(QImage::Format_Mono, Qt::DiffuseDither | Qt::MonoOnly);
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
    for (const PaperTicket &each : job.tickets) {
        PaperTicket ticket = each;
        ticket.logo = dotted(each.logo, width);
        commands.picture(drawn(job, width, ticketSize(Stock::Roll).height(), [&](QPainter &painter, const QRectF &paper) {
            drawTicket(painter, paper, ticket, Stock::Roll, job.font);
        }));
        if (!job.together || &each == &job.tickets.constLast())
            commands.cut();
        else
            commands.picture(whiteBand(width));
    }
    if (job.receipt) {
        PaperReceipt receipt = *job.receipt;
        receipt.logo = dotted(receipt.logo, width);
        commands.picture(drawn(job, width, receiptSize(Stock::Roll, receipt).height(), [&](QPainter &painter, const QRectF &paper) {
            drawReceipt(painter, paper, receipt, Stock::Roll, job.font);
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
