// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/domain/refund.h"

#include <optional>

namespace parterre {

// Cancels an event, alone or with the later dates of its series, and says before what that touches. Whoever uses it asks for
// one thing at a time.
class CancelDesk final : public QObject
{
    Q_OBJECT

public:
    // The session outlives it.
    explicit CancelDesk(SessionModel &session, QObject *parent = nullptr);

    // Ends in salesKnown() or failed().
    void askSales(const EventSummary &event);
    // For a reason, with all tickets, however often the link breaks meanwhile. End in cancelled() or failed().
    void cancel(const Event &event, const QString &reason);
    // With all dates of its series that begin when it does or later.
    void cancelWithLater(const Event &event, const QString &reason);
    // Of what is under way nothing is heard any more.
    void stop() { ++m_step; }

Q_SIGNALS:
    // `later`: of the event with the later dates, if there are any.
    void salesKnown(const parterre::EventSales &sales, const std::optional<parterre::SeriesSales> &later);
    // `dates`: that are cancelled for that reason, if it was not one alone.
    void cancelled(const parterre::Event &event, const QList<parterre::SeriesEvent> &dates);
    void failed(const parterre::Error &error);

private:
    void askLaterSales(const EventSummary &event, const EventSales &sales);
    void readCancelled(EventId event, const QList<SeriesEvent> &dates);
    [[nodiscard]] bool isCurrent(quint64 step) const { return step == m_step; }

    SessionModel &m_session;
    quint64 m_step = 0; // counts what was given up, so that late answers are known
};

} // namespace parterre
