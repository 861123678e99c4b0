// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/stripedouble.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSet>

#include <array>
#include <random>

namespace parterre::testing {

// The provider of a season and the banks behind it. Banks take their time, some longer than seats wait; what they say is told to
// the house never, once, twice or three times, late and in no order; now and then the provider answers nothing, a refund fails, or not all of
// the money comes. Lives on a thread with an event loop, in which it is given turns.
class SeasonBank
{
public:
    static constexpr int kMostCallbacks = 3; // of one event

    explicit SeasonBank(unsigned seed) : m_random(seed) { m_clock.start(); }

    [[nodiscard]] StripeDouble &stripe() { return m_stripe; }
    // `callbacks`: where the house takes them; empty while nobody serves.
    void takeTurn(const QUrl &callbacks);
    // The seats of what is not paid by now are given free; and the banks of which that was to be waited for go on.
    void hourPassed() { m_slow.clear(); }
    // Every bank decides, and all goes well from now on.
    void finish();

    [[nodiscard]] const std::array<int, kMostCallbacks + 1> &callbacks() const { return m_callbacks; } // events that were told so often

private:
    struct Callback {
        QJsonObject event = {};
        qint64 due = 0;
    };

    [[nodiscard]] bool chance(int percent) { return static_cast<int>(m_random() % 100) < percent; }
    void decide(const QString &intent);
    void noteEvents();
    void send(const QJsonObject &event, const QUrl &callbacks);

    StripeDouble m_stripe;
    QNetworkAccessManager m_network;
    std::mt19937 m_random;
    QElapsedTimer m_clock;
    QSet<QString> m_seen;  // intents that a bank has
    QSet<QString> m_slow;  // of them those that come when it is too late
    qsizetype m_noted = 0; // of the events
    QList<Callback> m_due;
    std::array<int, kMostCallbacks + 1> m_callbacks = {};
};

} // namespace parterre::testing
