// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/templatepage.h"

#include "app/designer/view/designpicture.h"
#include "app/widgets/textlabel.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr QSize kPicture {220, 150};

} // namespace

TemplatePage::TemplatePage(QWidget *parent) : QWidget(parent), m_list(new QListWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kStep, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("What does the house look like?"), TextScale::Heading));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize(kPicture);
    m_list->setSpacing(kStep);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Houses to begin with"));
    m_list->setObjectName(QStringLiteral("templates"));
    for (const TemplateKind kind : allTemplates()) {
        auto *item = new QListWidgetItem(templateName(kind), m_list);
        item->setSizeHint(kPicture + QSize(kTwoSteps, kFourSteps + kStep));
    }
    column->addWidget(m_list, 1);
    const auto choose = [this](const QListWidgetItem *item) { Q_EMIT chosen(stockTemplate(allTemplates().at(m_list->row(item)))); };
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_list, &QListWidget::itemClicked, this, choose);
}

void TemplatePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_painted)
        paintPictures();
}

void TemplatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    m_painted = m_painted && event->type() != QEvent::PaletteChange;
    if (!m_painted && isVisible())
        paintPictures();
}

void TemplatePage::paintPictures()
{
    m_painted = true;
    const SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setIcon(QIcon(designPicture(stockTemplate(allTemplates().at(row)), theme, kPicture, devicePixelRatioF())));
}

} // namespace parterre::ui
