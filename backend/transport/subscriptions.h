// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"

#include <unordered_map>
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
    // No longer subscribed until it is added again: it was left out of a broadcast.
    void miss(Connection &connection, Topic topic);

    // The topics missed since the last call.
    [[nodiscard]] std::vector<Topic> takeMissed(Connection &connection);

    // A walk over the subscribers of a topic that may be interrupted: who is added meanwhile is not met, who is removed
    // is not met any more. One at a time for each topic.
    class Walk
    {
    public:
        explicit Walk(Topic topic) : m_topic(topic) {}

        [[nodiscard]] Topic topic() const { return m_topic; }

    private:
        friend class Subscriptions;

        Topic m_topic;
        std::size_t m_next = 0;
        std::size_t m_end = 0;
        bool m_begun = false;
    };
    // Null at the end.
    [[nodiscard]] Connection *next(Walk &walk);

private:
    // In the order they came, with null for those who left; closed up when nobody walks.
    struct Subscribers {
        std::vector<Connection *> all = {};
        std::size_t gone = 0;
        bool isWalked = false;
    };
    struct Topics {
        std::unordered_map<Topic, std::size_t> subscribed = {}; // and where among the topic's subscribers
        std::vector<Topic> missed = {};
    };

    void closeUp(Topic topic);

    std::unordered_map<Topic, Subscribers> m_subscribers;
    std::unordered_map<Connection *, Topics> m_topics;
};

} // namespace parterre::transport
