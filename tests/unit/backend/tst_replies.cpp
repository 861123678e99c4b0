// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/replies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace parterre::api;
using namespace Qt::StringLiterals;

namespace {

class Text final : public Answer
{
public:
    explicit Text(qsizetype size) : m_size(size) {}
    void write(protocol::JsonWriter &out) const override
    {
        out.beginObject();
        out.key("text");
        out.text(QString(m_size, u'x'));
        out.endObject();
    }

private:
    qsizetype m_size;
};

NumberedReply reply(int id, qsizetype size)
{
    return {.id = id, .result = std::unique_ptr<const Answer>(std::make_unique<Text>(size))};
}

QString kindOf(const QJsonValue &envelope)
{
    return envelope[u"error"_s][u"data"_s][u"kind"_s].toString();
}

} // namespace

// Answers and the size a message may have.
class RepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchThatFits_holdsEveryAnswerInItsOrder();
    void aBatchThatIsTooLarge_losesOnlyTheLargestAnswer();
    void aBatchJustWithinTheLimit_losesNothing();
    void anAnswerThatIsTooLarge_keepsItsId();
};

void RepliesTest::aBatchThatFits_holdsEveryAnswerInItsOrder()
{
    std::vector<NumberedReply> replies;
    replies.push_back(reply(5, 10));
    replies.push_back({.id = QByteArray("six"), .result = Error {.code = ErrorCode::NotFound}});
    const QJsonArray batch = QJsonDocument::fromJson(batchMessage(std::move(replies))->encode()).array();
    QCOMPARE(batch.size(), 2);
    QCOMPARE(batch[0][u"id"_s].toInt(), 5);
    QCOMPARE(batch[0][u"result"_s][u"text"_s].toString().size(), 10);
    QCOMPARE(batch[1][u"id"_s].toString(), u"six"_s);
    QCOMPARE(kindOf(batch[1]), u"not_found"_s);
}

void RepliesTest::aBatchThatIsTooLarge_losesOnlyTheLargestAnswer()
{
    std::vector<NumberedReply> replies;
    replies.push_back(reply(1, 100'000));
    replies.push_back(reply(2, 200'000));
    replies.push_back(reply(3, 500)); // a checkout, say
    const QByteArray text = batchMessage(std::move(replies))->encode();
    QVERIFY(text.size() <= protocol::kMaxServerMessageBytes);
    const QJsonArray batch = QJsonDocument::fromJson(text).array();
    QCOMPARE(batch.size(), 3);
    QCOMPARE(batch[0][u"result"_s][u"text"_s].toString().size(), 100'000);
    QCOMPARE(batch[1][u"id"_s].toInt(), 2);
    QCOMPARE(kindOf(batch[1]), u"answer_too_large"_s);
    QCOMPARE(batch[2][u"result"_s][u"text"_s].toString().size(), 500);
}

void RepliesTest::aBatchJustWithinTheLimit_losesNothing()
{
    const auto sizeOf = [](qsizetype first) {
        std::vector<NumberedReply> replies;
        replies.push_back(reply(1, first));
        replies.push_back(reply(2, 10));
        return batchMessage(std::move(replies))->encode().size();
    };
    const qsizetype room = protocol::kMaxServerMessageBytes - sizeOf(0);
    QCOMPARE(sizeOf(room), protocol::kMaxServerMessageBytes);
    QVERIFY(sizeOf(room + 1) < 1'000);
}

void RepliesTest::anAnswerThatIsTooLarge_keepsItsId()
{
    const QJsonObject envelope = QJsonDocument::fromJson(replyMessage(reply(4, 300'000))->encode()).object();
    QCOMPARE(envelope[u"id"_s].toInt(), 4);
    QCOMPARE(kindOf(envelope), u"answer_too_large"_s);
    QCOMPARE(envelope[u"error"_s][u"data"_s][u"limit"_s].toInteger(), protocol::kMaxServerMessageBytes);
}

QTEST_GUILESS_MAIN(RepliesTest)
#include "tst_replies.moc"
