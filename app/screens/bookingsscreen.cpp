// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/bookingsscreen.h"

#include "app/screens/bookingdetails.h"
#include "app/screens/bookingonline.h"
#include "app/screens/bookingpeople.h"
#include "app/screens/cancelwords.h"
#include "app/screens/paperdesk.h"
#include "app/screens/refunddialog.h"
#include "app/screens/tilldesk.h"
#include "app/screens/reservationdialogs.h"
#include "app/screens/reservationpanel.h"
#include "app/widgets/bookingcarddelegate.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/pricewords.h"
#include "app/widgets/prompter.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/spinner.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kSearchWidth = 360;
constexpr int kSpinnerSide = 40;
constexpr int kAll = 0;
constexpr int kReserved = 1;

BookingSummary summaryAt(const QModelIndex &index)
{
    return index.data(BookingListModel::SummaryRole).value<BookingSummary>();
}

} // namespace

BookingsScreen::BookingsScreen(BookingListModel &bookings, TicketDesk &tickets, TillDesk &till, RefundDesk &refunds, ReservationDesk &reservations, ContactDesk &contacts,
                               ReservedPayment &payment, const Clock &clock, Prompter &prompter, QWidget *parent)
    : QWidget(parent), m_bookings(bookings), m_tickets(tickets), m_refunds(refunds), m_reservations(reservations), m_contacts(contacts), m_payment(payment), m_clock(clock), m_prompter(prompter),
      m_search(new SearchField(tr("Search by name, phone, reference or seat"))), m_choice(new ChoiceBar(tr("Which bookings"))),
      m_banner(new MessageBanner), m_pages(new QStackedWidget), m_lists(nullptr), m_list(new QListView), m_unpaid(new ReservationPanel(reservations)),
      m_empty(new EmptyState(Glyph::Ticket)), m_loading(new QWidget), m_details(new BookingDetails),
      m_paper(new PaperDesk(tickets, till, clock, *this)), m_people(new BookingPeople(contacts, *m_details, this)),
      m_online(new BookingOnline(payment, *m_details, prompter, clock, [this](const QUrl &page) { Q_EMIT payPageRequested(page); }, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    auto *head = new QHBoxLayout;
    head->setSpacing(kTwoSteps);
    head->addWidget(new TextLabel(tr("Bookings"), TextScale::Title));
    head->addStretch();
    m_choice->addChoice(kAll, tr("&All bookings"));
    m_choice->addChoice(kReserved, tr("Reservat&ions"));
    m_choice->setCurrent(kAll);
    head->addWidget(m_choice);
    m_search->setFixedWidth(kSearchWidth);
    head->addWidget(m_search);
    column->addLayout(head);
    column->addWidget(m_banner);
    m_notices = new QVBoxLayout;
    column->addLayout(m_notices);
    m_lists = buildListSide();
    auto *loading = new QVBoxLayout(m_loading);
    loading->addWidget(new Spinner(kSpinnerSide), 0, Qt::AlignCenter);
    for (QWidget *page : {m_lists, static_cast<QWidget *>(m_empty), m_loading})
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    connectModel();
    connectTickets(till);
    connectRefunds();
    connectReservations();
    connectPeople();
    connectOnline();
    showState();
}

QWidget *BookingsScreen::buildListSide()
{
    auto *side = new QWidget;
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    row->addWidget(m_list, 5);
    row->addWidget(m_unpaid, 5);
    row->addWidget(m_details, 6);
    m_list->setModel(new SpokenModel(m_bookings, [](const QModelIndex &index) { return BookingCardDelegate::spokenText(summaryAt(index), QLocale()); }, this));
    m_list->setItemDelegate(new BookingCardDelegate(summaryAt, m_list));
    showAsCards(*m_list);
    m_list->setAccessibleName(tr("Bookings"));
    return side;
}

void BookingsScreen::connectModel()
{
    connect(m_search, &SearchField::searchRequested, this, [this](const QString &text) { m_bookings.setFilter({.text = text}); });
    connect(m_search, &SearchField::leaveDownward, this, [this] {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BookingsScreen::onCurrentChanged);
    connect(m_details, &BookingDetails::cancelRequested, this, &BookingsScreen::askToCancel);
    connect(m_details, &BookingDetails::exchangeRequested, this, &BookingsScreen::exchangeRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_bookings.loadState() == LoadState::Failed)
            m_bookings.refresh();
        else if (!m_search->text().isEmpty())
            m_search->clear();
        else
            Q_EMIT eventsRequested();
    });
    connect(&m_bookings, &BookingListModel::loadStateChanged, this, &BookingsScreen::showState);
    connect(&m_bookings, &QAbstractItemModel::modelReset, this, &BookingsScreen::showState);
    connect(&m_bookings, &BookingListModel::fetched, this, [this](const Booking &booking) {
        if (const int row = m_bookings.rowOf(booking.id); row >= 0 && m_bookings.row(row).state != booking.state)
            m_bookings.take(booking); // paid or given up since the list was read
        showDetails(booking);
    });
    connect(&m_bookings, &BookingListModel::fetchFailed, this, [this](BookingId booking, const Error &error) {
        if (booking != m_shown)
            return;
        m_details->setBusy({});
        m_banner->showMessage(Severity::Error, errorText(error));
    });
    connect(&m_bookings, &BookingListModel::cancellingChanged, this, [this](BookingId booking) {
        if (booking == m_shown)
            showBusy();
    });
    connect(&m_bookings, &BookingListModel::cancelled, this, [this](const Booking &booking, int tickets) {
        const bool wasReserved = booking.payments.isEmpty();
        m_banner->showMessage(Severity::Success, cancelledText(booking, tickets));
        showDetails(booking);
        if (wasReserved)
            m_reservations.list().refresh();
    });
    connect(&m_bookings, &BookingListModel::cancelFailed, this, [this](BookingId booking, const Error &error) {
        QStringList seats;
        for (const Ticket &ticket : std::as_const(m_shownBooking.tickets)) {
            if (booking == m_shown && ticket.state == TicketState::Valid && error.event == ticket.event && error.places.contains(ticket.place))
                seats.append(ticket.label);
        }
        m_banner->showMessage(Severity::Error, error.code == ErrorCode::PaymentNotAllowed ? tr("What was paid for it goes back at the box office. Cancel it there.") : errorText(error, seats));
    });
}

void BookingsScreen::showBooking(BookingId booking)
{
    m_wanted = booking;
    showReservations(false);
    m_search->clear();
    m_bookings.refresh();
}

void BookingsScreen::addNotice(QWidget &notice)
{
    m_notices->addWidget(&notice);
}

void BookingsScreen::onCurrentChanged(const QModelIndex &current)
{
    if (!current.isValid())
        return;
    const BookingId booking = summaryAt(current).id;
    if (booking != m_shown) // what is said of one stays when the list is read again
        m_banner->clear();
    read(booking);
}

void BookingsScreen::read(BookingId booking)
{
    m_shown = booking;
    m_details->setBusy(tr("Reading the booking…"));
    m_bookings.fetch(m_shown);
}

void BookingsScreen::showState()
{
    if (m_choice->current() == kReserved) {
        m_pages->setCurrentWidget(m_lists);
        return;
    }
    if (m_bookings.rowCount() > 0) {
        m_pages->setCurrentWidget(m_lists);
        // After a reset, stay with the booking that was looked at, or go to the one asked for.
        const int row = std::max(0, m_bookings.rowOf(m_wanted.isNull() ? m_shown : m_wanted));
        if (!m_list->currentIndex().isValid() || (!m_wanted.isNull() && m_bookings.loadState() == LoadState::Ready)) {
            m_list->setCurrentIndex(m_list->model()->index(row, 0));
            m_wanted = {};
        }
        return;
    }
    m_shown = {};
    m_contacts.lookAt({});
    m_payment.lookAt({});
    m_details->setBusy({});
    m_details->clear();
    switch (m_bookings.loadState()) {
    case LoadState::Failed:
        m_empty->setContent(tr("The bookings could not be read"), errorText(*m_bookings.error()), tr("Try again"));
        m_pages->setCurrentWidget(m_empty);
        break;
    case LoadState::Loading: m_pages->setCurrentWidget(m_loading); break;
    case LoadState::Empty:
    case LoadState::Ready:
        if (m_search->text().isEmpty())
            m_empty->setContent(tr("No bookings yet"), tr("What you book appears here, with its tickets and payments."), tr("Look at the events"));
        else
            m_empty->setContent(tr("No booking found"), tr("No name, reference, ticket number or seat contains these words."), tr("Show all bookings"));
        m_pages->setCurrentWidget(m_empty);
        break;
    }
}

void BookingsScreen::showDetails(const Booking &booking)
{
    const std::optional<BookingSummary> summary = summaryOf(booking.id);
    if (booking.id != m_shown || !summary)
        return;
    m_shownBooking = booking;
    m_shownSummary = summary;
    m_details->setBooking(booking, *summary, m_refunds.mayPayOut());
    m_contacts.lookAt(booking);
    m_payment.lookAt(booking);
    m_online->showPayment();
    showBusy();
}

void BookingsScreen::connectOnline()
{
    connect(m_online, &BookingOnline::said, m_banner, [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); });
    connect(m_online, &BookingOnline::busyChanged, this, [this](BookingId booking) {
        if (booking == m_shown)
            showBusy();
    });
    connect(m_online, &BookingOnline::changed, this, [this](const Booking &booking) {
        m_bookings.take(booking);
        m_reservations.list().refresh();
        showDetails(booking);
    });
    connect(m_online, &BookingOnline::outdated, this, [this](BookingId booking) {
        if (booking == m_shown)
            read(booking);
        m_reservations.list().refresh();
    });
}

void BookingsScreen::connectPeople()
{
    connect(m_people, &BookingPeople::said, m_banner, [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); });
    connect(m_people, &BookingPeople::busyChanged, this, [this](BookingId booking) {
        if (booking == m_shown)
            showBusy();
    });
    connect(m_people, &BookingPeople::changed, this, [this](const Booking &booking) {
        m_bookings.take(booking);
        if (booking.state == BookingState::Reserved)
            m_reservations.list().refresh();
        if (booking.id == m_shown)
            showDetails(booking);
    });
    connect(m_people, &BookingPeople::outdated, this, [this](BookingId booking) {
        if (booking == m_shown)
            read(booking);
    });
}

std::optional<BookingSummary> BookingsScreen::summaryOf(BookingId booking) const
{
    if (const int row = m_bookings.rowOf(booking); row >= 0)
        return m_bookings.row(row);
    if (const int row = m_reservations.list().rowOf(booking); row >= 0)
        return m_reservations.list().row(row);
    return m_shownSummary && m_shownSummary->id == booking ? m_shownSummary : std::nullopt; // it was on a list when it was read
}

void BookingsScreen::askToCancel(const QList<Ticket> &tickets, bool all)
{
    const BookingId booking = m_shown;
    const bool reserved = m_shownBooking.state == BookingState::Reserved;
    QStringList numbers;
    Money whole {.amount = 0, .currency = tickets.constFirst().price.currency};
    for (const Ticket &ticket : tickets) {
        if (!all)
            numbers.append(ticket.number);
        whole.amount += reserved ? 0 : ticket.price.amount;
    }
    const Money fee = cancelFeeOf(tickets);
    const Money back {.amount = whole.amount - fee.amount, .currency = whole.currency};
    const bool mayWaive = fee.amount > 0 && m_refunds.mayWaive(); // then how much goes back is still to be decided
    Question question = reserved ? releaseQuestion(m_shownBooking, tickets, all) : cancelQuestion(m_shownBooking, tickets, all, mayWaive ? QString() : formatMoney(back, locale()));
    if (fee.amount > 0)
        question.text += u' ' + (mayWaive ? tr("A cancellation fee of %1 stays with the house unless you waive it.") : tr("A cancellation fee of %1 stays with the house.")).arg(formatMoney(fee, locale()));
    for (const Charge &charge : m_shownBooking.charges) {
        if (all && !reserved && charge.kind == ChargeKind::BookingFee && !charge.returned)
            question.text += u' ' + tr("The booking fee of %1 is not paid back.").arg(formatMoney(charge.amount, locale()));
    }
    const QList<RefundPart> parts = splitRefund(m_shownBooking.payments, back);
    if (mayWaive) {
        auto *dialog = new RefundDialog(question, parts, m_shownBooking.payments, false, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->offerWaiver(fee, splitRefund(m_shownBooking.payments, whole));
        connect(dialog, &QDialog::accepted, this, [this, dialog, booking, numbers] {
            const RefundChoice choice = dialog->choice();
            m_bookings.cancel(booking, numbers, choice.cardRefunds, choice.voucher, dialog->waiver());
        });
        return dialog->open();
    }
    askToRefund(this, m_prompter, question, parts, m_shownBooking.payments, m_refunds.mayPayOut(),
                [this, booking, numbers](const RefundChoice &choice) { m_bookings.cancel(booking, numbers, choice.cardRefunds, choice.voucher); });
}

void BookingsScreen::connectTickets(TillDesk &till)
{
    const auto showPrinter = [this, &till] { m_details->setTillPrinter(till.hasPrinter()); };
    connect(&till, &TillDesk::setupChanged, this, showPrinter);
    showPrinter();
    connect(m_details, &BookingDetails::paperRequested, m_paper, &PaperDesk::start);
    connect(m_details, &BookingDetails::mailRequested, this, &BookingsScreen::mailRequested);
    connect(m_details, &BookingDetails::reprintRequested, this, &BookingsScreen::askToReprint);
    connect(m_paper, &PaperDesk::said, m_banner, [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); });
    connect(&m_tickets, &TicketDesk::reprinted, this, [this](const protocol::TicketPrint &print) {
        m_banner->showMessage(Severity::Success, tr("Ticket %1 has a new code. Print it now; older prints are void.").arg(isolated(print.ticket)));
    });
}

void BookingsScreen::askToReprint(const Ticket &ticket)
{
    const Question question {.title = tr("Give ticket %1 a new code?").arg(isolated(ticket.number)),
                             .text = tr("For a ticket that was lost or stolen. Whoever comes with a print from before is not let in."),
                             .yes = tr("New code"), .dangerous = true};
    m_prompter.ask(this, question, [this, number = ticket.number](Answer answer) {
        if (answer.yes)
            m_tickets.reprint(number);
    });
}

void BookingsScreen::connectRefunds()
{
    connect(m_details, &BookingDetails::refundRequested, this, &BookingsScreen::askToPay);
    connect(&m_refunds, &RefundDesk::payingChanged, this, [this](BookingId booking) {
        if (booking == m_shown)
            showBusy();
    });
    connect(&m_refunds, &RefundDesk::paidOut, this, [this](const Booking &booking) {
        if (booking.id == m_shown)
            m_banner->showMessage(Severity::Success, tr("Paid out to %1, booking %2.").arg(isolated(booking.customerName), isolated(booking.reference)));
        showDetails(booking);
    });
    connect(&m_refunds, &RefundDesk::failed, this, [this](BookingId booking, const Error &error) {
        if (booking != m_shown)
            return;
        m_banner->showMessage(Severity::Error, errorText(error));
        m_bookings.fetch(booking); // somebody else may have paid it
    });
}

void BookingsScreen::connectReservations()
{
    connect(m_choice, &ChoiceBar::chosen, this, [this](int id) { showReservations(id == kReserved); });
    connect(m_unpaid, &ReservationPanel::chosen, this, [this](BookingId booking) {
        if (m_choice->current() == kReserved)
            read(booking);
    });
    connect(m_details, &BookingDetails::paymentRequested, this, &BookingsScreen::askForPayment);
    connect(m_details, &BookingDetails::otherDateRequested, this, &BookingsScreen::askForDate);
    connect(&m_reservations, &ReservationDesk::workingChanged, this, [this](BookingId booking) {
        if (booking == m_shown)
            showBusy();
    });
    connect(&m_reservations, &ReservationDesk::paid, this, [this](const Booking &booking) {
        m_banner->showMessage(Severity::Success, tr("Booking %1 is paid. Its tickets can be printed now.").arg(isolated(booking.reference)));
        showDetails(booking);
        m_bookings.take(booking);
    });
    connect(&m_reservations, &ReservationDesk::prolonged, this, [this](const Booking &booking) {
        m_banner->showMessage(Severity::Success, tr("Booking %1 has another date.").arg(isolated(booking.reference)));
        showDetails(booking);
        m_bookings.take(booking);
    });
    connect(&m_reservations, &ReservationDesk::failed, this, [this](BookingId booking, const Error &error) {
        if (booking != m_shown)
            return;
        m_banner->showMessage(Severity::Error, errorText(error));
        m_bookings.fetch(booking); // it may have fallen free
    });
    // Who is not at the counter has none to look after.
    connect(&m_reservations.list(), &ReservationListModel::loadStateChanged, this, [this] {
        m_choice->setVisible(m_reservations.isForCaller());
        if (!m_reservations.isForCaller() && m_choice->current() == kReserved)
            showReservations(false);
    });
    connect(&m_reservations.list(), &QAbstractItemModel::modelReset, this, [this] {
        const bool isGone = m_reservations.list().loadState() == LoadState::Loading && m_reservations.list().rowOf(m_shown) < 0;
        if (m_choice->current() == kReserved && isGone && m_shownBooking.id == m_shown && m_shownBooking.state == BookingState::Reserved)
            m_bookings.fetch(m_shown); // it fell free, or another till was paid for it
    });
    m_choice->setVisible(m_reservations.isForCaller());
    m_unpaid->hide();
}

void BookingsScreen::showReservations(bool reservations)
{
    m_choice->setCurrent(reservations ? kReserved : kAll);
    m_list->setVisible(!reservations);
    m_unpaid->setVisible(reservations);
    m_search->setVisible(!reservations);
    m_banner->clear();
    if (reservations) {
        m_reservations.list().refresh();
        m_pages->setCurrentWidget(m_lists);
        if (m_unpaid->current().isNull())
            m_details->clear();
        else
            read(m_unpaid->current());
        return;
    }
    showState();
    if (m_list->currentIndex().isValid())
        read(summaryAt(m_list->currentIndex()).id);
}

void BookingsScreen::askForPayment(const Booking &booking)
{
    if (m_reservations.isWorking(booking.id))
        return;
    auto *dialog = new PayDialog(booking, m_reservations.session(), m_clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = booking.id] { m_reservations.pay(id, dialog->settlement()); });
    dialog->open();
}

void BookingsScreen::askForDate(const Booking &booking, const QString &timeZone)
{
    if (m_reservations.isWorking(booking.id))
        return;
    auto *dialog = new PayUntilDialog(booking, timeZone, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = booking.id] { m_reservations.prolong(id, dialog->payUntil()); });
    dialog->open();
}

void BookingsScreen::askToPay(const Refund &refund)
{
    const Question question {.title = tr("Pay out %1?").arg(formatMoney(refund.amount, locale())),
                             .text = tr("Booking %1, because %2 was cancelled. It is written down as paid out.").arg(isolated(m_shownBooking.reference), isolated(refund.eventName)),
                             .yes = tr("Paid out")};
    askToRefund(this, m_prompter, question, splitRefund(m_shownBooking.payments, refund.amount), m_shownBooking.payments, true,
                [this, booking = m_shown, event = refund.event](const RefundChoice &choice) { m_refunds.payOut(booking, event, choice.cardRefunds, choice.voucher); });
}

void BookingsScreen::showBusy()
{
    if (m_reservations.isWorking(m_shown))
        m_details->setBusy(m_reservations.isChecking(m_shown) ? tr("The connection broke. Checking whether it was written down; please wait.") : tr("One moment…"));
    else if (m_refunds.isPaying(m_shown))
        m_details->setBusy(m_refunds.isChecking(m_shown) ? tr("The connection broke. Checking whether it was written down; please wait.") : tr("One moment…"));
    else if (m_bookings.isCancelling(m_shown))
        m_details->setBusy(m_bookings.isChecking(m_shown) ? tr("The connection broke. Checking whether the booking was cancelled; please wait.") : tr("Cancelling…"));
    else
        m_details->setBusy(m_payment.isWorking(m_shown) ? m_online->busyWords(m_shown) : m_people->busyWords(m_shown));
}

void BookingsScreen::focusInEvent(QFocusEvent *)
{
    if (m_choice->current() == kReserved)
        m_unpaid->setFocus();
    else if (m_bookings.rowCount() > 0)
        m_list->setFocus();
    else
        m_search->setFocus();
}

} // namespace parterre::ui
