// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "noshowmistakes.h"
#include "simdatabase.h"

#include <QHash>
#include <QSet>

namespace parterre::simulation {

// What the store knows of people who did not come: does what NoShowRepository does, in the tickets of the database.
class SimNoShows
{
public:
    // A request that changed something, or found that there is nothing to give free.
    struct Row {
        storage::NoShowWrite asked = {};
        bool restores = false;
        QList<storage::TicketPlace> done = {}; // in the order of their places
        quint32 writer = 0;
        quint64 moment = 0;
    };

    SimNoShows(SimDatabase &database, NoShowMistake mistake) : m_database(database), m_mistake(mistake) {}

    [[nodiscard]] storage::NoShowPage list(const EventId &event, qint32 after, qint32 limit) const;
    [[nodiscard]] Result<std::optional<storage::ReleaseWritten>> earlierRelease(const storage::NoShowWrite &write) const;
    [[nodiscard]] Result<services::ToRestore> toRestore(const storage::NoShowWrite &write) const;
    [[nodiscard]] Result<storage::ReleaseWritten> release(const storage::NoShowWrite &write, quint32 writer);
    [[nodiscard]] Result<storage::RestoreWritten> restore(const storage::NoShowWrite &write, quint32 writer);

    // For those who judge.
    [[nodiscard]] const Row *row(const UserId &actor, const QString &key) const;
    [[nodiscard]] const QHash<std::pair<UserId, QString>, Row> &rows() const { return m_rows; }
    [[nodiscard]] bool wasEverReleased(const QString &ticket) const { return m_everReleased.contains(ticket); }

private:
    // The row of an earlier request that asked for the same; null: the key is new.
    [[nodiscard]] Result<const Row *> known(const storage::NoShowWrite &write, bool restores) const;
    // In the order of their places.
    [[nodiscard]] Result<std::vector<SimDatabase::Standing>> look(const storage::NoShowWrite &write) const;
    [[nodiscard]] bool isOwned(const storage::NoShowWrite &write, qint32 place) const { return m_database.place(showOf(write.event), place).sale >= 0; }
    // That the ticket may get, the best first.
    [[nodiscard]] QList<qint32> placesFor(const storage::NoShowWrite &write, const SimDatabase::Standing &standing) const;
    [[nodiscard]] Error ownedStanding(const storage::NoShowWrite &write) const;
    [[nodiscard]] storage::RestoreWritten withOwned(const storage::NoShowWrite &write, storage::RestoreWritten written) const;
    [[nodiscard]] storage::ReleaseWritten answerOf(const Row &row) const;
    void note(const storage::NoShowWrite &write, const std::vector<SimDatabase::Standing> &tickets, bool restores, quint32 writer);

    SimDatabase &m_database;
    const NoShowMistake m_mistake;
    QHash<std::pair<UserId, QString>, Row> m_rows;
    QSet<QString> m_everReleased; // numbers of tickets
};

} // namespace parterre::simulation
