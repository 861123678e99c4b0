// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/planhandler.h"

#include "backend/api/answering.h"
#include "backend/services/catalogservice.h"
#include "backend/services/planexports.h"
#include "backend/services/planservice.h"

#include <QJsonDocument>

namespace parterre::api {

namespace {

protocol::PlansGetResult toMessage(const services::PlanPart &part)
{
    protocol::PlansGetResult result {.hash = part.hash, .page = QJsonDocument::fromJson(part.page).object()};
    if (part.next)
        result.next = QString::number(*part.next);
    return result;
}

protocol::PlansVersionsResult toMessage(const storage::PlanVersionPage &page)
{
    protocol::PlansVersionsResult result {.versions = page.versions};
    if (page.next)
        result.next = QString::number(*page.next);
    return result;
}

protocol::PlansDesignResult toMessage(const storage::DesignPart &part)
{
    return {.hash = part.hash, .bytes = part.size, .data = part.bytes.toBase64()};
}

QList<protocol::PlanRepair> firstOf(const QList<planio::RepairEntry> &report)
{
    QList<protocol::PlanRepair> first;
    for (const planio::RepairEntry &entry : report.first(std::min(report.size(), protocol::kMaxPlanRepairs)))
        first.append({.kind = planio::repairKindName(entry.kind), .where = entry.where, .message = entry.message});
    return first;
}

protocol::PlansPublishResult toMessage(const services::PublishedPlan &published)
{
    return {.plan = published.plan, .repairs = firstOf(published.report), .repairCount = static_cast<qint32>(published.report.size())};
}

struct ExportPart {
    services::PlanExports::Shared whole = {};
    qint64 offset = 0;
};

protocol::PlansExportResult toMessage(const ExportPart &part)
{
    protocol::PlansExportResult result {.hash = part.whole->hash, .bytes = part.whole->file.size(), .data = part.whole->file.mid(part.offset, protocol::kDownloadPartBytes).toBase64(),
                                        .lossCount = static_cast<qint32>(part.whole->losses.size())};
    if (part.offset == 0)
        result.losses = firstOf(part.whole->losses);
    return result;
}

planio::PlanFileFormat formatOf(protocol::PlanExportFormat format)
{
    switch (format) {
    case protocol::PlanExportFormat::Json: return planio::PlanFileFormat::Parterre;
    case protocol::PlanExportFormat::Pretix: return planio::PlanFileFormat::Pretix;
    case protocol::PlanExportFormat::Svg: return planio::PlanFileFormat::Svg;
    case protocol::PlanExportFormat::Csv: return planio::PlanFileFormat::Csv;
    case protocol::PlanExportFormat::Pdf: return planio::PlanFileFormat::Pdf;
    }
    Q_UNREACHABLE();
}

} // namespace

void addPlanMethods(Router &router, services::CatalogService &catalog, services::PlanService &plans, services::PlanExports &exports)
{
    using namespace protocol;

    router.onRaw<PlansGet, services::PlanPart>([&](const CallContext &, const PlansGetParams &params, services::Done<services::PlanPart> done) {
        bool isNumber = true;
        const qint32 part = params.cursor ? params.cursor->toInt(&isNumber) : 0;
        if (isNumber)
            catalog.plan(params.plan, params.version, part, std::move(done));
        else
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this plan")});
    }, toMessage);
    router.on<PlansPublish>([&](const CallContext &context, const PlansPublishParams &params, services::Done<PlansPublishResult> done) {
        plans.publish(context.caller, {.venue = params.venue, .upload = params.upload, .after = params.after, .name = params.name, .design = params.draft},
                      answering(std::move(done), [](const services::PublishedPlan &published) { return toMessage(published); }));
    });
    router.on<PlansSetHall>([&](const CallContext &context, const PlansSetHallParams &params, services::Done<PlansSetHallResult> done) {
        plans.setHall(context.caller, params.plan, params.hall, answering(std::move(done), [](const PlanSummary &plan) { return PlansSetHallResult {.plan = plan}; }));
    });
    router.onRaw<PlansVersions, storage::PlanVersionPage>([&](const CallContext &, const PlansVersionsParams &params, services::Done<storage::PlanVersionPage> done) {
        bool isNumber = true;
        const std::optional<qint32> before = params.cursor ? std::optional(params.cursor->toInt(&isNumber)) : std::nullopt;
        if (isNumber && (!before || *before > 0))
            plans.versions(params.plan, before, params.limit.value_or(kDefaultPageSize), std::move(done));
        else
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this list")});
    }, toMessage);
    router.onRaw<PlansDesign, storage::DesignPart>([&](const CallContext &, const PlansDesignParams &params, services::Done<storage::DesignPart> done) {
        plans.design(params.plan, params.version, params.offset, kDownloadPartBytes, std::move(done));
    }, toMessage);
    router.onRaw<PlansExport, ExportPart>([&](const CallContext &, const PlansExportParams &params, services::Done<ExportPart> done) {
        exports.file(params.plan, params.version, formatOf(params.format), answering(std::move(done), [offset = params.offset](const services::PlanExports::Shared &whole) {
            return ExportPart {whole, offset};
        }));
    }, toMessage);
}

} // namespace parterre::api
