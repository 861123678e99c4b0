// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desk.h"

#include "app/widgets/messagebanner.h"

#include <QLabel>

namespace parterre::testing {

Desk::Desk(const TestHouse &theHouse)
    : house(theHouse), ids(clock), settings(folder.filePath(QStringLiteral("parterre.ini"))),
      models(clock, ids, tokens, folder.path(), folder.path()), window(std::make_unique<ui::MainWindow>()),
      navigator(new ui::Navigator(*window, models, settings, prompter, {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}}))
{
    window->showPage(ui::Page::SignIn);
}

Desk::~Desk() = default;

bool Desk::open()
{
    window->show();
    models.session.openServer(house.url());
    return QTest::qWaitForWindowActive(window.get()) && QTest::qWaitFor([this] { return models.session.isConnected(); }, 20'000);
}

bool Desk::openAs(Role role)
{
    if (!open())
        return false;
    if (role == Role::Guest)
        models.session.continueAsGuest(QStringLiteral("Gus Guest"));
    else
        models.session.signIn(TestHouse::emailOf(role), TestHouse::passwordOf(role), false);
    return QTest::qWaitFor([this] { return models.session.isSignedIn() && models.events.loadState() == LoadState::Ready && window->page() == ui::Page::Events; }, 20'000);
}

bool Desk::openEvent(EventId event)
{
    navigator->openEvent(event);
    auto *map = window->screen(ui::Page::Event)->findChild<SeatMapView *>();
    return QTest::qWaitFor([this, map] { return models.event.state() == EventModel::State::Ready && models.event.isLive() && map->hasFocus(); }, 20'000);
}

void Desk::pressSeat(qint32 seat)
{
    auto *map = window->screen(ui::Page::Event)->findChild<SeatMapView *>();
    map->setFocusedSeat(seat);
    QTest::keyClick(map, Qt::Key_Return);
}

ui::MessageBanner *Desk::banner() const
{
    return window->screen(window->page())->findChild<ui::MessageBanner *>();
}

bool shows(const QWidget &window, const QString &words)
{
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void type(QWidget &window, const QString &text)
{
    QVERIFY(window.focusWidget());
    QTest::keyClicks(window.focusWidget(), text);
}

void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(window.focusWidget());
    QTest::keyClick(window.focusWidget(), key, modifiers);
}

} // namespace parterre::testing
