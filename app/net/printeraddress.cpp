// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/printeraddress.h"

#include <QUrl>

namespace parterre::net {

std::optional<PrinterAddress> printerAddress(const QString &written)
{
    const QString text = written.trimmed();
    if (text.startsWith(u'/'))
        return text.size() > 1 && !text.endsWith(u'/') ? std::optional(PrinterAddress {.device = text}) : std::nullopt;
    const QUrl url(QStringLiteral("printer://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || !url.path().isEmpty() || url.hasQuery() || url.hasFragment() || url.port() == 0)
        return std::nullopt;
    return PrinterAddress {.host = url.host(), .port = static_cast<quint16>(url.port(kPrinterPort))};
}

} // namespace parterre::net
