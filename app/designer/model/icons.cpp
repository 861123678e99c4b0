// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/icons.h"

namespace parterre {

namespace {

const QString kPlate = QStringLiteral("#4a5568");
const QString kSign = QStringLiteral("#ffffff");

// A plate of 24 x 24 about (0, 0) with signs on it, in these units until the end.
class Icon
{
public:
    explicit Icon(double size) : m_scale(size / 24)
    {
        rectangle(-12, -12, 24, 24, kPlate);
    }

    void rectangle(double x, double y, double width, double height, const QString &fill = kSign)
    {
        m_shapes.append({.kind = ShapeKind::Rectangle, .position = {x * m_scale, y * m_scale}, .size = {width * m_scale, height * m_scale}, .fill = fill});
    }

    void disc(double x, double y, double radius, const QString &fill = kSign)
    {
        m_shapes.append({.kind = ShapeKind::Ellipse, .position = {x * m_scale, y * m_scale}, .size = {radius * m_scale, radius * m_scale}, .fill = fill});
    }

    void polygon(const QList<PlanPoint> &points, const QString &fill = kSign)
    {
        Shape shape {.kind = ShapeKind::Polygon, .fill = fill};
        for (const PlanPoint &point : points)
            shape.points.append({point.x * m_scale, point.y * m_scale});
        m_shapes.append(shape);
    }

    void person(double x, bool skirt)
    {
        disc(x, -7, 2);
        if (skirt)
            polygon({{x, -5}, {x + 4, 4}, {x - 4, 4}});
        else
            rectangle(x - 2.5, -4.5, 5, 8);
        rectangle(x - 2, 3, 1.6, 6);
        rectangle(x + 0.4, 3, 1.6, 6);
    }

    [[nodiscard]] QList<Shape> shapes() const { return m_shapes; }

private:
    double m_scale;
    QList<Shape> m_shapes;
};

void drawArrow(Icon &icon, double tip)
{
    const double back = tip > 0 ? -1 : 1;
    icon.polygon({{tip, 0}, {tip + back * 5, -5}, {tip + back * 5, -1.5}, {tip + back * 11, -1.5}, {tip + back * 11, 1.5}, {tip + back * 5, 1.5}, {tip + back * 5, 5}});
}

} // namespace

QList<Shape> iconShapes(IconKind kind, double size)
{
    Icon icon(size);
    switch (kind) {
    case IconKind::Entrance:
        icon.rectangle(4, -9, 5, 18);
        drawArrow(icon, 2);
        break;
    case IconKind::Exit:
        icon.rectangle(-9, -9, 5, 18);
        drawArrow(icon, 10);
        break;
    case IconKind::Stairs:
        icon.polygon({{-9, 9}, {-9, 5}, {-4.5, 5}, {-4.5, 1}, {0, 1}, {0, -3}, {4.5, -3}, {4.5, -7}, {9, -7}, {9, 9}});
        break;
    case IconKind::Lift:
        icon.polygon({{0, -9}, {6, -2}, {-6, -2}});
        icon.polygon({{0, 9}, {6, 2}, {-6, 2}});
        break;
    case IconKind::Toilets:
        icon.person(-5.5, false);
        icon.person(5.5, true);
        icon.rectangle(-0.5, -9, 1, 18);
        break;
    case IconKind::Wheelchair:
        icon.disc(-1, -8, 2.2);
        icon.disc(0, 4, 6);
        icon.disc(0, 4, 4, kPlate);
        icon.polygon({{-2.2, -5.5}, {0.4, -5.5}, {0.8, -1.5}, {5, -1.5}, {5, 0.6}, {-1.6, 0.6}});
        icon.polygon({{3, 0}, {5, 0}, {7.6, 6.6}, {9.4, 6}, {9.9, 7.8}, {6.4, 8.8}});
        break;
    case IconKind::Bar:
        icon.polygon({{-8, -8}, {8, -8}, {1, 1}, {-1, 1}});
        icon.rectangle(-1, 0, 2, 7);
        icon.rectangle(-5, 7, 10, 2);
        break;
    case IconKind::Cloakroom:
        icon.disc(0, -6, 3);
        icon.disc(0, -6, 1.4, kPlate);
        icon.polygon({{0, -4}, {10, 5}, {10, 7.5}, {-10, 7.5}, {-10, 5}});
        icon.polygon({{0, -1}, {6, 5}, {-6, 5}}, kPlate);
        break;
    case IconKind::FirstAid:
        icon.rectangle(-2.5, -8, 5, 16);
        icon.rectangle(-8, -2.5, 16, 5);
        break;
    }
    return icon.shapes();
}

} // namespace parterre
