// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/openevent.h"
#include "salemistakes.h"
#include "worldscenario.h"

namespace parterre::simulation {

// The plan of so many places. Where their number is even the first are those of a table that is sold whole; a row and an area
// (kFirstStanding) follow. The odd seats are cheaper.
[[nodiscard]] std::shared_ptr<const services::PlanFacts> planOf(int seats, SaleMistake mistake = SaleMistake::None);
// Every seat of the tables sold whole of which some, but not all are among the places of the show.
[[nodiscard]] QList<qint32> cutTables(const Show &show, const QList<qint32> &places);

} // namespace parterre::simulation
