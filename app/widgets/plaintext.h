// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parterre::ui {

// Names of people, events, venues and seats come from elsewhere and must be shown letter by letter. Qt reads some
// texts as rich text, and ampersands as mnemonics, unless told otherwise: these tell it.

// For setToolTip() and other places that guess whether a text is rich.
[[nodiscard]] QString plainToolTip(const QString &text);
// For buttons, menu entries and tabs, where '&' would underline a letter.
[[nodiscard]] QString withoutMnemonic(QString text);
// For inserting into a sentence of another writing direction (Unicode isolates), on one line.
[[nodiscard]] QString isolated(const QString &text);
// Several, with commas between them.
[[nodiscard]] QString isolatedList(const QStringList &texts);
// For a line of names or numbers alone: without a word of its language a label would set it from left to right.
[[nodiscard]] QString inReadingOrder(const QString &text);
// Such a line of several, with dots between them: one stays with what is before it where the line breaks.
[[nodiscard]] QString dotted(const QStringList &texts);

} // namespace parterre::ui
