// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/placemarklegend.h"

#include "app/seatmap/placemarks.h"
#include "app/seatmap/seatmaptheme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace parterre {

namespace {

constexpr int kSignSize = 22;

} // namespace

PlaceMarkLegend::PlaceMarkLegend(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    rebuild();
}

QString PlaceMarkLegend::nameOf(PlaceMarkKind kind)
{
    switch (kind) {
    case PlaceMarkKind::Gone: return tr("gone, where it was");
    case PlaceMarkKind::Added: return tr("new");
    case PlaceMarkKind::Moved: return tr("moved, from the dot");
    case PlaceMarkKind::Changed: return tr("changed where it is");
    }
    Q_UNREACHABLE();
}

void PlaceMarkLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        rebuild();
}

void PlaceMarkLegend::rebuild()
{
    setAccessibleName(tr("Legend"));
    qDeleteAll(findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    const SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    int row = 0;
    for (const PlaceMarkKind kind : kAllPlaceMarks) {
        auto *picture = new QLabel;
        picture->setPixmap(placeSign(kind, kSignSize, devicePixelRatioF(), theme));
        picture->setFixedSize(kSignSize, kSignSize);
        auto *name = new QLabel(nameOf(kind));
        name->setTextFormat(Qt::PlainText);
        m_grid->addWidget(picture, row, 0);
        m_grid->addWidget(name, row++, 1);
    }
}

} // namespace parterre
