// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/ledgerinvariants.h"
#include "backend/ledger/seatledger.h"

#include <QTest>

#include <memory>

// Refused, with this code, about these places.
#define COMPARE_ERROR(result, expectedCode, ...)                                                                       \
    do {                                                                                                               \
        const auto outcome_ = (result);                                                                                \
        QVERIFY(!outcome_.ok());                                                                                       \
        QCOMPARE(outcome_.error().code, expectedCode);                                                                 \
        QCOMPARE(outcome_.error().places, (QList<qint32> __VA_ARGS__));                                                \
    } while (false)

namespace parterre::ledger {

using namespace std::chrono_literals;

inline constexpr HolderId kAnna {1};
inline constexpr HolderId kBela {2};
inline constexpr auto kHoldTime = 600s;
inline constexpr auto kExtensionTime = 700s;
inline constexpr int kLimit = 6;
inline constexpr qint64 kEpochBase = qint64(7) << 32;
inline constexpr Tick kStart {1000s};

using Places = std::vector<qint32>;

// A ledger of ten seats, 8 sold and 9 blocked, in epoch 7, with the words its tests share. Each case leaves it sound.
class SeatLedgerFixture : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<SeatLedger> m_ledger;
    Tick m_now;

    void build(const LedgerStart &start)
    {
        auto built = SeatLedger::build(start);
        QVERIFY(built.ok());
        m_ledger = std::make_unique<SeatLedger>(std::move(*built));
    }
    // The grants by value, or nothing when the hold was refused.
    std::vector<Grant> acquire(HolderId holder, const Places &places)
    {
        const auto got = m_ledger->acquire(holder, places, kLimit, m_now);
        return got.ok() ? std::vector<Grant>(got->begin(), got->end()) : std::vector<Grant>();
    }
    [[nodiscard]] std::vector<Fence> fences(const Places &places) const
    {
        std::vector<Fence> out;
        for (const qint32 place : places)
            out.push_back({place, m_ledger->versionOf(place)});
        return out;
    }
    CheckoutToken freeze(HolderId holder, const Places &places)
    {
        const auto token = m_ledger->freeze(holder, fences(places), m_now);
        return token.ok() ? *token : CheckoutToken {};
    }
    [[nodiscard]] Tick deadlineOf(HolderId holder, qint32 place) const
    {
        for (const Grant &grant : m_ledger->holdsOf(holder)) {
            if (grant.place == place)
                return grant.deadline;
        }
        return {};
    }
    [[nodiscard]] HoldEndReason onlyEnd()
    {
        const auto ended = m_ledger->takeEnded();
        return ended.size() == 1 ? ended.front().reason : HoldEndReason::EventClosed;
    }

    // Everything one can read, to show that a refusal changed none of it.
    struct Picture {
        std::vector<SeatState> states;
        std::vector<qint64> versions;
        std::vector<Grant> anna, bela;
        qint64 revision;
        std::optional<Tick> next;
        bool operator==(const Picture &) const = default;
    };
    [[nodiscard]] Picture picture() const
    {
        Picture p {{m_ledger->states().begin(), m_ledger->states().end()}, {}, m_ledger->holdsOf(kAnna),
                   m_ledger->holdsOf(kBela), m_ledger->revision(), m_ledger->nextDeadline()};
        for (qint32 place = 0; place < m_ledger->seatCount(); ++place)
            p.versions.push_back(m_ledger->versionOf(place));
        return p;
    }

private Q_SLOTS:
    void init()
    {
        m_now = kStart;
        const Places sold {8}, blocked {9};
        build({.seats = 10, .rules = {kHoldTime, kExtensionTime, 2}, .epoch = 7, .sold = sold, .blocked = blocked});
    }
    void cleanup()
    {
        QCOMPARE(LedgerInvariants::broken(*m_ledger), QStringList());
    }
};

} // namespace parterre::ledger
