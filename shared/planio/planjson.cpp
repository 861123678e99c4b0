// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planjson.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/canonicaljson.h"
#include "shared/planio/planpages.h"
#include "shared/protocol/strictjson.h"

#include <QCryptographicHash>
#include <QJsonObject>

#include <limits>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxDepth = 12;

} // namespace

QByteArray writePlan(const Plan &plan)
{
    // A document is the one page of a plan without a limit.
    return canonicalJson(planPages(plan, std::numeric_limits<qsizetype>::max()).constFirst());
}

Result<Plan> readPlan(const QByteArray &document)
{
    if (document.size() > kMaxPlanDocumentBytes) {
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the document has %1 bytes"_s.arg(document.size()),
                      .limit = kMaxPlanDocumentBytes};
    }
    const Result<QJsonValue> json = protocol::parseStrictJson(document, kMaxDepth);
    if (!json)
        return Error {.code = ErrorCode::FileInvalid, .detail = u"expected a parterre-plan document: "_s + json.error().detail};
    if (!json->isObject())
        return Error {.code = ErrorCode::FileInvalid, .detail = u"expected a parterre-plan document, which is one JSON object"_s};

    PlanAssembler assembler;
    if (const Result<void> added = assembler.add(json->toObject()); !added)
        return added.error();
    return assembler.finish();
}

QString planHash(const QByteArray &document)
{
    return QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
}

} // namespace parterre::planio
