// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/snapping.h"

#include <QPolygonF>

namespace parterre {

// What new things are made with.
struct DrawingOptions {
    LevelId level = LevelId::Ground;
    SectionId section = SectionId::None;
    QString category = {};
    double spacing = 25;
    double rowSpacing = 32;
    double radius = 10;
    IconKind icon = IconKind::Entrance;
    SnapRules snap = {};
};

// What a tool shows while it is used, in plan units.
struct ToolOverlay {
    struct Note {
        QPointF at;
        QString text;
    };

    QList<QPolygonF> outlines = {};  // closed where first and last point are one
    QList<QLineF> guides = {};
    QList<QPointF> points = {};
    QList<Note> notes = {};
};

// Where tools work: a drawing that is looked at.
class ToolSurface
{
public:
    virtual ~ToolSurface() = default;

    [[nodiscard]] virtual DesignDocument &document() = 0;
    [[nodiscard]] virtual const DrawingOptions &options() const = 0;
    [[nodiscard]] virtual double unitsPerPixel() const = 0;
    virtual void overlayChanged() = 0;
    // Something was drawn; who wants to go on with another tool may.
    virtual void drawn(const QSet<ElementId> &elements) = 0;
    // A line between two points, measured.
    virtual void measured(const QLineF &line) = 0;
};

struct ToolPoint {
    QPointF at;                              // plan units
    Qt::KeyboardModifiers modifiers = {};
};

enum class ToolCursor { Arrow, Cross, Move, Rotate, ResizeAcross, ResizeDown, ResizeFalling, ResizeRising };

// What the left button and the keyboard do to a design. Everything under way is a preview of the document, or none of its
// business; cancel() leaves no trace.
class DesignTool
{
public:
    explicit DesignTool(ToolSurface &surface) : m_surface(surface) {}
    virtual ~DesignTool() = default;
    Q_DISABLE_COPY_MOVE(DesignTool)

    virtual void press(const ToolPoint &point) = 0;
    virtual void move(const ToolPoint &point, bool pressed) = 0;
    virtual void release(const ToolPoint &point) = 0;
    virtual void doubleClick(const ToolPoint &point) { press(point); }
    // False: the key is not the tool's.
    virtual bool key(int key, Qt::KeyboardModifiers modifiers)
    {
        Q_UNUSED(key)
        Q_UNUSED(modifiers)
        return false;
    }
    // Esc, or another tool.
    virtual void cancel() { document().cancelPreview(); }
    [[nodiscard]] virtual bool isBusy() const { return m_surface.document().isPreviewing(); }
    [[nodiscard]] virtual ToolOverlay overlay() const { return {}; }
    [[nodiscard]] virtual ToolCursor cursor(const ToolPoint &) const { return ToolCursor::Cross; }

protected:
    [[nodiscard]] DesignDocument &document() const { return m_surface.document(); }
    [[nodiscard]] const DrawingOptions &options() const { return m_surface.options(); }
    [[nodiscard]] ToolSurface &surface() const { return m_surface; }
    // The options' snapping with a reach that is the same on the screen at every zoom; none with Alt.
    [[nodiscard]] SnapRules snapRules(Qt::KeyboardModifiers modifiers) const
    {
        SnapRules rules = options().snap;
        rules.reach = 7 * m_surface.unitsPerPixel();
        if (modifiers.testFlag(Qt::AltModifier))
            rules.toGrid = rules.toNeighbours = rules.toRows = false;
        return rules;
    }

private:
    ToolSurface &m_surface;
};

} // namespace parterre
