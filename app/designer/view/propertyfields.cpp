// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/propertyfields.h"

#include "app/designer/view/colourbutton.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace parterre::ui {

PropertyFields::PropertyFields(const QList<Property> &properties, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kStep);
    grid->setVerticalSpacing(kHalfStep);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const Property &property : properties)
        add(*grid, property);
}

void PropertyFields::showElements(const QList<const Element *> &elements)
{
    if (elements.isEmpty())
        return;
    m_showing = true;
    for (const Editor &editor : std::as_const(m_editors)) {
        const QVariant first = editor.property.read(*elements.constFirst());
        editor.show(first);
        const bool varied = std::any_of(elements.cbegin() + 1, elements.cend(), [&](const Element *element) { return editor.property.read(*element) != first; });
        if (editor.field)
            editor.field->setHint(varied ? tr("Several values") : QString());
    }
    m_showing = false;
}

void PropertyFields::changed(const Property &property, const QVariant &value)
{
    if (!m_showing)
        Q_EMIT edited(property, value);
}

void PropertyFields::add(QGridLayout &grid, const Property &property)
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
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, property](double value) { changed(property, value); });
        editor.show = [box](const QVariant &value) { box->setValue(value.toDouble()); };
        control = box;
        break;
    }
    case Kind::Text: {
        auto *line = new QLineEdit;
        line->setMaxLength(static_cast<int>(property.most));
        connect(line, &QLineEdit::textEdited, this, [this, property](const QString &value) { changed(property, value); });
        editor.show = [line](const QVariant &value) {
            if (line->text() != value.toString() && !line->hasFocus())
                line->setText(value.toString());
        };
        control = line;
        break;
    }
    case Kind::Toggle: {
        auto *box = new QCheckBox(property.name);
        connect(box, &QCheckBox::toggled, this, [this, property](bool on) { changed(property, on); });
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
        connect(box, &QComboBox::activated, this, [this, property](int index) { changed(property, index); });
        editor.show = [box](const QVariant &value) { box->setCurrentIndex(value.toInt()); };
        control = box;
        break;
    }
    case Kind::Colour: {
        auto *button = new ColourButton(property.name);
        connect(button, &ColourButton::picked, this, [this, property](const QString &colour) { changed(property, colour); });
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

} // namespace parterre::ui
