// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgfigure.h"

#include "shared/planio/seatwords.h"

#include <QXmlStreamAttributes>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxPoints = 20'000; // of one figure
constexpr int kMaxSteps = 64;            // of one transform
constexpr int kCorners = 24;             // of an ellipse as a polygon

// Numbers as SVG packs them: "1-2.5.5e3" are 1, -2.5 and 0.5e3.
class Numbers
{
public:
    explicit Numbers(QStringView text) : m_text(text) {}

    bool next(double &number)
    {
        skip();
        const qsizetype begin = m_at;
        if (m_at < m_text.size() && (m_text[m_at] == u'+' || m_text[m_at] == u'-'))
            ++m_at;
        digits();
        if (m_at < m_text.size() && m_text[m_at] == u'.') {
            ++m_at;
            digits();
        }
        if (m_at < m_text.size() && m_text[m_at].toLower() == u'e') {
            ++m_at;
            if (m_at < m_text.size() && (m_text[m_at] == u'+' || m_text[m_at] == u'-'))
                ++m_at;
            digits();
        }
        bool ok = false;
        number = m_text.sliced(begin, m_at - begin).toDouble(&ok);
        return ok && std::isfinite(number);
    }

    // Of an arc: "0" or "1", which may touch the next number.
    bool flag(double &value)
    {
        skip();
        if (m_at >= m_text.size() || (m_text[m_at] != u'0' && m_text[m_at] != u'1'))
            return false;
        value = m_text[m_at++] == u'1';
        return true;
    }

    bool letter(QChar &letter)
    {
        skip();
        if (m_at >= m_text.size() || !m_text[m_at].isLetter())
            return false;
        letter = m_text[m_at++];
        return true;
    }

    [[nodiscard]] bool atEnd()
    {
        skip();
        return m_at >= m_text.size();
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u','))
            ++m_at;
    }

    void digits()
    {
        while (m_at < m_text.size() && m_text[m_at].isDigit())
            ++m_at;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

// The corners of a path; curves become the points they end at and pass in the middle.
class PathReader
{
public:
    explicit PathReader(QStringView data) : m_numbers(data) {}

    QList<PlanPoint> read()
    {
        QChar command;
        while (m_points.size() < kMaxPoints && !m_numbers.atEnd()) {
            QChar next;
            if (m_numbers.letter(next))
                command = next;
            else if (command.isNull() || command.toLower() == u'z')
                break;
            if (!step(command))
                break;
            if (command == u'M')
                command = u'L';
            else if (command == u'm')
                command = u'l';
        }
        return m_points;
    }

private:
    bool step(QChar command)
    {
        const bool relative = command.isLower();
        switch (command.toLower().unicode()) {
        case u'm': return point(relative, true);
        case u'l':
        case u't': return point(relative, false);
        case u'h': return along(relative, true);
        case u'v': return along(relative, false);
        case u'c': return curve(relative, 2);
        case u's':
        case u'q': return curve(relative, 1);
        case u'a': return arc(relative);
        case u'z': m_here = m_start; return true;
        default: return false;
        }
    }

    bool read(bool relative, PlanPoint &p)
    {
        if (!m_numbers.next(p.x) || !m_numbers.next(p.y))
            return false;
        if (relative)
            p = {p.x + m_here.x, p.y + m_here.y};
        return true;
    }

    void go(PlanPoint p)
    {
        m_here = p;
        m_points.append(p);
    }

    bool point(bool relative, bool begins)
    {
        PlanPoint p;
        if (!read(relative, p))
            return false;
        go(p);
        if (begins)
            m_start = p;
        return true;
    }

    bool along(bool relative, bool horizontal)
    {
        double value = 0;
        if (!m_numbers.next(value))
            return false;
        PlanPoint p = m_here;
        double &coordinate = horizontal ? p.x : p.y;
        coordinate = relative ? coordinate + value : value;
        go(p);
        return true;
    }

    bool curve(bool relative, int controls)
    {
        PlanPoint first, second, end;
        if (!read(relative, first) || (controls == 2 && !read(relative, second)) || !read(relative, end))
            return false;
        const PlanPoint begin = m_here;
        m_points.append(controls == 2 ? PlanPoint {(begin.x + 3 * first.x + 3 * second.x + end.x) / 8, (begin.y + 3 * first.y + 3 * second.y + end.y) / 8}
                                      : PlanPoint {(begin.x + 2 * first.x + end.x) / 4, (begin.y + 2 * first.y + end.y) / 4});
        go(end);
        return true;
    }

    bool arc(bool relative)
    {
        double radius = 0, other = 0, turn = 0, large = 0, sweep = 0;
        PlanPoint end;
        if (!m_numbers.next(radius) || !m_numbers.next(other) || !m_numbers.next(turn) || !m_numbers.flag(large) || !m_numbers.flag(sweep) || !read(relative, end))
            return false;
        // The point in the middle of the arc, for one of a circle: half of a seat is drawn so.
        const PlanPoint chord {end.x - m_here.x, end.y - m_here.y};
        const double half = std::hypot(chord.x, chord.y) / 2, r = std::max(std::abs(radius), half);
        if (half > 0) {
            const double rest = std::sqrt(std::max(0.0, r * r - half * half));
            const double height = (large > 0 ? r + rest : r - rest) * (sweep > 0 ? 1 : -1);
            m_points.append({m_here.x + chord.x / 2 + chord.y / (2 * half) * height, m_here.y + chord.y / 2 - chord.x / (2 * half) * height});
        }
        go(end);
        return true;
    }

    Numbers m_numbers;
    QList<PlanPoint> m_points;
    PlanPoint m_here, m_start;
};

QList<PlanPoint> pairs(QStringView text)
{
    Numbers numbers(text);
    QList<PlanPoint> points;
    PlanPoint p;
    while (points.size() < kMaxPoints && numbers.next(p.x) && numbers.next(p.y))
        points.append(p);
    return points;
}

std::pair<PlanPoint, PlanPoint> bounds(const QList<PlanPoint> &points)
{
    PlanPoint low = points.value(0), high = low;
    for (const PlanPoint &p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low, high};
}

std::optional<SvgTransform> stepOf(QStringView name, const QList<double> &n)
{
    const qsizetype count = n.size();
    if (name == u"matrix" && count == 6)
        return SvgTransform {n[0], n[1], n[2], n[3], n[4], n[5]};
    if (name == u"translate" && (count == 1 || count == 2))
        return SvgTransform {.e = n[0], .f = count == 2 ? n[1] : 0};
    if (name == u"scale" && (count == 1 || count == 2))
        return SvgTransform {.a = n[0], .d = count == 2 ? n[1] : n[0]};
    if (name == u"rotate" && (count == 1 || count == 3)) {
        const double angle = n[0] * std::numbers::pi / 180;
        const SvgTransform turn {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
        return count == 1 ? turn : SvgTransform {.e = n[1], .f = n[2]}.then(turn).then({.e = -n[1], .f = -n[2]});
    }
    if (name == u"skewX" && count == 1)
        return SvgTransform {.c = std::tan(n[0] * std::numbers::pi / 180)};
    if (name == u"skewY" && count == 1)
        return SvgTransform {.b = std::tan(n[0] * std::numbers::pi / 180)};
    return std::nullopt;
}

} // namespace

SvgTransform SvgTransform::then(const SvgTransform &inner) const
{
    const PlanPoint moved = map({inner.e, inner.f});
    return {a * inner.a + c * inner.b, b * inner.a + d * inner.b, a * inner.c + c * inner.d, b * inner.c + d * inner.d, moved.x, moved.y};
}

bool SvgTransform::isTurnOnly() const
{
    const double close = 1e-6 * std::max({std::abs(a), std::abs(b), 1e-12});
    return std::abs(a - d) <= close && std::abs(b + c) <= close;
}

double SvgTransform::angle() const
{
    return b == 0 && a > 0 ? 0 : std::atan2(b, a) * 180 / std::numbers::pi;
}

double SvgTransform::scale() const
{
    const double side = std::sqrt(std::abs(a * d - b * c));
    return std::abs(side - 1) < 1e-9 ? 1 : side; // a mere rotation does not round every size
}

SvgTransform svgTransform(const QString &text, bool &sound)
{
    SvgTransform all;
    sound = true;
    qsizetype at = 0;
    for (int steps = 0; at < text.size(); ++steps) {
        const qsizetype open = text.indexOf(u'(', at), close = text.indexOf(u')', at);
        if (open < 0 || close < open) {
            sound = QStringView(text).sliced(at).trimmed().isEmpty();
            break;
        }
        QStringView name = QStringView(text).sliced(at, open - at).trimmed();
        while (name.startsWith(u','))
            name = name.sliced(1).trimmed();
        Numbers numbers(QStringView(text).sliced(open + 1, close - open - 1));
        QList<double> list;
        double number = 0;
        while (list.size() < 7 && numbers.next(number))
            list.append(number);
        const std::optional<SvgTransform> step = stepOf(name, list);
        if (!step || steps >= kMaxSteps) {
            sound = false;
            break;
        }
        all = all.then(*step);
        at = close + 1;
    }
    return all;
}

QList<PlanPoint> SvgFigure::outline() const
{
    if (kind == SvgFigureKind::Polygon)
        return points;
    if (kind == SvgFigureKind::Rectangle)
        return {origin, {origin.x + size.x, origin.y}, {origin.x + size.x, origin.y + size.y}, {origin.x, origin.y + size.y}};
    QList<PlanPoint> round;
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        round.append({origin.x + size.x * std::cos(angle), origin.y + size.y * std::sin(angle)});
    }
    return round;
}

PlanPoint SvgFigure::centre() const
{
    if (kind == SvgFigureKind::Ellipse)
        return origin;
    const auto [low, high] = bounds(outline());
    return {(low.x + high.x) / 2, (low.y + high.y) / 2};
}

double SvgFigure::radius() const
{
    if (kind == SvgFigureKind::Ellipse)
        return std::max(size.x, size.y);
    const auto [low, high] = bounds(outline());
    return std::max(high.x - low.x, high.y - low.y) / 2;
}

std::optional<SvgFigure> svgFigure(QStringView element, const QXmlStreamAttributes &attributes)
{
    const auto number = [&attributes](const char *name) { return svgNumber(attributes.value(QLatin1StringView(name))); };
    if (element == u"circle")
        return SvgFigure {.kind = SvgFigureKind::Ellipse, .origin = {number("cx"), number("cy")}, .size = {number("r"), number("r")}};
    if (element == u"ellipse")
        return SvgFigure {.kind = SvgFigureKind::Ellipse, .origin = {number("cx"), number("cy")}, .size = {number("rx"), number("ry")}};
    if (element == u"rect")
        return SvgFigure {.kind = SvgFigureKind::Rectangle, .origin = {number("x"), number("y")}, .size = {number("width"), number("height")}};
    SvgFigure figure;
    if (element == u"polygon" || element == u"polyline")
        figure.points = pairs(attributes.value("points"_L1));
    else if (element == u"line")
        figure.points = {{number("x1"), number("y1")}, {number("x2"), number("y2")}};
    else if (element == u"path")
        figure.points = PathReader(attributes.value("d"_L1)).read();
    else
        return std::nullopt;
    return figure;
}

double svgNumber(QStringView text)
{
    double number = 0;
    return Numbers(text).next(number) ? number : 0;
}

} // namespace parterre::planio
