// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/propertypanel.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/view/propertyfields.h"
#include "app/designer/view/seatfields.h"
#include "app/widgets/textlabel.h"

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
    for (const Element *element : selected()) {
        const QList<Property> properties = propertiesOf(element->body);
        all += QString::number(element->body.index()) + properties.constFirst().name + QString::number(properties.size()) + u';';
    }
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
    if (m_seats)
        m_seats->refresh();
    if (m_fields)
        m_fields->showElements(selected());
}

void PropertyPanel::rebuild()
{
    m_signature = signature();
    m_fields = nullptr;
    m_seats = nullptr;
    // It may be a field of the old page that asks.
    if (QWidget *before = takeWidget())
        before->deleteLater();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, kStep, 0);
    column->setSpacing(kStep);
    if (!m_document.selectedSeats().isEmpty()) {
        m_seats = new SeatFields(m_document);
        column->addWidget(m_seats);
    } else if (m_document.selection().isEmpty()) {
        auto *label = new TextLabel(tr("Nothing is selected. Choose a tool to draw with, or select what is there to change it."), TextScale::Body, Tone::Muted);
        label->setWordWrap(true);
        column->addWidget(label);
    } else {
        m_fields = new PropertyFields(commonProperties() + placeProperties());
        connect(m_fields, &PropertyFields::edited, this, &PropertyPanel::change);
        column->addWidget(m_fields);
    }
    column->addStretch();
    setWidget(page);
    page->setAutoFillBackground(false); // which setWidget() has set
    refresh();
}

// Of their kind, where all are of one.
QList<Property> PropertyPanel::commonProperties() const
{
    const QList<const Element *> elements = selected();
    const QList<Property> first = propertiesOf(elements.constFirst()->body);
    if (std::all_of(elements.cbegin() + 1, elements.cend(), [&](const Element *element) { return kindName(element->body) == first.constFirst().name; }))
        return first;
    return {{.name = tr("%Ln objects", nullptr, static_cast<int>(elements.size())), .kind = Property::Kind::Heading}};
}

QList<Property> PropertyPanel::placeProperties() const
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
                           .write = [keys](Element &element, const QVariant &value) { steps::giveCategory(element, keys.value(value.toInt())); }});
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
    return properties;
}

void PropertyPanel::change(const Property &property, const QVariant &value)
{
    m_document.push(steps::change(m_document.design(), m_document.selection(), tr("Change: %1").arg(property.name), [&](Element &element) { property.write(element, value); }, QStringLiteral("property/") + property.name));
}

} // namespace parterre::ui
