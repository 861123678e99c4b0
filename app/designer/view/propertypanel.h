// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/view/propertysets.h"
#include "app/designer/model/designdocument.h"

#include <QScrollArea>

class QGridLayout;

namespace parterre::ui {

class FormField;

// What is selected, to be read and changed: for several things of one kind at once. A change is a step; one after the
// other of the same field are one.
class PropertyPanel : public QScrollArea
{
    Q_OBJECT

public:
    // The document outlives the panel.
    explicit PropertyPanel(DesignDocument &document, QWidget *parent = nullptr);

private:
    struct Editor {
        Property property;
        FormField *field = nullptr;
        std::function<void(const QVariant &)> show;
    };

    void rebuild();
    void refresh();
    void showNothing(QGridLayout &grid);
    void addPlace(QGridLayout &grid);
    void addProperties(QGridLayout &grid, const QList<Property> &properties);
    void addSeats(QGridLayout &grid);
    void addEditor(QGridLayout &grid, const Property &property);
    [[nodiscard]] QList<const Element *> selected() const;
    void change(const Property &property, const QVariant &value);
    [[nodiscard]] QString signature() const;

    DesignDocument &m_document;
    QList<Editor> m_editors;
    QString m_signature;   // of what the panel was built for
    int m_column = 0;
    int m_row = 0;
    bool m_showing = false;
};

} // namespace parterre::ui
