// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/design.h"

#include <QSet>

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

std::optional<DesignEdit> merged(const DesignEdit &first, const DesignEdit &second)
{
    DesignEdit both;
    QHash<ElementId, qsizetype> positions;
    for (const QList<ElementChange> *changes : {&first.elements, &second.elements}) {
        for (const ElementChange &change : *changes) {
            if (change.from || change.to)
                return std::nullopt;
            const auto known = positions.constFind(change.id());
            if (known != positions.cend()) {
                both.elements[*known].after = change.after;
            } else {
                positions.insert(change.id(), both.elements.size());
                both.elements.append(change);
            }
        }
    }
    both.elements.removeIf([](const ElementChange &change) { return change.before == change.after; });
    both.house = first.house ? first.house : second.house;
    if (first.house && second.house)
        both.house->second = second.house->second;
    if (both.house && both.house->first == both.house->second)
        both.house.reset();
    return both;
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

// Positions of what goes are those of the list as it was before, of what comes those of the list as it is afterwards.
void Design::apply(const DesignEdit &edit)
{
    if (edit.house)
        m_house = edit.house->second;
    QSet<qsizetype> going;
    QHash<qsizetype, const Element *> coming;
    for (const ElementChange &change : edit.elements) {
        if (change.from)
            going.insert(*change.from);
        if (change.to)
            coming.insert(*change.to, &*change.after);
        if (!change.from && !change.to)
            m_elements[m_positions.value(change.id())] = *change.after;
    }
    if (going.isEmpty() && coming.isEmpty())
        return;
    QList<Element> elements;
    elements.reserve(m_elements.size() - going.size() + coming.size());
    const auto takeComing = [&] {
        for (auto next = coming.constFind(elements.size()); next != coming.cend(); next = coming.constFind(elements.size()))
            elements.append(**next);
    };
    for (qsizetype i = 0; i < m_elements.size(); ++i) {
        takeComing();
        if (!going.contains(i))
            elements.append(std::move(m_elements[i]));
    }
    takeComing();
    m_elements = std::move(elements);
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
