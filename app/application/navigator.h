// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/mainwindow.h"
#include "app/application/models.h"
#include "app/application/settings.h"

#include <QPointer>

namespace parterre::ui {

class BookingsScreen;
class CheckoutDialog;
class DesignerScreen;
class EventListScreen;
class EventScreen;
class PlansScreen;
class ProfileScreen;
class ProgrammeScreen;
class Prompter;
class ReleasesScreen;
class SignInScreen;
class TillDesk;

// Makes the screens of one window and leads from one to the next. The only place that knows more than one screen.
class Navigator : public QObject
{
    Q_OBJECT
public:
    using Languages = QList<std::pair<QString, QString>>;

    // All of them outlive the navigator, which lives as long as its window.
    Navigator(MainWindow &window, Models &models, Settings &settings, Prompter &prompter, const Languages &languages);

    void goTo(Page page);
    void openEvent(EventId event);
    // The dialog that books the cart; null when the cart is empty.
    CheckoutDialog *startCheckout();

    [[nodiscard]] EventScreen *eventScreen() const { return m_event; }

Q_SIGNALS:
    void languageChosen(const QString &language);

private:
    void makeScreens(Prompter &prompter, const Languages &languages);
    void connectScreens();
    void connectPlans();
    void connectModels();
    void onUserChanged();
    void onStatusChanged();
    void onEntered(bool resumed);
    void onHoldsEnded(const QStringList &labels, HoldEndReason reason);
    void askForSignIn(Page returnTo);
    void sayLost();
    void openVenues();
    void leadToFirstHouse();
    void showLink();

    MainWindow &m_window;
    Models &m_models;
    Settings &m_settings;
    Prompter &m_prompter;
    TillDesk *m_till;
    SignInScreen *m_signIn = nullptr;
    EventListScreen *m_list = nullptr;
    EventScreen *m_event = nullptr;
    BookingsScreen *m_bookings = nullptr;
    ProfileScreen *m_profile = nullptr;
    PlansScreen *m_plans = nullptr;
    DesignerScreen *m_designer = nullptr;
    ProgrammeScreen *m_programme = nullptr;
    ReleasesScreen *m_releases = nullptr;
    QPointer<CheckoutDialog> m_checkout;
    QString m_unprinted; // what the printer's trouble was called last
    Page m_returnTo = Page::Events;
    bool m_linkLost = false;
    bool m_ledToFirstHouse = false;
};

} // namespace parterre::ui
