// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace parterre::ui {

// The tickets of a booking, one line each: seat, kind, number, price. Those that were given back are struck through and say
// so. Valid ones can be ticked to do something with them.
class TicketList : public QWidget
{
    Q_OBJECT
public:
    // Kept: also those whose seats were given free.
    enum class Ticks { None, ForKept };
    explicit TicketList(Ticks ticks = Ticks::None, QWidget *parent = nullptr);

    void setTickets(const QList<Ticket> &tickets);
    [[nodiscard]] QList<Ticket> ticked() const;

Q_SIGNALS:
    void tickedChanged();

private:
    void addLine(const Ticket &ticket, int row);
    void addTick(const Ticket &ticket, int row);

    const Ticks m_ticks;
    QGridLayout *m_grid;
    QList<std::pair<QCheckBox *, Ticket>> m_boxes;
};

} // namespace parterre::ui
