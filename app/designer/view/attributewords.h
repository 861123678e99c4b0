// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QList>
#include <QString>

namespace parterre {

struct AttributeName {
    SeatAttribute attribute;
    QString name;
};

// What is said of seats, in the words of who draws them.
[[nodiscard]] QList<AttributeName> seatAttributeNames();

} // namespace parterre
