// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/outbox.h"

namespace parterre::api {

namespace {

class TextMessage final : public transport::Message
{
public:
    explicit TextMessage(QByteArray text) : m_text(std::move(text)) {}
    [[nodiscard]] QByteArray encode() override { return m_text; }

private:
    QByteArray m_text;
};

}

Outbox::Outbox(transport::Transport &transport, QObject *parent)
    : QObject(parent), m_transport(transport), m_waiting(static_cast<std::size_t>(transport.workerCount()))
{
}

void Outbox::reply(transport::ConnectionId to, NumberedReply reply)
{
    send(to, replyMessage(std::move(reply)));
}

void Outbox::replyBatch(transport::ConnectionId to, std::vector<NumberedReply> replies)
{
    send(to, batchMessage(std::move(replies)));
}

int Outbox::broadcast(transport::Topic topic, const QByteArray &text)
{
    const int workers = static_cast<int>(m_waiting.size());
    for (int worker = 0; worker < workers; ++worker)
        add(worker, transport::Broadcast {.topic = topic, .utf8 = text});
    return workers;
}

void Outbox::subscribe(transport::ConnectionId connection, transport::Topic topic)
{
    add(workerOf(connection), transport::Subscribe {.connection = connection, .topic = topic});
}

void Outbox::unsubscribe(transport::ConnectionId connection, transport::Topic topic)
{
    add(workerOf(connection), transport::Unsubscribe {.connection = connection, .topic = topic});
}

void Outbox::close(transport::ConnectionId connection, transport::CloseCode code, const QString &reason)
{
    add(workerOf(connection), transport::Close {.connection = connection, .code = code, .reason = reason});
}

void Outbox::send(transport::ConnectionId to, std::unique_ptr<transport::Message> message)
{
    add(workerOf(to), transport::Send {.to = to, .message = std::move(message)});
}

void Outbox::sendText(transport::ConnectionId to, const QByteArray &text)
{
    send(to, std::make_unique<TextMessage>(text));
}

void Outbox::add(int worker, transport::Command command)
{
    m_waiting.at(static_cast<std::size_t>(worker)).push_back(std::move(command));
    if (!std::exchange(m_flushScheduled, true))
        QMetaObject::invokeMethod(this, &Outbox::flush, Qt::QueuedConnection);
}

void Outbox::flush()
{
    Q_EMIT aboutToFlush();
    m_flushScheduled = false;
    for (int worker = 0; worker < static_cast<int>(m_waiting.size()); ++worker) {
        auto &commands = m_waiting[static_cast<std::size_t>(worker)];
        if (!commands.empty())
            m_transport.post(worker, std::exchange(commands, {}));
    }
}

} // namespace parterre::api
