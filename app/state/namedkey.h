// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace parterre {

// A ticket type or a category, as programs know it and as people read it. Where several are offered, no two read alike.
struct NamedKey {
    QString key = {};
    QString name = {};

    friend bool operator==(const NamedKey &, const NamedKey &) = default;
};

// How people read the key: as it is, when nobody offers it.
[[nodiscard]] QString nameOf(const QString &key, const QList<NamedKey> &offered);
// What somebody means who types this: a name, in any case, or a key, offered or not.
[[nodiscard]] QString keyMeant(const QString &typed, const QList<NamedKey> &offered);

} // namespace parterre
