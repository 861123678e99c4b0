// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/discountdesk.h"

#include "stateworld.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// The discounts of the house, and changing them, at a server that behaves as discounts.* do.
class DiscountDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<DiscountDesk> m_desk;
    QList<CountedDiscount> m_stored; // the server's

    void serve()
    {
        m_world->server.when<DiscountsList>([this](const DiscountsListParams &params) -> Result<DiscountsListResult> {
            const qsizetype start = params.cursor ? params.cursor->toLongLong() : 0;
            DiscountsListResult result {.discounts = m_stored.mid(start, 2)};
            if (start + 2 < m_stored.size())
                result.next = QString::number(start + 2);
            return result;
        });
        m_world->server.when<DiscountsSave>([this](const DiscountsSaveParams &params) -> Result<DiscountsSaveResult> {
            for (CountedDiscount &stored : m_stored) {
                if (stored.discount.id != params.discount.id)
                    continue;
                if (stored.discount.version != params.discount.version)
                    return Error {.code = ErrorCode::StaleVersion};
                stored.discount = params.discount;
                ++stored.discount.version;
                return DiscountsSaveResult {.discount = stored};
            }
            m_stored.append({.discount = params.discount});
            ++m_stored.last().discount.version;
            return DiscountsSaveResult {.discount = m_stored.constLast()};
        });
        m_world->server.when<DiscountsRemove>([this](const DiscountsRemoveParams &params) -> Result<Nothing> {
            const auto gone = m_stored.removeIf([&params](const CountedDiscount &stored) { return stored.discount.id == params.discount; });
            return gone > 0 ? Result<Nothing>(Nothing()) : Result<Nothing>(ErrorCode::NotFound);
        });
    }
    Discount named(const QString &name)
    {
        Discount discount = m_desk->newDiscount();
        discount.name = name;
        discount.kind = DiscountKind::Group;
        discount.share = 1'000;
        discount.minTickets = 10;
        return discount;
    }

private Q_SLOTS:
    void init()
    {
        m_stored.clear();
        m_desk.reset();
        m_plans.reset();
        m_world = std::make_unique<StateWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"Mona"_s, 1, Role::Manager)));
        m_desk = std::make_unique<DiscountDesk>(m_world->session, *m_plans, m_world->ids);
    }

    void list_isReadWhole()
    {
        for (int i = 0; i < 5; ++i)
            m_stored.append({.discount = named(QString::number(i)), .uses = i});
        const QAbstractItemModelTester tester(&m_desk->list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_desk->list().refresh();
        QTRY_COMPARE(m_desk->list().rowCount(), 5);
        QCOMPARE(m_desk->list().index(4).data().toString(), u"4"_s);
        QCOMPARE(m_desk->list().row(4).uses, 4);
        QCOMPARE(m_desk->list().rowOf(m_stored.at(3).discount.id), 3);
    }

    void saving_tellsWhatIsStored_andTheListFollows()
    {
        QSignalSpy saved(m_desk.get(), &DiscountDesk::saved);
        m_desk->save(named(u"Group"_s));
        QVERIFY(m_desk->isBusy());
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved.at(0).at(0).value<Discount>().version, 1);
        QTRY_COMPARE(m_desk->list().rowCount(), 1);
        QVERIFY(!m_desk->isBusy());
    }

    void staleVersion_isToldAndReadAgain()
    {
        Discount discount = named(u"Group"_s);
        m_stored.append({.discount = discount});
        m_stored.last().discount.version = 2;
        discount.version = 1;
        QSignalSpy failed(m_desk.get(), &DiscountDesk::failed);
        m_desk->save(discount);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::StaleVersion);
        QTRY_COMPARE(m_desk->list().rowCount(), 1);
    }

    void whatIsGoneAlready_isRemoved()
    {
        QSignalSpy removed(m_desk.get(), &DiscountDesk::removed);
        Discount discount = named(u"Group"_s);
        discount.version = 1;
        m_desk->remove(discount);
        QTRY_COMPARE(removed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(DiscountDeskTest)
#include "tst_discountdesk.moc"
