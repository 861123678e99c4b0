// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/csvgrid.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/tolerantobject.h"

#include <algorithm>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kColumn = 25;
constexpr double kLine = 30;

// A cell in its parts: "Balcony:A12+@Front" is a seat 12 of row A in the section Balcony.
struct GridCell {
    QString section = {}, row = {}, number = {}, category = {};
    bool wheelchair = false;
};

bool isMark(const QString &text)
{
    return text.size() == 1 && QStringView(u"xX#oO*■●□○☐").contains(text[0]);
}

// "A12" -> "A" and "12"; nothing when the text is no letters before digits.
std::optional<std::pair<QString, QString>> rowAndNumber(const QString &text)
{
    qsizetype letters = 0;
    while (letters < text.size() && text[letters].isLetter())
        ++letters;
    if (letters == 0 || letters == text.size() || !std::all_of(text.begin() + letters, text.end(), [](QChar c) { return c.isDigit(); }))
        return std::nullopt;
    return std::pair {text.left(letters), text.mid(letters)};
}

GridCell cellOf(const QString &text)
{
    GridCell cell;
    QString rest = text.trimmed();
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        cell.category = rest.mid(at + 1).trimmed();
        rest = rest.left(at).trimmed();
    }
    if (const qsizetype colon = rest.indexOf(u':'); colon >= 0) {
        cell.section = rest.left(colon).trimmed();
        rest = rest.mid(colon + 1).trimmed();
    }
    if (rest.endsWith(u'+')) {
        cell.wheelchair = true;
        rest = rest.chopped(1).trimmed();
    }
    if (const auto split = rowAndNumber(rest)) {
        cell.row = split->first;
        cell.number = split->second;
    } else {
        cell.number = rest;
    }
    return cell;
}

class GridReader
{
public:
    GridReader(const QList<CsvLine> &lines, PlanBuilder &builder) : m_builder(builder)
    {
        // Rows are labelled in the first column unless its cells are seats with a row like most of their line.
        qsizetype labelled = 0, named = 0;
        for (const CsvLine &line : lines) {
            const qsizetype filled = std::count_if(line.cells.begin(), line.cells.end(), [](const QString &cell) { return !cell.trimmed().isEmpty(); });
            if (filled < 2)
                continue;
            const qsizetype withRow = std::count_if(line.cells.begin(), line.cells.end(), [](const QString &cell) { return !cellOf(cell).row.isEmpty(); });
            const GridCell first = cellOf(line.cells.constFirst());
            const bool isSeat = !first.row.isEmpty() && withRow * 2 > filled;
            (line.cells.constFirst().trimmed().isEmpty() ? withRow * 2 > filled : isSeat) ? ++named : ++labelled;
        }
        m_rowsInFirstColumn = labelled >= named && labelled > 0;
    }

    void readLine(const CsvLine &line)
    {
        QList<qsizetype> filled;
        for (qsizetype i = 0; i < line.cells.size(); ++i) {
            if (!line.cells[i].trimmed().isEmpty())
                filled.append(i);
        }
        m_line = &line;
        if (filled.size() == 1 && isStageWord(line.cells[filled[0]]))
            addStage(filled[0]);
        else if (filled.size() == 1 && filled[0] == 0 && isHeading(line.cells[0]))
            m_section = line.cells[0].trimmed();
        else if (!filled.isEmpty())
            m_rowsInFirstColumn ? readLabelledRow(filled) : readSeats(filled);
        m_y += kLine; // empty lines are aisles
    }

private:
    [[nodiscard]] QString where(qsizetype column) const { return u"line %1, column %2"_s.arg(m_line->number).arg(column + 1); }

    [[nodiscard]] bool isHeading(const QString &text) const
    {
        const GridCell cell = cellOf(text);
        return cell.section.isEmpty() && (m_rowsInFirstColumn || cell.row.isEmpty()) && !isMark(text.trimmed());
    }

    void addStage(qsizetype column)
    {
        const double x = kColumn * static_cast<double>(column);
        m_builder.addShape({.kind = ShapeKind::Stage, .position = {x, m_y - 10}, .size = {kColumn * 4, 20}, .text = m_line->cells[column].trimmed(), .textPosition = {kColumn * 2, 10}}, where(column));
        m_builder.setFocus({x + kColumn * 2, m_y});
    }

    // The first cell is the label, the last too when it says the same again.
    void readLabelledRow(QList<qsizetype> filled)
    {
        const QString label = m_line->cells[0].trimmed();
        if (!label.isEmpty())
            filled.removeFirst();
        else
            m_builder.report().add(RepairKind::MissingText, where(0), u"the row has no label"_s);
        if (filled.size() > 1 && m_line->cells[filled.constLast()].trimmed() == label && !isMark(label) && rowAndNumber(u'x' + label) == std::nullopt)
            filled.removeLast();
        const SeatGroup row = m_builder.newRow(m_builder.section(m_section, where(0)), {.label = label}, where(0));
        int counted = 0;
        for (const qsizetype column : std::as_const(filled)) {
            GridCell cell = cellOf(m_line->cells[column]);
            const QString whole = cell.row + cell.number;
            if (cell.row.compare(label, Qt::CaseInsensitive) != 0)
                cell.number = whole; // "A12" in row A is seat 12, in row B it is seat A12
            ++counted;
            if (!cell.section.isEmpty() && cell.section != m_section) {
                const SeatGroup other = m_builder.row(m_builder.section(cell.section, where(column)), label, {}, where(column));
                addSeat(other, cell, column, counted);
            } else {
                addSeat(row, cell, column, counted);
            }
        }
    }

    void readSeats(const QList<qsizetype> &filled)
    {
        int counted = 0;
        for (const qsizetype column : filled) {
            const GridCell cell = cellOf(m_line->cells[column]);
            const qsizetype section = m_builder.section(cell.section.isEmpty() ? m_section : cell.section, where(column));
            addSeat(m_builder.row(section, cell.row, {}, where(column)), cell, column, ++counted);
        }
    }

    void addSeat(SeatGroup row, const GridCell &cell, qsizetype column, int counted)
    {
        const double x = kColumn * static_cast<double>(m_rowsInFirstColumn ? column : column + 1);
        FoundSeat seat {.number = isMark(cell.number) || cell.number.isEmpty() ? QString::number(counted) : cell.number, .position = PlanPoint {x, m_y}};
        seat.attributes.setFlag(SeatAttribute::Wheelchair, cell.wheelchair);
        const QString category = m_builder.tidy(cell.category, PlanLimits::kNameLength, where(column));
        seat.category = category.isEmpty() ? usualCategory() : m_builder.categories().list(category, {.key = {}, .name = category, .color = {}}, JsonPlace(where(column)));
        m_builder.addSeat(row, seat, where(column));
    }

    // Sheets seldom name categories: one for all is no news.
    qint32 usualCategory() { return m_builder.categories().list({}, {.key = {}, .name = u"Standard"_s, .color = {}}, {}); }

    PlanBuilder &m_builder;
    const CsvLine *m_line = nullptr;
    QString m_section;
    double m_y = kLine;
    bool m_rowsInFirstColumn = true;
};

} // namespace

void readSeatGrid(const QList<CsvLine> &lines, PlanBuilder &builder)
{
    GridReader reader(lines, builder);
    for (qsizetype i = 0; i < lines.size() && !builder.failed(); ++i)
        reader.readLine(lines[i]);
}

} // namespace parterre::planio
