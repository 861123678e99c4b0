// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/packedseatstates.h"

#include <QRandomGenerator>
#include <QTest>

using namespace parterre;

class TestSeatState : public QObject
{
    Q_OBJECT

    static std::vector<SeatState> someStates(qint32 count, QRandomGenerator &random)
    {
        std::vector<SeatState> states(static_cast<std::size_t>(count));
        for (SeatState &state : states)
            state = static_cast<SeatState>(random.bounded(kSeatStateCount));
        return states;
    }

private Q_SLOTS:
    void packing_isTwoBitsASeatInBase64()
    {
        const std::vector<SeatState> states {SeatState::Held, SeatState::Sold, SeatState::Free, SeatState::Blocked, SeatState::Held};
        QCOMPARE(packSeatStates(states), QByteArray("\xC9\x01").toBase64());
        QCOMPARE(packSeatStates({}), QByteArray());
    }

    void whatIsPacked_isUnpackedTheSame_data()
    {
        QTest::addColumn<qint32>("count");
        for (const qint32 count : {0, 1, 3, 4, 5, 11, 12, 13, 1'000, 50'000})
            QTest::addRow("%d seats", count) << count;
    }
    void whatIsPacked_isUnpackedTheSame()
    {
        QFETCH(qint32, count);
        QRandomGenerator random(1);
        const std::vector<SeatState> states = someStates(count, random);
        QCOMPARE(unpackSeatStates(packSeatStates(states), count), states);
    }

    void packedStates_keptUpToDate_areThoseOfPackingAnew_data() { whatIsPacked_isUnpackedTheSame_data(); }
    void packedStates_keptUpToDate_areThoseOfPackingAnew()
    {
        QFETCH(qint32, count);
        QRandomGenerator random(2);
        std::vector<SeatState> states = someStates(count, random);
        PackedSeatStates packed(states);
        QCOMPARE(packed.base64(), packSeatStates(states));
        for (int i = 0; i < 200 && count > 0; ++i) {
            const qint32 seat = random.bounded(count);
            const auto state = static_cast<SeatState>(random.bounded(kSeatStateCount));
            states[static_cast<std::size_t>(seat)] = state;
            packed.set(seat, state);
            QCOMPARE(packed.base64(), packSeatStates(states));
        }
    }

    void aCopyOfPackedStates_staysAsItWas()
    {
        PackedSeatStates packed(std::vector<SeatState>(100, SeatState::Free));
        const QByteArray before = packed.base64();
        const QByteArray expected(before.constData(), before.size());
        packed.set(7, SeatState::Sold);
        QCOMPARE(before, expected);
        QVERIFY(packed.base64() != before);
    }

    void unpacking_refusesWhatIsNotThoseSeats()
    {
        const QByteArray packed = packSeatStates(std::vector<SeatState>(5, SeatState::Sold));
        QVERIFY(!unpackSeatStates(packed, 4));  // the fifth is not nothing
        QVERIFY(!unpackSeatStates(packed, 9));
        QVERIFY(!unpackSeatStates(packed, -1));
        QVERIFY(!unpackSeatStates("not base64!", 5));
    }
};

QTEST_APPLESS_MAIN(TestSeatState)
#include "tst_seatstate.moc"
