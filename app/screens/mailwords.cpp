// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/mailwords.h"

#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace parterre::ui {

namespace {

struct MailWords {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::MailWords)
};

QString hereAt(Instant time, const QLocale &locale)
{
    return isolated(formatDateTime(time, QString::fromLatin1(QTimeZone::systemTimeZoneId()), locale));
}

QString problemWords(MailProblem problem)
{
    switch (problem) {
    case MailProblem::Unreachable: return MailWords::tr("The house's mail server does not answer.");
    case MailProblem::Insecure: return MailWords::tr("There is no safe way to the house's mail server. Whoever runs the server has to see to it.");
    case MailProblem::SignInRefused: return MailWords::tr("The mail server does not take the house's password. Whoever runs the server has to see to it.");
    case MailProblem::RecipientRefused: return MailWords::tr("The mail server takes no mail for this address. Check how it is written.");
    case MailProblem::Refused: return MailWords::tr("The mail server does not take this mail.");
    case MailProblem::BookingCancelled: return MailWords::tr("Its tickets were void before it could be sent.");
    }
    return {};
}

QString stateWords(const Mail &mail, const QLocale &locale)
{
    switch (mail.state) {
    case MailState::Queued:
        if (!mail.problem)
            return MailWords::tr("On its way.");
        return MailWords::tr("Not sent yet; next attempt %1.").arg(hereAt(mail.nextAttempt.value_or(mail.at), locale));
    case MailState::Sent: return MailWords::tr("Sent %1.").arg(hereAt(mail.sent.value_or(mail.at), locale));
    case MailState::Failed: return MailWords::tr("Not sent, and given up.");
    }
    return {};
}

} // namespace

QString mailNote(const Mail &mail, const QLocale &locale)
{
    QStringList words {stateWords(mail, locale)};
    if (mail.problem)
        words.append(problemWords(*mail.problem));
    if (mail.answer)
        words.append(MailWords::tr("It said: %1").arg(isolated(*mail.answer)));
    const QString asked = hereAt(mail.at, locale);
    const bool isSaid = mail.state == MailState::Sent && hereAt(mail.sent.value_or(mail.at), locale) == asked; // most are sent within the minute
    words.append(isSaid ? MailWords::tr("By %1.").arg(isolated(mail.by.name)) : MailWords::tr("By %1, %2.").arg(isolated(mail.by.name), asked));
    return isolated(mail.to) + u'\n' + words.join(u' ');
}

QString usualSubject(const QString &eventName)
{
    return MailWords::tr("Your tickets for %1").arg(eventName).left(MailLimits::kSubject);
}

QString usualBody(const QString &customerName, const QString &reference)
{
    return MailWords::tr("Hello %1,\n\nyour tickets are attached to this mail. Bring them on paper or on your phone: each of them is scanned at the door, and lets one person in.\n\nYour booking is %2.\n")
        .arg(customerName, reference);
}

} // namespace parterre::ui
