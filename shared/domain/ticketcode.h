// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace parterre {

// What a ticket's code says of it, short enough for a QR code that a cheap scanner reads off paper. The ticket is named by
// its number: that is what people can type instead, and what the database finds a ticket by.
struct TicketCode {
    quint16 keyId = 0;        // of the key that signed it
    quint16 generation = 0;   // how often the ticket was printed anew; older codes are void
    quint32 event = 0;        // shortReference(): enough to tell a ticket for another event without the database
    QString ticket = {};      // Ticket::number

    friend bool operator==(const TicketCode &, const TicketCode &) = default;
};

// A code with its signature: Ed25519 (RFC 8032), detached.
struct SignedTicketCode {
    TicketCode code = {};
    QByteArray signature = {};
};

inline constexpr int kTicketSignatureBytes = 64;
inline constexpr qsizetype kMaxTicketNumber = 64;
inline constexpr qsizetype kMaxTicketCode = 300; // characters

// Of a UUIDv7, whose random bits come last.
[[nodiscard]] quint32 shortReference(const EventId &event);

// The bytes a signature is over: the version of the format, then every field.
[[nodiscard]] QByteArray bytesToSign(const TicketCode &code);
// "PT1", then fields and signature in the base32 of RFC 4648 without padding: capital letters and digits alone, which QR
// codes hold densest and keyboards that scanners pretend to be do not spoil. The ticket's number is ASCII.
[[nodiscard]] QString writeTicketCode(const SignedTicketCode &code);
// Nothing unless it is exactly what writeTicketCode() writes, but for its case and space around it. Says nothing about the
// signature.
[[nodiscard]] std::optional<SignedTicketCode> readTicketCode(const QString &text);

// What a person typed, as ticket numbers are written: "7k3m 9qxa 1" is "7K3M-9QXA-1".
[[nodiscard]] QString normalizedTicketNumber(const QString &typed);

} // namespace parterre
