// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QSizeF>

// librsvg and cairo, which nothing else knows of. Any thread; a drawing reads no other file and no network, and what it
// holds beyond librsvg's limits is an error. Letters are those of the fonts that fontconfig finds.
namespace parterre::planio {

// How wide the elements with the ids "t0", "t1", ... are, in the drawing's units.
[[nodiscard]] Result<QList<double>> widthsInSvg(const QByteArray &svg, qsizetype count);

// The drawing on one page of this size in millimetres. Letters stay letters. One drawing is always the same bytes.
[[nodiscard]] Result<QByteArray> pdfOfSvg(const QByteArray &svg, QSizeF page, const QString &title);

} // namespace parterre::planio
