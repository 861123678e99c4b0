// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace parterre {

// One immutable published version of a plan. `hash` is the SHA-256 of its canonical document, hex.
struct PlanVersionRef {
    PlanId id = {};
    qint32 version = 0;
    QString hash = {};

    friend bool operator==(const PlanVersionRef &, const PlanVersionRef &) = default;
};

struct PlanSummary {
    PlanVersionRef ref = {};
    QString name = {};
    qint32 seats = 0;
    std::optional<QString> hall = {}; // which it is a plan of; absent: one of its own, of the plan's name

    [[nodiscard]] const QString &hallName() const { return hall ? *hall : name; }

    friend bool operator==(const PlanSummary &, const PlanSummary &) = default;
};

// What is known of a version without reading it.
struct PlanVersion {
    PlanVersionRef ref = {};
    Instant publishedAt = {};
    qint32 seats = 0;        // and places of areas
    bool hasDesign = false;  // published from a draft, whose design is kept

    friend bool operator==(const PlanVersion &, const PlanVersion &) = default;
};

struct VenueRef {
    VenueId id = {};
    QString name = {};

    friend bool operator==(const VenueRef &, const VenueRef &) = default;
};

// A house. `timeZone` is an IANA name, "Europe/Berlin": events are shown in the venue's time, not the viewer's.
struct Venue {
    VenueId id = {};
    QString name = {};
    QString address = {};
    QString timeZone = {};
    QList<PlanSummary> plans = {}; // the newest version of each
    qint32 version = 1;            // rises with every change of the three
    std::optional<QString> logo = {}; // hash of the picture that stands on its tickets

    friend bool operator==(const Venue &, const Venue &) = default;
};

// What is decided about a venue by those who manage it.
struct VenueDefinition {
    QString name = {};
    QString address = {};
    QString timeZone = {};

    friend bool operator==(const VenueDefinition &, const VenueDefinition &) = default;
};

struct VenueLimits {
    static constexpr qsizetype kNameLength = 200; // and that of a hall
    static constexpr qsizetype kAddressLength = 300;
    static constexpr qsizetype kTimeZoneLength = 64;
};

[[nodiscard]] inline VenueDefinition definitionOf(const Venue &venue)
{
    return {.name = venue.name, .address = venue.address, .timeZone = venue.timeZone};
}

} // namespace parterre
