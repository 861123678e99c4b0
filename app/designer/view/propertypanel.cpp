// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/propertypanel.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/view/colourbutton.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

// Property of any element.
template<class Read, class Write>
Property common(const QString &name, Property::Kind kind, double least, double most, Read read, Write write)
{
    return {.name = name, .kind = kind, .least = least, .most = most, .read = read, .write = write};
}

struct AttributeName {
    SeatAttribute attribute;
    QString name;
};

} // namespace

PropertyPanel::PropertyPanel(DesignDocument &document, QWidget *parent) : QScrollArea(parent), m_document(document)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(&document, &DesignDocument::selectionChanged, this, &PropertyPanel::refresh);
    connect(&document, &DesignDocument::changed, this, &PropertyPanel::refresh);
    connect(&document, &DesignDocument::wasReset, this, &PropertyPanel::refresh);
    rebuild();
}

QList<const Element *> PropertyPanel::selected() const
{
    QList<const Element *> elements;
    for (const ElementId id : m_document.selection()) {
        if (const Element *element = m_document.design().find(id))
            elements.append(element);
    }
    std::sort(elements.begin(), elements.end(), [](const Element *a, const Element *b) { return a->id < b->id; });
    return elements;
}

// What decides which fields there are: values alone are only shown anew.
QString PropertyPanel::signature() const
{
    QString all;
    for (const Element *element : selected())
        all += QString::number(element->body.index()) + kindName(element->body) + QString::number(propertiesOf(element->body).size()) + u';';
    all += u'/' + QString::number(!m_document.selectedSeats().isEmpty());
    for (const Category &category : m_document.design().house().categories)
        all += category.key + category.name;
    for (const DesignSection &section : m_document.design().house().sections)
        all += section.name + QString::number(static_cast<int>(section.id));
    for (const DesignLevel &level : m_document.design().house().levels)
        all += level.name + QString::number(static_cast<int>(level.id));
    return all;
}

void PropertyPanel::refresh()
{
    // Not while something is dragged: its numbers are at the pointer.
    if (m_document.isPreviewing())
        return;
    if (signature() != m_signature)
        return rebuild();
    m_showing = true;
    const QList<const Element *> elements = selected();
    for (const Editor &editor : std::as_const(m_editors)) {
        if (elements.isEmpty())
            break;
        const QVariant first = editor.property.read(*elements.constFirst());
        editor.show(first);
        const bool varied = std::any_of(elements.cbegin(), elements.cend(), [&](const Element *element) { return editor.property.read(*element) != first; });
        if (editor.field)
            editor.field->setHint(varied ? tr("Several values") : QString());
    }
    m_showing = false;
}

void PropertyPanel::rebuild()
{
    m_signature = signature();
    m_editors.clear();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, kStep, 0);
    column->setSpacing(kStep);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kStep);
    grid->setVerticalSpacing(kHalfStep);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_row = m_column = 0;
    const QList<const Element *> elements = selected();
    if (!m_document.selectedSeats().isEmpty()) {
        addSeats(*grid);
    } else if (elements.isEmpty()) {
        showNothing(*grid);
    } else {
        const auto sameKind = [&](const Element *element) { return kindName(element->body) == kindName(elements.constFirst()->body); };
        if (std::all_of(elements.cbegin(), elements.cend(), sameKind))
            addProperties(*grid, propertiesOf(elements.constFirst()->body));
        else
            addProperties(*grid, {{.name = tr("%Ln objects", nullptr, static_cast<int>(elements.size())), .kind = Property::Kind::Heading}});
        addPlace(*grid);
    }
    column->addLayout(grid);
    column->addStretch();
    setWidget(page);
    page->setAutoFillBackground(false); // which setWidget() has set
    refresh();
}

void PropertyPanel::showNothing(QGridLayout &grid)
{
    auto *label = new TextLabel(tr("Nothing is selected. Choose a tool to draw with, or select what is there to change it."), TextScale::Body, Tone::Muted);
    label->setWordWrap(true);
    grid.addWidget(label, m_row++, 0, 1, 2);
}

void PropertyPanel::addPlace(QGridLayout &grid)
{
    using Kind = Property::Kind;
    const DesignHouse &house = m_document.design().house();
    QList<Property> properties {{.name = tr("Place"), .kind = Kind::Heading}};
    QStringList sections {tr("None")}, levels, categories {tr("None")};
    QList<SectionId> sectionIds {SectionId::None};
    for (const DesignSection &section : house.sections) {
        sections.append(section.name);
        sectionIds.append(section.id);
    }
    properties.append({.name = tr("Section"), .kind = Kind::Choice, .choices = sections,
                       .read = [sectionIds](const Element &element) { return QVariant(static_cast<int>(sectionIds.indexOf(element.section))); },
                       .write = [sectionIds](Element &element, const QVariant &value) { element.section = sectionIds.value(value.toInt()); }});
    QStringList keys {QString()};
    for (const Category &category : house.categories) {
        categories.append(category.name);
        keys.append(category.key);
    }
    const QList<const Element *> elements = selected();
    const auto sells = [](const Element *element) { return styleOf(element->body) || std::holds_alternative<AreaBody>(element->body); };
    if (std::all_of(elements.cbegin(), elements.cend(), sells)) {
        const auto keyOf = [](const Element &element) {
            const auto *area = std::get_if<AreaBody>(&element.body);
            return area ? area->category : styleOf(element.body)->category;
        };
        properties.append({.name = tr("Category"), .kind = Kind::Choice, .choices = categories,
                           .read = [keys, keyOf](const Element &element) { return QVariant(static_cast<int>(std::max<qsizetype>(keys.indexOf(keyOf(element)), 0))); },
                           .write = [keys](Element &element, const QVariant &value) {
                               if (auto *area = std::get_if<AreaBody>(&element.body))
                                   area->category = keys.value(value.toInt());
                               else if (SeatStyle *style = styleOf(element.body))
                                   style->category = keys.value(value.toInt());
                           }});
    }
    if (house.levels.size() > 1) {
        QList<LevelId> ids;
        for (const DesignLevel &level : house.levels) {
            levels.append(level.name.isEmpty() ? tr("Ground") : level.name);
            ids.append(level.id);
        }
        properties.append({.name = tr("Level"), .kind = Kind::Choice, .choices = levels,
                           .read = [ids](const Element &element) { return QVariant(static_cast<int>(ids.indexOf(element.level))); },
                           .write = [ids](Element &element, const QVariant &value) { element.level = ids.value(value.toInt()); }});
    }
    properties.append(common(tr("X"), Kind::Number, -100'000, 100'000, [](const Element &e) { return QVariant(e.at.x); }, [](Element &e, const QVariant &v) { e.at.x = v.toDouble(); }));
    properties.append(common(tr("Y"), Kind::Number, -100'000, 100'000, [](const Element &e) { return QVariant(e.at.y); }, [](Element &e, const QVariant &v) { e.at.y = v.toDouble(); }));
    properties.append(common(tr("Rotation, degrees"), Kind::Number, -360, 360, [](const Element &e) { return QVariant(e.rotation); }, [](Element &e, const QVariant &v) { e.rotation = v.toDouble(); }));
    addProperties(grid, properties);
}

void PropertyPanel::addProperties(QGridLayout &grid, const QList<Property> &properties)
{
    for (const Property &property : properties)
        addEditor(grid, property);
}

void PropertyPanel::addEditor(QGridLayout &grid, const Property &property)
{
    using Kind = Property::Kind;
    if (property.kind == Kind::Heading) {
        m_row += m_column > 0 ? 1 : 0;
        m_column = 0;
        grid.addWidget(new TextLabel(property.name, TextScale::Heading), m_row++, 0, 1, 2);
        return;
    }
    Editor editor {.property = property};
    QWidget *control = nullptr;
    switch (property.kind) {
    case Kind::Heading: return;
    case Kind::Number:
    case Kind::Count: {
        auto *box = new QDoubleSpinBox;
        box->setRange(property.least, property.most);
        box->setDecimals(property.kind == Kind::Count ? 0 : 1);
        box->setSingleStep(property.step);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, property](double value) { change(property, value); });
        editor.show = [box](const QVariant &value) { box->setValue(value.toDouble()); };
        control = box;
        break;
    }
    case Kind::Text: {
        auto *line = new QLineEdit;
        line->setMaxLength(static_cast<int>(property.most));
        connect(line, &QLineEdit::textEdited, this, [this, property](const QString &value) { change(property, value); });
        editor.show = [line](const QVariant &value) {
            if (line->text() != value.toString() && !line->hasFocus())
                line->setText(value.toString());
        };
        control = line;
        break;
    }
    case Kind::Toggle: {
        auto *box = new QCheckBox(property.name);
        connect(box, &QCheckBox::toggled, this, [this, property](bool on) { change(property, on); });
        editor.show = [box](const QVariant &value) { box->setChecked(value.toBool()); };
        m_row += m_column > 0 ? 1 : 0;
        m_column = 0;
        grid.addWidget(box, m_row++, 0, 1, 2);
        m_editors.append(editor);
        return;
    }
    case Kind::Choice: {
        auto *box = new QComboBox;
        box->addItems(property.choices);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        connect(box, &QComboBox::activated, this, [this, property](int index) { change(property, index); });
        editor.show = [box](const QVariant &value) { box->setCurrentIndex(value.toInt()); };
        control = box;
        break;
    }
    case Kind::Colour: {
        auto *button = new ColourButton(property.name);
        connect(button, &ColourButton::picked, this, [this, property](const QString &colour) { change(property, colour); });
        editor.show = [button](const QVariant &value) { button->setColour(value.toString()); };
        control = button;
        break;
    }
    }
    editor.field = new FormField(property.name, control);
    control->setObjectName(property.name);
    control->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // both columns are equally wide
    grid.addWidget(editor.field, m_row, m_column);
    m_row += m_column;
    m_column = 1 - m_column;
    m_editors.append(editor);
}

void PropertyPanel::addSeats(QGridLayout &grid)
{
    const QSet<SeatRef> seats = m_document.selectedSeats();
    addProperties(grid, {{.name = tr("%Ln seats", nullptr, static_cast<int>(seats.size())), .kind = Property::Kind::Heading}});
    auto *category = new QComboBox;
    category->addItem(tr("None"), QString());
    for (const Category &known : m_document.design().house().categories)
        category->addItem(known.name, known.key);
    const QString key = steps::categoryOf(m_document.design(), *seats.cbegin());
    category->setCurrentIndex(std::max(category->findData(key), 0));
    connect(category, &QComboBox::activated, this, [this, category] {
        m_document.push(steps::setCategory(m_document.design(), {.seats = m_document.selectedSeats()}, category->currentData().toString()));
    });
    grid.addWidget(new FormField(tr("Category"), category), m_row++, 0, 1, 2);
    if (seats.size() == 1) {
        auto *number = new QLineEdit(steps::detailOf(m_document.design(), *seats.cbegin()).number.value_or(QString()));
        number->setPlaceholderText(tr("As the row gives it"));
        number->setMaxLength(20);
        connect(number, &QLineEdit::editingFinished, this, [this, number, seat = *seats.cbegin()] { m_document.push(steps::setNumber(m_document.design(), seat, number->text().trimmed())); });
        grid.addWidget(new FormField(tr("Number"), number), m_row++, 0, 1, 2);
    }
    if (seats.size() == 2) {
        QPushButton *join = makeButton(tr("Join wheelchair place and companion"), ButtonKind::Standard, Glyph::Wheelchair);
        join->setObjectName(QStringLiteral("joinCompanion"));
        connect(join, &QPushButton::clicked, this, [this, seats] {
            QList<SeatRef> pair(seats.cbegin(), seats.cend());
            // The one that is a wheelchair place already stays it; else the first of the two becomes one.
            std::sort(pair.begin(), pair.end(), [this](const SeatRef &a, const SeatRef &b) {
                const auto rank = [this](const SeatRef &seat) { return std::pair(!steps::detailOf(m_document.design(), seat).attributes.testFlag(SeatAttribute::Wheelchair), seat); };
                return rank(a) < rank(b);
            });
            m_document.push(steps::setCompanion(m_document.design(), pair[0], pair[1]));
        });
        grid.addWidget(join, m_row++, 0, 1, 2);
    }
    const QList<AttributeName> attributes {{SeatAttribute::Wheelchair, tr("Wheelchair place")}, {SeatAttribute::Companion, tr("Companion's seat")},
                                           {SeatAttribute::RestrictedView, tr("Restricted view")}, {SeatAttribute::Aisle, tr("At the aisle")},
                                           {SeatAttribute::StepFree, tr("Without steps")}, {SeatAttribute::HouseSeat, tr("House seat")}};
    for (const AttributeName &attribute : attributes) {
        auto *box = new QCheckBox(attribute.name);
        const auto has = [&](const SeatRef &seat) { return steps::detailOf(m_document.design(), seat).attributes.testFlag(attribute.attribute); };
        const auto count = std::count_if(seats.cbegin(), seats.cend(), has);
        box->setTristate(count > 0 && count < seats.size());
        box->setCheckState(count == 0 ? Qt::Unchecked : count == seats.size() ? Qt::Checked : Qt::PartiallyChecked);
        connect(box, &QCheckBox::clicked, this, [this, box, which = attribute.attribute] {
            box->setTristate(false);
            m_document.push(steps::setAttribute(m_document.design(), {.seats = m_document.selectedSeats()}, which, box->isChecked()));
        });
        grid.addWidget(box, m_row++, 0, 1, 2);
    }
}

void PropertyPanel::change(const Property &property, const QVariant &value)
{
    if (m_showing)
        return;
    m_document.push(steps::change(m_document.design(), m_document.selection(), tr("Change: %1").arg(property.name), [&](Element &element) { property.write(element, value); }, QStringLiteral("property/") + property.name));
}

} // namespace parterre::ui
