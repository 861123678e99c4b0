// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMap>
#include <QStringList>

#include <zbar.h>

namespace parterre::testing {

// What a QR reader that shares nothing with us finds on a picture, from top to bottom.
inline QStringList codesOn(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray bytes;
    for (int y = 0; y < grey.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()), "Y800", bytes.constData(), static_cast<unsigned long>(bytes.size()));
    scanner.scan(image);
    QMap<int, QString> found;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
        found.insert(symbol->get_location_y(0), QString::fromStdString(symbol->get_data()));
    return found.values();
}

} // namespace parterre::testing
