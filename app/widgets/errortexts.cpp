// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/errortexts.h"

#include "app/widgets/plaintext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace parterre::ui {
namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::ErrorTexts)
};

constexpr qsizetype kMostNamed = 4;

QString listOf(const QStringList &places)
{
    QStringList shown;
    for (const QString &place : places.first(std::min(places.size(), kMostNamed)))
        shown.append(isolated(place));
    const QString list = shown.join(ErrorTexts::tr(", "));
    if (places.size() <= kMostNamed)
        return list;
    return ErrorTexts::tr("%1 and %n more", nullptr, static_cast<int>(places.size() - kMostNamed)).arg(list);
}

QString seatStranded(const QStringList &places)
{
    if (places.size() == 1)
        return ErrorTexts::tr("Seat %1 would be left on its own, and nobody buys a single seat. Move your seats by one, or take it too.").arg(listOf(places));
    return ErrorTexts::tr("Single seats that nobody buys would be left: %1. Move your seats by one, or take them too.").arg(listOf(places));
}

// `places`: the companions' seats; behind a single one, the wheelchair place that it belongs to.
QString companionAlone(qsizetype seats, const QStringList &places)
{
    if (places.isEmpty())
        return ErrorTexts::tr("A seat that is kept for a companion would be without its wheelchair place. Have both, or neither.");
    if (seats == 1 && places.size() == 2)
        return ErrorTexts::tr("Seat %1 is kept for the companion of %2. Add %2, or give %1 back.").arg(isolated(places.at(0)), isolated(places.at(1)));
    if (places.size() == 1)
        return ErrorTexts::tr("Seat %1 is kept for the companion of somebody in a wheelchair. Have it together with a wheelchair place, or give it back.").arg(listOf(places));
    return ErrorTexts::tr("These seats are kept for companions of people in wheelchairs: %1. Have them together with their wheelchair places, or give them back.").arg(listOf(places));
}

QString seatTaken(const QStringList &places)
{
    if (places.isEmpty())
        return ErrorTexts::tr("One of these seats was just taken by someone else. The map shows what is free: choose another.");
    if (places.size() == 1)
        return ErrorTexts::tr("Seat %1 was just taken by someone else. The map shows what is free: choose another.").arg(listOf(places));
    return ErrorTexts::tr("Seats %1 were just taken by someone else. The map shows what is free: choose others.").arg(listOf(places));
}

QString areaFull(const std::optional<qint64> &limit, const QStringList &areas)
{
    const QString area = areas.isEmpty() ? QString() : isolated(areas.constFirst());
    if (!limit || area.isEmpty())
        return ErrorTexts::tr("There is not that much room left. Choose fewer places, or another part of the house.");
    if (*limit == 0)
        return ErrorTexts::tr("%1 is full. Choose another part of the house; places may become free again.").arg(area);
    if (*limit == 1)
        return ErrorTexts::tr("There is only one place for you in %1, for others were quicker. Take that, or choose another part of the house.").arg(area);
    return ErrorTexts::tr("You can have at most %n places in %1, for others were quicker. Choose fewer.", nullptr, static_cast<int>(*limit)).arg(area);
}

QString payUntilTooLate(const std::optional<qint64> &limit)
{
    if (!limit)
        return ErrorTexts::tr("The event gives its reservations free earlier than that. Choose an earlier time.");
    return ErrorTexts::tr("The event gives its reservations free at %1. Choose that time or an earlier one.")
        .arg(isolated(QLocale().toString(QDateTime::fromSecsSinceEpoch(*limit), QLocale::ShortFormat)));
}

QString tooMany(const std::optional<qint64> &limit)
{
    if (!limit)
        return ErrorTexts::tr("These are more seats than one customer may hold here. Release some first.");
    if (*limit == 1)
        return ErrorTexts::tr("You can hold only one seat of this event at once, wherever you are signed in. Release it, or book it first.");
    return ErrorTexts::tr("You can hold at most %n seats of this event at once, wherever you are signed in. Release some, or book these first.", nullptr,
                          static_cast<int>(*limit));
}

QString bookingTooLarge(const std::optional<qint64> &limit)
{
    if (!limit)
        return ErrorTexts::tr("These are more tickets than one booking may have. Release some seats first.");
    if (*limit == 1)
        return ErrorTexts::tr("A booking may have only one ticket for this event. Release the other seats first.");
    return ErrorTexts::tr("A booking may have at most %n tickets for this event. Release some seats first.", nullptr, static_cast<int>(*limit));
}

QString waitAWhile(const QString &why, const std::optional<int> &seconds)
{
    if (!seconds || *seconds <= 1)
        return why + QLatin1Char(' ') + ErrorTexts::tr("Wait a moment and try again.");
    if (*seconds >= 120)
        return why + QLatin1Char(' ') + ErrorTexts::tr("Try again in %n minutes.", nullptr, (*seconds + 59) / 60);
    return why + QLatin1Char(' ') + ErrorTexts::tr("Try again in %n seconds.", nullptr, *seconds);
}

QString tooLarge(const std::optional<qint64> &limit)
{
    if (!limit)
        return ErrorTexts::tr("The file is too large. Choose a smaller one.");
    return ErrorTexts::tr("The file is larger than %1. Choose a smaller one.").arg(QLocale().formattedDataSize(*limit));
}

QString tooManyDates(const std::optional<qint64> &limit)
{
    if (!limit)
        return ErrorTexts::tr("These are too many dates for one series. Make several of it.");
    return ErrorTexts::tr("A series has at most %n dates. Make several of it.", nullptr, static_cast<int>(*limit));
}

QString datesTooFar(const std::optional<qint64> &limit)
{
    if (!limit)
        return ErrorTexts::tr("These dates reach too far into the future. Let the series end earlier.");
    return ErrorTexts::tr("The dates of a series lie within %n years. Let it end earlier.", nullptr, static_cast<int>(*limit));
}

QString heldBack(const QStringList &places)
{
    if (places.isEmpty())
        return ErrorTexts::tr("The house holds these seats back. Choose them one by one to sell them all the same, or choose others.");
    return ErrorTexts::tr("The house holds %1 back. Choose it on the map to sell it all the same, or choose another.").arg(listOf(places));
}

// Failures between programs: nothing a person did, so the advice is to update, or to tell whoever runs the server.
QString technicalText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ParseError:
    case ErrorCode::InvalidRequest:
    case ErrorCode::InvalidParams:
        return ErrorTexts::tr("The server did not accept what was entered. Check the fields and try again.");
    case ErrorCode::MethodNotFound:
    case ErrorCode::UnsupportedProtocol:
        return ErrorTexts::tr("This program and the server are of different versions. Update the older one, or ask the house for help.");
    case ErrorCode::BadAnswer:
        return ErrorTexts::tr("The server's answer makes no sense to this program. Try again; if it stays so, tell the administrator.");
    case ErrorCode::NoSession:
        return ErrorTexts::tr("The connection started anew. Try again.");
    case ErrorCode::SchemaTooNew:
        return ErrorTexts::tr("The server's data was written by a newer version of Parterre. Ask the administrator to update the server.");
    case ErrorCode::StorageUnavailable:
        return ErrorTexts::tr("The server cannot reach its database. Nothing was changed; try again shortly, or tell the administrator.");
    default:
        return ErrorTexts::tr("Something went wrong on the server. Nothing was changed; try again, or tell the administrator.");
    }
}

} // namespace

QString errorText(const Error &error, const QStringList &places)
{
    switch (error.code) {
    case ErrorCode::NotPermitted: return ErrorTexts::tr("Your account may not do this. Sign in with another account, or ask a manager.");
    case ErrorCode::NotSignedIn: return ErrorTexts::tr("You are not signed in. Sign in, or continue as a guest.");
    case ErrorCode::RateLimited: return waitAWhile(ErrorTexts::tr("That was too often in a short time."), error.retryAfterSeconds);
    case ErrorCode::Overloaded: return waitAWhile(ErrorTexts::tr("The server is very busy."), error.retryAfterSeconds);
    case ErrorCode::AnswerTooLarge: return ErrorTexts::tr("The answer was too long to be sent. Narrow your search and try again.");
    case ErrorCode::WrongCredentials: return ErrorTexts::tr("E-mail address and password do not match. Check both; capital letters count in the password.");
    case ErrorCode::EmailTaken: return ErrorTexts::tr("An account with this e-mail address exists already. Sign in instead, or use another address.");
    case ErrorCode::WeakPassword: return ErrorTexts::tr("This password is too easy to guess. Take a longer one, for example four words in a row.");
    case ErrorCode::TokenInvalid: return ErrorTexts::tr("Your sign-in has ended. Sign in again.");
    case ErrorCode::GuestsNotAllowed: return ErrorTexts::tr("This house sells to registered customers only. Sign in or create an account.");
    case ErrorCode::SetupCodeInvalid: return ErrorTexts::tr("This set-up code is wrong, used or out of date. Read it again from the server's output; a restart prints a new one.");
    case ErrorCode::AlreadySignedIn: return ErrorTexts::tr("Somebody is signed in already. Log out first.");
    case ErrorCode::NotFound: return ErrorTexts::tr("This is no longer there. Go back and refresh the list.");
    case ErrorCode::AlreadyExists: return ErrorTexts::tr("This name is in use already. Choose another.");
    case ErrorCode::SeatTaken: return seatTaken(places);
    case ErrorCode::SeatStranded: return seatStranded(places);
    case ErrorCode::CompanionAlone: return companionAlone(error.places.size(), places);
    case ErrorCode::AreaFull: return areaFull(error.limit, places);
    case ErrorCode::TableSoldWhole: return ErrorTexts::tr("This table is sold to one party only. Take all of its seats, or choose another table.");
    case ErrorCode::NotHeld: return ErrorTexts::tr("These seats are no longer yours. Choose them again on the map if they are free.");
    case ErrorCode::HoldExpired: return ErrorTexts::tr("The time to book these seats is over and nothing was booked. Choose them again on the map if they are free.");
    case ErrorCode::TooManySeats: return tooMany(error.limit);
    case ErrorCode::BookingTooLarge: return bookingTooLarge(error.limit);
    case ErrorCode::TooManyExtensions: return ErrorTexts::tr("These seats cannot be kept any longer. Book them before the time runs out.");
    case ErrorCode::SaleClosed: return ErrorTexts::tr("This event is not on sale now. Choose another event, or ask the house.");
    case ErrorCode::StaleVersion: return ErrorTexts::tr("Somebody else changed this meanwhile. Look at the new state and try again.");
    case ErrorCode::UnknownPlace: return ErrorTexts::tr("This seat is not in the plan any more. Open the event again to see the new plan.");
    case ErrorCode::NoPrice: return ErrorTexts::tr("This kind of ticket is not sold for that seat. Choose another kind of ticket.");
    case ErrorCode::CheckoutRunning: return ErrorTexts::tr("These seats are being booked at this moment. Wait for the answer.");
    case ErrorCode::KeyReused: return ErrorTexts::tr("This purchase was sent before with other contents. Check your bookings before you try again.");
    case ErrorCode::InsufficientPayment: return ErrorTexts::tr("The amount received is less than the total. Enter what the customer gave.");
    case ErrorCode::PaymentNotAllowed: return ErrorTexts::tr("This way of paying is not open to you here. Ask at the box office.");
    case ErrorCode::AlreadyCancelled: return ErrorTexts::tr("This booking was cancelled before. Nothing is left to do.");
    case ErrorCode::TicketUsed: return ErrorTexts::tr("Somebody came in with this ticket. Undo that at the door first.");
    case ErrorCode::TicketReleased: return ErrorTexts::tr("The seat of this ticket was given free because nobody had come. Ask at the box office.");
    case ErrorCode::NotReleased: return ErrorTexts::tr("This seat was not given free, or has its ticket back already. Scan the ticket to see.");
    case ErrorCode::CancelClosed: return ErrorTexts::tr("It is too late to cancel this booking here. Ask at the box office.");
    case ErrorCode::CurrencyMismatch: return ErrorTexts::tr("These seats are priced in different currencies. Book them one event at a time.");
    case ErrorCode::NothingOwed: return ErrorTexts::tr("Nothing is owed to this booking any more. It may have been paid out a moment ago.");
    case ErrorCode::PaymentMismatch: return ErrorTexts::tr("The parts of the payment are not what is due. Look at them again.");
    case ErrorCode::RefundReferenceMissing: return ErrorTexts::tr("Money goes back to a card. Refund it at the terminal, then enter the reference of its receipt.");
    case ErrorCode::PayUntilTooLate: return payUntilTooLate(error.limit);
    case ErrorCode::PayUntilPassed: return ErrorTexts::tr("That time is over already. Choose a later one, or take the payment now.");
    case ErrorCode::ReservationEnded: return ErrorTexts::tr("This reservation has ended and its seats are free. Nothing was paid; sell the seats anew, if they are still to be had.");
    case ErrorCode::NotReserved: return ErrorTexts::tr("This booking is paid already. Do not take money for it again.");
    case ErrorCode::NotPaid: return ErrorTexts::tr("This booking is reserved and not paid yet. Take the payment first; then there are tickets.");
    case ErrorCode::ProviderUnavailable: return ErrorTexts::tr("The payment service cannot be reached at the moment. Nothing was paid; try again shortly.");
    case ErrorCode::ProviderRefused: return ErrorTexts::tr("The payment service does not take this payment. Pay another way, or ask the house for help.");
    case ErrorCode::PaymentDeclined: return ErrorTexts::tr("The payment was declined. Try another card or way to pay.");
    case ErrorCode::OnlinePaymentsOff: return ErrorTexts::tr("This house takes no payments online. Buy at the box office.");
    case ErrorCode::TooLateOnline: return ErrorTexts::tr("This reservation ends in a moment, too soon to pay it online. Nothing was paid; ask the box office to prolong it.");
    case ErrorCode::TooEarly: return ErrorTexts::tr("Nobody is late yet. Seats of people who have not come can be released from two hours before the start.");
    case ErrorCode::NotesFull: return ErrorTexts::tr("This booking has as many notes as it can have. Nothing was written down.");
    case ErrorCode::MailNotSetUp: return ErrorTexts::tr("This house sends no mail. Whoever runs the server can set it up; print the tickets or save them as PDF instead.");
    case ErrorCode::NoAddress: return ErrorTexts::tr("This is no mail address. Write it like ada@example.org.");
    case ErrorCode::MailsFull: return ErrorTexts::tr("Too many mails are waiting to be sent. Wait until they have gone; print the tickets or save them as PDF meanwhile.");
    case ErrorCode::PaymentSettled: return ErrorTexts::tr("This payment has come to its end already. Look at the booking.");
    case ErrorCode::VenueInUse: return ErrorTexts::tr("This house has plans or drafts and cannot be deleted. Delete its drafts first; a house with plans stays, but its name can be changed.");
    case ErrorCode::TimeZoneUnknown: return ErrorTexts::tr("The server does not know this time zone. Choose another one with the same time.");
    case ErrorCode::EventInvalid: return ErrorTexts::tr("The event cannot be like that. Check its times, ticket types and prices.");
    case ErrorCode::EventInUse: return ErrorTexts::tr("Seats of this event are in somebody's hands or were sold already. It keeps its plan and its currency, and it cannot be deleted; pause it instead.");
    case ErrorCode::RuleUnreadable: return ErrorTexts::tr("This rule cannot be read. Write it like FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12.");
    case ErrorCode::RuleEndless: return ErrorTexts::tr("This rule never ends. Say after how many dates, or until when.");
    case ErrorCode::NoDates: return ErrorTexts::tr("There is no date left. Check the first date, the rule and what is left out.");
    case ErrorCode::TooManyDates: return tooManyDates(error.limit);
    case ErrorCode::DatesTooFar: return datesTooFar(error.limit);
    case ErrorCode::VoucherUnknown: return ErrorTexts::tr("There is no voucher of this code. Compare it with what is printed, character by character.");
    case ErrorCode::VoucherExpired: return ErrorTexts::tr("The voucher is not valid any more. Pay another way; a manager can make it valid again.");
    case ErrorCode::VoucherBlocked: return ErrorTexts::tr("The voucher is blocked, perhaps because it was reported lost. Pay another way, or ask a manager.");
    case ErrorCode::VoucherBalance: return ErrorTexts::tr("Less is left on the voucher than it is to pay. Check its code again, and pay the rest another way.");
    case ErrorCode::PrinterUnreachable: return ErrorTexts::tr("The printer does not answer. Check that it is on and connected, and its address in the profile.");
    case ErrorCode::PrinterNoPaper: return ErrorTexts::tr("The printer is out of paper. Put in a new roll and print again.");
    case ErrorCode::PrinterNotReady: return ErrorTexts::tr("The printer is open or reports a fault. Close its cover, look at its lights, and print again.");
    case ErrorCode::PrinterStopped: return ErrorTexts::tr("The printer stopped in the middle. See what came out and check its paper before you print again.");
    case ErrorCode::SeatHeldBack: return heldBack(places);
    case ErrorCode::AlreadyBlocked: return ErrorTexts::tr("Some of these seats are blocked already. Release them first, or choose others.");
    case ErrorCode::NotBlocked: return ErrorTexts::tr("These seats are not blocked any more. Look at the list again.");
    case ErrorCode::ReleasePassed: return ErrorTexts::tr("That time is over already, so the seats would be free at once. Choose a later one.");
    case ErrorCode::EventHasBlocks: return ErrorTexts::tr("Seats of this event are blocked. Release them first: then it can have another plan, or be deleted.");
    case ErrorCode::DiscountInvalid: return ErrorTexts::tr("The discount cannot be like that. Say what it takes off, for whom and until when.");
    case ErrorCode::CodeUnknown: return ErrorTexts::tr("There is no such code. Check how it is written.");
    case ErrorCode::CodeNotValid: return ErrorTexts::tr("This code is not valid now, or not for these tickets. Take it out to go on.");
    case ErrorCode::CodeUsedUp: return ErrorTexts::tr("This code was used as often as it may be. Take it out to go on.");
    case ErrorCode::BelowUses: return ErrorTexts::tr("The code was used more often already. Let it be used as often at least, or end the discount.");
    case ErrorCode::PriceChanged: return ErrorTexts::tr("The price changed meanwhile. Look at the new total and book again.");
    case ErrorCode::PreviewGone: return ErrorTexts::tr("What was found is out of date. Look at the source again.");
    case ErrorCode::TemplateGone: return ErrorTexts::tr("The event that new ones are made like is gone. Edit the source and choose another.");
    case ErrorCode::FetchFailed: return ErrorTexts::tr("The server could not fetch the address. Check it in a browser, and try again later.");
    case ErrorCode::UrlNotAllowed: return ErrorTexts::tr("The server fetches only addresses of the public web that begin with https:// or http:// and hold no password. Check the address.");
    case ErrorCode::FileInvalid: return ErrorTexts::tr("This file cannot be read as what it should be. Choose another file.");
    case ErrorCode::FileTooLarge: return tooLarge(error.limit);
    case ErrorCode::OutcomeUnknown: return ErrorTexts::tr("The connection broke before the answer came. Parterre is checking; do not repeat the purchase.");
    case ErrorCode::Disconnected: return ErrorTexts::tr("There is no connection to the server. Check the network; Parterre keeps trying.");
    case ErrorCode::TimedOut: return ErrorTexts::tr("The server did not answer in time. Check the network and try again.");
    case ErrorCode::AddressInvalid: return ErrorTexts::tr("This is not a server address. Write it like box-office.example.org or 192.168.0.10:7717.");
    case ErrorCode::HostNotFound: return ErrorTexts::tr("There is no server of this name. Check the address and the network.");
    case ErrorCode::ConnectionRefused: return ErrorTexts::tr("Nothing answers at this address. Check the address and whether the server is running.");
    case ErrorCode::NotAServer: return ErrorTexts::tr("Something answers at this address, but it is not a Parterre server. Check the address.");
    case ErrorCode::TlsFailed: return ErrorTexts::tr("The server could not prove who it is, so nothing was sent. Check the address, or ask the administrator about its certificate.");
    case ErrorCode::ParseError:
    case ErrorCode::InvalidRequest:
    case ErrorCode::MethodNotFound:
    case ErrorCode::InvalidParams:
    case ErrorCode::Internal:
    case ErrorCode::NoSession:
    case ErrorCode::UnsupportedProtocol:
    case ErrorCode::StorageUnavailable:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::BadAnswer:
        break;
    }
    return technicalText(error.code);
}

QString holdEndText(HoldEndReason reason, const QStringList &places)
{
    const QString list = listOf(places);
    switch (reason) {
    case HoldEndReason::Expired: return ErrorTexts::tr("The time to book %1 is over. Choose again on the map if the seats are still free.").arg(list);
    case HoldEndReason::SessionLost: return ErrorTexts::tr("The connection was away too long, so %1 became free. Choose again on the map if nobody was quicker.").arg(list);
    case HoldEndReason::EventClosed: return ErrorTexts::tr("The event is no longer on sale, so %1 became free. Ask the house.").arg(list);
    case HoldEndReason::Released:
    case HoldEndReason::LoggedOut: break;
    }
    return ErrorTexts::tr("You no longer hold %1.").arg(list);
}

} // namespace parterre::ui
