// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace parterre::ui {

// A question with two answers, or three.
struct Question {
    QString title = {};
    QString text = {};
    QString yes = {};             // the verb of what happens: "Cancel booking"
    QString no = {};              // empty: "Back"
    QString other = {};           // another way to do it, which asks for more: "To a voucher…"; empty: none
    bool dangerous = false;       // then "no" is the default
    QString dontAskAgain = {};    // caption of the box to tick; empty: no box
};

struct Answer {
    bool yes = false;
    bool dontAskAgain = false;
    bool other = false;           // instead of yes
};

// Asks people. Never blocks: the answer comes later through the function, or never when `parent` goes first. Screens
// take one of these, so that tests answer without a window.
class Prompter
{
public:
    virtual ~Prompter() = default;
    virtual void ask(QWidget *parent, const Question &question, std::function<void(Answer)> answered) = 0;
};

// Asks with a window of its own, modal to the parent's window.
class DialogPrompter final : public Prompter
{
public:
    void ask(QWidget *parent, const Question &question, std::function<void(Answer)> answered) override;
};

} // namespace parterre::ui
