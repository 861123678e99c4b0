// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/accountservice.h"
#include "backend/services/databasesalestore.h"
#include "backend/services/holdservice.h"
#include "backend/services/qtscheduler.h"
#include "backend/storage/storage.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

#include <semaphore>

namespace parterre::testing {

// The services of a small house without sockets, on the test's own thread, with a clock the test moves. No event is open.
// One reader only, so that what is read is read in the order asked.
class ServiceWorld
{
public:
    explicit ServiceWorld(const storage::DatabaseConfig &database, const services::AccountRules &rules = {.guestsAllowed = true}, const HouseWishes &wishes = {})
        : house(database, wishes)
        , storage({.database = database, .readers = 1}, clock)
        , sales(storage)
        , events(sales, clock, scheduler, 1'000)
        , sessions(events, clock, scheduler, ids, random, std::chrono::seconds(30))
        , accounts(sessions, storage, hasher, clock, ids, random, rules)
        , holds(events, sessions, clock)
    {
        house.stop();
        if (const auto opened = storage.open(); !opened)
            qFatal("%s", qUtf8Printable(opened.error().detail));
    }
    ~ServiceWorld() { storage.close(); }

    // Somebody who has said hello.
    services::Caller visitor(const QString &network = QStringLiteral("192.0.2.7"))
    {
        return sessions.hello(++m_lastLink, {.address = network, .network = network}, {}).session->caller();
    }
    // As the session is now.
    services::Caller now(const services::Caller &caller)
    {
        const services::Session *session = sessions.find(caller.session);
        return session ? session->caller() : services::Caller {};
    }
    services::Caller signedIn(Role role, const QString &network = QStringLiteral("192.0.2.7"))
    {
        const services::Caller caller = visitor(network);
        Answer<services::SignedIn> answer;
        accounts.logIn(caller, TestHouse::emailOf(role), TestHouse::passwordOf(role), answer.take());
        if (!answer.await())
            qFatal("nobody could sign in: %s", qUtf8Printable(QString(errorMeaning(answer.error()))));
        return now(caller);
    }

    // What a service answered, once it did.
    template<class T>
    class Answer
    {
    public:
        services::Done<T> take()
        {
            return [result = m_result](const Result<T> &given) { result->emplace(given); };
        }
        bool isThere() const { return m_result->has_value(); }
        // Whether it succeeded.
        bool await() const
        {
            return QTest::qWaitFor([this] { return isThere(); }, 60'000) && bool(**m_result);
        }
        ErrorCode error() const { return (*m_result)->error().code; }
        const T &value() const { return ***m_result; }
        const Error &wholeError() const { return (*m_result)->error(); }

    private:
        std::shared_ptr<std::optional<Result<T>>> m_result = std::make_shared<std::optional<Result<T>>>();
    };

    // Until all reads asked for so far are answered.
    void awaitReads()
    {
        Answer<bool> read;
        storage.read(&sessions, [](storage::Database &) { return Result<bool>(true); }, read.take());
        if (!read.await())
            qFatal("the reader does not answer");
    }

    // Until no password is being hashed; what that led to has been asked for.
    void awaitHasher()
    {
        if (!QTest::qWaitFor([this] { return hasher.waiting() == 0; }, 60'000))
            qFatal("the hasher does not answer");
    }

    // Keeps the writer busy until release(), then writes `change`.
    template<class Change>
    class HeldUpWriter
    {
    public:
        HeldUpWriter(ServiceWorld &world, Change change)
        {
            world.storage.write(&world.sessions, [gate = m_gate, change](storage::Database &database) -> Result<bool> {
                gate->acquire();
                const Result<void> changed = change(database);
                return changed ? Result<bool>(true) : Result<bool>(changed.error());
            }, m_answer.take());
        }
        bool release()
        {
            m_gate->release();
            return m_answer.await();
        }

    private:
        std::shared_ptr<std::binary_semaphore> m_gate = std::make_shared<std::binary_semaphore>(0);
        Answer<bool> m_answer;
    };

    TestHouse house;
    ManualClock clock {SystemClock().utcNow()};
    CountingIds ids;
    services::SystemRandomness random;
    services::QtScheduler scheduler;
    storage::Storage storage;
    services::DatabaseSaleStore sales;
    services::EventDirectory events;
    services::SessionService sessions;
    services::PasswordHasher hasher {services::HashStrength::Cheap};
    services::AccountService accounts;
    services::HoldService holds;

private:
    services::LinkId m_lastLink = 0;
};

} // namespace parterre::testing
