// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// The text of a file from somebody's spreadsheet or editor: UTF-8 or UTF-16 by its byte-order mark, else UTF-8; what is
// neither is read as Windows-1252, which never fails, and reported.
[[nodiscard]] QString textOf(const QByteArray &file, ImportReport &report);

} // namespace parterre::planio
