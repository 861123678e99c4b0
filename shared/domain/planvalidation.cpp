// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/planvalidation.h"

#include "shared/domain/customattributes.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>

namespace parterre {

namespace {

using namespace Qt::StringLiterals;
using Code = PlanProblemCode;

// Walks a plan once. Places are spelled only when there is something to say about them.
class Validator
{
public:
    explicit Validator(const Plan &plan) : m_plan(plan) {}

    QList<PlanProblem> run()
    {
        checkHead();
        checkCategories();
        checkShapes();
        checkSections();
        checkAreas();
        checkCompanions();
        return m_problems;
    }

private:
    struct SeatPlace {
        qsizetype section = -1, row = -1, seat = -1;
        QLatin1StringView rows = "rows"_L1; // or tables

        [[nodiscard]] QString text() const
        {
            QString place = u"sections[%1]"_s.arg(section);
            if (row >= 0)
                place += u".%1[%2]"_s.arg(rows).arg(row);
            if (seat >= 0)
                place += u".seats[%1]"_s.arg(seat);
            return place;
        }
    };

    struct NamedArea {
        QString where;
        qint32 capacity = 0;
    };

    void add(Code code, const QString &where, const QString &message)
    {
        if (m_problems.size() < kMaxPlanProblems)
            m_problems.append({.code = code, .where = where, .message = message});
    }

    template<class Place>
    void checkText(const QString &text, qsizetype maxLength, bool required, Place place, bool lines = false)
    {
        if (required && text.isEmpty())
            add(Code::TextMissing, place(), u"is empty"_s);
        if (text.size() > maxLength)
            add(Code::TextTooLong, place(), u"is longer than %1 characters"_s.arg(maxLength));
        else if (!isPlanText(text, lines))
            add(Code::TextInvalid, place(), u"holds a control character or half a character"_s);
    }

    template<class Place>
    void checkNumber(double value, double min, double max, Place place)
    {
        if (!(value >= min && value <= max))
            add(Code::NumberOutOfRange, place(), u"is %1, not between %2 and %3"_s.arg(value).arg(min).arg(max));
    }

    template<class Place>
    void checkPoint(PlanPoint point, Place place)
    {
        checkNumber(point.x, -PlanLimits::kCoordinate, PlanLimits::kCoordinate, [&] { return place() + ".x"_L1; });
        checkNumber(point.y, -PlanLimits::kCoordinate, PlanLimits::kCoordinate, [&] { return place() + ".y"_L1; });
    }

    template<class Place>
    void checkColor(const QString &color, Place place)
    {
        if (!color.isEmpty() && !isPlanColor(color))
            add(Code::ColorInvalid, place(), u"is not of the form #rrggbb"_s);
    }

    bool checkCount(qsizetype count, qsizetype limit, const QString &where)
    {
        if (count > limit)
            add(Code::TooMany, where, u"has %1 entries, more than %2"_s.arg(count).arg(limit));
        return count <= limit;
    }

    void checkHead()
    {
        checkText(m_plan.name, PlanLimits::kNameLength, true, [] { return u"name"_s; });
        checkNumber(m_plan.size.x, 0, PlanLimits::kCoordinate, [] { return u"size.width"_s; });
        checkNumber(m_plan.size.y, 0, PlanLimits::kCoordinate, [] { return u"size.height"_s; });
        if (m_plan.focus)
            checkPoint(*m_plan.focus, [] { return u"focus"_s; });
    }

    void checkCategories()
    {
        checkCount(m_plan.categories.size(), PlanLimits::kCategories, u"categories"_s);
        QSet<QString> keys;
        for (qsizetype i = 0; i < m_plan.categories.size(); ++i) {
            const Category &category = m_plan.categories[i];
            const auto place = [i](QLatin1StringView key) { return [i, key] { return u"categories[%1].%2"_s.arg(i).arg(key); }; };
            checkText(category.key, PlanLimits::kKeyLength, true, place("key"_L1));
            checkText(category.name, PlanLimits::kNameLength, true, place("name"_L1));
            checkColor(category.color, place("color"_L1));
            if (keys.contains(category.key))
                add(Code::CategoryKeyRepeated, place("key"_L1)(), u"\"%1\" is the key of another category"_s.arg(category.key));
            keys.insert(category.key);
        }
    }

    void checkShapes()
    {
        checkCount(m_plan.shapes.size(), PlanLimits::kShapes, u"shapes"_s);
        for (qsizetype i = 0; i < m_plan.shapes.size(); ++i) {
            const Shape &shape = m_plan.shapes[i];
            const auto place = [i](QLatin1StringView key) { return [i, key] { return u"shapes[%1].%2"_s.arg(i).arg(key); }; };
            checkPoint(shape.position, place("position"_L1));
            checkPoint(shape.textPosition, place("textPosition"_L1));
            checkNumber(shape.size.x, 0, PlanLimits::kCoordinate, place("width"_L1));
            checkNumber(shape.size.y, 0, PlanLimits::kCoordinate, place("height"_L1));
            checkNumber(shape.rotation, -360, 360, place("rotation"_L1));
            checkNumber(shape.textSize, 0, PlanLimits::kRadius, place("textSize"_L1));
            checkText(shape.text, PlanLimits::kShapeTextLength, false, place("text"_L1), true);
            checkColor(shape.fill, place("fill"_L1));
            checkColor(shape.border, place("border"_L1));
            checkColor(shape.textColor, place("textColor"_L1));
            if (!checkCount(shape.points.size(), PlanLimits::kShapePoints, place("points"_L1)()))
                continue;
            for (const PlanPoint &point : shape.points)
                checkPoint(point, place("points"_L1));
        }
    }

    void checkSections()
    {
        checkCount(m_plan.sections.size(), PlanLimits::kSections, u"sections"_s);
        checkCount(placeCount(m_plan), kMaxPlanSeats, u"sections"_s);
        qsizetype rows = 0;
        for (qsizetype s = 0; s < m_plan.sections.size(); ++s) {
            const Section &section = m_plan.sections[s];
            rows += section.rows.size() + section.tables.size();
            checkText(section.name, PlanLimits::kNameLength, true, [s] { return SeatPlace {.section = s}.text() + ".name"_L1; });
            for (qsizetype r = 0; r < section.rows.size(); ++r) {
                const Row &row = section.rows[r];
                checkText(row.label, PlanLimits::kRowLabelLength, false, [&] { return SeatPlace {.section = s, .row = r}.text() + ".label"_L1; });
                for (qsizetype i = 0; i < row.seats.size(); ++i)
                    checkSeat(row.seats[i], {s, r, i});
            }
            for (qsizetype t = 0; t < section.tables.size(); ++t)
                checkTable(section.tables[t], {.section = s, .row = t, .rows = "tables"_L1});
        }
        checkCount(rows, PlanLimits::kRows, u"sections[].rows"_s);
    }

    void checkTable(const Table &table, SeatPlace at)
    {
        const auto place = [at](QLatin1StringView key) { return [at, key] { return at.text() + '.'_L1 + key; }; };
        checkText(table.label, PlanLimits::kRowLabelLength, true, place("label"_L1));
        checkPoint(table.position, place("position"_L1));
        checkNumber(table.size.x, 0, PlanLimits::kCoordinate, place("width"_L1));
        checkNumber(table.size.y, 0, PlanLimits::kCoordinate, place("height"_L1));
        checkNumber(table.rotation, -360, 360, place("rotation"_L1));
        for (at.seat = 0; at.seat < table.seats.size(); ++at.seat)
            checkSeat(table.seats[at.seat], at);
    }

    // After all seats: their places are counted on from the last of them.
    void checkAreas()
    {
        qsizetype areas = 0;
        for (qsizetype s = 0; s < m_plan.sections.size(); ++s) {
            const QList<Area> &list = m_plan.sections[s].areas;
            areas += list.size();
            for (qsizetype i = 0; i < list.size(); ++i)
                checkArea(list[i], u"sections[%1].areas[%2]."_s.arg(s).arg(i));
        }
        checkCount(areas, PlanLimits::kAreas, u"sections[].areas"_s);
        checkLabelsOfAreas();
    }

    void checkArea(const Area &area, const QString &at)
    {
        const auto place = [&at](QLatin1StringView key) { return [&at, key] { return at + key; }; };
        checkText(area.name, PlanLimits::kNameLength, true, place("name"_L1));
        if (area.outline.size() < 3)
            add(Code::OutlineInvalid, place("outline"_L1)(), u"has fewer than three corners"_s);
        if (checkCount(area.outline.size(), PlanLimits::kAreaPoints, place("outline"_L1)())) {
            for (const PlanPoint &point : area.outline)
                checkPoint(point, place("outline"_L1));
        }
        if (area.category < 0 || area.category >= m_plan.categories.size())
            add(Code::UnknownCategory, place("category"_L1)(), u"there is no category %1"_s.arg(area.category));
        if (area.firstPlace != m_nextIndex)
            add(Code::IndexOutOfOrder, place("firstPlace"_L1)(), u"is %1 where %2 is due"_s.arg(area.firstPlace).arg(m_nextIndex));
        if (area.capacity < 1 || area.capacity > kMaxPlanSeats)
            return add(Code::NumberOutOfRange, place("capacity"_L1)(), u"is %1, not between 1 and %2"_s.arg(area.capacity).arg(kMaxPlanSeats));
        // A plan that holds too many has been told so above, and is not counted any further.
        if (area.capacity <= kMaxPlanSeats - m_nextIndex)
            m_nextIndex += area.capacity;
        if (m_areas.contains(area.name))
            add(Code::LabelRepeated, place("name"_L1)(), u"\"%1\" is the name of another area"_s.arg(area.name));
        else
            m_areas.insert(area.name, {at, area.capacity});
    }

    // Seats that are called what a place of an area is called.
    void checkLabelsOfAreas()
    {
        if (m_areas.isEmpty())
            return;
        for (const QString &label : std::as_const(m_labels)) {
            const qsizetype space = label.lastIndexOf(u' ');
            const auto area = space < 0 ? m_areas.cend() : m_areas.constFind(label.left(space));
            if (area == m_areas.cend())
                continue;
            const int number = QStringView(label).mid(space + 1).toInt();
            if (number >= 1 && number <= area->capacity && label.mid(space + 1) == QString::number(number))
                add(Code::LabelRepeated, area->where + "name"_L1, u"\"%1\" is the label of a seat, and of a place here"_s.arg(label));
        }
    }

    void checkSeat(const Seat &seat, SeatPlace at)
    {
        const auto place = [at](QLatin1StringView key) { return [at, key] { return at.text() + '.'_L1 + key; }; };
        if (seat.index != m_nextIndex)
            add(Code::IndexOutOfOrder, place("index"_L1)(), u"is %1 where %2 is due"_s.arg(seat.index).arg(m_nextIndex));
        ++m_nextIndex;
        checkText(seat.number, PlanLimits::kNumberLength, true, place("number"_L1));
        checkText(seat.label, PlanLimits::kLabelLength, true, place("label"_L1));
        checkPoint(seat.position, place("position"_L1));
        if (!(seat.radius > 0 && seat.radius <= PlanLimits::kRadius))
            add(Code::NumberOutOfRange, place("radius"_L1)(), u"is %1, not above 0 and up to %2"_s.arg(seat.radius).arg(PlanLimits::kRadius));
        if (seat.category < 0 || seat.category >= m_plan.categories.size())
            add(Code::UnknownCategory, place("category"_L1)(), u"there is no category %1"_s.arg(seat.category));
        if (checkCount(seat.externalIds.size(), PlanLimits::kExternalIds, place("externalIds"_L1)())) {
            for (const QString &id : seat.externalIds)
                checkText(id, PlanLimits::kExternalIdLength, true, place("externalIds"_L1));
        }
        if (!areCustomAttributes(seat.customAttributes))
            checkCustomAttributes(seat.customAttributes, place("customAttributes"_L1)());
        if (m_labels.contains(seat.label))
            add(Code::LabelRepeated, place("label"_L1)(), u"\"%1\" is the label of another seat"_s.arg(seat.label));
        m_labels.insert(seat.label);
        if (seat.attributes.testFlag(SeatAttribute::Wheelchair))
            m_wheelchairs.insert(m_nextIndex - 1);
        if (seat.companionOf)
            m_companions.append({at, *seat.companionOf});
    }

    // What is wrong with them.
    void checkCustomAttributes(const QStringList &attributes, const QString &where)
    {
        if (!checkCount(attributes.size(), PlanLimits::kCustomAttributes, where))
            return;
        for (const QString &attribute : attributes) {
            if (attribute.isEmpty())
                add(Code::TextMissing, where, u"holds an empty one"_s);
            else if (attribute.size() > PlanLimits::kCustomAttributeLength)
                add(Code::TextTooLong, where, u"holds one longer than %1 characters"_s.arg(PlanLimits::kCustomAttributeLength));
            else if (!isCustomAttribute(attribute))
                add(Code::TextInvalid, where, u"holds one with a comma, a semicolon, a control character, half a character, or outer or doubled white space"_s);
        }
        if (std::adjacent_find(attributes.cbegin(), attributes.cend(), std::greater_equal<>()) != attributes.cend())
            add(Code::CustomAttributesUnsorted, where, u"is not sorted, or holds one twice"_s);
    }

    void checkCompanions()
    {
        for (const auto &[at, wheelchair] : std::as_const(m_companions)) {
            if (!m_wheelchairs.contains(wheelchair))
                add(Code::UnknownCompanion, at.text() + ".companionOf"_L1, u"seat %1 is no wheelchair place"_s.arg(wheelchair));
        }
    }

    const Plan &m_plan;
    QList<PlanProblem> m_problems;
    qint32 m_nextIndex = 0;
    QSet<QString> m_labels;
    QHash<QString, NamedArea> m_areas;
    QSet<qint32> m_wheelchairs;
    QList<std::pair<SeatPlace, qint32>> m_companions;
};

} // namespace

QList<PlanProblem> validatePlan(const Plan &plan)
{
    return Validator(plan).run();
}

bool isPlanColor(QStringView text)
{
    return text.size() == 7 && text.front() == u'#' && std::all_of(text.begin() + 1, text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

bool isPlanText(QStringView text, bool lines)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [lines](QChar c) {
        return c.category() == QChar::Other_Control && !(lines && c == u'\n');
    });
}

} // namespace parterre
