// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace parterre::architecture {

// What is wrong with a translation file that was just brought up to date with the sources: texts that nobody has
// translated, that are no longer used, that belong to no class, whose plural forms are not all there, or whose
// placeholders differ.
QStringList checkTranslations(const QByteArray &ts);

} // namespace parterre::architecture
