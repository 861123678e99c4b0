// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/customattributes.h"
#include "shared/planio/planelements.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/svgdrawing.h"
#include "shared/planio/svgplan.h"

#include <QHash>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kExact = 1e-4; // a turned shape's place goes through sines

class Writer final : public SvgDrawing
{
public:
    explicit Writer(const Plan &plan) : SvgDrawing(plan)
    {
        forEachSeat(plan, [this](const Seat &seat) {
            if (seat.attributes.testFlag(SeatAttribute::Wheelchair))
                m_wheelchairs.insert(seat.index, seat.label);
        });
    }

    QByteArray write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"svg"_s);
        m_xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        attribute("viewBox"_L1, u"0 0 %1 %2"_s.arg(numberText(m_plan.size.x), numberText(m_plan.size.y)));
        attribute("class"_L1, u"parterre-plan"_s);
        attribute("data-name"_L1, m_plan.name);
        if (m_plan.focus)
            attribute("data-focus"_L1, pointsText({*m_plan.focus}));
        attribute("font-family"_L1, u"sans-serif"_s);
        m_xml.writeTextElement(u"title"_s, m_plan.name);
        writeCategories();
        writePlan();
        m_xml.writeEndDocument();
        return m_out;
    }

private:
    void writeSeats(const QList<Seat> &seats) override
    {
        for (const Seat &seat : seats)
            writeSeat(seat);
    }

    void writeCategories()
    {
        m_xml.writeStartElement(u"defs"_s);
        for (const Category &category : m_plan.categories) {
            begin("g"_L1, u"category"_s);
            attribute("data-key"_L1, category.key);
            attribute("data-name"_L1, category.name);
            attribute("data-color"_L1, category.color);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void writeSeat(const Seat &seat)
    {
        const Category &category = m_plan.categories[seat.category];
        begin("circle"_L1, u"seat"_s);
        attribute("cx"_L1, seat.position.x);
        attribute("cy"_L1, seat.position.y);
        attribute("r"_L1, seat.radius);
        attribute("fill"_L1, categoryColor(seat.category));
        attribute("data-number"_L1, seat.number);
        attribute("data-label"_L1, seat.label);
        attribute("data-category"_L1, category.key);
        if (seat.attributes)
            attribute("data-attributes"_L1, attributeWords(seat.attributes).join(u' '));
        if (!seat.customAttributes.isEmpty())
            attribute("data-custom-attributes"_L1, customAttributesText(seat.customAttributes));
        if (seat.companionOf)
            attribute("data-companion-of"_L1, m_wheelchairs.value(*seat.companionOf));
        if (!seat.externalIds.isEmpty())
            attribute("data-ids"_L1, seat.externalIds.join(u'\n'));
        m_xml.writeTextElement(u"title"_s, seat.label);
        m_xml.writeEndElement();
    }

    QHash<qint32, QString> m_wheelchairs; // index -> label
};

} // namespace

ExportResult writeSvgPlan(const Plan &plan)
{
    ExportResult result {.file = Writer(plan).write()};
    ImportReport report;
    reportLosses(plan, readSvgPlan(result.file), kExact, report);
    result.report = report.take();
    return result;
}

} // namespace parterre::planio
