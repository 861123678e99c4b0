// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/mailcarrier.h"
#include "backend/mail/smtptransfer.h"

#include <QObject>
#include <QThread>

namespace parterre::mail {

// Takes letters to the house's mail server, on a thread of its own: a server that is slow keeps nobody waiting. Lives on the
// thread that it is asked on. When it goes it breaks off what is being sent; nobody hears what became of that.
class SmtpCarrier final : public MailCarrier
{
public:
    explicit SmtpCarrier(const SmtpAccount &account);
    ~SmtpCarrier() override;
    Q_DISABLE_COPY_MOVE(SmtpCarrier)

    void carry(const Letter &letter, std::function<void(const Delivery &)> done) override;

private:
    SmtpTransfer m_transfer;
    QObject m_home;   // where answers arrive
    QThread m_thread;
    QObject m_worker; // lives on m_thread
};

} // namespace parterre::mail
