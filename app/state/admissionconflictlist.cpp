// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/admissionconflictlist.h"

namespace parterre {

template class PagedRows<AdmissionConflict, protocol::CheckinsConflicts>;

AdmissionConflictList::AdmissionConflictList(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    const auto forget = [this] {
        if (!this->session().isDoorStaff())
            clear();
    };
    connect(&session, &SessionModel::userChanged, this, forget);
    connect(&session, &SessionModel::left, this, &AdmissionConflictList::clear);
}

void AdmissionConflictList::look(const EventId &event)
{
    if (event != m_event)
        clear();
    m_event = event;
    refresh();
}

QVariant AdmissionConflictList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).shown;
    case ConflictRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

} // namespace parterre
