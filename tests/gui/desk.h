// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/navigator.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/prompter.h"
#include "tests/support/testhouse.h"

#include <QTemporaryDir>
#include <QTest>

namespace parterre::testing {

// Answers at once, as told, and remembers what it was asked.
class ScriptedPrompter final : public ui::Prompter
{
public:
    void ask(QWidget *, const ui::Question &question, std::function<void(ui::Answer)> answered) override
    {
        asked.append(question);
        answered(answer);
    }

    QList<ui::Question> asked;
    ui::Answer answer {.yes = true};
};

// One box-office window with everything behind it, at a real server: what the program is made of, with dialogs that
// answer themselves and settings in a folder of their own. The theme is the test's.
class Desk
{
public:
    explicit Desk(const TestHouse &house);
    ~Desk();

    // Shows the window and goes to the server; true when connected.
    [[nodiscard]] bool open();
    // Signs in through the model; true when the event list is there.
    [[nodiscard]] bool openAs(Role role);
    // Opens an event; true when its map is there.
    [[nodiscard]] bool openEvent(EventId event);
    // Puts the keyboard focus on a seat and presses Enter.
    void pressSeat(qint32 seat);

    [[nodiscard]] ui::MessageBanner *banner() const; // of the page shown
    template<class Screen>
    [[nodiscard]] Screen *screen(ui::Page page) const { return static_cast<Screen *>(window->screen(page)); }

    const TestHouse &house;
    QTemporaryDir folder;
    SystemClock clock;
    UuidV7Generator ids;
    net::MemoryTokenStore tokens;
    ui::Settings settings;
    ScriptedPrompter prompter;
    ui::Models models;
    std::unique_ptr<ui::MainWindow> window;
    ui::Navigator *navigator;
};

// Whether any text to be seen has these words.
[[nodiscard]] bool shows(const QWidget &window, const QString &words);
// Types into whatever has the focus.
void type(QWidget &window, const QString &text);
void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

} // namespace parterre::testing
