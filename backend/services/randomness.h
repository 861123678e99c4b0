// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace parterre::services {

// Where secrets and booking numbers come from. May be asked on any thread.
class Randomness
{
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<uchar> bytes) = 0;
};

// The system's, fit for secrets once startCryptography() was called. Has no state.
class SystemRandomness final : public Randomness
{
public:
    void fill(std::span<uchar> bytes) override;
};

} // namespace parterre::services
