// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/drawing.h"
#include "app/designer/tools/selectionframe.h"
#include "app/designer/view/designscene.h"

#include <QGraphicsView>

#include <memory>

namespace parterre {

// The drawing people work on: zoom with the wheel, pan with the space bar or the middle button, everything else is the
// tool's. Shows the selection and what the tool has to show.
class DesignView final : public QGraphicsView, private ToolSurface
{
    Q_OBJECT

public:
    // The document outlives the view.
    explicit DesignView(DesignDocument &document, QWidget *parent = nullptr);
    ~DesignView() override;

    void setTool(ToolKind kind);
    [[nodiscard]] ToolKind tool() const { return m_kind; }
    void setOptions(const DrawingOptions &options);
    [[nodiscard]] const DrawingOptions &options() const override { return m_options; }
    void setGridVisible(bool visible);

    void fit();
    void zoomBy(double factor, QPointF anchor);
    // About the middle, a good step.
    void zoomIn();
    void zoomOut();
    // Into the middle, as large as fits but no larger than is comfortable.
    void showRect(const QRectF &planRect);
    [[nodiscard]] double mapScale() const { return transform().m11(); }
    [[nodiscard]] QPointF toPlan(QPointF viewPoint) const { return viewportTransform().inverted().map(viewPoint); }
    [[nodiscard]] QPointF toView(QPointF planPoint) const { return viewportTransform().map(planPoint); }
    // Where things are pasted: under the mouse, else in the middle.
    [[nodiscard]] QPointF pastePoint() const;
    // Gives up what is under way; false when nothing is.
    bool cancelTool();

Q_SIGNALS:
    void toolChanged(parterre::ToolKind kind);
    // A tool has finished one thing.
    void elementsDrawn(const QSet<parterre::ElementId> &elements);
    void lineMeasured(const QLineF &line);
    void cursorMoved(QPointF planPoint);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] DesignDocument &document() override { return m_document; }
    [[nodiscard]] double unitsPerPixel() const override { return 1 / mapScale(); }
    void overlayChanged() override;
    void drawn(const QSet<ElementId> &elements) override;
    void measured(const QLineF &line) override { Q_EMIT lineMeasured(line); }

    void followPalette();
    void applyScale(double scale, QPointF planPoint, QPointF viewPoint);
    void widenSceneRect();
    void showCursor(const QPoint &viewPoint, Qt::KeyboardModifiers modifiers);
    void onSelectionChanged();
    void onDocumentChanged();
    void updateFrame();
    [[nodiscard]] QRect viewRect(const QRectF &planRect, int margin) const;
    void paintGrid(QPainter &painter, const QRectF &rect) const;
    void paintFocus(QPainter &painter) const;
    void paintSelection(QPainter &painter) const;
    void paintOverlay(QPainter &painter) const;

    DesignDocument &m_document;
    DesignScene m_scene;
    DrawingOptions m_options;
    ToolKind m_kind = ToolKind::Select;
    std::unique_ptr<DesignTool> m_tool;
    ToolOverlay m_overlay;
    QRect m_frameRect;                 // of the selection, as it was last painted
    bool m_gridVisible = false;
    bool m_spacePressed = false;
    std::optional<QPoint> m_pan;
    bool m_fitted = true;
};

} // namespace parterre
