// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"
#include "shared/domain/checkin.h"

#include <QLocale>

namespace parterre::ui {

// What the door is told, in the order it is needed: whether to let in, then where to send people, then why.
struct DoorWords {
    Tone tone = Tone::Muted;
    Glyph glyph = Glyph::Ticket;
    QString word = {};       // one or two words, read from a step away
    QString seat = {};
    QString details = {};    // lines

    [[nodiscard]] QString spoken() const;
};

[[nodiscard]] DoorWords doorWords(const DoorVerdict &verdict, const QLocale &locale);
// Of a verdict by a list of this time: what it does not know, it does not say. `isTyped`: it was a number, which does not tell its event.
[[nodiscard]] DoorWords listWords(const DoorVerdict &verdict, bool isTyped, Instant taken, const QLocale &locale);
// The time here; with its date unless it is today.
[[nodiscard]] QString doorTime(Instant instant, const QLocale &locale);

} // namespace parterre::ui
