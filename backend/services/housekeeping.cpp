// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/housekeeping.h"

#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/tokenrepository.h"
#include "backend/storage/repositories/voucherrepository.h"
#include "backend/storage/storage.h"

#include <QLoggingCategory>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcHousekeeping, "parterre.housekeeping")

constexpr std::chrono::hours kKeyLife {24};
constexpr std::chrono::hours kPeriod {1};

}

Housekeeping::Housekeeping(storage::Storage &storage, const Clock &clock, QObject *parent) : QObject(parent), m_storage(storage), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &Housekeeping::tidy);
    m_timer.start(kPeriod);
    tidy();
}

void Housekeeping::tidy()
{
    m_storage.write(this, [now = m_clock.utcNow()](storage::Database &database) -> Result<qint64> {
        const Result<qint64> keys = storage::BookingRepository(database).removeKeysBefore(now - kKeyLife);
        if (!keys)
            return keys;
        const Result<qint64> codes = storage::VoucherRepository(database).removeKeysBefore(now - kKeyLife);
        return codes ? storage::TokenRepository(database).removeExpired(now) : codes;
    }, [](const Result<qint64> &tidied) {
        if (!tidied)
            qCWarning(lcHousekeeping) << "old keys and tokens could not be removed:" << tidied.error().detail;
    });
}

} // namespace parterre::services
