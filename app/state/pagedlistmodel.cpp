// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/pagedlistmodel.h"

namespace parterre {

void PagedListModel::setLoadState(LoadState state, const std::optional<Error> &error)
{
    if (state == m_loadState && error == m_error)
        return;
    m_loadState = state;
    m_error = error;
    Q_EMIT loadStateChanged();
}

} // namespace parterre
