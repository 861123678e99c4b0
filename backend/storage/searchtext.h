// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parterre::storage {

// Text as searching sees it: no case, no accents, compatibility forms unified, "ß" and its like as people type
// them. "Café Ⅷ, Große Straße" becomes "cafe viii, grosse strasse".
// Done here and not in SQL, so that both engines find the same.
[[nodiscard]] QString foldForSearch(const QString &text);
// A booking reference or ticket number as searching sees it: folded, without dashes and blanks.
[[nodiscard]] QString foldCode(const QString &code);
// The digits of a phone number.
[[nodiscard]] QString foldPhone(const QString &phone);
// What is looked for when somebody types a phone number: without the zeros ahead of a whole one, which are how it is dialled
// from here or from abroad. "030 901820" finds "+49 30 901820", too.
[[nodiscard]] QString foldDialled(const QString &phone);
// What names are ordered by: folded, and short enough for a cursor.
[[nodiscard]] QString orderKey(const QString &name);
// A LIKE pattern, to be used with ESCAPE '!', that finds `folded` anywhere.
[[nodiscard]] QString containsPattern(const QString &folded);

} // namespace parterre::storage
