// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/rollprint.h"

#include <QString>

namespace parterre::ui {

// The receipt printer of this desk, and what it is for.
struct PrinterSetup {
    QString address = {};         // host and port, or a device; empty: there is none
    RollWidth width = RollWidth::Wide;
    bool opensDrawer = true;      // when cash is paid or given back in a sale
    bool printsSales = false;     // the tickets of each sale, without being asked
    bool withReceipt = true;      // after them

    friend bool operator==(const PrinterSetup &, const PrinterSetup &) = default;
};

// The application keeps it in its settings.
class PrinterPreferences
{
public:
    virtual ~PrinterPreferences() = default;
    [[nodiscard]] virtual PrinterSetup printer() const = 0;
    virtual void setPrinter(const PrinterSetup &setup) = 0;
};

} // namespace parterre::ui
