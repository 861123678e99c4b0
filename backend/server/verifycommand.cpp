// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/voucherrepository.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"

namespace parterre::server {

namespace {

// What to end with, if something is wrong.
std::optional<int> verifyVouchers(storage::Database &database)
{
    const Result<qint64> imbalances = storage::VoucherRepository(database).imbalances();
    if (!imbalances)
        return fail(imbalances.error());
    if (*imbalances > 0) {
        complain(QStringLiteral("the money of %1 vouchers does not add up: what is left is not the sum of what moved, or they were issued for something else than was paid").arg(*imbalances));
        return 1;
    }
    const Result<qint64> strays = storage::VoucherRepository(database).strays();
    if (!strays)
        return fail(strays.error());
    if (*strays > 0) {
        complain(QStringLiteral("%1 payments by voucher and movements of vouchers do not belong together").arg(*strays));
        return 1;
    }
    return std::nullopt;
}

} // namespace

int verify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Checks that no row of the audit log was altered, removed or put in between, that what sales refer to is there, and that their money adds up."));
    addSettings(parser, {QStringLiteral("data"), QStringLiteral("database")});
    if (const auto status = parse(parser, QStringLiteral("verify"), arguments))
        return *status;
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());
    const SystemClock clock;
    auto database = openDatabase(*config, clock);
    if (!database)
        return fail(database.error());
    const Result<storage::AuditVerdict> verdict = storage::AuditRepository(**database).verify();
    if (!verdict)
        return fail(verdict.error());
    if (verdict->firstBad) {
        complain(QStringLiteral("the audit log was changed at row %1; %2 rows before it are in order").arg(*verdict->firstBad).arg(verdict->rows));
        return 1;
    }
    const Result<qint64> strays = storage::BookingRepository(**database).strays();
    if (!strays)
        return fail(strays.error());
    if (*strays > 0) {
        complain(QStringLiteral("%1 rows of sales refer to a booking, an event or an account that is not there").arg(*strays));
        return 1;
    }
    const Result<qint64> imbalances = storage::BookingRepository(**database).imbalances();
    if (!imbalances)
        return fail(imbalances.error());
    if (*imbalances > 0) {
        complain(QStringLiteral("the money of %1 bookings does not add up: tickets that nobody gave back, charges and what is owed are not what was paid less what was refunded").arg(*imbalances));
        return 1;
    }
    const Result<qint64> overRefunds = storage::BookingRepository(**database).overRefunds();
    if (!overRefunds)
        return fail(overRefunds.error());
    if (*overRefunds > 0) {
        complain(QStringLiteral("more went back than came by %1 ways of paying").arg(*overRefunds));
        return 1;
    }
    if (const auto status = verifyVouchers(**database))
        return *status;
    const Result<qint64> online = storage::OnlinePaymentRepository(**database).imbalances();
    if (!online)
        return fail(online.error());
    if (*online > 0) {
        complain(QStringLiteral("%1 payments or refunds online are not what the bookings say").arg(*online));
        return 1;
    }
    const Result<qint64> miscounts = storage::BookingRepository(**database).miscounts();
    if (!miscounts)
        return fail(miscounts.error());
    if (*miscounts > 0) {
        complain(QStringLiteral("the uses of %1 codes are miscounted").arg(*miscounts));
        return 1;
    }
    say(QStringLiteral("%1 audit rows, all in order; all that sales refer to is there, and their money adds up").arg(verdict->rows));
    return 0;
}

} // namespace parterre::server
