// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/design.h"

#include <algorithm>

namespace parterre {

DesignEdit DesignEdit::reversed() const
{
    DesignEdit back;
    back.elements.reserve(elements.size());
    for (const ElementChange &change : elements)
        back.elements.append({.before = change.after, .after = change.before, .from = change.to, .to = change.from});
    if (house)
        back.house = {house->second, house->first};
    return back;
}

Design::Design()
{
    m_house.levels.append(DesignLevel {});
}

Design::Design(DesignHouse house, QList<Element> elements) : m_house(std::move(house)), m_elements(std::move(elements))
{
    if (m_house.levels.isEmpty())
        m_house.levels.append(DesignLevel {});
    index();
}

const Element *Design::find(ElementId id) const
{
    const auto found = m_positions.constFind(id);
    return found != m_positions.cend() ? &m_elements[*found] : nullptr;
}

// What goes is taken out from the top, what comes is put in from the bottom: so every position is one of the list as it
// was before, or as it is afterwards.
void Design::apply(const DesignEdit &edit)
{
    if (edit.house)
        m_house = edit.house->second;
    QList<const ElementChange *> going, coming;
    for (const ElementChange &change : edit.elements) {
        if (change.from)
            going.append(&change);
        if (change.to)
            coming.append(&change);
        if (!change.from && !change.to)
            m_elements[m_positions.value(change.id())] = *change.after;
    }
    if (going.isEmpty() && coming.isEmpty())
        return;
    std::sort(going.begin(), going.end(), [](const ElementChange *a, const ElementChange *b) { return *a->from > *b->from; });
    std::sort(coming.begin(), coming.end(), [](const ElementChange *a, const ElementChange *b) { return *a->to < *b->to; });
    for (const ElementChange *change : going)
        m_elements.removeAt(*change->from);
    for (const ElementChange *change : coming)
        m_elements.insert(*change->to, *change->after);
    index();
}

void Design::index()
{
    m_positions.clear();
    m_positions.reserve(m_elements.size());
    for (qsizetype i = 0; i < m_elements.size(); ++i) {
        m_positions.insert(m_elements[i].id, i);
        m_lastId = std::max(m_lastId, static_cast<qint32>(m_elements[i].id));
    }
}

const SeatStyle *styleOf(const ElementBody &body)
{
    return std::visit([](const auto &kind) -> const SeatStyle * {
        if constexpr (requires { kind.style; })
            return &kind.style;
        else
            return nullptr;
    }, body);
}

SeatStyle *styleOf(ElementBody &body)
{
    return const_cast<SeatStyle *>(styleOf(std::as_const(body)));
}

} // namespace parterre
