// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/cardnumber.h"

#include <QVarLengthArray>

namespace parterre {

namespace {

constexpr qsizetype kShortest = 13;
constexpr qsizetype kLongest = 19;

struct Digit {
    int value = 0;
    bool startsGroup = false;
    bool endsGroup = false;
    bool inLongGroup = false;
};
using Digits = QVarLengthArray<Digit, 64>;

bool passesLuhn(const Digit *first, qsizetype size)
{
    int sum = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const int value = first[size - 1 - i].value;
        const int weighed = i % 2 == 0 ? value : 2 * value;
        sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
}

bool holdsNumber(const Digits &digits)
{
    for (qsizetype first = 0; first + kShortest <= digits.size(); ++first) {
        const Digit &start = digits[first];
        if (start.value == 0 || !(start.startsGroup || start.inLongGroup))
            continue;
        for (qsizetype size = kShortest; size <= kLongest && first + size <= digits.size(); ++size) {
            const Digit &end = digits[first + size - 1];
            if ((end.endsGroup || end.inLongGroup) && passesLuhn(&start, size))
                return true;
        }
    }
    return false;
}

// Dates and amounts have dots and strokes after fewer digits.
constexpr qsizetype kGroupOfCard = 4;

bool separates(QChar c, qsizetype digitsBefore)
{
    return c.isSpace() || c.category() == QChar::Punctuation_Dash || (digitsBefore >= kGroupOfCard && QStringView(u"./_\u00b7\u2022").contains(c));
}

} // namespace

bool mayHoldCardNumber(QStringView text)
{
    Digits digits; // of groups with nothing but spaces and dashes between them
    qsizetype groupStart = 0;
    const auto endGroup = [&] {
        if (digits.size() == groupStart)
            return;
        digits.back().endsGroup = true;
        for (qsizetype i = groupStart; digits.size() - groupStart > kLongest && i < digits.size(); ++i)
            digits[i].inLongGroup = true;
        groupStart = digits.size();
    };
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits.append({.value = c.digitValue(), .startsGroup = digits.size() == groupStart});
            continue;
        }
        const qsizetype digitsBefore = digits.size() - groupStart;
        endGroup();
        if (separates(c, digitsBefore))
            continue;
        if (holdsNumber(digits))
            return true;
        digits.clear();
        groupStart = 0;
    }
    endGroup();
    return holdsNumber(digits);
}

} // namespace parterre
