// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parterre::ui {

// Which door this computer stands at. The application keeps it in its settings.
class DoorPreferences
{
public:
    virtual ~DoorPreferences() = default;
    [[nodiscard]] virtual QString doorName() const = 0;
    virtual void setDoorName(const QString &name) = 0;
};

} // namespace parterre::ui
