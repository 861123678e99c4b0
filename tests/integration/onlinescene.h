// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"
#include "tests/support/auditactions.h"
#include "tests/support/stripedouble.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace parterre::testing {

using namespace Qt::StringLiterals;

struct WebAnswer {
    int status = 0;
    QByteArray body = {};
    QByteArray policy = {};

    [[nodiscard]] QString at(const QString &key) const { return QJsonDocument::fromJson(body).object().value(key).toString(); }
};

inline WebAnswer ask(const QByteArray &method, const QUrl &url, const QByteArray &body = {})
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    QNetworkAccessManager network;
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), .body = reply->readAll(), .policy = reply->rawHeader("Content-Security-Policy")};
}

// A house that sells online, a double of Stripe, and a customer.
struct OnlineScene {
    explicit OnlineScene(TestDatabases &databases, std::chrono::milliseconds payWithin = std::chrono::minutes(15), bool selfServiceCash = true)
        : house(databases.create(engine()), {.selfServiceCash = selfServiceCash, .stripe = stripe.url(), .payWithin = payWithin})
        , customer(house.visitor(Role::Customer))
    {
    }

    static storage::Engine engine()
    {
        QFETCH(parterre::storage::Engine, engine);
        return engine;
    }
    [[nodiscard]] EventId event() const { return house.events().evening; }
    [[nodiscard]] QUrl web(const QString &path) const
    {
        QUrl url = house.url();
        url.setScheme(u"http"_s);
        url.setPath(path);
        return url;
    }
    [[nodiscard]] QJsonObject sale(const QList<qint32> &places, const QString &key = newKey()) const
    {
        return onlineOf(event(), places, key);
    }
    WireReply begin(const QList<qint32> &places, const QString &key = newKey())
    {
        if (!customer->call(u"holds.acquire"_s, placesOf(event(), places)).ok())
            qFatal("the seats could not be held");
        const WireReply begun = customer->call(u"payments.begin"_s, sale(places, key));
        booking = begun.at(u"payment.booking"_s).toString();
        page = QUrl(begun.at(u"page"_s).toString()).path();
        return begun;
    }
    // What is open of the booking.
    WireReply payRest(const QString &key)
    {
        const WireReply begun = customer->call(u"payments.begin"_s, {{u"booking"_s, booking}, {u"key"_s, key}});
        page = QUrl(begun.at(u"page"_s).toString()).path();
        return begun;
    }
    [[nodiscard]] QString intent() const { return stripe.intents().constLast().value("id"_L1).toString(); }
    WebAnswer pay(const QByteArray &method = "ctoken_visa") { return ask("POST", web(page), method); }
    int deliver(const QString &type)
    {
        const std::optional<QJsonObject> event = stripe.lastEvent(type);
        return event ? StripeDouble::deliver(*event, web(u"/webhooks/stripe"_s)) : 0;
    }
    [[nodiscard]] QString state() { return customer->call(u"payments.get"_s, {{u"booking"_s, booking}}).at(u"payment.state"_s).toString(); }
    [[nodiscard]] QJsonObject stored() { return customer->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking"_s).toObject(); }
    [[nodiscard]] QString bookingState() { return stored().value(u"state"_s).toString(); }
    [[nodiscard]] bool awaitState(const QString &wanted)
    {
        return QTest::qWaitFor([&] { return state() == wanted; }, WireClient::kPatience);
    }
    [[nodiscard]] bool awaitFallenFree()
    {
        return QTest::qWaitFor([&] { return bookingState() == "cancelled"_L1; }, WireClient::kPatience);
    }
    // Whether everything that moves money says the same.
    [[nodiscard]] bool addsUp() const
    {
        storage::Database database(house.database());
        if (!database.open())
            return false;
        const Result<qint64> bookings = storage::BookingRepository(database).imbalances();
        const Result<qint64> online = storage::OnlinePaymentRepository(database).imbalances();
        return bookings && online && *bookings == 0 && *online == 0;
    }
    [[nodiscard]] qsizetype audited(const QString &action) const { return auditActions(house.database(), [&](const storage::AuditEvent &event) { return event.action == action; }).size(); }
    [[nodiscard]] qint64 refundedAtStripe() const
    {
        qint64 sum = 0;
        for (const QJsonObject &refund : stripe.refunds()) {
            if (refund.value("status"_L1).toString() != "failed"_L1)
                sum += refund.value("amount"_L1).toInteger();
        }
        return sum;
    }

    StripeDouble stripe;
    TestHouse house;
    std::unique_ptr<WireClient> customer;
    QString booking;
    QString page;
};

} // namespace parterre::testing
