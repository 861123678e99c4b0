// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/money.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace parterre {

// What has to be so for a discount to be given. Code: whoever books knows a word. Group: enough tickets of one event in one
// booking. EarlyBird: soon enough. Bundle: certain tickets together.
enum class DiscountKind { Code, Group, EarlyBird, Bundle };

// Shares are in hundredths of a percent.
inline constexpr qint32 kWholeShare = 10'000;

struct DiscountLimits {
    static constexpr qsizetype kNameLength = 80;
    static constexpr qsizetype kCodeLength = 40;
    static constexpr qsizetype kKeys = 20;             // ticket types or categories of a filter
    static constexpr qsizetype kBundleParts = 10;
    static constexpr qint32 kTickets = 100;            // of one booking
    static constexpr qint32 kUses = 1'000'000;
};

// So many tickets of one type.
struct BundlePart {
    QString ticketType = {};                   // TicketType::key
    qint32 count = 1;

    friend bool operator==(const BundlePart &, const BundlePart &) = default;
};

// What the house takes off its prices, for whom, and until when. What belongs to another kind is not set.
struct Discount {
    DiscountId id = {};
    QString name = {};                         // for people; it is kept with the tickets
    DiscountKind kind = DiscountKind::Code;
    qint32 share = 0;                          // off each ticket, in hundredths of a percent; or
    std::optional<Money> amount = {};          // so much off each ticket, of events in its currency
    std::optional<SeriesId> series = {};       // only its events
    std::optional<EventId> event = {};         // only this one; neither: the whole house
    QStringList ticketTypes = {};              // only these; all when empty
    QStringList categories = {};               // only these; all when empty
    std::optional<Instant> from = {};
    std::optional<Instant> until = {};         // not any more then
    std::optional<QString> code = {};          // Code: the word; its case means nothing
    std::optional<qint32> maxUses = {};        // Code: bookings that may use it in all
    std::optional<qint32> maxTickets = {};     // Code: tickets of a booking that it is good for
    std::optional<qint32> minTickets = {};     // Group: from so many on
    std::optional<qint32> firstTickets = {};   // EarlyBird: of those that are sold of an event; this or `until`, or both
    QList<BundlePart> parts = {};              // Bundle: complete sets of these, of one event; or
    std::optional<qint32> minEvents = {};      // tickets for at least so many events
    qint32 version = 0;                        // rises with every change; 0: nobody has saved it yet

    friend bool operator==(const Discount &, const Discount &) = default;
};

// A discount, and how many bookings have used it. Only uses of codes are counted.
struct CountedDiscount {
    Discount discount = {};
    qint32 uses = 0;

    friend bool operator==(const CountedDiscount &, const CountedDiscount &) = default;
};

// Empty, or for programmers what keeps it from being a discount.
[[nodiscard]] QString faultIn(const Discount &discount);
// The same for every way of typing a code.
[[nodiscard]] QString foldedCode(const QString &code);

} // namespace parterre
