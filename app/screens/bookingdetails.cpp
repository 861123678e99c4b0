// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/bookingdetails.h"

#include "app/screens/ticketlist.h"
#include "app/widgets/bookingcarddelegate.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/formats.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/pricewords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

// Of money that came and was not booked.
QString strayedWords(const OnlinePayment &payment, bool atCounter)
{
    switch (payment.state) {
    case OnlineState::Creating:
    case OnlineState::Pending:
    case OnlineState::Succeeded:
    case OnlineState::Failed:
    case OnlineState::Cancelled: return {};
    case OnlineState::Refunding:
        return payment.keepsSeats ? BookingDetails::tr("%1 arrived when this booking was another one, or over, and is on its way back.")
                                  : BookingDetails::tr("%1 arrived after the seats were gone and is on its way back.");
    case OnlineState::Refunded:
        return payment.keepsSeats ? BookingDetails::tr("%1 arrived when this booking was another one, or over, and went back the way it came.")
                                  : BookingDetails::tr("%1 arrived after the seats were gone and went back the way it came.");
    case OnlineState::Unmatched:
        return atCounter ? BookingDetails::tr("%1 arrived and could not be booked. A manager has to settle it.")
                         : BookingDetails::tr("%1 arrived and could not be booked. Ask the house for help and name the reference of this booking.");
    case OnlineState::Settled: return BookingDetails::tr("%1 arrived and could not be booked. The house has settled it.");
    }
    Q_UNREACHABLE();
}

// It is over, and nobody ever paid: it cost nothing.
bool isUnpaid(const Booking &booking)
{
    return booking.state == BookingState::Cancelled && booking.payments.isEmpty();
}

} // namespace

BookingDetails::BookingDetails(QWidget *parent)
    : Card(parent), m_empty(new EmptyState(Glyph::Ticket)), m_busy(new BusyOverlay(this))
{
    m_content = buildContent();
    body()->addWidget(m_content);
    body()->addWidget(m_empty);
    m_empty->setContent(tr("No booking chosen"), tr("Choose one from the list to see its tickets and payments."));
    m_busy->raise();
    clear();
}

QWidget *BookingDetails::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);

    auto *head = new QHBoxLayout;
    m_reference = new TextLabel({}, TextScale::Title);
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_state = new TextLabel({}, TextScale::Heading);
    head->addWidget(m_reference, 1);
    head->addWidget(m_state);
    column->addLayout(head);
    m_event = new ElidedLabel({}, TextScale::Heading);
    m_customer = (new TextLabel({}, TextScale::Body, Tone::Muted))->wrapped();
    m_when = (new TextLabel({}, TextScale::Body))->wrapped();
    m_totalWord = new TextLabel(tr("Total"), TextScale::Heading);
    m_total = new TextLabel({}, TextScale::Title);
    m_total->setObjectName(QStringLiteral("bookingTotal"));
    auto *what = new QHBoxLayout;
    what->setSpacing(kTwoSteps);
    what->addWidget(m_event, 1);
    what->addWidget(m_totalWord);
    what->addWidget(m_total);
    column->addLayout(what);
    column->addWidget(m_when);
    auto *customer = new QHBoxLayout;
    customer->setSpacing(kStep);
    auto *who = new QVBoxLayout;
    who->setSpacing(kHalfStep);
    m_reach = (new TextLabel({}, TextScale::Body))->wrapped();
    m_reach->setObjectName(QStringLiteral("reach"));
    m_reach->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    who->addWidget(m_customer);
    who->addWidget(m_reach);
    customer->addLayout(who, 1);
    m_contact = makeIconButton(Glyph::Pencil, tr("Change the contact"));
    m_contact->setObjectName(QStringLiteral("changeContact"));
    customer->addWidget(m_contact, 0, Qt::AlignTop);
    column->addLayout(customer);
    m_cancelled = (new TextLabel({}, TextScale::Body, Tone::Danger))->wrapped();
    m_cancelled->setObjectName(QStringLiteral("whyCancelled"));
    column->addWidget(m_cancelled);
    m_payUntil = (new TextLabel({}, TextScale::Body, Tone::Warning))->wrapped();
    m_payUntil->setObjectName(QStringLiteral("payUntil"));
    column->addWidget(m_payUntil);
    m_strayed = (new TextLabel({}, TextScale::Body))->wrapped();
    m_strayed->setObjectName(QStringLiteral("strayedPayment"));
    column->addWidget(m_strayed);

    auto *sheet = new QWidget;
    auto *inSheet = new QVBoxLayout(sheet);
    inSheet->setContentsMargins(besideScrollBar());
    inSheet->setSpacing(kTwoSteps);
    m_tickets = new TicketList(TicketList::Ticks::ForKept);
    m_payments = new QWidget;
    new QGridLayout(m_payments);
    m_payments->layout()->setContentsMargins(0, 0, 0, 0);
    inSheet->addWidget(new TextLabel(tr("Tickets"), TextScale::Heading));
    inSheet->addWidget(m_tickets);
    m_costs = (new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped();
    m_costs->setObjectName(QStringLiteral("costs"));
    inSheet->addWidget(m_costs);
    m_paymentsHead = new TextLabel(tr("Payments"), TextScale::Heading);
    m_paymentsHead->setObjectName(QStringLiteral("paymentsHead"));
    inSheet->addWidget(m_paymentsHead);
    inSheet->addWidget(m_payments);
    inSheet->addStretch();
    m_sheet = inSheet;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    column->addWidget(scroll, 1);

    m_paper = new PaperBar;
    column->addWidget(m_paper);
    m_unpaid = buildUnpaidBar();
    column->addWidget(m_unpaid);

    auto *foot = new QHBoxLayout;
    m_cancel = makeButton({}, ButtonKind::Danger, Glyph::Trash);
    m_exchange = makeButton({}, ButtonKind::Standard, Glyph::Exchange);
    m_exchange->setObjectName(QStringLiteral("exchangeTickets"));
    m_payOut = makeButton({}, ButtonKind::Primary, Glyph::Cash);
    m_payOut->setObjectName(QStringLiteral("payOut"));
    foot->addWidget(m_payOut);
    foot->addWidget(m_cancel);
    foot->addSpacing(kStep);
    foot->addWidget(m_exchange);
    foot->addStretch();
    column->addLayout(foot);
    connect(m_tickets, &TicketList::tickedChanged, this, &BookingDetails::syncActions);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(toGiveBack(), toGiveBack().size() == kept().size()); });
    connect(m_payOut, &QPushButton::clicked, this, [this] {
        if (const Refund *refund = owed())
            Q_EMIT refundRequested(*refund);
    });
    connect(m_exchange, &QPushButton::clicked, this, [this] { Q_EMIT exchangeRequested(m_booking, chosen()); });
    connect(m_contact, &QToolButton::clicked, this, [this] { Q_EMIT contactRequested(m_booking); });
    connect(m_paper, &PaperBar::requested, this, [this](PaperAct act, const PaperWish &wish) { Q_EMIT paperRequested(m_booking, act, wish); });
    connect(m_paper, &PaperBar::mailRequested, this, [this] { Q_EMIT mailRequested(m_booking, m_eventName); });
    connect(m_paper, &PaperBar::reprintRequested, this, [this] { Q_EMIT reprintRequested(chosen().constFirst()); });
    return content;
}

void BookingDetails::addSection(QWidget &section)
{
    m_sheet->insertWidget(m_sheet->count() - 1, &section);
}

void BookingDetails::setTillPrinter(bool there)
{
    m_paper->setTillPrinter(there);
}

QWidget *BookingDetails::buildUnpaidBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    m_pay = makeButton(tr("&Take the payment…"), ButtonKind::Primary, Glyph::Cash);
    m_date = makeButton(tr("Change the &date…"), ButtonKind::Standard, Glyph::Calendar);
    m_online = makeButton(tr("Pay &online…"), ButtonKind::Standard, Glyph::Globe);
    m_goOn = makeButton(tr("&Go on paying…"), ButtonKind::Standard, Glyph::Globe);
    m_giveUp = makeButton(tr("Gi&ve up paying…"));
    m_pay->setObjectName(QStringLiteral("takePayment"));
    m_date->setObjectName(QStringLiteral("changePayUntil"));
    m_online->setObjectName(QStringLiteral("payReservedOnline"));
    m_goOn->setObjectName(QStringLiteral("goOnPaying"));
    m_giveUp->setObjectName(QStringLiteral("giveUpPaying"));
    for (QPushButton *button : {m_pay, m_date, m_online, m_goOn, m_giveUp})
        row->addWidget(button);
    row->addStretch();
    connect(m_pay, &QPushButton::clicked, this, [this] { Q_EMIT paymentRequested(m_booking); });
    connect(m_date, &QPushButton::clicked, this, [this] { Q_EMIT otherDateRequested(m_booking, m_timeZone); });
    connect(m_online, &QPushButton::clicked, this, &BookingDetails::onlineRequested);
    connect(m_goOn, &QPushButton::clicked, this, &BookingDetails::goOnRequested);
    connect(m_giveUp, &QPushButton::clicked, this, &BookingDetails::giveUpRequested);
    return bar;
}

void BookingDetails::clear()
{
    m_content->hide();
    m_empty->show();
}

void BookingDetails::setBooking(const Booking &booking, const BookingSummary &summary, bool atCounter)
{
    const bool cancelled = booking.state == BookingState::Cancelled;
    m_booking = booking;
    m_atCounter = atCounter;
    m_reference->setText(booking.reference);
    m_state->setText(bookingStateName(booking.state));
    m_state->setTone(cancelled ? Tone::Muted : booking.state == BookingState::Reserved ? Tone::Warning : Tone::Success);
    m_eventName = summary.eventName;
    m_timeZone = summary.timeZone;
    m_event->setText(isolated(summary.eventName));
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    m_when->setText(formatDateTime(summary.eventStart, summary.timeZone, locale()));
    m_customer->setText(tr("Booked by %1 on %2").arg(isolated(booking.customerName), isolated(formatDateTime(booking.created, here, locale()))));
    QStringList reach;
    for (const auto &way : {booking.email, booking.phone}) {
        if (way)
            reach.append(isolated(*way));
    }
    m_reach->setText(inReadingOrder(reach.join(QStringLiteral("  ·  "))));
    m_reach->setVisible(!reach.isEmpty());
    m_tickets->setTickets(booking.tickets);
    showCosts();
    showPayments();
    showRefunds();
    showPayUntil();
    m_total->setText(formatMoney(totalOf(booking), locale()));
    for (TextLabel *label : {m_totalWord, m_total})
        label->setVisible(!isUnpaid(booking));
    syncActions();
    m_empty->hide();
    m_content->show();
}

QList<Ticket> BookingDetails::valid() const
{
    QList<Ticket> tickets;
    std::copy_if(m_booking.tickets.begin(), m_booking.tickets.end(), std::back_inserter(tickets), [](const Ticket &ticket) { return ticket.state == TicketState::Valid; });
    return tickets;
}

QList<Ticket> BookingDetails::kept() const
{
    QList<Ticket> tickets;
    std::copy_if(m_booking.tickets.begin(), m_booking.tickets.end(), std::back_inserter(tickets), [](const Ticket &ticket) { return ticket.isKept(); });
    return tickets;
}

QList<Ticket> BookingDetails::toGiveBack() const
{
    const QList<Ticket> ticked = m_tickets->ticked();
    return !ticked.isEmpty() ? ticked : m_atCounter ? kept() : valid();
}

QList<Ticket> BookingDetails::chosen() const
{
    const QList<Ticket> ticked = m_tickets->ticked();
    if (!ticked.isEmpty())
        return ticked;
    // Who missed all of it may come another time.
    return valid().isEmpty() ? kept() : valid();
}

void BookingDetails::syncActions()
{
    const bool cancelled = m_booking.state == BookingState::Cancelled;
    const bool reserved = m_booking.state == BookingState::Reserved;
    const auto ticked = static_cast<int>(m_tickets->ticked().size());
    if (reserved && m_atCounter)
        m_cancel->setText(ticked == 0 ? tr("Re&lease…") : ticked == 1 ? tr("Re&lease 1 seat…") : tr("Re&lease %n seats…", nullptr, ticked));
    else
        m_cancel->setText(ticked == 0 ? tr("&Cancel this booking…") : ticked == 1 ? tr("&Cancel 1 ticket…") : tr("&Cancel %n tickets…", nullptr, ticked));
    m_exchange->setText(ticked == 0 ? tr("&Exchange…") : ticked == 1 ? tr("&Exchange 1 ticket…") : tr("&Exchange %n tickets…", nullptr, ticked));
    const Refund *refund = m_atCounter ? owed() : nullptr;
    m_payOut->setVisible(refund);
    if (refund)
        m_payOut->setText(tr("Pay &out %1…").arg(formatMoney(refund->amount, locale())));
    m_contact->setVisible(m_atCounter || !cancelled); // customers change what they may cancel
    const auto anyReleased = [](const QList<Ticket> &tickets) { return std::any_of(tickets.begin(), tickets.end(), [](const Ticket &ticket) { return ticket.state == TicketState::Released; }); };
    const QList<Ticket> toExchange = chosen();
    m_exchange->setEnabled(!toExchange.isEmpty());
    m_cancel->setEnabled(!toGiveBack().isEmpty() && (m_atCounter || !anyReleased(toGiveBack())));
    m_cancel->setVisible(!cancelled);
    m_exchange->setVisible(!cancelled);
    const bool receiptOnly = valid().isEmpty() && !m_booking.payments.isEmpty(); // it is cancelled, or all its seats were given free
    m_paper->setVisible(!reserved && (receiptOnly || !valid().isEmpty()));
    m_paper->setReceiptOnly(receiptOnly);
    m_paper->setReprintOffered(!receiptOnly);
    m_paper->setMailOffered(m_atCounter && !receiptOnly);
    m_unpaid->setVisible(reserved && (m_atCounter || m_isOnlineOffered));
    m_pay->setVisible(m_atCounter);
    m_date->setVisible(m_atCounter);
    m_online->setVisible(m_isOnlineOffered && !m_isPaidOnline);
    m_goOn->setVisible(m_isOnlineOffered && m_isPaidOnline);
    m_giveUp->setVisible(m_isOnlineOffered && m_isPaidOnline);
    m_paper->setReprintEnabled(toExchange.size() == 1 && !anyReleased(toExchange));
}

const Refund *BookingDetails::owed() const
{
    const auto refund = std::find_if(m_booking.refunds.begin(), m_booking.refunds.end(), [](const Refund &each) { return each.isDue(); });
    return refund == m_booking.refunds.end() ? nullptr : &*refund;
}

void BookingDetails::showRefunds()
{
    QStringList words;
    for (const Refund &refund : m_booking.refunds) {
        words.append(tr("%1 was cancelled: %2").arg(isolated(refund.eventName), isolated(refund.reason)));
        if (refund.isDue())
            words.append(m_atCounter ? tr("%1 is owed to the customer.").arg(formatMoney(refund.amount, locale()))
                                     : tr("You get %1 back. Ask at the box office.").arg(formatMoney(refund.amount, locale())));
    }
    m_cancelled->setText(words.join(u'\n'));
    m_cancelled->setVisible(!words.isEmpty());
}

void BookingDetails::showPayUntil()
{
    m_payUntil->setVisible(m_booking.payUntil.has_value());
    if (!m_booking.payUntil)
        return;
    const QString when = isolated(formatDateTime(*m_booking.payUntil, m_timeZone, locale()));
    const bool isOne = kept().size() == 1;
    QString words;
    if (m_atCounter && m_isPaidOnline)
        words = isOne ? tr("Reserved until %1, and being paid online. Then its seat falls free.") : tr("Reserved until %1, and being paid online. Then its seats fall free.");
    else if (m_atCounter)
        words = isOne ? tr("Reserved until %1, and not paid yet. Then its seat falls free.") : tr("Reserved until %1, and not paid yet. Then its seats fall free.");
    else if (m_isPaidOnline)
        words = isOne ? tr("Reserved for you until %1. You have begun to pay online: go on by then, or its seat falls free.")
                      : tr("Reserved for you until %1. You have begun to pay online: go on by then, or its seats fall free.");
    else if (m_isOnlineOffered)
        words = isOne ? tr("Reserved for you until %1. Pay online or at the box office by then, or its seat falls free.")
                      : tr("Reserved for you until %1. Pay online or at the box office by then, or its seats fall free.");
    else
        words = isOne ? tr("Reserved for you until %1. Pay at the box office by then, or its seat falls free.")
                      : tr("Reserved for you until %1. Pay at the box office by then, or its seats fall free.");
    m_payUntil->setText(words.arg(when));
}

void BookingDetails::setOnline(bool offered, bool underWay)
{
    const bool hadFocus = m_online->hasFocus() || m_goOn->hasFocus() || m_giveUp->hasFocus();
    m_isOnlineOffered = offered;
    m_isPaidOnline = underWay;
    showPayUntil();
    syncActions();
    if (hadFocus && !m_unpaid->isHidden())
        (m_isPaidOnline ? m_goOn : m_online)->setFocus();
}

void BookingDetails::setStrayed(const std::optional<OnlinePayment> &payment)
{
    QString words = isUnpaid(m_booking) ? tr("Nothing was paid for it.") : QString();
    if (payment)
        words = strayedWords(*payment, m_atCounter).arg(formatMoney(payment->amount, locale()));
    m_strayed->setText(words);
    m_strayed->setTone(payment && payment->state == OnlineState::Unmatched ? Tone::Warning : Tone::Muted);
    m_strayed->setVisible(!words.isEmpty());
}

void BookingDetails::showCosts()
{
    QStringList words;
    for (const Ticket &ticket : std::as_const(m_booking.tickets)) {
        const QString parts = ticket.parts && ticket.isKept() ? partsWords(*ticket.parts, ticket.price, locale()) : QString();
        if (!parts.isEmpty())
            words.append(tr("%1: %2").arg(isolated(ticket.label), parts));
    }
    for (const Charge &charge : std::as_const(m_booking.charges)) {
        const QString amount = formatMoney(charge.amount, locale());
        words.append(charge.returned ? tr("%1: %2, given back").arg(chargeName(charge.kind), amount) : tr("%1: %2").arg(chargeName(charge.kind), amount));
    }
    if (const QString tax = taxWords(taxOf(m_booking), locale()); !tax.isEmpty())
        words.append(tax);
    if (const Money fee = cancelFeeOf(valid()); fee.amount > 0)
        words.append(tr("Cancelling all of it would cost %1.").arg(formatMoney(fee, locale())));
    m_costs->setText(words.join(u'\n'));
    m_costs->setVisible(!words.isEmpty() && !isUnpaid(m_booking));
}

void BookingDetails::showPayments()
{
    auto *grid = static_cast<QGridLayout *>(m_payments->layout());
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    grid->setColumnStretch(0, 1);
    grid->setVerticalSpacing(kStep);
    int row = 0;
    for (const Payment &payment : std::as_const(m_booking.payments)) {
        QString words = paymentWords(payment);
        if (payment.tendered && payment.change && payment.change->amount > 0)
            words += QStringLiteral("  ·  ")
                + tr("received %1, change %2").arg(formatMoney(*payment.tendered, locale()), formatMoney(*payment.change, locale()));
        const QString amount = formatMoney(receivedBy(payment), locale());
        grid->addWidget((new TextLabel(words, TextScale::Body, Tone::Muted))->wrapped(), row, 0);
        grid->addWidget((new TextLabel(amount))->aligned(Qt::AlignTrailing | Qt::AlignVCenter), row, 1);
        ++row;
    }
    for (const Refund &refund : std::as_const(m_booking.refunds)) {
        if (!refund.isDue())
            continue;
        const QString amount = formatMoney({.amount = -refund.amount.amount, .currency = refund.amount.currency}, locale());
        grid->addWidget((new TextLabel(tr("Owed, not paid back yet"), TextScale::Body, Tone::Warning))->wrapped(), row, 0);
        grid->addWidget((new TextLabel(amount, TextScale::Body, Tone::Warning))->aligned(Qt::AlignTrailing | Qt::AlignVCenter), row, 1);
        ++row;
    }
    m_paymentsHead->setVisible(row > 0);
    m_payments->setVisible(row > 0);
}

void BookingDetails::setBusy(const QString &what)
{
    if (what.isEmpty())
        m_busy->stop();
    else
        m_busy->start(what);
}

} // namespace parterre::ui
