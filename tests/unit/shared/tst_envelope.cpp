// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/envelope.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/methods.h"

#include <QTest>

using namespace parterre;
using namespace parterre::protocol;

namespace {

// A document and the one thing in it.
class Read
{
public:
    explicit Read(QByteArray text) : m_text(std::move(text)), m_json(m_document.read(m_text, kServerJson)) {}
    [[nodiscard]] JsonView json() const { return m_json ? *m_json : JsonView(); }

private:
    QByteArray m_text;
    JsonDocument m_document;
    Result<JsonView> m_json;
};

QByteArray written(const RequestId &id)
{
    JsonWriter out;
    id.write(out);
    return out.take();
}

}

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_isRead()
    {
        const Read read(R"({"jsonrpc":"2.0","id":7,"method":"a.b","params":{"x":1}})");
        const auto request = readRequest(read.json());
        QVERIFY(request.ok());
        QCOMPARE(request->method, QByteArrayView("a.b"));
        QVERIFY(request->id == RequestId(7));
        QVERIFY(request->wantsReply());
        QCOMPARE(request->params.find("x").integer(), 1);
    }

    void request_withoutId_wantsNoReply()
    {
        const Read read(R"({"jsonrpc":"2.0","method":"a.b"})");
        const auto request = readRequest(read.json());
        QVERIFY(request.ok());
        QVERIFY(!request->wantsReply());
        QVERIFY(request->params.isObject());
        QCOMPARE(request->params.count(), 0);
    }

    void request_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("no version") << QByteArray(R"({"id":1,"method":"a"})") << QStringLiteral("invalid_request");
        QTest::newRow("old version") << QByteArray(R"({"jsonrpc":"1.0","id":1,"method":"a"})") << QStringLiteral("invalid_request");
        QTest::newRow("no method") << QByteArray(R"({"jsonrpc":"2.0","id":1})") << QStringLiteral("invalid_request");
        QTest::newRow("method a number") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":5})") << QStringLiteral("invalid_request");
        QTest::newRow("fractional id") << QByteArray(R"({"jsonrpc":"2.0","id":1.5,"method":"a"})") << QStringLiteral("invalid_request");
        QTest::newRow("null id") << QByteArray(R"({"jsonrpc":"2.0","id":null,"method":"a"})") << QStringLiteral("invalid_request");
        QTest::newRow("object id") << QByteArray(R"({"jsonrpc":"2.0","id":{},"method":"a"})") << QStringLiteral("invalid_request");
        QTest::newRow("unknown key") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"a","extra":1})") << QStringLiteral("invalid_request");
        QTest::newRow("positional params") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"a","params":[1]})") << QStringLiteral("invalid_params");
    }
    void request_isRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, kind);
        const Read read(text);
        const auto request = readRequest(read.json());
        QVERIFY(!request.ok());
        QCOMPARE(QString(errorKind(request.error().code)), kind);
    }

    void longTextId_isRefused()
    {
        const auto withId = [](const QByteArray &id) { return QByteArray("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":\"" + id + "\"}"); };
        const Read tooLong(withId(QByteArray(65, 'x')));
        QVERIFY(!readRequest(tooLong.json()).ok());
        QVERIFY(replyIdOf(tooLong.json()).isNull());
        const Read good(withId(QByteArray(64, 'x')));
        QVERIFY(readRequest(good.json()).ok());
        // Characters count, not bytes.
        const Read wide(withId(QByteArray("\xE2\x82\xAC").repeated(64)));
        QVERIFY(readRequest(wide.json()).ok());
        const Read tooWide(withId(QByteArray("\xE2\x82\xAC").repeated(65)));
        QVERIFY(!readRequest(tooWide.json()).ok());
    }

    void id_comesBackAsItWas_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("number") << QByteArray("-9223372036854775808");
        QTest::newRow("text") << QByteArray("\"a\\\"b\\\\c\\u001f\\n\"");
        QTest::newRow("other alphabet") << QByteArray("\"\xE2\x82\xAC\xF0\x9F\x8E\xAD\"");
        QTest::newRow("empty") << QByteArray("\"\"");
    }
    void id_comesBackAsItWas()
    {
        QFETCH(QByteArray, id);
        const Read read("{\"id\":" + id + "}");
        QVERIFY(read.json().isObject());
        QCOMPARE(written(replyIdOf(read.json())), id);
    }

    void unusableId_isAnsweredWithNull()
    {
        QCOMPARE(written(replyIdOf(Read(R"({"id":{}})").json())), QByteArray("null"));
        QCOMPARE(written(replyIdOf(Read(R"({"id":1.5})").json())), QByteArray("null"));
        QCOMPARE(written(replyIdOf(Read("[]").json())), QByteArray("null"));
    }

    void error_travelsWithEveryFact()
    {
        const Error sent {.code = ErrorCode::InvalidParams,
                          .detail = QStringLiteral("gone"),
                          .places = {3, 5},
                          .limit = 10,
                          .retryAfterSeconds = 2,
                          .event = EventId::fromString(QStringLiteral("0192f3a4-0000-7000-8000-000000000001"))};
        const Read read(encodeError(4, sent));
        const auto message = readServerMessage(read.json());
        QVERIFY(message.ok());
        const auto &reply = std::get<Reply>(*message);
        QCOMPARE(reply.id, 4);
        QCOMPARE(reply.result.error(), sent);
    }

    void internalDetail_staysInside_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("internal") << int(ErrorCode::Internal);
        QTest::newRow("storage") << int(ErrorCode::StorageUnavailable);
        QTest::newRow("unknown") << int(ErrorCode::OutcomeUnknown);
        QTest::newRow("busy") << int(ErrorCode::Overloaded);
        QTest::newRow("not there") << int(ErrorCode::NotFound);
        QTest::newRow("there already") << int(ErrorCode::AlreadyExists);
    }
    void internalDetail_staysInside()
    {
        QFETCH(int, code);
        const QByteArray text = encodeError(1, {.code = ErrorCode(code), .detail = QStringLiteral("password=hunter2")});
        QVERIFY(!text.contains("hunter2"));
    }

    void result_travels()
    {
        const Read read(encodeResult(9, SessionPingResult {.serverTime = Instant(std::chrono::milliseconds(1))}));
        const auto message = readServerMessage(read.json());
        QVERIFY(message.ok());
        QCOMPARE(std::get<Reply>(*message).id, 9);
        QCOMPARE(std::get<Reply>(*message).result->find("serverTime").text(), QByteArrayView("1970-01-01T00:00:00.001Z"));
    }

    void notification_travels()
    {
        const Read read(encodeNotification<SeatmapChanged>({.to = 3}));
        const auto message = readServerMessage(read.json());
        QVERIFY(message.ok());
        QCOMPARE(std::get<Notification>(*message).method, QByteArrayView("seatmap.changed"));
        QCOMPARE(std::get<Notification>(*message).params.find("to").integer(), 3);
    }

    void serverGarbage_isAnError()
    {
        QVERIFY(!readServerMessage(Read("<html>").json()).ok());
        QVERIFY(!readServerMessage(Read("{}").json()).ok());
    }

    void everyErrorCode_hasItsOwnKindAndNumber()
    {
        QSet<QString> kinds;
        QSet<int> numbers;
        for (const ErrorCode code : allErrorCodes()) {
            kinds.insert(errorKind(code));
            numbers.insert(errorNumber(code));
            QCOMPARE(errorCodeFromKind(QString(errorKind(code))), code);
        }
        QCOMPARE(kinds.size(), allErrorCodes().size());
        QCOMPARE(numbers.size(), allErrorCodes().size());
        QVERIFY(!errorCodeFromKind(u"no_such_kind"));
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
