// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

namespace parterre::planio {

// Whether this may be a design: JSON of moderate depth that says of itself to be one. What it means only the designer
// knows. Its SHA-256, hex; FileInvalid, or FileTooLarge over kMaxDraftBytes.
[[nodiscard]] Result<QString> designHash(const QByteArray &document);

} // namespace parterre::planio
