// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"
#include "shared/planio/jsonplace.h"

#include <QHash>

#include <optional>

namespace parterre::planio {

// The largest file that is read, in any format.
inline constexpr qint64 kMaxImportBytes = 64 * 1024 * 1024;

// What an importer had to put up with.
enum class RepairKind {
    RepeatedId,       // an external id names several seats; all keep it
    RepeatedLabel,    // a seat got another label so that it is the only one of its name
    MissingCategory,  // a category was made, because seats name it or name none
    RenamedCategory,  // a category was called by a technical id, or like another
    MissingText,      // a name or number was made up
    MissingValue,     // a usual value was used
    WrongType,        // read all the same where it made sense, else left out
    NumberOutOfRange, // moved into range
    TextChanged,      // shortened, or freed of control characters
    UnknownKey,       // not read
    NotKept,          // understood, but a plan has no place for it
    OutsideCanvas,    // a seat beyond the plan's size; it stays there
    OnAnotherSeat,    // a seat that covers another; it stays there
    Guess,            // the file does not say; this is our reading
};

struct RepairEntry {
    RepairKind kind = RepairKind::Guess;
    QString where = {};                    // "zones[0].rows[3].seats[2]"
    QString message = {};                  // English sentence
    std::optional<PlanPoint> place = {};   // on the plan, when there is one

    friend bool operator==(const RepairEntry &, const RepairEntry &) = default;
};

[[nodiscard]] QLatin1StringView repairKindName(RepairKind kind); // "repeated-label"

struct ImportResult {
    Plan plan = {};
    QList<RepairEntry> report = {};
};

// Collects entries. What concerns single seats is listed one by one; what says the same of many places is counted and
// listed with its first place. A hostile file cannot make it grow without end: the last entry says how many more.
class ImportReport
{
public:
    static constexpr qsizetype kMaxEntries = 20'000;

    void add(RepairKind kind, const QString &where, const QString &message, std::optional<PlanPoint> place = {});
    void count(RepairKind kind, const JsonPlace &where, const QString &message);
    void count(RepairKind kind, const QString &where, const QString &message);
    [[nodiscard]] QList<RepairEntry> take();

private:
    struct Counted {
        RepairEntry first;
        qint64 times = 0;
    };

    QList<RepairEntry> m_entries;
    QList<Counted> m_counted;
    QHash<QString, qsizetype> m_countedAt;
    qint64 m_left = 0; // entries there was no room for
};

} // namespace parterre::planio
