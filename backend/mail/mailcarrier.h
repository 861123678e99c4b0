// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/letter.h"

#include <functional>

namespace parterre::mail {

// Who takes letters to the mail server, one after the other. Answers each once, on the thread it was asked on, unless it is
// gone by then.
class MailCarrier
{
public:
    virtual ~MailCarrier() = default;
    virtual void carry(const Letter &letter, std::function<void(const Delivery &)> done) = 0;
};

} // namespace parterre::mail
