// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/housepane.h"

#include "app/screens/arrivaldelegate.h"
#include "app/screens/mappane.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/spokenmodel.h"

#include <QKeyEvent>
#include <QListView>

namespace parterre::ui {

HousePane::HousePane(ArrivalsModel &arrivals, QWidget *parent)
    : QWidget(parent), m_arrivals(arrivals), m_map(new MapPane(arrivals.seatMap(), this)), m_sections(new QListView(this)), m_busy(new BusyOverlay(this))
{
    m_map->setPrintable(false);
    m_map->view()->installEventFilter(this);
    const auto sectionOf = [&arrivals](const QModelIndex &index) { return arrivals.section(index.row()); };
    m_sections->setModel(new SpokenModel(arrivals, [sectionOf](const QModelIndex &index) { return ArrivalDelegate::spokenText(sectionOf(index), QLocale()); }, this));
    m_sections->setItemDelegate(new ArrivalDelegate(sectionOf, m_sections));
    showAsCards(*m_sections);
    m_sections->setAccessibleName(tr("Sections"));
    connect(m_sections, &QListView::activated, this, &HousePane::showSection);
    connect(m_sections, &QListView::clicked, this, &HousePane::showSection);
    connect(&m_arrivals, &ArrivalsModel::liveChanged, this, &HousePane::showState);
}

void HousePane::showState()
{
    if (m_arrivals.isLive() || !isVisible())
        m_busy->stop();
    else
        m_busy->start(tr("Reading who is in…"));
}

void HousePane::showSection(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto seats = m_arrivals.seatMap().table().sectionSeats(index.row());
    if (!seats.empty())
        m_map->view()->showSeats(QList<qint32>(seats.begin(), seats.end()));
    else
        m_map->view()->fit(); // areas alone: the whole house shows where
}

void HousePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_arrivals.setWatching(true);
    showState();
}

void HousePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_busy->stop();
    // Later: a window that closes for good hides its parts, too, and the map is not to be changed from within that.
    QMetaObject::invokeMethod(this, [this] { m_arrivals.setWatching(isVisible()); }, Qt::QueuedConnection);
}

void HousePane::resizeEvent(QResizeEvent *)
{
    m_map->setGeometry(rect());
}

// Scanners type wherever the focus is.
bool HousePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isWriting = !key->text().isEmpty() && key->text().front().isLetterOrNumber() && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isWriting)
        return QWidget::eventFilter(watched, event);
    Q_EMIT typed(key->text());
    return true;
}

} // namespace parterre::ui
