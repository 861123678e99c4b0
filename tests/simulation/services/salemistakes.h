// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parterre::simulation {

// Mistakes that somebody could make with what is sold: counting how often codes are used, keeping tables whole, writing down whom it is for. The simulation has to
// find every one of them; they are in the simulated store: the product has no switch for them.
enum class SaleMistake {
    None,
    LimitLookedUpBefore,  // whether there is a use left is asked when a sale leaves, not when it is written
    NewNumberUncounted,   // a sale that had to be numbered anew is no use
    RepetitionCounted,    // one that is asked again is another
    RefusedCounted,       // one whose seats are gone is, too
    FallenFreeKeeps,      // nobody paid in time, and the use does not come back
    ExchangeCountedAgain, // a booking that uses the code already uses it once more
    ContactOverwritten,   // whoever changes a contact is not asked what he saw
    ContactNotedAgain,    // a change that is asked for again is another line of the audit
    NoteWrittenAgain,     // and a note is there twice
    TableBySeat,          // the seats of a table that is sold whole are taken for any others
};

} // namespace parterre::simulation
