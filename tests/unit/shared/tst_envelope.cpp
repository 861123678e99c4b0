// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/envelope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace parterre::protocol;

namespace {

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

}

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_isRead()
    {
        const auto request = readRequest(object(R"({"jsonrpc":"2.0","id":7,"method":"a.b","params":{"x":1}})"));
        QVERIFY(request.ok());
        QCOMPARE(request->method, QStringLiteral("a.b"));
        QCOMPARE(request->id.toInt(), 7);
        QVERIFY(request->wantsReply());
        QCOMPARE(request->params.value(QStringLiteral("x")).toInt(), 1);
    }

    void request_withoutId_wantsNoReply()
    {
        const auto request = readRequest(object(R"({"jsonrpc":"2.0","method":"a.b"})"));
        QVERIFY(request.ok());
        QVERIFY(!request->wantsReply());
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
        const auto request = readRequest(object(text.constData()));
        QVERIFY(!request.ok());
        QCOMPARE(QString(errorKind(request.error().code)), kind);
    }

    void longTextId_isRefused()
    {
        QJsonObject json = object(R"({"jsonrpc":"2.0","method":"a"})");
        json.insert(QStringLiteral("id"), QString(65, u'x'));
        QVERIFY(!readRequest(json).ok());
        QVERIFY(replyIdOf(json).isNull());
        json.insert(QStringLiteral("id"), QString(64, u'x'));
        QVERIFY(readRequest(json).ok());
    }

    void error_travelsWithEveryFact()
    {
        const Error sent {.code = ErrorCode::InvalidParams,
                          .detail = QStringLiteral("gone"),
                          .places = {3, 5},
                          .limit = 10,
                          .retryAfterSeconds = 2,
                          .event = EventId::fromString(QStringLiteral("0192f3a4-0000-7000-8000-000000000001"))};
        const auto message = readServerMessage(encode(errorEnvelope(4, sent)));
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
        const QByteArray text = encode(errorEnvelope(1, {.code = ErrorCode(code), .detail = QStringLiteral("password=hunter2")}));
        QVERIFY(!text.contains("hunter2"));
    }

    void result_travels()
    {
        const auto message = readServerMessage(encode(resultEnvelope(9, {{QStringLiteral("ok"), true}})));
        QVERIFY(message.ok());
        QVERIFY(std::get<Reply>(*message).result->value(QStringLiteral("ok")).toBool());
    }

    void notification_travels()
    {
        const auto message = readServerMessage(encodeNotification("seatmap.changed", {{QStringLiteral("to"), 3}}));
        QVERIFY(message.ok());
        QCOMPARE(std::get<Notification>(*message).method, QStringLiteral("seatmap.changed"));
    }

    void serverGarbage_isAnError()
    {
        QVERIFY(!readServerMessage("<html>").ok());
        QVERIFY(!readServerMessage("{}").ok());
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
