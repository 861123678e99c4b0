// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/seatledger.h"
#include "backend/services/eventblocks.h"
#include "backend/services/soldtickets.h"
#include "shared/domain/companionseats.h"
#include "shared/domain/event.h"
#include "shared/domain/seatpicker.h"

#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace parterre::services {

// What selling needs of a plan version: names for people, and who sits beside whom. Shared by all events of that version.
struct PlanFacts {
    PlanVersionRef ref = {};
    QStringList labels = {};              // by place
    std::vector<qint32> categories = {};  // by place, into the two lists below
    QStringList categoryKeys = {};
    QStringList categoryNames = {};
    PlaceGroups groups = {};              // its tables and areas
    CompanionSeats companions = {};       // which seats are kept for them
    std::shared_ptr<const SeatPicker> picker = {}; // made by factsOf(); its categories are the same indexes; any thread may ask it

    [[nodiscard]] qint32 placeCount() const { return static_cast<qint32>(labels.size()); }
};

[[nodiscard]] PlanFacts factsOf(const Plan &plan, const PlanVersionRef &ref);

// One way to sell a seat.
struct TicketOffer {
    QString ticketType = {};
    QString name = {};
    Money price = {};
    std::optional<Money> inAll = {}; // with fee and added tax, where it has any
};

// An event that is being sold: its facts, its prices by category, and the ledger of its seats. Lives on the house thread.
class OpenEvent
{
public:
    OpenEvent(Event event, std::shared_ptr<const PlanFacts> plan, ledger::SeatLedger ledger, quint64 topic, EventBlocks blocks = {});

    [[nodiscard]] EventId id() const { return m_event.summary.id; }
    [[nodiscard]] const Event &event() const { return m_event; }
    [[nodiscard]] const PlanFacts &plan() const { return *m_plan; }
    [[nodiscard]] const std::shared_ptr<const PlanFacts> &sharedPlan() const { return m_plan; }
    [[nodiscard]] ledger::SeatLedger &ledger() { return m_ledger; }
    [[nodiscard]] const ledger::SeatLedger &ledger() const { return m_ledger; }
    [[nodiscard]] EventBlocks &blocks() { return m_blocks; }
    [[nodiscard]] const EventBlocks &blocks() const { return m_blocks; }
    // What was sold is in no block any more. To be called while the ledger still tells of it.
    void forgetSoldBlocks();
    // Names the event to the transport; never used for another event in this process.
    [[nodiscard]] quint64 topic() const { return m_topic; }

    // Who changes in the ledger what is sold, or sells, says so here.
    [[nodiscard]] SoldTickets &soldTickets() { return m_soldTickets; }
    [[nodiscard]] const SoldTickets &soldTickets() const { return m_soldTickets; }

    // The store is asked to give somebody a place back that the ledger has as sold. Until it has said so the place stays sold, whatever
    // is heard of its having become free.
    void beginRestoring(qint32 place) { ++m_restoring[place].requests; }
    // Whether it is to be freed now. `owned`: whether somebody owns it, if the store has said that; it is later than all that was heard before.
    [[nodiscard]] bool endRestoring(qint32 place, std::optional<bool> owned);
    // False: nobody is getting it back, it may be freed at once.
    [[nodiscard]] bool freeAfterRestoring(qint32 place);

    // What was changed of it. With another plan it has another ledger and is another topic.
    void take(Event event);
    void take(Event event, std::shared_ptr<const PlanFacts> plan, ledger::SeatLedger ledger, quint64 topic);
    void takeVenue(const VenueRef &venue, const QString &timeZone)
    {
        m_event.summary.venue = venue;
        m_event.summary.timeZone = timeZone;
    }
    void takePoster(const std::optional<QString> &hash) { m_event.summary.poster = hash; }

    // Nothing of it is held or sold. While it rests nothing will be: something is being changed that forbids it. It sells
    // again after as many wake() as there were rest().
    [[nodiscard]] bool isUntouched() const { return m_ledger.count(SeatState::Held) == 0 && m_ledger.count(SeatState::Sold) == 0; }
    [[nodiscard]] bool rests() const { return m_rests > 0; }
    void rest() { ++m_rests; }
    void wake() { --m_rests; }

    [[nodiscard]] bool isOnSale(Instant now) const;
    // Customers may cancel; the counter always may.
    [[nodiscard]] bool isCancellable(Instant now) const;

    // What a seat may be sold as, in the order of the event's ticket types. Both expect a place of the plan.
    [[nodiscard]] const std::vector<TicketOffer> &offersFor(qint32 place) const;
    [[nodiscard]] const TicketOffer *offerFor(qint32 place, const QString &ticketType) const;
    // By category of the plan: what a seat costs as the first of its ticket types, in minor units; nothing: not on sale.
    [[nodiscard]] std::vector<std::optional<qint64>> firstPrices() const;
    // The same with fee and added tax.
    [[nodiscard]] std::vector<std::optional<qint64>> firstPricesInAll() const;
    [[nodiscard]] QString label(qint32 place) const { return m_plan->labels.at(place); }
    [[nodiscard]] QString categoryKey(qint32 place) const;
    [[nodiscard]] QString categoryName(qint32 place) const;

private:
    void fillOffers();

    Event m_event;
    std::shared_ptr<const PlanFacts> m_plan;
    ledger::SeatLedger m_ledger;
    EventBlocks m_blocks;
    SoldTickets m_soldTickets;
    quint64 m_topic;
    int m_rests = 0;
    struct Restoring {
        int requests = 0;
        bool isFree = false;
    };
    std::map<qint32, Restoring> m_restoring; // by place
    std::vector<std::vector<TicketOffer>> m_offers; // by category
};

} // namespace parterre::services
