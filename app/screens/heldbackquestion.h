// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace parterre::ui {

class Prompter;

// Nothing of what the house holds back is held without this question, whatever a person does not want to be asked any more.
// `label` of a seat with the block's reason, or of an area of which some places are held back.
void askAboutHeldBack(QWidget *parent, Prompter &prompter, const QString &label, const QString &reason, const std::function<void()> &agreed);

} // namespace parterre::ui
