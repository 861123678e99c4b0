// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingnumbers.h"

#include "backend/services/secret.h"

namespace parterre::services {

void giveNumbers(Booking &booking, Randomness &random)
{
    booking.reference = makeReadableCode(random, 2);
    for (qsizetype i = 0; i < booking.tickets.size(); ++i)
        booking.tickets[i].number = booking.reference + u'-' + QString::number(i + 1);
}

} // namespace parterre::services
