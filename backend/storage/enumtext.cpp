// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/enumtext.h"

#include <array>
#include <utility>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

template<class Enum, std::size_t count>
using Words = std::array<std::pair<Enum, QLatin1StringView>, count>;

constexpr Words<EventCategory, 5> kCategories {{{EventCategory::Movie, "movie"_L1},
                                                {EventCategory::Concert, "concert"_L1},
                                                {EventCategory::Play, "play"_L1},
                                                {EventCategory::Sport, "sport"_L1},
                                                {EventCategory::Other, "other"_L1}}};
constexpr Words<EventState, 4> kEventStates {{{EventState::Draft, "draft"_L1},
                                              {EventState::Published, "published"_L1},
                                              {EventState::Paused, "paused"_L1},
                                              {EventState::Cancelled, "cancelled"_L1}}};
constexpr Words<OrphanRule, 3> kOrphanRules {{{OrphanRule::Off, "off"_L1}, {OrphanRule::Warn, "warn"_L1}, {OrphanRule::Block, "block"_L1}}};
constexpr Words<TaxMode, 2> kTaxModes {{{TaxMode::Included, "included"_L1}, {TaxMode::Added, "added"_L1}}};
constexpr Words<DiscountKind, 4> kDiscountKinds {{{DiscountKind::Code, "code"_L1},
                                                  {DiscountKind::Group, "group"_L1},
                                                  {DiscountKind::EarlyBird, "early_bird"_L1},
                                                  {DiscountKind::Bundle, "bundle"_L1}}};
constexpr Words<ChargeKind, 2> kChargeKinds {{{ChargeKind::BookingFee, "booking_fee"_L1}, {ChargeKind::CancelFee, "cancel_fee"_L1}}};
constexpr Words<PosterFormat, 2> kPosterFormats {{{PosterFormat::Png, "png"_L1}, {PosterFormat::Jpeg, "jpeg"_L1}}};
constexpr Words<BlockKind, 2> kBlockKinds {{{BlockKind::HeldBack, "held_back"_L1}, {BlockKind::Killed, "killed"_L1}}};
constexpr Words<BookingState, 3> kBookingStates {{{BookingState::Confirmed, "confirmed"_L1}, {BookingState::Cancelled, "cancelled"_L1}, {BookingState::Reserved, "reserved"_L1}}};
constexpr Words<ShowtimeFormat, 4> kShowtimeFormats {{{ShowtimeFormat::Automatic, "auto"_L1},
                                                      {ShowtimeFormat::Calendar, "calendar"_L1},
                                                      {ShowtimeFormat::Csv, "csv"_L1},
                                                      {ShowtimeFormat::JsonLd, "json"_L1}}};
constexpr Words<ShowtimeSchedule, 3> kShowtimeSchedules {{{ShowtimeSchedule::Never, "never"_L1}, {ShowtimeSchedule::Hourly, "hourly"_L1}, {ShowtimeSchedule::Daily, "daily"_L1}}};
constexpr Words<ShowtimeMode, 2> kShowtimeModes {{{ShowtimeMode::Look, "look"_L1}, {ShowtimeMode::Create, "create"_L1}}};
constexpr Words<TicketState, 4> kTicketStates {{{TicketState::Valid, "valid"_L1},
                                                {TicketState::Cancelled, "cancelled"_L1},
                                                {TicketState::Exchanged, "exchanged"_L1},
                                                {TicketState::Released, "released"_L1}}};
constexpr Words<PaymentKind, 6> kPaymentKinds {{{PaymentKind::Cash, "cash"_L1},
                                                {PaymentKind::Card, "card"_L1},
                                                {PaymentKind::Invoice, "invoice"_L1},
                                                {PaymentKind::Complimentary, "complimentary"_L1},
                                                {PaymentKind::Voucher, "voucher"_L1},
                                                {PaymentKind::Online, "online"_L1}}};
constexpr Words<MailState, 3> kMailStates {{{MailState::Queued, "queued"_L1}, {MailState::Sent, "sent"_L1}, {MailState::Failed, "failed"_L1}}};
constexpr Words<MailProblem, 6> kMailProblems {{{MailProblem::Unreachable, "unreachable"_L1},
                                                {MailProblem::Insecure, "insecure"_L1},
                                                {MailProblem::SignInRefused, "sign_in_refused"_L1},
                                                {MailProblem::RecipientRefused, "recipient_refused"_L1},
                                                {MailProblem::Refused, "refused"_L1},
                                                {MailProblem::BookingCancelled, "booking_cancelled"_L1}}};
constexpr Words<OnlineState, 9> kOnlineStates {{{OnlineState::Creating, "creating"_L1},
                                                {OnlineState::Pending, "pending"_L1},
                                                {OnlineState::Succeeded, "succeeded"_L1},
                                                {OnlineState::Failed, "failed"_L1},
                                                {OnlineState::Cancelled, "cancelled"_L1},
                                                {OnlineState::Refunding, "refunding"_L1},
                                                {OnlineState::Refunded, "refunded"_L1},
                                                {OnlineState::Unmatched, "unmatched"_L1},
                                                {OnlineState::Settled, "settled"_L1}}};
constexpr Words<UnmatchedKind, 3> kUnmatchedKinds {{{UnmatchedKind::Owed, "owed"_L1},
                                                    {UnmatchedKind::RefundedElsewhere, "refunded_elsewhere"_L1},
                                                    {UnmatchedKind::Disputed, "disputed"_L1}}};
constexpr Words<PaymentDirection, 2> kDirections {{{PaymentDirection::Payment, "payment"_L1}, {PaymentDirection::Refund, "refund"_L1}}};
constexpr Words<VoucherState, 2> kVoucherStates {{{VoucherState::Active, "active"_L1}, {VoucherState::Blocked, "blocked"_L1}}};
constexpr Words<VoucherMovementKind, 4> kMovementKinds {{{VoucherMovementKind::Issue, "issue"_L1},
                                                         {VoucherMovementKind::Payment, "payment"_L1},
                                                         {VoucherMovementKind::Refund, "refund"_L1},
                                                         {VoucherMovementKind::Adjustment, "adjustment"_L1}}};
constexpr Words<AdmitOutcome, 9> kAdmitOutcomes {{{AdmitOutcome::Admitted, "admitted"_L1},
                                                  {AdmitOutcome::AlreadyIn, "already_in"_L1},
                                                  {AdmitOutcome::WrongEvent, "wrong_event"_L1},
                                                  {AdmitOutcome::Cancelled, "cancelled"_L1},
                                                  {AdmitOutcome::Exchanged, "exchanged"_L1},
                                                  {AdmitOutcome::Reprinted, "reprinted"_L1},
                                                  {AdmitOutcome::Unpaid, "unpaid"_L1},
                                                  {AdmitOutcome::Released, "released"_L1},
                                                  {AdmitOutcome::NotOfHouse, "not_of_house"_L1}}};

template<class Enum, std::size_t count>
QLatin1StringView wordOf(const Words<Enum, count> &words, Enum value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    Q_UNREACHABLE();
}

template<class Enum, std::size_t count>
Enum valueOf(const Words<Enum, count> &words, const QString &text)
{
    for (const auto &[value, word] : words) {
        if (word == text)
            return value;
    }
    Q_ASSERT_X(false, "fromText", "unknown word in the database");
    return words.back().first;
}

} // namespace

QLatin1StringView toText(EventCategory category) { return wordOf(kCategories, category); }
QLatin1StringView toText(EventState state) { return wordOf(kEventStates, state); }
QLatin1StringView toText(OrphanRule rule) { return wordOf(kOrphanRules, rule); }
QLatin1StringView toText(TaxMode mode) { return wordOf(kTaxModes, mode); }
QLatin1StringView toText(DiscountKind kind) { return wordOf(kDiscountKinds, kind); }
QLatin1StringView toText(ChargeKind kind) { return wordOf(kChargeKinds, kind); }
QLatin1StringView toText(PosterFormat format) { return wordOf(kPosterFormats, format); }
QLatin1StringView toText(BlockKind kind) { return wordOf(kBlockKinds, kind); }
QLatin1StringView toText(ShowtimeFormat format) { return wordOf(kShowtimeFormats, format); }
QLatin1StringView toText(ShowtimeSchedule schedule) { return wordOf(kShowtimeSchedules, schedule); }
QLatin1StringView toText(ShowtimeMode mode) { return wordOf(kShowtimeModes, mode); }
QLatin1StringView toText(BookingState state) { return wordOf(kBookingStates, state); }
QLatin1StringView toText(TicketState state) { return wordOf(kTicketStates, state); }
QLatin1StringView toText(PaymentKind kind) { return wordOf(kPaymentKinds, kind); }
QLatin1StringView toText(MailState state) { return wordOf(kMailStates, state); }
QLatin1StringView toText(MailProblem problem) { return wordOf(kMailProblems, problem); }
QLatin1StringView toText(OnlineState state) { return wordOf(kOnlineStates, state); }
QLatin1StringView toText(UnmatchedKind kind) { return wordOf(kUnmatchedKinds, kind); }
QLatin1StringView toText(PaymentDirection direction) { return wordOf(kDirections, direction); }
QLatin1StringView toText(VoucherState state) { return wordOf(kVoucherStates, state); }
QLatin1StringView toText(VoucherMovementKind kind) { return wordOf(kMovementKinds, kind); }
QLatin1StringView toText(AdmitOutcome outcome) { return wordOf(kAdmitOutcomes, outcome); }

template<>
EventCategory fromText<EventCategory>(const QString &text) { return valueOf(kCategories, text); }
template<>
EventState fromText<EventState>(const QString &text) { return valueOf(kEventStates, text); }
template<>
OrphanRule fromText<OrphanRule>(const QString &text) { return valueOf(kOrphanRules, text); }
template<>
TaxMode fromText<TaxMode>(const QString &text) { return valueOf(kTaxModes, text); }
template<>
DiscountKind fromText<DiscountKind>(const QString &text) { return valueOf(kDiscountKinds, text); }
template<>
ChargeKind fromText<ChargeKind>(const QString &text) { return valueOf(kChargeKinds, text); }
template<>
PosterFormat fromText<PosterFormat>(const QString &text) { return valueOf(kPosterFormats, text); }
template<>
BlockKind fromText<BlockKind>(const QString &text) { return valueOf(kBlockKinds, text); }
template<>
ShowtimeFormat fromText<ShowtimeFormat>(const QString &text) { return valueOf(kShowtimeFormats, text); }
template<>
ShowtimeSchedule fromText<ShowtimeSchedule>(const QString &text) { return valueOf(kShowtimeSchedules, text); }
template<>
ShowtimeMode fromText<ShowtimeMode>(const QString &text) { return valueOf(kShowtimeModes, text); }
template<>
BookingState fromText<BookingState>(const QString &text) { return valueOf(kBookingStates, text); }
template<>
TicketState fromText<TicketState>(const QString &text) { return valueOf(kTicketStates, text); }
template<>
PaymentKind fromText<PaymentKind>(const QString &text) { return valueOf(kPaymentKinds, text); }
template<>
MailState fromText<MailState>(const QString &text) { return valueOf(kMailStates, text); }
template<>
MailProblem fromText<MailProblem>(const QString &text) { return valueOf(kMailProblems, text); }
template<>
OnlineState fromText<OnlineState>(const QString &text) { return valueOf(kOnlineStates, text); }
template<>
UnmatchedKind fromText<UnmatchedKind>(const QString &text) { return valueOf(kUnmatchedKinds, text); }
template<>
PaymentDirection fromText<PaymentDirection>(const QString &text) { return valueOf(kDirections, text); }
template<>
VoucherState fromText<VoucherState>(const QString &text) { return valueOf(kVoucherStates, text); }
template<>
VoucherMovementKind fromText<VoucherMovementKind>(const QString &text) { return valueOf(kMovementKinds, text); }
template<>
AdmitOutcome fromText<AdmitOutcome>(const QString &text) { return valueOf(kAdmitOutcomes, text); }

} // namespace parterre::storage
