// SPDX-License-Identifier: GPL-3.0-or-later
#include "methodscene.h"

#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "shared/protocol/methods.h"
#include "tests/support/blockparams.h"
#include "tests/support/eventparams.h"
#include "tests/support/messages.h"
#include "tests/support/noshowparams.h"
#include "tests/support/posterfile.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

Scene::Scene(const storage::DatabaseConfig &database) : house(database, {.stripe = stripe.url(), .smtp = smtp.serverPort()})
{
    const auto customer = house.visitor(Role::Customer);
    if (!customer->call(u"holds.acquire"_s, placesOf(house.events().evening, {399})).ok())
        qFatal("the customer could not hold a seat");
    const WireReply sold = customer->call(u"bookings.checkout"_s, checkoutOf(house.events().evening, {399}, newKey()));
    booking = sold.at(u"booking.id"_s).toString();
    ticket = sold.at(u"booking.tickets.0.number"_s).toString();
    manager = house.visitor(Role::Manager);
    owedBooking = cancelledWithItsEvent();
    draft = saveDraft(u"Kept"_s);
    const WireReply published = manager->call(u"plans.publish"_s, {{u"venue"_s, house.venue().toString()},
                                                                   {u"upload"_s, uploadOf(*manager, planio::writePlan(studioCinemaPlan()))},
                                                                   {u"after"_s, 0},
                                                                   {u"name"_s, u"Drawn"_s},
                                                                   {u"draft"_s, QJsonObject {{u"id"_s, draft}, {u"revision"_s, 1}}}});
    drawnPlan = published.at(u"plan.ref.id"_s).toString();
    series = newKey();
    if (!manager->call(u"events.createSeries"_s, seriesIn(house, series, u"FREQ=DAILY;COUNT=2"_s)).ok())
        qFatal("the manager could not make a series");
    source = saveSource();
    observer = house.visitor(Role::Clerk);
    const WireReply issued = observer->call(u"vouchers.issue"_s, voucherOf(1'000));
    voucher = issued.at(u"voucher.id"_s).toString();
    voucherCode = issued.at(u"code"_s).toString();
    if (!observer->call(u"holds.acquire"_s, placesOf(house.events().evening, {kHeldSeat})).ok())
        qFatal("the clerk could not hold a seat");
    if (!observer->call(u"holds.acquire"_s, placesOf(house.events().evening, {397})).ok())
        qFatal("the clerk could not hold another seat");
    reserved = observer->call(u"bookings.reserve"_s, reservationOf(house.events().evening, {397}, newKey())).at(u"booking.id"_s).toString();
}

QString Scene::cancelledWithItsEvent()
{
    const EventId event = house.events().final;
    const QJsonObject named {{u"event"_s, event.toString()}};
    const auto guest = house.visitor();
    if (!guest->call(u"holds.acquire"_s, placesOf(event, {7})).ok())
        qFatal("the guest could not hold a seat");
    const QString bought = guest->call(u"bookings.checkout"_s, checkoutOf(event, {7}, newKey())).at(u"booking.id"_s).toString();
    if (!manager->call(u"events.cancel"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire"_s}}).ok())
        qFatal("the manager could not cancel an event");
    while (manager->call(u"events.refunds"_s, named).at(u"totals.remaining"_s).toInt() > 0) {}
    return bought;
}

QJsonObject Scene::pendingPayment()
{
    if (const WireReply held = observer->call(u"holds.acquire"_s, placesOf(house.events().evening, {++lastSeat})); !held.ok())
        qFatal("the clerk could not hold seat %d: %s", lastSeat, qPrintable(held.kind()));
    return {{u"booking"_s, observer->call(u"payments.begin"_s, onlineOf(house.events().evening, {lastSeat}, newKey())).at(u"payment.booking"_s)}};
}

QJsonValue Scene::strayMoney()
{
    const QJsonObject object {{u"id"_s, u"pi_stray_"_s + newKey()},
                              {u"object"_s, u"payment_intent"_s},
                              {u"status"_s, u"succeeded"_s},
                              {u"amount"_s, 100},
                              {u"amount_received"_s, 100},
                              {u"currency"_s, u"eur"_s},
                              {u"metadata"_s, QJsonObject {{u"parterre_payment"_s, newKey()}, {u"parterre_house"_s, house.id()}}}};
    QUrl webhook = house.url();
    webhook.setScheme(u"http"_s);
    webhook.setPath(u"/webhooks/stripe"_s);
    StripeDouble::deliver({{u"id"_s, u"evt_"_s + newKey()}, {u"object"_s, u"event"_s}, {u"data"_s, QJsonObject {{u"object"_s, object}}}}, webhook);
    return manager->call(u"payments.unmatched"_s).at(u"money"_s).toArray().last()[u"id"_s];
}

QString Scene::saveDraft(const QString &name)
{
    const QString id = newKey();
    const QString upload = uploadOf(*manager, designNamed(name));
    const QJsonObject params {{u"draft"_s, id}, {u"venue"_s, house.venue().toString()}, {u"name"_s, name}, {u"upload"_s, upload}, {u"expected"_s, 0}};
    if (!manager->call(u"drafts.save"_s, params).ok())
        qFatal("the manager could not save a draft");
    return id;
}

QJsonObject Scene::newBlock()
{
    QJsonObject block = blockOf(house.events().evening, {++lastSeat});
    block.insert(u"release"_s, QJsonObject {{u"minutesBefore"_s, 0}, {u"confirmed"_s, false}});
    return block;
}

QString Scene::blockSeat()
{
    const QJsonObject params = newBlock();
    if (!manager->call(u"blocks.create"_s, params).ok())
        qFatal("the manager could not block a seat");
    return params.value(u"block"_s).toString();
}

QString Scene::saveDiscount(const QString &name)
{
    const QJsonObject discount = groupDiscount(name);
    if (!manager->call(u"discounts.save"_s, {{u"discount"_s, discount}}).ok())
        qFatal("the manager could not save a discount");
    return discount.value(u"id"_s).toString();
}

QJsonObject Scene::venueWithLogo()
{
    const QJsonObject venue {{u"venue"_s, house.venue().toString()}};
    if (!manager->call(u"venues.setLogo"_s, with(venue, u"upload"_s, uploadOf(*manager, pngFile(120, 180)))).ok())
        qFatal("the logo could not be set");
    return venue;
}

QString Scene::makeVenue()
{
    const QString id = newKey();
    if (!manager->call(u"venues.create"_s, {{u"venue"_s, id}, {u"definition"_s, venueNamed(newKey())}}).ok())
        qFatal("the manager could not make a venue");
    return id;
}

QString Scene::saveSource()
{
    const QString id = newKey();
    if (!manager->call(u"showtimes.saveSource"_s, sourceIn(house, id)).ok())
        qFatal("the manager could not save a source of showtimes");
    return id;
}

QJsonArray Scene::fingerprint()
{
    QJsonArray all;
    for (const EventId &event : {house.events().evening, house.events().matinee}) {
        const WireReply map = observer->call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}});
        all.append(map.at(u"revision"_s));
        all.append(map.at(u"states"_s));
    }
    for (const EventId &event : {house.events().matinee, house.events().later, house.events().calledOff, house.events().abroad, house.events().final})
        all.append(observer->call(u"events.get"_s, {{u"event"_s, event.toString()}}).at(u"event"_s));
    all.append(observer->call(u"events.search"_s).at(u"events"_s));
    all.append(observer->call(u"venues.list"_s).at(u"venues"_s));
    all.append(manager->call(u"drafts.list"_s).at(u"drafts"_s));
    all.append(manager->call(u"events.search"_s, {{u"series"_s, series}}).at(u"events"_s));
    all.append(observer->call(u"blocks.list"_s, {{u"event"_s, house.events().evening.toString()}}).result);
    all.append(manager->call(u"discounts.list"_s).at(u"discounts"_s));
    all.append(observer->call(u"bookings.list"_s).at(u"bookings"_s));
    all.append(observer->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking"_s));
    all.append(observer->call(u"bookings.notes"_s, {{u"booking"_s, booking}}).at(u"notes"_s));
    all.append(observer->call(u"bookings.get"_s, {{u"booking"_s, owedBooking}}).at(u"booking"_s));
    all.append(observer->call(u"bookings.get"_s, {{u"booking"_s, reserved}}).at(u"booking"_s));
    all.append(observer->call(u"events.refunds"_s, {{u"event"_s, house.events().final.toString()}}).result);
    all.append(observer->call(u"bookings.mails"_s, {{u"booking"_s, booking}}).at(u"mails"_s).toArray().size());
    all.append(observer->call(u"tickets.codes"_s, {{u"booking"_s, booking}}).result);
    all.append(observer->call(u"vouchers.list"_s).at(u"vouchers"_s));
    all.append(observer->call(u"checkins.list"_s, {{u"event"_s, house.events().evening.toString()}}).result);
    return all;
}

QJsonObject Scene::contact()
{
    const QJsonObject stored = observer->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking"_s).toObject();
    QJsonObject contact {{u"name"_s, stored.value(u"customerName"_s)}};
    for (const QString &key : {u"email"_s, u"phone"_s}) {
        if (stored.contains(key))
            contact.insert(key, stored.value(key));
    }
    return contact;
}

QJsonObject Scene::newMail() const
{
    return {{u"booking"_s, booking},
            {u"key"_s, newKey()},
            {u"to"_s, u"ada@example.org"_s},
            {u"subject"_s, u"Tickets"_s},
            {u"body"_s, u"Here they are."_s},
            {u"attachment"_s, newKey()}};
}

QJsonObject Scene::noShow()
{
    if (tonight.isEmpty())
        tonight = openTonight(house);
    const QJsonValue sold = soldTo(*observer, tonight, {++lastSeat});
    return noShowsOf(tonight, {sold[u"tickets"_s][0][u"number"_s].toString()});
}

QString Scene::validTicket()
{
    const QJsonArray prints = observer->call(u"tickets.codes"_s, {{u"booking"_s, booking}}).at(u"prints"_s).toArray();
    return prints.at(0)[u"ticket"_s].toString();
}

QString faultOf(const QString &method, const QJsonObject &result)
{
    QString fault = u"no such method"_s;
    protocol::AllMethods::forEach([&]<class Method>() {
        if (method != QLatin1StringView(Method::kInfo.name))
            return;
        const auto read = messageFrom<typename Method::Result>(result, protocol::ReadMode::Strict);
        fault = read ? QString() : read.error().detail;
    });
    return fault;
}

} // namespace parterre::testing
