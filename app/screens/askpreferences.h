// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parterre::ui {

// Steps that can be asked about first.
enum class Step { Hold, Release };

// Which steps a person wants to be asked about, and that "do not ask again" is remembered. Screens take one of these;
// the application keeps it in its settings.
class AskPreferences
{
public:
    virtual ~AskPreferences() = default;
    [[nodiscard]] virtual bool asksBefore(Step step) const = 0;
    virtual void setAsksBefore(Step step, bool ask) = 0;
};

} // namespace parterre::ui
