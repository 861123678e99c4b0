// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/checklist.h"

#include "shared/core/inpool.h"

#include <algorithm>

namespace parterre {

CheckList::CheckList(DesignDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &DesignDocument::changed, this, &CheckList::onChanged);
    connect(&document, &DesignDocument::wasReset, this, &CheckList::forgetAll);
    look();
}

bool CheckList::mayPublish() const
{
    return std::none_of(m_entries.cbegin(), m_entries.cend(), [](const CheckEntry &entry) { return keepsFromPublishing(entry.kind); });
}

void CheckList::onChanged(const DesignChange &change)
{
    for (const ElementId id : change.elements)
        m_changed.insert(id);
    m_fresh = m_fresh || change.all;
    m_news = m_news || change.house;
    look();
}

void CheckList::forgetAll()
{
    m_fresh = true;
    look();
}

CheckBatch CheckList::takeNews()
{
    const Design &design = m_document.design();
    CheckBatch batch {.fresh = std::exchange(m_fresh, false), .house = design.house()};
    const QSet<ElementId> changed = std::exchange(m_changed, {});
    m_news = false;
    const auto take = [&](const Element &element) { batch.changed.append({element, m_document.piece(element.id)}); };
    if (batch.fresh) {
        for (const Element &element : design.elements())
            take(element);
        return batch;
    }
    for (const ElementId id : changed) {
        if (const Element *element = design.find(id))
            take(*element);
        else
            batch.gone.append(id);
    }
    return batch;
}

// While something is dragged nobody reads the list.
void CheckList::look()
{
    if (m_looking || !hasNews() || m_document.isPreviewing())
        return;
    m_looking = true;
    inPool(this, [checker = m_checker, batch = takeNews()] { return checker->update(batch); }, [this](const QList<CheckEntry> &entries) {
        m_looking = false;
        const bool same = entries == m_entries;
        m_entries = entries;
        look();
        if (!same || isCurrent())
            Q_EMIT changed();
    });
}

} // namespace parterre
