// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/voucherdesk.h"

#include "app/state/vouchercheck.h"
#include "stateworld.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

VoucherId voucherNumber(int n)
{
    return VoucherId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 4, 0, static_cast<uchar>(n)));
}

} // namespace

// Vouchers at the counter, at a server that behaves as vouchers.* do.
class VoucherDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<VoucherDesk> m_desk;
    QList<Voucher> m_vouchers; // the server's
    QList<VouchersIssueParams> m_sales;
    QList<VouchersAdjustParams> m_adjustments;
    std::optional<Error> m_refusal;

    Result<VoucherResult> change(const VoucherId &id, const std::function<void(Voucher &)> &edit)
    {
        if (m_refusal)
            return *m_refusal;
        for (Voucher &voucher : m_vouchers) {
            if (voucher.id != id)
                continue;
            edit(voucher);
            return VoucherResult {.voucher = voucher};
        }
        return Error {.code = ErrorCode::NotFound};
    }
    void serve()
    {
        m_world->server.when<VouchersList>([this](const VouchersListParams &params) -> Result<VouchersListResult> {
            QList<Voucher> found;
            std::copy_if(m_vouchers.begin(), m_vouchers.end(), std::back_inserter(found), [&](const Voucher &voucher) { return !params.text || voucher.lastFour == *params.text; });
            return VouchersListResult {.vouchers = found};
        });
        m_world->server.when<VouchersIssue>([this](const VouchersIssueParams &params) -> Result<VouchersIssueResult> {
            m_sales.append(params);
            if (m_refusal)
                return *m_refusal;
            return VouchersIssueResult {.voucher = {.id = voucherNumber(9), .lastFour = u"X0TC"_s, .balance = params.amount}, .code = u"7K3M-9QXA-2M4P-X0TC"_s};
        });
        m_world->server.when<VouchersBlock>([this](const VouchersBlockParams &params) { return change(params.voucher, [](Voucher &voucher) { voucher.state = VoucherState::Blocked; }); });
        m_world->server.when<VouchersUnblock>([this](const VouchersUnblockParams &params) { return change(params.voucher, [](Voucher &voucher) { voucher.state = VoucherState::Active; }); });
        m_world->server.when<VouchersAdjust>([this](const VouchersAdjustParams &params) {
            m_adjustments.append(params);
            return change(params.voucher, [&params](Voucher &voucher) { voucher.balance.amount += params.amount; });
        });
        m_world->server.when<VouchersCheck>([this](const VouchersCheckParams &params) -> Result<VoucherResult> {
            for (const Voucher &voucher : std::as_const(m_vouchers)) {
                if (params.code.endsWith(voucher.lastFour))
                    return VoucherResult {.voucher = voucher};
            }
            return Error {.code = ErrorCode::VoucherUnknown};
        });
    }

private Q_SLOTS:
    void init()
    {
        m_vouchers = {{.id = voucherNumber(1), .lastFour = u"AAAA"_s, .balance = euros(40)}, {.id = voucherNumber(2), .lastFour = u"BBBB"_s, .balance = euros(20)}};
        m_sales.clear();
        m_adjustments.clear();
        m_refusal.reset();
        m_desk.reset();
        m_world = std::make_unique<StateWorld>();
        m_desk = std::make_unique<VoucherDesk>(m_world->session, m_world->ids);
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 1, Role::Manager)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void list_isSearched_andForgottenWithTheUser()
    {
        const QAbstractItemModelTester tester(&m_desk->list());
        m_desk->list().refresh();
        QTRY_COMPARE(m_desk->list().rows(), m_vouchers);
        m_desk->list().setText(u"BBBB"_s);
        QTRY_COMPARE(m_desk->list().rowCount(), 1);
        QCOMPARE(m_desk->list().rowOf(voucherNumber(2)), 0);
        QCOMPARE(m_desk->list().rowOf(voucherNumber(1)), -1);
        QVERIFY(m_world->signIn(userNamed(u"carla"_s, 2)));
        QCOMPARE(m_desk->list().rowCount(), 0);
        m_desk->list().refresh(); // no customer's business
        QCOMPARE(m_desk->list().loadState(), LoadState::Empty);
    }

    void selling_tellsTheCode()
    {
        QSignalSpy sold(m_desk.get(), &VoucherDesk::sold);
        m_desk->sell({.amount = euros(50), .settlement = {.tendered = euros(60)}, .note = u"Raffle"_s});
        QVERIFY(m_desk->isSelling());
        m_desk->sell({.amount = euros(50)}); // once is enough
        QTRY_COMPARE(sold.size(), 1);
        QVERIFY(!m_desk->isSelling());
        QCOMPARE(sold.at(0).at(1).toString(), u"7K3M-9QXA-2M4P-X0TC"_s);
        QCOMPARE(m_sales.size(), 1);
        QCOMPARE(m_sales.at(0).payments, std::optional(QList<CheckoutPart> {{.kind = PaymentKind::Cash, .amount = euros(50), .tendered = euros(60)}}));
        QCOMPARE(m_sales.at(0).note, std::optional(u"Raffle"_s));
        m_desk->sell({.amount = {}}); // an empty one
        QTRY_COMPARE(sold.size(), 2);
        QVERIFY(!m_sales.at(1).payments);
        QVERIFY(m_sales.at(0).key != m_sales.at(1).key);
    }

    void aRefusedSale_isToldAndAnother()
    {
        QSignalSpy failed(m_desk.get(), &VoucherDesk::saleFailed);
        m_refusal = Error {.code = ErrorCode::PaymentNotAllowed};
        m_desk->sell({.amount = euros(50)});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_desk->isSelling());
        m_desk->sell({.amount = euros(50)});
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(m_sales.at(0).key != m_sales.at(1).key); // the first is known to have come to nothing
    }

    void changes_areShownInTheList()
    {
        m_desk->list().refresh();
        QTRY_COMPARE(m_desk->list().rowCount(), 2);
        QSignalSpy changed(m_desk.get(), &VoucherDesk::changed);
        m_desk->setBlocked(voucherNumber(1), true, u"lost"_s);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_desk->list().row(0).state, VoucherState::Blocked);
        m_desk->setBlocked(voucherNumber(1), false, u"found"_s);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(m_desk->list().row(0).state, VoucherState::Active);
        m_desk->correct({.voucher = voucherNumber(2), .amount = -500, .reason = u"mistyped"_s});
        QVERIFY(m_desk->isChanging());
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(m_desk->list().row(1).balance.amount, 1'500);
        QCOMPARE(m_adjustments.at(0).reason, u"mistyped"_s);
        QVERIFY(!m_adjustments.at(0).key.isEmpty());
        QSignalSpy failed(m_desk.get(), &VoucherDesk::failed);
        m_refusal = Error {.code = ErrorCode::VoucherBalance};
        m_desk->correct({.voucher = voucherNumber(2), .amount = -5'000, .reason = u"mistyped"_s});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_desk->isChanging());
    }

    void check_saysWhetherItPaysNow()
    {
        m_vouchers[1].expires = m_world->clock.utcNow();
        VoucherCheck check(m_world->session, m_world->clock);
        QSignalSpy found(&check, &VoucherCheck::found), failed(&check, &VoucherCheck::failed);
        check.ask(u"1AAAA"_s);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.at(0).at(0).toString(), u"1AAAA"_s);
        QCOMPARE(found.at(0).at(1).value<Voucher>().balance, euros(40));
        m_vouchers[0].state = VoucherState::Blocked;
        const QList<std::pair<QString, ErrorCode>> bad {{u"1AAAA"_s, ErrorCode::VoucherBlocked}, {u"1BBBB"_s, ErrorCode::VoucherExpired}, {u"1CCCC"_s, ErrorCode::VoucherUnknown}};
        for (const auto &[code, error] : bad) {
            failed.clear();
            check.ask(code);
            QTRY_COMPARE(failed.size(), 1);
            QCOMPARE(failed.at(0).at(0).toString(), code);
            QCOMPARE(failed.at(0).at(1).value<Error>().code, error);
        }
        failed.clear();
        check.ask(u"1BBBB"_s); // nobody waits for it any more
        check.ask(u"1CCCC"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).toString(), u"1CCCC"_s);
    }
};

QTEST_GUILESS_MAIN(VoucherDeskTest)
#include "tst_voucherdesk.moc"
