// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/ticketdrawing.h"

#include "app/paper/paperwriter.h"
#include "app/paper/qrdrawing.h"

#include <QCoreApplication>
#include <QPainter>

namespace parterre::ui {

namespace {

using Weight = PaperWriter::Weight;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::TicketDrawing)
};

// Millimetres.
constexpr double kStripWidth = 210;
constexpr double kStripHeight = 99;
constexpr double kRollWidth = 80;
constexpr double kRollHeight = 160;
constexpr double kMargin = 8;
constexpr double kQrSide = 48;
constexpr double kStub = 56;       // the part of a strip with the code
constexpr double kReceiptHead = 59;
constexpr double kSoldLine = 8; // broken once
constexpr double kPaidLine = 4.5;
constexpr qsizetype kShortWords = 20; // longer ones may be broken
constexpr double kLogoHeight = 11;
constexpr double kLogoShare = 0.4; // of the column, at most
constexpr double kLogoGap = 2.5;

struct PaperHouse {
    const QString &name;
    const QString &address;
    const QImage &logo;
    double size = 3.8; // of the name
    int lines = 1;
};

// Begins with the house, whose name and address stand beside its logo, and returns what is left of the column below them.
QRectF writeHouse(QPainter &painter, const QRectF &column, const PaperHouse &house, const QFont &font)
{
    QRectF words = column;
    double bottom = column.top();
    if (!house.logo.isNull()) {
        const PaperWriter measure(painter, column, font);
        const QSize size = logoDots(house.logo, column.width(), measure.dots(1));
        const double taken = size.width() + measure.dots(kLogoGap);
        const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
        const int left = static_cast<int>(mirrored ? column.right() - size.width() : column.left());
        painter.save();
        painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::LosslessImageRendering);
        painter.drawImage(QRect(QPoint(left, static_cast<int>(column.top())), size), house.logo);
        painter.restore();
        words.adjust(mirrored ? 0 : taken, 0, mirrored ? -taken : 0, 0);
        bottom += size.height();
    }
    PaperWriter writer(painter, words, font);
    writer.line(house.name, house.size, Weight::Bold, Qt::AlignLeft, house.lines);
    writer.line(house.address, 2.8, Weight::Normal, Qt::AlignLeft, house.lines);
    return {QPointF(column.left(), std::max(bottom, writer.rest().top())), column.bottomRight()};
}

void writeWhat(PaperWriter &writer, const PaperTicket &ticket, int titleLines)
{
    writer.gap(3);
    writer.line(ticket.event, 8.4, Weight::Bold, Qt::AlignLeft, titleLines);
    writer.gap(1);
    writer.line(ticket.date, 4.6, Weight::Normal, Qt::AlignLeft, 2);
    writer.line(ticket.time, 6.8, Weight::Bold);
    writer.gap(2.5);
    writer.rule();
    writer.gap(2.5);
    writer.line(ticket.seat, 7.4, Weight::Bold, Qt::AlignLeft, 2);
    writer.gap(0.5);
    writer.ends(ticket.ticketType, ticket.price, 4.4);
    writer.gap(1);
    writer.line(ticket.customer, 3.4);
}

void writeNumbers(PaperWriter &writer, const PaperTicket &ticket)
{
    writer.line(ticket.number, 4.4, Weight::Bold, Qt::AlignHCenter);
    writer.line(Words::tr("Booking %1").arg(ticket.reference), 3.2, Weight::Normal, Qt::AlignHCenter);
}

void drawStrip(QPainter &painter, const QRectF &paper, const PaperTicket &ticket, const QFont &font)
{
    PaperWriter whole(painter, paper, font);
    const double margin = whole.dots(kMargin);
    const double stub = whole.dots(kStub);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRectF inner = paper.adjusted(margin, margin, -margin, -margin);
    const QRectF main = inner.adjusted(mirrored ? stub + margin : 0, 0, mirrored ? 0 : -stub - margin, 0);
    const QRectF side(mirrored ? inner.left() : inner.right() - stub, inner.top(), stub, inner.height());
    PaperWriter writer(painter, writeHouse(painter, main, {.name = ticket.house, .address = ticket.address, .logo = ticket.logo}, font), font);
    writeWhat(writer, ticket, 2);

    const double edge = mirrored ? side.right() + margin / 2 : side.left() - margin / 2;
    painter.setPen(QPen(Qt::black, whole.dots(0.2), Qt::DashLine));
    painter.drawLine(QPointF(edge, paper.top() + margin / 2), QPointF(edge, paper.bottom() - margin / 2));
    painter.setPen(Qt::black);
    const double qr = whole.dots(kQrSide);
    drawQr(painter, QRectF(side.center().x() - qr / 2, side.top(), qr, qr), ticket.code);
    PaperWriter below(painter, side.adjusted(0, qr + whole.dots(2), 0, 0), font);
    writeNumbers(below, ticket);
    below.gap(2);
    below.line(ticket.seat, 4, Weight::Bold, Qt::AlignHCenter, 2);
}

void drawRoll(QPainter &painter, const QRectF &paper, const PaperTicket &ticket, const QFont &font)
{
    PaperWriter whole(painter, paper, font);
    const double margin = whole.dots(kRollMargin);
    const QRectF column = paper.adjusted(margin, margin, -margin, -margin);
    PaperWriter writer(painter, writeHouse(painter, column, {.name = ticket.house, .address = ticket.address, .logo = ticket.logo}, font), font);
    writeWhat(writer, ticket, 3);
    writer.gap(3);
    const double qr = whole.dots(kQrSide);
    drawQr(painter, QRectF(paper.center().x() - qr / 2, writer.rest().top(), qr, qr), ticket.code);
    writer.gap(kQrSide + 1);
    writeNumbers(writer, ticket);
}

} // namespace

QSizeF ticketSize(Stock stock)
{
    return stock == Stock::Strip ? QSizeF(kStripWidth, kStripHeight) : QSizeF(kRollWidth, kRollHeight);
}

QSizeF receiptSize(Stock stock, const PaperReceipt &receipt)
{
    constexpr double kA4Height = 297;
    double height = kReceiptHead + static_cast<double>(receipt.sold.size()) * kSoldLine + kPaidLine;
    for (const ReceiptLine &line : receipt.paid)
        height += line.words.size() > kShortWords ? kSoldLine : kPaidLine;
    return stock == Stock::Roll ? QSizeF(kRollWidth, height) : QSizeF(kStripWidth, std::max(kA4Height, height));
}

QSize logoDots(const QImage &logo, double column, double dot)
{
    return QSizeF(logo.size()).scaled(column * kLogoShare, kLogoHeight * dot, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
}

void drawTicket(QPainter &painter, const QRectF &paper, const PaperTicket &ticket, Stock stock, const QFont &font)
{
    painter.setPen(Qt::black);
    if (stock == Stock::Strip)
        drawStrip(painter, paper, ticket, font);
    else
        drawRoll(painter, paper, ticket, font);
}

void drawVoucher(QPainter &painter, const QRectF &paper, const PaperVoucher &voucher, Stock stock, const QFont &font)
{
    painter.setPen(Qt::black);
    PaperWriter whole(painter, paper, font);
    const double margin = whole.dots(stock == Stock::Strip ? kMargin : kRollMargin);
    const QRectF inner = paper.adjusted(margin, margin, -margin, -margin);
    const double qr = whole.dots(kQrSide);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const bool isAcross = stock == Stock::Strip;
    const QRectF main = !isAcross ? inner : mirrored ? inner.adjusted(qr + margin, 0, 0, 0) : inner.adjusted(0, 0, -qr - margin, 0);
    PaperWriter writer(painter, main, font);
    writer.line(voucher.title, 8.4, Weight::Bold);
    writer.gap(3);
    writer.line(voucher.amount, 12, Weight::Bold);
    writer.gap(2.5);
    writer.rule();
    writer.gap(2.5);
    writer.line(voucher.advice, 3.8, Weight::Normal, Qt::AlignLeft, 3);
    writer.line(voucher.valid, 3.8, Weight::Normal, Qt::AlignLeft, 2);
    writer.gap(3);
    writer.line(voucher.code, isAcross ? 7.4 : 6.2, Weight::Bold, Qt::AlignLeft, 2);
    if (!isAcross)
        writer.gap(3);
    const double left = !isAcross ? paper.center().x() - qr / 2 : mirrored ? inner.left() : inner.right() - qr;
    drawQr(painter, QRectF(left, isAcross ? inner.center().y() - qr / 2 : writer.rest().top(), qr, qr), voucher.code);
}

void drawReceipt(QPainter &painter, const QRectF &paper, const PaperReceipt &receipt, Stock stock, const QFont &font)
{
    painter.setPen(Qt::black);
    PaperWriter whole(painter, paper, font);
    const double margin = whole.dots(stock == Stock::Roll ? kRollMargin : 2 * kMargin);
    const QRectF column = paper.adjusted(margin, margin, -margin, -margin);
    PaperWriter writer(painter, writeHouse(painter, column, {.name = receipt.house, .address = receipt.address, .logo = receipt.logo, .size = 4.4, .lines = 2}, font), font);
    const double size = stock == Stock::Roll ? 3 : 3.6;
    writer.gap(4);
    writer.line(receipt.title, 4.2, Weight::Bold, Qt::AlignLeft, 2);
    writer.line(receipt.number, size);
    writer.line(receipt.when, size);
    writer.gap(3);
    writer.rule();
    writer.gap(1.5);
    for (const ReceiptLine &line : receipt.sold)
        writer.ends(line.words, line.amount, size);
    writer.gap(1.5);
    writer.rule();
    writer.gap(1.5);
    writer.ends(receipt.total.words, receipt.total.amount, size * 1.2, Weight::Bold);
    writer.gap(1.5);
    for (const ReceiptLine &line : receipt.paid)
        writer.ends(line.words, line.amount, size);
}

} // namespace parterre::ui
