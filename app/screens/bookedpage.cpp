// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/bookedpage.h"

#include "app/screens/paperdesk.h"
#include "app/screens/ticketlist.h"
#include "app/screens/tilldesk.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/formats.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/pricewords.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kSheetHeight = 200;
constexpr int kMark = 48;

QString costWords(const Booking &booking, const QLocale &locale)
{
    QStringList words;
    for (const Charge &charge : booking.charges)
        words.append(BookedPage::tr("%1: %2").arg(chargeName(charge.kind), formatMoney(charge.amount, locale)));
    if (const QString tax = taxWords(taxOf(booking), locale); !tax.isEmpty())
        words.append(tax);
    return dotted(words);
}

QString paidWords(const QList<Payment> &payments, const QLocale &locale)
{
    QStringList lines;
    for (const Payment &payment : payments)
        lines.append(BookedPage::tr("%1: %2").arg(paymentWords(payment), formatMoney(receivedBy(payment), locale)));
    return lines.join(u'\n');
}

} // namespace

BookedPage::BookedPage(TicketDesk &tickets, TillDesk &till, const Clock &clock, QWidget &window)
    : m_title(new TextLabel({}, TextScale::Title)), m_reference(new TextLabel({}, TextScale::Display)), m_next(new TextLabel({}, TextScale::Heading, Tone::Accent)),
      m_tickets(new TicketList), m_costs((new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped()), m_total(new TextLabel({}, TextScale::Heading)),
      m_payments((new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped()), m_banner(new MessageBanner), m_paper(new PaperBar),
      m_printing(new PaperDesk(tickets, till, clock, window)), m_done(makeButton(tr("&Done"), ButtonKind::Primary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    auto *mark = new QLabel;
    mark->setPixmap(icon(Glyph::CheckCircle, Tone::Success).pixmap(QSize(kMark, kMark), devicePixelRatioF()));
    column->addWidget(mark, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(new TextLabel(tr("Booking reference"), TextScale::Caption, Tone::Muted), 0, Qt::AlignHCenter);
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_reference, 0, Qt::AlignHCenter);
    column->addWidget(m_next, 0, Qt::AlignHCenter);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setMinimumHeight(kSheetHeight);
    scroll->setWidget(buildSheet());
    column->addWidget(scroll, 1);
    m_banner->setObjectName(QStringLiteral("paperMessage"));
    column->addWidget(m_banner);
    m_paper->setReprintOffered(false); // nobody has lost one yet
    column->addWidget(m_paper);
    column->addWidget(m_done, 0, Qt::AlignTrailing);
    setFocusProxy(m_done);
    connect(m_done, &QPushButton::clicked, this, &BookedPage::closed);
    connectPaper(till);
}

QWidget *BookedPage::buildSheet()
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(besideScrollBar());
    column->addWidget(m_tickets);
    auto *total = new QHBoxLayout;
    total->addWidget(new TextLabel(tr("Total"), TextScale::Heading));
    total->addStretch();
    m_total->setObjectName(QStringLiteral("bookedTotal"));
    total->addWidget(m_total);
    column->addLayout(total);
    column->addWidget(m_costs);
    column->addWidget(m_payments);
    column->addStretch();
    return sheet;
}

// On the printer of the till without being asked, where that is wished; here whenever they are wanted.
void BookedPage::connectPaper(TillDesk &till)
{
    const auto say = [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); };
    connect(m_printing, &PaperDesk::said, m_banner, say);
    connect(&till, &TillDesk::said, m_banner, say);
    connect(m_paper, &PaperBar::requested, this, [this](PaperAct act, const PaperWish &wish) {
        m_banner->clear();
        m_printing->start(m_booking, act, wish);
    });
    m_paper->setTillPrinter(till.hasPrinter());
}

void BookedPage::setBooking(const Booking &booking, const QString &title, const QString &next)
{
    m_booking = booking;
    m_title->setText(title);
    m_reference->setText(booking.reference);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_tickets->setTickets(booking.tickets);
    m_total->setText(formatMoney(totalOf(booking), locale()));
    m_costs->setText(costWords(booking, locale()));
    m_costs->setVisible(!m_costs->text().isEmpty());
    m_payments->setText(paidWords(booking.payments, locale()));
    m_payments->setVisible(!m_payments->text().isEmpty());
    m_paper->setVisible(booking.state != BookingState::Reserved); // what is not paid has no tickets yet
    m_done->setDefault(true);
}

} // namespace parterre::ui
