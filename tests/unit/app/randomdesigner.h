// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "tests/simulation/simrandom.h"

namespace parterre::testing {

// Somebody who does anything to a design that can be done, decided by a seed.
class RandomDesigner
{
public:
    RandomDesigner(DesignDocument &document, quint64 seed) : m_document(document), m_random(seed) {}

    // One command: pushed, or dragged and then dropped or given up. Now and then some are undone or redone instead.
    void act();

private:
    [[nodiscard]] DesignStep anyStep();
    [[nodiscard]] DesignStep elementStep();
    [[nodiscard]] DesignStep placingStep();
    [[nodiscard]] DesignStep seatStep();
    [[nodiscard]] DesignStep houseStep();
    [[nodiscard]] DesignStep layoutStep();
    [[nodiscard]] ElementBody anyBody();
    [[nodiscard]] QSet<ElementId> someElements();
    [[nodiscard]] QSet<SeatRef> someSeats();
    [[nodiscard]] SeatRef anySeat();
    [[nodiscard]] QList<PlanPoint> anyLine();
    [[nodiscard]] PlanPoint anyPoint() { return {static_cast<double>(m_random.between(-500, 1'500)), m_random.between(-500, 1'500) / 3.0}; }
    [[nodiscard]] QString anyWord();
    [[nodiscard]] QString anyCategory();
    [[nodiscard]] SectionId anySection();
    [[nodiscard]] LevelId anyLevel();
    [[nodiscard]] QString anyMergeKey() { return m_random.chance(50) ? QString() : QString::number(m_random.below(3)); }
    [[nodiscard]] const Design &design() const { return m_forShown ? m_document.design() : m_document.base(); }

    DesignDocument &m_document;
    simulation::SimRandom m_random;
    bool m_forShown = false; // steps are made for what is shown, else for what drags begin with
};

} // namespace parterre::testing
