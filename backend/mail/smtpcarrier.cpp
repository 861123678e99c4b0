// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/smtpcarrier.h"

namespace parterre::mail {

SmtpCarrier::SmtpCarrier(const SmtpAccount &account) : m_transfer(account)
{
    m_thread.setObjectName(QStringLiteral("mail"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

SmtpCarrier::~SmtpCarrier()
{
    m_transfer.breakOff();
    m_thread.quit();
    m_thread.wait();
}

void SmtpCarrier::carry(const Letter &letter, std::function<void(const Delivery &)> done)
{
    QMetaObject::invokeMethod(&m_worker, [this, letter, done = std::move(done)] {
        const Delivery delivery = m_transfer.send(letter);
        QMetaObject::invokeMethod(&m_home, [delivery, done] { done(delivery); });
    });
}

} // namespace parterre::mail
