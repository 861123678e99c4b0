// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planfile.h"

#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::planio {

Result<ImportResult> readPlanFile(const QByteArray &file)
{
    if (QJsonDocument::fromJson(file).object().value(QStringLiteral("format")) != QStringLiteral("parterre-plan"))
        return readPretixPlan(file);
    Result<Plan> plan = readPlan(file);
    return plan ? Result<ImportResult>(ImportResult {.plan = std::move(*plan)}) : Result<ImportResult>(plan.error());
}

} // namespace parterre::planio
