// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/seatlistjson.h"

#include "shared/planio/csvcolumns.h"
#include "shared/planio/csvseatlist.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/seatwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxColumns = 100;

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return numberText(value.toDouble());
    if (value.isBool())
        return value.toBool() ? u"true"_s : QString();
    if (value.isArray()) { // ids and attributes
        QStringList lines;
        for (const QJsonValue &item : value.toArray())
            lines.append(textOf(item));
        return lines.join(u'\n');
    }
    return value.toString();
}

} // namespace

Result<ImportResult> readSeatListJson(const QByteArray &file, const QString &name)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    PlanBuilder builder(u"a JSON object with a list \"seats\""_s);
    builder.setName(name);
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(file, &error).object();
    if (error.error != QJsonParseError::NoError)
        return builder.error(u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    const QJsonArray seats = object.value("seats"_L1).toArray();
    if (seats.size() > kMaxPlanSeats)
        return builder.error(u"there are more than %1 seats"_s.arg(kMaxPlanSeats));

    // The first seats name the columns.
    CsvLine header {.number = 0};
    for (qsizetype i = 0; i < std::min<qsizetype>(seats.size(), 100); ++i) {
        const QStringList keys = seats[i].toObject().keys();
        for (const QString &key : keys) {
            if (!header.cells.contains(key) && header.cells.size() < kMaxColumns)
                header.cells.append(key);
        }
    }
    if (!isSeatListHeader(header.cells))
        return builder.error(u"its seats have no number, or nothing but a number"_s);
    QList<CsvLine> lines {header};
    for (qsizetype i = 0; i < seats.size(); ++i) {
        const QJsonObject seat = seats[i].toObject();
        CsvLine line {.number = i};
        for (const QString &key : std::as_const(header.cells))
            line.cells.append(textOf(seat.value(key)));
        if (!seats[i].isObject())
            builder.report().add(RepairKind::WrongType, u"seats[%1]"_s.arg(i), u"a seat should be an object; it was left out"_s);
        lines.append(line);
    }
    for (const QString &key : object.keys()) {
        if (key != "seats"_L1)
            builder.report().count(RepairKind::UnknownKey, QString(), u"the key \"%1\" is unknown and was not read"_s.arg(builder.tidy(key, 40, {})));
    }
    readSeatList(lines, 0, builder, u"seats[%1]"_s);
    return builder.finish();
}

} // namespace parterre::planio
