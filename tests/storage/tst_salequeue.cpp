// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/salequeue.h"

#include <QTest>

#include <thread>

using namespace parterre;
using namespace parterre::storage;
using namespace Qt::StringLiterals;

// How writers share the sales that wait.
class SaleQueueTest : public QObject
{
    Q_OBJECT

private:
    std::vector<std::size_t> m_woken;
    int m_added = 0;

    SaleQueue queueFor(std::size_t writers)
    {
        m_woken.clear();
        m_added = 0;
        return SaleQueue(writers, [this](std::size_t writer) { m_woken.push_back(writer); });
    }
    void add(SaleQueue &queue, int count)
    {
        for (int i = 0; i < count; ++i)
            queue.add({.checkout = {.write = {.key = QString::number(m_added++)}}, .done = {}});
    }
    static QStringList keysOf(const std::vector<WaitingSale> &group)
    {
        QStringList keys;
        for (const WaitingSale &sale : group)
            keys.append(sale.checkout.write.key);
        return keys;
    }

private Q_SLOTS:
    void aLoneWriter_takesAllThatWaits();
    void aGroup_isBounded();
    void twoWriters_shareEvenly();
    void aFew_areNotDivided();
    void aFew_waitForTheOneAtWork();
    void aWriter_isWokenOnceUntilItLooks();
    void whoFinishes_wakesTheOther();
    void whatIsLookedAtAgain_comesFirst();
    void manyThreads_loseNothing();
};

void SaleQueueTest::aLoneWriter_takesAllThatWaits()
{
    SaleQueue queue = queueFor(1);
    QVERIFY(queue.take(0).empty());
    add(queue, 40);
    QCOMPARE(queue.size(), std::size_t(40));
    const auto group = queue.take(0);
    QCOMPARE(group.size(), std::size_t(40));
    QCOMPARE(keysOf(group).first(), u"0"_s);
    QCOMPARE(keysOf(group).last(), u"39"_s);
    QVERIFY(!queue.hasWorkFor(0));
}

void SaleQueueTest::aGroup_isBounded()
{
    SaleQueue queue = queueFor(1);
    add(queue, 700);
    QCOMPARE(queue.take(0).size(), SaleQueue::kMostTogether);
    queue.finish(0, {});
    QCOMPARE(queue.take(0).size(), 700 - SaleQueue::kMostTogether);
}

void SaleQueueTest::twoWriters_shareEvenly()
{
    SaleQueue queue = queueFor(2);
    add(queue, 64);
    QCOMPARE(queue.take(0).size(), std::size_t(32));
    QCOMPARE(keysOf(queue.take(1)).first(), u"32"_s);
    add(queue, 32); // those of the first group come back
    queue.finish(0, {});
    QCOMPARE(queue.take(0).size(), std::size_t(32));
}

void SaleQueueTest::aFew_areNotDivided()
{
    SaleQueue queue = queueFor(2);
    add(queue, 10);
    QCOMPARE(queue.take(1).size(), std::size_t(10));
}

void SaleQueueTest::aFew_waitForTheOneAtWork()
{
    SaleQueue queue = queueFor(2);
    add(queue, 40);
    QCOMPARE(queue.take(0).size(), std::size_t(20));
    QCOMPARE(queue.take(1).size(), std::size_t(20));
    queue.finish(1, {});
    add(queue, 15);
    QVERIFY(!queue.hasWorkFor(1));
    QVERIFY(queue.take(1).empty());
    add(queue, 1);
    QVERIFY(queue.hasWorkFor(1));
    queue.finish(0, {});
    add(queue, 1);
    QVERIFY(queue.hasWorkFor(0)); // with nobody at work even one is enough
}

void SaleQueueTest::aWriter_isWokenOnceUntilItLooks()
{
    SaleQueue queue = queueFor(2);
    add(queue, 3);
    QCOMPARE(m_woken, (std::vector<std::size_t> {0, 1}));
    QCOMPARE(queue.take(0).size(), std::size_t(3));
    QVERIFY(queue.take(1).empty());
    add(queue, 15);
    QCOMPARE(m_woken.size(), std::size_t(2)); // too few for the second while the first is at work
    add(queue, 5);
    QCOMPARE(m_woken, (std::vector<std::size_t> {0, 1, 1}));
}

void SaleQueueTest::whoFinishes_wakesTheOther()
{
    SaleQueue queue = queueFor(2);
    add(queue, 1);
    QCOMPARE(queue.take(0).size(), std::size_t(1));
    m_woken.clear();
    add(queue, 2);
    QVERIFY(m_woken.empty());
    queue.finish(0, {});
    QCOMPARE(m_woken, (std::vector<std::size_t> {1}));
    QCOMPARE(queue.take(1).size(), std::size_t(2));
}

void SaleQueueTest::whatIsLookedAtAgain_comesFirst()
{
    SaleQueue queue = queueFor(1);
    add(queue, 3);
    auto group = queue.take(0);
    add(queue, 1);
    std::vector<WaitingSale> again;
    again.push_back(std::move(group[1]));
    queue.finish(0, std::move(again));
    QCOMPARE(keysOf(queue.take(0)), QStringList({u"1"_s, u"3"_s}));
    queue.finish(0, {});
    add(queue, 2);
    QCOMPARE(queue.takeAll().size(), std::size_t(2));
    QCOMPARE(queue.size(), std::size_t(0));
}

void SaleQueueTest::manyThreads_loseNothing()
{
    constexpr int kSales = 20'000;
    std::array<std::atomic<bool>, 2> awake {};
    SaleQueue queue(2, [&awake](std::size_t writer) {
        awake[writer] = true;
        awake[writer].notify_one();
    });
    std::atomic<int> written = 0;
    std::vector<std::thread> writers;
    for (std::size_t writer = 0; writer < 2; ++writer) {
        writers.emplace_back([&, writer] {
            while (written < kSales) {
                awake[writer].wait(false);
                awake[writer] = false;
                do {
                    const auto group = queue.take(writer);
                    written += static_cast<int>(group.size());
                    queue.finish(writer, {});
                } while (queue.hasWorkFor(writer));
            }
            for (auto &other : awake) {
                other = true;
                other.notify_all();
            }
        });
    }
    std::vector<std::thread> sellers;
    for (int seller = 0; seller < 4; ++seller) {
        sellers.emplace_back([&queue] {
            for (int i = 0; i < kSales / 4; ++i)
                queue.add({});
        });
    }
    for (std::thread &thread : sellers)
        thread.join();
    for (std::thread &thread : writers)
        thread.join(); // hangs when a wake-up is lost
    QCOMPARE(written.load(), kSales);
    QCOMPARE(queue.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(SaleQueueTest)
#include "tst_salequeue.moc"
