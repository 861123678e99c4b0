// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/canceldesk.h"

#include "shared/protocol/events.h"
#include "shared/protocol/series.h"

#include <algorithm>

namespace parterre {

CancelDesk::CancelDesk(SessionModel &session, QObject *parent) : QObject(parent), m_session(session) {}

void CancelDesk::askSales(const EventSummary &event)
{
    m_session.connection().call<protocol::EventsSales>({.event = event.id}, this, [this, event, step = m_step](const Result<protocol::EventsSalesResult> &answer) {
        if (!isCurrent(step))
            return;
        if (!answer)
            Q_EMIT failed(answer.error());
        else if (event.series)
            askLaterSales(event, answer->sales);
        else
            Q_EMIT salesKnown(answer->sales, {});
    });
}

void CancelDesk::askLaterSales(const EventSummary &event, const EventSales &sales)
{
    const auto known = [this, id = event.id, sales, step = m_step](const Result<protocol::EventsSeriesSalesResult> &answer) {
        if (!isCurrent(step))
            return;
        if (!answer && answer.error().code == ErrorCode::MethodNotFound) { // a server from before there was that
            Q_EMIT salesKnown(sales, {});
            return;
        }
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        const bool hasOthers = std::any_of(answer->dates.begin(), answer->dates.end(), [id](const SeriesEvent &date) { return date.event != id; });
        Q_EMIT salesKnown(sales, hasOthers ? std::optional(SeriesSales {.dates = answer->dates, .sales = answer->sales}) : std::nullopt);
    };
    m_session.connection().call<protocol::EventsSeriesSales>({.series = *event.series, .from = event.start}, this, known);
}

void CancelDesk::cancel(const Event &event, const QString &reason)
{
    // A repetition with the same reason is answered like the first time.
    m_session.connection().callUntilAnswered<protocol::EventsCancel>(
        {.event = event.summary.id, .version = event.version, .reason = reason}, this,
        [this, step = m_step](const Result<protocol::EventsEditResult> &answer) {
            if (!isCurrent(step))
                return;
            if (answer)
                Q_EMIT cancelled(answer->event, {});
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

void CancelDesk::cancelWithLater(const Event &event, const QString &reason)
{
    // And answers those that it was the first time for, too.
    m_session.connection().callUntilAnswered<protocol::EventsCancelSeries>(
        {.series = *event.summary.series, .from = event.summary.start, .reason = reason}, this,
        [this, id = event.summary.id, step = m_step](const Result<protocol::EventsCancelSeriesResult> &answer) {
            if (!isCurrent(step))
                return;
            if (answer && !answer->events.isEmpty())
                readCancelled(id, answer->events);
            else // somebody was quicker, for another reason
                Q_EMIT failed(answer ? Error {.code = ErrorCode::StaleVersion} : answer.error());
        },
        [](bool) {});
}

void CancelDesk::readCancelled(EventId event, const QList<SeriesEvent> &dates)
{
    m_session.connection().call<protocol::EventsGet>({.event = event}, this, [this, dates, step = m_step](const Result<protocol::EventsGetResult> &answer) {
        if (!isCurrent(step))
            return;
        if (answer)
            Q_EMIT cancelled(answer->event, dates);
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace parterre
