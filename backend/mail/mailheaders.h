// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/letter.h"
#include "backend/mail/smtpaccount.h"

#include <QByteArrayList>

namespace parterre::mail {

// A header of people's words: as it is when it is short and ASCII, else in encoded words (RFC 2047), folded so that no line
// is longer than 76 characters. Line breaks and other control characters become blanks: what is written can never be
// another header.
[[nodiscard]] QByteArray textHeader(const QByteArray &name, const QString &text);
// Everything but what says how the parts are written.
[[nodiscard]] QByteArrayList headersOf(const Letter &letter, const SmtpAccount &account);

} // namespace parterre::mail
