// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/subscriptions.h"

#include <QTest>

#include <array>

using namespace parterre::transport;

namespace {

constexpr Topic kStalls {1};
constexpr Topic kBalcony {2};

}

// The subscriptions never look inside a connection, so an address serves for one.
class TestSubscriptions : public QObject
{
    Q_OBJECT

    std::array<char, 8> m_places {};
    Connection &at(int number) { return *reinterpret_cast<Connection *>(&m_places[static_cast<std::size_t>(number)]); }
    int numberOf(const Connection *connection) { return static_cast<int>(reinterpret_cast<const char *>(connection) - m_places.data()); }

    QList<int> rest(Subscriptions &subscriptions, Subscriptions::Walk &walk)
    {
        QList<int> met;
        while (const Connection *connection = subscriptions.next(walk))
            met << numberOf(connection);
        return met;
    }
    QList<int> all(Subscriptions &subscriptions, Topic topic)
    {
        Subscriptions::Walk walk(topic);
        return rest(subscriptions, walk);
    }

private Q_SLOTS:
    void everySubscriber_isMetOnce()
    {
        Subscriptions subscriptions;
        QCOMPARE(all(subscriptions, kStalls), QList<int>());
        for (const int number : {0, 1, 2})
            subscriptions.add(at(number), kStalls);
        subscriptions.add(at(1), kStalls); // again
        subscriptions.add(at(3), kBalcony);
        QCOMPARE(all(subscriptions, kStalls), QList<int>({0, 1, 2}));
        QCOMPARE(all(subscriptions, kBalcony), QList<int>({3}));
    }

    void whoLeft_isNotMetAndMayComeBack()
    {
        Subscriptions subscriptions;
        for (const int number : {0, 1, 2, 3, 4})
            subscriptions.add(at(number), kStalls);
        subscriptions.remove(at(1), kStalls);
        subscriptions.remove(at(1), kStalls);
        subscriptions.remove(at(5), kStalls);
        subscriptions.removeAll(at(3));
        QCOMPARE(all(subscriptions, kStalls), QList<int>({0, 2, 4}));
        subscriptions.remove(at(0), kStalls); // more are gone than are left: closed up
        QCOMPARE(all(subscriptions, kStalls), QList<int>({2, 4}));
        subscriptions.add(at(1), kStalls);
        subscriptions.remove(at(4), kStalls);
        QCOMPARE(all(subscriptions, kStalls), QList<int>({2, 1}));
        for (const int number : {1, 2})
            subscriptions.removeAll(at(number));
        QCOMPARE(all(subscriptions, kStalls), QList<int>());
    }

    void aWalk_meetsNobodyNewAndNobodyWhoLeft()
    {
        Subscriptions subscriptions;
        for (const int number : {0, 1, 2, 3})
            subscriptions.add(at(number), kStalls);
        Subscriptions::Walk walk(kStalls);
        QCOMPARE(numberOf(subscriptions.next(walk)), 0);
        subscriptions.add(at(4), kStalls);
        for (const int number : {0, 1, 2})
            subscriptions.remove(at(number), kStalls);
        QCOMPARE(rest(subscriptions, walk), QList<int>({3}));
        QCOMPARE(all(subscriptions, kStalls), QList<int>({3, 4}));
    }

    void whatWasMissed_isToldOnceUntilMadeUpFor()
    {
        Subscriptions subscriptions;
        subscriptions.add(at(0), kStalls);
        subscriptions.add(at(0), kBalcony);
        subscriptions.miss(at(0), kStalls);
        QCOMPARE(all(subscriptions, kStalls), QList<int>());
        QCOMPARE(all(subscriptions, kBalcony), QList<int>({0}));
        QCOMPARE(subscriptions.takeMissed(at(0)), std::vector<Topic>({kStalls}));
        QCOMPARE(subscriptions.takeMissed(at(0)), std::vector<Topic>());
        subscriptions.add(at(0), kStalls);
        subscriptions.miss(at(0), kStalls);
        subscriptions.add(at(0), kStalls); // made up for before anybody asked
        QCOMPARE(subscriptions.takeMissed(at(0)), std::vector<Topic>());
        QCOMPARE(all(subscriptions, kStalls), QList<int>({0}));
    }
};

QTEST_APPLESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
