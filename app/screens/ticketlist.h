// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

#include <QWidget>

class QGridLayout;

namespace parterre::ui {

// The tickets of a booking, one line each: seat, kind, number, price. Cancelled ones are struck through and say so.
class TicketList : public QWidget
{
    Q_OBJECT
public:
    explicit TicketList(QWidget *parent = nullptr);

    void setTickets(const QList<Ticket> &tickets);

private:
    void addLine(const Ticket &ticket, int row);

    QGridLayout *m_grid;
};

} // namespace parterre::ui
