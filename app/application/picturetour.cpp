// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/picturetour.h"

#include "app/designer/model/templates.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/eventscreen.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/searchfield.h"

#include <QPushButton>

namespace parterre::ui {
namespace {

constexpr std::chrono::milliseconds kTick {100};
constexpr int kLongestWait = 300;  // ticks
constexpr int kSettle = 5;         // ticks, until what was asked for is painted
constexpr QSize kPictureSize {1280, 832};
constexpr int kSeatsToHold = 3;

} // namespace

PictureTour::PictureTour(Program &program, const QString &folder, const std::optional<QSize> &size)
    : m_program(program), m_folder(folder), m_size(size.value_or(kPictureSize))
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &PictureTour::tick);
}

void PictureTour::start()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT finished(false, QStringLiteral("cannot make %1").arg(m_folder.path())); }, Qt::QueuedConnection);
        return;
    }
    m_program.window().resize(m_size);
    plan();
    m_timer.start();
}

void PictureTour::picture(const QString &name, std::function<QWidget *()> what)
{
    m_legs.push_back({.name = name, .act = {}, .reached = [this, name, what = std::move(what)] {
        if (m_ticks < kSettle)
            return false;
        QWidget *subject = what();
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        if (subject && subject->grab().save(path))
            m_saved.append(path);
        return true;
    }});
}

void PictureTour::plan()
{
    Models &models = m_program.models();
    const auto window = [this]() -> QWidget * { return &m_program.window(); };
    const auto dialog = [this]() -> QWidget * { return m_program.window().findChild<CheckoutDialog *>(); };
    m_legs.push_back({QStringLiteral("the server"), {}, [&models] { return models.connection.status().state == net::ConnectionState::Connected; }});
    picture(QStringLiteral("sign-in"), window);
    m_legs.push_back({QStringLiteral("signing in"), [this] { m_program.signInAsAsked(); }, [&models] { return models.session.isSignedIn(); }});
    m_legs.push_back({QStringLiteral("the event list"), [this] { m_program.navigator().goTo(Page::Events); },
                      [&models] { return models.events.loadState() == LoadState::Ready && models.events.rowCount() > 0; }});
    picture(QStringLiteral("events"), window);
    planLists();
    m_legs.push_back({QStringLiteral("opening an event on sale"), [this] { openEventOnSale(); },
                      [&models] { return models.event.state() == EventModel::State::Ready; }});
    m_legs.push_back({QStringLiteral("reading about it"), [this] { m_program.navigator().eventScreen()->setDetailsVisible(true); }, [] { return true; }});
    picture(QStringLiteral("event-details"), window);
    m_legs.push_back({QStringLiteral("the whole map"), [this] { m_program.navigator().eventScreen()->setDetailsVisible(false); }, [] { return true; }});
    m_legs.push_back({QStringLiteral("looking for the best seats"), [&models] { models.finder.look({.size = kSeatsToHold}); },
                      [&models] { return models.finder.state() == SeatFinderModel::State::Offering; }});
    picture(QStringLiteral("best-seats"), window);
    m_legs.push_back({QStringLiteral("taking them"), [&models] { models.finder.take(); }, [&models] { return models.cart.rowCount() >= kSeatsToHold; }});
    picture(QStringLiteral("event"), window);
    planLooks();
    m_legs.push_back({QStringLiteral("the checkout"), [this] { m_program.navigator().startCheckout(); }, [dialog] { return dialog() != nullptr; }});
    picture(QStringLiteral("checkout"), dialog);
    m_legs.push_back({QStringLiteral("booking"), [&models] { models.cart.checkout({}); }, [&models] { return models.cart.rowCount() == 0; }});
    picture(QStringLiteral("booked"), dialog);
    m_legs.push_back({QStringLiteral("the bookings"), [this, dialog] {
                          if (QWidget *open = dialog())
                              open->close();
                          m_program.navigator().goTo(Page::Bookings);
                      },
                      [&models] { return models.bookings.loadState() == LoadState::Ready && models.bookings.rowCount() > 0; }});
    picture(QStringLiteral("bookings"), window);
    const auto exchange = [this] { return m_program.window().findChild<QPushButton *>(QStringLiteral("exchangeTickets")); };
    m_legs.push_back({QStringLiteral("an exchange"), {}, [exchange] { return exchange() && exchange()->isVisible(); }});
    m_legs.push_back({QStringLiteral("choosing what to give back"), [exchange] { exchange()->click(); },
                      [&models] { return models.cart.exchange() && models.event.state() == EventModel::State::Ready; }});
    m_legs.push_back({QStringLiteral("looking for other seats"), [&models] { models.finder.look({.size = kSeatsToHold}); },
                      [&models] { return models.finder.state() == SeatFinderModel::State::Offering; }});
    m_legs.push_back({QStringLiteral("taking those"), [&models] { models.finder.take(); }, [&models] { return models.cart.rowCount() >= kSeatsToHold; }});
    picture(QStringLiteral("exchange"), window);
    m_legs.push_back({QStringLiteral("giving the exchange up"), [&models] {
                          models.cart.stopExchange();
                          models.cart.releaseAll();
                      },
                      [&models] { return models.cart.rowCount() == 0; }});
    planAreas();
    m_legs.push_back({QStringLiteral("the profile"), [this] { m_program.navigator().goTo(Page::Profile); }, [&models] { return models.profile.profile().has_value(); }});
    picture(QStringLiteral("profile"), window);
    planPlans();
    planProgramme();
    planOffline();
}

// The list in the dark, and when nothing matches.
void PictureTour::planLists()
{
    const auto window = [this]() -> QWidget * { return &m_program.window(); };
    const EventListModel &events = m_program.models().events;
    m_legs.push_back({QStringLiteral("dark"), [this] { m_program.setScheme(Scheme::Dark); }, [] { return true; }});
    picture(QStringLiteral("events-dark"), window);
    m_legs.push_back({QStringLiteral("light"), [this] { m_program.setScheme(Scheme::Light); }, [] { return true; }});
    m_legs.push_back({QStringLiteral("finding nothing"), [this] { search(QStringLiteral("A show that is not on")); },
                      [&events] { return events.loadState() == LoadState::Ready && events.rowCount() == 0; }});
    picture(QStringLiteral("events-empty"), window);
    m_legs.push_back({QStringLiteral("finding all"), [this] { search({}); }, [&events] { return events.loadState() == LoadState::Ready && events.rowCount() > 0; }});
}

// The last event, where its plan has areas: one of them asks how many places there are wanted.
void PictureTour::planAreas()
{
    EventModel &event = m_program.models().event;
    const auto hasAreas = [&event] { return event.seatMap().areaCount() > 0; };
    m_legs.push_back({QStringLiteral("opening the last event"), [this] { m_program.navigator().openEvent(m_program.models().events.rows().last().id); },
                      [&event, this] { return event.event() == m_program.models().events.rows().last().id && event.state() == EventModel::State::Ready; }});
    m_legs.push_back({QStringLiteral("asking for places in an area"), [this, hasAreas] {
                          auto *view = m_program.navigator().eventScreen()->findChild<SeatMapView *>();
                          if (hasAreas())
                              Q_EMIT view->areaActivated(0);
                      },
                      [] { return true; }});
    picture(QStringLiteral("areas"), [this, hasAreas]() -> QWidget * { return hasAreas() ? &m_program.window() : nullptr; });
}

// The plans of the houses, for those who may see them.
void PictureTour::planPlans()
{
    Models &models = m_program.models();
    const auto mayLook = [&models] { return models.session.isManager(); };
    m_legs.push_back({QStringLiteral("the plans"), [this, mayLook] {
                          if (mayLook())
                              m_program.navigator().goTo(Page::Plans);
                      },
                      [&models, mayLook] { return !mayLook() || models.planDesk.list().rowCount() > 0; }});
    m_legs.push_back({QStringLiteral("a plan"), [&models, mayLook] {
                          if (mayLook())
                              models.planDesk.show(models.planDesk.list().index(0).data(PlanListModel::EntryRole).value<PlanListModel::Entry>());
                      },
                      [&models, mayLook] { return !mayLook() || models.planDesk.state() == PlanDesk::State::Ready; }});
    picture(QStringLiteral("plans"), [this, mayLook]() -> QWidget * { return mayLook() ? &m_program.window() : nullptr; });
    m_legs.push_back({QStringLiteral("drawing a house"), [this, &models, mayLook] {
                          if (!mayLook())
                              return;
                          models.designDesk.start(stockTemplate(TemplateKind::Proscenium));
                          models.designDesk.document().select({models.designDesk.document().design().elements().at(1).id});
                          m_program.navigator().goTo(Page::Designer);
                      },
                      [&models, mayLook] { return !mayLook() || models.designDesk.checks().isCurrent(); }});
    picture(QStringLiteral("designer"), [this, mayLook]() -> QWidget * { return mayLook() ? &m_program.window() : nullptr; });
    m_legs.push_back({QStringLiteral("leaving it"), [&models] { models.designDesk.close(); }, [] { return true; }});
}

// The programme, for the same.
void PictureTour::planProgramme()
{
    Models &models = m_program.models();
    const auto mayLook = [&models] { return models.session.isManager(); };
    m_legs.push_back({QStringLiteral("the programme"), [this, mayLook] {
                          if (mayLook())
                              m_program.navigator().goTo(Page::Programme);
                      },
                      [&models, mayLook] { return !mayLook() || models.eventDesk.programme().rowCount() > 0; }});
    m_legs.push_back({QStringLiteral("an event of it"), [&models, mayLook] {
                          if (mayLook())
                              models.eventDesk.open(models.eventDesk.programme().row(0).id);
                      },
                      [&models, mayLook] { return !mayLook() || models.eventDesk.state() == EventDesk::State::Editing; }});
    picture(QStringLiteral("programme"), [this, mayLook]() -> QWidget * { return mayLook() ? &m_program.window() : nullptr; });
}

// What it looks like when there is no server: nobody serves on port 9 of this computer.
void PictureTour::planOffline()
{
    const auto window = [this]() -> QWidget * { return &m_program.window(); };
    m_legs.push_back({QStringLiteral("a server that is not there"), [this] { m_program.models().session.openServer(QUrl(QStringLiteral("ws://127.0.0.1:9/rpc"))); },
                      [this] { return m_program.models().connection.status().error.has_value(); }});
    picture(QStringLiteral("offline"), window);
}

void PictureTour::search(const QString &text)
{
    m_program.window().screen(Page::Events)->findChild<SearchField *>()->setText(text);
}

// The event in the other colours and from right to left, then back to the language the tour began in.
void PictureTour::planLooks()
{
    const auto window = [this]() -> QWidget * { return &m_program.window(); };
    const auto always = [] { return true; };
    m_legs.push_back({QStringLiteral("dark"), [this] { m_program.setScheme(Scheme::Dark); }, always});
    picture(QStringLiteral("event-dark"), window);
    m_legs.push_back({QStringLiteral("high contrast"), [this] { m_program.setScheme(Scheme::HighContrast); }, always});
    picture(QStringLiteral("event-high-contrast"), window);
    m_legs.push_back({QStringLiteral("dark again"), [this] { m_program.setScheme(Scheme::Dark); }, always});
    const QString own = m_program.language();
    if (Languages::available().contains(QStringLiteral("ar"))) {
        m_legs.push_back({QStringLiteral("Arabic"), [this] { m_program.setLanguage(QStringLiteral("ar")); }, always});
        picture(QStringLiteral("event-arabic"), window);
        m_legs.push_back({QStringLiteral("the language of the tour"), [this, own] { m_program.setLanguage(own); }, always});
    }
    m_legs.push_back({QStringLiteral("light"), [this] { m_program.setScheme(Scheme::Light); }, always});
}

void PictureTour::openEventOnSale()
{
    const Models &models = m_program.models();
    for (const EventSummary &event : models.events.rows()) {
        if (event.state == EventState::Published && event.start > models.clock.utcNow() && event.free >= kSeatsToHold)
            return m_program.navigator().openEvent(event.id);
    }
}

void PictureTour::tick()
{
    if (m_leg == m_legs.size()) {
        m_timer.stop();
        Q_EMIT finished(true, m_saved.join(QLatin1Char('\n')));
        return;
    }
    const Leg &leg = m_legs[m_leg];
    if (m_ticks == 0 && leg.act)
        leg.act();
    ++m_ticks;
    if (leg.reached()) {
        ++m_leg;
        m_ticks = 0;
    } else if (m_ticks > kLongestWait) {
        m_timer.stop();
        Q_EMIT finished(false, QStringLiteral("gave up at: %1").arg(leg.name));
    }
}

} // namespace parterre::ui
