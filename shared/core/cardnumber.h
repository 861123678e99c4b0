// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace parterre {

// Whether a text has what may be the number of a payment card in it: 13 to 19 digits that do not begin with 0 and pass the check
// of Luhn (ISO/IEC 7812-1), in one group, or in several with spaces or dashes between them; after four digits and more also dots,
// strokes and underscores. Groups before and after do not hide it, and in a group that is longer than any card number it is
// looked for everywhere. One in ten other numbers of that length is taken for one, too.
[[nodiscard]] bool mayHoldCardNumber(QStringView text);

} // namespace parterre
