// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/watcher.h"

#include <QJsonArray>

namespace parterre::history {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPingMs = 20;
constexpr qint32 kWindow = 24;

} // namespace

Watcher::Watcher(Stage &stage) : m_stage(stage)
{
    connect(&m_link, &WireLink::opened, this,
            [this] { m_hello = m_link.send("session.hello", R"({"protocol":[1,1],"client":"history/1.0"})"); });
    connect(&m_link, &WireLink::answered, this, &Watcher::onAnswered);
    connect(&m_link, &WireLink::notified, this, &Watcher::onNotified);
    connect(&m_link, &WireLink::closed, this, &Watcher::onClosed);
    connect(&m_ping, &QTimer::timeout, this, &Watcher::ping);
}

void Watcher::arrive()
{
    m_states.clear();
    m_pinged = 0;
    m_link.open(m_stage.server);
}

void Watcher::onClosed()
{
    if (!m_stage.server.isEmpty())
        ++m_stage.surprises;
    m_ping.stop();
    m_states.clear();
}

void Watcher::onAnswered(qint64 number, const QJsonObject &message)
{
    const QJsonObject result = message.value("result"_L1).toObject();
    if (number == m_hello) {
        m_askedAt = Recorder::now();
        m_subscribe = m_link.send("seatmap.subscribe", R"({"event":")" + m_stage.event + R"("})");
    } else if (number == m_subscribe) {
        m_trueFrom = m_askedAt;
        subscribed(result);
        m_ping.start(kPingMs);
    } else if (number == m_pinged) {
        m_trueFrom = m_askedAt;
        m_pinged = 0;
    }
}

void Watcher::ping()
{
    if (m_pinged != 0)
        return;
    m_askedAt = Recorder::now();
    m_pinged = m_link.send("session.ping", "{}");
}

void Watcher::subscribed(const QJsonObject &result)
{
    auto states = unpackSeatStates(result.value("states"_L1).toString().toLatin1(), m_stage.board.seats());
    if (!states) {
        m_stage.complaints.append(u"a seat map cannot be read"_s);
        return;
    }
    m_states = std::move(*states);
    m_revision = result.value("revision"_L1).toInteger();
    writeDown({});
}

void Watcher::onNotified(const QString &method, const QJsonObject &params)
{
    if (m_states.empty())
        return;
    if (method == u"seatmap.snapshot") {
        subscribed(params);
        return;
    }
    if (method != u"seatmap.changed" || params.value("to"_L1).toInteger() <= m_revision)
        return;
    if (params.value("from"_L1).toInteger() > m_revision)
        m_stage.complaints.append(u"changes are missing before revision %1"_s.arg(params.value("to"_L1).toInteger()));
    m_revision = params.value("to"_L1).toInteger();
    std::vector<SeenSeat> seen;
    for (const QJsonValue &value : params.value("changes"_L1).toArray()) {
        const QJsonArray change = value.toArray();
        seen.push_back({change[0].toInt(), static_cast<SeatState>(change[1].toInt())});
        m_states.at(static_cast<std::size_t>(seen.back().place)) = seen.back().state;
    }
    writeDown(std::move(seen));
}

// What has changed, and in turn what has not.
void Watcher::writeDown(std::vector<SeenSeat> seen)
{
    const qint32 seats = m_stage.board.seats();
    std::vector<bool> isThere(static_cast<std::size_t>(seats));
    for (const SeenSeat &changed : seen)
        isThere[static_cast<std::size_t>(changed.place)] = true;
    for (qint32 i = 0; i < std::min(kWindow, seats); ++i) {
        const qint32 place = (m_window + i) % seats;
        if (!isThere[static_cast<std::size_t>(place)])
            seen.push_back({place, m_states[static_cast<std::size_t>(place)]});
    }
    m_window = (m_window + kWindow) % seats;
    m_stage.recorder.addRead({.start = m_trueFrom,
                              .end = Recorder::now(),
                              .revision = m_revision,
                              .kind = Kind::Watch,
                              .outcome = Outcome::Ok},
                             seen);
}

} // namespace parterre::history
