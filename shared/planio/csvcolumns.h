// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace parterre::planio {

// The columns of a seat list, in the order they are written in.
enum class CsvColumn {
    Section, Row, Table, Area, Seat, X, Y, Category, Label, Attributes, CustomAttributes, CompanionOf, Ids, Radius, Part, RowLabels, CategoryKey, Color,
    Shape, Width, Height, Rotation, SoldWhole, Capacity, Outline,
};
inline constexpr int kCsvColumns = static_cast<int>(CsvColumn::Outline) + 1;

[[nodiscard]] QString csvColumnName(CsvColumn column); // "section"
// By its name, or one of those that lists from elsewhere have in English, German or Arabic.
[[nodiscard]] std::optional<CsvColumn> csvColumnOf(const QString &header);
// Whether the cells are the header line of a seat list.
[[nodiscard]] bool isSeatListHeader(const QStringList &cells);

} // namespace parterre::planio
