// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/outbox.h"

#include <QJsonDocument>
#include <QLoggingCategory>

namespace parterre::api {

namespace {

Q_LOGGING_CATEGORY(lcOutbox, "parterre.api")

using transport::Message;

QByteArray withinLimit(QByteArray text, const QJsonValue &id)
{
    if (text.size() <= protocol::kMaxServerMessageBytes)
        return text;
    qCCritical(lcOutbox) << "an answer of" << text.size() << "bytes is larger than a message may be";
    return protocol::encode(protocol::errorEnvelope(id, {.code = ErrorCode::Internal, .detail = QStringLiteral("answer too large")}));
}

class ResultMessage final : public Message
{
public:
    ResultMessage(QJsonValue id, std::shared_ptr<const Answer> answer) : m_id(std::move(id)), m_answer(std::move(answer)) {}
    [[nodiscard]] QByteArray encode() override { return withinLimit(protocol::encode(protocol::resultEnvelope(m_id, m_answer->toJson())), m_id); }

private:
    QJsonValue m_id;
    std::shared_ptr<const Answer> m_answer;
};

class ErrorMessage final : public Message
{
public:
    ErrorMessage(QJsonValue id, Error error) : m_id(std::move(id)), m_error(std::move(error)) {}
    [[nodiscard]] QByteArray encode() override { return protocol::encode(protocol::errorEnvelope(m_id, m_error)); }

private:
    QJsonValue m_id;
    Error m_error;
};

class TextMessage final : public Message
{
public:
    explicit TextMessage(QByteArray text) : m_text(std::move(text)) {}
    [[nodiscard]] QByteArray encode() override { return withinLimit(m_text, QJsonValue::Null); }

private:
    QByteArray m_text;
};

} // namespace

Outbox::Outbox(transport::Transport &transport, QObject *parent)
    : QObject(parent), m_transport(transport), m_waiting(static_cast<std::size_t>(transport.workerCount()))
{
}

void Outbox::reply(transport::ConnectionId to, const QJsonValue &id, const Result<std::shared_ptr<const Answer>> &result)
{
    std::unique_ptr<Message> message;
    if (result)
        message = std::make_unique<ResultMessage>(id, *result);
    else
        message = std::make_unique<ErrorMessage>(id, result.error());
    add(workerOf(to), transport::Send {.to = to, .message = std::move(message)});
}

void Outbox::replyBatch(transport::ConnectionId to, const QJsonArray &replies)
{
    sendText(to, QJsonDocument(replies).toJson(QJsonDocument::Compact));
}

void Outbox::broadcast(transport::Topic topic, const QByteArray &text)
{
    for (int worker = 0; worker < static_cast<int>(m_waiting.size()); ++worker)
        add(worker, transport::Broadcast {.topic = topic, .utf8 = text});
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

void Outbox::sendText(transport::ConnectionId to, const QByteArray &text)
{
    add(workerOf(to), transport::Send {.to = to, .message = std::make_unique<TextMessage>(text)});
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
