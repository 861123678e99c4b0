// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"

namespace parterre::ui {

// How a person wants the events listed, next time too. The screen takes one of these; the application keeps it in its
// settings.
class ListPreferences
{
public:
    virtual ~ListPreferences() = default;
    [[nodiscard]] virtual EventSort eventOrder() const = 0;
    virtual void setEventOrder(EventSort order) = 0;
    [[nodiscard]] virtual qint32 partySize() const = 0; // seats wanted at once; 0: any
    virtual void setPartySize(qint32 size) = 0;
};

} // namespace parterre::ui
