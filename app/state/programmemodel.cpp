// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/programmemodel.h"

#include "shared/protocol/limits.h"

namespace parterre {

namespace {

// What began today is still worked on.
constexpr std::chrono::hours kStillShown {12};

}

ProgrammeModel::ProgrammeModel(SessionModel &session, const Clock &clock, std::chrono::milliseconds typingPause, QObject *parent)
    : PagedRows(session, parent), m_clock(clock)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &ProgrammeModel::refresh);
    connect(&session, &SessionModel::userChanged, this, [this] {
        m_series.reset();
        clear();
    });
}

void ProgrammeModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_typing.start();
}

void ProgrammeModel::setShowsPast(bool past)
{
    if (past == m_past)
        return;
    m_past = past;
    refresh();
}

void ProgrammeModel::setSeries(const std::optional<SeriesId> &series)
{
    if (series == m_series)
        return;
    m_series = series;
    refresh();
}

void ProgrammeModel::refresh()
{
    m_typing.stop();
    if (session().isInVisit() && session().isManager())
        PagedRows::refresh();
}

QVariant ProgrammeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).name;
    case SummaryRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

int ProgrammeModel::rowOf(EventId event) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).id == event)
            return i;
    }
    return -1;
}

protocol::EventsSearchParams ProgrammeModel::question() const
{
    protocol::EventsSearchParams params {.from = m_past || m_series ? Instant() : m_clock.utcNow() - kStillShown, .series = m_series, .limit = protocol::kMaxPageSize};
    if (const QString text = m_text.simplified(); !text.isEmpty())
        params.text = text;
    return params;
}

} // namespace parterre
