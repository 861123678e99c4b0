// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace parterre::ui {

// A QR code (ISO/IEC 18004, medium correction) into a square with the quiet zone that readers want around it: black on
// white in one filled shape, so that it is as sharp as the printer.
void drawQr(QPainter &painter, const QRectF &square, const QString &text);

} // namespace parterre::ui
