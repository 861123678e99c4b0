// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paperjob.h"

#include <QRectF>

class QPainter;

namespace parterre::ui {

inline constexpr double kRollMargin = 4; // mm

// Millimetres. A receipt on a roll is as long as it has lines.
[[nodiscard]] QSizeF ticketSize(Stock stock);
[[nodiscard]] QSizeF receiptSize(Stock stock, const PaperReceipt &receipt);

// Dots that a logo takes beside the house's name in a column, `dot` of them a millimetre.
[[nodiscard]] QSize logoDots(const QImage &logo, double column, double dot);

// Black on whatever the paper is, mirrored where the painter's direction is; logos have their colours. The QR code is the same size on all stock.
void drawTicket(QPainter &painter, const QRectF &paper, const PaperTicket &ticket, Stock stock, const QFont &font);
void drawVoucher(QPainter &painter, const QRectF &paper, const PaperVoucher &voucher, Stock stock, const QFont &font);
void drawReceipt(QPainter &painter, const QRectF &paper, const PaperReceipt &receipt, Stock stock, const QFont &font);

} // namespace parterre::ui
