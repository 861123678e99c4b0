// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/ticketlist.h"

#include "app/widgets/elidedlabel.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QGridLayout>

namespace parterre::ui {
namespace {

// A ticket keeps the key of its kind as it was sold ("adult", "student-day"), not the name of the moment.
QString kindOf(const Ticket &ticket)
{
    QString kind = ticket.ticketType;
    kind.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!kind.isEmpty())
        kind[0] = kind.at(0).toUpper();
    return isolated(kind);
}

} // namespace

TicketList::TicketList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kTwoSteps);
    m_grid->setVerticalSpacing(kStep);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 2);
}

void TicketList::setTickets(const QList<Ticket> &tickets)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Ticket &ticket : tickets)
        addLine(ticket, row++);
}

void TicketList::addLine(const Ticket &ticket, int row)
{
    const bool cancelled = ticket.state == TicketState::Cancelled;
    const Tone tone = cancelled ? Tone::Muted : Tone::Text;
    auto *seat = new ElidedLabel(isolated(ticket.label), TextScale::Body, tone);
    QFont font = seat->font();
    font.setWeight(QFont::DemiBold);
    font.setStrikeOut(cancelled);
    seat->setFont(font);
    auto *kind = new ElidedLabel(cancelled ? tr("Cancelled") : kindOf(ticket), TextScale::Body, Tone::Muted);
    auto *number = new TextLabel(ticket.number, TextScale::Caption, Tone::Muted);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *price = new TextLabel(formatMoney(ticket.price, locale()), TextScale::Body, tone);
    m_grid->addWidget(seat, row, 0);
    m_grid->addWidget(kind, row, 1);
    m_grid->addWidget(number, row, 2);
    m_grid->addWidget(price->aligned(Qt::AlignTrailing | Qt::AlignVCenter), row, 3);
}

} // namespace parterre::ui
