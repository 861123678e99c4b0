// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgplan.h"

#include "shared/domain/customattributes.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planbuilder.h"
#include "shared/planio/planelements.h"
#include "shared/planio/pretixplan.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/svgshapes.h"
#include "shared/planio/svgstyle.h"
#include "shared/planio/tolerantobject.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 100;
constexpr qint64 kMaxElements = 1'500'000;
constexpr qsizetype kMaxDefined = 50'000; // figures that `use` can name
constexpr qsizetype kMaxText = 2'000;     // characters kept of one text
constexpr auto kSvg = "http://www.w3.org/2000/svg"_L1;

template<std::size_t N>
bool isOneOf(QStringView word, const std::array<QLatin1StringView, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What of its surroundings an element has.
struct Frame {
    SvgTransform transform;
    QString fill;
    bool isDefinition = false; // not drawn
    QString definition;        // the id it can be used by
    qsizetype section = -1;
    std::optional<SeatGroup> row, table;
    Table tableHead;
};

// A seat, area or shape whose end is not read yet: its texts come inside.
struct Pending {
    SvgRole role = SvgRole::Shape;
    const SvgRule *rule = nullptr;
    QXmlStreamAttributes attributes;
    Frame frame;
    SvgDrawn drawn;
    QString title, where;
    qsizetype depth = 0;
};

class Reader
{
public:
    Reader(const QByteArray &file, const QString &name, const SvgRules &rules) : m_xml(file), m_rules(rules)
    {
        m_builder.setName(name);
        m_rulesByElement = std::any_of(rules.begin(), rules.end(), [](const SvgRule &rule) { return rule.className.isEmpty() && rule.attribute.isEmpty() && rule.id.isEmpty(); });
    }

    Result<ImportResult> read(const QString &guess)
    {
        if (!guess.isEmpty())
            m_builder.report().add(RepairKind::Guess, {}, guess);
        m_frames.append(Frame());
        while (!m_xml.atEnd() && !m_builder.failed()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement: begin(); break;
            case QXmlStreamReader::EndElement: end(); break;
            case QXmlStreamReader::Characters: characters(); break;
            default: break;
            }
        }
        if (m_xml.hasError() && !m_builder.failed())
            m_builder.fail(u"%1 in line %2"_s.arg(m_xml.errorString()).arg(m_xml.lineNumber()));
        m_foundNothing = !m_builder.failed() && m_builder.isEmpty();
        return m_builder.finish();
    }

    [[nodiscard]] bool foundNothing() const { return m_foundNothing; }

private:
    [[nodiscard]] QString where(const QXmlStreamAttributes &attributes) const
    {
        const QString id = cleanText(attributes.value("id"_L1).toString(), 60);
        return id.isEmpty() ? u"line %1"_s.arg(m_xml.lineNumber()) : u"line %1, %2"_s.arg(m_xml.lineNumber()).arg(id);
    }

    void begin()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        if (++m_elements > kMaxElements || m_frames.size() > kMaxDepth)
            return m_builder.fail(u"line %1 is nested deeper than %2 elements, or there are more than %3"_s.arg(m_xml.lineNumber()).arg(kMaxDepth).arg(kMaxElements));
        if (m_elements == 1 && m_xml.name() != u"svg")
            return m_builder.fail(u"the outermost element is <%1>"_s.arg(cleanText(m_xml.name().toString(), 40)));
        Frame frame = m_frames.constLast();
        bool sound = true;
        const SvgTransform own = svgTransform(attributes.value("transform"_L1).toString(), sound);
        if (!sound)
            m_builder.report().count(RepairKind::WrongType, where(attributes), u"a transform cannot be read to its end"_s);
        frame.transform = frame.transform.then(own);
        if (const QString fill = m_style.value(attributes, "fill"_L1); !fill.isEmpty())
            frame.fill = fill;
        m_frames.append(frame);
        if (m_pending)
            inside(attributes);
        else
            outside(attributes);
    }

    void end()
    {
        if (m_pending && m_pending->depth == m_frames.size()) {
            const Pending done = *std::exchange(m_pending, std::nullopt);
            finish(done);
        }
        m_frames.removeLast();
        m_inTitle = m_inText = false;
    }

    void skip()
    {
        m_xml.skipCurrentElement();
        end();
    }

    void outside(const QXmlStreamAttributes &attributes)
    {
        static constexpr std::array kHolders {"g"_L1, "a"_L1, "switch"_L1};
        static constexpr std::array kDefinitions {"defs"_L1, "symbol"_L1, "clipPath"_L1, "mask"_L1, "pattern"_L1, "marker"_L1};
        static constexpr std::array kWordless {"title"_L1, "desc"_L1, "metadata"_L1, "script"_L1, "linearGradient"_L1, "radialGradient"_L1, "filter"_L1};
        const QStringView name = m_xml.name();
        if (!m_xml.namespaceUri().isEmpty() && m_xml.namespaceUri() != kSvg)
            return skip(); // an editor's own notes
        if (name == u"style") {
            m_style.addSheet(m_xml.readElementText(QXmlStreamReader::SkipChildElements));
            return end();
        }
        if (isOneOf(name, kWordless))
            return skip();
        if (name == u"svg")
            return openDrawing(attributes);
        if (isOneOf(name, kDefinitions)) {
            m_frames.last().isDefinition = true;
            m_frames.last().transform = {};
        }
        const SvgRule *rule = ruleFor(attributes);
        if (rule && rule->role == SvgRole::Category)
            return readCategory(attributes);
        if (m_frames.constLast().isDefinition)
            return define(attributes);
        if (rule)
            return play(*rule, attributes);
        if (name == u"use" || name == u"text" || svgFigure(name, attributes))
            return open(SvgRole::Shape, nullptr, attributes);
        if (!isOneOf(name, kHolders)) {
            m_builder.report().count(RepairKind::NotKept, where(attributes), u"an element <%1> was left out"_s.arg(cleanText(name.toString(), 40)));
            skip();
        }
    }

    void openDrawing(const QXmlStreamAttributes &attributes)
    {
        if (m_elements > 1) {
            m_frames.last().transform = m_frames.last().transform.then({.e = svgNumber(attributes.value("x"_L1)), .f = svgNumber(attributes.value("y"_L1))});
            return;
        }
        m_isOwn = attributes.value("class"_L1) == u"parterre-plan";
        if (attributes.hasAttribute("data-name"_L1))
            m_builder.setName(attributes.value("data-name"_L1).toString());
        ImportReport &report = m_builder.report();
        const QList<PlanPoint> box = pointsOf(attributes.value("viewBox"_L1).toString(), where(attributes), report);
        if (box.size() == 2 && box[1].x > 0 && box[1].y > 0) {
            m_frames.last().transform = SvgTransform {.e = -box[0].x, .f = -box[0].y};
            m_builder.setSize(box[1]);
        } else {
            m_builder.setSize({std::max(0.0, svgNumber(attributes.value("width"_L1))), std::max(0.0, svgNumber(attributes.value("height"_L1)))});
        }
        const QList<PlanPoint> focus = pointsOf(attributes.value("data-focus"_L1).toString(), where(attributes), report);
        if (!focus.isEmpty())
            m_builder.setFocus(focus.constFirst());
    }

    [[nodiscard]] const SvgRule *ruleFor(const QXmlStreamAttributes &attributes) const
    {
        if (attributes.isEmpty() && !m_rulesByElement)
            return nullptr;
        const QStringView className = attributes.value("class"_L1), id = attributes.value("id"_L1);
        const QList<QStringView> classes = className.split(u' ', Qt::SkipEmptyParts);
        for (const SvgRule &rule : m_rules) {
            const bool matches = (rule.elements.isEmpty() || rule.elements.contains(m_xml.name())) && (rule.className.isEmpty() || classes.contains(rule.className))
                && (rule.attribute.isEmpty() || attributes.hasAttribute(rule.attribute)) && (rule.id.isEmpty() || (!id.isEmpty() && matchSvgId(rule.id, id.toString())));
            if (matches)
                return &rule;
        }
        return nullptr;
    }

    void define(const QXmlStreamAttributes &attributes)
    {
        Frame &frame = m_frames.last();
        if (const QStringView id = attributes.value("id"_L1); !id.isEmpty())
            frame.definition = id.toString();
        const std::optional<SvgFigure> figure = svgFigure(m_xml.name(), attributes);
        if (figure && !frame.definition.isEmpty() && m_defined.size() < kMaxDefined && !m_defined.contains(frame.definition))
            m_defined.insert(frame.definition, {*figure, frame.transform});
    }

    void play(const SvgRule &rule, const QXmlStreamAttributes &attributes)
    {
        Frame &frame = m_frames.last();
        const QString at = where(attributes);
        const auto value = [&](const QString &key) { return valueOf(&rule, attributes, key, {}, {}); };
        switch (rule.role) {
        case SvgRole::Ignore: return skip();
        case SvgRole::Category: return;
        case SvgRole::Section:
            frame.section = m_builder.newSection(value(u"section"_s), at);
            frame.row.reset();
            frame.table.reset();
            return;
        case SvgRole::Row:
            frame.row = m_builder.newRow(sectionIn(frame, at), {.label = value(u"row"_s), .labelPosition = labelPositionOf(attributes.value("data-row-labels"_L1)).value_or(RowLabelPosition::Both)}, at);
            return;
        case SvgRole::Table:
            frame.tableHead = Table {.label = value(u"label"_s), .size = {}, .soldWhole = attributes.value("data-sold-whole"_L1) == u"yes"};
            frame.table = m_builder.newTable(sectionIn(frame, at), frame.tableHead, at);
            return;
        case SvgRole::TableTop: return readTableTop(attributes);
        case SvgRole::Seat:
        case SvgRole::Area:
        case SvgRole::Stage:
        case SvgRole::Shape: return open(rule.role, &rule, attributes);
        }
    }

    [[nodiscard]] qsizetype sectionIn(const Frame &frame, const QString &at) { return frame.section >= 0 ? frame.section : m_builder.section({}, at); }

    static QString valueOf(const SvgRule *rule, const QXmlStreamAttributes &attributes, const QString &key, const QString &text, const QString &title)
    {
        if (!rule)
            return {};
        for (const QString &source : rule->values.value(key)) {
            const QString found = source == "#text"_L1 ? text.trimmed() : source == "#title"_L1 ? title.trimmed() : attributes.value(source).trimmed().toString();
            if (!found.isEmpty())
                return found;
        }
        return rule->id.isEmpty() ? QString() : matchSvgId(rule->id, attributes.value("id"_L1).toString()).value_or(QHash<QString, QString>()).value(key);
    }

    void readCategory(const QXmlStreamAttributes &attributes)
    {
        const QString key = attributes.value("data-key"_L1).toString(), at = where(attributes);
        const QString name = m_builder.tidy(attributes.value("data-name"_L1).toString(), PlanLimits::kNameLength, at);
        m_builder.categories().list(key, {.key = key, .name = name.isEmpty() ? cleanText(key, PlanLimits::kNameLength) : name, .color = colorOf(attributes.value("data-color"_L1).toString())}, JsonPlace(at));
    }

    void readTableTop(const QXmlStreamAttributes &attributes)
    {
        const Frame &frame = m_frames.constLast();
        const std::optional<SvgFigure> figure = svgFigure(m_xml.name(), attributes);
        if (!frame.table || !figure)
            return m_builder.report().add(RepairKind::NotKept, where(attributes), u"a table top that is no figure, or in no table, was left out"_s);
        Table table = frame.tableHead;
        table.shape = figure->kind == SvgFigureKind::Ellipse ? TableShape::Round : TableShape::Rectangle;
        const double scale = frame.transform.scale() * (figure->kind == SvgFigureKind::Ellipse ? 2 : 1);
        table.position = frame.transform.map(figure->centre());
        table.size = figure->kind == SvgFigureKind::Polygon ? PlanPoint {figure->radius() * 2, figure->radius() * 2} : PlanPoint {figure->size.x * scale, figure->size.y * scale};
        table.rotation = frame.transform.isTurnOnly() ? frame.transform.angle() : 0;
        m_builder.setTable(*frame.table, table, where(attributes));
    }

    void open(SvgRole role, const SvgRule *rule, const QXmlStreamAttributes &attributes)
    {
        m_pending = Pending {.role = role, .rule = rule, .attributes = attributes, .frame = m_frames.constLast(), .where = where(attributes), .depth = m_frames.size()};
        m_pending->drawn.isGroup = m_xml.name() == u"g";
        m_pending->drawn.transform = m_frames.constLast().transform;
        inside(attributes);
    }

    // An element within a seat, area or shape, or that itself.
    void inside(const QXmlStreamAttributes &attributes)
    {
        SvgDrawn &drawn = m_pending->drawn;
        const QStringView name = m_xml.name();
        m_inTitle = name == u"title";
        if (name == u"text")
            beginText(attributes);
        m_inText = name == u"text" || name == u"tspan";
        if (name == u"tspan" && (attributes.hasAttribute("dy"_L1) || attributes.hasAttribute("y"_L1)) && !drawn.text.isEmpty())
            drawn.text += u'\n';
        if (drawn.figure || m_inText)
            return;
        drawn.figure = name == u"use" ? used(attributes) : svgFigure(name, attributes);
        if (!drawn.figure)
            return;
        if (name != u"use")
            drawn.transform = m_frames.constLast().transform;
        drawn.fill = colorOf(m_frames.constLast().fill);
        drawn.border = colorOf(m_style.value(attributes, "stroke"_L1));
    }

    void beginText(const QXmlStreamAttributes &attributes)
    {
        SvgDrawn &drawn = m_pending->drawn;
        const QString size = m_style.value(attributes, "font-size"_L1);
        if (!size.isEmpty())
            drawn.textSize = svgNumber(size);
        drawn.textPosition = {svgNumber(attributes.value("x"_L1)), svgNumber(attributes.value("y"_L1))};
        drawn.textColor = colorOf(m_style.value(attributes, "fill"_L1));
        m_textStarts = m_style.value(attributes, "text-anchor"_L1) != "middle"_L1;
        m_textOnLine = m_style.value(attributes, "dominant-baseline"_L1).isEmpty();
    }

    std::optional<SvgFigure> used(const QXmlStreamAttributes &attributes)
    {
        QString id = attributes.value("href"_L1).isEmpty() ? attributes.value("xlink:href"_L1).toString() : attributes.value("href"_L1).toString();
        id.remove(u'#');
        const SvgTransform here = m_frames.constLast().transform.then({.e = svgNumber(attributes.value("x"_L1)), .f = svgNumber(attributes.value("y"_L1))});
        const auto known = m_defined.constFind(id);
        if (known == m_defined.cend()) {
            m_builder.report().count(RepairKind::Guess, where(attributes), u"an element uses what is not defined before it; a disc was taken"_s);
            m_pending->drawn.transform = here;
            return SvgFigure {.kind = SvgFigureKind::Ellipse, .size = {10, 10}};
        }
        m_pending->drawn.transform = here.then(known->transform);
        return known->figure;
    }

    void characters()
    {
        if (!m_pending)
            return;
        QString &text = m_inTitle ? m_pending->title : m_pending->drawn.text;
        if ((m_inTitle || m_inText) && text.size() < kMaxText)
            text += m_inTitle ? m_xml.text().toString() : m_xml.text().toString().simplified().isEmpty() ? QString() : m_xml.text().toString();
    }

    void finish(Pending done)
    {
        SvgDrawn &drawn = done.drawn;
        QStringList lines = drawn.text.left(kMaxText).split(u'\n');
        for (QString &line : lines)
            line = m_isOwn ? line : line.simplified();
        drawn.text = lines.join(u'\n').trimmed();
        if (!drawn.text.isEmpty() && !m_isOwn) { // the middle of what begins there, as far as can be told without the font
            if (m_textStarts)
                drawn.textPosition.x += 0.3 * drawn.textSize * static_cast<double>(lines.constFirst().size());
            if (m_textOnLine)
                drawn.textPosition.y -= 0.35 * drawn.textSize;
        }
        if (done.role == SvgRole::Seat)
            addSeat(done);
        else if (done.role == SvgRole::Area)
            addArea(done);
        else
            addShape(done);
    }

    void addSeat(const Pending &done)
    {
        const auto value = [&done](const QString &key) { return valueOf(done.rule, done.attributes, key, done.drawn.text, done.title); };
        const auto data = [&done](QLatin1StringView key) { return done.attributes.value(key).toString(); };
        FoundSeat seat {.number = value(u"number"_s), .label = value(u"label"_s)};
        if (done.drawn.figure) {
            seat.position = done.drawn.transform.map(done.drawn.figure->centre());
            seat.radius = done.drawn.figure->radius() * done.drawn.transform.scale();
        }
        seat.category = categoryOf(done, value(u"category"_s));
        seat.attributes = seatAttributes(data("data-attributes"_L1), done.where, m_builder.report());
        seat.customAttributes = listedCustomAttributes(data("data-custom-attributes"_L1));
        seat.companionOf = data("data-companion-of"_L1);
        seat.externalIds = listedIds(data("data-ids"_L1));
        if (done.frame.table)
            return m_builder.addSeat(*done.frame.table, seat, done.where);
        if (done.frame.row)
            return m_builder.addSeat(*done.frame.row, seat, done.where);
        const QString section = value(u"section"_s);
        const qsizetype in = section.isEmpty() || done.frame.section >= 0 ? sectionIn(done.frame, done.where) : m_builder.section(section, done.where);
        m_builder.addSeat(m_builder.row(in, value(u"row"_s), {}, done.where), seat, done.where);
    }

    qint32 categoryOf(const Pending &done, const QString &named)
    {
        const JsonPlace place(done.where);
        if (!named.isEmpty())
            return m_builder.categories().find(m_builder.tidy(named, PlanLimits::kNameLength, done.where), place);
        if (done.drawn.fill.isEmpty())
            return m_builder.categories().find({}, place);
        m_builder.report().count(RepairKind::Guess, done.where, u"a seat or area names no category; those of one colour were put into one"_s);
        return m_builder.categories().list(u"colour "_s + done.drawn.fill, {.key = {}, .name = u"Colour "_s + done.drawn.fill, .color = done.drawn.fill}, place);
    }

    void addArea(const Pending &done)
    {
        const auto value = [&done](const QString &key) { return valueOf(done.rule, done.attributes, key, done.drawn.text, done.title); };
        Area area {.name = value(u"label"_s), .category = categoryOf(done, value(u"category"_s))};
        area.capacity = static_cast<qint32>(std::clamp(svgNumber(value(u"capacity"_s)), -1.0, 1e9));
        if (done.drawn.figure) {
            for (const PlanPoint &p : done.drawn.figure->outline())
                area.outline.append(done.drawn.transform.map(p));
        }
        m_builder.addArea(sectionIn(done.frame, done.where), area, done.where);
    }

    void addShape(const Pending &done)
    {
        if (!done.drawn.figure && done.drawn.text.isEmpty())
            return;
        const bool isStage = done.role == SvgRole::Stage;
        const Shape shape = isStage ? stageOf(done.drawn) : shapeOf(done.drawn);
        if (!m_isOwn && !m_builder.hasFocus() && (isStage || isStageWord(shape.text))) {
            m_builder.setFocus(middleOf(shape));
            m_builder.report().add(RepairKind::Guess, done.where, u"this says it is the stage; it was taken for what people look at"_s, middleOf(shape));
        }
        m_builder.addShape(shape, done.where);
    }

    struct Defined {
        SvgFigure figure;
        SvgTransform transform;
    };

    QXmlStreamReader m_xml;
    const SvgRules &m_rules;
    bool m_rulesByElement = false; // one asks for nothing but the element
    PlanBuilder m_builder {u"a drawing of a seating plan, an SVG file"_s};
    SvgStyle m_style;
    QList<Frame> m_frames;
    std::optional<Pending> m_pending;
    QHash<QString, Defined> m_defined;
    qint64 m_elements = 0;
    bool m_isOwn = false, m_foundNothing = false;
    bool m_inTitle = false, m_inText = false;
    bool m_textStarts = true, m_textOnLine = true; // the text's point is its left end, on the line
};

} // namespace

Result<ImportResult> readSvgPlan(const QByteArray &file, const QString &name, const SvgRules &rules)
{
    if (file.size() > kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = u"the file has %1 bytes"_s.arg(file.size()), .limit = kMaxImportBytes};
    Reader reader(file, name, rules);
    Result<ImportResult> result = reader.read({});
    if (result || !reader.foundNothing())
        return result;
    // Nothing says what is a seat: whoever draws seats by hand draws circles.
    SvgRules withCircles = rules;
    withCircles.append({.role = SvgRole::Seat, .elements = {u"circle"_s, u"ellipse"_s}});
    return Reader(file, name, withCircles).read(u"no element says that it is a seat; circles were taken for seats"_s);
}

} // namespace parterre::planio
