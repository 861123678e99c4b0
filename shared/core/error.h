// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace parterre {

// Every way a request can fail: name, stable word on the wire (`data.kind`), JSON-RPC code, and what it means.
// The word is the same from SQL to screen; the app alone turns it into a sentence. Append only: clients know these.
#define PARTERRE_ERROR_CODES(X)                                                                                        \
    X(ParseError, "parse_error", -32700, "The message is not JSON")                                                    \
    X(InvalidRequest, "invalid_request", -32600, "The message is not a JSON-RPC 2.0 request")                          \
    X(MethodNotFound, "method_not_found", -32601, "There is no such method")                                           \
    X(InvalidParams, "invalid_params", -32602, "A parameter is missing, unknown, of the wrong type or out of range")   \
    X(Internal, "internal", -32603, "The server failed; nothing was changed")                                          \
    X(NotPermitted, "not_permitted", 1001, "The caller's role does not allow this")                                    \
    X(NotSignedIn, "not_signed_in", 1002, "The method needs an account or a guest name")                               \
    X(NoSession, "no_session", 1003, "session.hello has to come first")                                                \
    X(UnsupportedProtocol, "unsupported_protocol", 1004, "Client and server share no protocol version")                \
    X(RateLimited, "rate_limited", 1005, "Too many requests; retry after data.retryAfter seconds")                     \
    X(Overloaded, "overloaded", 1006, "The server is busy; retry after data.retryAfter seconds")                       \
    X(WrongCredentials, "wrong_credentials", 1101, "E-mail address and password do not match an account")              \
    X(EmailTaken, "email_taken", 1102, "An account with this e-mail address exists")                                   \
    X(WeakPassword, "weak_password", 1103, "The password is too short or too common")                                  \
    X(TokenInvalid, "token_invalid", 1104, "The token is unknown, expired or withdrawn")                               \
    X(GuestsNotAllowed, "guests_not_allowed", 1105, "This house sells to accounts only")                               \
    X(SetupCodeInvalid, "setup_code_invalid", 1106, "The setup code is wrong, used or expired")                        \
    X(AlreadySignedIn, "already_signed_in", 1107, "The session is signed in; log out first")                           \
    X(NotFound, "not_found", 1201, "There is no such object, or the caller may not see it")                            \
    X(AlreadyExists, "already_exists", 1202, "An object of this name exists")                                          \
    X(SeatTaken, "seat_taken", 1301, "Another session holds or owns data.places; nothing was held")                    \
    X(NotHeld, "not_held", 1302, "The session does not hold data.places")                                              \
    X(HoldExpired, "hold_expired", 1303, "The hold on data.places has ended; nothing was booked")                      \
    X(TooManySeats, "too_many_seats", 1304, "More seats than data.limit allows")                                       \
    X(TooManyExtensions, "too_many_extensions", 1305, "The hold was extended as often as the event allows")            \
    X(SaleClosed, "sale_closed", 1306, "The event is not on sale now")                                                 \
    X(StaleVersion, "stale_version", 1307, "The object changed meanwhile; read it again")                              \
    X(UnknownPlace, "unknown_place", 1308, "The plan has no data.places")                                              \
    X(NoPrice, "no_price", 1309, "The event sells no such ticket type in this category")                               \
    X(CheckoutRunning, "checkout_running", 1310, "A checkout of these seats is under way")                             \
    X(SeatStranded, "seat_stranded", 1311, "The choice leaves data.places as single seats that nobody will buy")       \
    X(AreaFull, "area_full", 1312, "Fewer than asked for are free in data.area: data.limit; nothing was held")         \
    X(TableSoldWhole, "table_sold_whole", 1313, "A table is sold whole; name all of data.places or none")              \
    X(KeyReused, "key_reused", 1401, "The idempotency key was used for another request")                               \
    X(InsufficientPayment, "insufficient_payment", 1402, "Less was tendered than is due")                              \
    X(PaymentNotAllowed, "payment_not_allowed", 1403, "This caller may not pay this way")                              \
    X(AlreadyCancelled, "already_cancelled", 1404, "The booking is cancelled already")                                 \
    X(CancelClosed, "cancel_closed", 1405, "The time to cancel this booking is over")                                  \
    X(CurrencyMismatch, "currency_mismatch", 1406, "The items are not all in the same currency as the payment")        \
    X(TicketUsed, "ticket_used", 1407, "Somebody came in with the ticket; the admission has to be undone first")       \
    X(FileInvalid, "file_invalid", 1501, "The file is not of the expected format")                                     \
    X(FileTooLarge, "file_too_large", 1502, "The file is larger than data.limit")                                      \
    X(StorageUnavailable, "storage_unavailable", 1601, "The database cannot be reached; nothing was changed")          \
    X(OutcomeUnknown, "outcome_unknown", 1602, "The link broke before the answer; ask again with the same key")        \
    X(SchemaTooNew, "schema_too_new", 1603, "The database was written by a newer version")                             \
    X(Disconnected, "disconnected", 1604, "There is no connection to the server")                                      \
    X(TimedOut, "timed_out", 1605, "No answer came in time")                                                           \
    X(AddressInvalid, "address_invalid", 1606, "The server address cannot be read")                                    \
    X(HostNotFound, "host_not_found", 1607, "There is no host of this name")                                           \
    X(ConnectionRefused, "connection_refused", 1608, "The host answers, but nothing listens there")                    \
    X(NotAServer, "not_a_server", 1609, "What answers at the address is not a Parterre server")                        \
    X(TlsFailed, "tls_failed", 1610, "The server's certificate is not trusted or the encryption failed")               \
    X(BadAnswer, "bad_answer", 1611, "The server's answer cannot be understood")                                          \
    X(AnswerTooLarge, "answer_too_large", 1007, "The answer is larger than data.limit; what was asked for is done")    \
    X(EventInvalid, "event_invalid", 1314, "The event cannot be as it was described: data.detail")                     \
    X(EventInUse, "event_in_use", 1315, "Seats of the event are held, or tickets of it were sold: it keeps its plan and its currency, and cannot be deleted") \
    X(NothingOwed, "nothing_owed", 1408, "Nothing is owed to the booking for this event, or it was paid out already")  \
    X(PaymentMismatch, "payment_mismatch", 1409, "The parts of the payment are not what is due: data.limit")            \
    X(RefundReferenceMissing, "refund_reference_missing", 1410, "Money goes back to a card; the terminal's reference of that is missing") \
    X(RuleUnreadable, "rule_unreadable", 1316, "The rule of the series is no RFC 5545 rule of days, weeks, months or years") \
    X(RuleEndless, "rule_endless", 1317, "The rule of the series has neither COUNT nor UNTIL")                         \
    X(NoDates, "no_dates", 1318, "The series would have no date")                                                      \
    X(TooManyDates, "too_many_dates", 1319, "The series would have more than data.limit dates")                        \
    X(DatesTooFar, "dates_too_far", 1320, "The series would go on for more than data.limit years")                     \
    X(VoucherUnknown, "voucher_unknown", 1421, "There is no voucher of this code")                                     \
    X(VoucherExpired, "voucher_expired", 1422, "The voucher is not valid any more")                                    \
    X(VoucherBlocked, "voucher_blocked", 1423, "The voucher is blocked")                                               \
    X(VoucherBalance, "voucher_balance", 1424, "Less is left on the voucher than is to be taken from it: data.limit")  \
    X(PrinterUnreachable, "printer_unreachable", 1335, "There is no printer at the address, or it takes nothing")     \
    X(PrinterNoPaper, "printer_no_paper", 1336, "The printer says that its paper has run out; nothing was printed")   \
    X(PrinterNotReady, "printer_not_ready", 1337, "The printer says that it is open or faulty; nothing was printed")  \
    X(PrinterStopped, "printer_stopped", 1338, "The printer took only a part of what was to be printed")                 \
    X(SeatHeldBack, "seat_held_back", 1330, "The house holds data.places back; say heldBack to have them; nothing was held") \
    X(AlreadyBlocked, "already_blocked", 1331, "data.places are blocked already; nothing was blocked")                 \
    X(NotBlocked, "not_blocked", 1332, "data.places are not blocked, or not by that block; nothing was released")      \
    X(ReleasePassed, "release_passed", 1333, "The seats would be free at once: the time of their release is over")     \
    X(EventHasBlocks, "event_has_blocks", 1334, "Seats of the event are blocked: it keeps its plan and cannot be deleted") \
    X(PayUntilTooLate, "pay_until_too_late", 1411, "Reservations of data.event fall free earlier: at data.limit, in seconds since 1970") \
    X(PayUntilPassed, "pay_until_passed", 1412, "The time to pay until is over already; nothing was reserved")         \
    X(ReservationEnded, "reservation_ended", 1413, "The reservation has ended, its seats are free; nothing was paid")  \
    X(NotReserved, "not_reserved", 1414, "The booking is not reserved: it is paid already")                            \
    X(NotPaid, "not_paid", 1415, "The booking is reserved and not paid; there are no tickets to it yet")                      \
    X(ProviderUnavailable, "provider_unavailable", 1426, "The payment provider cannot be reached; nothing was paid")   \
    X(ProviderRefused, "provider_refused", 1427, "The payment provider does not take the request: data.detail")        \
    X(PaymentDeclined, "payment_declined", 1428, "The payment was declined; another card or way to pay may do")        \
    X(OnlinePaymentsOff, "online_payments_off", 1429, "This house takes no payments online")                           \
    X(PaymentSettled, "payment_settled", 1430, "The payment has come to its end already")                     \
    X(DiscountInvalid, "discount_invalid", 1321, "The discount cannot be as it was described: data.detail")            \
    X(CodeUnknown, "code_unknown", 1416, "There is no such code")                                                      \
    X(CodeNotValid, "code_not_valid", 1417, "The code is not valid now, or not for these tickets")                     \
    X(CodeUsedUp, "code_used_up", 1418, "The code was used as often as it may be")                                     \
    X(PriceChanged, "price_changed", 1419, "The total is not the one that was shown any more: data.limit") \
    X(PreviewGone, "preview_gone", 1326, "What was looked at is not kept any more; look at the source again")          \
    X(TemplateGone, "template_gone", 1327, "The event that new ones are made like is not there any more")              \
    X(FetchFailed, "fetch_failed", 1505, "The page could not be fetched: data.detail")                                 \
    X(UrlNotAllowed, "url_not_allowed", 1506, "The address is none of the web, or leads into a private network")       \
    X(NotesFull, "notes_full", 1432, "The booking has as many notes as it may: data.limit")                            \
    X(TooEarly, "too_early", 1434, "Nobody is late yet: seats are given free from data.limit on, in seconds since 1970") \
    X(MailNotSetUp, "mail_not_set_up", 1431, "This house sends no mail")                                               \
    X(NoAddress, "no_address", 1433, "The text can be no mail address")                                                \
    X(BelowUses, "below_uses", 1451, "More bookings use the code already: data.limit") \
    X(TicketReleased, "ticket_released", 1442, "The place of the ticket was given free because nobody had come")      \
    X(NotReleased, "not_released", 1443, "No place of the tickets was given free, or that was taken back already") \
    X(MailsFull, "mails_full", 1435, "As many mails of the booking or of the house wait to be sent as may: data.limit") \
    X(VenueInUse, "venue_in_use", 1203, "The venue has plans or drafts and cannot be deleted")                         \
    X(TimeZoneUnknown, "time_zone_unknown", 1204, "The server knows no time zone of this IANA name") \
    X(TooLateOnline, "too_late_online", 1463, "The reservation ends too soon to be paid online before that; nothing was paid") \
    X(BookingTooLarge, "booking_too_large", 1455, "The booking would have more than data.limit tickets for data.event") \
    X(CompanionAlone, "companion_alone", 1339, "data.places are kept for companions; their wheelchair places do not come with them")

enum class ErrorCode {
#define PARTERRE_ENUM_ENTRY(name, kind, code, meaning) name,
    PARTERRE_ERROR_CODES(PARTERRE_ENUM_ENTRY)
#undef PARTERRE_ENUM_ENTRY
};

// Why something failed. `detail` is English, for the log and for programmers; it is never shown to a person as it is.
// The rest are the facts a client needs to act, and become keys of the wire's error data.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail = {};
    QList<qint32> places = {};                  // seat indexes the failure is about
    std::optional<qint64> limit = {};           // the bound that was passed
    std::optional<int> retryAfterSeconds = {};  // when it makes sense to ask again
    std::optional<EventId> event = {};          // of `places`, where the request was about several
    std::optional<qint32> area = {};            // position among the plan's areas
    QList<qint32> instead = {};                 // seats like those that were asked for, to be had now

    friend bool operator==(const Error &, const Error &) = default;
};

[[nodiscard]] QLatin1StringView errorKind(ErrorCode code);
[[nodiscard]] int errorNumber(ErrorCode code);
[[nodiscard]] QLatin1StringView errorMeaning(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> errorCodeFromKind(QStringView kind);
[[nodiscard]] const QList<ErrorCode> &allErrorCodes();

} // namespace parterre
