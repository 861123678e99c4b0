// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/bookingonline.h"

#include "app/screens/bookingdetails.h"
#include "app/screens/onlinedialog.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"

namespace parterre::ui {

BookingOnline::BookingOnline(ReservedPayment &payment, BookingDetails &details, Prompter &prompter, const Clock &clock, OnlinePanel::Open open, QObject *parent)
    : QObject(parent), m_payment(payment), m_details(details), m_prompter(prompter), m_clock(clock), m_open(std::move(open))
{
    connect(&details, &BookingDetails::onlineRequested, &payment, &ReservedPayment::begin);
    connect(&details, &BookingDetails::goOnRequested, &payment, &ReservedPayment::goOn);
    connect(&details, &BookingDetails::giveUpRequested, this, &BookingOnline::askToGiveUp);
    connect(&payment, &ReservedPayment::changed, this, &BookingOnline::showPayment);
    connect(&payment, &ReservedPayment::workingChanged, this, &BookingOnline::busyChanged);
    connect(&payment, &ReservedPayment::begun, this, &BookingOnline::show);
    connect(&payment, &ReservedPayment::givenUp, this, &BookingOnline::onGivenUp);
    connect(&payment, &ReservedPayment::ended, this, &BookingOnline::outdated);
    connect(&payment, &ReservedPayment::failed, this, [this](BookingId booking, const Error &error) {
        Q_EMIT said(Severity::Error, errorText(error));
        Q_EMIT outdated(booking);
    });
}

void BookingOnline::showPayment()
{
    m_details.setOnline(m_payment.isOffered(), m_payment.underWay().has_value());
    m_details.setStrayed(m_payment.strayed());
}

QString BookingOnline::busyWords(BookingId booking) const
{
    if (!m_payment.isWorking(booking))
        return {};
    return m_payment.isChecking(booking) ? tr("The connection broke. Checking whether the payment was begun; please wait.") : tr("One moment…");
}

void BookingOnline::show(const OnlinePayment &payment, const QUrl &page)
{
    auto *dialog = new OnlineDialog(m_payment.session(), m_clock, m_open, &m_details);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OnlineDialog::confirmed, this, &BookingOnline::changed);
    connect(dialog, &QDialog::finished, this, [this, booking = payment.booking] { Q_EMIT outdated(booking); });
    dialog->open();
    dialog->follow(payment, page);
}

void BookingOnline::askToGiveUp()
{
    if (!m_payment.underWay())
        return;
    const OnlinePayment payment = *m_payment.underWay();
    Question question {.title = tr("Give up paying booking %1 online?").arg(isolated(payment.reference)),
                       .text = tr("Its seats are on sale again at once. If it was paid a moment ago, it stays paid."),
                       .yes = tr("Give up"), .no = tr("Go on paying"), .dangerous = true};
    if (payment.keepsSeats)
        question.text = tr("It stays reserved, and can be paid otherwise. If it was paid a moment ago, it stays paid.");
    m_prompter.ask(&m_details, question, [this, id = payment.id](Answer answer) {
        // Whatever is shown by now: it is about what was asked.
        if (answer.yes && m_payment.underWay() && m_payment.underWay()->id == id)
            m_payment.giveUp();
    });
}

void BookingOnline::onGivenUp(const OnlinePayment &payment)
{
    const QString reference = isolated(payment.reference);
    if (payment.state == OnlineState::Succeeded)
        Q_EMIT said(Severity::Warning, tr("Booking %1 was paid before it was given up. It is confirmed.").arg(reference));
    else if (payment.keepsSeats)
        Q_EMIT said(Severity::Success, tr("Booking %1 is not paid online any more. It stays reserved.").arg(reference));
    else
        Q_EMIT said(Severity::Success, tr("Seats of reservation %1 are free again.").arg(reference));
    Q_EMIT outdated(payment.booking);
}

} // namespace parterre::ui
