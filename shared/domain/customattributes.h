// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace parterre {

// What a house says of its seats in words of its own: "heated", "extra legroom". A seat has few of them, sorted, each
// once, so that equal seats are equal lists. None holds a comma, a semicolon or a line break: lists of them are texts.

// One of at most PlanLimits::kCustomAttributeLength characters, without outer or doubled white space.
[[nodiscard]] bool isCustomAttribute(QStringView text);
// Whether a seat may have these: sorted, each once, at most PlanLimits::kCustomAttributes.
[[nodiscard]] bool areCustomAttributes(const QStringList &attributes);

// "sofa; heated" -> heated, sofa. How many and how long they are is not judged.
[[nodiscard]] QStringList listedCustomAttributes(const QString &text);
// "heated, sofa", which is listed as the same again.
[[nodiscard]] QString customAttributesText(const QStringList &attributes);

} // namespace parterre
