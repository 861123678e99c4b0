// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/domain/mail.h"

#include <QByteArray>

namespace parterre::mail {

// What is sent: a text and a PDF.
struct Letter {
    MailId id = {};           // the same for every attempt, so that who gets it twice can see that it is one
    Instant written = {};
    QString to = {};          // as mailAddress() gives it
    QString subject = {};
    QString body = {};        // plain, lines end with \n
    QString fileName = {};
    QByteArray pdf = {};
};

// What became of an attempt.
struct Delivery {
    std::optional<MailProblem> problem = {}; // nothing: the mail server has it
    bool isFinal = false;                    // the same letter would be refused again
    QString answer = {};                     // what the server said last, where that is why

    friend bool operator==(const Delivery &, const Delivery &) = default;
};

} // namespace parterre::mail
