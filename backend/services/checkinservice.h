// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"
#include "backend/services/ticketkeyring.h"
#include "backend/storage/repositories/checkinrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// The doors: reads what people show, and lets each ticket in once. Whether it may come in is looked up in the database, which
// every server of the house shares; signatures are checked on the storage's threads. Lives on the house thread.
class CheckinService : public QObject
{
    Q_OBJECT
public:
    struct Arrival {
        EventId event = {};
        QString shown = {};                // a ticket's code or number
        QString key = {};
        QString door = {};
        std::optional<Instant> at = {};    // when it was decided without the server
    };

    CheckinService(EventDirectory &events, storage::Storage &storage, std::shared_ptr<const TicketKeyring> keys, const Clock &clock, IdGenerator &ids, QObject *parent = nullptr);

    // InvalidParams: it is said to have happened in the future. NotFound, KeyReused: as in CheckinRepository.
    void admit(const Caller &caller, const Arrival &arrival, Done<DoorVerdict> done);
    // NotFound, KeyReused.
    void undo(const Caller &caller, const EventId &event, const QString &ticket, const QString &reason, const QString &key, Done<Admission> done);
    void list(const storage::AdmissionQuery &query, Done<storage::AdmissionPage> done);
    void conflicts(const storage::AdmissionQuery &query, Done<storage::ConflictPage> done);
    void arrivals(const EventId &event, Done<storage::Arrivals> done);
    struct SignedList {
        DoorListPage page = {};
        quint16 keyId = 0;
        QByteArray signature = {};         // as houses before 1.14 signed
        QByteArray wholeSignature = {};
    };
    // A page of the list that a door decides by while it has no connection; `after` as in CheckinRepository. NotFound.
    void doorList(const EventId &event, qint32 after, Done<SignedList> done);
    [[nodiscard]] const QList<storage::TicketKey> &keys() const { return m_keys->keys(); }

Q_SIGNALS:
    // Somebody came in, or an admission was taken back; in the order of the commits, before the answer.
    void moved(const parterre::EventId &event, qint32 place, bool isIn);

private:
    // Whether there is any place in the area that this one is of.
    [[nodiscard]] bool hasRoomAround(const EventId &event, qint32 place) const;

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const std::shared_ptr<const TicketKeyring> m_keys;
    const Clock &m_clock;
    IdGenerator &m_ids;
};

} // namespace parterre::services
