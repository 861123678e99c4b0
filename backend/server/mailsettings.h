// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/smtpaccount.h"
#include "shared/core/result.h"

#include <optional>

namespace parterre::server {

// What the operator says of the house's mail server. Nothing of it: the house sends no mail.
struct MailSettings {
    QString host = {};
    std::optional<quint16> port = {};
    std::optional<mail::MailSecurity> security = {}; // StartTls when absent
    QString user = {};
    QString passwordFile = {};
    std::optional<mail::Sender> from = {};
    QString replyTo = {};
    QString certificates = {};                        // no setting: tests only
    std::chrono::milliseconds patience = mail::SmtpAccount().patience; // the same
};

// "Box office <box@example.org>", or the address alone; nothing when it is neither.
[[nodiscard]] std::optional<mail::Sender> readSender(const QString &text);
// What sending mail with these settings needs; nothing when none is sent. InvalidParams when something of it is missing, or
// would go over the network in the clear. The password stands in no message.
[[nodiscard]] Result<std::optional<mail::SmtpAccount>> mailAccountOf(const MailSettings &settings);

} // namespace parterre::server
