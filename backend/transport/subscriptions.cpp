// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/subscriptions.h"

#include <utility>

namespace parterre::transport {

void Subscriptions::add(Connection &connection, Topic topic)
{
    Topics &topics = m_topics[&connection];
    std::erase(topics.missed, topic);
    if (m_subscribers[topic].insert(&connection).second)
        topics.subscribed.push_back(topic);
}

void Subscriptions::remove(Connection &connection, Topic topic)
{
    const auto topics = m_topics.find(&connection);
    if (topics == m_topics.end())
        return;
    std::erase(topics->second.missed, topic);
    if (std::erase(topics->second.subscribed, topic) == 0)
        return;
    const auto subscribers = m_subscribers.find(topic);
    subscribers->second.erase(&connection);
    if (subscribers->second.empty())
        m_subscribers.erase(subscribers);
}

void Subscriptions::removeAll(Connection &connection)
{
    const auto topics = m_topics.find(&connection);
    if (topics == m_topics.end())
        return;
    for (const Topic topic : std::vector(topics->second.subscribed))
        remove(connection, topic);
    m_topics.erase(&connection);
}

std::vector<Topic> Subscriptions::takeMissed(Connection &connection)
{
    const auto topics = m_topics.find(&connection);
    return topics == m_topics.end() ? std::vector<Topic>() : std::exchange(topics->second.missed, {});
}

} // namespace parterre::transport
