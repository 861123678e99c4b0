// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/planio/planjson.h"
#include "shared/planio/planpages.h"
#include "shared/protocol/seatmap.h"
#include "tests/support/fakewireserver.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

namespace parterre::testing {

// Waits until the server was asked `n` times by this method.
#define TRY_ASKED(server, Method, n) QTRY_COMPARE((server).count<Method>(), n)

inline EventId eventNumber(int n)
{
    return EventId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 1, 0, static_cast<uchar>(n)));
}

inline User userNamed(const QString &name, int n, Role role = Role::Customer)
{
    return {.id = UserId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 2, 0, static_cast<uchar>(n))), .name = name, .role = role};
}

inline Money euros(qint64 amount)
{
    return {.amount = amount * 100};
}

// Two rows of ten: "A 1" to "A 10" are stalls and seats 0 to 9, "B 1" to "B 10" circle and 10 to 19.
inline Plan smallHouse()
{
    Plan plan {.name = QStringLiteral("Hall"), .size = {300, 100},
               .categories = {{.key = QStringLiteral("stalls"), .name = QStringLiteral("Stalls"), .color = QStringLiteral("#ff0000")},
                              {.key = QStringLiteral("circle"), .name = QStringLiteral("Circle"), .color = QStringLiteral("#00ff00")}}};
    Section section {.name = QStringLiteral("House")};
    for (qint32 row = 0; row < 2; ++row) {
        Row seats {.label = row == 0 ? QStringLiteral("A") : QStringLiteral("B")};
        for (qint32 n = 0; n < 10; ++n) {
            seats.seats.append({.index = row * 10 + n, .number = QString::number(n + 1), .label = QStringLiteral("%1 %2").arg(seats.label).arg(n + 1),
                                .position = {n * 25.0, row * 30.0}, .category = row});
        }
        section.rows.append(seats);
    }
    plan.sections = {section};
    return plan;
}

// A client at a scripted server: real connection, quick timings, a clock that stands still.
struct StateWorld {
    static net::ConnectionTimings quick()
    {
        using namespace std::chrono_literals;
        return {.backOff = {.first = 1ms, .longest = 5ms}, .callTimeout = 60s, .openTimeout = 60s, .quietBeforePing = 60s,
                .pingTimeout = 60s, .askAgainAfter = 1ms, .endTimeout = 60s, .stableAfter = 0ms};
    }

    explicit StateWorld(net::ConnectionTimings timings = quick()) : connection(clock, timings)
    {
        server.setServerTime(clock.utcNow());
        server.when<protocol::CartGet>([this](const protocol::Nothing &) { return Result(protocol::CartGetResult {.lines = cart, .serverTime = clock.utcNow()}); });
    }

    // Opens the server as nobody.
    [[nodiscard]] bool enter()
    {
        QSignalSpy entered(&session, &SessionModel::entered);
        session.openServer(server.url());
        return QTest::qWaitFor([&] { return entered.size() == 1; });
    }
    // Opens the server and signs in.
    [[nodiscard]] bool enterAs(const User &user)
    {
        return enter() && signIn(user);
    }
    [[nodiscard]] bool signIn(const User &user)
    {
        const protocol::SignedInResult result {.token = token(user), .user = user};
        server.when<protocol::AuthLogin>(result);
        server.when<protocol::AuthResume>(result);
        server.hello.user = user;
        session.signIn(QStringLiteral("%1@example.org").arg(user.name), QStringLiteral("secret-of-anna"), false);
        return QTest::qWaitFor([&] { return session.user() == user && !session.isBusy(); });
    }
    // The link breaks; true when the client is back.
    [[nodiscard]] bool breakLink(bool withinGrace)
    {
        QSignalSpy entered(&session, &SessionModel::entered);
        if (!withinGrace)
            server.forgetVisit();
        server.dropLinks();
        return QTest::qWaitFor([&] { return entered.size() == 1; });
    }
    static QString token(const User &user) { return QStringLiteral("token-0123456789-of-") + user.name; }

    ManualClock clock;
    CountingIds ids;
    FakeWireServer server;
    net::Connection connection;
    net::MemoryTokenStore tokens;
    SessionModel session {connection, tokens};
    QList<protocol::CartLine> cart; // what cart.get answers
};

} // namespace parterre::testing
