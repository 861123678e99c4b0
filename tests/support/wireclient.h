// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QWebSocket>

namespace parterre::testing {

// What came back for one request: a result, or an error with its stable word.
struct WireReply {
    QJsonObject result = {};
    QJsonObject error = {};

    [[nodiscard]] bool ok() const { return error.isEmpty(); }
    [[nodiscard]] QJsonObject data() const;
    [[nodiscard]] QString kind() const; // empty when it succeeded
    [[nodiscard]] QList<qint32> places() const;
    // The place of a dotted path in the result: "booking.tickets.0.number".
    [[nodiscard]] QJsonValue at(const QString &path) const;
};

// A plain JSON-RPC client that shares no code with the app's: sends what it is told, keeps what comes. Replies are found
// by the number of their request; notifications and everything else are kept in their order.
// Waiting ends with the awaited thing, or after a patience that only a failing test uses up.
class WireClient : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPatience = 60'000; // milliseconds

    struct Call {
        QString method = {};
        QJsonObject params = {};
    };

    explicit WireClient(const QUrl &server, const QSslConfiguration &tls = QSslConfiguration::defaultConfiguration());
    ~WireClient() override;

    [[nodiscard]] bool awaitConnected();
    // session.hello, taking up an earlier visit when given its token.
    WireReply hello(const QString &resume = {});
    [[nodiscard]] QString resumeToken() const { return m_resumeToken; }

    // Leaves at once; the number finds the reply.
    qint64 send(const QString &method, const QJsonObject &params = {});
    [[nodiscard]] WireReply await(qint64 request);
    [[nodiscard]] bool hasReply(qint64 request) const { return m_replies.contains(request); }
    WireReply call(const QString &method, const QJsonObject &params = {});
    // One message with all of them, dispatched one after another; the replies in the order of the calls.
    [[nodiscard]] QList<WireReply> callTogether(const QList<Call> &calls);

    // Whatever the bytes are; the answer is the next message that is neither a numbered reply nor a notification.
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }
    void sendBinary(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }
    [[nodiscard]] QJsonDocument awaitOther();
    [[nodiscard]] qsizetype otherCount() const { return m_others.size(); }

    // Params of the notifications that came, oldest first.
    [[nodiscard]] QList<QJsonObject> notifications(const QString &method) const { return m_notifications.value(method); }
    // The next notification of the method that nobody asked for yet; empty when none came.
    [[nodiscard]] QJsonObject awaitNotification(const QString &method);

    [[nodiscard]] bool awaitClosed();
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    // Gone without a word, as when the network is.
    void vanish() { m_socket.abort(); }

    // Until the condition holds; it is looked at whenever something happened here.
    template<class Condition>
    [[nodiscard]] bool waitUntil(Condition condition)
    {
        QSignalSpy spy(this, &WireClient::happened);
        const QDeadlineTimer patience(kPatience);
        while (!condition()) {
            if (patience.hasExpired() || !spy.wait(static_cast<int>(patience.remainingTime())))
                return condition();
        }
        return true;
    }

Q_SIGNALS:
    void happened();
    void notified(const QString &method, const QJsonObject &params);

private:
    void onText(const QString &text);

    QWebSocket m_socket;
    QString m_resumeToken;
    qint64 m_lastId = 0;
    QHash<qint64, WireReply> m_replies;
    QHash<QString, QList<QJsonObject>> m_notifications;
    QHash<QString, qsizetype> m_told; // by method: how many awaitNotification() gave out
    QList<QJsonDocument> m_others;
};

} // namespace parterre::testing
