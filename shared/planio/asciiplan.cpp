// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/asciiplan.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/filetext.h"
#include "shared/planio/planbuilder.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/tolerantobject.h"

#include <algorithm>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kColumn = 25;
constexpr double kLine = 30;
constexpr qsizetype kLooked = 200; // lines that tell what a file is
constexpr qsizetype kMaxLines = 300'000;

bool isGap(QChar c)
{
    return c == u' ' || c == u'_' || c == u'.' || c == u'-' || c == u'|' || c == u'\t';
}

bool isSeat(QChar c)
{
    return c == u'#' || c == u'+' || c.isLetterOrNumber();
}

struct RowText {
    QString label = {};
    QStringView cells = {};
    qsizetype column = 0; // of the first cell
    bool fromRight = false;
};

// "A: ####__####<"; nothing for a line without a colon.
std::optional<RowText> rowOf(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    RowText row {.label = line.first(colon).trimmed().toString(), .cells = line.sliced(colon + 1), .column = colon + 1};
    while (!row.cells.isEmpty() && row.cells.back().isSpace())
        row.cells.chop(1);
    row.fromRight = row.cells.endsWith(u'<');
    if (row.fromRight || row.cells.endsWith(u'>'))
        row.cells.chop(1);
    return row;
}

// "(300)" -> 300; nothing when it is no area.
std::optional<qint32> capacityOf(QStringView cells)
{
    const QStringView text = cells.trimmed();
    if (!text.startsWith(u'(') || !text.endsWith(u')'))
        return std::nullopt;
    bool ok = false;
    const qint32 capacity = text.sliced(1).chopped(1).trimmed().toInt(&ok);
    return ok ? std::optional(capacity) : std::nullopt;
}

bool isComment(QStringView line)
{
    return line.startsWith(u';');
}

class Reader
{
public:
    explicit Reader(const QString &name) { m_builder.setName(name); }

    Result<ImportResult> read(const QByteArray &file)
    {
        const QString text = textOf(file, m_builder.report());
        const QList<QStringView> lines = QStringView(text).split(u'\n');
        if (lines.size() > kMaxLines)
            m_builder.fail(u"there are more than %1 lines"_s.arg(kMaxLines));
        for (qsizetype i = 0; i < lines.size() && !m_builder.failed(); ++i) {
            m_line = i + 1;
            QStringView line = lines[i];
            if (line.endsWith(u'\r'))
                line.chop(1);
            readLine(line);
        }
        return m_builder.finish();
    }

private:
    [[nodiscard]] QString where(qsizetype column = -1) const { return column < 0 ? u"line %1"_s.arg(m_line) : u"line %1, column %2"_s.arg(m_line).arg(column + 1); }

    void readLine(QStringView line)
    {
        const QStringView text = line.trimmed();
        if (isComment(text))
            return;
        if (text.startsWith(u'@'))
            return readSetting(text);
        if (text.startsWith(u'[') && text.endsWith(u']')) {
            m_section = text.sliced(1).chopped(1).trimmed().toString();
            return;
        }
        if (text.isEmpty()) {
            m_y += kLine;
            return;
        }
        const std::optional<RowText> row = rowOf(line);
        if (row)
            readRow(*row);
        else if (isStageWord(text.toString()))
            addStage(line, text.toString());
        else
            m_builder.report().count(RepairKind::NotKept, where(), u"a line is no row, heading or stage, and was not read"_s);
        m_y += kLine;
    }

    // "@name Village hall", "@category b Balcony #e69f00"
    void readSetting(QStringView text)
    {
        const QString word = text.toString().section(u' ', 0, 0), rest = text.toString().section(u' ', 1, -1, QString::SectionSkipEmpty).trimmed();
        if (word == "@name"_L1)
            return m_builder.setName(rest);
        if (word != "@category"_L1 || rest.size() < 3 || !rest[1].isSpace())
            return m_builder.report().add(RepairKind::NotKept, where(), u"\"%1\" is neither \"@name ...\" nor \"@category LETTER NAME [#colour]\""_s.arg(m_builder.tidy(text.toString(), 80, where())));
        QString name = rest.mid(2).trimmed();
        const QString color = name.section(u' ', -1);
        if (isPlanColor(color))
            name = name.chopped(color.size()).trimmed();
        m_builder.categories().list(rest.left(1).toLower(), {.key = {}, .name = m_builder.tidy(name, PlanLimits::kNameLength, where()), .color = isPlanColor(color) ? color : QString()}, JsonPlace(where()));
    }

    void readRow(const RowText &row)
    {
        const qsizetype section = m_builder.section(m_section, where());
        if (const std::optional<qint32> capacity = capacityOf(row.cells))
            return addArea(section, row, *capacity);
        const SeatGroup group = m_builder.newRow(section, {.label = row.label}, where());
        qsizetype seats = std::count_if(row.cells.begin(), row.cells.end(), isSeat), count = 0;
        for (qsizetype i = 0; i < row.cells.size() && !m_builder.failed(); ++i) {
            const QChar c = row.cells[i];
            const qsizetype column = row.column + i;
            if (!isSeat(c)) {
                if (!isGap(c))
                    m_builder.report().add(RepairKind::NotKept, where(column), u"\"%1\" is no sign of a seat or gap; it was taken for a gap"_s.arg(cleanText(QString(c), 1)));
                continue;
            }
            ++count;
            FoundSeat seat {.number = QString::number(row.fromRight ? seats + 1 - count : count), .position = PlanPoint {kColumn * static_cast<double>(column), m_y}};
            seat.attributes.setFlag(SeatAttribute::Wheelchair, c == u'+');
            seat.category = categoryOf(c, column);
            m_builder.addSeat(group, seat, where(column));
        }
    }

    qint32 categoryOf(QChar c, qsizetype column)
    {
        const JsonPlace place(where(column));
        if (c == u'#' || c == u'+')
            return m_builder.categories().list(u"#"_s, {.key = {}, .name = u"Standard"_s, .color = {}}, place);
        return m_builder.categories().find(QString(c.toLower()), place);
    }

    void addArea(qsizetype section, const RowText &row, qint32 capacity)
    {
        const double left = kColumn * static_cast<double>(row.column), right = left + 10 * kColumn;
        Area area {.name = row.label, .capacity = capacity};
        area.outline = {{left, m_y - 10}, {right, m_y - 10}, {right, m_y + 2 * kLine}, {left, m_y + 2 * kLine}};
        area.category = categoryOf(u'#', row.column);
        m_builder.addArea(section, area, where());
        m_y += 3 * kLine;
    }

    void addStage(QStringView line, const QString &text)
    {
        const double left = kColumn * static_cast<double>(line.indexOf(text.front())), width = kColumn * static_cast<double>(text.size());
        QString words = text;
        words.remove(u'=').remove(u'-').remove(u'_').remove(u'*').remove(u'|');
        m_builder.addShape({.kind = ShapeKind::Stage, .position = {left, m_y - 10}, .size = {width, 20}, .text = words.trimmed(), .textPosition = {width / 2, 10}}, where());
        m_builder.setFocus({left + width / 2, m_y});
    }

    PlanBuilder m_builder {u"rows drawn in plain text, like \"A: ####__####\""_s};
    QString m_section;
    qsizetype m_line = 0;
    double m_y = kLine;
};

} // namespace

Result<ImportResult> readAsciiPlan(const QByteArray &file, const QString &name)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    return Reader(name).read(file);
}

bool looksLikeAsciiPlan(const QString &text)
{
    qsizetype rows = 0, others = 0, from = 0;
    bool drawn = false;
    while (from < text.size() && rows + others < kLooked) {
        qsizetype end = text.indexOf(u'\n', from);
        end = end < 0 ? text.size() : end;
        const QStringView line = QStringView(text).sliced(from, end - from);
        from = end + 1;
        if (line.trimmed().isEmpty() || isComment(line.trimmed()) || line.trimmed().startsWith(u'@') || line.trimmed().startsWith(u'[') || isStageWord(line.toString()))
            continue;
        const std::optional<RowText> row = rowOf(line);
        const bool isRow = row && row->label.size() <= PlanLimits::kRowLabelLength
            && (capacityOf(row->cells) || std::all_of(row->cells.begin(), row->cells.end(), [](QChar c) { return isSeat(c) || isGap(c); }));
        ++(isRow ? rows : others);
        drawn = drawn || (isRow && (row->cells.contains(u'#') || row->cells.contains(u'_') || capacityOf(row->cells)));
    }
    return drawn && rows > others;
}

} // namespace parterre::planio
