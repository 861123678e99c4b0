// SPDX-License-Identifier: GPL-3.0-or-later
#include "seasonmoney.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"

#include <QHash>
#include <QJsonArray>

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

template<class T>
T orDie(const Result<T> &result)
{
    if (!result)
        qFatal("the season's database: %s", qPrintable(result.error().detail));
    return *result;
}

// What became of one payment: at the bank, and here.
struct Account {
    qint64 received = 0;
    qint64 sentBack = 0;
    qint64 booked = 0;     // less what the booking gave back
    qint64 unmatched = 0;
    bool isBooked = false;
};

void addBooking(QHash<QString, Account> &accounts, const Booking &booking)
{
    QHash<PaymentId, QString> intents;
    for (const Payment &payment : booking.payments) {
        if (payment.kind != PaymentKind::Online)
            continue;
        const bool isRefund = payment.direction == PaymentDirection::Refund;
        if (!isRefund)
            intents.insert(payment.id, *payment.reference);
        Account &account = accounts[intents.value(isRefund ? *payment.refunds : payment.id)];
        account.booked += isRefund ? -payment.amount.amount : payment.amount.amount;
        account.isBooked = true;
    }
}

int countLate(const storage::DatabaseConfig &config)
{
    constexpr qint32 kAtOnce = 1'000;
    storage::Database database(config);
    if (!database.open())
        qFatal("the season's database cannot be opened");
    int late = 0;
    for (qint64 after = 0;;) {
        const QList<storage::AuditRow> rows = orDie(storage::AuditRepository(database).list(after, kAtOnce));
        for (const storage::AuditRow &row : rows)
            late += row.event.action == "booking.paid_late"_L1 ? 1 : 0;
        if (rows.size() < kAtOnce)
            return late;
        after = rows.constLast().sequence;
    }
}

} // namespace

void letAnHourPass(const storage::DatabaseConfig &config)
{
    storage::Database database(config);
    const QString hour = config.engine == storage::Engine::Sqlite ? u"3600000"_s : u"interval '1 hour'"_s;
    const QStringList changes {u"UPDATE bookings SET pay_until = pay_until - %1 WHERE state = 'reserved' AND id IN (SELECT booking FROM online_payments WHERE state IN ('creating', 'pending'))"_s,
                               u"UPDATE online_payments SET pay_until = pay_until - %1, next_look = next_look - %1"_s,
                               u"UPDATE online_refunds SET next_look = next_look - %1"_s};
    const Result<void> passed = database.open() ? database.transact([&]() -> Result<void> {
        for (const QString &change : changes) {
            if (Result<void> changed = database.runMigrationStatement(change.arg(hour)); !changed)
                return changed;
        }
        return {};
    }) : ErrorCode::StorageUnavailable;
    if (!passed)
        qFatal("no hour passed: %s", qPrintable(passed.error().detail));
}

bool isAllHeard(const storage::DatabaseConfig &config)
{
    storage::Database database(config);
    const Instant later = SystemClock().utcNow() + std::chrono::hours(24);
    storage::OnlinePaymentRepository payments(database);
    return database.open() && orDie(payments.duePayments(later, 1)).isEmpty() && orDie(payments.dueRefunds(later, 1)).isEmpty();
}

QString SeasonMoney::words() const
{
    return u"%1 payments online booked, %2 of them late for the same seats, %3 sent back, %4 unmatched, %5 never came"_s.arg(booked).arg(late).arg(sentBack).arg(unmatched).arg(unpaid);
}

SeasonMoney countMoney(const StripeDouble &stripe, const std::map<BookingId, Booking> &bookings, const QJsonArray &unmatched, const storage::DatabaseConfig &config)
{
    SeasonMoney money {.late = countLate(config), .unmatched = static_cast<int>(unmatched.size())};
    QHash<QString, Account> accounts;
    for (const auto &[id, booking] : bookings)
        addBooking(accounts, booking);
    for (const QJsonValue &amount : unmatched)
        accounts[amount[u"intent"_s].toString()].unmatched += amount[u"amount"_s][u"amount"_s].toInteger();
    for (const QJsonObject &refund : stripe.refunds()) {
        if (refund.value("status"_L1).toString() != "failed"_L1)
            accounts[refund.value("payment_intent"_L1).toString()].sentBack += refund.value("amount"_L1).toInteger();
    }
    for (const QJsonObject &intent : stripe.intents())
        accounts[intent.value("id"_L1).toString()].received = intent.value("amount_received"_L1).toInteger();
    for (auto account = accounts.cbegin(); account != accounts.cend(); ++account) {
        if (account->received - account->sentBack != account->booked + account->unmatched)
            money.wrong.append(u"%1: %2 came, %3 went back, %4 are booked and %5 unmatched"_s.arg(account.key()).arg(account->received).arg(account->sentBack).arg(account->booked).arg(account->unmatched));
        money.booked += account->isBooked ? 1 : 0;
        money.sentBack += !account->isBooked && account->sentBack > 0 ? 1 : 0;
        money.unpaid += account->received == 0 ? 1 : 0;
    }
    return money;
}

} // namespace parterre::testing
