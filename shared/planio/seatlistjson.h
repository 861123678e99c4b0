// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// Reads a JSON object with a flat list "seats" of objects, as viewers of seat maps exchange them. Their keys are read like
// the column names of a seat list in CSV: "rowName", "displayName", "positionLeft", "positionTop".
// FileTooLarge beyond kMaxImportBytes; FileInvalid when there is no seat.
[[nodiscard]] Result<ImportResult> readSeatListJson(const QByteArray &file, const QString &name = {});

} // namespace parterre::planio
