// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "methodscene.h"

#include "shared/domain/role.h"

#include <QJsonObject>

#include <functional>

namespace parterre::testing {

struct MethodRow {
    QString method;
    Roles allowed;
    std::function<QJsonObject(Scene &)> params; // good ones, which would change something if they were obeyed
    Role as = Role::Anonymous;                  // who calls it with success
};

// Who may call what, written down a second time on purpose: a method that is new here or there fails the test.
[[nodiscard]] const QList<MethodRow> &methodTable();

// As auth.register wants it.
[[nodiscard]] QJsonObject registration(const QString &email);

} // namespace parterre::testing
