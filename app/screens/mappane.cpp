// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/mappane.h"

#include "app/seatmap/seatlegend.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr double kZoomStep = 1.5;
// In less room a legend that opens by itself would hide the house.
constexpr QSize kRoomForLegend {1100, 720};

} // namespace

MapPane::MapPane(SeatMapModel &map, QWidget *parent)
    : QWidget(parent), m_view(new SeatMapView(map, this)), m_buttons(new Card(this)), m_print(nullptr), m_legend(new Card(this)), m_meanings(nullptr),
      m_legendButton(makeButton(tr("&Legend"), ButtonKind::Standard, Glyph::Info, this))
{
    m_view->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_view);
    m_buttons->body()->setContentsMargins(kHalfStep, kHalfStep, kHalfStep, kHalfStep);
    m_buttons->body()->setSpacing(0);
    const auto zoom = [this](double factor) { m_view->zoomBy(factor, m_view->viewport()->rect().center()); };
    addButton(Glyph::Plus, tr("Zoom in"), QKeySequence::ZoomIn, [zoom] { zoom(kZoomStep); });
    addButton(Glyph::Minus, tr("Zoom out"), QKeySequence::ZoomOut, [zoom] { zoom(1 / kZoomStep); });
    addButton(Glyph::Fit, tr("Show the whole house"), QKeySequence(QStringLiteral("Ctrl+0")), [this] { m_view->fit(); });
    addButton(Glyph::Overview, tr("Small map of the whole house"), QKeySequence(QStringLiteral("Ctrl+M")), [this] { m_view->setMinimapVisible(!m_view->isMinimapVisible()); });
    m_print = addButton(Glyph::Printer, tr("Save the map as PDF"), QKeySequence::Print, [this] { Q_EMIT printRequested(); });

    m_legendButton->setCheckable(true);
    connect(m_legendButton, &QPushButton::toggled, this, &MapPane::setLegendVisible);
    m_legend->body()->setContentsMargins(kTwoSteps, kTwoSteps, kTwoSteps, kTwoSteps);
    setLegend(new SeatLegend(map));
    m_legend->installEventFilter(this);
    m_legend->hide();
    followPalette();
}

QToolButton *MapPane::addButton(Glyph glyph, const QString &name, const QKeySequence &key, std::function<void()> act)
{
    QToolButton *button = makeIconButton(glyph, name);
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
    connect(button, &QToolButton::clicked, this, act);
    m_buttons->body()->addWidget(button);
    return button;
}

void MapPane::setPrintable(bool printable)
{
    m_print->setVisible(printable);
    place();
}

void MapPane::setLegendVisible(bool visible)
{
    m_legendButton->setChecked(visible);
    m_legend->setVisible(visible);
    place();
}

void MapPane::setLegend(QWidget *legend)
{
    delete m_meanings;
    m_meanings = legend;
    m_legend->body()->addWidget(legend);
}

void MapPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followPalette();
}

// The house stands on the window's own ground, without a frame.
void MapPane::followPalette()
{
    SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    theme.background = tonesOf(palette()).window;
    m_view->setTheme(theme);
}

void MapPane::resizeEvent(QResizeEvent *event)
{
    const auto roomy = [](const QSize &size) { return size.width() >= kRoomForLegend.width() && size.height() >= kRoomForLegend.height(); };
    if (roomy(size()) && !roomy(event->oldSize()))
        setLegendVisible(true);
    m_view->setGeometry(rect());
    place();
}

bool MapPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &MapPane::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void MapPane::place()
{
    const auto put = [this](QWidget *widget, const QPoint &at) {
        widget->move(QStyle::visualRect(layoutDirection(), rect(), QRect(at, widget->size())).topLeft());
    };
    m_buttons->resize(m_buttons->sizeHint());
    m_legendButton->resize(m_legendButton->sizeHint());
    m_legend->resize(m_legend->sizeHint());
    put(m_buttons, {width() - m_buttons->width() - kStep, height() - m_buttons->height()});
    put(m_legendButton, {0, height() - m_legendButton->height()});
    put(m_legend, {0, m_legendButton->y() - m_legend->height() - kStep});
}

} // namespace parterre::ui
