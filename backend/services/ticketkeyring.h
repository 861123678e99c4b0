// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/repositories/ticketkeyrepository.h"
#include "shared/domain/ticketcode.h"

namespace parterre::services {

// A new pair of keys. After startCryptography().
[[nodiscard]] storage::TicketKey makeTicketKey();
// Whether the owner of the key wrote exactly this.
[[nodiscard]] bool isSignedBy(const QByteArray &publicKey, const QByteArray &bytes, const QByteArray &signature);

// The house's keys: writes tickets' codes with the newest and knows the codes of all of them. Read-only, so safe on every
// thread; signing a code takes some 30 microseconds.
class TicketKeyring
{
public:
    explicit TicketKeyring(QList<storage::TicketKey> keys) : m_keys(std::move(keys)) {}

    [[nodiscard]] const QList<storage::TicketKey> &keys() const { return m_keys; }
    // With the newest key.
    [[nodiscard]] QByteArray sign(const QByteArray &bytes) const;
    [[nodiscard]] QString codeOf(const QString &ticket, qint32 generation, const EventId &event) const;
    // What the text says, if this house signed it.
    [[nodiscard]] std::optional<TicketCode> read(const QString &text) const;

private:
    const QList<storage::TicketKey> m_keys; // at least one
};

} // namespace parterre::services
