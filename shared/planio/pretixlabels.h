// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

namespace parterre::planio {

// Templates of a row of a pretix plan, "%s" is the number; empty: none.
struct PretixTemplates {
    QString row = {};  // "Row %s"
    QString seat = {}; // "Seat %s"
};

// How seats of one row of a pretix plan are called, which the format does not say seat by seat.
class PretixLabels
{
public:
    PretixLabels(const QString &section, const QString &row, const PretixTemplates &templates);

    // Section, row, seat; without the row when the seat's own template says it: "K%s".
    [[nodiscard]] QString label(const QString &number) const;

private:
    QString m_section, m_row, m_rowText, m_seatTemplate; // rowText: as the row's template spells it
};

// The templates that give most of the seats the labels they have: none where the plain label is as good.
[[nodiscard]] PretixTemplates templatesFor(const QString &section, const QString &row, const QList<Seat> &seats);

} // namespace parterre::planio
