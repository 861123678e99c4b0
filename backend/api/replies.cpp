// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/replies.h"

#include <QLoggingCategory>

#include <algorithm>

namespace parterre::api {

namespace {

Q_LOGGING_CATEGORY(lcReplies, "parterre.api.replies")

QByteArray textOf(const NumberedReply &reply)
{
    if (!reply.result)
        return protocol::encodeError(reply.id, reply.result.error());
    protocol::JsonWriter out;
    protocol::beginResult(out, reply.id);
    (*reply.result)->write(out);
    protocol::endEnvelope(out);
    return out.take();
}

QByteArray tooLarge(const protocol::RequestId &id, const QString &advice)
{
    return protocol::encodeError(id, {.code = ErrorCode::AnswerTooLarge, .detail = advice, .limit = protocol::kMaxServerMessageBytes});
}

class ReplyMessage final : public transport::Message
{
public:
    explicit ReplyMessage(NumberedReply reply) : m_reply(std::move(reply)) {}

    [[nodiscard]] QByteArray encode() override
    {
        QByteArray text = textOf(m_reply);
        if (text.size() <= protocol::kMaxServerMessageBytes)
            return text;
        qCCritical(lcReplies) << "an answer of" << text.size() << "bytes is larger than a message may be";
        return tooLarge(m_reply.id, QStringLiteral("ask for less"));
    }

private:
    NumberedReply m_reply;
};

class BatchMessage final : public transport::Message
{
public:
    explicit BatchMessage(std::vector<NumberedReply> replies) : m_replies(std::move(replies)) {}

    [[nodiscard]] QByteArray encode() override
    {
        QByteArrayList texts;
        qsizetype total = 1; // brackets and commas
        for (const NumberedReply &reply : m_replies) {
            texts.append(textOf(reply));
            total += texts.last().size() + 1;
        }
        while (total > protocol::kMaxServerMessageBytes) {
            const auto largest = std::max_element(texts.begin(), texts.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() < b.size(); });
            total -= largest->size();
            *largest = tooLarge(m_replies[static_cast<std::size_t>(largest - texts.begin())].id, QStringLiteral("ask for it outside of a batch"));
            total += largest->size();
        }
        return '[' + texts.join(',') + ']';
    }

private:
    std::vector<NumberedReply> m_replies;
};

} // namespace

std::unique_ptr<transport::Message> replyMessage(NumberedReply reply)
{
    return std::make_unique<ReplyMessage>(std::move(reply));
}

std::unique_ptr<transport::Message> batchMessage(std::vector<NumberedReply> replies)
{
    return std::make_unique<BatchMessage>(std::move(replies));
}

} // namespace parterre::api
