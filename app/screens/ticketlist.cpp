// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/ticketlist.h"

#include "app/widgets/elidedlabel.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCheckBox>
#include <QGridLayout>

namespace parterre::ui {
namespace {

QString wordOf(TicketState state)
{
    switch (state) {
    case TicketState::Valid: break;
    case TicketState::Cancelled: return TicketList::tr("Cancelled");
    case TicketState::Exchanged: return TicketList::tr("Exchanged");
    case TicketState::Released: return TicketList::tr("Seat given free");
    }
    return {};
}

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

TicketList::TicketList(Ticks ticks, QWidget *parent) : QWidget(parent), m_ticks(ticks), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kTwoSteps);
    m_grid->setVerticalSpacing(kStep);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 2);
}

void TicketList::setTickets(const QList<Ticket> &tickets)
{
    m_boxes.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Ticket &ticket : tickets)
        addLine(ticket, row++);
    Q_EMIT tickedChanged();
}

QList<Ticket> TicketList::ticked() const
{
    QList<Ticket> tickets;
    for (const auto &[box, ticket] : m_boxes) {
        if (box->isChecked())
            tickets.append(ticket);
    }
    return tickets;
}

void TicketList::addTick(const Ticket &ticket, int row)
{
    auto *box = new QCheckBox;
    box->setAccessibleName(ticket.label);
    box->setToolTip(tr("Choose this ticket to cancel or exchange it"));
    connect(box, &QCheckBox::toggled, this, &TicketList::tickedChanged);
    m_boxes.append({box, ticket});
    m_grid->addWidget(box, row, 0);
}

void TicketList::addLine(const Ticket &ticket, int row)
{
    const bool valid = ticket.state == TicketState::Valid;
    const Tone tone = valid ? Tone::Text : Tone::Muted;
    if (m_ticks == Ticks::ForKept && ticket.isKept())
        addTick(ticket, row);
    auto *seat = new ElidedLabel(isolated(ticket.label), TextScale::Body, tone);
    QFont font = seat->font();
    font.setWeight(QFont::DemiBold);
    font.setStrikeOut(!ticket.isKept());
    seat->setFont(font);
    auto *kind = new ElidedLabel(valid ? kindOf(ticket) : wordOf(ticket.state), TextScale::Body, Tone::Muted);
    auto *number = new TextLabel(ticket.number, TextScale::Caption, Tone::Muted);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *price = new TextLabel(formatMoney(ticket.price, locale()), TextScale::Body, tone);
    m_grid->addWidget(seat, row, 1);
    m_grid->addWidget(kind, row, 2);
    m_grid->addWidget(number, row, 3);
    m_grid->addWidget(price->aligned(Qt::AlignTrailing | Qt::AlignVCenter), row, 4);
}

} // namespace parterre::ui
