// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace parterre::services {

struct OnlineRules {
    QString house = {}; // whose payments they are, as the provider is told: others may use the same account
    QUrl site = {}; // where payers' browsers reach this house
    std::chrono::milliseconds payWithin = std::chrono::minutes(15);
    // The booking keeps its seats a little longer than payers are told: the provider is asked before they fall free.
    std::chrono::milliseconds grace = std::chrono::minutes(1);
    // How often is looked for what is due, and how soon the provider is asked what became of a payment; then less often.
    std::chrono::milliseconds lookAround = std::chrono::seconds(5);
    std::chrono::milliseconds firstLook = std::chrono::seconds(15);
};

} // namespace parterre::services
