// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/program.h"

#include "app/net/serveraddress.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

namespace parterre::ui {

Program::Program(QApplication &application, const Options &options, net::TokenStore &tokens, const Clock &clock, IdGenerator &ids)
    : m_options(options), m_settings(options.settingsFile), m_theme(application), m_languages(application),
      m_models(clock, ids, tokens, QStandardPaths::writableLocation(QStandardPaths::CacheLocation),
               QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
{
    m_theme.apply(options.scheme.value_or(m_settings.scheme()));
    m_languages.apply(options.language.isEmpty() ? m_settings.language() : options.language);
    if (!options.server.isEmpty())
        m_settings.setServer(options.server);
    if (!options.user.isEmpty())
        m_settings.setEmail(options.user);
    m_models.connection.setIntroduction(QStringLiteral("parterre/" PARTERRE_VERSION), m_languages.current());
    connect(&m_models.session, &SessionModel::visitEnded, this, [this] {
        if (m_closing)
            Q_EMIT finished();
    });
    makeWindow(Page::SignIn);
}

Program::~Program() = default;

Result<void> Program::start()
{
    const auto url = net::serverUrl(m_settings.server());
    m_window->show();
    if (!url)
        return url.error();
    if (!m_options.user.isEmpty() && !m_options.password.isEmpty()) {
        // A tour of pictures begins with the page for signing in, and says itself when it has seen it.
        if (m_options.screenshotFolder.isEmpty())
            connect(&m_models.session, &SessionModel::entered, this, &Program::signInAsAsked, Qt::SingleShotConnection);
        m_models.session.openServer(*url);
    } else {
        m_models.session.openServer(*url, m_settings.staySignedIn() ? m_settings.email() : QString());
    }
    return {};
}

void Program::signInAsAsked()
{
    if (!m_models.session.isSignedIn())
        m_models.session.signIn(m_options.user, m_options.password, false);
}

void Program::makeWindow(Page page)
{
    QByteArray geometry = m_settings.windowGeometry();
    const bool shown = m_window && m_window->isVisible();
    if (m_window)
        geometry = m_window->saveGeometry();
    Navigator::Languages languages;
    for (const QString &code : Languages::available())
        languages.append({code, Languages::nativeName(code)});

    auto window = std::make_unique<MainWindow>();
    window->setChoices(m_theme.scheme(), m_languages.current(), languages);
    m_navigator = new Navigator(*window, m_models, m_settings, m_prompter, languages);
    window->showPage(page);
    window->restoreGeometry(geometry);
    if (m_options.size && !m_window)
        window->resize(*m_options.size);
    connect(window.get(), &MainWindow::schemeChosen, this, &Program::setScheme);
    // The window must not go while it is still telling.
    connect(window.get(), &MainWindow::languageChosen, this, &Program::setLanguage, Qt::QueuedConnection);
    connect(m_navigator, &Navigator::languageChosen, this, &Program::setLanguage, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::closing, this, &Program::onClosing);
    m_window.swap(window);
    if (shown)
        m_window->show();
}

void Program::setScheme(Scheme scheme)
{
    m_theme.apply(scheme);
    m_settings.setScheme(scheme);
}

void Program::setLanguage(const QString &language)
{
    m_settings.setLanguage(language);
    if (language == m_languages.current())
        return;
    m_languages.apply(language);
    makeWindow(m_window->page());
}

void Program::onClosing()
{
    m_settings.setWindowGeometry(m_window->saveGeometry());
    m_closing = true;
    m_models.session.endVisit();
}

} // namespace parterre::ui
