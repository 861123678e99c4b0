// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/house.h"

#include "backend/api/authhandler.h"
#include "backend/api/blockhandler.h"
#include "backend/api/bookinghandler.h"
#include "backend/api/carthandler.h"
#include "backend/api/checkinhandler.h"
#include "backend/api/contacthandler.h"
#include "backend/api/discounthandler.h"
#include "backend/api/dispatcher.h"
#include "backend/api/drafthandler.h"
#include "backend/api/eventhandler.h"
#include "backend/api/holdhandler.h"
#include "backend/api/logohandler.h"
#include "backend/api/mailhandler.h"
#include "backend/api/noshowhandler.h"
#include "backend/api/paymenthandler.h"
#include "backend/api/planhandler.h"
#include "backend/api/profilehandler.h"
#include "backend/api/seathandler.h"
#include "backend/api/seatmaphandler.h"
#include "backend/api/serieshandler.h"
#include "backend/api/sessionhandler.h"
#include "backend/api/showtimehandler.h"
#include "backend/api/tickethandler.h"
#include "backend/api/uploadhandler.h"
#include "backend/api/venuehandler.h"
#include "backend/api/voucherhandler.h"
#include "backend/mail/smtpcarrier.h"
#include "backend/server/mailsettings.h"
#include "backend/server/urlfetcher.h"
#include "backend/services/accountservice.h"
#include "backend/services/blockservice.h"
#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/services/catalogservice.h"
#include "backend/services/checkinservice.h"
#include "backend/services/contactservice.h"
#include "backend/services/databaseblockstore.h"
#include "backend/services/databasecontactstore.h"
#include "backend/services/databasenoshowstore.h"
#include "backend/services/databasesalestore.h"
#include "backend/services/discountservice.h"
#include "backend/services/draftservice.h"
#include "backend/services/eventcancelservice.h"
#include "backend/services/eventservice.h"
#include "backend/services/holdservice.h"
#include "backend/services/housekeeping.h"
#include "backend/services/noshowservice.h"
#include "backend/services/logoservice.h"
#include "backend/services/mailservice.h"
#include "backend/services/onlinepaymentservice.h"
#include "backend/services/onlinerefundservice.h"
#include "backend/services/planexports.h"
#include "backend/services/planservice.h"
#include "backend/services/qtscheduler.h"
#include "backend/services/quoteservice.h"
#include "backend/services/seatadvisor.h"
#include "backend/services/reservationservice.h"
#include "backend/services/secret.h"
#include "backend/services/seriescancelservice.h"
#include "backend/services/seriesservice.h"
#include "backend/services/showtimeservice.h"
#include "backend/services/showtimewatch.h"
#include "backend/services/ticketservice.h"
#include "backend/services/uploadservice.h"
#include "backend/services/venueservice.h"
#include "backend/services/voucherservice.h"
#include "backend/storage/repositories/serverrepository.h"
#include "backend/storage/storage.h"

#include <QDir>

#include <future>

namespace parterre::server {

namespace {

constexpr std::chrono::seconds kShutdown {10};

// `http`: what is served beside the protocol, if anything.
transport::WebSocketConfig transportConfig(const ServerConfig &config, const std::optional<QSslConfiguration> &tls, transport::HttpHandler *http)
{
    return {.address = config.address,
            .port = config.port,
            .workers = config.ioThreads,
            .allowedOrigins = config.origins,
            .tls = tls,
            .http = http,
            .dispatcher = config.dispatcher,
            .maxConnectionsPerAddress = config.connectionsPerAddress};
}

api::RateLimits rateLimits(const ServerConfig &config)
{
    return config.rateLimits ? api::RateLimits {} : api::kNoRateLimits;
}

services::AccountRules accountRules(const ServerConfig &config)
{
    return {.guestsAllowed = config.guests, .creations = {.perAddress = config.rateLimits ? config.newAccountsPerAddress : 0}};
}

QStringList featuresOf(const ServerConfig &config, const payments::PaymentProvider *provider, const mail::MailCarrier *mailer)
{
    QStringList features {protocol::kDoorsFeature};
    if (provider)
        features.append(QStringLiteral("payments.online"));
    if (!config.selfServiceCash)
        features.append(protocol::kCashlessFeature);
    if (mailer)
        features.append(QStringLiteral("mail"));
    return features;
}

} // namespace

// Everything that lives on the house thread, in the order it is made.
struct House::Parts {
    Parts(House &house, quint32 epoch, const std::shared_ptr<const services::TicketKeyring> &ticketKeys)
        : ids(house.m_clock)
        , sales(*house.m_storage)
        , events(sales, house.m_clock, scheduler, epoch)
        , sessions(events, house.m_clock, scheduler, ids, random, house.m_config.grace)
        , hasher(house.m_config.passwordHashing)
        , accounts(sessions, *house.m_storage, hasher, house.m_clock, ids, random, accountRules(house.m_config))
        , catalog(events, *house.m_storage, house.m_clock)
        , uploads(sessions, house.m_clock, scheduler)
        , programme(events, uploads, *house.m_storage, house.m_clock)
        , logos(uploads, *house.m_storage, house.m_clock)
        , series(events, *house.m_storage, house.m_clock)
        , pages({.privateAddresses = house.m_config.fetchPrivate, .bytes = ShowtimeLimits::kFileBytes})
        , showtimes(events, sessions, uploads, pages, *house.m_storage, house.m_clock, scheduler, ids)
        , venues(events, *house.m_storage, house.m_clock)
        , plans(uploads, *house.m_storage, house.m_clock, ids)
        , exports(*house.m_storage)
        , drafts(uploads, *house.m_storage, house.m_clock)
        , advisor(events)
        , holds(events, sessions, house.m_clock, {.counterKeeps = house.m_config.counterKeepsHolds})
        , blockStore(*house.m_storage)
        , blocks(events, blockStore, house.m_clock, scheduler)
        , reservations(events, sales, house.m_clock, scheduler)
        , discounts(events, *house.m_storage, house.m_clock)
        , quotes(events, *house.m_storage, house.m_clock, ids)
        , bookings(events, sales, reservations, house.m_clock, scheduler, ids, random, {.selfServiceCash = house.m_config.selfServiceCash})
        , bookingChanges(events, sales, reservations, house.m_clock, scheduler, ids, {.selfServiceCash = house.m_config.selfServiceCash})
        , provider(house.m_stripe ? std::make_unique<payments::StripeProvider>(*house.m_stripe) : nullptr)
        , onlinePayments(events, bookings, *house.m_storage, provider.get(), house.m_clock, scheduler, ids, random,
                         house.onlineRules())
        , onlineRefunds(*house.m_storage, provider.get(), house.m_clock, scheduler, house.onlineRules())
        , eventCancels(events, sales, house.m_clock, scheduler)
        , seriesCancels(events, eventCancels, *house.m_storage, house.m_clock)
        , vouchers(*house.m_storage, house.m_clock, ids, random)
        , tickets(*house.m_storage, ticketKeys, house.m_clock)
        , contactStore(*house.m_storage)
        , contacts(events, contactStore, house.m_clock)
        , checkins(events, *house.m_storage, ticketKeys, house.m_clock, ids)
        , noShowStore(*house.m_storage)
        , noShows(events, noShowStore, house.m_clock, scheduler)
        , mailer(house.m_mailAccount ? std::make_unique<mail::SmtpCarrier>(*house.m_mailAccount) : nullptr)
        , mails(*house.m_storage, uploads, mailer.get(), house.m_clock, scheduler, ids, house.m_config.mailLookAround)
        , housekeeping(*house.m_storage, house.m_clock)
        , showtimeWatch(showtimes, house.m_clock, scheduler)
        , outbox(*house.m_transport)
        , feed(outbox, events, sessions, house.m_clock)
        , arrivals(outbox, sessions, checkins)
        , paymentFeed(outbox, sessions)
        , dispatcher(outbox, feed, arrivals, sessions)
    {
        events.setListener(&feed);
        onlinePayments.setListener(&paymentFeed);
        if (provider)
            house.m_web.open(onlinePayments, onlineRefunds, *provider, rateLimits(house.m_config).anonymous, house.m_clock);
        house.m_gateway.open(dispatcher, *house.m_transport, rateLimits(house.m_config), house.m_clock);
        api::Router &router = house.m_router;
        const Clock &clock = house.m_clock;
        api::addSessionMethods(router, sessions, accounts, outbox, clock, featuresOf(house.m_config, provider.get(), mailer.get()));
        api::addAuthMethods(router, accounts);
        api::addProfileMethods(router, accounts);
        api::addEventMethods(router, catalog, programme, eventCancels, clock);
        api::addSeriesMethods(router, series, seriesCancels);
        api::addShowtimeMethods(router, showtimes);
        api::addVenueMethods(router, catalog, venues);
        api::addLogoMethods(router, logos);
        api::addPlanMethods(router, catalog, plans, exports);
        api::addDraftMethods(router, drafts);
        api::addUploadMethods(router, uploads);
        api::addSeatmapMethods(router, events, holds, feed);
        api::addSeatMethods(router, advisor);
        api::addHoldMethods(router, holds, advisor);
        api::addBlockMethods(router, blocks);
        api::addCartMethods(router, holds, quotes, clock);
        api::addDiscountMethods(router, discounts);
        api::addBookingMethods(router, bookings, bookingChanges, reservations);
        api::addContactMethods(router, contacts);
        api::addVoucherMethods(router, vouchers);
        api::addPaymentMethods(router, onlinePayments, onlineRefunds);
        api::addTicketMethods(router, tickets);
        api::addMailMethods(router, mails);
        api::addCheckinMethods(router, checkins, arrivals);
        api::addNoShowMethods(router, noShows);
        Q_ASSERT_X(router.unhandled().isEmpty(), "House", qPrintable(router.unhandled().join(u' ')));
    }

    UuidV7Generator ids;
    services::SystemRandomness random;
    services::QtScheduler scheduler;
    services::DatabaseSaleStore sales;
    services::EventDirectory events;
    services::SessionService sessions;
    services::PasswordHasher hasher;
    services::AccountService accounts;
    services::CatalogService catalog;
    services::UploadService uploads;
    services::EventService programme;
    services::LogoService logos;
    services::SeriesService series;
    UrlFetcher pages;
    services::ShowtimeService showtimes;
    services::VenueService venues;
    services::PlanService plans;
    services::PlanExports exports;
    services::DraftService drafts;
    services::SeatAdvisor advisor;
    services::HoldService holds;
    services::DatabaseBlockStore blockStore;
    services::BlockService blocks;
    services::ReservationService reservations;
    services::DiscountService discounts;
    services::QuoteService quotes;
    services::BookingService bookings;
    services::BookingChangeService bookingChanges;
    std::unique_ptr<payments::StripeProvider> provider;
    services::OnlinePaymentService onlinePayments;
    services::OnlineRefundService onlineRefunds;
    services::EventCancelService eventCancels;
    services::SeriesCancelService seriesCancels;
    services::VoucherService vouchers;
    services::TicketService tickets;
    services::DatabaseContactStore contactStore;
    services::ContactService contacts;
    services::CheckinService checkins;
    services::DatabaseNoShowStore noShowStore;
    services::NoShowService noShows;
    std::unique_ptr<mail::SmtpCarrier> mailer;
    services::MailService mails;
    services::Housekeeping housekeeping;
    services::ShowtimeWatch showtimeWatch;
    api::Outbox outbox;
    api::SeatmapFeed feed;
    api::ArrivalsFeed arrivals;
    api::PaymentFeed paymentFeed;
    api::Dispatcher dispatcher;
};

House::House(ServerConfig config, const Clock &clock, QObject *parent)
    : QObject(parent), m_config(std::move(config)), m_clock(clock), m_gateway(m_router)
{
    m_thread.setObjectName(QStringLiteral("house"));
    m_home.moveToThread(&m_thread);
}

House::~House()
{
    stop();
}

Result<void> House::start()
{
    if (const Result<void> ready = services::startCryptography(); !ready)
        return ready;
    const auto tls = tlsForServing(m_config);
    if (!tls)
        return tls.error();
    const auto stripe = stripeAccountOf(m_config);
    if (!stripe)
        return stripe.error();
    m_stripe = *stripe;
    const auto mailAccount = mailAccountOf(m_config.mail);
    if (!mailAccount)
        return mailAccount.error();
    m_mailAccount = *mailAccount;
    m_transport = std::make_unique<transport::WebSocketTransport>(transportConfig(m_config, *tls, m_stripe ? &m_web : nullptr), m_gateway);
    if (!QDir().mkpath(m_config.data))
        return Error {.code = ErrorCode::StorageUnavailable, .detail = QStringLiteral("the folder %1 cannot be made").arg(m_config.data)};
    m_storage = std::make_unique<storage::Storage>(storage::StorageOptions {.database = m_config.database}, m_clock);
    if (const Result<void> opened = m_storage->open(); !opened)
        return opened;
    m_running = true;
    m_thread.start();
    if (const Result<void> open = openForBusiness(); !open) {
        stop();
        return open;
    }
    if (const Result<void> listening = m_transport->start(); !listening) {
        stop();
        return listening;
    }
    return {};
}

// Runs `work` on the house thread and waits for what it answers through its Done.
template<class T, class Work>
Result<T> House::ask(Work work)
{
    std::promise<Result<T>> promise;
    std::future<Result<T>> answer = promise.get_future();
    QMetaObject::invokeMethod(&m_home, [&] { work([&promise](const Result<T> &result) { promise.set_value(result); }); }, Qt::QueuedConnection);
    return answer.get();
}

Result<quint32> House::takeLedgerEpoch()
{
    const Result<qint64> epoch = ask<qint64>([this](const services::Done<qint64> &done) {
        m_storage->write(&m_home, [](storage::Database &database) { return storage::ServerRepository(database).nextLedgerEpoch(); }, done);
    });
    if (!epoch)
        return epoch.error();
    if (*epoch > ledger::kMaxEpoch)
        return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("the server was started more often than it can count")};
    return static_cast<quint32>(*epoch);
}

Result<QString> House::takeHouseId()
{
    return ask<QString>([this](const services::Done<QString> &done) {
        const QString fresh = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_storage->write(&m_home, [fresh](storage::Database &database) { return storage::ServerRepository(database).houseId(fresh); }, done);
    });
}

services::OnlineRules House::onlineRules() const
{
    services::OnlineRules rules = m_config.online;
    rules.house = m_id;
    return rules;
}

Result<std::shared_ptr<const services::TicketKeyring>> House::takeTicketKeys()
{
    const auto keys = ask<QList<storage::TicketKey>>([this](const services::Done<QList<storage::TicketKey>> &done) {
        const storage::AuditContext audit {.at = m_clock.utcNow()};
        m_storage->write(&m_home, [fresh = services::makeTicketKey(), audit](storage::Database &database) {
            return storage::TicketKeyRepository(database).ensure(fresh, audit);
        }, done);
    });
    if (!keys)
        return keys.error();
    return std::shared_ptr<const services::TicketKeyring>(std::make_shared<services::TicketKeyring>(*keys));
}

Result<void> House::openForBusiness()
{
    const Result<quint32> epoch = takeLedgerEpoch();
    if (!epoch)
        return epoch.error();
    const Result<QString> id = takeHouseId();
    if (!id)
        return id.error();
    m_id = *id;
    const auto ticketKeys = takeTicketKeys();
    if (!ticketKeys)
        return ticketKeys.error();
    QMetaObject::invokeMethod(&m_home, [&] { m_parts = std::make_unique<Parts>(*this, *epoch, *ticketKeys); }, Qt::BlockingQueuedConnection);

    const Result<qint32> opened = ask<qint32>([this](const services::Done<qint32> &done) { m_parts->events.openAll(done); });
    if (!opened)
        return opened.error();
    m_openEvents = *opened;
    const Result<qint32> discounts = ask<qint32>([this](const services::Done<qint32> &done) { m_parts->discounts.load(done); });
    if (!discounts)
        return discounts.error();
    const Result<bool> resumed = ask<bool>([this](const services::Done<bool> &done) { m_parts->eventCancels.resume(done); });
    if (!resumed)
        return resumed.error();
    QMetaObject::invokeMethod(&m_home, [this] { m_parts->blocks.start(); }, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(&m_home, [this] {
        m_parts->reservations.start();
        m_parts->onlinePayments.start();
        m_parts->onlineRefunds.start();
        m_parts->mails.start();
    });
    const Result<QString> code = ask<QString>([this](const services::Done<QString> &done) { m_parts->accounts.prepareSetup(done); });
    if (!code)
        return code.error();
    m_setupCode = *code;
    return {};
}

void House::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_transport->shutdown(kShutdown);
    m_storage->close(); // what waits is written and answered first
    QMetaObject::invokeMethod(&m_home, [this] {
        m_web.close();
        m_parts.reset();
    }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_storage.reset();
}

} // namespace parterre::server
