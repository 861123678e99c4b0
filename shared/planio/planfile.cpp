// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planfile.h"

#include "shared/planio/asciiplan.h"
#include "shared/planio/csvplan.h"
#include "shared/planio/filetext.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/pretixwriter.h"
#include "shared/planio/seatlistjson.h"
#include "shared/planio/seatsioplan.h"
#include "shared/planio/svgplan.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kNames {
    std::pair {PlanFileFormat::Parterre, "json"_L1}, std::pair {PlanFileFormat::Pretix, "pretix"_L1}, std::pair {PlanFileFormat::SeatsIo, "seatsio"_L1},
    std::pair {PlanFileFormat::SeatListJson, "seatlist-json"_L1}, std::pair {PlanFileFormat::Svg, "svg"_L1}, std::pair {PlanFileFormat::Csv, "csv"_L1},
    std::pair {PlanFileFormat::Ascii, "text"_L1}, std::pair {PlanFileFormat::Pdf, "pdf"_L1},
};

constexpr qsizetype kLooked = 64 * 1024; // bytes that tell a table from drawn rows

constexpr qsizetype kHead = 1024 * 1024;   // of a canonical document has its format, after its categories

QByteArray withoutMark(const QByteArray &file)
{
    return file.startsWith("\xEF\xBB\xBF") ? file.mid(3) : file;
}

char firstSign(const QByteArray &file)
{
    for (const char c : file) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            return c;
    }
    return 0;
}

std::optional<PlanFileFormat> jsonFormatOf(const QByteArray &file)
{
    const QJsonObject object = QJsonDocument::fromJson(file).object();
    if (object.value("format"_L1) == "parterre-plan"_L1)
        return PlanFileFormat::Parterre;
    if (object.value("zones"_L1).isArray())
        return PlanFileFormat::Pretix;
    if (object.value("subChart"_L1).isObject())
        return PlanFileFormat::SeatsIo;
    if (object.value("seats"_L1).isArray())
        return PlanFileFormat::SeatListJson;
    return std::nullopt;
}

QString baseName(const QString &fileName)
{
    const QString name = fileName.section(u'/', -1).section(u'\\', -1);
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : name;
}

Result<ImportResult> readAs(PlanFileFormat format, const QByteArray &file, const PlanFileHint &hint)
{
    const QString name = baseName(hint.fileName);
    switch (format) {
    case PlanFileFormat::Parterre: {
        Result<Plan> plan = readPlan(file);
        return plan ? Result<ImportResult>(ImportResult {.plan = std::move(*plan)}) : Result<ImportResult>(plan.error());
    }
    case PlanFileFormat::Pretix: return readPretixPlan(file);
    case PlanFileFormat::SeatsIo: return readSeatsIoPlan(file);
    case PlanFileFormat::SeatListJson: return readSeatListJson(withoutMark(file), name);
    case PlanFileFormat::Svg: return readSvgPlan(file, name, hint.svgRules);
    case PlanFileFormat::Csv: return readCsvPlan(file, name);
    case PlanFileFormat::Ascii: return readAsciiPlan(file, name);
    case PlanFileFormat::Pdf: break; // is never recognised
    }
    Q_UNREACHABLE();
}

} // namespace

QLatin1StringView planFileFormatName(PlanFileFormat format)
{
    for (const auto &[known, name] : kNames) {
        if (known == format)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<PlanFileFormat> planFileFormatOf(QStringView name)
{
    for (const auto &[format, known] : kNames) {
        if (name == known)
            return format;
    }
    return std::nullopt;
}

bool canWrite(PlanFileFormat format)
{
    switch (format) {
    case PlanFileFormat::Parterre:
    case PlanFileFormat::Pretix:
    case PlanFileFormat::Svg:
    case PlanFileFormat::Csv:
    case PlanFileFormat::Pdf: return true;
    case PlanFileFormat::SeatsIo:
    case PlanFileFormat::SeatListJson:
    case PlanFileFormat::Ascii: return false;
    }
    Q_UNREACHABLE();
}

std::optional<PlanFileFormat> recognisePlanFile(const QByteArray &file, const PlanFileHint &hint)
{
    const QByteArray text = withoutMark(file);
    const char first = firstSign(text);
    if (first == '{')
        return jsonFormatOf(text);
    if (first == '<')
        return PlanFileFormat::Svg;
    if (first == 0 || text.startsWith("%PDF-") || (first == '[' && !QJsonDocument::fromJson(text).isNull()))
        return std::nullopt;
    const QString ending = hint.fileName.section(u'.', -1).toLower();
    if (ending == "csv"_L1 || ending == "tsv"_L1)
        return PlanFileFormat::Csv;
    ImportReport unsaid;
    const QString beginning = textOf(file.left(kLooked), unsaid);
    if (looksLikeAsciiPlan(beginning))
        return PlanFileFormat::Ascii;
    return looksLikeCsvPlan(beginning) ? std::optional(PlanFileFormat::Csv) : std::nullopt;
}

Result<PlanFile> readPlanFile(const QByteArray &file, const PlanFileHint &hint)
{
    // Only our own documents may be larger, and no other format is looked into then.
    const bool large = file.size() > kMaxImportBytes;
    if (large && !file.left(kHead).contains("\"parterre-plan\""))
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    const std::optional<PlanFileFormat> format = large ? std::optional(PlanFileFormat::Parterre) : recognisePlanFile(file, hint);
    if (!format) {
        return Error {.code = ErrorCode::FileInvalid,
                      .detail = u"expected a seating plan: a parterre-plan document, a plan of pretix, a chart of seats.io, a JSON object with a list \"seats\", an SVG drawing, a CSV table or rows drawn as text"_s};
    }
    Result<ImportResult> read = readAs(*format, file, hint);
    if (!read)
        return read.error();
    return PlanFile {.format = *format, .plan = std::move(read->plan), .report = std::move(read->report)};
}

Result<ExportResult> writePlanFile(const Plan &plan, PlanFileFormat format, const PlanPageWords &words)
{
    Q_ASSERT(canWrite(format));
    switch (format) {
    case PlanFileFormat::Pretix: return writePretixPlan(plan);
    case PlanFileFormat::Svg: return writeSvgPlan(plan);
    case PlanFileFormat::Csv: return writeCsvPlan(plan);
    case PlanFileFormat::Pdf: {
        Result<QByteArray> page = writePdfPlan(plan, words);
        return page ? Result<ExportResult>(ExportResult {.file = std::move(*page)}) : Result<ExportResult>(page.error());
    }
    default: return ExportResult {.file = writePlan(plan)};
    }
}

} // namespace parterre::planio
