// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"

#include <array>
#include <string>

namespace parterre::simulation {

#define PARTERRE_COUNT_ERROR(name, kind, code, meaning) +1
inline constexpr std::size_t kErrorCodes = PARTERRE_ERROR_CODES(PARTERRE_COUNT_ERROR);
#undef PARTERRE_COUNT_ERROR

// What the services wait for: where a crash can find them.
enum class Await { LoadEvents, LoadEvent, Look, Book, Change, CancelEvent, CancelTickets, ReadUnfinished, ReadDue, Release, ReleaseNoShows, Restore, WriteContact, ReadNoShows, ReadBooking, ReadKey, ReadList, AskAgain };
inline constexpr int kAwaits = 18;
// When it finds them there: nothing is done yet; it is done and nobody heard; the service heard and nobody else did.
enum class CrashMoment { BeforeEffect, AfterEffect, AfterAnswer };
inline constexpr int kCrashMoments = 3;

// Everything that is counted, in the order it is shown.
#define PARTERRE_WORLD_COUNTS(X)                                                                                       \
    X(operations, "operations (requests, faults)")                                                                     \
    X(steps, "steps checked")                                                                                          \
    X(requests, "requests sent")                                                                                       \
    X(answered, "requests answered")                                                                                   \
    X(grants, "seats granted")                                                                                         \
    X(extensions, "seats extended")                                                                                    \
    X(expired, "holds run out")                                                                                        \
    X(graceOver, "holds ended with their lost session")                                                                \
    X(sales, "sales")                                                                                                  \
    X(manyEvents, "sales over several events")                                                                         \
    X(tables, "sales and reservations of whole tables")                                                                \
    X(withCode, "sales and reservations with a code")                                                                  \
    X(exchangedWithCode, "exchanges with a code")                                                                      \
    X(reserved, "reservations")                                                                                        \
    X(reservationsPaid, "of them paid")                                                                                \
    X(prolonged, "of them given another date")                                                                         \
    X(released, "of them given free when their time was over")                                                         \
    X(noShows, "tickets given free that nobody came with")                                                             \
    X(restored, "of them taken back")                                                                                  \
    X(restoredElsewhere, "of them to another place of their area")                                                     \
    X(restoredTooLate, "of them whose seats were somebody else's")                                                     \
    X(repeats, "repeats answered by their key")                                                                        \
    X(cancels, "cancelled")                                                                                            \
    X(partCancels, "of them only in part")                                                                             \
    X(contacts, "contacts changed")                                                                                    \
    X(notes, "notes")                                                                                                  \
    X(exchanges, "exchanged")                                                                                          \
    X(exchangedReleased, "of them by people whose places were given free")                                             \
    X(eventsCancelled, "events cancelled")                                                                             \
    X(ticketsWithEvent, "tickets cancelled with them")                                                                 \
    X(refunds, "refunds paid out")                                                                                     \
    X(mapMoves, "client maps moved and compared")                                                                      \
    X(resyncs, "gaps seen by clients")                                                                                 \
    X(resumed, "sessions resumed")                                                                                     \
    X(logOuts, "log-outs")                                                                                             \
    X(signInsEnded, "sign-ins that ran out")                                                                           \
    X(messagesLost, "messages lost")                                                                                   \
    X(messagesTwice, "messages repeated")                                                                              \
    X(messagesLate, "messages late")                                                                                   \
    X(linksLost, "links lost")                                                                                         \
    X(storeFailed, "store failed before effect")                                                                       \
    X(storeOverloaded, "store overloaded")                                                                             \
    X(unknownUndone, "outcome unknown, not done")                                                                      \
    X(unknownDone, "outcome unknown, done")                                                                            \
    X(numbersInUse, "booking numbers in use")                                                                          \
    X(soldElsewhere, "sales refused: sold elsewhere")                                                                  \
    X(strayWrites, "writes done after their server died")                                                              \
    X(crashes, "crashes")                                                                                              \
    X(startsFailed, "starts that failed")                                                                              \
    X(pauses, "servers paused")                                                                                        \
    X(longPauses, "of them longer than any hold")                                                                      \
    X(clockJumps, "wall clock jumps")                                                                                  \
    X(rivals, "runs with two servers")

struct WorldTally {
#define PARTERRE_WORLD_COUNT(name, label) qint64 name = 0;
    PARTERRE_WORLD_COUNTS(PARTERRE_WORLD_COUNT)
#undef PARTERRE_WORLD_COUNT
    std::array<std::array<qint64, kCrashMoments>, kAwaits> crashedAt = {};
    std::array<qint64, kErrorCodes> refusals = {}; // by ErrorCode

    void refuse(ErrorCode code) { ++refusals[static_cast<std::size_t>(code)]; }
    [[nodiscard]] qint64 refused(ErrorCode code) const { return refusals[static_cast<std::size_t>(code)]; }
    void add(const WorldTally &other);
    // One table, one count a line.
    [[nodiscard]] std::string table() const;
};

} // namespace parterre::simulation
