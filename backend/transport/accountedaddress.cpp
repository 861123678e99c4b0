// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/accountedaddress.h"

#include <algorithm>

namespace parterre::transport {

QHostAddress accountedAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4);
    Q_IPV6ADDR v6 = address.toIPv6Address();
    std::fill(std::begin(v6.c) + 8, std::end(v6.c), quint8(0));
    return QHostAddress(v6);
}

} // namespace parterre::transport
