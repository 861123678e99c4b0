// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designpiece.h"

#include <QSet>

#include <map>
#include <unordered_map>
#include <vector>

namespace parterre {

// What can be wrong with a design. The first ones keep it from being published.
enum class CheckKind {
    NoPlaces,         // nothing to sell
    TooManyPlaces,    // kMaxPlanSeats, kMaxAreas
    LabelRepeated,    // two seats, or two areas, are called the same
    LabelMissing,     // a seat without a number, an area or table without a name
    NoCategory,
    NoCapacity,       // an area nobody fits into
    OutlineMissing,   // an area with fewer than three corners
    RowLabelMissing,  // from here on it can be published
    SeatsOverlap,
    OffTheFloor,      // a seat beside the floor of its section
    CompanionAlone,   // a companion's seat without a wheelchair place
    CompanionFar,     // one that is not beside it
    WheelchairAlone,
    RowGap,           // wider than seats stand apart, narrower than an aisle
    NoFocus,          // best seats cannot be found
};

[[nodiscard]] constexpr bool keepsFromPublishing(CheckKind kind)
{
    return kind < CheckKind::RowLabelMissing;
}

struct CheckEntry {
    CheckKind kind = CheckKind::NoPlaces;
    QString name = {};              // of what it is about: a label, the name of an area
    QSet<ElementId> elements = {};
    QList<SeatRef> seats = {};      // none: the elements as a whole are meant
    QRectF bounds = {};             // the place, in plan units; empty for the whole plan

    friend bool operator==(const CheckEntry &, const CheckEntry &) = default;
};

// What changed since the last look.
struct CheckBatch {
    struct Changed {
        Element element;
        DesignPiece piece;
    };

    bool fresh = false;             // all is new, what was known is forgotten
    DesignHouse house = {};
    QList<Changed> changed = {};
    QList<ElementId> gone = {};
};

// Finds what is wrong and remembers what it knows of each element, so that a change costs what it touches. Not bound to a
// thread; used by one at a time.
class DesignChecker
{
public:
    static constexpr qsizetype kMostOfAKind = 500;

    // All there is to say after a change, errors first, at most kMostOfAKind of each kind.
    [[nodiscard]] QList<CheckEntry> update(const CheckBatch &batch);

private:
    using LabelKey = quint64; // hash of a label; that two of a house are one is less likely than a broken disk
    using Cell = quint64;

    // A wheelchair place or a companion's seat.
    struct Special {
        SeatPlace place;
        bool companion = false;
        std::optional<SeatRef> of = {};
    };

    struct Spot {
        SeatRef seat;
        double x = 0, y = 0, radius = 0;
    };

    // What is known of one element.
    struct Facts {
        Element element;
        DesignPiece piece;
        std::vector<std::pair<LabelKey, SeatRef>> labels; // of seats; areas have no place
        std::vector<Special> specials;
        QList<CheckEntry> own;                            // what can be said without looking at others
        QSet<ElementId> neighbours;                       // with seats that overlap its own
    };

    void forget(ElementId id);
    void learn(const CheckBatch::Changed &changed);
    void judge(Facts &facts) const;
    void judgeSeats(Facts &facts) const;
    void judgeRows(Facts &facts) const;
    void judgeAreas(Facts &facts) const;
    void addLabels(Facts &facts);
    void addSpots(Facts &facts);
    [[nodiscard]] Cell cellOf(const Facts &facts, double x, double y) const;
    [[nodiscard]] bool isOffTheFloor(const Facts &facts, PlanPoint point) const;
    void collectCompanions(QList<CheckEntry> &entries) const;
    void collectWhole(QList<CheckEntry> &entries) const;
    void collectLabels(QList<CheckEntry> &entries) const;
    void collectOverlaps(QList<CheckEntry> &entries) const;
    [[nodiscard]] const Seat *seat(SeatRef ref) const;
    [[nodiscard]] QString labelIn(const Facts &facts, SeatRef ref) const;

    DesignHouse m_house;
    std::map<ElementId, Facts> m_facts;
    std::unordered_map<LabelKey, std::vector<SeatRef>> m_labels;
    QSet<LabelKey> m_repeated;
    std::unordered_map<Cell, std::vector<Spot>> m_cells;
    QHash<ElementId, QList<std::pair<SeatRef, SeatRef>>> m_overlaps; // under either element
    QHash<SectionId, QSet<ElementId>> m_floors;
};

} // namespace parterre
