// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parterre {

// Labels count no further than this, so that the longest has 30 letters beside its prefix and suffix.
inline constexpr qint32 kMaxLabelPosition = 1'000'000'000;

enum class LabelStyle { Numbers, Letters, SmallLetters };

// How rows or tables get their labels: "A, B, C ... H, J, K" is Letters from "A" without "IO".
struct LabelScheme {
    LabelStyle style = LabelStyle::Letters;
    qint32 first = 1;           // 1: "1" or "A"; 27: "27" or "AA"
    qint32 step = 1;            // negative: downwards, from so much higher that none is below 1; 0: all the same
    QString without = {};       // letters that are never used, for looking like digits: "IO"; none if they leave fewer than two
    QString prefix = {};
    QString suffix = {};
    bool backwards = false;     // the last one gets the first label

    friend bool operator==(const LabelScheme &, const LabelScheme &) = default;
};

// Where a row's numbers start and how they go on, seen with the stage above.
enum class SeatOrder {
    LeftToRight,
    RightToLeft,
    OddLeftOfCentre,  // from the centre outwards: 1, 3, 5 to the left, 2, 4, 6 to the right; a seat in the middle is odd
    OddRightOfCentre,
};

// How the seats of a row get their numbers.
struct SeatNumbering {
    SeatOrder order = SeatOrder::LeftToRight;
    LabelStyle style = LabelStyle::Numbers;
    qint32 first = 1;
    qint32 step = 1;
    QString without = {};            // letters that are never used
    QList<qint32> skipped = {};      // numbers that no seat gets, such as 13; means nothing to letters
    QString prefix = {};
    bool startsAnewAtAisles = false; // else numbers go on across them, and the centre is the whole row's

    friend bool operator==(const SeatNumbering &, const SeatNumbering &) = default;
};

// The labels of so many rows, first row first.
[[nodiscard]] QStringList rowLabels(const LabelScheme &scheme, qsizetype count);

// The numbers of a row's seats from left to right. `aisles` are positions of seats that have an aisle to their left,
// ascending.
[[nodiscard]] QStringList seatNumbers(const SeatNumbering &numbering, qsizetype count, const QList<qint32> &aisles = {});

// The position of a label in its style, 27 for "AA" (letters left out are not counted): a scheme that has it as its
// `first` begins with this label. Nothing where it is no such label.
[[nodiscard]] std::optional<qint32> labelPosition(const LabelScheme &scheme, QStringView label);

} // namespace parterre
