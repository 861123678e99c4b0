// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designchecks.h"
#include "app/designer/model/designdocument.h"

#include <memory>

namespace parterre {

// What is wrong with a design, kept up to date while it is drawn. Looked for on a thread of the pool, one look at a time:
// what changes meanwhile is in the next one. GUI thread.
class CheckList final : public QObject
{
    Q_OBJECT

public:
    // The document outlives the list.
    explicit CheckList(DesignDocument &document, QObject *parent = nullptr);

    [[nodiscard]] const QList<CheckEntry> &entries() const { return m_entries; }
    // The entries are of the design as it is.
    [[nodiscard]] bool isCurrent() const { return !m_looking && !hasNews(); }
    // Nothing keeps the design from being published. Only sure when the list is current.
    [[nodiscard]] bool mayPublish() const;

Q_SIGNALS:
    void changed();

private:
    void onChanged(const DesignChange &change);
    void forgetAll();
    [[nodiscard]] bool hasNews() const { return m_fresh || m_news || !m_changed.isEmpty(); }
    void look();
    [[nodiscard]] CheckBatch takeNews();

    DesignDocument &m_document;
    std::shared_ptr<DesignChecker> m_checker = std::make_shared<DesignChecker>();
    QList<CheckEntry> m_entries;
    QSet<ElementId> m_changed; // since the last look
    bool m_fresh = true;
    bool m_news = false;       // of the house alone
    bool m_looking = false;
};

} // namespace parterre
