// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatlegend.h"

#include "app/seatmap/seatdescription.h"
#include "app/widgets/formats.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace parterre {

namespace {

constexpr double kSwatchSize = 24;
constexpr int kGapBetweenGroups = 10;

} // namespace

SeatLegend::SeatLegend(const SeatMapModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setAccessibleName(tr("Legend"));
    connect(&model, &SeatMapModel::planChanged, this, &SeatLegend::rebuild);
    connect(&model, &SeatMapModel::pricesChanged, this, &SeatLegend::rebuild);
    connect(&model, &SeatMapModel::blocksChanged, this, &SeatLegend::rebuild);
    rebuild();
}

void SeatLegend::setTheme(const std::optional<SeatMapTheme> &theme)
{
    m_theme = theme;
    rebuild();
}

void SeatLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool look = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Legend"));
    if (look || event->type() == QEvent::LanguageChange)
        rebuild();
}

void SeatLegend::rebuild()
{
    qDeleteAll(findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    m_painter.setTheme(m_theme ? *m_theme : SeatMapTheme::fromPalette(palette(), font()));
    m_painter.setCategories(m_model.plan().categories);
    const double dpr = devicePixelRatioF();
    const QList<Category> &categories = m_model.plan().categories;
    for (qint32 i = 0; i < categories.size(); ++i) {
        const auto price = m_model.price(i);
        addEntry(m_painter.swatch(SeatLook::Free, i, SeatMark::None, kSwatchSize, dpr), categories[i].name, price ? ui::formatPriceRange(price->lowest, price->highest, locale()) : QString());
    }
    if (!categories.isEmpty())
        m_grid->addItem(new QSpacerItem(0, kGapBetweenGroups), m_grid->rowCount(), 0);
    const QList<SeatLook> looks = m_model.tellsArrivals() ? QList {SeatLook::Arrived, SeatLook::Sold, SeatLook::Free, SeatLook::HeldByOther, SeatLook::Blocked}
                                                          : QList {SeatLook::Free, SeatLook::Mine, SeatLook::HeldByOther, SeatLook::Sold, SeatLook::Blocked};
    for (const SeatLook look : looks)
        addEntry(m_painter.swatch(look, 0, SeatMark::None, kSwatchSize, dpr), look == SeatLook::Sold && m_model.tellsArrivals() ? awaitedName() : lookName(look), {});
    if (m_model.count(SeatLook::HeldBack) > 0)
        addEntry(m_painter.swatch(SeatLook::HeldBack, 0, SeatMark::None, kSwatchSize, dpr), lookName(SeatLook::HeldBack), {});

    const SeatTable &table = m_model.table();
    SeatAttributes present;
    for (qint32 seat = 0; seat < table.size(); ++seat)
        present |= table.attributes(seat);
    if (present.testFlag(SeatAttribute::Wheelchair))
        addEntry(m_painter.swatch(SeatLook::Free, 0, SeatMark::Wheelchair, kSwatchSize, dpr), markName(SeatMark::Wheelchair), {});
    if (present.testFlag(SeatAttribute::Companion))
        addEntry(m_painter.swatch(SeatLook::Free, 0, SeatMark::Companion, kSwatchSize, dpr), markName(SeatMark::Companion), {});
}

void SeatLegend::addEntry(const QPixmap &swatch, const QString &text, const QString &price)
{
    const int row = m_grid->rowCount();
    auto *picture = new QLabel;
    picture->setPixmap(swatch);
    picture->setFixedSize(QSize(1, 1) * static_cast<int>(kSwatchSize));
    auto *name = new QLabel(text);
    name->setTextFormat(Qt::PlainText);
    auto *cost = new QLabel(price);
    cost->setTextFormat(Qt::PlainText);
    cost->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_grid->addWidget(picture, row, 0);
    m_grid->addWidget(name, row, 1);
    m_grid->addWidget(cost, row, 2);
}

} // namespace parterre
