// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/replies.h"

#include <QObject>

#include <vector>

namespace parterre::api {

// Everything the house has to say, gathered while it works through a batch and handed to each I/O thread in one hop.
// The order per connection is kept. Lives on the house thread.
class Outbox : public QObject
{
    Q_OBJECT
public:
    explicit Outbox(transport::Transport &transport, QObject *parent = nullptr);

    void reply(transport::ConnectionId to, NumberedReply reply);
    void replyBatch(transport::ConnectionId to, std::vector<NumberedReply> replies);
    template<class Notification>
    void notify(transport::ConnectionId to, const typename Notification::Params &params)
    {
        sendText(to, protocol::encodeNotification(Notification::kInfo.name, protocol::toJson(params)));
    }
    // `text` goes to every subscriber of the topic, as the same bytes. How many workers will report that it is done.
    int broadcast(transport::Topic topic, const QByteArray &text);
    void subscribe(transport::ConnectionId connection, transport::Topic topic);
    void unsubscribe(transport::ConnectionId connection, transport::Topic topic);
    void close(transport::ConnectionId connection, transport::CloseCode code, const QString &reason);

    void flush();

Q_SIGNALS:
    // Last chance to add something to what is about to leave.
    void aboutToFlush();

private:
    void send(transport::ConnectionId to, std::unique_ptr<transport::Message> message);
    void sendText(transport::ConnectionId to, const QByteArray &text);
    void add(int worker, transport::Command command);

    transport::Transport &m_transport;
    std::vector<std::vector<transport::Command>> m_waiting; // by worker
    bool m_flushScheduled = false;
};

} // namespace parterre::api
