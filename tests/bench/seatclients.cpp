// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/seatclients.h"

#include <QUuid>

#include <charconv>

namespace parterre::bench {

namespace {

constexpr std::chrono::seconds kPatience {60};

// Behind the value that begins at `at`.
std::size_t endOfValue(std::string_view text, std::size_t at)
{
    int depth = 0;
    bool inString = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            --depth;
        } else if (c == ',' && depth == 0) {
            return at;
        }
    }
    return at;
}

qint64 numberOf(std::string_view text)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        qFatal("not a number: %.*s", static_cast<int>(text.size()), text.data());
    return number;
}

std::vector<SeatState> unpacked(std::string_view object, qint32 seats)
{
    const std::string_view packed = jsonMember(object, "states");
    auto states = unpackSeatStates(QByteArrayView(packed.data() + 1, static_cast<qsizetype>(packed.size()) - 2), seats);
    if (!states)
        qFatal("seat states that cannot be read");
    return std::move(*states);
}

} // namespace

std::string_view jsonMember(std::string_view object, std::string_view key)
{
    std::size_t at = 1;
    while (at < object.size() && object[at] == '"') {
        const std::size_t keyEnd = object.find('"', at + 1);
        if (keyEnd == std::string_view::npos)
            break;
        const std::size_t valueEnd = endOfValue(object, keyEnd + 2);
        if (object.substr(at + 1, keyEnd - at - 1) == key)
            return object.substr(keyEnd + 2, valueEnd - keyEnd - 2);
        at = valueEnd + 1;
    }
    return {};
}

void SharedSeatMap::start(std::vector<SeatState> states, qint64 revision)
{
    m_states = std::move(states);
    m_revision = revision;
    m_text.clear();
}

void SharedSeatMap::jump(std::string_view params, qint64 revision)
{
    if (revision <= m_revision)
        return;
    m_states = unpacked(params, static_cast<qint32>(m_states.size()));
    m_revision = revision;
    m_text.clear();
}

const SharedSeatMap::Change &SharedSeatMap::read(std::string_view params)
{
    if (params == m_text)
        return m_change;
    m_text = params;
    m_change = {.from = numberOf(jsonMember(params, "from")), .to = numberOf(jsonMember(params, "to"))};
    std::string_view list = jsonMember(params, "changes");
    for (std::size_t at = 1; at + 1 < list.size();) {
        const std::size_t comma = list.find(',', at);
        const std::size_t end = list.find(']', at);
        m_change.seats.push_back({.seat = static_cast<qint32>(numberOf(list.substr(at + 1, comma - at - 1))),
                                  .state = static_cast<SeatState>(numberOf(list.substr(comma + 1, end - comma - 1)))});
        at = end + 2;
    }
    if (m_change.to <= m_revision)
        return m_change; // told to somebody who subscribed earlier
    if (m_change.from > m_revision)
        qFatal("a gap: changes from %lld at revision %lld", static_cast<long long>(m_change.from), static_cast<long long>(m_revision));
    for (const SeatChange &change : m_change.seats)
        m_states.at(static_cast<std::size_t>(change.seat)) = change.state;
    m_revision = m_change.to;
    return m_change;
}

SeatClients::SeatClients(quint16 port, const EventId &event)
    : m_swarm(port, "/rpc"), m_eventText(event.toString().toStdString()), m_eventParams("{\"event\":\"" + m_eventText + "\"}")
{
    m_swarm.setListener(this);
}

int SeatClients::connectMore(int count)
{
    const int first = m_swarm.connectMore(count);
    m_revisions.resize(static_cast<std::size_t>(m_swarm.size()), -1);
    callAll(first, count, [this](int client) { call(client, "session.hello", R"({"protocol":[1,1],"client":"bench/1.0"})"); });
    return first;
}

void SeatClients::signInAll(int first, int count)
{
    callAll(first, count, [this](int client) { call(client, "auth.guest", R"({"name":"Bench"})"); });
}

void SeatClients::watchAll(int first, int count)
{
    callAll(first, count, [this](int client) { subscribe(client); }, [this](int client, const CallAnswer &answer, LoadTime) {
        qint64 revision = 0;
        std::vector<SeatState> states = statesOf(answer.body, revision);
        m_revisions[static_cast<std::size_t>(client)] = revision;
        if (m_map.states().empty())
            m_map.start(std::move(states), revision);
    });
}

void SeatClients::callAll(int first, int count, const std::function<void(int client)> &call, const OnAnswer &onAnswer)
{
    constexpr int kAtOnce = 500;
    const OnAnswer before = std::exchange(m_onAnswer, [&](int client, const CallAnswer &answer, LoadTime now) {
        if (!answer.ok)
            qFatal("refused: %.*s", static_cast<int>(answer.body.size()), answer.body.data());
        if (onAnswer)
            onAnswer(client, answer, now);
    });
    for (int client = first; client < first + count; ++client) {
        call(client);
        const bool isLast = client + 1 == first + count;
        if (!m_swarm.pollUntil([&] { return m_outstanding == 0 || (!isLast && m_outstanding < kAtOnce); }, kPatience))
            qFatal("%lld calls were never answered", static_cast<long long>(m_outstanding));
    }
    m_onAnswer = before;
}

qint64 SeatClients::ping(int client)
{
    return call(client, "session.ping", "{}");
}

qint64 SeatClients::checkout(int client, qint32 place)
{
    std::string params = R"({"key":")";
    params += QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    params += R"(","items":[{"event":")" + m_eventText + R"(","place":)" + std::to_string(place);
    params += R"(,"ticketType":"adult"}],"payment":{"kind":"cash"}})";
    return call(client, "bookings.checkout", params);
}

qint64 SeatClients::call(int client, std::string_view method, std::string_view params)
{
    const qint64 id = ++m_lastCall;
    m_lastRequest = R"({"jsonrpc":"2.0","id":)";
    m_lastRequest += std::to_string(id);
    m_lastRequest += R"(,"method":")";
    m_lastRequest += method;
    m_lastRequest += R"(","params":)";
    m_lastRequest += params;
    m_lastRequest += '}';
    ++m_outstanding;
    m_swarm.sendText(client, m_lastRequest);
    return id;
}

void SeatClients::callTogether(int client, const std::vector<qint32> &places, std::string_view method)
{
    std::vector<std::string> texts;
    for (const qint32 place : places) {
        texts.push_back(R"({"jsonrpc":"2.0","id":)" + std::to_string(++m_lastCall) + R"(,"method":")" + std::string(method) + R"(","params":)" + placeParams(place) + '}');
        ++m_outstanding;
    }
    m_swarm.sendTexts(client, texts);
}

std::string SeatClients::placeParams(qint32 place) const
{
    return R"({"event":")" + m_eventText + R"(","places":[)" + std::to_string(place) + "]}";
}

void SeatClients::onText(int client, std::string_view text, LoadTime now)
{
    const std::string_view id = jsonMember(text, "id");
    if (id.empty())
        return onNotification(client, text, now);
    CallAnswer answer {.id = numberOf(id), .body = jsonMember(text, "result")};
    answer.ok = !answer.body.empty();
    if (!answer.ok)
        answer.body = jsonMember(text, "error");
    if (answer.body.empty() || --m_outstanding < 0)
        qFatal("an answer nobody asked for: %.*s", static_cast<int>(text.size()), text.data());
    if (m_onAnswer)
        m_onAnswer(client, answer, now);
}

void SeatClients::onNotification(int client, std::string_view text, LoadTime now)
{
    qint64 &revision = m_revisions[static_cast<std::size_t>(client)];
    const std::string_view params = jsonMember(text, "params");
    if (jsonMember(text, "method") == "\"seatmap.snapshot\"") {
        ++m_resyncs;
        revision = numberOf(jsonMember(params, "revision"));
        m_map.jump(params, revision);
        return;
    }
    if (jsonMember(text, "method") != "\"seatmap.changed\"")
        qFatal("an unexpected notification: %.*s", static_cast<int>(std::min<std::size_t>(200, text.size())), text.data());
    const SharedSeatMap::Change &change = m_map.read(params);
    if (m_lastChangeText.size() != text.size() || m_lastChangeText != text)
        m_lastChangeText = text;
    if (revision < 0 || change.to <= revision)
        return; // it has not got its states yet, or they tell this already
    if (change.from > revision)
        qFatal("client %d has a gap: changes from %lld at revision %lld", client, static_cast<long long>(change.from), static_cast<long long>(revision));
    revision = change.to;
    if (m_onChange)
        m_onChange(client, change, now);
}

std::vector<SeatState> SeatClients::statesOf(std::string_view result, qint64 &revision) const
{
    revision = numberOf(jsonMember(result, "revision"));
    return unpacked(result, static_cast<qint32>(numberOf(jsonMember(result, "seats"))));
}

std::vector<SeatState> SeatClients::freshStates(qint64 *revision)
{
    // By a client of its own, so that nobody else's subscription is touched.
    const int client = connectMore(1);
    std::vector<SeatState> states;
    callAll(client, 1, [this](int one) { subscribe(one); }, [&](int, const CallAnswer &answer, LoadTime) {
        qint64 fresh = 0;
        states = statesOf(answer.body, fresh);
        if (revision)
            *revision = fresh;
    });
    m_swarm.disconnect(client);
    return states;
}

void SeatClients::verifyMaps()
{
    qint64 revision = 0;
    const std::vector<SeatState> truth = freshStates(&revision);
    const auto reached = [&] {
        return std::all_of(m_revisions.begin(), m_revisions.end(), [&](qint64 one) { return one < 0 || one >= revision; });
    };
    if (!m_swarm.pollUntil(reached, kPatience))
        qFatal("not every watcher reached revision %lld", static_cast<long long>(revision));
    if (!m_map.states().empty() && m_map.states() != truth)
        qFatal("the watchers' map is not the server's");
}

} // namespace parterre::bench
