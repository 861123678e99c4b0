// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <utility>

namespace parterre {

// Mistakes that somebody could make, each as one line where it would really be made, so that the tests can show that
// they would be found. They exist in builds with PARTERRE_SEEDED_DEFECTS only; everywhere else isSeeded() is a constant
// and the lines are gone. A file with such lines is named to parterre_seedable() in its CMakeLists.txt.
#define PARTERRE_DEFECTS(X)                                                                                            \
    X(ReleasedByAnyone, "released-by-anyone") /* release without asking whose hold it is */                            \
    X(StaleVersionSells, "stale-version-sells") /* the fence is not looked at */                                       \
    X(TakenFromOthers, "taken-from-others") /* a held seat is given to whoever asks */                                 \
    X(GivenAwayEarly, "given-away-early") /* a hold ends after a thousandth of its time */                             \
    X(VersionStands, "version-stands") /* a grant has the version of the one before */                                 \
    X(RevisionStands, "revision-stands") /* the map changes and keeps its number */                                    \
    X(RefusedGroupKept, "refused-group-kept") /* a refused group keeps the seat that was free */                       \
    X(ExtensionForgotten, "extension-forgotten") /* more time is promised and not given */                             \
    X(SoldStaysFree, "sold-stays-free") /* a sold seat goes back to the others */                                      \
    X(ThawGivesAway, "thaw-gives-away") /* what was frozen for nothing is free afterwards */                           \
    X(ExpiryNeverSwept, "expiry-never-swept") /* nobody tidies while nobody asks */                                    \
    X(EpochStands, "epoch-stands") /* versions begin anew with every start */                                          \
    X(SoldForgottenAtStart, "sold-forgotten-at-start") /* the ledger is not rebuilt from live tickets */               \
    X(LogOutKeepsHolds, "log-out-keeps-holds") /* who leaves blocks the seats */                                       \
    X(GraceForgotten, "grace-forgotten") /* a broken link costs the holds at once */                                   \
    X(AnsweredBeforeCommit, "answered-before-commit") /* "booked" before it is on disk */                              \
    X(RepetitionRefused, "repetition-refused") /* the key is not looked up when the seats are gone */                  \
    X(CancelledStaysSold, "cancelled-stays-sold") /* the ledger is not told of a cancellation */                       \
    X(KeyNotStored, "key-not-stored") /* a sale without its key: the repetition sells again */                         \
    X(KeyForAnything, "key-for-anything") /* a key answers for another request */                                      \
    X(TicketsStayLive, "tickets-stay-live") /* a cancelled booking with valid tickets */                               \
    X(RefundedTwice, "refunded-twice") /* more money back than was paid */                                             \
    X(DeltaSkipped, "delta-skipped") /* one changed seat is not told */

enum class Defect {
    None,
#define PARTERRE_DEFECT_ENTRY(name, word) name,
    PARTERRE_DEFECTS(PARTERRE_DEFECT_ENTRY)
#undef PARTERRE_DEFECT_ENTRY
};

inline constexpr std::array kDefects{
#define PARTERRE_DEFECT_PAIR(name, word) std::pair{Defect::name, QByteArrayView(word)},
    PARTERRE_DEFECTS(PARTERRE_DEFECT_PAIR)
#undef PARTERRE_DEFECT_PAIR
};

#ifdef PARTERRE_SEEDED_DEFECTS
// Thread-safe. One at a time; Defect::None takes it away.
[[nodiscard]] bool isSeeded(Defect defect);
void seed(Defect defect);
// The one that the environment variable PARTERRE_SEEDED_DEFECT names; false when there is none of that name.
[[nodiscard]] bool seedFromEnvironment();
#else
[[nodiscard]] constexpr bool isSeeded(Defect) { return false; }
#endif

} // namespace parterre
