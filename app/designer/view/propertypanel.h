// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "app/designer/view/propertysets.h"

#include <QScrollArea>

namespace parterre::ui {

class PropertyFields;
class SeatFields;

// What is selected, to be read and changed: for several things of one kind at once. A change is a step; one after the
// other of the same field are one.
class PropertyPanel : public QScrollArea
{
    Q_OBJECT

public:
    // The document outlives the panel.
    explicit PropertyPanel(DesignDocument &document, QWidget *parent = nullptr);

private:
    void rebuild();
    void refresh();
    [[nodiscard]] QList<const Element *> selected() const;
    [[nodiscard]] QList<Property> commonProperties() const;
    [[nodiscard]] QList<Property> placeProperties() const;
    void change(const Property &property, const QVariant &value);
    [[nodiscard]] QString signature() const;

    DesignDocument &m_document;
    QString m_signature;   // of what the panel was built for
    PropertyFields *m_fields = nullptr;
    SeatFields *m_seats = nullptr;
};

} // namespace parterre::ui
