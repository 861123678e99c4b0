// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "app/state/settlement.h"

#include <QDialog>

class QDateTimeEdit;

namespace parterre::ui {

class PaymentPanel;

// Takes the payment for a reservation, in all the ways of a checkout.
class PayDialog : public QDialog
{
    Q_OBJECT
public:
    // Both outlive it.
    PayDialog(const Booking &booking, SessionModel &session, const Clock &clock, QWidget *parent = nullptr);

    void accept() override;
    [[nodiscard]] const Settlement &settlement() const;

private:
    PaymentPanel *m_payment;
};

// Asks until when a reservation is to be paid from now on, by the clock of the event's house.
class PayUntilDialog : public QDialog
{
    Q_OBJECT
public:
    PayUntilDialog(const Booking &booking, const QString &timeZone, QWidget *parent = nullptr);

    [[nodiscard]] Instant payUntil() const;

private:
    const QString m_timeZone;
    QDateTimeEdit *m_time;
};

} // namespace parterre::ui
