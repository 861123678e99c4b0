// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "tests/history/history.h"

#include <QString>

namespace parterre::history {

// A history as text, one line an operation; README.md describes it. FileInvalid names the line.
[[nodiscard]] Result<History> readHistory(const QString &path);
[[nodiscard]] Result<History> parseHistory(const QByteArray &text);
[[nodiscard]] Result<void> writeHistory(const History &history, const QString &path);
[[nodiscard]] QByteArray toText(const History &history, const Operation &operation);

} // namespace parterre::history
