// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QHash>

namespace parterre {

// How many models follow the map of an event over the one link: the server knows of one subscription, which ends with the
// last of them.
class MapWatches
{
public:
    void begin(const EventId &event) { ++m_watches[event]; }
    // Whether that was the last.
    [[nodiscard]] bool end(const EventId &event)
    {
        if (--m_watches[event] > 0)
            return false;
        m_watches.remove(event);
        return true;
    }

private:
    QHash<EventId, int> m_watches;
};

} // namespace parterre
