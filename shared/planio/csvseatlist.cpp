// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/csvseatlist.h"

#include "shared/domain/customattributes.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/csvcolumns.h"
#include "shared/planio/planelements.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/tolerantobject.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

class ListReader
{
public:
    ListReader(PlanBuilder &builder, const QString &place) : m_builder(builder), m_place(place) { m_columns.fill(-1); }

    void readHeader(const CsvLine &line)
    {
        m_width = line.cells.size();
        for (qsizetype i = 0; i < line.cells.size(); ++i) {
            const std::optional<CsvColumn> column = csvColumnOf(line.cells[i]);
            const QString where = u"%1, column %2"_s.arg(m_place.arg(line.number)).arg(i + 1);
            if (!column)
                m_unknown.append({i, cleanText(line.cells[i], 40)});
            else if (m_columns.at(static_cast<std::size_t>(*column)) >= 0)
                m_builder.report().add(RepairKind::NotKept, where, u"there is another column \"%1\" before it, which counts"_s.arg(csvColumnName(*column)));
            else
                m_columns.at(static_cast<std::size_t>(*column)) = i;
        }
    }

    void readLine(const CsvLine &line)
    {
        if (std::all_of(line.cells.begin(), line.cells.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); }))
            return;
        m_line = &line;
        m_where = m_place.arg(line.number);
        if (line.cells.size() > m_width)
            m_builder.report().count(RepairKind::NotKept, m_where, u"a line has more cells than the header names; they were left out"_s);
        for (const auto &[column, name] : std::as_const(m_unknown)) {
            if (!line.cells.value(column).isEmpty())
                m_builder.report().count(RepairKind::UnknownKey, m_where, u"the column \"%1\" is unknown and was not read"_s.arg(name));
        }
        const qsizetype section = m_builder.section(cell(CsvColumn::Section), m_where);
        if (!cell(CsvColumn::Area).isEmpty())
            readArea(section);
        else if (cell(CsvColumn::Seat).isEmpty() && !cell(CsvColumn::Table).isEmpty())
            readTable(section);
        else
            readSeat(section);
    }

private:
    [[nodiscard]] QString cell(CsvColumn column) const { return m_line->cells.value(m_columns.at(static_cast<std::size_t>(column))).trimmed(); }

    // "12.5", or "12,5" as spreadsheets write it in half of the world.
    std::optional<double> number(CsvColumn column)
    {
        QString text = cell(column);
        if (text.isEmpty())
            return std::nullopt;
        bool ok = false;
        const double value = text.replace(u',', u'.').toDouble(&ok);
        if (ok && !std::isnan(value))
            return value;
        m_builder.report().add(RepairKind::WrongType, m_where, u"\"%1\" should be a number for \"%2\"; the usual value was taken"_s.arg(cleanText(text, 40), csvColumnName(column)));
        return std::nullopt;
    }

    std::optional<PlanPoint> position()
    {
        const std::optional<double> x = number(CsvColumn::X), y = number(CsvColumn::Y);
        if (x && y)
            return PlanPoint {*x, *y};
        if (x || y)
            m_builder.report().add(RepairKind::MissingValue, m_where, u"only one of x and y is given; neither was taken"_s);
        return std::nullopt;
    }

    qint32 category()
    {
        const JsonPlace place(m_where);
        const QString name = m_builder.tidy(cell(CsvColumn::Category), PlanLimits::kNameLength, m_where);
        const QString key = cell(CsvColumn::CategoryKey);
        if (name.isEmpty() && key.isEmpty())
            return m_builder.categories().find({}, place);
        const QString color = cell(CsvColumn::Color).toLower();
        if (!color.isEmpty() && !isPlanColor(color))
            m_builder.report().count(RepairKind::NotKept, m_where, u"the colour \"%1\" is not of the form #rrggbb"_s.arg(cleanText(color, 40)));
        return m_builder.categories().list(key.isEmpty() ? name : u"key "_s + key, {.key = key, .name = name.isEmpty() ? cleanText(key, PlanLimits::kNameLength) : name, .color = isPlanColor(color) ? color : QString()}, place);
    }

    void readSeat(qsizetype section)
    {
        FoundSeat seat {.number = cell(CsvColumn::Seat), .label = cell(CsvColumn::Label), .position = position()};
        seat.category = category();
        seat.radius = number(CsvColumn::Radius).value_or(seat.radius);
        seat.attributes = seatAttributes(cell(CsvColumn::Attributes), m_where, m_builder.report());
        seat.customAttributes = listedCustomAttributes(cell(CsvColumn::CustomAttributes));
        seat.companionOf = cell(CsvColumn::CompanionOf);
        seat.externalIds = listedIds(cell(CsvColumn::Ids));
        const QString table = cell(CsvColumn::Table), part = cell(CsvColumn::Part);
        if (!table.isEmpty())
            return m_builder.addSeat(m_builder.table(section, table, part, m_where), seat, m_where);
        const QString row = cell(CsvColumn::Row);
        const SeatGroup group = m_builder.row(section, row, part, m_where);
        if (const auto labels = labelPositionOf(cell(CsvColumn::RowLabels)))
            m_builder.setRowLabels(group, *labels);
        m_builder.addSeat(group, seat, m_where);
    }

    void readTable(qsizetype section)
    {
        Table table {.label = cell(CsvColumn::Table), .size = {}};
        const QString shape = cell(CsvColumn::Shape);
        if (const auto known = tableShapeOf(shape))
            table.shape = *known;
        else if (!shape.isEmpty())
            m_builder.report().add(RepairKind::WrongType, m_where, u"\"%1\" is no shape of a table; it is round now"_s.arg(cleanText(shape, 40)));
        const std::optional<PlanPoint> at = position();
        if (at) {
            table.position = *at;
            table.size = {number(CsvColumn::Width).value_or(60), number(CsvColumn::Height).value_or(60)};
        }
        table.rotation = number(CsvColumn::Rotation).value_or(0);
        table.soldWhole = isYes(cell(CsvColumn::SoldWhole));
        m_builder.setTable(m_builder.table(section, table.label, cell(CsvColumn::Part), m_where), table, m_where);
    }

    void readArea(qsizetype section)
    {
        Area area {.name = cell(CsvColumn::Area)};
        const std::optional<double> capacity = number(CsvColumn::Capacity);
        if (!capacity)
            m_builder.report().add(RepairKind::MissingValue, m_where, u"the area \"%1\" gives no capacity; it is for 1 now"_s.arg(cleanText(area.name, 80)));
        area.capacity = static_cast<qint32>(std::clamp(capacity.value_or(1), -1.0, 1e9));
        area.category = category();
        area.outline = pointsOf(cell(CsvColumn::Outline), m_where, m_builder.report());
        m_builder.addArea(section, area, m_where);
    }

    static bool isYes(const QString &text)
    {
        static constexpr std::array kWords {"yes"_L1, "true"_L1, "1"_L1, "x"_L1, "ja"_L1, "y"_L1};
        return std::any_of(kWords.begin(), kWords.end(), [&text](QLatin1StringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
    }

    PlanBuilder &m_builder;
    const QString m_place;
    std::array<qsizetype, kCsvColumns> m_columns {}; // where a column is; -1: nowhere
    QList<std::pair<qsizetype, QString>> m_unknown;
    qsizetype m_width = 0;
    const CsvLine *m_line = nullptr;
    QString m_where;
};

} // namespace

void readSeatList(const QList<CsvLine> &lines, qsizetype header, PlanBuilder &builder, const QString &place)
{
    ListReader reader(builder, place);
    reader.readHeader(lines[header]);
    for (qsizetype i = header + 1; i < lines.size() && !builder.failed(); ++i)
        reader.readLine(lines[i]);
}

} // namespace parterre::planio
