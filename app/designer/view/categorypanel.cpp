// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/categorypanel.h"

#include "app/designer/commands/housesteps.h"
#include "app/designer/view/colourbutton.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"
#include "app/widgets/tones.h"

#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace parterre::ui {
namespace {

// Told apart by people who see colours differently, too (Okabe and Ito).
constexpr std::array kColours {"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#7a5195"};

} // namespace

CategoryPanel::CategoryPanel(DesignDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_list(new QListWidget), m_name(new QLineEdit), m_colour(new ColourButton(tr("Colour")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Categories"), TextScale::Heading), 1);
    QToolButton *more = makeIconButton(Glyph::Plus, tr("Add a category"));
    more->setObjectName(QStringLiteral("addCategory"));
    QToolButton *less = makeIconButton(Glyph::Trash, tr("Remove the category"));
    head->addWidget(more);
    head->addWidget(less);
    column->addLayout(head);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Categories"));
    m_list->setObjectName(QStringLiteral("categories"));
    column->addWidget(m_list, 1);
    m_name->setMaxLength(100);
    m_name->setObjectName(QStringLiteral("categoryName"));
    column->addWidget(new FormField(tr("Name"), m_name));
    column->addWidget(new FormField(tr("Colour"), m_colour));
    QPushButton *paint = makeButton(tr("Give it to what is selected"), ButtonKind::Standard, Glyph::Brush);
    paint->setObjectName(QStringLiteral("paintSelection"));
    QPushButton *select = makeButton(tr("Select its seats"), ButtonKind::Quiet, Glyph::SeatPointer);
    column->addWidget(paint);
    column->addWidget(select);

    connect(more, &QToolButton::clicked, this, &CategoryPanel::add);
    connect(less, &QToolButton::clicked, this, [this] { m_document.push(steps::removeCategory(m_document.design(), current())); });
    connect(m_list, &QListWidget::currentRowChanged, this, &CategoryPanel::showCurrent);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) { m_document.push(steps::changeCategory(m_document.design(), current(), name, m_colour->colour())); });
    connect(m_colour, &ColourButton::picked, this, [this](const QString &colour) { m_document.push(steps::changeCategory(m_document.design(), current(), m_name->text(), colour)); });
    connect(paint, &QPushButton::clicked, this, [this] { Q_EMIT paintRequested(current()); });
    connect(select, &QPushButton::clicked, this, [this] { Q_EMIT selectRequested(current()); });
    connect(&document, &DesignDocument::changed, this, &CategoryPanel::onChanged);
    connect(&document, &DesignDocument::wasReset, this, &CategoryPanel::countAll);
    countAll();
}

void CategoryPanel::onChanged(const DesignChange &change)
{
    for (const ElementId id : change.elements)
        m_uncounted.insert(id);
    if (change.all)
        return countAll();
    if (m_document.isPreviewing())
        return;
    count(std::exchange(m_uncounted, {}));
    refresh();
}

void CategoryPanel::count(const QSet<ElementId> &elements)
{
    for (const ElementId id : elements) {
        const Places before = m_places.take(id);
        for (auto category = before.cbegin(); category != before.cend(); ++category)
            m_counts[category.key()] -= category.value();
        Places now;
        const DesignPiece &piece = m_document.piece(id); // empty where the element is gone
        forEachPieceSeat(piece, [&](const Seat &seat, SeatPlace) { ++now[seat.category]; });
        for (const Area &area : piece.areas)
            now[area.category] += area.capacity;
        for (auto category = now.cbegin(); category != now.cend(); ++category)
            m_counts[category.key()] += category.value();
        if (!now.isEmpty())
            m_places.insert(id, now);
    }
}

void CategoryPanel::countAll()
{
    m_places.clear();
    m_counts.clear();
    m_uncounted.clear();
    QSet<ElementId> all;
    for (const Element &element : m_document.design().elements())
        all.insert(element.id);
    count(all);
    refresh();
}

QString CategoryPanel::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void CategoryPanel::setCurrent(const QString &key)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == key)
            m_list->setCurrentRow(row);
    }
}

// Names and counts anew; the list itself only where it has become another one.
void CategoryPanel::refresh()
{
    const QList<Category> &categories = m_document.design().house().categories;
    const QString before = current();
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > categories.size())
        delete m_list->takeItem(m_list->count() - 1);
    for (qsizetype i = 0; i < categories.size(); ++i) {
        if (i >= m_list->count())
            m_list->addItem(QString());
        QListWidgetItem *item = m_list->item(static_cast<int>(i));
        item->setText(QStringLiteral("%1  ·  %2").arg(categories[i].name, QLocale().toString(m_counts.value(static_cast<qint32>(i)))));
        item->setIcon(QIcon(colourSwatch(QColor(categories[i].color), kTwoSteps, devicePixelRatioF())));
        item->setData(Qt::UserRole, categories[i].key);
        item->setSizeHint({0, kFourSteps});
    }
    setCurrent(before);
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    showCurrent();
}

void CategoryPanel::showCurrent()
{
    const QString key = current();
    m_name->setEnabled(!key.isEmpty());
    m_colour->setEnabled(!key.isEmpty());
    for (const Category &category : m_document.design().house().categories) {
        if (category.key != key)
            continue;
        if (m_name->text() != category.name)
            m_name->setText(category.name);
        m_colour->setColour(category.color);
    }
    Q_EMIT currentChanged(key);
}

void CategoryPanel::add()
{
    const auto count = m_document.design().house().categories.size();
    m_document.push(steps::addCategory(m_document.design(), tr("Category %1").arg(count + 1), QLatin1StringView(kColours[static_cast<std::size_t>(count) % kColours.size()])));
    m_list->setCurrentRow(m_list->count() - 1);
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace parterre::ui
