// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/attributewords.h"

#include <QCoreApplication>

namespace parterre {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SeatAttributes)
};

} // namespace

QList<AttributeName> seatAttributeNames()
{
    return {{SeatAttribute::Wheelchair, Words::tr("Wheelchair place")}, {SeatAttribute::Companion, Words::tr("Companion's seat")},
            {SeatAttribute::RestrictedView, Words::tr("Restricted view")}, {SeatAttribute::Aisle, Words::tr("At the aisle")},
            {SeatAttribute::StepFree, Words::tr("Without steps")}, {SeatAttribute::HouseSeat, Words::tr("House seat")}};
}

} // namespace parterre
