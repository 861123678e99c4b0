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
    static constexpr int kEmailLength = 254; // RFC 5321, 4.5.3.1.3
    static constexpr int kPhoneLength = 32;
};

// Whether mail can be sent there as far as one sees it: one @ with something on both sides, and nothing that an address in a
// mail's head may not have without quotes. Names of domains may be in any script.
[[nodiscard]] bool isEmail(QStringView text);
// Whether it can be dialled: 3 to 15 digits, perhaps with + before and spaces, dots, dashes, slashes and brackets between.
// Nothing that may be the number of a card, unless it begins like a phone number abroad, with +.
[[nodiscard]] bool isPhone(QStringView text);

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
