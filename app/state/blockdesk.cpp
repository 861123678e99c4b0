// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/blockdesk.h"

#include <algorithm>

namespace parterre {

BlockDesk::BlockDesk(SessionModel &session, EventModel &event, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_event(event), m_ids(ids)
{
    connect(&m_event, &EventModel::stateChanged, this, [this] {
        if (m_event.state() == EventModel::State::Closed)
            setChoosing(false);
        refresh();
    });
    connect(&m_event, &EventModel::detailsChanged, this, [this] { // its start may be another
        showOnMap();
        Q_EMIT changed();
    });
    connect(&m_event.seatMap(), &SeatMapModel::blockedChanged, this, &BlockDesk::refresh);
    connect(&m_event.seatMap(), &SeatMapModel::reset, this, [this] {
        dropWhatChanged();
        refresh();
    });
    connect(&m_event.seatMap(), &SeatMapModel::seatsChanged, this, &BlockDesk::dropWhatChanged);
    connect(&session, &SessionModel::userChanged, this, [this] {
        setChoosing(m_choosing && mayBlock());
        refresh();
        Q_EMIT changed();
    });
}

std::optional<Instant> BlockDesk::until(const Block &block) const
{
    if (!block.release || !m_event.details())
        return std::nullopt;
    return block.release->timeFor(m_event.details()->summary.start);
}

// ---- Reading -------------------------------------------------------------------------------------------------------

void BlockDesk::refresh()
{
    if (m_event.state() != EventModel::State::Ready || !maySee() || !m_session.isInVisit()) {
        setBlocks({});
        return;
    }
    m_readAgain = m_reading;
    if (!m_reading)
        readAfter({}, {});
}

void BlockDesk::readAfter(const QList<Block> &before, const std::optional<QString> &cursor)
{
    m_reading = true;
    const EventId event = m_event.event();
    m_session.connection().call<protocol::BlocksList>({.event = event, .cursor = cursor}, this, [this, event, before](const Result<protocol::BlocksListResult> &answer) {
        m_reading = false;
        if (event != m_event.event() || std::exchange(m_readAgain, false))
            return refresh();
        if (!answer)
            return setBlocks({}, answer.error());
        if (answer->next)
            return readAfter(before + answer->blocks, answer->next);
        setBlocks(before + answer->blocks);
    });
}

void BlockDesk::setBlocks(const QList<Block> &blocks, const std::optional<Error> &error)
{
    const bool isNews = blocks != m_blocks || error != m_error;
    m_blocks = blocks;
    m_error = error;
    showOnMap(); // which may have another plan by now
    if (isNews)
        Q_EMIT changed();
}

void BlockDesk::showOnMap()
{
    QList<SeatMapModel::KnownBlock> known;
    for (const Block &block : std::as_const(m_blocks))
        known.append({.kind = block.kind, .reason = block.reason, .until = until(block), .places = block.places});
    m_event.seatMap().setBlocks(known);
}

// ---- Choosing ------------------------------------------------------------------------------------------------------

void BlockDesk::setChoosing(bool choosing)
{
    if (choosing == m_choosing)
        return;
    m_choosing = choosing;
    if (!choosing && !m_chosen.isEmpty()) {
        m_chosen.clear();
        Q_EMIT chosenChanged();
    }
    Q_EMIT choosingChanged();
}

bool BlockDesk::toggle(qint32 seat)
{
    const QList<qint32> seats = m_event.seatMap().soldTogether(seat);
    if (m_chosen.isEmpty())
        m_choosesBlocked = isBlocked(seat);
    if (!std::ranges::all_of(seats, [this](qint32 each) { return isEligible(each); }))
        return false;
    const bool isIn = m_chosen.contains(seat);
    for (const qint32 each : seats) {
        if (isIn)
            m_chosen.remove(each);
        else
            m_chosen.insert(each);
    }
    Q_EMIT chosenChanged();
    return true;
}

bool BlockDesk::isBlocked(qint32 seat) const
{
    const SeatLook look = m_event.seatMap().look(seat);
    return look == SeatLook::Blocked || look == SeatLook::HeldBack;
}

bool BlockDesk::isEligible(qint32 seat) const
{
    return m_choosesBlocked ? isBlocked(seat) : m_event.seatMap().look(seat) == SeatLook::Free;
}

QList<qint32> BlockDesk::chosen() const
{
    QList<qint32> seats = m_chosen.values();
    std::ranges::sort(seats);
    return seats;
}

void BlockDesk::dropWhatChanged()
{
    const SeatMapModel &map = m_event.seatMap();
    const auto before = m_chosen.size();
    m_chosen.removeIf([this, &map](qint32 seat) { return seat >= map.seatCount() || !isEligible(seat); });
    if (m_chosen.size() != before)
        Q_EMIT chosenChanged();
}

// ---- Asking --------------------------------------------------------------------------------------------------------

void BlockDesk::create(BlockKind kind, const QString &reason, const std::optional<BlockRelease> &release, const QList<AreaBlock> &areas)
{
    if (m_asking || choosesBlocked() || (m_chosen.isEmpty() && areas.isEmpty()))
        return;
    setAsking(true);
    protocol::BlocksCreateParams params {.block = BlockId(m_ids.next()), .event = m_event.event(), .places = chosen(), .kind = kind, .reason = reason, .release = release};
    if (!areas.isEmpty())
        params.areas = areas;
    m_session.connection().callUntilAnswered<protocol::BlocksCreate>(params, this, [this](const Result<protocol::BlocksBlockResult> &answer) {
        setAsking(false);
        if (!answer)
            return fail(answer.error());
        refresh();
        Q_EMIT created(answer->block);
    }, [](bool) {});
}

void BlockDesk::release(BlockId block)
{
    release({.event = m_event.event(), .block = block});
}

void BlockDesk::releaseChosen()
{
    if (choosesBlocked())
        release({.event = m_event.event(), .places = chosen()});
}

void BlockDesk::release(const protocol::BlocksReleaseParams &params)
{
    if (m_asking)
        return;
    setAsking(true);
    m_session.connection().call<protocol::BlocksRelease>(params, this, [this](const Result<protocol::Nothing> &answer) {
        setAsking(false);
        refresh();
        if (answer)
            Q_EMIT released();
        else
            fail(answer.error());
    });
}

void BlockDesk::setAsking(bool asking)
{
    m_asking = asking;
    Q_EMIT askingChanged();
}

void BlockDesk::fail(const Error &error)
{
    QStringList labels = m_event.labelsOf(error.places);
    if (error.area && *error.area >= 0 && *error.area < m_event.seatMap().areaCount())
        labels = {m_event.seatMap().area(*error.area).name};
    Q_EMIT failed(error, labels);
}

} // namespace parterre
