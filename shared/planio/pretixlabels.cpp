// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/pretixlabels.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/tolerantobject.h"

#include <algorithm>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRoom = 12; // for " (12345)"

// "Row %s" and "7" -> "Row 7"
QString applied(const QString &labelTemplate, const QString &number)
{
    if (labelTemplate.isEmpty())
        return number;
    return labelTemplate.contains("%s"_L1) ? QString(labelTemplate).replace("%s"_L1, number) : labelTemplate + u' ' + number;
}

// Labels that come out as they are; makeLabelsUnique() adds the " (2)" again.
qsizetype kept(const QString &section, const QString &row, const QList<Seat> &seats, const PretixTemplates &templates)
{
    const PretixLabels labels(section, row, templates);
    return std::count_if(seats.begin(), seats.end(), [&labels](const Seat &seat) {
        const QString label = labels.label(seat.number);
        return seat.label == label || (seat.label.startsWith(label) && QStringView(seat.label).mid(label.size()).startsWith(u" ("));
    });
}

// Templates that would make the label of this seat: "Balcony Row 3 Seat 7" is "Row %s" and "Seat %s".
QList<PretixTemplates> guesses(const QString &section, const QString &row, const Seat &seat)
{
    QList<PretixTemplates> list;
    const QString start = section + u' ';
    const qsizetype end = seat.label.lastIndexOf(seat.number);
    if (!seat.label.startsWith(start) || end < start.size())
        return list;
    const QString before = seat.label.mid(start.size(), end - start.size());
    list.append({.seat = before + "%s"_L1});
    const qsizetype at = row.isEmpty() ? -1 : before.lastIndexOf(row);
    if (at >= 0) {
        const QString between = before.mid(at + row.size());
        list.append({.row = before.left(at) + "%s"_L1, .seat = between.mid(1) + "%s"_L1});
    }
    return list;
}

} // namespace

PretixLabels::PretixLabels(const QString &section, const QString &row, const PretixTemplates &templates)
    : m_section(section), m_row(row), m_rowText(applied(templates.row, row)), m_seatTemplate(templates.seat)
{
}

QString PretixLabels::label(const QString &number) const
{
    const QString seatText = applied(m_seatTemplate, number);
    const bool saysRow = !m_row.isEmpty() && seatText != number && seatText.startsWith(m_row, Qt::CaseInsensitive);
    QStringList parts {m_section};
    if (!saysRow)
        parts.append(m_rowText);
    parts.append(seatText);
    parts.removeAll(QString());
    return cleanText(parts.join(u' '), PlanLimits::kLabelLength - kRoom);
}

PretixTemplates templatesFor(const QString &section, const QString &row, const QList<Seat> &seats)
{
    PretixTemplates best;
    if (seats.isEmpty())
        return best;
    qsizetype most = kept(section, row, seats, best);
    for (const PretixTemplates &guess : guesses(section, row, seats.constFirst())) {
        if (most == seats.size() || guess.row.size() > PlanLimits::kRowLabelLength || guess.seat.size() > PlanLimits::kNumberLength)
            continue;
        const PretixTemplates tidy {.row = guess.row == "%s"_L1 ? QString() : guess.row, .seat = guess.seat == "%s"_L1 ? QString() : guess.seat};
        if (const qsizetype count = kept(section, row, seats, tidy); count > most) {
            most = count;
            best = tidy;
        }
    }
    return best;
}

} // namespace parterre::planio
