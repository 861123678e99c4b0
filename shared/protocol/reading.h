// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/message.h"

#include <QLatin1StringView>
#include <QString>

namespace parterre::protocol {

// How strictly a message is read, where reading is in it, and the first thing that was wrong. The words for the place
// are made only when something is.
class Reading
{
public:
    explicit Reading(ReadMode mode) : m_mode(mode) {}

    // While it lives, reading is at that key or index of where it was before.
    class Step
    {
    public:
        Step(Reading &reading, QLatin1StringView key) : m_reading(reading), m_outer(reading.m_at), m_key(key) { reading.m_at = this; }
        Step(Reading &reading, qsizetype index) : m_reading(reading), m_outer(reading.m_at), m_index(index) { reading.m_at = this; }
        ~Step() { m_reading.m_at = m_outer; }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        friend class Reading;
        Reading &m_reading;
        const Step *m_outer;
        QLatin1StringView m_key = {};
        qsizetype m_index = -1; // of an item; not a key then
    };

    [[nodiscard]] ReadMode mode() const { return m_mode; }
    [[nodiscard]] const QString &fault() const { return m_fault; }
    // Always false. The first fault counts.
    bool fail(const QString &what);

private:
    [[nodiscard]] static QString pathTo(const Step *step);

    ReadMode m_mode;
    const Step *m_at = nullptr;
    QString m_fault;
};

} // namespace parterre::protocol
