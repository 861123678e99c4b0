// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace parterre::steps {

// Whose words the names of steps are, for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(DesignSteps)
};

} // namespace parterre::steps
