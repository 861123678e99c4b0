// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/designview.h"

#include "app/designer/commands/layoutsteps.h"
#include "app/designer/model/picking.h"
#include "app/widgets/tones.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kWheelStep = 1.25;
constexpr double kKeyStep = 1.5;
constexpr double kFitMargin = 32;        // pixels
constexpr double kLargestScale = 8;      // pixels of a plan unit
constexpr double kSmallestScale = 0.01;
constexpr double kComfortableScale = 1.6;
constexpr double kPanShare = 0.9;        // of the viewport the drawing may be pushed out of sight
constexpr double kLeastGrid = 8;         // pixels between lines
constexpr qsizetype kMostOutlines = 400; // elements that are outlined one by one
constexpr int kFrameMargin = 40;         // pixels, with the knob
constexpr int kHandle = 8;

Qt::CursorShape shapeOf(ToolCursor cursor)
{
    switch (cursor) {
    case ToolCursor::Arrow: return Qt::ArrowCursor;
    case ToolCursor::Cross: return Qt::CrossCursor;
    case ToolCursor::Move: return Qt::SizeAllCursor;
    case ToolCursor::Rotate: return Qt::PointingHandCursor;
    case ToolCursor::ResizeAcross: return Qt::SizeHorCursor;
    case ToolCursor::ResizeDown: return Qt::SizeVerCursor;
    case ToolCursor::ResizeFalling: return Qt::SizeFDiagCursor;
    case ToolCursor::ResizeRising: return Qt::SizeBDiagCursor;
    }
    return Qt::ArrowCursor;
}

} // namespace

DesignView::DesignView(DesignDocument &document, QWidget *parent) : QGraphicsView(parent), m_document(document), m_scene(document)
{
    setScene(&m_scene);
    setInteractive(false);
    setFrameShape(QFrame::NoFrame);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    // A house has its left where it has it, in every language.
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Drawing of the plan"));
    connect(&document, &DesignDocument::selectionChanged, this, &DesignView::onSelectionChanged);
    connect(&document, &DesignDocument::changed, this, &DesignView::onDocumentChanged);
    connect(&document, &DesignDocument::wasReset, this, [this] {
        setTool(ToolKind::Select);
        fit();
    });
    const auto onKey = [this](const QKeySequence &key, void (DesignView::*act)()) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::ZoomIn, &DesignView::zoomIn);
    onKey(QKeySequence::ZoomOut, &DesignView::zoomOut);
    onKey(QKeySequence(QStringLiteral("Ctrl+0")), &DesignView::fit);
    followPalette();
    setTool(ToolKind::Select);
    fit();
}

DesignView::~DesignView()
{
    setScene(nullptr);
}

void DesignView::setTool(ToolKind kind)
{
    if (m_tool)
        m_tool->cancel();
    m_kind = kind;
    m_tool = makeTool(kind, *this);
    m_overlay = {};
    viewport()->setCursor(shapeOf(m_tool->cursor({.at = {-1e9, -1e9}})));
    viewport()->update();
    Q_EMIT toolChanged(kind);
}

void DesignView::setOptions(const DrawingOptions &options)
{
    const bool sameLevel = std::exchange(m_options, options).level == options.level;
    if (!sameLevel)
        m_scene.setLevel(options.level);
    viewport()->update();
}

void DesignView::setGridVisible(bool visible)
{
    m_gridVisible = visible;
    viewport()->update();
}

bool DesignView::cancelTool()
{
    const bool busy = m_tool->isBusy();
    m_tool->cancel();
    return busy;
}

void DesignView::overlayChanged()
{
    QRegion before;
    const auto add = [this](QRegion &region, const ToolOverlay &overlay) {
        for (const QPolygonF &outline : overlay.outlines)
            region += viewRect(outline.boundingRect(), 3);
        for (const QLineF &guide : overlay.guides)
            region += viewRect(QRectF(guide.p1(), guide.p2()).normalized(), 3);
        for (const QPointF &point : overlay.points)
            region += viewRect(QRectF(point, point), 6);
        for (const ToolOverlay::Note &note : overlay.notes)
            region += viewRect(QRectF(note.at, note.at), 0).adjusted(-20, -40, 320, 60);
    };
    add(before, m_overlay);
    if (m_tool)
        m_overlay = m_tool->overlay();
    add(before, m_overlay);
    viewport()->update(before);
}

void DesignView::drawn(const QSet<ElementId> &elements)
{
    if (!elements.isEmpty())
        m_document.select(elements);
    Q_EMIT elementsDrawn(elements);
}

void DesignView::onSelectionChanged()
{
    viewport()->update();
}

void DesignView::onDocumentChanged()
{
    if (!m_document.selection().isEmpty())
        updateFrame();
    else if (!m_document.selectedSeats().isEmpty())
        viewport()->update();
    if (!m_document.isPreviewing())
        widenSceneRect();
}

// Only the frame's edges and handles: what lies within is the items' business.
void DesignView::updateFrame()
{
    const auto edges = [](const QRect &rect) {
        return QRegion(rect.adjusted(-kFrameMargin, -kFrameMargin, kFrameMargin, kFrameMargin)).subtracted(rect.adjusted(kHandle, kHandle, -kHandle, -kHandle));
    };
    const QRect now = viewRect(steps::boundsOf(m_document, m_document.selection()), 0);
    viewport()->update(edges(m_frameRect));
    viewport()->update(edges(now));
    // Outlines of single elements are within the frame.
    if (m_document.selection().size() > 1) {
        viewport()->update(m_frameRect);
        viewport()->update(now);
    }
    m_frameRect = now;
}

QRect DesignView::viewRect(const QRectF &planRect, int margin) const
{
    return QRectF(toView(planRect.topLeft()), toView(planRect.bottomRight())).toAlignedRect().adjusted(-margin, -margin, margin, margin);
}

void DesignView::followPalette()
{
    SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    theme.background = ui::tonesOf(palette()).window;
    m_scene.setTheme(theme);
    viewport()->update();
}

void DesignView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        followPalette();
}

void DesignView::fit()
{
    const QRectF content = m_scene.content();
    const double width = std::max(viewport()->width() - 2 * kFitMargin, 40.0);
    const double height = std::max(viewport()->height() - 2 * kFitMargin, 40.0);
    applyScale(std::min({width / content.width(), height / content.height(), kComfortableScale}), content.center(), QPointF(viewport()->rect().center()));
    m_fitted = true;
}

void DesignView::showRect(const QRectF &planRect)
{
    const QRectF rect = planRect.adjusted(-40, -40, 40, 40);
    const double scale = std::min({viewport()->width() / rect.width(), viewport()->height() / rect.height(), kComfortableScale});
    applyScale(scale, rect.center(), QPointF(viewport()->rect().center()));
}

void DesignView::zoomBy(double factor, QPointF anchor)
{
    applyScale(mapScale() * factor, toPlan(anchor), anchor);
}

void DesignView::zoomIn()
{
    zoomBy(kKeyStep, QPointF(viewport()->rect().center()));
}

void DesignView::zoomOut()
{
    zoomBy(1 / kKeyStep, QPointF(viewport()->rect().center()));
}

void DesignView::applyScale(double scale, QPointF planPoint, QPointF viewPoint)
{
    m_fitted = false;
    scale = std::clamp(scale, kSmallestScale, kLargestScale);
    setTransform(QTransform::fromScale(scale, scale));
    widenSceneRect();
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(planPoint.x() * scale - viewPoint.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(planPoint.y() * scale - viewPoint.y())));
    viewport()->update();
}

void DesignView::widenSceneRect()
{
    const double x = viewport()->width() * kPanShare / mapScale();
    const double y = viewport()->height() * kPanShare / mapScale();
    setSceneRect(m_scene.content().adjusted(-x, -y, x, y));
}

QPointF DesignView::pastePoint() const
{
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    return toPlan(viewport()->rect().contains(mouse) ? mouse : viewport()->rect().center());
}

void DesignView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted)
        fit();
    else
        widenSceneRect();
}

void DesignView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    zoomBy(std::pow(kWheelStep, (angle.y() != 0 ? angle.y() : angle.x()) / 120.0), event->position());
    event->accept();
}

void DesignView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spacePressed)) {
        m_pan = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        m_tool->press({.at = toPlan(event->position()), .modifiers = event->modifiers()});
    } else if (event->button() == Qt::RightButton) {
        cancelTool();
    }
}

void DesignView::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT cursorMoved(toPlan(event->position()));
    if (m_pan) {
        const QPoint by = event->pos() - *m_pan;
        m_pan = event->pos();
        m_fitted = false;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    m_tool->move({.at = toPlan(event->position()), .modifiers = event->modifiers()}, event->buttons().testFlag(Qt::LeftButton));
    if (!event->buttons())
        showCursor(event->pos(), event->modifiers());
}

void DesignView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pan && event->button() != Qt::RightButton) {
        m_pan.reset();
        showCursor(event->pos(), event->modifiers());
    } else if (event->button() == Qt::LeftButton) {
        m_tool->release({.at = toPlan(event->position()), .modifiers = event->modifiers()});
    }
}

void DesignView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_spacePressed)
        m_tool->doubleClick({.at = toPlan(event->position()), .modifiers = event->modifiers()});
}

void DesignView::showCursor(const QPoint &viewPoint, Qt::KeyboardModifiers modifiers)
{
    viewport()->setCursor(m_spacePressed ? Qt::OpenHandCursor : shapeOf(m_tool->cursor({.at = toPlan(viewPoint), .modifiers = modifiers})));
}

void DesignView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spacePressed = true;
        viewport()->setCursor(Qt::OpenHandCursor);
    } else if (event->key() == Qt::Key_Escape) {
        // First what is under way, then the tool, then the selection.
        if (cancelTool())
            return;
        if (m_kind != ToolKind::Select && m_kind != ToolKind::Seats)
            setTool(ToolKind::Select);
        else if (!m_document.selection().isEmpty() || !m_document.selectedSeats().isEmpty())
            m_document.select({});
        else
            event->ignore();
    } else if (event->key() != Qt::Key_Space && !m_tool->key(event->key(), event->modifiers())) {
        event->ignore();
    }
}

void DesignView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spacePressed = false;
        showCursor(viewport()->mapFromGlobal(QCursor::pos()), event->modifiers());
    } else {
        QGraphicsView::keyReleaseEvent(event);
    }
}

void DesignView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    m_spacePressed = false;
}

void DesignView::drawBackground(QPainter *painter, const QRectF &rect)
{
    const SeatMapTheme &theme = m_scene.theme();
    painter->fillRect(rect, theme.background);
    const PlanPoint size = m_document.design().house().size;
    painter->fillRect(QRectF(0, 0, size.x, size.y).intersected(rect), theme.floor);
    if (m_gridVisible)
        paintGrid(*painter, rect);
}

void DesignView::paintGrid(QPainter &painter, const QRectF &rect) const
{
    double step = std::max(m_options.snap.grid, 0.1);
    while (step * mapScale() < kLeastGrid)
        step *= 2;
    QList<QLineF> lines;
    for (double x = std::floor(rect.left() / step) * step; x <= rect.right(); x += step)
        lines.append({x, rect.top(), x, rect.bottom()});
    for (double y = std::floor(rect.top() / step) * step; y <= rect.bottom(); y += step)
        lines.append({rect.left(), y, rect.right(), y});
    QPen pen(mixed(m_scene.theme().floor, m_scene.theme().line, 0.6));
    pen.setCosmetic(true);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    painter.drawLines(lines);
}

void DesignView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    paintFocus(*painter);
    paintSelection(*painter);
    paintOverlay(*painter);
    painter->restore();
}

void DesignView::paintFocus(QPainter &painter) const
{
    const std::optional<PlanPoint> focus = m_document.design().house().focus;
    if (!focus)
        return;
    const QPointF at = toView({focus->x, focus->y});
    painter.setPen(QPen(m_scene.theme().focus, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 7, 7);
    painter.drawLine(at - QPointF(11, 0), at + QPointF(11, 0));
    painter.drawLine(at - QPointF(0, 11), at + QPointF(0, 11));
}

void DesignView::paintSelection(QPainter &painter) const
{
    const QColor color = m_scene.theme().focus;
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    for (const auto &[seat, ref] : selectedSeats(m_document)) {
        const double radius = seat.radius * mapScale() + 2;
        painter.drawEllipse(toView({seat.position.x, seat.position.y}), radius, radius);
    }
    if (m_document.selection().isEmpty())
        return;
    painter.setBrush(Qt::NoBrush);
    if (m_document.selection().size() > 1 && m_document.selection().size() <= kMostOutlines) {
        painter.setPen(QPen(color, 1, Qt::DotLine));
        for (const ElementId id : m_document.selection()) {
            const QRectF bounds = m_document.piece(id).bounds;
            painter.drawRect(QRectF(toView(bounds.topLeft()), toView(bounds.bottomRight())));
        }
    }
    const SelectionFrame frame(steps::boundsOf(m_document, m_document.selection()), 1 / mapScale());
    painter.setPen(QPen(color, 1.5));
    painter.drawRect(QRectF(toView(frame.rect().topLeft()), toView(frame.rect().bottomRight())));
    if (m_kind != ToolKind::Select)
        return;
    painter.drawLine(toView(frame.centreOf(SelectionFrame::Handle::Top)), toView(frame.centreOf(SelectionFrame::Handle::Rotate)));
    painter.setBrush(m_scene.theme().floor);
    for (const SelectionFrame::Handle handle : SelectionFrame::kHandles) {
        const QPointF at = toView(frame.centreOf(handle));
        if (handle == SelectionFrame::Handle::Rotate)
            painter.drawEllipse(at, kHandle * 0.6, kHandle * 0.6);
        else
            painter.drawRect(QRectF(at.x() - kHandle / 2.0, at.y() - kHandle / 2.0, kHandle, kHandle));
    }
}

void DesignView::paintOverlay(QPainter &painter) const
{
    const SeatMapTheme &theme = m_scene.theme();
    painter.setPen(QPen(theme.heldStripe, 1));
    for (const QLineF &guide : m_overlay.guides)
        painter.drawLine(toView(guide.p1()), toView(guide.p2()));
    painter.setPen(QPen(theme.focus, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &outline : m_overlay.outlines)
        painter.drawPolyline(viewportTransform().map(outline));
    painter.setPen(QPen(theme.focus, 1.5));
    painter.setBrush(theme.floor);
    for (const QPointF &point : m_overlay.points)
        painter.drawEllipse(toView(point), 4, 4);
    for (const ToolOverlay::Note &note : m_overlay.notes) {
        const QFontMetrics metrics(font());
        QRect plate = metrics.boundingRect(note.text).adjusted(-8, -4, 8, 4);
        plate.moveTopLeft(toView(note.at).toPoint() + QPoint(14, 14));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.ink);
        painter.drawRoundedRect(plate, 4, 4);
        painter.setPen(theme.floor);
        painter.setFont(font());
        painter.drawText(plate, Qt::AlignCenter, note.text);
    }
}

} // namespace parterre
