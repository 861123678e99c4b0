// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/view/propertysets.h"

#include <QWidget>

class QGridLayout;

namespace parterre::ui {

class FormField;

// A field for each of some properties, two in a row, which show what several elements have of it.
class PropertyFields final : public QWidget
{
    Q_OBJECT

public:
    explicit PropertyFields(const QList<Property> &properties, QWidget *parent = nullptr);

    // Each of them has all of the properties.
    void showElements(const QList<const Element *> &elements);

Q_SIGNALS:
    // By the person, not by showElements().
    void edited(const parterre::Property &property, const QVariant &value);

private:
    struct Editor {
        Property property;
        FormField *field = nullptr;
        std::function<void(const QVariant &)> show;
    };

    void add(QGridLayout &grid, const Property &property);
    void changed(const Property &property, const QVariant &value);

    QList<Editor> m_editors;
    int m_row = 0, m_column = 0; // of the next one
    bool m_showing = false;
};

} // namespace parterre::ui
