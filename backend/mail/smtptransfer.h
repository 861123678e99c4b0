// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/letter.h"
#include "backend/mail/smtpaccount.h"

#include <memory>

namespace parterre::mail {

// Takes letters to a mail server, for the one thread that does. Knows curl, so that nobody else has to.
class SmtpTransfer
{
public:
    explicit SmtpTransfer(const SmtpAccount &account);
    ~SmtpTransfer();
    Q_DISABLE_COPY_MOVE(SmtpTransfer)

    // Blocks until the server has the letter, or will not have it.
    [[nodiscard]] Delivery send(const Letter &letter);
    // From any thread: breaks off what is being sent, and sends nothing more.
    void breakOff();

private:
    struct Link;
    const SmtpAccount m_account;
    const std::unique_ptr<Link> m_link;
};

} // namespace parterre::mail
