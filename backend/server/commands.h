// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace parterre::server {

// The commands of parterre-server, one file each. They get the words after their name and return the exit status:
// 0 done, 1 failed, 2 called wrongly.
int serve(const QStringList &arguments);
int planCommand(const QStringList &arguments);
int eventCommand(const QStringList &arguments);
int showtimesCommand(const QStringList &arguments);
int userCommand(const QStringList &arguments);
int demoCommand(const QStringList &arguments);
int verify(const QStringList &arguments);

} // namespace parterre::server
