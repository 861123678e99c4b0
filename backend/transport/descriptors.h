// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace parterre::transport {

// Raises the soft limit of open files as far as the hard limit and `wanted` allow; returns the limit in force.
int raiseDescriptorLimit(int wanted);

// Who is at the other end of an accepted socket; null if it has gone already.
[[nodiscard]] QHostAddress peerAddressOf(qintptr socket);

// Another one of the same socket, which stays when the first is closed; -1 when there is no room for it.
[[nodiscard]] int duplicateDescriptor(qintptr socket);

void closeDescriptor(qintptr socket);

} // namespace parterre::transport
