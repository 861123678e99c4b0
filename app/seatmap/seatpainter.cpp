// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatpainter.h"

#include "app/seatmap/seatsigns.h"
#include "app/seatmap/usualradius.h"
#include "app/state/seatmapmodel.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace parterre {

namespace {

constexpr double kDotsBelow = 5;       // pixels: below, only colour and weight are left
constexpr double kShapeFade = 0.5;     // of a shape's colour that is left when its seats are first seen
constexpr double kPaperFineness = 0.65; // print is finer than a screen and read from nearer
constexpr double kDetailFrom = 9;      // pixels: ticks, stripes, symbols
constexpr double kSmallestDot = 1.9;   // device pixels
constexpr double kFinePhasesBelow = 10; // device pixels: larger seats show no moire, and have costlier sprites
constexpr double kMarksFrom = 12;      // pixels: wheelchairs and companions are signed
constexpr double kBadgesFrom = 20;     // pixels: the tick moves to a corner and leaves the middle to the number
constexpr qsizetype kSpriteLimit = 10 * 1024 * 1024;
constexpr qsizetype kTextLimit = 4 * 1024 * 1024;
constexpr qsizetype kPixmapOverhead = 900; // bytes besides the pixels: most of a sprite of few
// Nudges positions off exact halves and quarters, where rounding errors of the scrolled transform would decide.
constexpr double kNudge = 1.0 / 2048;

// Where a sprite is put to stand centred, by whole pixels.
QPoint cornerOf(QPointF centre, QSize size)
{
    return {static_cast<int>(std::floor(centre.x() - size.width() / 2.0 + 0.5 + kNudge)),
            static_cast<int>(std::floor(centre.y() - size.height() / 2.0 + 0.5 + kNudge))};
}

QPainterPath body(SeatMark mark, double radius)
{
    QPainterPath path;
    const QRectF square(-radius, -radius, 2 * radius, 2 * radius);
    if (mark == SeatMark::Wheelchair)
        path.addRoundedRect(square.adjusted(0.06, 0.06, -0.06, -0.06), 0.34, 0.34);
    else
        path.addEllipse(square);
    return path;
}

} // namespace

DevicePixels::DevicePixels(QPainter &painter) : m_painter(painter), m_before(painter.worldTransform())
{
    m_toDevice = painter.deviceTransform();
    painter.setWorldTransform({}); // leaves what the painter does by itself
    painter.setWorldTransform(painter.deviceTransform().inverted());
    const QPaintDevice *device = painter.device();
    m_raster = painter.paintEngine()->type() == QPaintEngine::Raster;
    m_unit = m_raster ? device->devicePixelRatio() : device->logicalDpiX() / 96.0 * kPaperFineness;
}

DevicePixels::~DevicePixels()
{
    m_painter.setWorldTransform(m_before);
}

SeatPainter::Sprites::Sprites(SeatPainter &owner, double diameter, double unit)
    : m_owner(owner), m_diameter(diameter), m_unit(unit), m_phases(diameter < kFinePhasesBelow ? 4 : 2),
      m_half(static_cast<int>(std::ceil(diameter / 2 * (diameter / unit < kDotsBelow ? 1.25 : kReach))) + 1),
      m_pixmaps(static_cast<std::size_t>(kSeatLookCount * kSeatMarkCount * m_phases * m_phases) * owner.m_fills.size())
{
}

void SeatPainter::Sprites::draw(QPainter &painter, QPointF centre, SeatLook look, qint32 category, SeatMark mark)
{
    const int x = static_cast<int>(std::floor(centre.x() * m_phases + 0.5 + kNudge));
    const int y = static_cast<int>(std::floor(centre.y() * m_phases + 0.5 + kNudge));
    const int shift = m_phases == 4 ? 2 : 1;
    const int mask = m_phases - 1;
    // What does not show is not told apart: fewer sprites to make while the size changes with every frame.
    if (look == SeatLook::HeldByOther || look == SeatLook::Sold || look == SeatLook::Blocked || look == SeatLook::HeldBack || look == SeatLook::Arrived)
        category = 0;
    if (areDots() || (mark == SeatMark::Companion && m_diameter < kMarksFrom * m_unit))
        mark = SeatMark::None;
    const std::size_t categories = m_owner.m_fills.size();
    const std::size_t color = std::min(static_cast<std::size_t>(category), categories - 1);
    std::size_t index = (static_cast<std::size_t>(look) * kSeatMarkCount + static_cast<std::size_t>(mark)) * categories + color;
    index = (index * static_cast<std::size_t>(m_phases) + static_cast<std::size_t>(y & mask)) * static_cast<std::size_t>(m_phases)
            + static_cast<std::size_t>(x & mask);
    QPixmap &pixmap = m_pixmaps[index];
    if (pixmap.isNull())
        pixmap = make(look, category, mark, x & mask, y & mask);
    painter.drawPixmap((x >> shift) - m_half, (y >> shift) - m_half, pixmap);
}

bool SeatPainter::Sprites::areDots() const
{
    return m_diameter < kDotsBelow * m_unit;
}

QPixmap SeatPainter::Sprites::make(SeatLook look, qint32 category, SeatMark mark, int phaseX, int phaseY)
{
    const int side = 2 * m_half + 1;
    const double part = 1.0 / m_phases;
    const QPointF centre(m_half + phaseX * part, m_half + phaseY * part);
    m_owner.m_spriteBytes += static_cast<qsizetype>(side) * side * 4 + kPixmapOverhead;
    if (areDots())
        return makeDot(look, category, centre);
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    m_owner.drawForm(painter, centre, m_diameter, m_unit, look, category, mark);
    return pixmap;
}

// Pixel by pixel, covered by how far they lie within the disc: hundreds are made for a frame of a zoom, and a painter
// takes ten times as long for each.
QPixmap SeatPainter::Sprites::makeDot(SeatLook look, qint32 category, QPointF centre) const
{
    const Dot dot = m_owner.dot(look, category);
    const double radius = m_diameter / 2 * dot.size;
    const int side = 2 * m_half + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const double distance = std::hypot(x + 0.5 - centre.x(), y + 0.5 - centre.y());
            const double cover = std::clamp(radius - distance + 0.5, 0.0, 1.0);
            line[x] = qPremultiply(qRgba(dot.color.red(), dot.color.green(), dot.color.blue(), static_cast<int>(std::lround(255 * cover))));
        }
    }
    return QPixmap::fromImage(std::move(image), Qt::NoFormatConversion);
}

SeatPainter::SeatPainter()
{
    refill();
}

void SeatPainter::setTheme(const SeatMapTheme &theme)
{
    m_theme = theme;
    refill();
}

void SeatPainter::setPlan(const SeatMapModel &model)
{
    setCategories(model.plan().categories);
    m_seatRadius = usualRadius(model.table());
}

void SeatPainter::setCategories(const QList<Category> &categories)
{
    m_categories = categories;
    refill();
}

double SeatPainter::shapeShare(double pixelsPerUnit) const
{
    const double pixels = 2 * m_seatRadius * pixelsPerUnit;
    return pixels < kSeatsFrom ? 1 : std::clamp((kDotsBelow - pixels) / (kDotsBelow - kSeatsFrom), 0.0, 1.0) * kShapeFade;
}

void SeatPainter::refill()
{
    m_fills.clear();
    m_rims.clear();
    for (qsizetype i = 0; i < m_categories.size(); ++i)
        m_fills.push_back(m_theme.categoryFill(m_categories[i], i));
    m_fills.push_back(m_theme.muted.isValid() ? m_theme.muted : QColor(Qt::gray));
    for (const QColor &color : m_fills)
        m_rims.push_back(m_theme.rim(color));
    forget();
}

void SeatPainter::forget()
{
    m_sprites.clear();
    m_spriteBytes = 0;
    m_texts.clear();
    m_textBytes = 0;
    m_plates.clear();
}

SeatMark SeatPainter::mark(SeatAttributes attributes)
{
    if (attributes.testFlag(SeatAttribute::Wheelchair))
        return SeatMark::Wheelchair;
    return attributes.testFlag(SeatAttribute::Companion) ? SeatMark::Companion : SeatMark::None;
}

const QColor &SeatPainter::fill(qint32 category) const
{
    return m_fills[std::min(static_cast<std::size_t>(category), m_fills.size() - 1)];
}

SeatPainter::Sprites &SeatPainter::sprites(double diameter, double unit)
{
    const std::pair key(static_cast<int>(std::lround(std::max(diameter, kSmallestDot) * 8)), static_cast<int>(std::lround(unit * 100)));
    const auto it = m_sprites.find(key);
    if (it != m_sprites.end())
        return *it->second;
    if (m_spriteBytes > kSpriteLimit) {
        m_sprites.clear();
        m_spriteBytes = 0;
    }
    Sprites &made = *m_sprites.emplace(key, std::make_unique<Sprites>(*this, key.first / 8.0, unit)).first->second;
    m_spriteBytes += made.tableBytes();
    return made;
}

void SeatPainter::drawForm(QPainter &painter, QPointF centre, double diameter, double unit, SeatLook look, qint32 category,
                           SeatMark mark) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Everything below is drawn in a circle of radius 1 about the origin.
    painter.translate(centre);
    painter.scale(diameter / 2, diameter / 2);
    const double pixels = diameter / unit;
    if (pixels < kDotsBelow) {
        const Dot disc = dot(look, category);
        painter.setPen(Qt::NoPen);
        painter.setBrush(disc.color);
        painter.drawEllipse(QPointF(), disc.size, disc.size);
    } else {
        drawBody(painter, 2 * unit / diameter, look, category, mark, pixels);
        if (pixels >= kDetailFrom)
            drawDetail(painter, look, category, mark, pixels);
    }
    painter.restore();
}

SeatPainter::Dot SeatPainter::dot(SeatLook look, qint32 category) const
{
    switch (look) {
    case SeatLook::Free: return {fill(category)};
    case SeatLook::Mine: return {m_theme.ink, 1.22};
    case SeatLook::HeldByOther: return {mixed(m_theme.heldFill, m_theme.heldStripe, 0.5)};
    case SeatLook::Sold: return {mixed(m_theme.floor, m_theme.faint, 0.62)};
    case SeatLook::Blocked: return {m_theme.faint, 0.6};
    case SeatLook::HeldBack: return {m_theme.muted, 0.78};
    case SeatLook::Pending: return {mixed(m_theme.floor, fill(category), 0.5)};
    case SeatLook::Arrived: return {m_theme.arrived, 1.1};
    }
    Q_UNREACHABLE();
}

// `pixel` is the width of one pixel in radii, `pixels` the seat's diameter in pixels.
void SeatPainter::drawBody(QPainter &painter, double pixel, SeatLook look, qint32 category, SeatMark mark, double pixels) const
{
    const QColor color = fill(category);
    const QColor rim = m_rims[std::min(static_cast<std::size_t>(category), m_rims.size() - 1)];
    const double thin = std::max(0.11, std::min(pixel, 0.2));
    switch (look) {
    case SeatLook::Free:
        painter.setPen(QPen(rim, thin));
        painter.setBrush(color);
        painter.drawPath(body(mark, 1 - thin / 2));
        break;
    case SeatLook::Mine:
        painter.setPen(QPen(m_theme.ink, 0.24));
        painter.setBrush(m_theme.floor);
        painter.drawPath(body(mark, 1.13));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPath(body(mark, 0.88));
        break;
    case SeatLook::HeldByOther: {
        const QPainterPath outline = body(mark, 1 - thin / 2);
        painter.fillPath(outline, m_theme.heldFill);
        painter.save();
        painter.setClipPath(body(mark, 1 - thin));
        const double step = pixels < kDetailFrom ? 0.9 : 0.62;
        painter.setPen(QPen(m_theme.heldStripe, step * 0.36, Qt::SolidLine, Qt::FlatCap));
        for (double offset = -2 * step; offset <= 2 * step + 0.01; offset += step)
            painter.drawLine(QPointF(offset - 1.2, 1.2), QPointF(offset + 1.2, -1.2));
        painter.restore();
        painter.setPen(QPen(m_theme.heldStripe, thin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline);
        break;
    }
    case SeatLook::Sold:
        // Hollow, but not a hole: tables and walls do not show through.
        painter.setPen(QPen(m_theme.faint, thin));
        painter.setBrush(m_theme.floor);
        painter.drawPath(body(mark, 0.84));
        break;
    case SeatLook::HeldBack:
        // The same with a bar across: for staff alone.
        painter.setPen(QPen(m_theme.muted, thin));
        painter.setBrush(m_theme.floor);
        painter.drawPath(body(mark, 0.84));
        painter.fillRect(QRectF(-0.6, -0.25, 1.2, 0.5), m_theme.muted);
        break;
    case SeatLook::Blocked: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.floor);
        painter.drawPath(body(mark, 0.84));
        painter.setPen(roundPen(m_theme.faint, std::max(0.2, thin)));
        const double arm = 0.56;
        painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm));
        painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm));
        break;
    }
    case SeatLook::Pending: {
        QPen dashes(rim, std::max(0.17, thin), Qt::CustomDashLine, Qt::FlatCap);
        const double length = 2 * M_PI * 0.9 / dashes.widthF() / 16;
        dashes.setDashPattern({length, length});
        painter.setPen(dashes);
        painter.setBrush(mixed(m_theme.floor, color, 0.22));
        painter.drawPath(body(SeatMark::None, 0.9));
        break;
    }
    case SeatLook::Arrived: painter.fillPath(body(mark, 1), m_theme.arrived); break;
    }
}

void SeatPainter::drawDetail(QPainter &painter, SeatLook look, qint32 category, SeatMark mark, double diameter) const
{
    const QColor color = fill(category);
    const QColor onColor = m_theme.textOn(color);
    const bool badges = diameter >= kBadgesFrom;
    const bool symbol = mark == SeatMark::Wheelchair && diameter >= kMarksFrom;
    if (look == SeatLook::Sold && diameter < kNumbersFrom && !symbol) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.faint);
        painter.drawEllipse(QPointF(), 0.24, 0.24);
    }
    if (look == SeatLook::Pending) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_rims[std::min(static_cast<std::size_t>(category), m_rims.size() - 1)]);
        for (const double x : {-0.42, 0.0, 0.42})
            painter.drawEllipse(QPointF(x, 0), 0.15, 0.15);
    }
    if (symbol && (look == SeatLook::Free || (look == SeatLook::Mine && badges)))
        drawWheelchair(painter, onColor);
    else if (symbol && look == SeatLook::Sold)
        drawWheelchair(painter, m_theme.faint);
    if (look == SeatLook::Mine || look == SeatLook::Arrived) {
        QPainterPath tick;
        painter.setBrush(Qt::NoBrush);
        if (badges && look == SeatLook::Mine) {
            const QPointF corner(0.86, -0.86);
            painter.setPen(QPen(m_theme.floor, 0.08));
            painter.setBrush(m_theme.ink);
            painter.drawEllipse(corner, 0.5, 0.5);
            painter.setBrush(Qt::NoBrush);
            addTick(tick, corner, 0.62);
            painter.setPen(roundPen(m_theme.floor, 0.15));
        } else {
            addTick(tick, {}, look == SeatLook::Mine ? 1.0 : 1.25);
            painter.setPen(look == SeatLook::Mine ? roundPen(onColor, 0.24) : roundPen(m_theme.textOn(m_theme.arrived), 0.32));
        }
        painter.drawPath(tick);
    }
    if (mark == SeatMark::Companion && diameter >= kMarksFrom && look != SeatLook::Blocked && look != SeatLook::HeldBack) {
        const QPointF corner(0.80, 0.80);
        const QColor badge = look == SeatLook::Free || look == SeatLook::Mine ? m_theme.ink : m_theme.muted;
        painter.setPen(QPen(badge, 0.11));
        painter.setBrush(m_theme.floor);
        painter.drawEllipse(corner, 0.42, 0.42);
        painter.setPen(roundPen(badge, 0.14));
        painter.drawLine(corner - QPointF(0.2, 0), corner + QPointF(0.2, 0));
        painter.drawLine(corner - QPointF(0, 0.2), corner + QPointF(0, 0.2));
    }
}

void SeatPainter::drawNumber(QPainter &painter, QPointF centre, double diameter, double unit, SeatLook look, qint32 category,
                             SeatMark mark, const QString &number)
{
    const bool written = look == SeatLook::Free || look == SeatLook::Sold || (look == SeatLook::Mine && diameter / unit >= kBadgesFrom);
    if (!written || mark == SeatMark::Wheelchair || number.isEmpty())
        return;
    const QColor color = look == SeatLook::Sold ? mixed(m_theme.faint, m_theme.muted, 0.55) : m_theme.textOn(fill(category));
    // Two digits fill the disc; longer numbers are set smaller, and left out when that is too small to read.
    const double share = number.size() <= 2 ? 0.47 : 1.05 / static_cast<double>(number.size() + 0.3);
    const int pixelSize = static_cast<int>(std::lround(diameter * share));
    if (pixelSize < 7 * unit)
        return;
    drawText(painter, centre, number, pixelSize, color, QFont::DemiBold);
}

void SeatPainter::drawText(QPainter &painter, QPointF centre, const QString &text, int pixelSize, const QColor &color, QFont::Weight weight)
{
    if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        const QPixmap &sprite = this->text(text, pixelSize, color, weight);
        painter.drawPixmap(cornerOf(centre, sprite.size()), sprite);
        return;
    }
    const QFont written = font(pixelSize, weight);
    const QFontMetricsF metrics(written, painter.device());
    painter.setFont(written);
    painter.setPen(color);
    painter.drawText(centre + QPointF(-metrics.horizontalAdvance(text), metrics.capHeight()) / 2, text);
}

QSize SeatPainter::textSize(const QString &text, int pixelSize, QFont::Weight weight)
{
    return this->text(text, pixelSize, m_theme.ink, weight).size();
}

void SeatPainter::drawPlate(QPainter &painter, QPointF centre, QSize size, const QString &text, int pixelSize, bool edged)
{
    QColor ground = m_theme.floor;
    ground.setAlphaF(0.84F);
    const auto draw = [&](QPainter &to, QPointF middle) {
        const QRectF plate = QRectF(middle - QPointF(size.width(), size.height()) / 2, size).adjusted(0.5, 0.5, -0.5, -0.5);
        to.setRenderHint(QPainter::Antialiasing);
        to.setPen(edged ? QPen(m_theme.line, 1) : QPen(Qt::NoPen));
        to.setBrush(ground);
        to.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
        drawText(to, middle, text, pixelSize, m_theme.ink, QFont::DemiBold);
    };
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        draw(painter, centre);
        return;
    }
    QPixmap &plate = m_plates[{text, edged ? 1U : 0U, pixelSize, size.width()}];
    if (plate.isNull()) {
        plate = QPixmap(size);
        plate.fill(Qt::transparent);
        QPainter to(&plate);
        draw(to, QPointF(size.width(), size.height()) / 2);
    }
    painter.drawPixmap(cornerOf(centre, size), plate);
}

QFont SeatPainter::font(int pixelSize, QFont::Weight weight) const
{
    QFont font(m_theme.font);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

const QPixmap &SeatPainter::text(const QString &text, int pixelSize, const QColor &color, QFont::Weight weight)
{
    const TextKey key {text, color.rgba(), pixelSize, static_cast<int>(weight)};
    const auto it = m_texts.constFind(key);
    if (it != m_texts.cend())
        return *it;
    if (m_textBytes > kTextLimit) {
        m_texts.clear();
        m_textBytes = 0;
    }
    const QFont written = font(pixelSize, weight);
    const QFontMetricsF metrics(written);
    // Centred on the height of capitals and digits, so that a number sits in the middle of its disc.
    const double capHeight = metrics.capHeight();
    const int width = static_cast<int>(std::ceil(metrics.horizontalAdvance(text))) + 2;
    const int height = 2 * static_cast<int>(std::ceil(capHeight / 2 + metrics.descent())) + 2;
    QPixmap pixmap(width, height);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setFont(written);
    painter.setPen(color);
    painter.drawText(QPointF((width - metrics.horizontalAdvance(text)) / 2, std::round((height + capHeight) / 2)), text);
    painter.end();
    m_textBytes += static_cast<qsizetype>(width) * height * 4 + kPixmapOverhead;
    return *m_texts.insert(key, pixmap);
}

QPixmap SeatPainter::swatch(SeatLook look, qint32 category, SeatMark mark, double size, double dpr) const
{
    const int side = static_cast<int>(std::ceil(size * dpr));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawForm(painter, QPointF(side / 2.0, side / 2.0), side / kReach, dpr, look, category, mark);
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    return pixmap;
}

} // namespace parterre
