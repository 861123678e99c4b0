// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace parterre::transport {

// What counts as one address: an IPv4 address also when it comes over an IPv6 socket; of IPv6 the network that a
// provider gives to one customer.
[[nodiscard]] QHostAddress accountedAddress(const QHostAddress &address);

} // namespace parterre::transport
