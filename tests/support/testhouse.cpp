// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testhouse.h"

#include "backend/server/catalogedit.h"
#include "backend/services/secret.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/accountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/serverrepository.h"
#include "shared/protocol/uploads.h"
#include "tests/support/posterfile.h"
#include "tests/support/stripedouble.h"

#include <QFile>
#include <QUuid>

namespace parterre::testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::hours;

namespace {

void dieUnless(const Result<void> &done)
{
    if (!done)
        qFatal("the test house: %s %s", qUtf8Printable(QString(errorMeaning(done.error().code))), qUtf8Printable(done.error().detail));
}

template<class T>
T orDie(const Result<T> &result)
{
    dieUnless(result ? Result<void>() : Result<void>(result.error()));
    return *result;
}

Plan smallHall()
{
    Plan plan {.name = u"Small hall"_s, .size = {600, 600}};
    plan.categories = {{u"front"_s, u"Front"_s, u"#0072b2"_s}, {u"rear"_s, u"Rear"_s, u"#e69f00"_s}};
    Section stalls {.name = u"Stalls"_s};
    for (qint32 index = 0; index < TestHouse::kSeats; ++index) {
        const qint32 row = index / TestHouse::kSeatsPerRow;
        const qint32 number = index % TestHouse::kSeatsPerRow + 1;
        if (number == 1)
            stalls.rows.append({.label = QString(QChar(u'A' + row))});
        stalls.rows.last().seats.append({.index = index,
                                         .number = QString::number(number),
                                         .label = u"Stalls %1 %2"_s.arg(stalls.rows.last().label).arg(number),
                                         .position = {25.0 * number, 25.0 * row},
                                         .category = row == 0 ? 0 : 1});
    }
    plan.sections = {stalls};
    return plan;
}

Plan cabaretHall()
{
    using Cabaret = TestHouse::Cabaret;
    Plan plan {.name = u"Cabaret"_s, .size = {520, 400}};
    plan.categories = smallHall().categories;
    Section floor {.name = u"Floor"_s};
    for (qint32 index = 0; index < Cabaret::kFirstStanding; ++index) {
        if (index % Cabaret::kTable == 0) {
            const auto table = static_cast<qint32>(floor.tables.size());
            floor.tables.append({.label = QString::number(table + 1), .position = {100.0 + 140 * table, 100}, .soldWhole = table < 2});
        }
        const QString number = QString::number(index % Cabaret::kTable + 1);
        floor.tables.last().seats.append({.index = index,
                                          .number = number,
                                          .label = u"Table %1 Seat %2"_s.arg(floor.tables.last().label, number),
                                          .position = {100.0 + 140 * (index / Cabaret::kTable) + (index % 2 ? 22 : -22), 100.0 + (index % 4 / 2 ? 42 : -42)}});
    }
    floor.areas = {{.name = u"Standing"_s,
                    .outline = {{50, 250}, {350, 250}, {350, 350}, {50, 350}},
                    .category = 1,
                    .firstPlace = Cabaret::kFirstStanding,
                    .capacity = Cabaret::kStanding}};
    const Section gallery {.name = u"Gallery"_s,
                           .areas = {{.name = u"Gallery"_s,
                                      .outline = {{50, 360}, {350, 360}, {200, 390}},
                                      .category = 1,
                                      .firstPlace = Cabaret::kFirstGallery,
                                      .capacity = Cabaret::kGallery}}};
    plan.sections = {floor, gallery};
    return plan;
}

// Children do not sit in front.
QList<Price> prices(const QString &currency)
{
    const Currency money = *Currency::fromCode(currency);
    return {{u"front"_s, u"adult"_s, {TestHouse::kFrontPrice, money}},
            {u"rear"_s, u"adult"_s, {TestHouse::kRearPrice, money}},
            {u"rear"_s, u"child"_s, {TestHouse::kRearPrice / 2, money}}};
}

} // namespace

TestHouse::TestHouse(const storage::DatabaseConfig &database, const HouseWishes &wishes) : m_database(database), m_wishes(wishes)
{
    dieUnless(services::startCryptography());
    furnish();
    restart();
}

TestHouse::~TestHouse()
{
    stop();
}

void TestHouse::stop()
{
    m_house.reset();
}

void TestHouse::restart()
{
    stop();
    m_house = std::make_unique<server::House>(config(), clock());
    dieUnless(m_house->start());
}

std::unique_ptr<server::House> TestHouse::rival() const
{
    auto other = std::make_unique<server::House>(config(), clock());
    dieUnless(other->start());
    return other;
}

QString TestHouse::id() const
{
    storage::Database database(m_database);
    dieUnless(database.open());
    const Result<QString> id = storage::ServerRepository(database).setting(u"house_id"_s);
    dieUnless(id ? Result<void>() : id.error());
    return *id;
}

std::unique_ptr<server::House> TestHouse::offlineRival() const
{
    server::ServerConfig offline = config();
    offline.stripeSecretKeyFile.clear();
    offline.stripeWebhookSecretFile.clear();
    offline.stripePublishableKey.clear();
    auto other = std::make_unique<server::House>(offline, clock());
    dieUnless(other->start());
    return other;
}

server::ServerConfig TestHouse::config() const
{
    server::ServerConfig config {.port = 0,
                                 .data = m_folder.path(),
                                 .database = m_database,
                                 .ioThreads = 1,
                                 .connectionsPerAddress = 10'000,
                                 .rateLimits = m_wishes.rateLimits,
                                 .grace = m_wishes.grace,
                                 .guests = m_wishes.guests,
                                 .selfServiceCash = m_wishes.selfServiceCash,
                                 .fetchPrivate = m_wishes.fetchPrivate,
                                 .passwordHashing = services::HashStrength::Cheap};
    if (m_wishes.smtp > 0) {
        config.mail = {.host = u"127.0.0.1"_s, .port = m_wishes.smtp, .security = mail::MailSecurity::None, .from = mail::Sender {.address = u"box@house.example"_s, .name = u"Test house"_s}};
        config.mailLookAround = 50ms;
    }
    if (m_wishes.stripe.isEmpty())
        return config;
    const auto secretFile = [this](const QString &name, const QByteArray &secret) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(secret) != secret.size())
            qFatal("a secret could not be written");
        return file.fileName();
    };
    config.stripeApi = m_wishes.stripe;
    config.stripeSecretKeyFile = secretFile(u"secret-key"_s, StripeDouble::secretKey());
    config.stripeWebhookSecretFile = secretFile(u"webhook-secret"_s, StripeDouble::webhookSecret());
    config.stripePublishableKey = u"pk_test_parterre"_s;
    config.online = {.site = QUrl(u"http://127.0.0.1"_s), .payWithin = m_wishes.payWithin, .grace = 500ms, .lookAround = 50ms, .firstLook = 200ms};
    return config;
}

void TestHouse::furnish()
{
    storage::Database database(m_database);
    dieUnless(database.open());
    UuidV7Generator ids(clock());
    const Instant now = clock().utcNow();
    const storage::AuditContext audit {.at = now};

    const auto addEvent = [&](const QString &name, EventState state, Instant start, const SaleRules &rules, const QString &currency = u"EUR"_s,
                              const std::optional<PlanVersionRef> &plan = {}) {
        Event event {.summary = {.id = ids.make<EventId>(), .name = name, .category = EventCategory::Play, .state = state, .start = start, .venue = {.id = m_venue}},
                     .description = u"A play"_s,
                     .durationMinutes = 120,
                     .plan = plan.value_or(m_plan),
                     .rules = rules,
                     .ticketTypes = {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}},
                     .prices = prices(currency)};
        dieUnless(storage::EventRepository(database).insert(event, audit));
        return event.summary.id;
    };
    const auto addProgramme = [&] {
        server::CatalogEdit edit(database, ids, audit);
        m_venue = orDie(edit.venue(u"Test house"_s, u"1 Main Street"_s, u"Europe/Berlin"_s)).id;
        m_plan = orDie(edit.publish(m_venue, smallHall())).ref;
        const PlanVersionRef cabaret = orDie(edit.publish(m_venue, cabaretHall())).ref;
        const SaleRules rules {.maxSeats = kMaxSeats};
        const Instant soon = now + hours(48);
        m_events = {.evening = addEvent(u"Hamlet"_s, EventState::Published, soon, rules),
                    .matinee = addEvent(u"Macbeth"_s, EventState::Published, soon + hours(1), rules),
                    .hasty = addEvent(u"Quick change"_s, EventState::Published, soon + hours(2),
                                      {.holdTime = std::chrono::seconds(1), .extensionTime = std::chrono::seconds(1), .maxExtensions = 2, .maxSeats = kMaxSeats}),
                    .later = addEvent(u"Next season"_s, EventState::Published, soon + hours(3), {.salesFrom = now + hours(24)}),
                    .paused = addEvent(u"Pause"_s, EventState::Paused, soon + hours(4), rules),
                    .draft = addEvent(u"Idea"_s, EventState::Draft, soon + hours(5), rules),
                    .past = addEvent(u"Yesterday"_s, EventState::Published, now - hours(1), rules),
                    .calledOff = addEvent(u"Called off"_s, EventState::Cancelled, soon + hours(6), rules),
                    .final = addEvent(u"No way back"_s, EventState::Published, soon + hours(7), {.cancelUntil = now - hours(1)}),
                    .abroad = addEvent(u"On tour"_s, EventState::Published, soon + hours(8), {.maxSeats = kMaxSeats, .maxPerBooking = kMaxPerBooking}, u"USD"_s),
                    .tidy = addEvent(u"Full house"_s, EventState::Published, soon + hours(9), {.maxSeats = kMaxSeats, .orphanRule = OrphanRule::Block}),
                    .cabaret = addEvent(u"Night owls"_s, EventState::Published, soon + hours(10), rules, u"EUR"_s, cabaret)};
        for (const EventId &event : {m_events.evening, m_events.draft})
            dieUnless(storage::PosterRepository(database).put(event, orDie(readPoster(pngFile(96, 128, event.toString().toLatin1()))), audit));
    };
    dieUnless(database.transact([&]() -> Result<void> {
        if (!m_wishes.bare)
            addProgramme();
        storage::AccountRepository accounts(database);
        for (const Role role : {Role::Customer, Role::Door, Role::Clerk, Role::Manager, Role::Administrator}) {
            if (role == Role::Administrator && !m_wishes.administrator)
                continue;
            const QString name = u"Test "_s + roleName(role);
            dieUnless(accounts.insert({.user = {.id = ids.make<UserId>(), .name = name, .role = role},
                                       .profile = {.name = name, .email = emailOf(role)},
                                       .passwordHash = orDie(services::hashPasswordNow(passwordOf(role), services::HashStrength::Cheap)).hash,
                                       .created = now},
                                      audit));
        }
        return {};
    }));
}

QUrl TestHouse::url() const
{
    return urlOf(*m_house);
}

QUrl TestHouse::urlOf(const server::House &house)
{
    return QUrl(u"ws://127.0.0.1:%1/rpc"_s.arg(house.port()));
}

QString TestHouse::emailOf(Role role)
{
    return roleName(role) + u"@house.example"_s;
}

QString TestHouse::passwordOf(Role role)
{
    return u"unlikely-"_s + roleName(role) + u"-7341"_s;
}

std::unique_ptr<WireClient> TestHouse::visitor(Role role) const
{
    auto client = std::make_unique<WireClient>(url());
    WireReply reply = client->hello();
    if (reply.ok() && role == Role::Guest)
        reply = client->call(u"auth.guest"_s, {{u"name"_s, u"Gus Guest"_s}});
    else if (reply.ok() && role != Role::Anonymous)
        reply = client->call(u"auth.login"_s, {{u"email"_s, emailOf(role)}, {u"password"_s, passwordOf(role)}});
    if (!reply.ok())
        qFatal("no %s could come in: %s", roleName(role).data(), QJsonDocument(reply.error).toJson().constData());
    return client;
}

QJsonObject placesOf(const EventId &event, const QList<qint32> &places)
{
    QJsonArray array;
    for (const qint32 place : places)
        array.append(place);
    return {{u"event"_s, event.toString()}, {u"places"_s, array}};
}

QJsonObject checkoutOf(const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType)
{
    QJsonArray items;
    for (const qint32 place : places)
        items.append(QJsonObject {{u"event"_s, event.toString()}, {u"place"_s, place}, {u"ticketType"_s, ticketType}});
    return {{u"key"_s, key}, {u"items"_s, items}, {u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}}}};
}

QJsonObject onlineOf(const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType)
{
    QJsonObject params = checkoutOf(event, places, key, ticketType);
    params.remove(u"payment"_s);
    return params;
}

QJsonObject reservationOf(const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType)
{
    QJsonObject params = checkoutOf(event, places, key, ticketType);
    params.remove(u"payment"_s);
    params.insert(u"customerName"_s, u"Ada"_s);
    return params;
}

QJsonObject exchangeOf(const QJsonValue &booking, const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType)
{
    return {{u"booking"_s, booking[u"id"_s]},
            {u"key"_s, key},
            {u"tickets"_s, QJsonArray {booking[u"tickets"_s][0][u"number"_s]}},
            {u"items"_s, checkoutOf(event, places, key, ticketType).value(u"items"_s)}};
}

QString uploadOf(WireClient &client, const QByteArray &file)
{
    const QString upload = newKey();
    sendAs(client, upload, file);
    return upload;
}

QByteArray designNamed(const QString &name)
{
    return QJsonDocument(QJsonObject {{u"format"_s, u"parterre-design"_s}, {u"version"_s, 1}, {u"name"_s, name}}).toJson(QJsonDocument::Compact);
}

void sendAs(WireClient &client, const QString &upload, const QByteArray &file)
{
    qsizetype sent = 0;
    do {
        const QByteArray part = file.mid(sent, protocol::kMaxUploadPartBytes);
        if (!client.call(u"uploads.append"_s, {{u"upload"_s, upload}, {u"offset"_s, sent}, {u"data"_s, QString::fromLatin1(part.toBase64())}}).ok())
            qFatal("the file could not be sent");
        sent += part.size();
    } while (sent < file.size());
}

QJsonObject voucherOf(qint64 amount, const QString &currency)
{
    const QJsonObject money {{u"amount"_s, amount}, {u"currency"_s, currency}};
    return {{u"key"_s, newKey()}, {u"amount"_s, money}, {u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"cash"_s}, {u"amount"_s, money}}}}};
}

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace parterre::testing
