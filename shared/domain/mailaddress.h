// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace parterre {

// The address as mail servers take it, or nothing when the text can be none: without blanks around it, and with a domain of
// other letters than ASCII in the form of RFC 5890. Quoted names, address literals and names that are not ASCII, which
// few servers take, are none.
[[nodiscard]] std::optional<QString> mailAddress(const QString &text);

} // namespace parterre
