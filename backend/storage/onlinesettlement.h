// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "backend/storage/placesseen.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"

namespace parterre::storage {

// What the provider says of a payment, now or some time ago.
enum class IntentNews {
    Open,      // not paid, and it still may be
    Paid,      // for good
    Cancelled, // for good
    Refused,   // it will never be made
};

// Of a booking that fell free before it was paid: whether its seats can be had again.
enum class SeatsAtHand {
    Unknown,
    Frozen,    // the ledgers keep them for it
    Gone,
};

struct OnlineNews {
    PaymentId payment = {};                 // ours, as the provider was told; null: not one of ours
    bool isOfThisHouse = false;             // the provider was told so, too; else it may be another one's
    QString intent = {};                    // empty: the provider never had it
    IntentNews news = IntentNews::Open;
    Money received = {};                    // of what is paid
    std::optional<QString> decline = {};
    Instant nextLook = {};                  // of one that the provider has from now on
    SeatsAtHand seats = SeatsAtHand::Unknown;
    AuditContext audit = {};
    Instant now = {};
};

struct OnlineOutcome {
    std::optional<StoredOnlinePayment> payment = {}; // as it stands; none: the money is not ours
    std::optional<Booking> booking = {};    // as it stands
    QList<FreedPlace> freed = {};           // places that nobody owns now
    bool isNews = false;                    // something changed
    bool needsSeats = false;                // nothing changed: it is paid, and whether its seats can be had decides what becomes of it
    std::optional<EventId> closed = {};     // paid late, and the event is cancelled, or gone
    std::optional<PlacesSeen> taken = {};   // of seats that were frozen others own these, or they are killed
};

// What becomes of a payment when the provider says something of it, within the caller's transaction. Whatever is said, in
// whatever order and however often, has one outcome: the booking is locked, and who comes second finds it settled. Paid in
// time confirms the booking; paid too late takes its seats again, or sends the money back; what fits nothing is shown to
// people. Failures change nothing; AlreadyExists: others sold a seat at the same moment, ask again with SeatsAtHand::Gone.
class OnlineSettlement
{
public:
    OnlineSettlement(Database &database, const OnlineNews &news) : m_database(database), m_news(news) {}

    [[nodiscard]] Result<OnlineOutcome> write();

private:
    [[nodiscard]] Result<StoredOnlinePayment> find();
    [[nodiscard]] Result<void> keepStranger();
    [[nodiscard]] Result<void> settle(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<void> close(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<void> paid(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<void> confirm(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<void> paidLate(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<bool> canBeTakenAgain(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<bool> takeAgain(const StoredOnlinePayment &known, const Booking &booking); // false: it cannot be
    [[nodiscard]] Result<void> sendBack(const StoredOnlinePayment &known, const Booking &booking, const std::optional<QString> &problem);
    [[nodiscard]] Result<void> endReservation(const StoredOnlinePayment &known, const Booking &booking);
    [[nodiscard]] Result<void> change(const StoredOnlinePayment &known, OnlineState state);
    [[nodiscard]] Payment paymentOf(const StoredOnlinePayment &known) const;

    Database &m_database;
    const OnlineNews &m_news;
    OnlineOutcome m_outcome;
};

} // namespace parterre::storage
