// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

// Resources of a static library are only linked in when something names them; has to stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(parterre);
}

namespace parterre::ui {
namespace {

struct GlyphFile {
    Glyph glyph;
    const char *file;
    bool directional = false; // mirrored in right-to-left layouts
};

constexpr std::array kFiles {
    GlyphFile {Glyph::Aisle, "aisle"}, GlyphFile {Glyph::Alert, "alert"},
    GlyphFile {Glyph::AlignBottom, "align-bottom"}, GlyphFile {Glyph::AlignCentre, "align-centre"},
    GlyphFile {Glyph::AlignLeft, "align-left"}, GlyphFile {Glyph::AlignMiddle, "align-middle"},
    GlyphFile {Glyph::AlignRight, "align-right"}, GlyphFile {Glyph::AlignTop, "align-top"},
    GlyphFile {Glyph::Area, "area"}, GlyphFile {Glyph::Block, "block"}, GlyphFile {Glyph::Brush, "brush"},
    GlyphFile {Glyph::Calendar, "calendar"}, GlyphFile {Glyph::Cart, "cart", true}, GlyphFile {Glyph::Cash, "cash"},
    GlyphFile {Glyph::Check, "check"}, GlyphFile {Glyph::CheckCircle, "check-circle"},
    GlyphFile {Glyph::ChevronDown, "chevron-down"}, GlyphFile {Glyph::ChevronLeft, "chevron-left", true},
    GlyphFile {Glyph::ChevronRight, "chevron-right", true}, GlyphFile {Glyph::ChevronUp, "chevron-up"},
    GlyphFile {Glyph::Clock, "clock"}, GlyphFile {Glyph::Copy, "copy"}, GlyphFile {Glyph::Ellipse, "ellipse"},
    GlyphFile {Glyph::Exchange, "exchange"}, GlyphFile {Glyph::Eye, "eye"}, GlyphFile {Glyph::EyeOff, "eye-off"},
    GlyphFile {Glyph::Fit, "fit"}, GlyphFile {Glyph::Floor, "floor"}, GlyphFile {Glyph::Globe, "globe"},
    GlyphFile {Glyph::Grid, "grid"}, GlyphFile {Glyph::History, "history"}, GlyphFile {Glyph::Info, "info"},
    GlyphFile {Glyph::Layers, "layers"}, GlyphFile {Glyph::List, "list", true}, GlyphFile {Glyph::Lock, "lock"},
    GlyphFile {Glyph::LogIn, "log-in", true}, GlyphFile {Glyph::LogOut, "log-out", true},
    GlyphFile {Glyph::Magnet, "magnet"}, GlyphFile {Glyph::Mail, "mail"}, GlyphFile {Glyph::MapPin, "map-pin"}, GlyphFile {Glyph::Minus, "minus"},
    GlyphFile {Glyph::MirrorAcross, "mirror-across"}, GlyphFile {Glyph::MirrorDown, "mirror-down"},
    GlyphFile {Glyph::Moon, "moon"}, GlyphFile {Glyph::Numbers, "numbers"}, GlyphFile {Glyph::Overview, "overview"},
    GlyphFile {Glyph::Palette, "palette"}, GlyphFile {Glyph::Pencil, "pencil"}, GlyphFile {Glyph::Phone, "phone"},
    GlyphFile {Glyph::Picture, "picture"}, GlyphFile {Glyph::Plus, "plus"}, GlyphFile {Glyph::Pointer, "pointer"},
    GlyphFile {Glyph::Polygon, "polygon"}, GlyphFile {Glyph::Printer, "printer"},
    GlyphFile {Glyph::Rectangle, "rectangle"}, GlyphFile {Glyph::Redo, "redo", true},
    GlyphFile {Glyph::Refresh, "refresh"}, GlyphFile {Glyph::Row, "row"}, GlyphFile {Glyph::RowArc, "row-arc"},
    GlyphFile {Glyph::RowCurve, "row-curve"}, GlyphFile {Glyph::Ruler, "ruler"}, GlyphFile {Glyph::Save, "save"},
    GlyphFile {Glyph::Search, "search"}, GlyphFile {Glyph::Seat, "seat"},
    GlyphFile {Glyph::SeatPointer, "seat-pointer"}, GlyphFile {Glyph::Server, "server", true},
    GlyphFile {Glyph::Settings, "settings"}, GlyphFile {Glyph::Sign, "sign"},
    GlyphFile {Glyph::SpaceAcross, "space-across"}, GlyphFile {Glyph::SpaceDown, "space-down"},
    GlyphFile {Glyph::Stage, "stage"}, GlyphFile {Glyph::Sun, "sun"},
    GlyphFile {Glyph::TableRectangle, "table-rectangle"}, GlyphFile {Glyph::TableRound, "table-round"},
    GlyphFile {Glyph::Target, "target"}, GlyphFile {Glyph::Text, "text"}, GlyphFile {Glyph::Ticket, "ticket", true},
    GlyphFile {Glyph::Trash, "trash"}, GlyphFile {Glyph::Undo, "undo", true}, GlyphFile {Glyph::User, "user"},
    GlyphFile {Glyph::Wheelchair, "wheelchair"}, GlyphFile {Glyph::Wifi, "wifi"},
    GlyphFile {Glyph::WifiOff, "wifi-off"}, GlyphFile {Glyph::Close, "x"},
};

const GlyphFile *fileOf(Glyph glyph)
{
    const auto found = std::find_if(kFiles.begin(), kFiles.end(), [glyph](const GlyphFile &f) { return f.glyph == glyph; });
    return found == kFiles.end() ? nullptr : &*found;
}

// Renders on demand in the palette's colour of the moment.
class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, Tone tone) : m_glyph(glyph), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, rect, m_glyph, colorFor(mode), QGuiApplication::layoutDirection());
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return glyphPixmap(m_glyph, std::min(size.width(), size.height()), colorFor(mode), 1, QGuiApplication::layoutDirection());
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // `size` is in device pixels already; the caller sets the ratio.
        Q_UNUSED(scale)
        return pixmap(size, mode, QIcon::Off);
    }

    QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_tone); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return tonesOf(palette).color(m_tone);
    }

    Glyph m_glyph;
    Tone m_tone;
};

} // namespace

QIcon icon(Glyph glyph, Tone tone)
{
    return QIcon(new GlyphEngine(glyph, tone)); // QIcon owns its engine
}

QPixmap glyphPixmap(Glyph glyph, int side, const QColor &color, qreal devicePixelRatio, Qt::LayoutDirection direction)
{
    const GlyphFile *entry = fileOf(glyph);
    if (!entry || side <= 0)
        return {};
    const int pixels = qRound(side * devicePixelRatio);
    const bool mirrored = entry->directional && direction == Qt::RightToLeft;
    const QString key = QStringLiteral("parterre-glyph-%1-%2-%3-%4-%5")
                            .arg(static_cast<int>(glyph)).arg(pixels).arg(color.rgba()).arg(devicePixelRatio).arg(mirrored);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    initResources();
    QFile file(glyphPath(glyph));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    pixmap = QPixmap::fromImage(mirrored ? image.mirrored(true, false) : image);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintGlyph(QPainter &painter, const QRect &rect, Glyph glyph, const QColor &color, Qt::LayoutDirection direction)
{
    const int side = std::min(rect.width(), rect.height());
    const QPixmap pixmap = glyphPixmap(glyph, side, color, painter.device()->devicePixelRatioF(), direction);
    painter.drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
}

const QList<Glyph> &allGlyphs()
{
    static const QList<Glyph> glyphs = [] {
        QList<Glyph> all;
        for (const GlyphFile &file : kFiles)
            all.append(file.glyph);
        return all;
    }();
    return glyphs;
}

QString glyphPath(Glyph glyph)
{
    const GlyphFile *entry = fileOf(glyph);
    return entry ? QStringLiteral(":/parterre/icons/%1.svg").arg(QLatin1StringView(entry->file)) : QString();
}

QIcon applicationIcon()
{
    initResources();
    return QIcon(QStringLiteral(":/parterre/parterre.svg"));
}

} // namespace parterre::ui
