// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace parterre::planio {

// The JSON Canonicalization Scheme of RFC 8785: no white space, sorted keys, shortest round-trip numbers, so that one
// value is one text whatever program or Qt version writes it. Numbers have to be finite, keys ASCII.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue &value);

} // namespace parterre::planio
