// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testhouse.h"

#include <QJsonArray>

namespace parterre::testing {

// A new block, as the wire has it: held back until somebody releases it.
[[nodiscard]] inline QJsonObject blockOf(const EventId &event, const QList<qint32> &places, const QString &kind = QStringLiteral("held_back"))
{
    QJsonObject block = placesOf(event, places);
    block.insert(QStringLiteral("block"), newKey());
    block.insert(QStringLiteral("kind"), kind);
    block.insert(QStringLiteral("reason"), QStringLiteral("House seats"));
    return block;
}

} // namespace parterre::testing
