// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"

#include <QStringList>

namespace parterre {

// What an event may be at most: a definition has to fit one message.
struct EventLimits {
    static constexpr qsizetype kNameLength = 200;
    static constexpr qsizetype kDescriptionLength = 4'000;
    static constexpr qint32 kDurationMinutes = 60 * 24 * 31;
    static constexpr qsizetype kTicketTypes = 20;
    static constexpr qsizetype kKeyLength = 64;            // of a ticket type
    static constexpr qsizetype kTicketTypeLength = 60;
    static constexpr qsizetype kPrices = 400;
    static constexpr qint64 kPrice = 100'000'000;          // minor units; a full cart of them is far from kMaxAmount
    static constexpr std::chrono::seconds kShortestHold {30};
    static constexpr std::chrono::seconds kLongestHold {60 * 60 * 24};
    static constexpr qint32 kExtensions = 100;
    static constexpr std::chrono::minutes kLongestRelease {60 * 24 * 366};
    static constexpr qint32 kRate = 10'000;                // of tax, and what stays of a ticket: hundredths of a percent
};

enum class EventProblemCode {
    TextMissing,       // name, key
    TextTooLong,
    TextInvalid,       // control characters, unpaired surrogates
    NumberOutOfRange,
    SalesNeverOpen,    // they end before they begin
    TooMany,           // ticket types, prices
    Repeated,          // a key or name of a ticket type, a price of the same category and ticket type
    UnknownTicketType,
    UnknownCategory,
    NothingForSale,    // of what is published: no price at all
    StartPassed,       // of what is published
};

struct EventProblem {
    EventProblemCode code = EventProblemCode::TextMissing;
    QString where = {}; // "prices[3].category"

    friend bool operator==(const EventProblem &, const EventProblem &) = default;
};

// What keeps this from being an event of a plan with these categories, draft or not; empty: nothing.
[[nodiscard]] QList<EventProblem> validateEvent(const EventDefinition &event, const QStringList &categoryKeys);
// What keeps it, valid as it is, from being seen by everybody. The start of one that is on sale already may pass.
[[nodiscard]] QList<EventProblem> problemsOfPublishing(const EventDefinition &event);
[[nodiscard]] QList<EventProblem> problemsOfStart(const EventDefinition &event, Instant now);
// For programmers: "prices[3].category: unknown_category".
[[nodiscard]] QString describe(const EventProblem &problem);

// Draft -> published <-> paused. What was seen by everybody can be cancelled, for a reason, and stays so.
[[nodiscard]] bool mayBecome(EventState from, EventState to);
[[nodiscard]] bool mayBeCancelled(EventState state);

[[nodiscard]] EventDefinition definitionOf(const Event &event);
// Whether they say the same: the order of prices means nothing, nor does the currency where there are none.
[[nodiscard]] bool sameDefinition(EventDefinition a, EventDefinition b);
// The event with everything replaced that a definition says; its plan keeps the hash only if it stays the same.
[[nodiscard]] Event withDefinition(Event event, const EventDefinition &definition);

// A key for a new ticket type of that name which none of these has: "Under 18" becomes "under-18".
[[nodiscard]] QString ticketTypeKey(const QString &name, const QList<TicketType> &others = {});

} // namespace parterre
