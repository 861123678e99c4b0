// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/checkins.h"

namespace parterre {

// What was decided at a door without the server and has to be told to it: kept in a file until it was, so that neither a
// crash nor a night without a network loses who came in.
class DoorQueue
{
public:
    // Reads what an earlier run left. No folder: nothing is kept.
    explicit DoorQueue(const QString &folder);

    [[nodiscard]] const QList<protocol::CheckinsAdmitParams> &waiting() const { return m_waiting; }
    void add(const protocol::CheckinsAdmitParams &admission);
    void remove(const QString &key);
    // False: some of what waits is in memory only. Tried again with every change.
    [[nodiscard]] bool isKept() const { return m_isKept; }

private:
    void save();

    const QString m_path;
    QList<protocol::CheckinsAdmitParams> m_waiting; // oldest first
    QList<QByteArray> m_unread;                     // lines of a newer version, which will know them
    bool m_isKept = true;
};

} // namespace parterre
