// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/plancache.h"
#include "app/state/cartmodel.h"
#include "app/state/seatmapmodel.h"
#include "shared/domain/companionseats.h"
#include "shared/domain/orphanrule.h"
#include "shared/protocol/events.h"
#include "shared/protocol/seatmap.h"

namespace parterre {

// One open event: its details and its house, live. Keeps the seat map in step with the server over gaps and broken
// links, and shows in it what the cart holds and asks for.
class EventModel final : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Loading, Ready, Failed };
    Q_ENUM(State)

    // All of them outlive the model.
    EventModel(SessionModel &session, CartModel &cart, net::PlanCache &plans, QObject *parent = nullptr);
    ~EventModel() override;

    // Closes what was open.
    void open(EventId event);
    void close();
    // Reads everything again, for instance after Failed.
    void reload();

    [[nodiscard]] EventId event() const { return m_event; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // while Failed
    [[nodiscard]] const std::optional<Event> &details() const { return m_details; }
    // Empty until Ready; stays as it was while the link is broken.
    [[nodiscard]] SeatMapModel &seatMap() { return m_seatMap; }
    [[nodiscard]] const SeatMapModel &seatMap() const { return m_seatMap; }
    // When its sale opens, while that is still to come.
    [[nodiscard]] std::optional<Instant> opens() const;
    // False while what the map shows may be out of date.
    [[nodiscard]] bool isLive() const { return m_live; }

    // Asks who holds the seat, where the counter may know; the seat map shows it.
    void askHolder(qint32 seat);
    // Looks into prices and the plan for what the cart is to show. Ends in holdFailed(), or the seats are mine. A table
    // that is sold whole is held and given back with all of its seats.
    // `heldBack`: staff means to have what the house holds back, too.
    void requestHold(const QList<qint32> &places, bool heldBack = false);
    void requestRelease(const QList<qint32> &places) { m_cart.requestRelease(m_event, wholeTables(places)); }
    // So many places of the area are to be mine: more are held, or the last ones given back. Where there are not as many free,
    // staff takes of those held back.
    void requestAreaSeats(qint32 area, qint32 seats);
    // Whether that takes places that are held back.
    [[nodiscard]] bool takesHeldBack(qint32 area, qint32 seats) const;
    // The most that could be mine there: what is free now, or held back for staff, and what the event lets one have.
    [[nodiscard]] qint32 mostAreaSeats(qint32 area) const;
    // The most seats of the event that the cart may have: what a customer may hold, and have in one booking.
    [[nodiscard]] qint32 mostSeats() const;
    // And how many more of them.
    [[nodiscard]] qint32 seatsLeft() const;
    // What more than that would be refused with.
    [[nodiscard]] Error limitReached() const;
    // With the other seats of the tables that are sold whole.
    [[nodiscard]] QList<qint32> wholeTables(const QList<qint32> &places) const;
    [[nodiscard]] QStringList labelsOf(const QList<qint32> &places) const;
    // Of what an error of this event is about: its places, or the area; behind a single companion's seat, its wheelchair place.
    [[nodiscard]] QStringList labelsOf(const Error &error) const;
    // What a seat of this category can be sold as, the default first.
    [[nodiscard]] QList<protocol::TicketPrice> pricesOf(const QString &category) const;

    // What the event's rule about single seats says to the seats of it in the cart, by what is known here; the server decides.
    [[nodiscard]] OrphanFinding judgeCart() const;
    // What a customer is refused who has companions' seats of it without their wheelchair places, in the cart or in the booking that is
    // exchanged; likewise.
    [[nodiscard]] std::optional<Error> companionRefusal() const;

Q_SIGNALS:
    void stateChanged();
    void detailsChanged();
    void liveChanged();
    void limitChanged(); // mostSeats() or seatsLeft()
    // `labels` are of error.places: for seat_taken the seats somebody else was quicker at; for area_full, the area's name.
    void holdFailed(const parterre::Error &error, const QStringList &labels);
    void releaseFailed(const parterre::Error &error, const QStringList &labels);

private:
    void loadDetails();
    void subscribe();
    void onSubscribed(const Result<protocol::SeatmapSubscribeResult> &answer);
    void onPlan(const Result<Plan> &plan);
    void showSnapshot();
    void onChanged(const protocol::SeatmapChangedParams &changed);
    void onSnapshot(const protocol::SeatmapSnapshotParams &snapshot);
    void onStatusChanged();
    [[nodiscard]] qint32 mostInBooking() const;
    [[nodiscard]] protocol::CartLine lineOf(qint32 place) const;
    [[nodiscard]] const SeatRuns &runs() const;
    [[nodiscard]] bool apply(const protocol::SeatmapChangedParams &changed);
    void readyIfComplete();
    void fail(const Error &error);
    void setState(State state);
    void setLive(bool live);
    void showHolds();
    void showPending();

    SessionModel &m_session;
    CartModel &m_cart;
    net::PlanCache &m_plans;
    SeatMapModel m_seatMap;
    EventId m_event;
    quint64 m_generation = 0;                          // answers of an older opening are dropped
    quint64 m_subscription = 0;                        // as are those of an older subscription
    State m_state = State::Closed;
    std::optional<Error> m_error;
    std::optional<Event> m_details;
    bool m_live = false;
    bool m_subscribing = false;
    mutable std::unique_ptr<const SeatRuns> m_runs;    // of the plan shown; made when first asked for
    QString m_shownPlan;                               // hash of the plan in the seat map
    std::optional<protocol::SeatmapSubscribeResult> m_snapshot; // waits for its plan
    QList<protocol::SeatmapChangedParams> m_early;     // changes that wait for the snapshot
};

} // namespace parterre
