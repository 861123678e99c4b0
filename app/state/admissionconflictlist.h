// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/checkins.h"

namespace parterre {

extern template class PagedRows<AdmissionConflict, protocol::CheckinsConflicts>;

// Whom doors of an event let in without the server and with what did not stand, as the server keeps it: what it was told last first.
class AdmissionConflictList final : public PagedRows<AdmissionConflict, protocol::CheckinsConflicts>
{
    Q_OBJECT

public:
    enum Role {
        ConflictRole = Qt::UserRole, // AdmissionConflict; Qt::DisplayRole is what was shown
    };

    explicit AdmissionConflictList(SessionModel &session, QObject *parent = nullptr);

    // Reads those of this event.
    void look(const EventId &event);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] protocol::CheckinsConflictsParams question() const override { return {.event = m_event}; }
    [[nodiscard]] const QList<AdmissionConflict> &rowsOf(const protocol::CheckinsConflictsResult &answer) const override { return answer.conflicts; }

private:
    EventId m_event;
};

} // namespace parterre
