// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/pdfplan.h"

#include "shared/planio/paperdrawing.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/svgrendering.h"

#include <algorithm>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

// Millimetres.
constexpr QSizeF kUpright {210, 297};
constexpr QSizeF kRoomUpright {186, 238}; // that is left for the plan, about
constexpr QSizeF kRoomAcross {273, 151};
constexpr double kMargin = 12;
constexpr double kGap = 5;
constexpr double kTitleText = 6;
constexpr double kFactsText = 3.2;
constexpr double kLegendText = 3;
constexpr double kLegendLine = 6;
constexpr double kLegendSign = 1.7;  // radius
constexpr double kSignSpace = 3;    // from the middle of a sign to its text
constexpr double kCountSpace = 1.6;
constexpr double kEntrySpace = 7;
constexpr double kLegendShare = 0.3; // of the page at most

constexpr double kMeasured = 100;    // letters are measured this high, where hinting moves nothing
const QString kSignColor = u"#dfe3e8"_s;

// The page of one plan as a drawing. Each of them writes one document.
class PlanPage final : private PaperDrawing
{
public:
    PlanPage(const Plan &plan, const PaperLayout &layout, const PlanPageWords &words) : PaperDrawing(plan, layout), m_words(words)
    {
        const auto scale = [&layout](QSizeF room) { return std::min(room.width() / layout.bounds().width(), room.height() / layout.bounds().height()); };
        m_size = scale(kRoomAcross) > scale(kRoomUpright) ? kUpright.transposed() : kUpright;
        m_rest = QRectF(QPointF(), m_size).adjusted(kMargin, kMargin, -kMargin, -kMargin);
        m_fromRight = facts().isRightToLeft();
        addEntries();
    }

    [[nodiscard]] QSizeF size() const { return m_size; }

    // The texts of the page, to be measured: name, facts, and two for each entry of the legend.
    QByteArray writeMeasured()
    {
        beginDocument({});
        qsizetype id = 0;
        const auto measured = [&](const QString &text, bool bold) {
            m_xml.writeStartElement(u"text"_s);
            attribute("id"_L1, u"t%1"_s.arg(id++));
            attribute("font-size"_L1, kMeasured);
            if (bold)
                attribute("font-weight"_L1, u"bold"_s);
            m_xml.writeCharacters(text);
            m_xml.writeEndElement();
        };
        measured(m_plan.name, true);
        measured(facts(), false);
        for (const Entry &entry : m_entries) {
            measured(entry.name, false);
            measured(entry.count, false);
        }
        return endDocument();
    }
    [[nodiscard]] qsizetype measuredCount() const { return 2 + 2 * m_entries.size(); }

    QByteArray write(const QList<double> &widths)
    {
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            m_entries[i].nameWidth = widths[2 + 2 * i] / kMeasured;
            m_entries[i].countWidth = widths[3 + 2 * i] / kMeasured;
        }
        beginDocument(m_size);
        writeHead(widths[0] / kMeasured, widths[1] / kMeasured);
        writeLegend();
        writePlanIn(m_rest);
        return endDocument();
    }

private:
    struct Entry {
        QString name = {};
        QString count = {};
        QString color = kSignColor;
        Sign sign = Sign::None;
        double nameWidth = 0; // of letters 1 high
        double countWidth = 0;

        // `scale`: of the usual size.
        [[nodiscard]] double width(double scale) const { return scale * (kLegendSign + kSignSpace + kLegendText * (nameWidth + countWidth) + kCountSpace); }
    };

    [[nodiscard]] QString facts() const
    {
        if (!m_words.facts.isEmpty())
            return m_words.facts;
        const qint32 places = placeCount(m_plan);
        const auto counted = [this](qsizetype count, const QString &one, const QString &many) { return count == 1 ? one : m_words.locale.toString(count) + u' ' + many; };
        return counted(places, u"1 place"_s, u"places"_s) + u"  ·  "_s + counted(m_plan.sections.size(), u"1 section"_s, u"sections"_s);
    }

    void addEntries()
    {
        QList<qint32> counts(m_plan.categories.size(), 0);
        qint32 wheelchairs = 0, companions = 0;
        forEachSeat(m_plan, [&](const Seat &seat) {
            ++counts[seat.category];
            if (seat.attributes.testFlag(SeatAttribute::Wheelchair))
                ++wheelchairs;
            else if (seat.attributes.testFlag(SeatAttribute::Companion))
                ++companions;
        });
        forEachArea(m_plan, [&](const Area &area) { counts[area.category] += area.capacity; });
        for (qint32 i = 0; i < m_plan.categories.size(); ++i)
            m_entries.append({.name = m_plan.categories[i].name, .count = m_words.locale.toString(counts[i]), .color = categoryColor(i)});
        if (wheelchairs > 0)
            m_entries.append({.name = m_words.wheelchair, .count = m_words.locale.toString(wheelchairs), .sign = Sign::Wheelchair});
        if (companions > 0)
            m_entries.append({.name = m_words.companion, .count = m_words.locale.toString(companions), .sign = Sign::Companion});
    }

    // Without a size its units are pixels.
    void beginDocument(QSizeF size)
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"svg"_s);
        m_xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        if (size.isValid()) {
            attribute("width"_L1, numberText(size.width()) + "mm"_L1);
            attribute("height"_L1, numberText(size.height()) + "mm"_L1);
            attribute("viewBox"_L1, u"0 0 %1 %2"_s.arg(numberText(size.width()), numberText(size.height())));
        }
        attribute("font-family"_L1, u"sans-serif"_s);
        attribute("fill"_L1, kPaperInk);
    }

    QByteArray endDocument()
    {
        m_xml.writeEndDocument();
        return m_out;
    }

    // A line of text from the page's side where reading begins, `along` from there.
    void writeLine(double along, double baseline, double size, const QString &text, QLatin1StringView color, bool bold = false)
    {
        m_xml.writeStartElement(u"text"_s);
        attribute("x"_L1, m_fromRight ? m_size.width() - kMargin - along : kMargin + along);
        attribute("y"_L1, baseline);
        attribute("font-size"_L1, size);
        attribute("fill"_L1, color);
        if (bold)
            attribute("font-weight"_L1, u"bold"_s);
        attribute("direction"_L1, text.isRightToLeft() ? u"rtl"_s : u"ltr"_s);
        attribute("text-anchor"_L1, text.isRightToLeft() == m_fromRight ? u"start"_s : u"end"_s);
        m_xml.writeCharacters(text);
        m_xml.writeEndElement();
    }

    void writeRule(double y)
    {
        m_xml.writeEmptyElement(u"path"_s);
        attribute("d"_L1, u"M%1 %2H%3"_s.arg(numberText(kMargin), numberText(y), numberText(m_size.width() - kMargin)));
        attribute("stroke"_L1, kPaperLine);
        attribute("stroke-width"_L1, 0.25);
    }

    void writeHead(double nameWidth, double factsWidth)
    {
        const auto fitted = [this](double size, double width) { return std::min(size, m_rest.width() / std::max(width, 0.01)); };
        writeLine(0, m_rest.top() + kTitleText * 0.8, fitted(kTitleText, nameWidth), m_plan.name, kPaperInk, true);
        writeLine(0, m_rest.top() + kTitleText * 0.8 + kFactsText * 1.7, fitted(kFactsText, factsWidth), facts(), kPaperMuted);
        m_rest.setTop(m_rest.top() + kTitleText * 0.8 + kFactsText * 2.6);
        writeRule(m_rest.top());
        m_rest.setTop(m_rest.top() + kGap);
    }

    // Which entries stand in one line.
    [[nodiscard]] QList<QList<qsizetype>> legendLines(double scale) const
    {
        QList<QList<qsizetype>> lines;
        double x = m_rest.width();
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            if (const double width = m_entries[i].width(scale); lines.isEmpty() || x + width > m_rest.width()) {
                lines.append(QList<qsizetype>());
                x = 0;
            }
            lines.last().append(i);
            x += m_entries[i].width(scale) + scale * kEntrySpace;
        }
        return lines;
    }

    // At the foot of the page; the more there is to say, the smaller.
    void writeLegend()
    {
        double scale = 1;
        QList<QList<qsizetype>> lines = legendLines(scale);
        while (static_cast<double>(lines.size()) * kLegendLine * scale > kLegendShare * m_size.height()) {
            scale *= 0.9;
            lines = legendLines(scale);
        }
        const double line = kLegendLine * scale;
        m_rest.setBottom(m_rest.bottom() - static_cast<double>(lines.size()) * line);
        writeRule(m_rest.bottom());
        double y = m_rest.bottom() + line * 0.7;
        for (const QList<qsizetype> &one : lines) {
            double x = 0;
            for (const qsizetype i : one) {
                writeEntry(m_entries[i], x, y, std::min(scale, scale * m_rest.width() / m_entries[i].width(scale)));
                x += m_entries[i].width(scale) + scale * kEntrySpace;
            }
            y += line;
        }
        m_rest.setBottom(m_rest.bottom() - kGap);
    }

    void writeEntry(const Entry &entry, double x, double y, double scale)
    {
        const double radius = kLegendSign * scale, size = kLegendText * scale;
        const double middle = m_fromRight ? m_size.width() - kMargin - x - radius : kMargin + x + radius;
        writeSeatBodies({{middle, y}}, radius, entry.color, entry.sign, true);
        const double text = x + radius + kSignSpace * scale;
        writeLine(text, y + kPaperBaseline * size, size, entry.name, kPaperInk);
        writeLine(text + entry.nameWidth * size + kCountSpace * scale, y + kPaperBaseline * size, size, entry.count, kPaperMuted);
    }

    const PlanPageWords &m_words;
    QSizeF m_size;
    QRectF m_rest; // of the page
    bool m_fromRight = false;
    QList<Entry> m_entries;
};

} // namespace

Result<QByteArray> writePdfPlan(const Plan &plan, const PlanPageWords &words)
{
    const PaperLayout layout(plan);
    PlanPage page(plan, layout, words);
    const Result<QList<double>> widths = widthsInSvg(PlanPage(plan, layout, words).writeMeasured(), page.measuredCount());
    return widths ? pdfOfSvg(page.write(*widths), page.size(), plan.name) : Result<QByteArray>(widths.error());
}

} // namespace parterre::planio
