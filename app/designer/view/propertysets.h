// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

#include <QStringList>
#include <QVariant>

#include <functional>

namespace parterre {

// One thing that can be said of elements of one kind, and how it is typed.
struct Property {
    enum class Kind { Heading, Number, Count, Text, Toggle, Choice, Colour };

    QString name = {};
    Kind kind = Kind::Number;
    double least = 0, most = 0, step = 1;
    QStringList choices = {};                          // Choice: its value is the position
    std::function<QVariant(const Element &)> read = {};
    std::function<void(Element &, const QVariant &)> write = {};
};

// What the kind of element is called.
[[nodiscard]] QString kindName(const ElementBody &body);
// Of elements of the same kind as this one.
[[nodiscard]] QList<Property> propertiesOf(const ElementBody &body);

} // namespace parterre
