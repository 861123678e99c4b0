// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/letter.h"

#include <QByteArray>

namespace parterre::mail {

// What was said between us and the mail server, as far as it tells why a letter was not taken.
class SmtpAnswers
{
public:
    // Each with its line ends, or without.
    void noteCommand(const QByteArray &line);
    void noteAnswer(const QByteArray &line);

    // The code of the last answer that refuses something; 0: there was none.
    [[nodiscard]] int refusal() const { return m_refusal; }
    // That answer in one line that can be kept and shown, cut where it is long. Nothing of what we said is in it.
    [[nodiscard]] QString text() const;
    // Whether that was the answer to this one: "RCPT".
    [[nodiscard]] bool wasAbout(const QByteArray &command) const { return m_refused == command; }

private:
    QByteArray m_command; // the last one: "RCPT"
    QByteArray m_refused; // the one that was refused
    QByteArray m_text;
    int m_refusal = 0;
};

} // namespace parterre::mail
