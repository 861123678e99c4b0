// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/namedkey.h"

#include <algorithm>

namespace parterre {

QString nameOf(const QString &key, const QList<NamedKey> &offered)
{
    const auto found = std::ranges::find(offered, key, &NamedKey::key);
    return found == offered.end() ? key : found->name;
}

QString keyMeant(const QString &typed, const QList<NamedKey> &offered)
{
    const QString text = typed.simplified();
    if (std::ranges::find(offered, text, &NamedKey::key) != offered.end())
        return text;
    const auto found = std::ranges::find_if(offered, [&text](const NamedKey &one) { return one.name.compare(text, Qt::CaseInsensitive) == 0; });
    return found == offered.end() ? text : found->key;
}

} // namespace parterre
