// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/onlinepanel.h"

#include "app/widgets/buttons.h"
#include "app/widgets/countdownlabel.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

QString titleOf(OnlineState state)
{
    switch (state) {
    case OnlineState::Creating:
    case OnlineState::Pending: return OnlinePanel::tr("Waiting for the payment");
    case OnlineState::Succeeded: return OnlinePanel::tr("Paid");
    case OnlineState::Failed:
    case OnlineState::Cancelled: return OnlinePanel::tr("Not paid");
    case OnlineState::Refunding:
    case OnlineState::Refunded: return OnlinePanel::tr("Paid too late");
    case OnlineState::Unmatched:
    case OnlineState::Settled: return OnlinePanel::tr("Paid and not booked");
    }
    Q_UNREACHABLE();
}

QString wordsOf(const OnlinePayment &payment)
{
    switch (payment.state) {
    case OnlineState::Creating: return OnlinePanel::tr("The payment service cannot be reached at the moment. It is asked again and again; your seats wait meanwhile.");
    case OnlineState::Pending:
        return payment.decline ? OnlinePanel::tr("The last attempt was declined. Try another card or way to pay on the page in your browser.")
                               : OnlinePanel::tr("Pay on the page in your browser. Your seats wait until the time is over.");
    case OnlineState::Succeeded: return OnlinePanel::tr("The booking is confirmed.");
    case OnlineState::Failed:
        if (payment.keepsSeats)
            return OnlinePanel::tr("The payment service did not take this payment. Nothing was paid; the booking stays reserved.");
        return OnlinePanel::tr("The payment service did not take this payment. Nothing was paid, and the seats are free again.");
    case OnlineState::Cancelled:
        if (payment.keepsSeats)
            return OnlinePanel::tr("Nothing was paid this way. The booking stays as it is.");
        return OnlinePanel::tr("Nothing was paid, and the seats are free again.");
    case OnlineState::Refunding:
        if (payment.keepsSeats)
            return OnlinePanel::tr("The booking was another one, or over, when the payment arrived. Your money is on its way back.");
        return OnlinePanel::tr("The seats were gone when the payment arrived. Your money is on its way back.");
    case OnlineState::Refunded:
        if (payment.keepsSeats)
            return OnlinePanel::tr("The booking was another one, or over, when the payment arrived. Your money went back the way it came.");
        return OnlinePanel::tr("The seats were gone when the payment arrived. Your money went back the way it came.");
    case OnlineState::Unmatched: return OnlinePanel::tr("The payment arrived and could not be booked. Ask the house for help and name the reference.");
    case OnlineState::Settled: return OnlinePanel::tr("The house has settled this payment.");
    }
    Q_UNREACHABLE();
}

} // namespace

OnlinePanel::OnlinePanel(OnlinePaymentDesk &desk, const Clock &clock, Open open, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_open(std::move(open))
    , m_title(new TextLabel({}, TextScale::Title))
    , m_reference(new TextLabel({}, TextScale::Body, Tone::Muted))
    , m_amount(new TextLabel({}, TextScale::Display))
    , m_countdown(new CountdownLabel(clock))
    , m_words((new TextLabel({}, TextScale::Body))->wrapped())
    , m_banner(new MessageBanner)
    , m_giveUp(makeButton(tr("&Give up")))
    , m_page(makeButton(tr("&Open the payment page"), ButtonKind::Primary, Glyph::Globe))
    , m_close(makeButton(tr("&Close"), ButtonKind::Primary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_countdown);
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_amount);
    column->addWidget(m_reference);
    column->addWidget(m_words);
    column->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addStretch();
    for (QPushButton *button : {m_giveUp, m_page, m_close})
        row->addWidget(button);
    column->addLayout(row);
    m_giveUp->setObjectName(QStringLiteral("giveUp"));
    m_page->setObjectName(QStringLiteral("openPage"));
    m_words->setObjectName(QStringLiteral("onlineWords"));
    connect(m_giveUp, &QPushButton::clicked, &m_desk, &OnlinePaymentDesk::cancel);
    connect(m_page, &QPushButton::clicked, this, &OnlinePanel::openPage);
    connect(m_close, &QPushButton::clicked, this, &OnlinePanel::closed);
    connect(&m_desk, &OnlinePaymentDesk::changed, this, &OnlinePanel::sync);
    connect(&m_desk, &OnlinePaymentDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
}

void OnlinePanel::sync()
{
    if (!m_desk.payment())
        return;
    const OnlinePayment payment = *m_desk.payment();
    show(payment);
    // The first time by itself: whoever pressed "Pay online" wants to.
    if (m_desk.page().isEmpty() || m_opened == payment.booking)
        return;
    m_opened = payment.booking;
    openPage();
}

void OnlinePanel::show(const OnlinePayment &payment)
{
    const bool waits = payment.state == OnlineState::Creating || payment.state == OnlineState::Pending;
    const bool hadFocus = m_page->hasFocus() || m_giveUp->hasFocus();
    m_title->setText(titleOf(payment.state));
    m_reference->setText(tr("Booking %1").arg(payment.reference));
    m_amount->setText(formatMoney(payment.amount, locale()));
    m_words->setText(wordsOf(payment));
    m_countdown->setDeadline(waits ? std::optional(m_desk.deadline()) : std::nullopt);
    m_countdown->setVisible(waits);
    m_giveUp->setVisible(waits);
    m_giveUp->setEnabled(!m_desk.isCancelling());
    m_page->setVisible(waits);
    m_page->setEnabled(!m_desk.page().isEmpty() && !m_desk.isCancelling());
    m_close->setVisible(!waits);
    if (!waits) {
        m_banner->clear();
        m_close->setDefault(true);
        if (hadFocus)
            m_close->setFocus();
    }
}

void OnlinePanel::openPage()
{
    if (!m_desk.page().isEmpty())
        m_open(m_desk.page());
}

} // namespace parterre::ui
