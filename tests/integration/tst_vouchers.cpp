// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/voucherrepository.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

QJsonObject money(qint64 amount)
{
    return {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}};
}

QJsonObject byVoucher(const QString &code, qint64 amount)
{
    return {{u"kind"_s, u"voucher"_s}, {u"amount"_s, money(amount)}, {u"code"_s, code}};
}

QJsonObject inCash(qint64 amount)
{
    return {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(amount)}};
}

} // namespace

// Vouchers over the wire: sold, spent by several at once, paid back to, looked up, blocked and corrected.
class VouchersTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kPrice = TestHouse::kRearPrice;

    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_clerk;

    [[nodiscard]] EventId event() const { return m_house->events().evening; }
    [[nodiscard]] WireReply issue(qint64 amount) const { return m_clerk->call(u"vouchers.issue"_s, voucherOf(amount)); }
    [[nodiscard]] QString codeOf(qint64 amount) const { return issue(amount).at(u"code"_s).toString(); }
    [[nodiscard]] qint64 balance(const QString &code) const { return m_clerk->call(u"vouchers.check"_s, {{u"code"_s, code}}).at(u"voucher.balance.amount"_s).toInteger(-1); }
    [[nodiscard]] QJsonObject saleOf(const QList<qint32> &places, const QJsonArray &payments) const
    {
        QJsonObject sale = checkoutOf(event(), places, newKey());
        sale.remove(u"payment"_s);
        return with(sale, u"payments"_s, payments);
    }
    void hold(WireClient &client, const QList<qint32> &places) const
    {
        if (!client.call(u"holds.acquire"_s, placesOf(event(), places)).ok())
            qFatal("the seats could not be held");
    }
    [[nodiscard]] static QJsonObject cancellation(const WireReply &sold) { return {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}}; }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_clerk = m_house->visitor(Role::Clerk);
    }
    // Whatever was done, the money adds up.
    void cleanup()
    {
        if (!m_house)
            return;
        storage::Database database(m_house->database());
        QVERIFY(database.open());
        QCOMPARE(*storage::VoucherRepository(database).imbalances(), 0);
        QCOMPARE(*storage::VoucherRepository(database).strays(), 0);
        QCOMPARE(*storage::BookingRepository(database).imbalances(), 0);
        QCOMPARE(*storage::BookingRepository(database).overRefunds(), 0);
        m_clerk.reset();
        m_house.reset();
    }

    void selling_isAnsweredAgainWithTheSameCode_data() { TestDatabases::addEngines(); }
    void selling_isAnsweredAgainWithTheSameCode()
    {
        const QJsonObject sale = with(voucherOf(5'000), u"note"_s, u"Raffle"_s);
        const WireReply sold = m_clerk->call(u"vouchers.issue"_s, sale);
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(sold.at(u"voucher.balance.amount"_s).toInteger(), 5'000);
        const QString code = sold.at(u"code"_s).toString();
        QCOMPARE(code.size(), 19);
        QCOMPARE(sold.at(u"voucher.lastFour"_s).toString(), code.right(4));
        QCOMPARE(m_clerk->call(u"vouchers.issue"_s, sale).result, sold.result);
        m_house->restart();
        m_clerk = m_house->visitor(Role::Clerk);
        QCOMPARE(m_clerk->call(u"vouchers.issue"_s, sale).result, sold.result);
        QCOMPARE(balance(code.toLower().replace(u'-', u' ')), 5'000);
        const auto guest = m_house->visitor();
        const WireReply seen = guest->call(u"vouchers.check"_s, {{u"code"_s, code}});
        QCOMPARE(seen.kind(), QString());
        QVERIFY(seen.at(u"voucher.note"_s).isUndefined()); // the house's own
        QCOMPARE(m_clerk->call(u"vouchers.check"_s, {{u"code"_s, code}}).at(u"voucher.note"_s).toString(), u"Raffle"_s);
    }

    void givingAway_isForManagers_data() { TestDatabases::addEngines(); }
    void givingAway_isForManagers()
    {
        const QJsonObject free = with(voucherOf(5'000), u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"complimentary"_s}, {u"amount"_s, money(5'000)}, {u"reason"_s, u"raffle"_s}}});
        QCOMPARE(m_clerk->call(u"vouchers.issue"_s, free).kind(), u"payment_not_allowed"_s);
        QCOMPARE(m_house->visitor(Role::Manager)->call(u"vouchers.issue"_s, free).kind(), QString());
        const QJsonObject byAnother = with(voucherOf(5'000), u"payments"_s, QJsonArray {byVoucher(codeOf(5'000), 5'000)});
        QCOMPARE(m_clerk->call(u"vouchers.issue"_s, byAnother).kind(), u"payment_not_allowed"_s);
        QJsonObject empty = voucherOf(0);
        QCOMPARE(m_clerk->call(u"vouchers.issue"_s, empty).kind(), u"invalid_params"_s);
        empty.remove(u"payments"_s);
        QCOMPARE(m_clerk->call(u"vouchers.issue"_s, empty).at(u"voucher.balance.amount"_s).toInteger(-1), 0);
    }

    void customers_spendAndGetItBack_data() { TestDatabases::addEngines(); }
    void customers_spendAndGetItBack()
    {
        const QString code = codeOf(kPrice + 1'000);
        const auto customer = m_house->visitor(Role::Customer);
        hold(*customer, {30});
        const QJsonObject sale = saleOf({30}, {byVoucher(code, kPrice)});
        const WireReply sold = customer->call(u"bookings.checkout"_s, sale);
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(sold.at(u"booking.payments.0.kind"_s).toString(), u"voucher"_s);
        QCOMPARE(sold.at(u"booking.payments.0.lastFour"_s).toString(), code.right(4));
        QVERIFY(!QJsonDocument(sold.result).toJson().contains(code.left(9).toLatin1()));
        QCOMPARE(customer->call(u"bookings.checkout"_s, sale).result, sold.result); // though less is left by now
        QCOMPARE(balance(code), 1'000);
        const WireReply back = customer->call(u"bookings.cancel"_s, cancellation(sold));
        QCOMPARE(back.kind(), QString());
        QCOMPARE(back.at(u"booking.payments.1.refunds"_s), sold.at(u"booking.payments.0.id"_s));
        QCOMPARE(balance(code), kPrice + 1'000);
    }

    void notEnough_saysHowMuchIsThere_andChangesNothing_data() { TestDatabases::addEngines(); }
    void notEnough_saysHowMuchIsThere_andChangesNothing()
    {
        const QString code = codeOf(1'000);
        hold(*m_clerk, {30});
        const WireReply refused = m_clerk->call(u"bookings.checkout"_s, saleOf({30}, {byVoucher(code, kPrice)}));
        QCOMPARE(refused.kind(), u"voucher_balance"_s);
        QCOMPARE(refused.data().value(u"limit"_s).toInteger(), 1'000);
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, saleOf({30}, {byVoucher(code, 1'000), inCash(kPrice - 1'000)})).kind(), QString());
        QCOMPARE(balance(code), 0);
        hold(*m_clerk, {31});
        for (const QJsonObject &part : {with(byVoucher(code, kPrice), u"lastFour"_s, u"X0TC"_s), with(inCash(kPrice), u"code"_s, code), QJsonObject {{u"kind"_s, u"voucher"_s}, {u"amount"_s, money(kPrice)}}})
            QCOMPARE(m_clerk->call(u"bookings.checkout"_s, saleOf({31}, {part})).kind(), u"invalid_params"_s);
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, saleOf({31}, {byVoucher(u"no code at all"_s, kPrice)})).kind(), u"voucher_unknown"_s);
    }

    void twoClientsAtTwoServers_spendItOnce_data() { TestDatabases::addEngines(); }
    void twoClientsAtTwoServers_spendItOnce()
    {
        constexpr int kRounds = 8;
        const auto rival = m_house->rival();
        WireClient there(TestHouse::urlOf(*rival));
        QVERIFY(there.hello().ok() && there.call(u"auth.guest"_s, {{u"name"_s, u"Rita"_s}}).ok());
        const auto here = m_house->visitor();
        for (int round = 0; round < kRounds; ++round) {
            const QString code = codeOf(kPrice);
            const qint32 seat = 40 + 2 * round;
            hold(*here, {seat});
            hold(there, {seat + 1});
            const qint64 first = here->send(u"bookings.checkout"_s, saleOf({seat}, {byVoucher(code, kPrice)}));
            const qint64 second = there.send(u"bookings.checkout"_s, saleOf({seat + 1}, {byVoucher(code, kPrice)}));
            QStringList kinds {here->await(first).kind(), there.await(second).kind()};
            kinds.sort();
            QCOMPARE(kinds, QStringList({QString(), u"voucher_balance"_s}));
            QCOMPARE(balance(code), 0);
            static_cast<void>(here->call(u"holds.release"_s, placesOf(event(), {seat}))); // of whoever lost
            static_cast<void>(there.call(u"holds.release"_s, placesOf(event(), {seat + 1})));
        }
    }

    void cash_goesToAVoucher_ifTheCounterSaysSo_data() { TestDatabases::addEngines(); }
    void cash_goesToAVoucher_ifTheCounterSaysSo()
    {
        QJsonObject empty = voucherOf(0);
        empty.remove(u"payments"_s);
        const QString code = m_clerk->call(u"vouchers.issue"_s, empty).at(u"code"_s).toString();
        const auto customer = m_house->visitor(Role::Customer);
        hold(*customer, {30});
        const WireReply sold = customer->call(u"bookings.checkout"_s, checkoutOf(event(), {30}, newKey()));
        const QJsonObject toVoucher = with(cancellation(sold), u"refundToVoucher"_s, code);
        QCOMPARE(customer->call(u"bookings.cancel"_s, toVoucher).kind(), u"payment_not_allowed"_s);
        const WireReply back = m_clerk->call(u"bookings.cancel"_s, toVoucher);
        QCOMPARE(back.kind(), QString());
        QCOMPARE(back.at(u"booking.payments.1.kind"_s).toString(), u"voucher"_s);
        QCOMPARE(back.at(u"booking.payments.1.refunds"_s), sold.at(u"booking.payments.0.id"_s));
        QCOMPARE(balance(code), kPrice);
        QCOMPARE(m_clerk->call(u"bookings.cancel"_s, toVoucher).result, back.result);
        QCOMPARE(balance(code), kPrice);
    }

    void guessing_getsSlower_data() { TestDatabases::addEngines(); }
    void guessing_getsSlower()
    {
        const QString code = codeOf(1'000);
        const auto guest = m_house->visitor();
        const auto guess = [&] { return guest->call(u"vouchers.check"_s, {{u"code"_s, u"0000-0000-0000-0000"_s}}).kind(); };
        for (int n = 0; n < 20; ++n)
            QCOMPARE(guest->call(u"vouchers.check"_s, {{u"code"_s, u"0000-0000-0000-0001"_s}}).kind(), u"voucher_unknown"_s); // mistyped
        for (int n = 0; n < 5; ++n)
            QCOMPARE(guess(), u"voucher_unknown"_s);
        QCOMPARE(guess(), u"rate_limited"_s);
        QCOMPARE(guest->call(u"vouchers.check"_s, {{u"code"_s, code}}).kind(), u"rate_limited"_s);
        QCOMPARE(balance(code), 1'000); // others are not slowed down
    }

    void managers_blockAndCorrect_everythingIsNoted_data() { TestDatabases::addEngines(); }
    void managers_blockAndCorrect_everythingIsNoted()
    {
        const WireReply issued = issue(1'000);
        const QJsonValue id = issued.at(u"voucher.id"_s);
        const QString code = issued.at(u"code"_s).toString();
        const auto manager = m_house->visitor(Role::Manager);
        const QJsonObject named {{u"voucher"_s, id}, {u"reason"_s, u"lost"_s}};
        QCOMPARE(manager->call(u"vouchers.block"_s, named).at(u"voucher.state"_s).toString(), u"blocked"_s);
        // The counter reads why, who has it does not.
        QCOMPARE(m_clerk->call(u"vouchers.check"_s, {{u"code"_s, code}}).at(u"voucher.blockReason"_s).toString(), u"lost"_s);
        QCOMPARE(m_clerk->call(u"vouchers.list"_s, {{u"text"_s, code}}).at(u"vouchers.0.blockReason"_s).toString(), u"lost"_s);
        const WireReply checked = m_house->visitor()->call(u"vouchers.check"_s, {{u"code"_s, code}});
        QVERIFY(checked.ok() && checked.at(u"voucher.blockReason"_s).isUndefined());
        hold(*m_clerk, {30});
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, saleOf({30}, {byVoucher(code, 1'000), inCash(kPrice - 1'000)})).kind(), u"voucher_blocked"_s);
        QCOMPARE(manager->call(u"vouchers.unblock"_s, named).at(u"voucher.state"_s).toString(), u"active"_s);
        const QJsonObject adjustment {{u"voucher"_s, id}, {u"key"_s, newKey()}, {u"amount"_s, -250}, {u"reason"_s, u"mistyped"_s}};
        QCOMPARE(manager->call(u"vouchers.adjust"_s, adjustment).at(u"voucher.balance.amount"_s).toInteger(), 750);
        QCOMPARE(manager->call(u"vouchers.adjust"_s, adjustment).at(u"voucher.balance.amount"_s).toInteger(), 750);
        QCOMPARE(manager->call(u"vouchers.adjust"_s, with(with(adjustment, u"key"_s, newKey()), u"amount"_s, 0)).kind(), u"invalid_params"_s);
        const QJsonArray movements = manager->call(u"vouchers.get"_s, {{u"voucher"_s, id}}).at(u"movements"_s).toArray();
        QCOMPARE(movements.size(), 4); // with being blocked, and let pay again
        QCOMPARE(movements.at(0)[u"amount"_s].toInteger(), -250);
        QCOMPARE(movements.at(0)[u"reason"_s].toString(), u"mistyped"_s);
        const QJsonArray found = m_clerk->call(u"vouchers.list"_s, {{u"text"_s, code}}).at(u"vouchers"_s).toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.at(0)[u"id"_s], id);
    }
};

QTEST_GUILESS_MAIN(VouchersTest)
#include "tst_vouchers.moc"
