// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/cartmodel.h"
#include "stateworld.h"

#include <QAbstractItemModelTester>

namespace parterre::testing {

// A client who is signed in, with a cart at a server that grants and releases whatever is asked.
struct CartWorld : StateWorld {
    explicit CartWorld(net::ConnectionTimings timings = quick()) : StateWorld(timings)
    {
        using namespace protocol;
        server.when<HoldsAcquire>([this](const HoldsAcquireParams &params) {
            HoldsResult result;
            for (const qint32 place : params.places) {
                cart.append(line(params.event, place));
                result.holds.append(cart.last().hold);
            }
            return Result(result);
        });
        server.when<HoldsRelease>([this](const HoldsParams &params) {
            cart.removeIf([&](const CartLine &at) { return at.hold.event == params.event && params.places.contains(at.hold.place); });
            return Result(Nothing {});
        });
        server.when<HoldsExtend>([this](const HoldsParams &params) {
            HoldsResult result;
            for (CartLine &at : cart) {
                if (at.hold.event == params.event && params.places.contains(at.hold.place)) {
                    at.hold.expires += std::chrono::minutes(5);
                    --at.hold.extensionsLeft;
                    result.holds.append(at.hold);
                }
            }
            return Result(result);
        });
    }

    // As the server and the open event know it: held for ten minutes, adult 20.00, child 10.00.
    [[nodiscard]] protocol::CartLine line(EventId event, qint32 place) const
    {
        return {.hold = {.event = event, .place = place, .version = 7, .expires = clock.utcNow() + std::chrono::minutes(10), .extensionsLeft = 1},
                .eventName = QStringLiteral("King Lear"),
                .label = QStringLiteral("A %1").arg(place + 1),
                .category = QStringLiteral("stalls"),
                .prices = {{.ticketType = QStringLiteral("adult"), .name = QStringLiteral("Adult"), .price = euros(20)},
                           {.ticketType = QStringLiteral("child"), .name = QStringLiteral("Child"), .price = euros(10)}}};
    }
    [[nodiscard]] QList<protocol::CartLine> lines(EventId event, const QList<qint32> &places) const
    {
        QList<protocol::CartLine> all;
        for (const qint32 place : places)
            all.append(line(event, place));
        return all;
    }
    // Holds the places, and waits until the cart has them.
    [[nodiscard]] bool hold(EventId event, const QList<qint32> &places)
    {
        QSignalSpy held(&model, &CartModel::seatsHeld);
        model.requestHold(event, lines(event, places));
        return QTest::qWaitFor([&] { return held.size() == 1; });
    }
    [[nodiscard]] static protocol::BookingResult booking(const protocol::BookingsCheckoutParams &params)
    {
        protocol::BookingResult result {.booking = {.id = BookingId(QUuid::createUuid()), .reference = QStringLiteral("7K3M-9QXA")}};
        for (const protocol::CheckoutItem &item : params.items)
            result.booking.tickets.append({.id = TicketId(QUuid::createUuid()), .event = item.event, .place = item.place});
        return result;
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.line(row).label);
        return all;
    }

    CartModel model {session, ids};
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace parterre::testing
