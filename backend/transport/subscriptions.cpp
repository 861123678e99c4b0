// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/subscriptions.h"

#include <utility>

namespace parterre::transport {

void Subscriptions::add(Connection &connection, Topic topic)
{
    Topics &topics = m_topics[&connection];
    std::erase(topics.missed, topic);
    std::vector<Connection *> &all = m_subscribers[topic].all;
    if (topics.subscribed.emplace(topic, all.size()).second)
        all.push_back(&connection);
}

void Subscriptions::remove(Connection &connection, Topic topic)
{
    const auto topics = m_topics.find(&connection);
    if (topics == m_topics.end())
        return;
    std::erase(topics->second.missed, topic);
    const auto subscribed = topics->second.subscribed.find(topic);
    if (subscribed == topics->second.subscribed.end())
        return;
    Subscribers &subscribers = m_subscribers.at(topic);
    subscribers.all[subscribed->second] = nullptr;
    ++subscribers.gone;
    topics->second.subscribed.erase(subscribed);
    closeUp(topic);
}

void Subscriptions::removeAll(Connection &connection)
{
    const auto topics = m_topics.find(&connection);
    if (topics == m_topics.end())
        return;
    while (!topics->second.subscribed.empty())
        remove(connection, topics->second.subscribed.begin()->first);
    m_topics.erase(topics);
}

void Subscriptions::miss(Connection &connection, Topic topic)
{
    remove(connection, topic);
    m_topics.at(&connection).missed.push_back(topic);
}

std::vector<Topic> Subscriptions::takeMissed(Connection &connection)
{
    const auto topics = m_topics.find(&connection);
    return topics == m_topics.end() ? std::vector<Topic>() : std::exchange(topics->second.missed, {});
}

Connection *Subscriptions::next(Walk &walk)
{
    const auto subscribers = m_subscribers.find(walk.m_topic);
    if (subscribers == m_subscribers.end())
        return nullptr;
    if (!std::exchange(walk.m_begun, true)) {
        walk.m_end = subscribers->second.all.size();
        subscribers->second.isWalked = true;
    }
    while (walk.m_next < walk.m_end) {
        if (Connection *connection = subscribers->second.all[walk.m_next++])
            return connection;
    }
    subscribers->second.isWalked = false;
    closeUp(walk.m_topic);
    return nullptr;
}

// Moving everybody is paid for by as many who left.
void Subscriptions::closeUp(Topic topic)
{
    const auto found = m_subscribers.find(topic);
    Subscribers &subscribers = found->second;
    if (subscribers.isWalked || subscribers.gone * 2 < subscribers.all.size())
        return;
    std::erase(subscribers.all, nullptr);
    subscribers.gone = 0;
    for (std::size_t at = 0; at < subscribers.all.size(); ++at)
        m_topics.at(subscribers.all[at]).subscribed.at(topic) = at;
    if (subscribers.all.empty())
        m_subscribers.erase(found);
}

} // namespace parterre::transport
