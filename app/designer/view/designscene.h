// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "app/seatmap/seatpainter.h"

#include <QGraphicsScene>

namespace parterre {

class BackgroundItem;
class ElementItem;

// The items of a design, one for each element, kept as the document says. In plan units.
class DesignScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    // The document outlives the scene.
    explicit DesignScene(const DesignDocument &document, QObject *parent = nullptr);
    ~DesignScene() override;

    void setTheme(const SeatMapTheme &theme);
    [[nodiscard]] const SeatMapTheme &theme() const { return m_painter.theme(); }
    // Elements of other levels are faint.
    void setLevel(LevelId level);
    [[nodiscard]] LevelId level() const { return m_level; }
    // Everything drawn, and the plan's canvas.
    [[nodiscard]] QRectF content() const;

private:
    void onChanged(const DesignChange &change);
    void rebuild();
    void refresh(const Element &element);
    void followHouse();

    const DesignDocument &m_document;
    SeatPainter m_painter;
    BackgroundItem *m_background;
    QHash<ElementId, ElementItem *> m_items; // owned by the scene
    LevelId m_level = LevelId::Ground;
};

} // namespace parterre
