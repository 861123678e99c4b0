// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/randomness.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

namespace parterre::services {

// To be called when the program starts, before anything else here or a password is hashed; again does no harm, on any
// thread. Internal when the system has no random numbers to give: nothing may be served then.
[[nodiscard]] Result<void> startCryptography();
// 256 random bits as base64url: tokens. Only their hash is ever stored.
[[nodiscard]] QString makeSecret(Randomness &random);
// SHA-256, raw. Enough for secrets of full entropy; passwords go through PasswordHasher.
[[nodiscard]] QByteArray hashSecret(const QString &secret);
// `groups` groups of four characters people can read out and type: no 0/O, 1/I/L, U. "7K3M-9QXA". 4.9 bits each.
[[nodiscard]] QString makeReadableCode(Randomness &random, int groups);
// What a person typed, as makeReadableCode() writes it: upper case, dashes every four characters.
[[nodiscard]] QString normalizedReadableCode(const QString &typed);

} // namespace parterre::services
