// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/sessionservice.h"
#include "shared/domain/hold.h"

namespace parterre::services {

// A held seat and what it may be sold as.
struct CartEntry {
    Hold hold = {};
    QString eventName = {};
    QString label = {};
    QString category = {};
    std::vector<TicketOffer> offers = {};
};

// Who has a seat at the moment, as the counter may know.
struct SeatHolder {
    User user = {};       // nobody when it was sold elsewhere and this server has only just heard
    Instant expires = {};
};

// Whether the caller means to have what the house holds back, too.
enum class HeldBack { No, Too };

struct HoldRules {
    // Whether the counter may extend its holds as often as it likes: what it holds stays while the till is open.
    bool counterKeeps = false;
};

// Who may hold what, and for how long. The ledger decides between competitors; this decides whether the caller may
// compete: whether the event is on sale and how many seats are too many. Lives on the house thread.
class HoldService
{
public:
    HoldService(EventDirectory &events, SessionService &sessions, const Clock &clock, HoldRules rules = {})
        : m_events(events), m_sessions(sessions), m_clock(clock), m_rules(rules) {}

    // A customer holds no more of an event than its rules say, over all of their sessions; each session of the counter may hold
    // kMaxSeatsCounter. Places by name, and so many of each area as that the session has `seats` of them, the lowest free ones: all or
    // none. So a repeated request is harmless. Beside what SeatLedger::acquire refuses: SaleClosed; InvalidParams (nothing
    // is named, an area twice); UnknownPlace (an area); TableSoldWhole (some seats of such a table are missing); AreaFull,
    // with how many the session could have there; SeatHeldBack: only that keeps the counter from having them; NotPermitted:
    // somebody else wants what is held back.
    void acquire(const Caller &caller, EventId event, const QList<qint32> &places, const Done<QList<Hold>> &done, const QList<AreaSeats> &areas = {}, HeldBack heldBack = HeldBack::No);
    // Both refuse TableSoldWhole when the session would be left with the rest of such a table.
    void release(const Caller &caller, EventId event, const QList<qint32> &places, const Done<bool> &done);
    void extend(const Caller &caller, EventId event, const QList<qint32> &places, const Done<QList<Hold>> &done);
    // UnknownPlace; NotHeld: it is free, sold or blocked.
    void holder(const Caller &caller, EventId event, qint32 place, const Done<SeatHolder> &done);
    // What the caller holds of one event; empty when it is not open.
    [[nodiscard]] QList<Hold> holdsOf(const Caller &caller, const OpenEvent &event) const;
    [[nodiscard]] QList<CartEntry> cart(const Caller &caller) const;

private:
    // act(event) -> Result<T>, in the event when the caller may see that; then the directory settles it.
    template<class T, class Act>
    void inEvent(const Caller &caller, EventId id, const Done<T> &done, Act act);
    [[nodiscard]] Result<QList<Hold>> acquireIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places, const QList<AreaSeats> &areas, HeldBack heldBack);
    // How many places the caller may hold in this session.
    [[nodiscard]] qint32 mostFor(const Caller &caller, OpenEvent &event);
    // Of what the house keeps from sale, staff may have what is held back, when it says so.
    [[nodiscard]] Result<std::span<const ledger::Grant>> acquire(const Caller &caller, OpenEvent &event, const QList<qint32> &places, HeldBack heldBack);
    // Adds places of the area to `places`, behind those the session has there.
    [[nodiscard]] Result<void> addPlacesOf(const Caller &caller, OpenEvent &event, const AreaSeats &wish, HeldBack heldBack, QList<qint32> &places);
    [[nodiscard]] Result<void> keepTablesWhole(const Caller &caller, const OpenEvent &event, const QList<qint32> &places) const;
    [[nodiscard]] Result<bool> releaseIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places);
    [[nodiscard]] Result<QList<Hold>> extendIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places);
    [[nodiscard]] Result<SeatHolder> holderIn(const Caller &caller, OpenEvent &event, qint32 place);
    [[nodiscard]] bool keeps(const Caller &caller) const { return m_rules.counterKeeps && caller.isCounter(); }
    [[nodiscard]] QList<Hold> toHolds(const Caller &caller, const OpenEvent &event, std::span<const ledger::Grant> grants) const;

    EventDirectory &m_events;
    SessionService &m_sessions;
    const Clock &m_clock;
    const HoldRules m_rules;
};

} // namespace parterre::services
