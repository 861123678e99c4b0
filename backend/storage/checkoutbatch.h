// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/result.h"

#include <span>
#include <variant>
#include <vector>

namespace parterre::storage {

class Database;

// A sale on its way, with how often its numbers had to be made anew.
struct Checkout {
    CheckoutWrite write = {};
    int renumbered = 0;
    bool doubtful = false; // another sale was in its way
};

// What one attempt says about a sale: its answer, or that it has to be looked at again after the others are committed.
struct AskAgain {};
using CheckoutVerdict = std::variant<AskAgain, Result<CheckoutOutcome>>;

// Whether a group is compared with what the database holds before it is written, or left to the database's own unique
// indexes. The ledger has seen to it that sales seldom meet one that was made before; when one does, nothing of the group
// is written, the answer is AlreadyExists, and looking first finds out which.
enum class Compare { First, WhenRefused };

// Writes many sales within the caller's transaction, each judged by itself: its key, its seats, its numbers. Two of one
// group that want the same are written in the order they came: the second is asked again.
// An Error means that the database refused the group and that the transaction has to be rolled back.
class CheckoutBatch
{
public:
    explicit CheckoutBatch(Database &database) : m_database(database) {}

    // One verdict per sale, in order. May renumber bookings.
    [[nodiscard]] Result<std::vector<CheckoutVerdict>> write(std::span<Checkout *const> checkouts, Compare compare);

private:
    struct Known;

    [[nodiscard]] Result<Known> lookUp(std::span<Checkout *const> checkouts);
    [[nodiscard]] CheckoutVerdict replay(const CheckoutWrite &write, const QString &operation, const QString &requestHash,
                                         const BookingId &booking);
    // `otherwise`, unless it was sold before: a repetition takes nothing more.
    [[nodiscard]] CheckoutVerdict replayOr(const CheckoutWrite &write, Compare compare, const Error &otherwise);
    [[nodiscard]] static CheckoutVerdict renumber(Checkout &checkout);
    [[nodiscard]] CheckoutVerdict refuseVoucher(const CheckoutWrite &write, const Error &error);
    [[nodiscard]] Result<void> insert(std::vector<const CheckoutWrite *> accepted);

    Database &m_database;
};

// Refuses what no database should be asked to keep: no tickets, no key, a place or number twice, mixed currencies.
[[nodiscard]] Result<void> validate(const CheckoutWrite &write);

} // namespace parterre::storage
