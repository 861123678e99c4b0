// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/numbering.h"

#include <algorithm>

namespace parterre {

namespace {

// The letters of a style that are used, "A" first. A style with fewer than two of them could not count.
QString alphabetOf(LabelStyle style, const QString &without)
{
    QString all, used;
    for (char16_t c = style == LabelStyle::SmallLetters ? u'a' : u'A'; all.size() < 26; ++c) {
        all.append(c);
        if (!without.contains(QChar(c), Qt::CaseInsensitive))
            used.append(c);
    }
    return used.size() < 2 ? all : used;
}

// Spells positions in one style.
class Speller
{
public:
    Speller(LabelStyle style, const QString &without) : m_alphabet(style == LabelStyle::Numbers ? QString() : alphabetOf(style, without)) {}

    [[nodiscard]] QString spell(qint64 position) const
    {
        if (m_alphabet.isEmpty())
            return QString::number(position);
        // A number system without a zero: after Z comes AA.
        QString text;
        for (; position > 0; position = (position - 1) / m_alphabet.size())
            text.prepend(m_alphabet[(position - 1) % m_alphabet.size()]);
        return text;
    }

    [[nodiscard]] std::optional<qint32> read(QStringView text) const
    {
        if (text.isEmpty() || (m_alphabet.isEmpty() && text.front() == u'0'))
            return std::nullopt;
        const qint64 base = m_alphabet.isEmpty() ? 10 : m_alphabet.size();
        qint64 position = 0;
        for (const QChar c : text) {
            const qint64 digit = m_alphabet.isEmpty() ? (c >= u'0' && c <= u'9' ? c.unicode() - u'0' : -1) : m_alphabet.indexOf(c) + 1;
            if (digit < (m_alphabet.isEmpty() ? 0 : 1))
                return std::nullopt;
            position = position * base + digit;
            if (position > kMaxLabelPosition)
                return std::nullopt;
        }
        return static_cast<qint32>(position);
    }

private:
    QString m_alphabet; // empty: numbers
};

// `count` positions from `start` on, `stride` apart, without skipped ones. What goes down starts so much higher that it
// never comes below 1.
QList<qint64> positionsFrom(qint64 start, qint64 stride, qsizetype count, const QList<qint32> &skipped)
{
    const auto isSkipped = [&skipped](qint64 position) {
        return position <= kMaxLabelPosition && skipped.contains(static_cast<qint32>(position));
    };
    QList<qint64> positions;
    if (stride == 0)
        return QList<qint64>(count, start);
    for (qint64 position = start; positions.size() < count && position >= 1; position += stride) {
        if (!isSkipped(position))
            positions.append(std::min<qint64>(position, kMaxLabelPosition));
    }
    for (qint64 position = start - stride; positions.size() < count; position -= stride) {
        if (!isSkipped(position))
            positions.prepend(std::min<qint64>(position, kMaxLabelPosition));
    }
    return positions;
}

qint64 boundedFirst(qint32 first)
{
    return std::clamp<qint64>(first, 1, kMaxLabelPosition);
}

// The nearest position from `first` on, as the step goes, that is odd or even.
qint64 firstOfParity(qint64 first, bool odd, qint32 step)
{
    if ((first % 2 == 1) == odd)
        return first;
    return step < 0 && first > 1 ? first - 1 : first + 1;
}

// The positions of one stretch of seats, from left to right.
QList<qint64> positionsOfStretch(const SeatNumbering &numbering, qint64 first, qsizetype count, const QList<qint32> &skipped)
{
    if (numbering.order == SeatOrder::LeftToRight || numbering.order == SeatOrder::RightToLeft) {
        QList<qint64> positions = positionsFrom(first, numbering.step, count, skipped);
        if (numbering.order == SeatOrder::RightToLeft)
            std::reverse(positions.begin(), positions.end());
        return positions;
    }
    // The seat in the middle of an odd number is the first odd one.
    const qint64 stride = 2 * static_cast<qint64>(numbering.step);
    const auto side = [&](bool odd) {
        return positionsFrom(firstOfParity(first, odd, numbering.step), stride, odd ? (count + 1) / 2 : count / 2, skipped);
    };
    const bool oddLeft = numbering.order == SeatOrder::OddLeftOfCentre;
    QList<qint64> positions = side(oddLeft);
    std::reverse(positions.begin(), positions.end());
    return positions + side(!oddLeft);
}

} // namespace

QStringList rowLabels(const LabelScheme &scheme, qsizetype count)
{
    const Speller speller(scheme.style, scheme.without);
    QStringList labels;
    for (const qint64 position : positionsFrom(boundedFirst(scheme.first), scheme.step, std::max<qsizetype>(0, count), {}))
        labels.append(scheme.prefix + speller.spell(position) + scheme.suffix);
    if (scheme.backwards)
        std::reverse(labels.begin(), labels.end());
    return labels;
}

QStringList seatNumbers(const SeatNumbering &numbering, qsizetype count, const QList<qint32> &aisles)
{
    const Speller speller(numbering.style, numbering.without);
    const QList<qint32> skipped = numbering.style == LabelStyle::Numbers ? numbering.skipped : QList<qint32>();
    QStringList numbers;
    const auto stretchTo = [&](qsizetype end) {
        for (const qint64 position : positionsOfStretch(numbering, boundedFirst(numbering.first), end - numbers.size(), skipped))
            numbers.append(numbering.prefix + speller.spell(position));
    };
    if (numbering.startsAnewAtAisles) {
        for (const qint32 aisle : aisles) {
            if (aisle > numbers.size() && aisle < count)
                stretchTo(aisle);
        }
    }
    if (count > numbers.size())
        stretchTo(count);
    return numbers;
}

std::optional<qint32> labelPosition(const LabelScheme &scheme, QStringView label)
{
    if (label.size() < scheme.prefix.size() + scheme.suffix.size() || !label.startsWith(scheme.prefix) || !label.endsWith(scheme.suffix))
        return std::nullopt;
    return Speller(scheme.style, scheme.without).read(label.mid(scheme.prefix.size()).chopped(scheme.suffix.size()));
}

} // namespace parterre
