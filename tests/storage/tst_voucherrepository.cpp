// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/voucherrepository.h"
#include "tests/storage/storageharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Vouchers that are issued, spent and paid back to, through Storage, looked at through a second connection.
class VoucherRepositoryTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kPrice = 2'000; // of every seat

    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    DatabaseConfig m_config;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    VoucherRepository vouchers() { return VoucherRepository(m_harness->database()); }
    Booking stored(const Booking &booking) { return BookingRepository(m_harness->database()).get(booking.id)->booking; }
    static QString hashOf(const QString &code) { return u"hash of "_s + code; }
    VoucherIssue issueOf(const QString &code, qint64 amount)
    {
        VoucherIssue write {.id = m_ids.make<VoucherId>(), .code = code, .codeHash = hashOf(code), .amount = {amount, {}}, .actor = m_house.clerk, .key = u"issue "_s + code,
                            .requestHash = code.toUtf8(), .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}};
        if (amount > 0)
            write.payments = {{.id = m_ids.make<PaymentId>(), .amount = {amount, {}}, .tendered = Money {amount, {}}, .change = Money {}, .at = m_clock.utcNow()}};
        return write;
    }
    Result<IssuedVoucher> issued(const VoucherIssue &write)
    {
        return m_harness->database().transact([&] { return vouchers().issue(write); });
    }
    VoucherId issue(const QString &code, qint64 amount)
    {
        const auto voucher = issued(issueOf(code, amount));
        if (!voucher)
            qFatal("%s", qPrintable(voucher.error().detail));
        return voucher->voucher.id;
    }
    Result<Voucher> adjusted(const VoucherAdjustment &write)
    {
        return m_harness->database().transact([&] { return vouchers().adjust(write); });
    }
    VoucherAdjustment adjustmentOf(const VoucherId &voucher, qint64 amount, const QString &key)
    {
        return {.voucher = voucher, .amount = amount, .reason = u"mistyped"_s, .actor = m_house.clerk, .key = key, .requestHash = key.toUtf8() + QByteArray::number(amount), .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}};
    }
    qint64 balance(const QString &code) { return vouchers().find(hashOf(code))->balance.amount; }
    // `amount` of it from the voucher, the rest in cash.
    CheckoutWrite saleOf(const QList<qint32> &places, const QString &key, const QString &code, std::optional<qint64> amount = {})
    {
        CheckoutWrite write = checkoutOf(m_house, places, key, m_ids, m_clock);
        const qint64 total = write.booking.total.amount;
        const Payment voucher {.id = m_ids.make<PaymentId>(), .kind = PaymentKind::Voucher, .amount = {amount.value_or(total), {}}, .lastFour = code.right(4), .at = m_clock.utcNow()};
        write.booking.payments = {voucher};
        if (amount.value_or(total) < total)
            write.booking.payments.prepend({.id = m_ids.make<PaymentId>(), .amount = {total - *amount, {}}, .at = m_clock.utcNow()});
        write.vouchers = {{.payment = voucher.id, .codeHash = hashOf(code)}};
        return write;
    }
    ChangeWrite cancellation(const Booking &booking, const QString &key) { return cancellationOf(m_house, booking.id, key, m_ids, m_clock); }
    QList<VoucherMovement> movements(const VoucherId &voucher) { return vouchers().movements(voucher, {}, 100)->movements; }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_config = m_databases.create(engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_config}, m_clock);
        m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
    }
    // Whatever was done.
    void cleanup()
    {
        if (!m_harness)
            return;
        QCOMPARE(*vouchers().imbalances(), 0);
        QCOMPARE(*vouchers().strays(), 0);
        BookingRepository bookings(m_harness->database());
        QCOMPARE(*bookings.imbalances(), 0);
        QCOMPARE(*bookings.overRefunds(), 0);
        QVERIFY(!AuditRepository(m_harness->database()).verify()->firstBad);
        m_harness.reset();
    }

    void issuing_isDoneOnceForAKey_andTheCodeIsForgottenWithIt_data() { TestDatabases::addEngines(); }
    void issuing_isDoneOnceForAKey_andTheCodeIsForgottenWithIt()
    {
        VoucherIssue write = issueOf(u"AAAA"_s, 5'000);
        write.expires = m_clock.utcNow() + std::chrono::hours(48);
        write.note = u"Raffle"_s;
        const auto first = issued(write);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->code, u"AAAA"_s);
        QCOMPARE(first->voucher, (Voucher {.id = write.id, .lastFour = u"AAAA"_s, .balance = {5'000, {}}, .issued = write.audit.at, .expires = write.expires, .note = u"Raffle"_s}));
        VoucherIssue again = issueOf(u"BBBB"_s, 5'000);
        again.key = write.key;
        again.requestHash = write.requestHash;
        const auto second = issued(again);
        QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
        QCOMPARE(second->code, u"AAAA"_s);
        QCOMPARE(second->voucher, first->voucher);
        again.requestHash = "another";
        QCOMPARE(issued(again).error().code, ErrorCode::KeyReused);
        QCOMPARE(vouchers().find(hashOf(u"BBBB"_s)).error().code, ErrorCode::VoucherUnknown);
        QCOMPARE(*m_harness->database().transact([&] { return vouchers().removeKeysBefore(m_clock.utcNow()); }), 0);
        QCOMPARE(*m_harness->database().transact([&] { return vouchers().removeKeysBefore(m_clock.utcNow() + std::chrono::seconds(1)); }), 1);
        const auto rows = *AuditRepository(m_harness->database()).list(0, 100);
        QCOMPARE(rows.constLast().event.action, u"voucher.issued"_s);
        QCOMPARE(rows.constLast().event.after.value(u"lastFour"_s).toString(), u"AAAA"_s);
    }

    void vouchers_areNotIssuedExpired_data() { TestDatabases::addEngines(); }
    void vouchers_areNotIssuedExpired()
    {
        VoucherIssue write = issueOf(u"AAAA"_s, 5'000);
        write.expires = m_clock.utcNow();
        QCOMPARE(issued(write).error().code, ErrorCode::InvalidParams);
    }

    void sales_takeFromTheVoucher_data() { TestDatabases::addEngines(); }
    void sales_takeFromTheVoucher()
    {
        const VoucherId voucher = issue(u"AAAA"_s, 5'000);
        const CheckoutWrite write = saleOf({4, 5}, u"a"_s, u"AAAA"_s, 3'500);
        const auto sold = m_harness->book(write);
        QVERIFY2(sold, sold ? "" : qPrintable(sold.error().detail));
        QCOMPARE(sold->booking, write.booking);
        QCOMPARE(stored(write.booking), write.booking);
        QCOMPARE(balance(u"AAAA"_s), 1'500);
        const QList<VoucherMovement> moved = movements(voucher);
        QCOMPARE(moved.size(), 2);
        QCOMPARE(moved.at(0).kind, VoucherMovementKind::Payment);
        QCOMPARE(moved.at(0).amount, -3'500);
        QCOMPARE(moved.at(0).booking, std::optional(write.booking.id));
        QCOMPARE(moved.at(0).bookingReference, std::optional(write.booking.reference));
        QVERIFY(!moved.at(0).actor.isEmpty());
        QCOMPARE(moved.at(1).kind, VoucherMovementKind::Issue);
        QVERIFY(QJsonDocument(AuditRepository(m_harness->database()).list(0, 100)->constLast().event.after).toJson().contains("\"voucher\": \"AAAA\""));
    }

    // The balance is too small by now, but it was this very sale that took it.
    void repetitions_areAnswered_thoughTheVoucherIsEmpty_data() { TestDatabases::addEngines(); }
    void repetitions_areAnswered_thoughTheVoucherIsEmpty()
    {
        issue(u"AAAA"_s, kPrice);
        const CheckoutWrite write = saleOf({4}, u"a"_s, u"AAAA"_s);
        QVERIFY(m_harness->book(write));
        const auto again = m_harness->book(saleOf({4}, u"a"_s, u"AAAA"_s));
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QVERIFY(again->replayed);
        QCOMPARE(again->booking, write.booking);
        QCOMPARE(balance(u"AAAA"_s), 0);
    }

    void refusals_changeNothing_andOthersOfTheGroupAreSold_data() { TestDatabases::addEngines(); }
    void refusals_changeNothing_andOthersOfTheGroupAreSold()
    {
        const VoucherId blocked = issue(u"BBBB"_s, 10'000);
        QVERIFY(m_harness->database().transact([&] { return vouchers().setState(blocked, VoucherState::Blocked, u"lost"_s, {.at = m_clock.utcNow(), .actor = m_house.clerk}); }));
        VoucherIssue soon = issueOf(u"EEEE"_s, 10'000);
        soon.expires = m_clock.utcNow() + std::chrono::seconds(1);
        QVERIFY(issued(soon));
        VoucherIssue dollars = issueOf(u"DDDD"_s, 10'000);
        dollars.amount.currency = *Currency::fromCode(u"USD");
        for (Payment &payment : dollars.payments)
            payment.amount.currency = dollars.amount.currency;
        QVERIFY(issued(dollars));
        issue(u"AAAA"_s, 1'999);
        m_clock.advance(std::chrono::seconds(1));
        const auto outcomes = m_harness->bookAll({saleOf({1}, u"1"_s, u"BBBB"_s), saleOf({2}, u"2"_s, u"EEEE"_s), saleOf({3}, u"3"_s, u"DDDD"_s), saleOf({4}, u"4"_s, u"AAAA"_s), saleOf({5}, u"5"_s, u"XXXX"_s),
                                                  checkoutOf(m_house, {6}, u"6"_s, m_ids, m_clock)});
        const QList<ErrorCode> expected {ErrorCode::VoucherBlocked, ErrorCode::VoucherExpired, ErrorCode::CurrencyMismatch, ErrorCode::VoucherBalance, ErrorCode::VoucherUnknown};
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QVERIFY(!outcomes.at(i));
            QCOMPARE(outcomes.at(i).error().code, expected.at(i));
        }
        QCOMPARE(outcomes.at(3).error().limit, std::optional<qint64>(1'999));
        QVERIFY(outcomes.at(5));
        QCOMPARE(*BookingRepository(m_harness->database()).liveTickets(m_house.event.summary.id), QList<qint32> {6});
        QVERIFY(m_harness->book(saleOf({4}, u"4"_s, u"AAAA"_s, 1'999))); // the key was not used
    }

    void oneGroup_neverTakesMoreThanThereIs_data() { TestDatabases::addEngines(); }
    void oneGroup_neverTakesMoreThanThereIs()
    {
        issue(u"AAAA"_s, 5'000);
        QList<CheckoutWrite> writes;
        for (int i = 0; i < 20; ++i)
            writes.append(saleOf({i}, QString::number(i), u"AAAA"_s));
        const auto outcomes = m_harness->bookAll(writes);
        QCOMPARE(std::count_if(outcomes.begin(), outcomes.end(), [](const auto &outcome) { return outcome.ok(); }), 2);
        QVERIFY(std::all_of(outcomes.begin(), outcomes.end(), [](const auto &outcome) { return outcome.ok() || outcome.error().code == ErrorCode::VoucherBalance; }));
        QCOMPARE(balance(u"AAAA"_s), 1'000);
    }

    // As no house should run it; the database is the judge.
    void twoServers_neverTakeMoreThanThereIs_data() { TestDatabases::addEngines(); }
    void twoServers_neverTakeMoreThanThereIs()
    {
        constexpr int kEach = 30;
        issue(u"AAAA"_s, 41'000); // 20 of 60
        StorageHarness other(StorageOptions {.database = m_config}, m_clock);
        int answered = 0, sold = 0;
        QObject home;
        for (int i = 0; i < kEach; ++i) {
            for (StorageHarness *server : {m_harness.get(), &other}) {
                const qint32 place = i + (server == &other ? kEach : 0);
                const CheckoutWrite write = saleOf({place}, QString::number(place), u"AAAA"_s);
                server->storage().book(write, &home, [&](const Result<CheckoutOutcome> &outcome) {
                    ++answered;
                    sold += outcome.ok() ? 1 : 0;
                    if (!outcome)
                        QCOMPARE(outcome.error().code, ErrorCode::VoucherBalance);
                });
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered, 2 * kEach, 60'000);
        QCOMPARE(sold, 20);
        QCOMPARE(balance(u"AAAA"_s), 1'000);
    }

    void refunds_goBackToTheirVoucher_evenWhenItIsBlocked_data() { TestDatabases::addEngines(); }
    void refunds_goBackToTheirVoucher_evenWhenItIsBlocked()
    {
        const VoucherId voucher = issue(u"AAAA"_s, 5'000);
        const CheckoutWrite write = saleOf({4, 5}, u"a"_s, u"AAAA"_s, 3'000); // 10.00 in cash
        QVERIFY(m_harness->book(write));
        QVERIFY(m_harness->database().transact([&] { return vouchers().setState(voucher, VoucherState::Blocked, u"lost"_s, {.at = m_clock.utcNow(), .actor = m_house.clerk}); }));
        ChangeWrite one = cancellation(write.booking, u"b"_s);
        one.givenBack = {write.booking.tickets.at(0).number};
        const auto first = m_harness->change(one);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        const Payment back = first->booking.payments.constLast();
        QCOMPARE(back, (Payment {.id = one.payment, .kind = PaymentKind::Voucher, .direction = PaymentDirection::Refund, .amount = {kPrice, {}}, .lastFour = u"AAAA"_s,
                                 .refunds = write.booking.payments.at(1).id, .at = one.now}));
        QCOMPARE(balance(u"AAAA"_s), 4'000);
        const auto rest = m_harness->change(cancellation(write.booking, u"c"_s)); // 10.00 each way
        QVERIFY2(rest, rest ? "" : qPrintable(rest.error().detail));
        QCOMPARE(rest->booking.payments.constLast().kind, PaymentKind::Cash);
        QCOMPARE(balance(u"AAAA"_s), 5'000);
        QCOMPARE(movements(voucher).constFirst().kind, VoucherMovementKind::Refund);
        QVERIFY(m_harness->change(cancellation(write.booking, u"c"_s))->replayed);
        QCOMPARE(balance(u"AAAA"_s), 5'000);
    }

    void cash_mayGoToAVoucherInstead_data() { TestDatabases::addEngines(); }
    void cash_mayGoToAVoucherInstead()
    {
        const VoucherId empty = issue(u"AAAA"_s, 0);
        const CheckoutWrite write = checkoutOf(m_house, {4, 5}, u"a"_s, m_ids, m_clock); // 40.00 in cash
        QVERIFY(m_harness->book(write));
        ChangeWrite one = cancellation(write.booking, u"b"_s);
        one.givenBack = {write.booking.tickets.at(0).number};
        one.refundToVoucher = hashOf(u"XXXX"_s);
        QCOMPARE(m_harness->change(one).error().code, ErrorCode::VoucherUnknown);
        QCOMPARE(stored(write.booking), write.booking);
        one.refundToVoucher = hashOf(u"AAAA"_s);
        const auto back = m_harness->change(one);
        QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
        QCOMPARE(back->booking.payments.constLast().kind, PaymentKind::Voucher);
        QCOMPARE(back->booking.payments.constLast().refunds, std::optional(write.booking.payments.at(0).id));
        QCOMPARE(back->booking.payments.constLast().lastFour, std::optional(u"AAAA"_s));
        QCOMPARE(balance(u"AAAA"_s), kPrice);
        QCOMPARE(movements(empty).size(), 2);
        const auto rest = m_harness->change(cancellation(write.booking, u"c"_s));
        QVERIFY2(rest, rest ? "" : qPrintable(rest.error().detail));
        QCOMPARE(rest->booking.payments.constLast().kind, PaymentKind::Cash);
        QCOMPARE(rest->booking.payments.constLast().amount.amount, kPrice);
        QCOMPARE(balance(u"AAAA"_s), kPrice);
    }

    void exchanges_arePaidByVoucher_data() { TestDatabases::addEngines(); }
    void exchanges_arePaidByVoucher()
    {
        issue(u"AAAA"_s, 3'000);
        const CheckoutWrite sold = checkoutOf(m_house, {4}, u"a"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(sold));
        ChangeWrite dearer = cancellation(sold.booking, u"b"_s);
        dearer.givenBack = {sold.booking.tickets.at(0).number};
        dearer.taken = {{.id = m_ids.make<TicketId>(), .event = m_house.event.summary.id, .place = 8, .label = u"B"_s, .category = u"stalls"_s, .ticketType = u"adult"_s, .price = {5'001, {}}}};
        const Payment voucher {.id = m_ids.make<PaymentId>(), .kind = PaymentKind::Voucher, .amount = {3'001, {}}, .lastFour = u"AAAA"_s, .at = m_clock.utcNow()};
        dearer.payments = {voucher};
        dearer.vouchers = {{.payment = voucher.id, .codeHash = hashOf(u"AAAA"_s)}};
        const auto refused = m_harness->change(dearer);
        QCOMPARE(refused.error().code, ErrorCode::VoucherBalance);
        QCOMPARE(refused.error().limit, std::optional<qint64>(3'000));
        QCOMPARE(stored(sold.booking), sold.booking);
        dearer.taken[0].price.amount = 5'000;
        dearer.payments[0].amount.amount = 3'000;
        const auto moved = m_harness->change(dearer);
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().detail));
        QCOMPARE(moved->booking.payments.mid(1), dearer.payments);
        QCOMPARE(balance(u"AAAA"_s), 0);
        QVERIFY(m_harness->change(dearer)->replayed);
    }

    void adjustments_areMadeOnce_andNeverBelowZero_data() { TestDatabases::addEngines(); }
    void adjustments_areMadeOnce_andNeverBelowZero()
    {
        const VoucherId voucher = issue(u"AAAA"_s, 1'000);
        VoucherAdjustment less = adjustmentOf(voucher, -300, u"a"_s);
        less.expires = m_clock.utcNow() + std::chrono::hours(1);
        const auto first = adjusted(less);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->balance.amount, 700);
        QCOMPARE(first->expires, less.expires);
        QCOMPARE(*adjusted(less), *first);
        QCOMPARE(adjusted(adjustmentOf(voucher, -200, u"a"_s)).error().code, ErrorCode::KeyReused);
        const auto tooMuch = adjusted(adjustmentOf(voucher, -701, u"b"_s));
        QCOMPARE(tooMuch.error().code, ErrorCode::VoucherBalance);
        QCOMPARE(tooMuch.error().limit, std::optional<qint64>(700));
        QCOMPARE(adjusted(adjustmentOf(voucher, kMaxAmount, u"b"_s)).error().code, ErrorCode::InvalidParams);
        QCOMPARE(adjusted(adjustmentOf(m_ids.make<VoucherId>(), 1, u"b"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(movements(voucher).constFirst().reason, std::optional(u"mistyped"_s));
        QCOMPARE(vouchers().find(hashOf(u"AAAA"_s))->expires, less.expires);
    }

    void states_areNotedOnce_data() { TestDatabases::addEngines(); }
    void states_areNotedOnce()
    {
        const VoucherId voucher = issue(u"AAAA"_s, 1'000);
        const qint64 rows = AuditRepository(m_harness->database()).verify()->rows;
        const auto set = [&](VoucherState state) {
            const QString reason = state == VoucherState::Blocked ? u"lost"_s : u"found"_s;
            return m_harness->database().transact([&] { return vouchers().setState(voucher, state, reason, {.at = m_clock.utcNow(), .actor = m_house.clerk}); });
        };
        const auto blocked = set(VoucherState::Blocked);
        QVERIFY2(blocked, blocked ? "" : qPrintable(blocked.error().detail));
        QCOMPARE(blocked->state, VoucherState::Blocked);
        QCOMPARE(blocked->blockReason, std::optional(u"lost"_s));
        QCOMPARE(set(VoucherState::Blocked)->state, VoucherState::Blocked);
        QCOMPARE(AuditRepository(m_harness->database()).verify()->rows, rows + 1);
        // Whoever looks at it reads why.
        QCOMPARE(vouchers().find(hashOf(u"AAAA"_s))->blockReason, std::optional(u"lost"_s));
        QCOMPARE(vouchers().list({})->vouchers.constFirst().blockReason, std::optional(u"lost"_s));
        QCOMPARE(vouchers().movements(voucher, {}, 10)->voucher.blockReason, std::optional(u"lost"_s));
        QVERIFY(adjusted(adjustmentOf(voucher, -300, u"a"_s)));
        QCOMPARE(vouchers().find(hashOf(u"AAAA"_s))->blockReason, std::optional(u"lost"_s));
        QCOMPARE(set(VoucherState::Active)->state, VoucherState::Active);
        QVERIFY(!vouchers().find(hashOf(u"AAAA"_s))->blockReason);
        QCOMPARE(AuditRepository(m_harness->database()).verify()->rows, rows + 3);
        const QList<VoucherMovement> moved = movements(voucher);
        QCOMPARE(moved.size(), 4);
        QCOMPARE(moved.at(0).reason, std::optional(u"found"_s));
        QCOMPARE(moved.at(0).amount, 0);
        QCOMPARE(moved.at(2).reason, std::optional(u"lost"_s));
        QCOMPARE(balance(u"AAAA"_s), 700);
        // Blocked before reasons were kept.
        const VoucherId older = issue(u"BBBB"_s, 100);
        QVERIFY(m_harness->database().transact([&] { return m_harness->database().run("vouchers.set_state"_L1, {{"id"_L1, older}, {"state"_L1, u"blocked"_s}}); }));
        QCOMPARE(vouchers().find(hashOf(u"BBBB"_s))->state, VoucherState::Blocked);
        QVERIFY(!vouchers().find(hashOf(u"BBBB"_s))->blockReason);
    }

    void lists_areFoundInAndComeInPages_data() { TestDatabases::addEngines(); }
    void lists_areFoundInAndComeInPages()
    {
        for (const QString &code : {u"AAA1"_s, u"AAA2"_s, u"AAA3"_s}) {
            VoucherIssue write = issueOf(code, 100);
            write.note = u"Für Chör "_s + code.right(1);
            QVERIFY(issued(write));
            m_clock.advance(std::chrono::seconds(1));
        }
        const auto codes = [&](const VoucherQuery &query) {
            QStringList found;
            const VoucherPage page = *vouchers().list(query);
            for (const Voucher &voucher : page.vouchers)
                found.append(voucher.lastFour);
            return found;
        };
        QCOMPARE(codes({}), QStringList({u"AAA3"_s, u"AAA2"_s, u"AAA1"_s}));
        QCOMPARE(codes({.text = u"chor 2"_s}), QStringList {u"AAA2"_s});
        QCOMPARE(codes({.text = u"aaa3"_s}), QStringList {u"AAA3"_s});
        QCOMPARE(codes({.text = u"no note has this"_s, .codeHash = hashOf(u"AAA1"_s)}), QStringList {u"AAA1"_s});
        const VoucherPage first = *vouchers().list({.limit = 2});
        QCOMPARE(first.vouchers.size(), 2);
        QCOMPARE(codes({.limit = 2, .cursor = first.next}), QStringList {u"AAA1"_s});
        QVERIFY(vouchers().list({.limit = 2, .cursor = first.next})->next.isEmpty());
    }

    void movements_comeInPages_data() { TestDatabases::addEngines(); }
    void movements_comeInPages()
    {
        const VoucherId voucher = issue(u"AAAA"_s, 1'000);
        for (int i = 1; i < 5; ++i)
            QVERIFY(adjusted(adjustmentOf(voucher, i, QString::number(i))));
        const VoucherMovements first = *vouchers().movements(voucher, {}, 2);
        QCOMPARE(first.movements.size(), 2);
        QCOMPARE(first.movements.at(1).amount, 3);
        const VoucherMovements second = *vouchers().movements(voucher, first.next, 3);
        QCOMPARE(second.movements.size(), 3);
        QCOMPARE(second.movements.at(0).amount, 2);
        QCOMPARE(second.movements.at(2).kind, VoucherMovementKind::Issue);
        QVERIFY(!second.next);
        QCOMPARE(vouchers().movements(m_ids.make<VoucherId>(), {}, 2).error().code, ErrorCode::NotFound);
    }

    // The database's own last word.
    void rows_thatCannotBeAreRefused_data() { TestDatabases::addEngines(); }
    void rows_thatCannotBeAreRefused()
    {
        issue(u"AAAA"_s, 5'000);
        QVERIFY(m_harness->book(saleOf({4}, u"a"_s, u"AAAA"_s)));
        const auto change = [&](const QString &what) { return bool(m_harness->database().runMigrationStatement(what)); };
        QVERIFY(!change(u"UPDATE vouchers SET balance = -1"_s));
        QVERIFY(!change(u"UPDATE vouchers SET state = 'lost'"_s));
        QVERIFY(!change(u"UPDATE voucher_movements SET amount = 1 WHERE kind = 'payment'"_s));
        QVERIFY(!change(u"UPDATE voucher_movements SET booking = NULL WHERE kind = 'payment'"_s));
        QVERIFY(!change(u"UPDATE voucher_movements SET kind = 'adjustment' WHERE kind = 'issue'"_s));
        QVERIFY(!change(u"UPDATE payments SET last_four = NULL WHERE kind = 'voucher'"_s));
        QVERIFY(!change(u"UPDATE payments SET direction = 'refund' WHERE kind = 'voucher'"_s));
        QVERIFY(!change(u"DELETE FROM vouchers"_s));
        QVERIFY(!change(u"DELETE FROM voucher_movements"_s));
        QVERIFY(!change(u"DELETE FROM voucher_payments"_s));
    }

    void moneyThatDoesNotAddUp_isFound_data() { TestDatabases::addEngines(); }
    void moneyThatDoesNotAddUp_isFound()
    {
        issue(u"AAAA"_s, 5'000);
        issue(u"BBBB"_s, 5'000);
        QVERIFY(m_harness->book(saleOf({4}, u"a"_s, u"AAAA"_s)));
        const auto change = [&](const QString &what) { return bool(m_harness->database().runMigrationStatement(what)); };
        QVERIFY(change(u"UPDATE vouchers SET balance = balance + 1 WHERE last_four = 'AAAA'"_s));
        QCOMPARE(*vouchers().imbalances(), 1);
        QVERIFY(change(u"UPDATE voucher_payments SET amount = amount - 1 WHERE voucher IN (SELECT id FROM vouchers WHERE last_four = 'BBBB')"_s));
        QCOMPARE(*vouchers().imbalances(), 2);
        QVERIFY(change(u"UPDATE vouchers SET balance = balance - 1 WHERE last_four = 'AAAA'"_s));
        QVERIFY(change(u"UPDATE voucher_payments SET amount = amount + 1 WHERE voucher IN (SELECT id FROM vouchers WHERE last_four = 'BBBB')"_s));
        QVERIFY(change(u"UPDATE payments SET amount = amount - 1 WHERE kind = 'voucher'"_s));
        QCOMPARE(*vouchers().strays(), 1);
        QVERIFY(change(u"UPDATE payments SET amount = amount + 1 WHERE kind = 'voucher'"_s));
    }
};

QTEST_GUILESS_MAIN(VoucherRepositoryTest)
#include "tst_voucherrepository.moc"
