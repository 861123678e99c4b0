// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seriesdatesmodel.h"
#include "app/state/seriespattern.h"
#include "app/state/sessionmodel.h"
#include "shared/protocol/series.h"

#include <QTimeZone>
#include <QTimer>

namespace parterre {

// The event that the others of a series are like, as far as it is stored.
struct SeriesModelEvent {
    std::optional<Instant> start = {};      // when it is: it is not made again
    std::optional<EventId> posterOf = {};   // whose poster all of them get
};

// A series that is being put together: what its events have in common, how they repeat, and the dates that makes, as the
// server sees them a moment after each change. Then it is made, once.
class SeriesDesk final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; ids make the series' id.
    SeriesDesk(SessionModel &session, IdGenerator &ids, std::chrono::milliseconds typingPause = std::chrono::milliseconds(200), QObject *parent = nullptr);

    // A new one, of events like that one; the first begins when that does. `timeZone`: the house's.
    void start(const EventDefinition &definition, const QString &timeZone, const SeriesModelEvent &model = {});
    // The first date, too: then the others begin at its time of day.
    void setPattern(const SeriesPattern &pattern);
    [[nodiscard]] const SeriesPattern &pattern() const { return m_pattern; }
    [[nodiscard]] const QString &name() const { return m_definition.name; }
    [[nodiscard]] SeriesDatesModel &dates() { return m_dates; }
    // Why there are no dates.
    [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }
    // Whether the dates are those of the pattern, or are still to come.
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] bool isCreating() const { return m_creating; }
    [[nodiscard]] bool mayCreate() const { return !m_asking && !m_creating && !m_refusal && m_dates.chosenCount() > 0; }

    // Ends in created() or failed(), however often the link breaks meanwhile.
    void create();

Q_SIGNALS:
    void changed();
    void created(parterre::SeriesId series, int events);
    void failed(const parterre::Error &error);

private:
    void askSoon();
    void ask();
    void onAnswer(const Result<protocol::EventsExpandResult> &answer, bool withOverrides);
    [[nodiscard]] EventDefinition definition() const;
    [[nodiscard]] SeriesRule rule() const { return {.rule = ruleOf(m_pattern)}; }

    SessionModel &m_session;
    IdGenerator &m_ids;
    SeriesDatesModel m_dates;
    SeriesId m_series;
    EventDefinition m_definition; // as it was given
    SeriesModelEvent m_model;
    QTimeZone m_zone;
    SeriesPattern m_pattern;
    SeriesPattern m_shown;        // that the dates are of
    QTimer m_typing;
    quint64 m_question = 0;       // counts what was asked, so that late answers are known
    bool m_asking = false;
    bool m_creating = false;
    std::optional<Error> m_refusal;
};

} // namespace parterre
