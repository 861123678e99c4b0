// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planfile.h"

#include "shared/planio/csvplan.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/pretixwriter.h"
#include "shared/planio/svgplan.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

struct NamedFormat {
    PlanFormat format;
    const char16_t *name;
};
constexpr std::array kFormats {NamedFormat {PlanFormat::Parterre, u"parterre"}, NamedFormat {PlanFormat::Pretix, u"pretix"},
                               NamedFormat {PlanFormat::Svg, u"svg"}, NamedFormat {PlanFormat::Csv, u"csv"}};

Result<ImportResult> readJson(const QByteArray &file)
{
    if (QJsonDocument::fromJson(file).object().value(u"format"_s) != u"parterre-plan"_s)
        return readPretixPlan(file);
    Result<Plan> plan = readPlan(file);
    return plan ? Result<ImportResult>(ImportResult {.plan = std::move(*plan)}) : Result<ImportResult>(plan.error());
}

// Without the byte-order mark and blanks that may stand before the content.
QByteArrayView begin(QByteArrayView file)
{
    constexpr QByteArrayView kMark("\xef\xbb\xbf");
    constexpr qsizetype kEnough = 4'096; // bytes
    if (file.startsWith(kMark))
        file = file.sliced(kMark.size());
    return file.first(std::min(file.size(), kEnough)).trimmed();
}

} // namespace

QString planFormatName(PlanFormat format)
{
    const auto found = std::ranges::find(kFormats, format, &NamedFormat::format);
    return QString::fromUtf16(found->name);
}

std::optional<PlanFormat> planFormatFromName(const QString &name)
{
    const auto found = std::ranges::find_if(kFormats, [&](const NamedFormat &format) { return name == QStringView(format.name); });
    return found == kFormats.end() ? std::nullopt : std::optional(found->format);
}

Result<ImportResult> readPlanFile(const QByteArray &file, const QString &name)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = kMaxImportBytes};
    const QByteArrayView start = begin(file);
    if (start.startsWith('{') || start.startsWith('['))
        return readJson(file);
    if (start.startsWith('<'))
        return readSvgPlan(file, name);
    const auto separates = [](char c) { return c == ',' || c == ';' || c == '\t'; };
    if (std::any_of(start.begin(), start.end(), separates) && !start.contains('\0'))
        return readCsvPlan(file, name);
    return Error {.code = ErrorCode::FileInvalid, .detail = u"neither JSON nor SVG nor CSV"_s};
}

ExportResult writePlanFile(const Plan &plan, PlanFormat format)
{
    switch (format) {
    case PlanFormat::Parterre: return {.file = writePlan(plan)};
    case PlanFormat::Pretix: return writePretixPlan(plan);
    case PlanFormat::Svg: return writeSvgPlan(plan);
    case PlanFormat::Csv: return writeCsvPlan(plan);
    }
    Q_UNREACHABLE();
}

} // namespace parterre::planio
