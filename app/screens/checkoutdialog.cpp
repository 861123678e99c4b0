// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/checkoutdialog.h"

#include "app/screens/bookedpage.h"
#include "app/screens/contactform.h"
#include "app/screens/paymentpanel.h"
#include "app/screens/refundform.h"
#include "app/screens/tilldesk.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/countdownlabel.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/pricewords.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/refundsplit.h"
#include "shared/domain/reservation.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kLongestReason = 200;

// What was taken off and added, over all tickets.
QString costWords(const CartQuote &quote, const QLocale &locale)
{
    const auto &current = quote.current();
    if (!current)
        return quote.error() ? errorText(*quote.error()) : QString();
    Money off {.currency = current->total.currency}, fees {.currency = current->total.currency};
    for (const protocol::QuoteLine &line : current->lines) {
        off.amount += line.parts.discount.amount;
        fees.amount += line.parts.fee.amount;
    }
    for (const QList<Charge> charges = quote.charges(); const Charge &charge : charges)
        fees.amount += charge.amount.amount;
    QStringList words;
    if (off.amount > 0)
        words.append(CheckoutDialog::tr("Discounts: %1").arg(formatMoney({.amount = -off.amount, .currency = off.currency}, locale)));
    if (fees.amount > 0)
        words.append(CheckoutDialog::tr("Fees: %1").arg(formatMoney(fees, locale)));
    if (const QString tax = taxWords(current->tax, locale); !tax.isEmpty())
        words.append(tax);
    return words.join(QStringLiteral("  ·  "));
}

} // namespace

CheckoutDialog::CheckoutDialog(SessionModel &session, CartModel &cart, const EventModel &event, TicketDesk &tickets, TillDesk &till, const Clock &clock, OnlinePanel::Open open,
                               QWidget *parent)
    : QDialog(parent), m_session(session), m_cart(cart), m_event(event), m_isExchange(cart.exchange().has_value()),
      m_isUnpaid(m_isExchange && cart.exchange()->isUnpaid), m_takesCash(session.mayTakeCash()), m_vouchers(new VoucherCheck(session, clock, this)), m_pages(new QStackedWidget), m_desk(session),
      m_booked(new BookedPage(tickets, till, clock, *this)), m_busy(nullptr)
{
    setWindowTitle(m_cart.exchange() ? tr("Exchange") : tr("Book"));
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->addWidget(m_pages);
    m_pages->addWidget(buildForm(clock));
    m_pages->addWidget(m_booked);
    auto *online = new OnlinePanel(m_desk, clock, std::move(open));
    m_pages->addWidget(online);
    connect(online, &OnlinePanel::closed, this, &CheckoutDialog::reject);
    connect(&m_desk, &OnlinePaymentDesk::confirmed, this, &CheckoutDialog::onBooked);
    connect(&m_cart, &CartModel::paymentBegun, this, &CheckoutDialog::onBegun);
    m_busy = new BusyOverlay(this);
    connect(&m_desk, &OnlinePaymentDesk::confirmed, &till, &TillDesk::onSold);
    connect(m_booked, &BookedPage::closed, this, &CheckoutDialog::accept);

    connect(&m_cart.quote(), &CartQuote::changed, this, &CheckoutDialog::syncCart);
    connect(&m_cart, &CartModel::checkoutStateChanged, this, &CheckoutDialog::onCheckoutState);
    connect(&m_cart, &CartModel::checkedOut, this, &CheckoutDialog::onBooked);
    connect(&m_cart, &CartModel::checkoutFailed, this, &CheckoutDialog::onFailed);
    if (m_session.user() && !m_session.isCounter()) // where it is others who buy
        m_contact->setContact({.name = m_session.user()->name});
    offerReservation();
    syncWay();
    syncCart();
    onCheckoutState();
    showRules();
    focusFirst();
}

void CheckoutDialog::focusFirst()
{
    QWidget *first = m_payment;
    if (!isOffered())
        first = m_back;
    else if (!isPaidHere())
        first = m_book;
    else if (m_payment->isOnline())
        first = m_online;
    first->setFocus();
}

// At the counter, as long as the event still takes reservations.
void CheckoutDialog::offerReservation()
{
    const std::optional<Event> &event = m_event.details();
    m_timeZone = event ? event->summary.timeZone : QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const bool mayReserve = m_session.isCounter() && !m_isExchange && event && latestPayUntil(*event) > m_session.serverClock().now();
    if (event)
        m_later->setTime({}, latestPayUntil(*event), m_timeZone);
    m_later->setVisible(mayReserve);
}

std::optional<Instant> CheckoutDialog::payUntil() const
{
    return m_later->isHidden() ? std::nullopt : m_later->time();
}

void CheckoutDialog::syncWay()
{
    const bool paysLater = payUntil().has_value();
    m_contact->setNameNeeded(paysLater || !m_session.isCounter()); // who pays later has to be found
    syncOffer();
}

QWidget *CheckoutDialog::buildForm(const Clock &clock)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    auto *head = new QHBoxLayout;
    const auto &exchange = m_cart.exchange();
    const QString title = exchange ? tr("Exchange for these seats") : tr("Book these seats");
    head->addWidget(new TextLabel(title, TextScale::Title), 1);
    m_countdown = new CountdownLabel(clock);
    head->addWidget(m_countdown);
    column->addLayout(head);
    m_banner = new MessageBanner;
    m_banner->setObjectName(QStringLiteral("checkoutMessage"));
    column->addWidget(m_banner);
    m_seats = (new TextLabel({}, TextScale::Body, Tone::Muted))->whole();
    column->addWidget(m_seats);
    m_costs = (new TextLabel({}, TextScale::Caption, Tone::Muted))->whole();
    column->addWidget(m_costs);
    m_contact = new ContactForm;
    column->addWidget(m_contact);
    m_reason = new QLineEdit;
    m_reason->setMaxLength(kLongestReason);
    m_reasonField = new FormField(tr("&Why a single seat is left"), m_reason);
    m_reasonField->hide();
    column->addWidget(m_reasonField);
    m_boxOffice = (new TextLabel)->whole();
    m_boxOffice->setObjectName(QStringLiteral("boxOffice"));
    column->addWidget(m_boxOffice);
    m_payment = new PaymentPanel(waysToPay(m_session, m_desk.isOffered() && !m_isExchange), m_vouchers);
    column->addWidget(m_payment);
    m_later = new OptionalTime(tr("Re&serve, to be paid until"));
    m_later->setObjectName(QStringLiteral("payLater"));
    column->addWidget(m_later);
    m_goesBack = new RefundForm(m_session.isCounter() ? RefundForm::Voucher::Offered : RefundForm::Voucher::None);
    m_goesBack->hide();
    column->addWidget(m_goesBack);
    m_back = makeButton(tr("Back"));
    m_online = makeButton(tr("Pay &online"), m_takesCash ? ButtonKind::Standard : ButtonKind::Primary, Glyph::Globe);
    m_online->setObjectName(QStringLiteral("payOnline"));
    m_book = makeButton({}, ButtonKind::Primary, Glyph::Cash);
    m_book->setObjectName(QStringLiteral("book"));
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kStep);
    buttons->addStretch();
    for (QPushButton *button : {m_back, m_online, m_book})
        buttons->addWidget(button);
    column->addLayout(buttons);
    connect(m_online, &QPushButton::clicked, this, &CheckoutDialog::payOnline);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { m_reasonField->setError({}); });
    connect(m_reason, &QLineEdit::returnPressed, this, &CheckoutDialog::submit);
    connect(m_contact, &ContactForm::submitted, this, &CheckoutDialog::submit);
    connect(m_later, &OptionalTime::edited, this, &CheckoutDialog::syncWay);
    connect(m_payment, &PaymentPanel::wayChosen, this, &CheckoutDialog::syncOffer);
    connect(m_payment, &PaymentPanel::submitted, this, &CheckoutDialog::submit);
    connect(m_payment, &PaymentPanel::completed, m_book, qOverload<>(&QWidget::setFocus));
    connect(m_goesBack, &RefundForm::submitted, this, &CheckoutDialog::submit);
    connect(m_book, &QPushButton::clicked, this, &CheckoutDialog::submit);
    connect(m_back, &QPushButton::clicked, this, &CheckoutDialog::reject);
    return page;
}

void CheckoutDialog::syncCart()
{
    if (m_pages->currentIndex() != 0 || m_cart.checkoutState() != CartModel::Checkout::None)
        return;
    QStringList labels;
    for (int row = 0; row < m_cart.rowCount(); ++row)
        labels.append(isolated(m_cart.line(row).label));
    m_seats->setText(dotted(labels));
    m_costs->setText(costWords(m_cart.quote(), locale()));
    m_costs->setVisible(!m_costs->text().isEmpty());
    const auto due = m_cart.quote().due();
    if (due) {
        m_payment->setDue(*due);
        syncRefund(*due);
    }
    m_countdown->setDeadline(m_cart.rowCount() > 0 ? m_cart.earliestDeadline() : std::nullopt);
    m_book->setEnabled(due && m_cart.rowCount() > 0 && isOffered());
    syncOffer();
}

// What goes back in cash, or to a card, takes the counter.
bool CheckoutDialog::isOffered() const
{
    const auto due = m_cart.quote().due();
    if (m_takesCash || m_isUnpaid || !m_cart.exchange() || !due || due->amount >= 0)
        return true;
    const QList<RefundPart> parts = splitRefund(m_cart.exchange()->payments, {.amount = -due->amount, .currency = due->currency});
    return std::all_of(parts.begin(), parts.end(), [](const RefundPart &part) { return part.kind == PaymentKind::Online || part.kind == PaymentKind::Voucher; });
}

// Who takes no cash has nothing to enter where nothing is to be paid.
bool CheckoutDialog::isPaidHere() const
{
    const auto due = m_cart.quote().due();
    return !m_isUnpaid && (m_takesCash || !due || due->amount > 0);
}

void CheckoutDialog::syncOffer()
{
    const auto due = m_cart.quote().due();
    const bool offered = isOffered();
    const bool onlineOnly = m_payment->isOnline() && isPaidHere();
    m_contact->setVisible(offered && !m_isExchange); // the booking has one
    m_payment->setVisible(offered && !payUntil() && isPaidHere());
    if (!offered)
        m_boxOffice->setText(tr("This is booked at the box office only. Ask there for these seats."));
    else
        m_boxOffice->setText(tr("This house takes payments at its box office, and here by voucher only. Without a voucher, ask there for these seats."));
    m_boxOffice->setVisible(!offered || (!m_takesCash && isPaidHere() && !m_payment->takesOnline()));
    m_book->setText(m_isExchange ? tr("&Exchange") : payUntil() ? tr("Reser&ve") : isPaidHere() ? tr("&Book and pay") : tr("&Book"));
    m_book->setVisible(offered && !onlineOnly);
    m_online->setVisible(onlineOnly ? offered : m_takesCash && m_desk.isOffered() && !m_isExchange && !payUntil() && due && due->amount > 0);
    m_online->setEnabled(m_book->isEnabled());
    if (!m_takesCash)
        (!offered ? m_back : onlineOnly ? m_online : m_book)->setDefault(true);
}

void CheckoutDialog::syncRefund(const Money &due)
{
    const auto &exchange = m_cart.exchange();
    const bool goesBack = exchange && due.amount < 0 && isOffered();
    m_goesBack->setVisible(goesBack);
    if (goesBack)
        m_goesBack->setParts(splitRefund(exchange->payments, {.amount = -due.amount, .currency = due.currency}), exchange->payments);
}

bool CheckoutDialog::check()
{
    if (!m_contact->isHidden() && !m_contact->check())
        return false;
    if (const QString fault = cardNumberFault(m_reason->text()); !m_reasonField->isHidden() && !fault.isEmpty()) {
        m_reasonField->setError(fault);
        m_reason->setFocus();
        return false;
    }
    if (!m_book->isEnabled() || m_cart.checkoutState() != CartModel::Checkout::None)
        return false;
    if (!m_reasonField->isHidden() && m_reason->text().simplified().isEmpty()) {
        m_reasonField->setError(tr("Say why, or choose seats that leave no single one."));
        m_reason->setFocus();
        return false;
    }
    m_banner->clear();
    m_due = *m_cart.quote().due();
    return true;
}

Buyer CheckoutDialog::buyer() const
{
    const Contact contact = m_contact->contact();
    const bool own = contact.name.isEmpty() || (m_session.user() && m_session.user()->name == contact.name);
    return {.name = own ? std::nullopt : std::optional(contact.name), .email = contact.email, .phone = contact.phone};
}

void CheckoutDialog::payOnline()
{
    if (!check())
        return;
    if (!m_payment->isHidden() && !m_payment->parts().isEmpty()) {
        m_banner->showMessage(Severity::Warning, tr("Online the whole amount is paid. Remove the other payments first."));
        return;
    }
    const QString reason = m_reason->text().simplified();
    m_cart.payOnline(buyer(), reason.isEmpty() ? std::nullopt : std::optional(reason));
}

void CheckoutDialog::onBegun(const OnlinePayment &payment, const QUrl &page)
{
    m_busy->stop();
    m_pages->setCurrentIndex(2);
    m_desk.follow(payment, page);
}

void CheckoutDialog::submit()
{
    if (!m_payment->isHidden() && m_payment->isOnline())
        payOnline();
    else
        book();
}

void CheckoutDialog::book()
{
    if (!check() || (!m_payment->isHidden() && !m_payment->check()) || (!m_goesBack->isHidden() && !m_goesBack->check()))
        return;
    const QString reason = m_reason->text().simplified();
    if (const std::optional<Instant> until = payUntil()) {
        m_cart.reserve(m_contact->contact(), *until, reason.isEmpty() ? std::nullopt : std::optional(reason));
        return;
    }
    Settlement settlement = m_payment->isHidden() ? Settlement() : m_payment->settlement();
    if (!m_goesBack->isHidden()) {
        settlement.cardRefunds = m_goesBack->cardRefunds();
        settlement.refundToVoucher = m_goesBack->voucher();
    }
    settlement.total = m_cart.quote().shownTotal();
    settlement.code = m_cart.quote().usedCode();
    m_cart.checkout(settlement, buyer(), reason.isEmpty() ? std::nullopt : std::optional(reason));
}

void CheckoutDialog::onCheckoutState()
{
    switch (m_cart.checkoutState()) {
    case CartModel::Checkout::None:
        m_busy->stop();
        syncCart();
        break;
    case CartModel::Checkout::Sending: m_busy->start(m_cart.exchange() ? tr("Exchanging…") : tr("Booking…")); break;
    case CartModel::Checkout::Checking: m_busy->start(m_cart.exchange() ? tr("The connection broke. Checking whether the exchange went through; please wait.") : tr("The connection broke. Checking whether the booking went through; please wait.")); break;
    }
}

void CheckoutDialog::onBooked(const Booking &booking)
{
    m_busy->stop();
    const bool reserved = booking.state == BookingState::Reserved;
    m_booked->setBooking(booking, m_isExchange ? tr("Exchanged") : reserved ? tr("Reserved") : tr("Booked"),
                   reserved ? tr("To be paid until %1").arg(isolated(formatDateTime(*booking.payUntil, m_timeZone, locale()))) : handedBack(booking));
    m_pages->setCurrentWidget(m_booked);
    m_booked->setFocus();
}

// What the clerk has to give to the customer now, in words.
QString CheckoutDialog::handedBack(const Booking &booking) const
{
    if (m_due.amount == 0 || booking.payments.isEmpty())
        return {};
    Money cash {.amount = 0, .currency = m_due.currency}; // of this checkout alone
    for (const Payment &payment : booking.payments) {
        if (payment.kind != PaymentKind::Cash || payment.at != booking.payments.constLast().at)
            continue;
        if (payment.direction == PaymentDirection::Refund)
            cash.amount += payment.amount.amount;
        else if (payment.change)
            cash.amount += payment.change->amount;
    }
    if (cash.amount == 0)
        return {};
    return (m_due.amount < 0 ? tr("Money to give back: %1") : tr("Change to give back: %1")).arg(formatMoney(cash, locale()));
}

void CheckoutDialog::onFailed(const Error &error)
{
    m_busy->stop();
    m_banner->showMessage(Severity::Error, errorText(error, labelsOf(error)));
    m_reasonField->setVisible(error.code == ErrorCode::SeatStranded && m_session.isCounter());
    if (!m_reasonField->isHidden())
        m_reason->setFocus();
    syncCart();
}

QStringList CheckoutDialog::labelsOf(const Error &error) const
{
    if (error.code == ErrorCode::SeatStranded || error.code == ErrorCode::CompanionAlone) // also seats that are not in the cart
        return error.event == m_event.event() ? m_event.labelsOf(error) : QStringList();
    QStringList labels;
    for (int row = 0; row < m_cart.rowCount(); ++row) {
        if (error.places.contains(m_cart.line(row).hold.place))
            labels.append(m_cart.line(row).label);
    }
    return labels;
}

// Before anybody counts money, what the rules will say.
void CheckoutDialog::showRules()
{
    if (const std::optional<Error> refusal = m_event.companionRefusal())
        return m_banner->showMessage(Severity::Error, errorText(*refusal, labelsOf(*refusal)));
    const OrphanFinding finding = m_event.judgeCart();
    if (finding.verdict == OrphanVerdict::Fine)
        return;
    const Error error {.code = ErrorCode::SeatStranded, .places = {finding.stranded.begin(), finding.stranded.end()}, .event = m_event.event()};
    m_banner->showMessage(finding.verdict == OrphanVerdict::Refused ? Severity::Error : Severity::Warning, errorText(error, labelsOf(error)));
    m_reasonField->setVisible(finding.verdict == OrphanVerdict::NeedsReason);
}

void CheckoutDialog::say(Severity severity, const QString &text)
{
    if (m_pages->currentIndex() == 0)
        m_banner->showMessage(severity, text);
}

void CheckoutDialog::reject()
{
    if (m_cart.checkoutState() == CartModel::Checkout::None)
        QDialog::reject();
}

} // namespace parterre::ui
