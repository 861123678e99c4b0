// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/blocks.h"

#include <QSet>

namespace parterre {

extern template class PagedRows<DueBlock, protocol::BlocksDue>;

// Blocks of all events that become free by a rule, soonest first, and what is decided about them.
class ReleaseListModel final : public PagedRows<DueBlock, protocol::BlocksDue>
{
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole, // DueBlock; Qt::DisplayRole is the name of the event
    };

    explicit ReleaseListModel(SessionModel &session, QObject *parent = nullptr);

    // Asks when the caller may know.
    void refresh() override;
    [[nodiscard]] bool mayDecide() { return session().isManager(); }
    // Both end in decided() or failed(), with the list read again.
    void confirm(const QList<BlockId> &blocks);
    // Nothing: until somebody releases it.
    void postpone(BlockId block, const std::optional<BlockRelease> &release);
    [[nodiscard]] bool isAsking() const { return m_asking; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void askingChanged();
    void decided();
    void failed(const parterre::Error &error);

protected:
    [[nodiscard]] protocol::BlocksDueParams question() const override { return {}; }
    [[nodiscard]] const QList<DueBlock> &rowsOf(const protocol::BlocksDueResult &answer) const override { return answer.blocks; }

private:
    void setAsking(bool asking);
    void onDecided(const std::optional<Error> &error);

    bool m_asking = false;
};

} // namespace parterre
