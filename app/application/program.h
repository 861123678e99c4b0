// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/languages.h"
#include "app/application/models.h"
#include "app/application/navigator.h"
#include "app/application/options.h"
#include "app/application/settings.h"
#include "app/application/theme.h"
#include "app/widgets/prompter.h"

namespace parterre::ui {

// The running program: settings, theme and language, the models with their connection, and the window, which is made
// anew when the language changes.
class Program : public QObject
{
    Q_OBJECT
public:
    // Everything outlives the program.
    Program(QApplication &application, const Options &options, net::TokenStore &tokens, const Clock &clock, IdGenerator &ids);
    ~Program() override;

    // Shows the window and goes to the server. Nothing when the address given names no server.
    [[nodiscard]] Result<void> start();

    // With the address and password of the command line, once the server has said hello.
    void signInAsAsked();

    [[nodiscard]] Models &models() { return m_models; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Navigator &navigator() { return *m_navigator; }
    void setScheme(Scheme scheme);
    void setLanguage(const QString &language);
    [[nodiscard]] QString language() const { return m_languages.current(); }

Q_SIGNALS:
    // The window is closed and the server knows.
    void finished();

private:
    void makeWindow(Page page);
    void onClosing();

    Options m_options;
    Settings m_settings;
    Theme m_theme;
    Languages m_languages;
    DialogPrompter m_prompter;
    Models m_models;
    std::unique_ptr<MainWindow> m_window;
    Navigator *m_navigator = nullptr; // of the window
    bool m_closing = false;
};

} // namespace parterre::ui
