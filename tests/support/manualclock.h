// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <atomic>

namespace parterre::testing {

// Stands still until a test moves it; both clocks move together.
class ManualClock final : public Clock
{
public:
    ManualClock() = default;
    explicit ManualClock(Instant start) : m_utc(start) {}

    [[nodiscard]] Instant utcNow() const override { return m_utc; }
    [[nodiscard]] Tick steadyNow() const override { return m_steady; }
    void advance(std::chrono::milliseconds by)
    {
        m_utc += by;
        m_steady += by;
    }

private:
    Instant m_utc {std::chrono::milliseconds(1'795'000'000'000)};
    Tick m_steady {std::chrono::milliseconds(1'000'000)};
};

// The same for a whole server: any thread may read it while the test moves it.
class SharedManualClock final : public Clock
{
public:
    explicit SharedManualClock(Instant start) : m_start(start) {}

    [[nodiscard]] Instant utcNow() const override { return m_start + std::chrono::milliseconds(m_passed.load()); }
    [[nodiscard]] Tick steadyNow() const override { return Tick(std::chrono::milliseconds(1'000'000 + m_passed.load())); }
    // Never back.
    void advanceTo(Instant now)
    {
        Q_ASSERT(now >= utcNow());
        m_passed = (now - m_start).count();
    }

private:
    const Instant m_start;
    std::atomic<qint64> m_passed = 0; // milliseconds
};

// 00000000-0000-7000-8000-000000000001, …2, …3: the same every run.
class CountingIds final : public IdGenerator
{
public:
    [[nodiscard]] QUuid next() override
    {
        ++m_last;
        return QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, static_cast<uchar>(m_last >> 24), static_cast<uchar>(m_last >> 16),
                     static_cast<uchar>(m_last >> 8), static_cast<uchar>(m_last));
    }

private:
    quint32 m_last = 0;
};

} // namespace parterre::testing
