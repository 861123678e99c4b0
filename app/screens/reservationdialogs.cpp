// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/reservationdialogs.h"

#include "app/screens/paymentpanel.h"
#include "app/state/vouchercheck.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QDateTimeEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 440;

// With the title, who it is for, and which seats.
QVBoxLayout *beginDialog(QDialog &dialog, const QString &title, const Booking &booking)
{
    dialog.setWindowTitle(title);
    dialog.setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    QStringList labels;
    for (const Ticket &ticket : booking.tickets) {
        if (ticket.state == TicketState::Valid)
            labels.append(isolated(ticket.label));
    }
    const QString who = QStringLiteral("%1  ·  %2").arg(isolated(booking.customerName), isolated(booking.reference));
    for (TextLabel *label : {new TextLabel(title, TextScale::Heading), new TextLabel(inReadingOrder(who)),
                             new TextLabel(dotted(labels), TextScale::Body, Tone::Muted)}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
    return column;
}

void endDialog(QDialog &dialog, QVBoxLayout &column, QPushButton *yes)
{
    column.addSpacing(kStep);
    column.addLayout(makeAnswerRow(dialog, yes));
    QObject::connect(yes, &QPushButton::clicked, &dialog, &QDialog::accept);
}

} // namespace

PayDialog::PayDialog(const Booking &booking, SessionModel &session, const Clock &clock, QWidget *parent)
    : QDialog(parent), m_payment(new PaymentPanel(waysOf(session.role()), new VoucherCheck(session, clock, this)))
{
    QVBoxLayout *column = beginDialog(*this, tr("Take the payment"), booking);
    m_payment->setFixedWidth(kWidth);
    m_payment->setDue(booking.total);
    column->addWidget(m_payment);
    auto *yes = makeButton(tr("It is p&aid"), ButtonKind::Primary, Glyph::Cash);
    yes->setObjectName(QStringLiteral("paid"));
    endDialog(*this, *column, yes);
    connect(m_payment, &PaymentPanel::submitted, this, &PayDialog::accept);
    connect(m_payment, &PaymentPanel::completed, yes, qOverload<>(&QWidget::setFocus));
    m_payment->setFocus();
}

void PayDialog::accept()
{
    if (m_payment->check())
        QDialog::accept();
}

const Settlement &PayDialog::settlement() const
{
    return m_payment->settlement();
}

PayUntilDialog::PayUntilDialog(const Booking &booking, const QString &timeZone, QWidget *parent) : QDialog(parent), m_timeZone(timeZone), m_time(makeTimeField())
{
    QVBoxLayout *column = beginDialog(*this, tr("Change the date"), booking);
    m_time->setObjectName(QStringLiteral("payUntil"));
    showIn(*m_time, *booking.payUntil, timeZone);
    column->addWidget(new FormField(tr("To be paid &until"), m_time));
    auto *yes = makeButton(tr("Change the &date"), ButtonKind::Primary, Glyph::Calendar);
    yes->setObjectName(QStringLiteral("changeDate"));
    endDialog(*this, *column, yes);
    yes->setDefault(true);
    m_time->setFocus();
}

Instant PayUntilDialog::payUntil() const
{
    return timeIn(*m_time, m_timeZone);
}

} // namespace parterre::ui
