// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/holdextension.h"

#include <utility>

namespace parterre {

QList<QList<qint32>> inRequests(const QList<qint32> &places)
{
    QList<QList<qint32>> requests;
    for (qsizetype first = 0; first < places.size(); first += kMaxPlacesPerRequest)
        requests.append(places.mid(first, kMaxPlacesPerRequest));
    return requests;
}

void HoldExtension::begin(const QHash<EventId, QList<qint32>> &places)
{
    for (auto it = places.begin(); it != places.end(); ++it) {
        for (const QList<qint32> &some : inRequests(it.value())) {
            ++m_underWay;
            m_session.connection().call<protocol::HoldsExtend>({.event = it.key(), .places = some}, this,
                                                              [this](const Result<protocol::HoldsResult> &answer) { onAnswer(answer); });
        }
    }
}

void HoldExtension::onAnswer(const Result<protocol::HoldsResult> &answer)
{
    --m_underWay;
    if (!answer)
        m_error = answer.error();
    Q_EMIT answered(answer);
    if (m_underWay == 0)
        Q_EMIT finished(std::exchange(m_error, std::nullopt));
}

} // namespace parterre
