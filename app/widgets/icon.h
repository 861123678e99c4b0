// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tones.h"

#include <QIcon>
#include <QList>
#include <QPixmap>

class QPainter;

namespace parterre::ui {

// The icon set: one glyph per file of resources/icons.
enum class Glyph {
    None, Aisle, Alert, AlignBottom, AlignCentre, AlignLeft, AlignMiddle, AlignRight, AlignTop, Area, Block, Brush,
    Calendar, Cart, Cash, Check, CheckCircle, ChevronDown, ChevronLeft, ChevronRight, ChevronUp, Clock, Copy,
    Ellipse, Exchange, Eye, EyeOff, Fit, Floor, Globe, Grid, History, Info, Layers, List, Lock, LogIn, LogOut,
    Magnet, Mail, MapPin, Minus, MirrorAcross, MirrorDown, Moon, Numbers, Overview, Palette, Pencil, Phone, Picture,
    Plus, Pointer, Polygon, Printer, Rectangle, Redo, Refresh, Row, RowArc, RowCurve, Ruler, Save, Search, Seat,
    SeatPointer, Server, Settings, Sign, SpaceAcross, SpaceDown, Stage, Sun, TableRectangle, TableRound, Target,
    Text, Ticket, Trash, Undo, User, Wheelchair, Wifi, WifiOff, Close,
};

// An icon that takes its colour from the application's palette each time it is painted, so that it follows the theme,
// fades when disabled and mirrors with the layout where the glyph points somewhere.
[[nodiscard]] QIcon icon(Glyph glyph, Tone tone = Tone::Text);
// Paints a glyph centred in `rect`, as large as fits.
void paintGlyph(QPainter &painter, const QRect &rect, Glyph glyph, const QColor &color, Qt::LayoutDirection direction);
[[nodiscard]] QPixmap glyphPixmap(Glyph glyph, int side, const QColor &color, qreal devicePixelRatio, Qt::LayoutDirection direction);

[[nodiscard]] const QList<Glyph> &allGlyphs();
[[nodiscard]] QString glyphPath(Glyph glyph); // of the resource
[[nodiscard]] QIcon applicationIcon();

} // namespace parterre::ui
