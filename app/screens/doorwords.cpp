// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/doorwords.h"

#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace parterre::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::DoorWords)
};

QString whenAndWhere(const DoorVerdict &verdict, const QLocale &locale)
{
    const QString time = isolated(doorTime(verdict.at.value_or(Instant()), locale));
    return verdict.door.value_or(QString()).isEmpty() ? Words::tr("Came in at %1").arg(time)
                                                      : Words::tr("Came in at %1, %2").arg(time, isolated(*verdict.door));
}

QString ticketLine(const DoorTicket &ticket)
{
    QStringList parts;
    for (const QString &part : {ticket.ticketType, ticket.customerName, ticket.number}) {
        if (!part.isEmpty())
            parts.append(isolated(part));
    }
    return inReadingOrder(parts.join(QStringLiteral(" · ")));
}

} // namespace

QString DoorWords::spoken() const
{
    QStringList parts {word};
    for (const QString &part : {seat, details}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(". "));
}

DoorWords doorWords(const DoorVerdict &verdict, const QLocale &locale)
{
    DoorWords words;
    QString why;
    switch (verdict.outcome) {
    case AdmitOutcome::Admitted: words = {.tone = Tone::Success, .glyph = Glyph::CheckCircle, .word = Words::tr("Come in")}; break;
    case AdmitOutcome::AlreadyIn:
        words = {.tone = Tone::Danger, .glyph = Glyph::User, .word = Words::tr("Already in")};
        why = whenAndWhere(verdict, locale);
        break;
    case AdmitOutcome::WrongEvent:
        words = {.tone = Tone::Warning, .glyph = Glyph::Calendar, .word = Words::tr("Another event")};
        if (verdict.event)
            why = isolated(verdict.event->name) + QStringLiteral(" · ") + isolated(formatDateTime(verdict.event->start, verdict.event->timeZone, locale));
        break;
    case AdmitOutcome::Cancelled:
        words = {.tone = Tone::Danger, .glyph = Glyph::Close, .word = Words::tr("Cancelled")};
        why = Words::tr("This ticket was cancelled. The box office knows what becomes of its price.");
        break;
    case AdmitOutcome::Exchanged:
        words = {.tone = Tone::Warning, .glyph = Glyph::Exchange, .word = Words::tr("Exchanged")};
        why = Words::tr("This ticket was exchanged. Ask for the new one.");
        break;
    case AdmitOutcome::Reprinted:
        words = {.tone = Tone::Warning, .glyph = Glyph::Printer, .word = Words::tr("Old print")};
        why = verdict.at ? Words::tr("The ticket has a newer code, of %1. Ask for the new print.").arg(isolated(doorTime(*verdict.at, locale)))
                         : Words::tr("This is an older print of the ticket. Ask for the newest.");
        break;
    case AdmitOutcome::Unpaid:
        words = {.tone = Tone::Warning, .glyph = Glyph::Cash, .word = Words::tr("Not paid")};
        why = Words::tr("This ticket is only reserved. It has to be paid at the box office first.");
        break;
    case AdmitOutcome::Released:
        words = {.tone = Tone::Danger, .glyph = Glyph::Seat, .word = Words::tr("Seat given free")};
        why = verdict.at ? Words::tr("The seat was given free at %1 because nobody had come.").arg(isolated(doorTime(*verdict.at, locale)))
                         : Words::tr("The seat was given free because nobody had come.");
        if (verdict.placeIsFree)
            why += u' ' + (*verdict.placeIsFree ? Words::tr("There is still a place for it.") : Words::tr("Somebody else has it now. Ask the box office for another seat."));
        else
            why += u' ' + Words::tr("Ask the box office.");
        break;
    case AdmitOutcome::NotOfHouse:
        words = {.tone = Tone::Danger, .glyph = Glyph::Alert, .word = Words::tr("Not our ticket")};
        why = Words::tr("This house has no such ticket.");
        break;
    }
    if (verdict.ticket) {
        words.seat = isolated(verdict.ticket->label);
        words.details = ticketLine(*verdict.ticket);
    }
    if (!why.isEmpty())
        words.details = words.details.isEmpty() ? why : why + u'\n' + words.details;
    return words;
}

DoorWords listWords(const DoorVerdict &verdict, bool isTyped, Instant taken, const QLocale &locale)
{
    const bool isUnlisted = verdict.outcome == AdmitOutcome::Cancelled || (verdict.outcome == AdmitOutcome::NotOfHouse && isTyped);
    if (!isUnlisted)
        return doorWords(verdict, locale);
    const QString time = isolated(doorTime(taken, locale));
    return {.tone = Tone::Warning,
            .glyph = Glyph::List,
            .word = Words::tr("Not on the list"),
            .details = isTyped ? Words::tr("The list is of %1. The ticket may be for another evening. Ask the box office.").arg(time)
                               : Words::tr("The list is of %1. Ask the box office.").arg(time)};
}

QString doorTime(Instant instant, const QLocale &locale)
{
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const bool isToday = inZone(instant, here).date() == QDate::currentDate();
    return isToday ? formatTime(instant, here, locale) : formatDateTime(instant, here, locale);
}

} // namespace parterre::ui
