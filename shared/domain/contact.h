// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <QString>

#include <optional>

namespace parterre {

// Who tickets are for, and how to reach them.
struct Contact {
    QString name = {};
    std::optional<QString> email = {};
    std::optional<QString> phone = {};

    friend bool operator==(const Contact &, const Contact &) = default;
};

struct ContactLimits {
    static constexpr int kNameLength = 120;
    static constexpr int kPhoneLength = 32;
};

// Whether it can be dialled: 3 to 15 digits, perhaps with + before and spaces, dots, dashes, slashes and brackets between.
// Nothing that may be the number of a card, unless it begins like a phone number abroad, with +.
[[nodiscard]] bool isPhone(QStringView text);

// Whether all of it may be written down; in a name nobody may leave the number of a card.
[[nodiscard]] bool canBeKept(const Contact &contact);

// What staff wrote down of a booking. It stays as it is.
struct BookingNote {
    NoteId id = {};
    QString text = {};
    Instant at = {};
    QString author = {}; // their name

    friend bool operator==(const BookingNote &, const BookingNote &) = default;
};

struct NoteLimits {
    static constexpr int kTextLength = 500;
    static constexpr int kNotes = 100; // of one booking
};

} // namespace parterre
