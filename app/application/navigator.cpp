// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/navigator.h"

#include "app/designer/model/importeddesign.h"
#include "app/designer/view/designerscreen.h"
#include "app/net/serveraddress.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/doorscreen.h"
#include "app/screens/eventlistscreen.h"
#include "app/screens/eventscreen.h"
#include "app/screens/logodialog.h"
#include "app/screens/plansscreen.h"
#include "app/screens/profilescreen.h"
#include "app/screens/programmescreen.h"
#include "app/screens/releasesscreen.h"
#include "app/screens/signinscreen.h"
#include "app/screens/ticketmailing.h"
#include "app/screens/tilldesk.h"
#include "app/screens/venuesdialog.h"
#include "app/screens/voucherscreen.h"
#include "app/screens/unmatchedpanel.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/toast.h"

#include <QDesktopServices>
#include <QUrl>

namespace parterre::ui {
namespace {

// Where it is decided what the house sells.
bool isForManagers(Page page)
{
    return page == Page::Plans || page == Page::Designer || page == Page::Programme;
}

// What the counter works with.
bool isForCounter(Page page)
{
    return page == Page::Vouchers || page == Page::Releases;
}

bool needsUser(Page page)
{
    return page == Page::Bookings || page == Page::Profile || page == Page::Door || isForCounter(page) || isForManagers(page);
}

} // namespace

Navigator::Navigator(MainWindow &window, Models &models, Settings &settings, Prompter &prompter, const Languages &languages)
    : QObject(&window), m_window(window), m_models(models), m_settings(settings), m_prompter(prompter),
      m_till(new TillDesk(models.tillTickets, models.tillPrinter, settings, window))
{
    makeScreens(prompter, languages);
    connectScreens();
    connectPlans();
    connectModels();
    onUserChanged();
    showLink();
}

void Navigator::makeScreens(Prompter &prompter, const Languages &languages)
{
    m_signIn = new SignInScreen(m_models.session, net::serverUrl);
    m_signIn->setRemembered(m_settings.server(), m_settings.email(), m_settings.staySignedIn());
    auto *pictures = new PosterPictures([&posters = m_models.posters](const EventId &event, const QString &hash, QObject *context, PosterPictures::Handler handler) {
        posters.fetch(event, hash, context, std::move(handler));
    }, this);
    m_list = new EventListScreen(m_models.events, m_models.venues, *pictures, m_settings, m_models.clock);
    m_event = new EventScreen({.session = m_models.session, .event = m_models.event, .finder = m_models.finder, .cart = m_models.cart, .blocks = m_models.blocks,
                               .clock = m_models.clock, .prompter = prompter, .asks = m_settings, .pictures = *pictures});
    m_bookings = new BookingsScreen(m_models.bookings, m_models.tickets, *m_till, m_models.refundDesk, m_models.reservationDesk, m_models.contactDesk, m_models.reservedPayment, m_models.clock, prompter);
    m_bookings->addNotice(*new UnmatchedPanel(m_models.unmatchedDesk, m_bookings));
    auto *mailing = new TicketMailing(m_models.mailDesk, *m_bookings);
    connect(m_bookings, &BookingsScreen::mailRequested, mailing, &TicketMailing::start);
    m_profile = new ProfileScreen(m_models.session, m_models.profile, *m_till, m_settings, languages);
    m_plans = new PlansScreen(m_models.planDesk, m_models.venues);
    m_designer = new DesignerScreen(m_models.designDesk, m_models.venues, prompter);
    m_programme = new ProgrammeScreen(m_models.eventDesk, m_models.refundDesk, m_models.seriesDesk, m_models.showtimeDesk, m_models.discountDesk, m_models.venues, *pictures, prompter);
    m_releases = new ReleasesScreen(m_models.releases);
    m_window.addPage(Page::Events, Glyph::Calendar, tr("Events"), QKeySequence(QStringLiteral("Ctrl+1")), m_list);
    m_window.addPage(Page::Bookings, Glyph::Ticket, tr("Bookings"), QKeySequence(QStringLiteral("Ctrl+2")), m_bookings);
    m_window.addPage(Page::Door, Glyph::LogIn, tr("Door"), QKeySequence(QStringLiteral("Ctrl+3")), new DoorScreen(m_models.door, m_models.arrivals, m_models.noShows, m_settings));
    m_window.addPage(Page::Vouchers, Glyph::Cash, tr("Vouchers"), QKeySequence(QStringLiteral("Ctrl+4")), new VoucherScreen(m_models.voucherDesk, m_models.clock));
    m_window.addPage(Page::Releases, Glyph::Lock, tr("Releases"), QKeySequence(QStringLiteral("Ctrl+5")), m_releases);
    m_window.addPage(Page::Programme, Glyph::List, tr("Programme"), QKeySequence(QStringLiteral("Ctrl+6")), m_programme);
    m_window.addPage(Page::Plans, Glyph::Seat, tr("Plans"), QKeySequence(QStringLiteral("Ctrl+7")), m_plans);
    m_window.addPage(Page::Profile, Glyph::Settings, tr("Profile"), QKeySequence(QStringLiteral("Ctrl+8")), m_profile);
    m_window.addInnerPage(Page::Designer, Page::Plans, tr("Designer"), m_designer);
    m_window.addInnerPage(Page::Event, Page::Events, tr("Event"), m_event);
    m_window.addInnerPage(Page::SignIn, std::nullopt, tr("Sign in"), m_signIn);
}

void Navigator::connectScreens()
{
    connect(&m_window, &MainWindow::pageRequested, this, [this](Page page) {
        // The entry of the events leads back to the open one first, then to the list.
        // That of the plans leads back to the design that is being drawn.
        const bool open = m_models.event.state() != EventModel::State::Closed;
        if (page == Page::Events && open && m_window.page() != Page::Event)
            goTo(Page::Event);
        else if (page == Page::Plans && m_window.page() == Page::Designer)
            m_designer->leave();
        else
            goTo(page == Page::Plans && m_models.designDesk.isChanged() ? Page::Designer : page);
    });
    connect(&m_window, &MainWindow::backRequested, this, [this] {
        if (m_window.page() == Page::Event || m_window.page() == Page::SignIn)
            goTo(Page::Events);
        if (m_window.page() == Page::Designer)
            m_designer->leave();
    });
    connect(&m_window, &MainWindow::signInRequested, this, [this] { askForSignIn(m_window.page()); });
    connect(&m_window, &MainWindow::logOutRequested, this, [this] { m_models.session.logOut(); });
    connect(m_signIn, &SignInScreen::serverChosen, this, [this](const QString &written, const QUrl &url) {
        m_settings.setServer(written);
        m_models.session.openServer(url, m_settings.staySignedIn() ? m_settings.email() : QString());
    });
    connect(m_signIn, &SignInScreen::remembered, this, [this](const QString &email, bool stay) {
        m_settings.setEmail(email);
        m_settings.setStaySignedIn(stay);
    });
    connect(m_list, &EventListScreen::eventChosen, this, &Navigator::openEvent);
    connect(m_event, &EventScreen::backRequested, this, [this] { goTo(Page::Events); });
    connect(m_event, &EventScreen::signInRequested, this, [this] { askForSignIn(Page::Event); });
    connect(m_event, &EventScreen::bookRequested, this, [this] { startCheckout(); });
    connect(m_bookings, &BookingsScreen::payPageRequested, this, [](const QUrl &page) { QDesktopServices::openUrl(page); });
    connect(m_bookings, &BookingsScreen::eventsRequested, this, [this] { goTo(Page::Events); });
    connect(m_bookings, &BookingsScreen::exchangeRequested, this, [this](const Booking &booking, const QList<Ticket> &tickets) {
        QList<Ticket> staying = booking.tickets;
        staying.removeIf([&tickets](const Ticket &ticket) { return !ticket.isKept() || tickets.contains(ticket); });
        m_models.cart.startExchange({.booking = booking.id, .reference = booking.reference, .tickets = tickets, .payments = booking.payments, .staying = staying, .isUnpaid = booking.state == BookingState::Reserved});
        openEvent(tickets.constFirst().event);
    });
    connect(m_programme, &ProgrammeScreen::plansRequested, this, [this] { goTo(Page::Plans); });
    connect(m_releases, &ReleasesScreen::eventRequested, this, &Navigator::openEvent);
    connect(m_profile, &ProfileScreen::languageChosen, this, &Navigator::languageChosen);
}

void Navigator::connectPlans()
{
    connect(m_plans, &PlansScreen::newDesignRequested, this, [this] {
        m_models.designDesk.close();
        goTo(Page::Designer);
    });
    connect(m_plans, &PlansScreen::designRequested, this, [this] {
        const PlanDesk &plans = m_models.planDesk;
        if (plans.shown())
            m_models.designDesk.edit(*plans.shown());
        else if (plans.import())
            m_models.designDesk.start(designFromPlan(plans.import()->plan));
        goTo(Page::Designer);
    });
    connect(m_plans, &PlansScreen::logoRequested, this, [this](const VenueRef &venue) {
        auto *dialog = new LogoDialog(m_models.logoDesk, venue, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_designer, &DesignerScreen::backRequested, this, [this] { goTo(Page::Plans); });
    connect(m_plans, &PlansScreen::venuesRequested, this, &Navigator::openVenues);
    connect(m_designer, &DesignerScreen::venuesRequested, this, &Navigator::openVenues);
    // Whoever makes a house goes on with its plan.
    connect(&m_models.venueDesk, &VenueDesk::created, m_plans, [this](const Venue &venue) { m_plans->chooseVenue(venue.id); });
    connect(&m_models.venues, &PagedListModel::loadStateChanged, this, &Navigator::leadToFirstHouse);
}

void Navigator::connectModels()
{
    SessionModel &session = m_models.session;
    connect(&session, &SessionModel::userChanged, this, &Navigator::onUserChanged);
    connect(&session, &SessionModel::statusChanged, this, &Navigator::onStatusChanged);
    connect(&session, &SessionModel::entered, this, &Navigator::onEntered);
    connect(&session, &SessionModel::signInEnded, this, [this] { askForSignIn(m_window.page()); });
    connect(&session, &SessionModel::failed, this, [this](SessionModel::Action action, const Error &error) {
        if (action == SessionModel::Action::LogOut)
            m_window.banner()->showMessage(Severity::Error, errorText(error));
    });
    connect(&m_models.door, &DoorModel::linkChanged, this, &Navigator::sayLost);
    connect(&m_models.door, &DoorModel::eventChanged, this, &Navigator::sayLost); // its list is another, or none
    connect(m_window.banner(), &MessageBanner::actionTriggered, &session, &SessionModel::retryNow);
    CartModel &cart = m_models.cart;
    const auto showCount = [this] { m_window.findChild<NavigationRail *>()->setBadge(static_cast<int>(Page::Events), m_models.cart.rowCount()); };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&cart, signal, this, showCount);
    connect(&cart, &QAbstractItemModel::modelReset, this, showCount);
    showCount();
    connect(&cart, &CartModel::checkoutStateChanged, this, &Navigator::showLink);
    connect(&cart, &CartModel::holdsEnded, this, [this](EventId, const QStringList &labels, HoldEndReason reason) { onHoldsEnded(labels, reason); });
    connect(&cart, &CartModel::extended, this, [this] {
        if (!m_models.session.isCounter()) // where it goes by itself
            m_window.toast()->showMessage(Severity::Success, tr("Your seats are kept longer."));
    });
    connect(&cart, &CartModel::paid, m_till, &TillDesk::onPaid);
    connect(&cart, &CartModel::checkedOut, m_till, &TillDesk::onSold);
    connect(&m_models.reservationDesk, &ReservationDesk::paid, m_till, [till = m_till](const Booking &booking) {
        till->onPaid(booking.payments); // it had none before
        till->onSold(booking);
    });
    connect(&m_models.bookings, &BookingListModel::paidBack, m_till, &TillDesk::onPaid);
    connect(&m_models.refundDesk, &RefundDesk::paidBack, m_till, &TillDesk::onPaid);
    connect(&m_models.voucherDesk, &VoucherDesk::paid, m_till, &TillDesk::onPaid);
    connect(m_till, &TillDesk::said, this, [this](Severity severity, const QString &words) {
        if (m_window.page() == Page::Profile)
            return; // where the test print says it itself
        m_unprinted = words;
        m_window.banner()->showMessage(severity, words);
    });
    connect(m_till, &TillDesk::printed, this, [this](const QString &reference) {
        if (!reference.isEmpty() && m_unprinted.contains(reference) && m_window.banner()->text() == m_unprinted)
            m_window.banner()->clear();
    });
    connect(&cart, &CartModel::checkedOut, this, [this](const Booking &booking) {
        m_bookings->showBooking(booking.id);
        m_models.events.refresh();
    });
    connect(&cart, &CartModel::paymentBegun, this, [this](const OnlinePayment &payment) {
        m_bookings->showBooking(payment.booking);
        m_models.events.refresh();
    });
}

void Navigator::goTo(Page page)
{
    if (needsUser(page) && !m_models.session.isSignedIn()) {
        askForSignIn(page);
        return;
    }
    if (page == Page::Events && m_window.page() == Page::Event)
        m_models.event.close();
    if (page == Page::Events && m_models.session.isConnected() && m_models.events.loadState() == LoadState::Ready)
        m_models.events.refresh(); // how many seats are free is as old as the list
    if (page == Page::Bookings)
        m_models.bookings.refresh();
    if (page == Page::Profile)
        m_models.profile.load();
    if (isForManagers(page) && !m_models.session.isManager())
        return;
    if (isForManagers(page))
        m_models.venues.refresh();
    if (page == Page::Door && !m_models.session.isDoorStaff())
        return;
    if (isForCounter(page) && !m_models.session.isCounter())
        return;
    if (page == Page::Vouchers)
        m_models.voucherDesk.list().refresh();
    if (page == Page::Releases)
        m_models.releases.refresh();
    if (page == Page::Programme)
        m_models.eventDesk.programme().refresh();
    const bool changesWhoSaysIt = (m_window.page() == Page::Door) != (page == Page::Door);
    m_window.showPage(page);
    if (changesWhoSaysIt)
        sayLost();
}

void Navigator::openEvent(EventId event)
{
    m_models.event.open(event);
    m_event->expect(m_models.events.filter().minFree);
    m_window.showPage(Page::Event);
}

void Navigator::openVenues()
{
    auto *dialog = new VenuesDialog(m_models.venueDesk, m_prompter, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// Who manages a house that has nothing yet begins where it is made, once.
void Navigator::leadToFirstHouse()
{
    if (m_ledToFirstHouse || !m_models.session.isManager() || !m_models.venues.isKnownEmpty() || m_window.page() != Page::Events)
        return;
    m_ledToFirstHouse = true;
    goTo(Page::Plans);
}

CheckoutDialog *Navigator::startCheckout()
{
    if (m_checkout || m_models.cart.rowCount() == 0)
        return m_checkout;
    m_checkout = new CheckoutDialog(m_models.session, m_models.cart, m_models.event, m_models.soldTickets, *m_till, m_models.clock, [](const QUrl &page) { QDesktopServices::openUrl(page); }, &m_window);
    m_checkout->setAttribute(Qt::WA_DeleteOnClose);
    m_checkout->open();
    return m_checkout;
}

void Navigator::askForSignIn(Page returnTo)
{
    m_returnTo = returnTo == Page::SignIn ? Page::Events : returnTo;
    m_window.showPage(Page::SignIn);
}

void Navigator::onUserChanged()
{
    const auto &user = m_models.session.user();
    m_window.setUser(user ? user->name : QString());
    for (const Page page : {Page::Plans, Page::Programme})
        m_window.setPageVisible(page, m_models.session.isManager());
    m_window.setPageVisible(Page::Door, m_models.session.isDoorStaff());
    for (const Page page : {Page::Vouchers, Page::Releases})
        m_window.setPageVisible(page, m_models.session.isCounter());
    const bool isShut = (isForManagers(m_window.page()) && !m_models.session.isManager()) || (m_window.page() == Page::Door && !m_models.session.isDoorStaff())
        || (isForCounter(m_window.page()) && !m_models.session.isCounter());
    if (user && isShut)
        goTo(Page::Events);
    if (user && m_window.page() == Page::SignIn) {
        goTo(m_returnTo);
        m_returnTo = Page::Events;
    } else if (!user && needsUser(m_window.page())) {
        askForSignIn(Page::Events);
    }
    m_ledToFirstHouse = m_ledToFirstHouse && user;
    leadToFirstHouse();
}

void Navigator::onEntered(bool resumed)
{
    m_window.banner()->clear();
    if (m_linkLost && m_window.page() != Page::Door) // which says it itself, and has its line for scanners where toasts are
        m_window.toast()->showMessage(Severity::Success, resumed ? tr("The connection is back.") : tr("The connection is back; this is a new visit."));
    m_linkLost = false;
    if (m_models.session.setupNeeded())
        askForSignIn(Page::Events);
    showLink();
}

void Navigator::onStatusChanged()
{
    if (m_models.session.status().state == net::ConnectionState::Reconnecting && m_window.page() != Page::SignIn)
        m_linkLost = true;
    sayLost();
    showLink();
}

// Once: a door that goes on without a connection says more about it.
void Navigator::sayLost()
{
    const auto &status = m_models.session.status();
    const bool isTrying = status.state == net::ConnectionState::Reconnecting;
    if (m_window.page() == Page::SignIn || (!isTrying && status.state != net::ConnectionState::Failed))
        return;
    if (m_window.page() == Page::Door && m_models.door.isOffline())
        m_window.banner()->clear();
    else if (isTrying)
        m_window.banner()->showMessage(Severity::Warning, tr("The connection to the server is lost. Parterre keeps trying; your seats are kept for a short while."), tr("Try now"));
    else
        m_window.banner()->showMessage(Severity::Error, errorText(status.error.value_or(Error {.code = ErrorCode::Disconnected})), tr("Try again"));
}

void Navigator::showLink()
{
    LinkState state = LinkState::Offline;
    switch (m_models.session.status().state) {
    case net::ConnectionState::Connected: state = LinkState::Connected; break;
    case net::ConnectionState::Connecting:
    case net::ConnectionState::Reconnecting: state = LinkState::Connecting; break;
    case net::ConnectionState::Offline:
    case net::ConnectionState::Failed: state = LinkState::Offline; break;
    }
    if (m_models.cart.checkoutState() == CartModel::Checkout::Checking)
        state = LinkState::Checking;
    m_window.setLink(state, m_models.session.serverUrl().toDisplayString(QUrl::RemoveUserInfo));
}

void Navigator::onHoldsEnded(const QStringList &labels, HoldEndReason reason)
{
    if (reason == HoldEndReason::LoggedOut || reason == HoldEndReason::Released)
        return;
    const QString text = holdEndText(reason, labels);
    if (m_checkout)
        m_checkout->say(Severity::Warning, text);
    else if (m_window.page() == Page::Event)
        m_event->say(Severity::Warning, text);
    else
        m_window.banner()->showMessage(Severity::Warning, text);
}

} // namespace parterre::ui
