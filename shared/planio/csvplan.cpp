// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/csvplan.h"

#include "shared/domain/customattributes.h"
#include "shared/planio/csvcolumns.h"
#include "shared/planio/csvgrid.h"
#include "shared/planio/csvseatlist.h"
#include "shared/planio/filetext.h"
#include "shared/planio/planelements.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/seatwords.h"

#include <QSet>

#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHeaderLines = 20; // how far down a header may stand
constexpr qsizetype kSeatText = 12;    // characters a seat's cell has at most, mostly

QSet<QString> repeatedLabels(const Section &section)
{
    QSet<QString> once, repeated;
    const auto note = [&](const QString &label) {
        if (once.contains(label))
            repeated.insert(label);
        once.insert(label);
    };
    for (const Row &row : section.rows)
        note(u"r"_s + row.label);
    for (const Table &table : section.tables)
        note(u"t"_s + table.label);
    return repeated;
}

class ListWriter
{
public:
    explicit ListWriter(const Plan &plan) : m_plan(plan) { forEachSeat(plan, [this](const Seat &seat) { noteWheelchair(seat); }); }

    QByteArray write()
    {
        for (const Section &section : m_plan.sections)
            writeSection(section);
        QString text = header();
        for (const Line &line : std::as_const(m_lines))
            text += lineText(line);
        return "\xEF\xBB\xBF" + text.toUtf8();
    }

private:
    using Line = std::array<QString, kCsvColumns>;

    static QString &cell(Line &line, CsvColumn column) { return line.at(static_cast<std::size_t>(column)); }

    void noteWheelchair(const Seat &seat)
    {
        if (seat.attributes.testFlag(SeatAttribute::Wheelchair))
            m_wheelchairs.insert(seat.index, seat.label);
    }

    void writeSection(const Section &section)
    {
        const QSet<QString> repeated = repeatedLabels(section);
        QHash<QString, int> parts;
        const auto part = [&](const QString &key) { return repeated.contains(key) ? QString::number(++parts[key]) : QString(); };
        for (const Row &row : section.rows) {
            const QString number = part(u"r"_s + row.label);
            for (const Seat &seat : row.seats) {
                Line line = seatLine(section, seat);
                cell(line, CsvColumn::Row) = row.label;
                cell(line, CsvColumn::Part) = number;
                if (row.labelPosition != RowLabelPosition::Both)
                    cell(line, CsvColumn::RowLabels) = labelPositionWord(row.labelPosition);
                append(line);
            }
        }
        for (const Table &table : section.tables)
            writeTable(section, table, part(u"t"_s + table.label));
        for (const Area &area : section.areas)
            writeArea(section, area);
    }

    void writeTable(const Section &section, const Table &table, const QString &part)
    {
        Line line;
        cell(line, CsvColumn::Section) = section.name;
        cell(line, CsvColumn::Table) = table.label;
        cell(line, CsvColumn::Part) = part;
        cell(line, CsvColumn::Shape) = tableShapeWord(table.shape);
        cell(line, CsvColumn::X) = numberText(table.position.x);
        cell(line, CsvColumn::Y) = numberText(table.position.y);
        cell(line, CsvColumn::Width) = numberText(table.size.x);
        cell(line, CsvColumn::Height) = numberText(table.size.y);
        cell(line, CsvColumn::Rotation) = table.rotation == 0 ? QString() : numberText(table.rotation);
        cell(line, CsvColumn::SoldWhole) = table.soldWhole ? u"yes"_s : QString();
        append(line);
        for (const Seat &seat : table.seats) {
            Line one = seatLine(section, seat);
            cell(one, CsvColumn::Table) = table.label;
            cell(one, CsvColumn::Part) = part;
            append(one);
        }
    }

    void writeArea(const Section &section, const Area &area)
    {
        Line line;
        cell(line, CsvColumn::Section) = section.name;
        cell(line, CsvColumn::Area) = area.name;
        cell(line, CsvColumn::Capacity) = QString::number(area.capacity);
        cell(line, CsvColumn::Outline) = pointsText(area.outline);
        setCategory(line, area.category);
        append(line);
    }

    Line seatLine(const Section &section, const Seat &seat)
    {
        Line line;
        cell(line, CsvColumn::Section) = section.name;
        cell(line, CsvColumn::Seat) = seat.number;
        cell(line, CsvColumn::X) = numberText(seat.position.x);
        cell(line, CsvColumn::Y) = numberText(seat.position.y);
        cell(line, CsvColumn::Label) = seat.label;
        cell(line, CsvColumn::Attributes) = attributeWords(seat.attributes).join(u' ');
        cell(line, CsvColumn::CustomAttributes) = customAttributesText(seat.customAttributes);
        cell(line, CsvColumn::CompanionOf) = seat.companionOf ? m_wheelchairs.value(*seat.companionOf) : QString();
        cell(line, CsvColumn::Ids) = seat.externalIds.join(u'\n');
        cell(line, CsvColumn::Radius) = seat.radius == Seat().radius ? QString() : numberText(seat.radius);
        setCategory(line, seat.category);
        return line;
    }

    void setCategory(Line &line, qint32 position)
    {
        const Category &category = m_plan.categories[position];
        cell(line, CsvColumn::Category) = category.name;
        cell(line, CsvColumn::CategoryKey) = category.key;
        cell(line, CsvColumn::Color) = category.color;
    }

    void append(const Line &line)
    {
        for (std::size_t i = 0; i < line.size(); ++i)
            m_used.at(i) = m_used.at(i) || !line.at(i).isEmpty();
        m_lines.append(line);
    }

    // Columns that say nothing are left out, but for those that make it a list of seats.
    [[nodiscard]] bool isWritten(std::size_t column) const { return m_used.at(column) || column == static_cast<std::size_t>(CsvColumn::Section) || column == static_cast<std::size_t>(CsvColumn::Seat); }

    [[nodiscard]] QString header() const
    {
        QStringList names;
        for (std::size_t i = 0; i < m_used.size(); ++i) {
            if (isWritten(i))
                names.append(csvColumnName(static_cast<CsvColumn>(i)));
        }
        return names.join(u',') + "\r\n"_L1;
    }

    [[nodiscard]] QString lineText(const Line &line) const
    {
        QStringList cells;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (isWritten(i))
                cells.append(csvCell(line.at(i)));
        }
        return cells.join(u',') + "\r\n"_L1;
    }

    const Plan &m_plan;
    QHash<qint32, QString> m_wheelchairs; // index -> label
    QList<Line> m_lines;
    std::array<bool, kCsvColumns> m_used {};
};

} // namespace

Result<ImportResult> readCsvPlan(const QByteArray &file, const QString &name)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    PlanBuilder builder(u"a list of seats with a header line, or a grid of seats, as comma-separated values"_s);
    builder.setName(name);
    const QString text = textOf(file, builder.report());
    const QChar separator = separatorOf(text);
    Result<QList<CsvLine>> lines = readCsv(text, separator);
    if (!lines)
        return lines.error();
    if (!lines->isEmpty() && text.startsWith("sep="_L1, Qt::CaseInsensitive))
        lines->removeFirst();
    qsizetype header = 0;
    while (header < std::min(lines->size(), kHeaderLines) && !isSeatListHeader((*lines)[header].cells))
        ++header;
    if (header < std::min(lines->size(), kHeaderLines)) {
        for (qsizetype i = 0; i < header; ++i) {
            const QString before = (*lines)[i].cells.join(u' ').trimmed();
            if (!before.isEmpty())
                builder.report().add(RepairKind::NotKept, u"line %1"_s.arg((*lines)[i].number), u"\"%1\" stands above the header line and was not read"_s.arg(builder.tidy(before, 80, {})));
        }
        readSeatList(*lines, header, builder);
    } else {
        readSeatGrid(*lines, builder);
    }
    return builder.finish();
}

bool looksLikeCsvPlan(const QString &text)
{
    const QChar separator = separatorOf(text);
    qsizetype cells = 0, seats = 0, number = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        // Quotes do not matter here, and a cell cut at the end of what was looked at does neither.
        const QStringList parts = line.trimmed().toString().split(separator);
        if (++number <= kHeaderLines && isSeatListHeader(parts))
            return true;
        for (const QString &part : parts) {
            const QString cell = part.trimmed();
            cells += !cell.isEmpty();
            seats += !cell.isEmpty() && cell.size() <= kSeatText
                && ((cell.size() == 1 && (cell[0].isLetterOrNumber() || QStringView(u"#*■●□○☐").contains(cell[0]))) || std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }))
                && std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
        }
    }
    return seats > 0 && seats * 2 > cells;
}

ExportResult writeCsvPlan(const Plan &plan)
{
    ExportResult result {.file = ListWriter(plan).write()};
    ImportReport report;
    reportLosses(plan, readCsvPlan(result.file, plan.name), 0, report);
    result.report = report.take();
    return result;
}

} // namespace parterre::planio
