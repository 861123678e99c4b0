// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace parterre::protocol {

// Reads JSON that a stranger sent. Refuses, with ParseError, what QJsonDocument would let through: a repeated key in
// one object (however it is escaped), a byte-order mark, raw control characters, U+0000, unpaired surrogates, nesting deeper than `maxDepth`.
// The result is an object or an array.
[[nodiscard]] Result<QJsonValue> parseStrictJson(QByteArrayView utf8, int maxDepth);

} // namespace parterre::protocol
