// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/randomness.h"

#include <sodium.h>

namespace parterre::services {

void SystemRandomness::fill(std::span<uchar> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace parterre::services
