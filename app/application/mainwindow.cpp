// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/mainwindow.h"

#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/toast.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr QSize kSmallest {1024, 700};
constexpr QSize kUsual {1280, 832};

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent), m_rail(new NavigationRail), m_pages(new QStackedWidget), m_banner(new MessageBanner)
{
    auto *center = new QWidget;
    auto *row = new QHBoxLayout(center);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *bannerRoom = new QVBoxLayout;
    bannerRoom->setContentsMargins(kThreeSteps, kTwoSteps, kThreeSteps, 0);
    bannerRoom->addWidget(m_banner);
    column->addLayout(bannerRoom);
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    setCentralWidget(center);
    m_toast = new Toast(center);
    m_rail->addBottomWidget(makeFoot());

    setMinimumSize(kSmallest);
    resize(kUsual);
    setWindowTitle(tr("Parterre"));
    connect(m_rail, &NavigationRail::chosen, this, [this](int id) {
        m_rail->setCurrent(static_cast<int>(m_places.value(m_page).parent.value_or(m_page)));
        Q_EMIT pageRequested(static_cast<Page>(id));
    });
    setUser({});
}

QWidget *MainWindow::makeFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);

    m_user = new QToolButton;
    m_user->setObjectName(QStringLiteral("userMenu"));
    m_user->setIcon(icon(Glyph::User));
    m_user->setIconSize({24, 24});
    m_user->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_user->setPopupMode(QToolButton::InstantPopup);
    m_user->setAutoRaise(true);
    m_user->setFocusPolicy(Qt::TabFocus);
    m_user->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *menu = new QMenu(m_user);
    m_schemes = menu->addMenu(icon(Glyph::Moon), tr("&Appearance"));
    m_languages = menu->addMenu(icon(Glyph::Globe), tr("&Language"));
    menu->addSeparator();
    m_signIn = menu->addAction(icon(Glyph::LogIn), tr("&Sign in"), this, &MainWindow::signInRequested);
    m_logOut = menu->addAction(icon(Glyph::LogOut), tr("Log &out"), this, &MainWindow::logOutRequested);
    m_user->setMenu(menu);
    column->addWidget(m_user);

    m_link = new ConnectionIndicator;
    column->addWidget(m_link);
    return foot;
}

void MainWindow::addPage(Page page, Glyph glyph, const QString &title, const QKeySequence &shortcut, QWidget *screen)
{
    m_rail->addEntry(static_cast<int>(page), glyph, title, shortcut);
    addInnerPage(page, std::nullopt, title, screen);
}

void MainWindow::addInnerPage(Page page, std::optional<Page> parent, const QString &title, QWidget *screen)
{
    m_places.insert(page, {.screen = screen, .parent = parent, .title = title});
    m_pages->addWidget(screen);
}

void MainWindow::showPage(Page page)
{
    const Place place = m_places.value(page);
    m_page = page;
    m_pages->setCurrentWidget(place.screen);
    m_rail->setCurrent(static_cast<int>(place.parent.value_or(page)));
    setWindowTitle(tr("%1 – Parterre").arg(place.title));
    place.screen->setFocus();
}

QWidget *MainWindow::screen(Page page) const
{
    return m_places.value(page).screen;
}

void MainWindow::setPageVisible(Page page, bool visible)
{
    m_rail->setEntryVisible(static_cast<int>(page), visible);
}

void MainWindow::setUser(const QString &name)
{
    const bool signedIn = !name.isEmpty();
    const QString text = signedIn ? name.simplified() : tr("Not signed in");
    constexpr int kNameWidth = 104;
    m_user->setText(withoutMnemonic(m_user->fontMetrics().elidedText(text, Qt::ElideRight, kNameWidth)));
    m_user->setAccessibleName(tr("User menu: %1").arg(text));
    m_user->setToolTip(plainToolTip(text));
    m_signIn->setVisible(!signedIn);
    m_logOut->setVisible(signedIn);
}

void MainWindow::setLink(LinkState state, const QString &server)
{
    m_link->setServer(server);
    m_link->setState(state);
}

void MainWindow::setChoices(Scheme scheme, const QString &language, const QList<std::pair<QString, QString>> &languages)
{
    m_schemes->clear();
    m_languages->clear();
    auto *schemes = new QActionGroup(m_schemes);
    for (const auto &[value, text] : {std::pair {Scheme::System, tr("Like the desktop")}, std::pair {Scheme::Light, tr("Light")},
                                      std::pair {Scheme::Dark, tr("Dark")}, std::pair {Scheme::HighContrast, tr("High contrast")}}) {
        QAction *action = m_schemes->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == scheme);
        schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = value] { Q_EMIT schemeChosen(chosen); });
    }
    auto *tongues = new QActionGroup(m_languages);
    for (const auto &[code, name] : languages) {
        QAction *action = m_languages->addAction(withoutMnemonic(name));
        action->setCheckable(true);
        action->setChecked(code == language);
        tongues->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = code] { Q_EMIT languageChosen(chosen); });
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Back || event->matches(QKeySequence::Back)) {
        Q_EMIT backRequested();
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace parterre::ui
