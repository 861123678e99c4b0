// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/theme.h"
#include "app/widgets/connectionindicator.h"

#include <QHash>
#include <QMainWindow>

#include <optional>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace parterre::ui {

class MessageBanner;
class NavigationRail;
class Toast;

// Where one can be.
enum class Page { SignIn, Events, Event, Bookings, Profile, Plans, Designer, Door, Programme, Vouchers, Releases };

// The frame around the screens: navigation at the edge, connection and user below it, messages on top, one screen at a
// time in the middle. Knows no screen and decides nothing: it says what was asked for, the Navigator acts.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);

    // Pages with an entry in the navigation, in order.
    void addPage(Page page, Glyph glyph, const QString &title, const QKeySequence &shortcut, QWidget *screen);
    // A page one gets to from another, which stays marked meanwhile.
    void addInnerPage(Page page, std::optional<Page> parent, const QString &title, QWidget *screen);
    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] QWidget *screen(Page page) const;
    void setPageVisible(Page page, bool visible); // in the navigation

    void setUser(const QString &name); // empty: nobody is signed in
    void setLink(LinkState state, const QString &server);
    void setChoices(Scheme scheme, const QString &language, const QList<std::pair<QString, QString>> &languages);

    [[nodiscard]] MessageBanner *banner() const { return m_banner; }
    [[nodiscard]] Toast *toast() const { return m_toast; }

Q_SIGNALS:
    void pageRequested(Page page);
    void backRequested();
    void schemeChosen(Scheme scheme);
    void languageChosen(const QString &language);
    void signInRequested();
    void logOutRequested();
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFoot();

    struct Place {
        QWidget *screen = nullptr;
        std::optional<Page> parent = {};
        QString title = {};
    };
    NavigationRail *m_rail;
    QStackedWidget *m_pages;
    MessageBanner *m_banner;
    Toast *m_toast;
    ConnectionIndicator *m_link = nullptr;
    QToolButton *m_user = nullptr;
    QMenu *m_schemes = nullptr;
    QMenu *m_languages = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_logOut = nullptr;
    QHash<Page, Place> m_places;
    Page m_page = Page::SignIn;
};

} // namespace parterre::ui
