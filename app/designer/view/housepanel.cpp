// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/housepanel.h"

#include "app/designer/commands/housesteps.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr double kLargest = 100'000;
constexpr double kLevelsApart = 100;
constexpr int kListHeight = 3 * kFourSteps;

QListWidget *makeList(const QString &name)
{
    auto *list = new QListWidget;
    list->setFrameShape(QFrame::NoFrame);
    list->viewport()->setAutoFillBackground(false);
    list->setFixedHeight(kListHeight);
    list->setAccessibleName(name);
    return list;
}

QDoubleSpinBox *makeBox(double least, double most)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setDecimals(0);
    box->setSingleStep(10);
    return box;
}

QHBoxLayout *headOf(const QString &title, QToolButton *more, QToolButton *less)
{
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(title, TextScale::Heading), 1);
    head->addWidget(more);
    head->addWidget(less);
    return head;
}

QWidget *inColumn(std::initializer_list<QLayout *> layouts)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    for (QLayout *layout : layouts)
        column->addLayout(layout);
    return widget;
}

QHBoxLayout *side(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    for (QWidget *widget : widgets)
        row->addWidget(widget, 1);
    return row;
}

// Fills a list with texts and ids, keeping the current one.
template<class Things, class TextOf>
void fill(QListWidget &list, const Things &things, TextOf textOf)
{
    const QVariant before = list.currentItem() ? list.currentItem()->data(Qt::UserRole) : QVariant();
    const QSignalBlocker quiet(&list);
    list.clear();
    for (const auto &thing : things) {
        auto *item = new QListWidgetItem(textOf(thing), &list);
        item->setData(Qt::UserRole, static_cast<int>(thing.id));
        item->setSizeHint({0, kFourSteps});
        if (item->data(Qt::UserRole) == before)
            list.setCurrentItem(item);
    }
    if (!list.currentItem() && list.count() > 0)
        list.setCurrentRow(0);
}

} // namespace

HousePanel::HousePanel(DesignDocument &document, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_sections(makeList(tr("Sections"))), m_sectionName(new QLineEdit), m_levels(makeList(tr("Levels"))), m_levelName(new QLineEdit),
      m_offsetX(makeBox(-kLargest, kLargest)), m_offsetY(makeBox(-kLargest, kLargest)), m_width(makeBox(1, kLargest)), m_height(makeBox(1, kLargest)), m_opacity(new QSlider(Qt::Horizontal)), m_pictureControls(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, kStep, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(buildSections());
    column->addWidget(buildLevels());
    column->addWidget(buildSize());
    column->addWidget(buildPicture());
    column->addStretch();
    setWidget(page);
    page->setAutoFillBackground(false); // which setWidget() has set
    connect(&document, &DesignDocument::changed, this, [this](const DesignChange &change) {
        if (change.house && !m_document.isPreviewing())
            refresh();
    });
    connect(&document, &DesignDocument::wasReset, this, &HousePanel::refresh);
    refresh();
}

QWidget *HousePanel::buildSections()
{
    QToolButton *more = makeIconButton(Glyph::Plus, tr("Add a section"));
    more->setObjectName(QStringLiteral("addSection"));
    QToolButton *less = makeIconButton(Glyph::Trash, tr("Remove the section"));
    QWidget *part = inColumn({headOf(tr("Sections"), more, less), side({m_sections}), side({new FormField(tr("Name"), m_sectionName)})});
    m_sectionName->setMaxLength(100);
    m_sectionName->setObjectName(QStringLiteral("sectionName"));
    connect(more, &QToolButton::clicked, this, [this] {
        m_document.push(steps::addSection(m_document.design(), tr("Section %1").arg(m_document.design().house().sections.size() + 1)));
        m_sections->setCurrentRow(m_sections->count() - 1);
        m_sectionName->setFocus();
        m_sectionName->selectAll();
    });
    connect(less, &QToolButton::clicked, this, [this] { m_document.push(steps::removeSection(m_document.design(), section())); });
    connect(m_sections, &QListWidget::currentRowChanged, this, [this] {
        m_sectionName->setText(m_sections->currentItem() ? m_sections->currentItem()->text() : QString());
        Q_EMIT sectionChosen(section());
    });
    connect(m_sectionName, &QLineEdit::textEdited, this, [this](const QString &name) { m_document.push(steps::renameSection(m_document.design(), section(), name)); });
    return part;
}

QWidget *HousePanel::buildLevels()
{
    QToolButton *more = makeIconButton(Glyph::Plus, tr("Add a level"));
    QToolButton *less = makeIconButton(Glyph::Trash, tr("Remove the level"));
    QWidget *part = inColumn({headOf(tr("Levels"), more, less), side({m_levels}), side({new FormField(tr("Name"), m_levelName)}),
                              side({new FormField(tr("On the map, across"), m_offsetX), new FormField(tr("On the map, down"), m_offsetY)})});
    m_levelName->setMaxLength(100);
    connect(more, &QToolButton::clicked, this, [this] {
        const DesignHouse &house = m_document.design().house();
        const PlanPoint last = house.levels.constLast().offset;
        m_document.push(steps::addLevel(m_document.design(), tr("Level %1").arg(house.levels.size() + 1), {last.x, last.y + house.size.y + kLevelsApart}));
        m_levels->setCurrentRow(m_levels->count() - 1);
    });
    connect(less, &QToolButton::clicked, this, [this] { m_document.push(steps::removeLevel(m_document.design(), level())); });
    connect(m_levels, &QListWidget::currentRowChanged, this, [this] {
        fillLevels();
        Q_EMIT levelChosen(level());
    });
    const auto change = [this] {
        if (!m_showing)
            m_document.push(steps::changeLevel(m_document.design(), {.id = level(), .name = m_levelName->text(), .offset = {m_offsetX->value(), m_offsetY->value()}}));
    };
    connect(m_levelName, &QLineEdit::textEdited, this, change);
    connect(m_offsetX, &QDoubleSpinBox::valueChanged, this, change);
    connect(m_offsetY, &QDoubleSpinBox::valueChanged, this, change);
    return part;
}

QWidget *HousePanel::buildSize()
{
    QPushButton *fit = makeButton(tr("As large as what is drawn"), ButtonKind::Quiet, Glyph::Fit);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Size of the plan"), TextScale::Heading));
    QWidget *part = inColumn({head, side({new FormField(tr("Width"), m_width), new FormField(tr("Height"), m_height)}), side({fit})});
    const auto change = [this] {
        if (!m_showing)
            m_document.push(steps::changeHouse(m_document.design(), tr("Change the size"), [this](DesignHouse &house) { house.size = {m_width->value(), m_height->value()}; }, QStringLiteral("size")));
    };
    connect(m_width, &QDoubleSpinBox::valueChanged, this, change);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, change);
    connect(fit, &QPushButton::clicked, this, [this] { m_document.push(steps::fitSize(m_document)); });
    return part;
}

QWidget *HousePanel::buildPicture()
{
    QPushButton *open = makeButton(tr("Choose a picture…"), ButtonKind::Standard, Glyph::Picture);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Picture to trace"), TextScale::Heading));
    auto *controls = new QVBoxLayout(m_pictureControls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(kHalfStep);
    m_opacity->setRange(5, 100);
    controls->addWidget(new FormField(tr("Opacity"), m_opacity));
    QPushButton *calibrate = makeButton(tr("Set the scale by two points…"), ButtonKind::Standard, Glyph::Ruler);
    QPushButton *remove = makeButton(tr("Remove the picture"), ButtonKind::Quiet, Glyph::Trash);
    controls->addWidget(calibrate);
    controls->addWidget(remove);
    QWidget *part = inColumn({head, side({open}), side({m_pictureControls})});
    connect(open, &QPushButton::clicked, this, &HousePanel::pictureRequested);
    connect(calibrate, &QPushButton::clicked, this, &HousePanel::calibrationRequested);
    connect(remove, &QPushButton::clicked, this, [this] { m_document.push(steps::setBackground(m_document.design(), std::nullopt)); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        if (!m_showing)
            changePicture([percent](Background &background) { background.opacity = percent / 100.0; }, QStringLiteral("opacity"));
    });
    return part;
}

void HousePanel::changePicture(const std::function<void(Background &)> &change, const QString &mergeKey)
{
    std::optional<Background> background = m_document.design().house().background;
    if (!background)
        return;
    change(*background);
    m_document.push(steps::setBackground(m_document.design(), background, mergeKey));
}

SectionId HousePanel::section() const
{
    return m_sections->currentItem() ? static_cast<SectionId>(m_sections->currentItem()->data(Qt::UserRole).toInt()) : SectionId::None;
}

LevelId HousePanel::level() const
{
    return m_levels->currentItem() ? static_cast<LevelId>(m_levels->currentItem()->data(Qt::UserRole).toInt()) : LevelId::Ground;
}

void HousePanel::setLevel(LevelId level)
{
    for (int row = 0; row < m_levels->count(); ++row) {
        if (m_levels->item(row)->data(Qt::UserRole).toInt() == static_cast<int>(level))
            m_levels->setCurrentRow(row);
    }
}

void HousePanel::refresh()
{
    const DesignHouse &house = m_document.design().house();
    m_showing = true;
    m_width->setValue(house.size.x);
    m_height->setValue(house.size.y);
    m_pictureControls->setVisible(house.background.has_value());
    if (house.background)
        m_opacity->setValue(static_cast<int>(house.background->opacity * 100));
    m_showing = false;
    fillSections();
    fillLevels();
    Q_EMIT sectionChosen(section());
    Q_EMIT levelChosen(level());
}

void HousePanel::fillSections()
{
    fill(*m_sections, m_document.design().house().sections, [](const DesignSection &known) { return known.name; });
    if (!m_sectionName->hasFocus())
        m_sectionName->setText(m_sections->currentItem() ? m_sections->currentItem()->text() : QString());
    m_sectionName->setEnabled(m_sections->currentItem() != nullptr);
}

void HousePanel::fillLevels()
{
    const QList<DesignLevel> &levels = m_document.design().house().levels;
    fill(*m_levels, levels, [](const DesignLevel &known) { return known.name.isEmpty() ? tr("Ground") : known.name; });
    m_showing = true;
    for (const DesignLevel &known : levels) {
        if (known.id != level())
            continue;
        if (!m_levelName->hasFocus())
            m_levelName->setText(known.name);
        m_offsetX->setValue(known.offset.x);
        m_offsetY->setValue(known.offset.y);
    }
    m_showing = false;
}

} // namespace parterre::ui
