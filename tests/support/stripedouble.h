// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QUrl>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace parterre::testing {

// Answers as Stripe's API reference says that Stripe does (docs.stripe.com/api: authentication, errors, idempotent requests,
// PaymentIntents, refunds, events; docs.stripe.com/webhooks: signatures), as far as intents and refunds go, and as strict.
// It shares no code with what it tests. What happens to an intent becomes an event, which is delivered when the test says so.
// Serves on the thread it lives on, which has to have an event loop.
class StripeDouble final : public QTcpServer
{
    Q_OBJECT
public:
    struct Request {
        QByteArray method = {};
        QByteArray path = {};
        QMap<QByteArray, QByteArray> query = {};
        QMap<QByteArray, QByteArray> fields = {}; // of the form
        QMap<QByteArray, QByteArray> headers = {}; // names in lower case
    };
    // What becomes of the next calls.
    enum class Mood {
        Well,
        Unreachable,   // nothing happens, nothing is answered
        Forgetful,     // it happens, and the answer is lost
        Busy,          // 429
        Broken,        // 500
        Refusing,      // 400, for a reason that stays
    };

    StripeDouble();

    [[nodiscard]] QUrl url() const;
    static QByteArray secretKey() { return "sk_test_parterre"; }
    static QByteArray webhookSecret() { return "whsec_parterre"; }
    void setMood(Mood mood) { m_mood = mood; }
    // Stripe keeps keys for a day at least.
    void forgetKeys() { m_answers.clear(); }
    // Of refunds that are made from now on: "succeeded", "pending", "failed".
    void setRefundsAre(const QString &status) { m_refundStatus = status; }

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] QList<QJsonObject> intents() const { return m_intents.values(); }
    [[nodiscard]] QJsonObject intent(const QString &id) const { return m_intents.value(id); }
    [[nodiscard]] QList<QJsonObject> refunds() const { return m_refunds.values(); }

    // What the payer, the bank or the house's dashboard does.
    void pay(const QString &intent) { pay(intent, m_intents.value(intent).value(QLatin1StringView("amount")).toInteger()); }
    void pay(const QString &intent, qint64 received);
    void decline(const QString &intent);
    void cancel(const QString &intent);
    void settleRefund(const QString &refund, const QString &status);
    void refundAtDesk(const QString &intent, qint64 amount);                // id: of the last refund
    void dispute(const QString &intent, const QString &status);             // "needs_response", "lost", "won"

    // All events so far, oldest first. Each can be delivered at any time and as often as one likes.
    [[nodiscard]] const QList<QJsonObject> &events() const { return m_events; }
    [[nodiscard]] std::optional<QJsonObject> lastEvent(const QString &type) const;
    [[nodiscard]] static QByteArray signatureOf(const QByteArray &body, qint64 seconds, const QByteArray &secret = webhookSecret());
    // Posts an event to the house, which takes a while.
    static QNetworkReply *post(QNetworkAccessManager &network, const QJsonObject &event, const QUrl &to);
    // The same, and waits for the answer; its HTTP status, 0 when there is none.
    static int deliver(const QJsonObject &event, const QUrl &to);

private:
    struct Reply {
        int status = 200;
        QJsonObject body = {};
    };

    void onConnected();
    void onReadable(QTcpSocket *socket);
    [[nodiscard]] Reply answer(const Request &request);
    [[nodiscard]] Reply perform(const Request &request);
    [[nodiscard]] Reply createIntent(const Request &request);
    [[nodiscard]] Reply confirmIntent(const Request &request, const QString &id);
    [[nodiscard]] Reply cancelIntent(const Request &request, const QString &id);
    [[nodiscard]] Reply createRefund(const Request &request);
    [[nodiscard]] Reply listRefunds(const Request &request) const;
    void setIntent(const QString &id, const QJsonObject &changes, const QString &event);
    void tell(const QString &type, const QJsonObject &about);
    [[nodiscard]] QString newId(const QString &prefix);

    Mood m_mood = Mood::Well;
    QString m_refundStatus = QStringLiteral("succeeded");
    int m_lastNumber = 0;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<Request> m_requests;
    QMap<QString, QJsonObject> m_intents;
    QMap<QString, QJsonObject> m_refunds;
    QList<QJsonObject> m_events;
    struct Kept {
        Request request = {};
        Reply reply = {};
    };
    QHash<QByteArray, Kept> m_answers; // by idempotency key
};

} // namespace parterre::testing
