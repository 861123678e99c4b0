// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QStringList>

namespace parterre::planio {

struct CsvLine {
    qsizetype number = 0; // of the line in the file it begins on, from 1
    QStringList cells = {};
};

inline constexpr qsizetype kMaxCsvLines = 1'000'000;
inline constexpr qsizetype kMaxCsvCells = 16'000'000;
inline constexpr qsizetype kMaxCsvColumns = 20'000;

// Comma, semicolon, tab or bar: what most often separates cells of the first lines; a first line "sep=;" says so itself.
[[nodiscard]] QChar separatorOf(const QString &text);

// The lines of a file by RFC 4180: quoted cells may hold separators, line breaks and doubled quotes. Any kind of line
// end; lines of empty cells only are kept, since they are distance on a grid. FileInvalid, naming the line, for a quote
// that is never closed and for more than the limits.
[[nodiscard]] Result<QList<CsvLine>> readCsv(const QString &text, QChar separator);

// One cell, quoted where it has to be. A text that a spreadsheet would take for a formula is not changed: it would come
// back as another.
[[nodiscard]] QString csvCell(const QString &text);

} // namespace parterre::planio
