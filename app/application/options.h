// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/theme.h"
#include "shared/core/result.h"

#include <QSize>
#include <QStringList>

namespace parterre::ui {

// What the command line asks for. Empty fields leave the choice to the settings.
struct Options {
    QString server = {};
    std::optional<Scheme> scheme = {};
    QString language = {};
    QString settingsFile = {};
    // Takes pictures of every screen into this folder, then ends.
    QString screenshotFolder = {};
    std::optional<QSize> size = {}; // of the window
    QString user = {};
    QString password = {}; // from a file or the environment: a command line is readable by everybody on the machine
    bool help = false;
    bool version = false;
};

// `arguments` as in QCoreApplication::arguments(). The error's detail says, for the terminal, which value is wrong.
[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);
[[nodiscard]] QString helpText();

} // namespace parterre::ui
