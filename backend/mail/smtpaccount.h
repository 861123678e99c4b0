// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace parterre::mail {

enum class MailSecurity {
    Tls,      // from the first byte on
    StartTls, // before anything is said; a server that does not offer it gets nothing
    None,     // to this computer only
};

struct Sender {
    QString address = {}; // as mailAddress() gives it
    QString name = {};    // may be empty
};

// The house's mail server, and how the house signs in there.
struct SmtpAccount {
    QString host = {};
    quint16 port = 0;
    MailSecurity security = MailSecurity::StartTls;
    QString user = {};          // empty: does not sign in
    QByteArray password = {};
    Sender from = {};
    QString replyTo = {};       // an address; empty: to the sender
    QString certificates = {};  // PEM file of the authorities to trust; empty: the system's
    // The first for connecting and for every answer, the second for all of it, which has to be shorter than a claim.
    std::chrono::milliseconds patience = std::chrono::seconds(60);
    std::chrono::milliseconds longest = std::chrono::minutes(4);
};

} // namespace parterre::mail
