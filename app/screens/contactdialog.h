// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

#include <QDialog>

namespace parterre::ui {

class ContactForm;

// Asks whom a booking is for from now on.
class ContactDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ContactDialog(const Booking &booking, QWidget *parent = nullptr);

    [[nodiscard]] Contact contact() const;

public Q_SLOTS:
    void accept() override;

private:
    ContactForm *m_form;
};

} // namespace parterre::ui
