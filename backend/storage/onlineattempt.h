// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/repositories/onlinepaymentrepository.h"

namespace parterre::storage {

// A reservation of before is to be paid over the internet.
struct OnlineAttemptWrite {
    StoredOnlinePayment fresh = {};          // of all of its total; until when it can be paid is decided here
    QString key = {};                        // whose actor begins it
    QByteArray requestHash = {};             // SHA-256 of what was asked for
    std::chrono::milliseconds grace {};      // so much earlier than the reservation it ends
    std::chrono::milliseconds least {};      // with less time than that it is not begun
    Instant nextLook = {};
    AuditContext audit = {};
    Instant now = {};
};

// Writes down that a reservation is to be paid online, within the caller's transaction, with the booking locked. What ends then is
// the payment alone. A repetition, and whoever asks while it is under way already, gets the attempt that there is.
class OnlineAttempt
{
public:
    OnlineAttempt(Database &database, const OnlineAttemptWrite &write) : m_database(database), m_write(write) {}

    // NotFound, KeyReused, NotReserved, ReservationEnded, AlreadyCancelled; PriceChanged: it costs something else by now; TooLateOnline.
    [[nodiscard]] Result<StoredOnlinePayment> write();

private:
    [[nodiscard]] Result<void> keep();

    Database &m_database;
    const OnlineAttemptWrite &m_write;
};

} // namespace parterre::storage
