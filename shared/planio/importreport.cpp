// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/importreport.h"

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxCounted = 500;

}

QLatin1StringView repairKindName(RepairKind kind)
{
    switch (kind) {
    case RepairKind::RepeatedId: return "repeated-id"_L1;
    case RepairKind::RepeatedLabel: return "repeated-label"_L1;
    case RepairKind::MissingCategory: return "missing-category"_L1;
    case RepairKind::RenamedCategory: return "renamed-category"_L1;
    case RepairKind::MissingText: return "missing-text"_L1;
    case RepairKind::MissingValue: return "missing-value"_L1;
    case RepairKind::WrongType: return "wrong-type"_L1;
    case RepairKind::NumberOutOfRange: return "number-out-of-range"_L1;
    case RepairKind::TextChanged: return "text-changed"_L1;
    case RepairKind::UnknownKey: return "unknown-key"_L1;
    case RepairKind::NotKept: return "not-kept"_L1;
    case RepairKind::OutsideCanvas: return "outside-canvas"_L1;
    case RepairKind::OnAnotherSeat: return "on-another-seat"_L1;
    case RepairKind::Guess: return "guess"_L1;
    }
    Q_UNREACHABLE();
}

void ImportReport::add(RepairKind kind, const QString &where, const QString &message, std::optional<PlanPoint> place)
{
    if (m_entries.size() < kMaxEntries)
        m_entries.append({.kind = kind, .where = where, .message = message, .place = place});
    else
        ++m_left;
}

void ImportReport::count(RepairKind kind, const JsonPlace &where, const QString &message)
{
    // The place is spelled for the first of them only.
    count(kind, m_countedAt.contains(message) ? QString() : where.text(), message);
}

void ImportReport::count(RepairKind kind, const QString &where, const QString &message)
{
    const auto found = m_countedAt.constFind(message);
    if (found != m_countedAt.cend()) {
        ++m_counted[*found].times;
    } else if (m_counted.size() < kMaxCounted) {
        m_countedAt.insert(message, m_counted.size());
        m_counted.append({.first = {.kind = kind, .where = where, .message = message}, .times = 1});
    } else {
        ++m_left;
    }
}

QList<RepairEntry> ImportReport::take()
{
    QList<RepairEntry> all;
    for (Counted &counted : m_counted) {
        if (counted.times > 1)
            counted.first.message += u" (%1 times; this is the first place)"_s.arg(counted.times);
        all.append(counted.first);
    }
    all += m_entries;
    if (m_left > 0)
        all.append({.kind = RepairKind::NotKept, .message = u"%1 more entries do not fit into this report"_s.arg(m_left)});
    return all;
}

} // namespace parterre::planio
