// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace parterre::transport {

class Connection;

// Which connections of one worker listen to which topics, and which topics a slow one has missed. Lives on its worker's
// thread.
class Subscriptions
{
public:
    // Again after a miss as well: whatever was missed is made up for.
    void add(Connection &connection, Topic topic);
    void remove(Connection &connection, Topic topic);
    void removeAll(Connection &connection);

    // Calls deliver(Connection &) for each subscriber. If that says false, the subscriber misses the topic and is no
    // longer subscribed. `deliver` must not change the subscriptions.
    template<class Deliver>
    void forEach(Topic topic, Deliver deliver);

    // The topics missed since the last call.
    [[nodiscard]] std::vector<Topic> takeMissed(Connection &connection);

private:
    struct Topics {
        std::vector<Topic> subscribed;
        std::vector<Topic> missed;
    };

    std::unordered_map<Topic, std::unordered_set<Connection *>> m_subscribers;
    std::unordered_map<Connection *, Topics> m_topics;
};

template<class Deliver>
void Subscriptions::forEach(Topic topic, Deliver deliver)
{
    const auto found = m_subscribers.find(topic);
    if (found == m_subscribers.end())
        return;
    std::erase_if(found->second, [&](Connection *connection) {
        if (deliver(*connection))
            return false;
        Topics &topics = m_topics.at(connection);
        std::erase(topics.subscribed, topic);
        topics.missed.push_back(topic);
        return true;
    });
    if (found->second.empty())
        m_subscribers.erase(found);
}

} // namespace parterre::transport
