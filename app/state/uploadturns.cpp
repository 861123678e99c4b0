// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/uploadturns.h"

#include <algorithm>

namespace parterre {

void UploadTurns::enter(const QObject *who, std::function<void()> go)
{
    m_line.append({who, std::move(go)});
    if (m_line.size() == 1)
        goFirst();
}

void UploadTurns::leave(const QObject *who)
{
    const auto place = std::ranges::find(m_line, who, &Place::who);
    if (place == m_line.end())
        return;
    const bool wasFirst = place == m_line.begin();
    m_line.erase(place);
    if (wasFirst && !m_line.isEmpty())
        goFirst();
}

void UploadTurns::goFirst()
{
    const std::function<void()> go = m_line.constFirst().go; // who goes may leave at once
    go();
}

} // namespace parterre
