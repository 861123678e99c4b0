// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planjson.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/canonicaljson.h"
#include "shared/planio/planpages.h"
#include "shared/protocol/jsondocument.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr protocol::JsonLimits kLimits {.depth = 12, .keys = 64};

// The strict reader only judges here, and gives its memory back before Qt's reads the same bytes.
Result<void> checkForm(const QByteArray &document)
{
    protocol::JsonDocument strict;
    const Result<protocol::JsonView> json = strict.read(document, kLimits);
    if (!json)
        return Error {.code = ErrorCode::FileInvalid, .detail = u"expected a parterre-plan document: "_s + json.error().detail};
    if (!json->isObject())
        return Error {.code = ErrorCode::FileInvalid, .detail = u"expected a parterre-plan document, which is one JSON object"_s};
    return {};
}

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
    if (const Result<void> good = checkForm(document); !good)
        return good.error();

    PlanAssembler assembler;
    if (const Result<void> added = assembler.add(QJsonDocument::fromJson(document).object()); !added)
        return added.error();
    return assembler.finish();
}

QString planHash(const QByteArray &document)
{
    return QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
}

} // namespace parterre::planio
