// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/arrivalsmodel.h"

namespace parterre {

namespace {

constexpr std::chrono::seconds kAgain {5}; // after a server that was too busy

// One bit a place, lowest first.
std::vector<bool> unpacked(const QByteArray &bits)
{
    std::vector<bool> places(static_cast<std::size_t>(bits.size()) * 8);
    for (std::size_t place = 0; place < places.size(); ++place)
        places[place] = (static_cast<uchar>(bits.at(static_cast<qsizetype>(place / 8))) >> place % 8) & 1;
    return places;
}

}

ArrivalsModel::ArrivalsModel(SessionModel &session, CartModel &cart, net::PlanCache &plans, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_house(session, cart, plans)
{
    m_house.seatMap().tellArrivals();
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_again, &QTimer::timeout, this, &ArrivalsModel::read);
    session.connection().on<protocol::CheckinsChanged>(this, [this](const protocol::CheckinsChangedParams &changed) { onChanged(changed); });
    connect(&session, &SessionModel::userChanged, this, &ArrivalsModel::follow);
    connect(&m_house, &EventModel::liveChanged, this, &ArrivalsModel::onLiveChanged);
    connect(&m_house, &EventModel::stateChanged, this, [this] {
        if (m_house.state() == EventModel::State::Failed)
            Q_EMIT failed(m_house.error().value_or(Error()));
    });
    const SeatMapModel &map = m_house.seatMap();
    for (const auto signal : {&SeatMapModel::seatsChanged, &SeatMapModel::areasChanged})
        connect(&map, signal, this, &ArrivalsModel::showTotals);
    connect(&map, &SeatMapModel::planChanged, this, [this] {
        beginResetModel();
        m_rows = m_house.seatMap().table().sectionCount();
        endResetModel();
    });
    connect(&map, &SeatMapModel::reset, this, &ArrivalsModel::showTotals);
}

ArrivalsModel::~ArrivalsModel()
{
    blockSignals(true);
    leave();
}

void ArrivalsModel::setEvent(const std::optional<EventId> &event)
{
    if (event == m_event)
        return;
    m_event = event;
    leave();
    follow();
}

void ArrivalsModel::setWatching(bool watching)
{
    m_watching = watching;
    follow();
}

void ArrivalsModel::follow()
{
    const bool wanted = m_watching && m_event && m_session.isDoorStaff();
    const bool follows = m_house.state() != EventModel::State::Closed && m_house.state() != EventModel::State::Failed;
    if (wanted && !follows)
        m_house.open(*m_event);
    else if (!wanted)
        leave();
}

void ArrivalsModel::leave()
{
    const EventId event = m_house.event();
    if (event.isNull())
        return;
    ++m_reading;
    m_again.stop();
    m_house.close();
    if (m_session.isInVisit() && m_session.isDoorStaff())
        m_session.connection().call<protocol::CheckinsArrivals>({.event = event, .watch = false}, this, [](const Result<protocol::CheckinsArrivalsResult> &) {});
    setKnown(false);
}

// The map is new, or it was read again after a gap: then who is in may have a gap, too.
void ArrivalsModel::onLiveChanged()
{
    if (m_house.isLive())
        read();
    else
        setKnown(false);
}

void ArrivalsModel::read()
{
    const EventId event = m_house.event();
    if (event.isNull() || !m_house.isLive())
        return;
    m_early.clear();
    setKnown(false);
    m_session.connection().call<protocol::CheckinsArrivals>({.event = event, .watch = true}, this,
                                                            [this, event, reading = ++m_reading](const Result<protocol::CheckinsArrivalsResult> &answer) {
        if (reading == m_reading)
            onRead(event, answer);
    });
}

void ArrivalsModel::onRead(const EventId &event, const Result<protocol::CheckinsArrivalsResult> &answer)
{
    if (!answer) {
        if (answer.error().code == ErrorCode::Disconnected)
            return; // read again with the next visit
        m_again.start();
        return Q_EMIT failed(answer.error());
    }
    m_house.seatMap().setArrivals(unpacked(QByteArray::fromBase64(answer->places)));
    for (const protocol::CheckinsChangedParams &changed : std::exchange(m_early, {})) {
        if (changed.event == event)
            m_house.seatMap().changeArrivals(changed.in, changed.out);
    }
    setKnown(true);
}

void ArrivalsModel::onChanged(const protocol::CheckinsChangedParams &changed)
{
    if (changed.event != m_house.event())
        return;
    if (m_known)
        m_house.seatMap().changeArrivals(changed.in, changed.out);
    else
        m_early.append(changed);
}

void ArrivalsModel::setKnown(bool known)
{
    if (known == m_known)
        return;
    m_known = known;
    Q_EMIT liveChanged();
}

ArrivalsModel::Section ArrivalsModel::section(int row) const
{
    const SeatMapModel &map = m_house.seatMap();
    const SeatMapModel::Tally tally = map.sectionTally(row);
    return {.name = map.plan().sections.at(row).name, .in = tally.count, .expected = tally.of,
            .free = map.sectionCounts(row)[static_cast<std::size_t>(SeatLook::Free)]};
}

int ArrivalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant ArrivalsModel::data(const QModelIndex &index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) && role == Qt::DisplayRole ? section(index.row()).name : QVariant();
}

void ArrivalsModel::showTotals()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

} // namespace parterre
