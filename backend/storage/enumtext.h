// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"
#include "shared/domain/booking.h"
#include "shared/domain/checkin.h"
#include "shared/domain/discount.h"
#include "shared/domain/event.h"
#include "shared/domain/mail.h"
#include "shared/domain/onlinepayment.h"
#include "shared/domain/poster.h"
#include "shared/domain/showtime.h"
#include "shared/domain/voucher.h"

#include <QLatin1StringView>

#include <optional>

namespace parterre::storage {

// How the enums of the domain are written in the database. The words are part of the schema: never change one.
[[nodiscard]] QLatin1StringView toText(EventCategory category);
[[nodiscard]] QLatin1StringView toText(EventState state);
[[nodiscard]] QLatin1StringView toText(OrphanRule rule);
[[nodiscard]] QLatin1StringView toText(TaxMode mode);
[[nodiscard]] QLatin1StringView toText(DiscountKind kind);
[[nodiscard]] QLatin1StringView toText(ChargeKind kind);
[[nodiscard]] QLatin1StringView toText(PosterFormat format);
[[nodiscard]] QLatin1StringView toText(BlockKind kind);
[[nodiscard]] QLatin1StringView toText(ShowtimeFormat format);
[[nodiscard]] QLatin1StringView toText(ShowtimeSchedule schedule);
[[nodiscard]] QLatin1StringView toText(ShowtimeMode mode);
[[nodiscard]] QLatin1StringView toText(BookingState state);
[[nodiscard]] QLatin1StringView toText(TicketState state);
[[nodiscard]] QLatin1StringView toText(PaymentKind kind);
[[nodiscard]] QLatin1StringView toText(MailState state);
[[nodiscard]] QLatin1StringView toText(MailProblem problem);
[[nodiscard]] QLatin1StringView toText(OnlineState state);
[[nodiscard]] QLatin1StringView toText(UnmatchedKind kind);
[[nodiscard]] QLatin1StringView toText(PaymentDirection direction);
[[nodiscard]] QLatin1StringView toText(VoucherState state);
[[nodiscard]] QLatin1StringView toText(VoucherMovementKind kind);
[[nodiscard]] QLatin1StringView toText(AdmitOutcome outcome);

// The columns' checks allow no other words, so an unknown one is a bug and asserts.
template<class Enum>
[[nodiscard]] Enum fromText(const QString &text);
template<>
[[nodiscard]] EventCategory fromText<EventCategory>(const QString &text);
template<>
[[nodiscard]] EventState fromText<EventState>(const QString &text);
template<>
[[nodiscard]] OrphanRule fromText<OrphanRule>(const QString &text);
template<>
[[nodiscard]] TaxMode fromText<TaxMode>(const QString &text);
template<>
[[nodiscard]] DiscountKind fromText<DiscountKind>(const QString &text);
template<>
[[nodiscard]] ChargeKind fromText<ChargeKind>(const QString &text);
template<>
[[nodiscard]] PosterFormat fromText<PosterFormat>(const QString &text);
template<>
[[nodiscard]] AdmitOutcome fromText<AdmitOutcome>(const QString &text);
template<>
[[nodiscard]] BlockKind fromText<BlockKind>(const QString &text);
template<>
[[nodiscard]] ShowtimeFormat fromText<ShowtimeFormat>(const QString &text);
template<>
[[nodiscard]] ShowtimeSchedule fromText<ShowtimeSchedule>(const QString &text);
template<>
[[nodiscard]] ShowtimeMode fromText<ShowtimeMode>(const QString &text);
template<>
[[nodiscard]] BookingState fromText<BookingState>(const QString &text);
template<>
[[nodiscard]] TicketState fromText<TicketState>(const QString &text);
template<>
[[nodiscard]] PaymentKind fromText<PaymentKind>(const QString &text);
template<>
[[nodiscard]] MailState fromText<MailState>(const QString &text);
template<>
[[nodiscard]] MailProblem fromText<MailProblem>(const QString &text);
template<>
[[nodiscard]] OnlineState fromText<OnlineState>(const QString &text);
template<>
[[nodiscard]] UnmatchedKind fromText<UnmatchedKind>(const QString &text);
template<>
[[nodiscard]] PaymentDirection fromText<PaymentDirection>(const QString &text);
template<>
[[nodiscard]] VoucherState fromText<VoucherState>(const QString &text);
template<>
[[nodiscard]] VoucherMovementKind fromText<VoucherMovementKind>(const QString &text);

} // namespace parterre::storage
