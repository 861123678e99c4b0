// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/ticketkeyring.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

struct TicketPrint {
    QString ticket = {};
    QString code = {};
    qint32 generation = 0;
};

// The codes that are printed on tickets. Made when they are asked for, not when tickets are sold: a sale writes nothing for
// them. Customers get those of their own bookings, the counter everybody's. Signs on the storage's threads; lives on the
// house thread.
class TicketService : public QObject
{
    Q_OBJECT
public:
    TicketService(storage::Storage &storage, std::shared_ptr<const TicketKeyring> keys, const Clock &clock, QObject *parent = nullptr);

    // Of the tickets that are valid, in their order. NotFound.
    void codes(const Caller &caller, const BookingId &booking, Done<QList<TicketPrint>> done);
    // NotFound, AlreadyCancelled, KeyReused.
    void reprint(const Caller &caller, const QString &ticket, const QString &key, Done<TicketPrint> done);

private:
    storage::Storage &m_storage;
    const std::shared_ptr<const TicketKeyring> m_keys;
    const Clock &m_clock;
};

} // namespace parterre::services
