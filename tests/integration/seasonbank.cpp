// SPDX-License-Identifier: GPL-3.0-or-later
#include "seasonbank.h"

#include <QNetworkReply>

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLatest = 1'500; // milliseconds, of a callback

bool isAtBank(const QJsonObject &intent)
{
    return intent.value("status"_L1).toString() == "processing"_L1;
}

} // namespace

void SeasonBank::takeTurn(const QUrl &callbacks)
{
    using Mood = StripeDouble::Mood;
    static constexpr std::array kMoods {Mood::Unreachable, Mood::Forgetful, Mood::Busy, Mood::Broken};
    m_stripe.setMood(chance(8) ? kMoods.at(m_random() % kMoods.size()) : Mood::Well);
    m_stripe.setRefundsAre(chance(15) ? u"failed"_s : u"succeeded"_s);
    for (const QJsonObject &intent : m_stripe.intents()) {
        const QString id = intent.value("id"_L1).toString();
        if (!isAtBank(intent))
            continue;
        if (!m_seen.contains(id) && chance(70))
            m_slow.insert(id);
        m_seen.insert(id);
        if (!m_slow.contains(id) && chance(10))
            decide(id);
    }
    noteEvents();
    QList<Callback> later;
    for (const Callback &callback : std::exchange(m_due, {})) {
        if (callbacks.isEmpty() || callback.due > m_clock.elapsed())
            later.append(callback);
        else
            send(callback.event, callbacks);
    }
    m_due += later;
}

// Whatever the house answers, or if it does not.
void SeasonBank::send(const QJsonObject &event, const QUrl &callbacks)
{
    QNetworkReply *reply = StripeDouble::post(m_network, event, callbacks);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void SeasonBank::decide(const QString &intent)
{
    if (chance(15))
        return m_stripe.decline(intent);
    const qint64 asked = m_stripe.intent(intent).value("amount"_L1).toInteger();
    m_stripe.pay(intent, chance(5) ? asked - 1 : asked);
}

void SeasonBank::noteEvents()
{
    for (; m_noted < m_stripe.events().size(); ++m_noted) {
        const auto times = static_cast<std::size_t>(m_random() % (kMostCallbacks + 1));
        ++m_callbacks.at(times);
        for (std::size_t time = 0; time < times; ++time)
            m_due.append({.event = m_stripe.events().at(m_noted), .due = m_clock.elapsed() + static_cast<qint64>(m_random() % kLatest)});
    }
}

void SeasonBank::finish()
{
    m_stripe.setMood(StripeDouble::Mood::Well);
    m_stripe.setRefundsAre(u"succeeded"_s);
    for (const QJsonObject &intent : m_stripe.intents()) {
        if (isAtBank(intent))
            decide(intent.value("id"_L1).toString());
    }
}

} // namespace parterre::testing
