// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/noshowstore.h"

namespace parterre::simulation {

// Mistakes that somebody could make with places of people who did not come. The simulation has to find every one of them; they are put
// around the store, or into the simulated one: the product has no switch for them.
enum class NoShowMistake {
    None,
    FreedNotTold,      // the ledger does not hear what was given free
    FreedToldAgain,    // nor here that it is somebody else's since
    OldAnswerBelieved, // what a repetition says was taken back once is taken for so still
    UnknownIsUndone,   // what nobody knows is taken for not done
    AnsweredUnasked,   // "given free" without a word from the store
    KeyForgotten,      // every repetition is a request of its own
    TableCut,          // some seats of a table that is sold whole are given free
    OwnerNotAsked,     // a seat is taken back from whoever bought it
    OwnNumberOnly,     // somebody who stood in an area gets the number that was given free, or none
};

// The way to a store, with a mistake on it.
class MistakenNoShows final : public services::NoShowStore
{
public:
    MistakenNoShows(services::NoShowStore &store, NoShowMistake mistake) : m_store(store), m_mistake(mistake) {}

    void list(const EventId &event, qint32 after, qint32 limit, services::Done<storage::NoShowPage> done) override;
    void earlierRelease(const storage::NoShowWrite &write, services::Done<std::optional<storage::ReleaseWritten>> done) override;
    void toRestore(const storage::NoShowWrite &write, services::Done<services::ToRestore> done) override;
    void release(const storage::NoShowWrite &write, services::Done<storage::ReleaseWritten> done) override;
    void restore(const storage::NoShowWrite &write, services::Done<storage::RestoreWritten> done) override;

private:
    [[nodiscard]] storage::NoShowWrite asked(storage::NoShowWrite write);

    services::NoShowStore &m_store;
    const NoShowMistake m_mistake;
    int m_asked = 0;
};

} // namespace parterre::simulation
