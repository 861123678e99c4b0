// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/qrdrawing.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include <qrcodegen/qrcodegen.hpp>

namespace parterre::ui {

namespace {

constexpr int kQuietZone = 4; // modules

}

void drawQr(QPainter &painter, const QRectF &square, const QString &text)
{
    const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    const int size = code.getSize();
    const double fitting = std::min(square.width(), square.height()) / (size + 2 * kQuietZone);
    const double module = fitting >= 2 ? std::floor(fitting) : fitting; // all of them alike where dots are few
    const QPointF origin = square.center() - QPointF(size, size) * module / 2;
    QPainterPath dark;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            int end = x;
            while (end < size && code.getModule(end, y))
                ++end;
            if (end > x)
                dark.addRect(QRectF(origin.x() + x * module, origin.y() + y * module, (end - x) * module, module));
            x = end;
        }
    }
    dark.setFillRule(Qt::WindingFill);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // no grey seams between the rows
    painter.fillRect(square, Qt::white);
    painter.fillPath(dark, Qt::black);
    painter.restore();
}

} // namespace parterre::ui
