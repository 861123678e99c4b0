// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace parterre::architecture {

struct Finding {
    QString file;
    int line = 0;
    QString what;
};

// Header name as it is included ("QString") -> the Qt module that has it ("QtCore").
using QtHeaders = QHash<QString, QString>;

// Each rule looks at one file: its path from the project's root, and its text.
QList<Finding> checkIncludes(const QString &path, const QString &text, const QtHeaders &qtHeaders);
QList<Finding> checkSize(const QString &path, const QString &text);
QList<Finding> checkPreamble(const QString &path, const QString &text);
QList<Finding> checkMarkers(const QString &path, const QString &text);
QList<Finding> checkSqlText(const QString &path, const QString &text);
QList<Finding> checkNestedLoops(const QString &path, const QString &text);

// What a room's library links, directly or through others, may only be what it and the rooms behind it may include.
QList<Finding> checkLinks(const QString &room, const QStringList &linked);

// The rooms as folders, e.g. "backend/ledger".
QStringList rooms();

} // namespace parterre::architecture
