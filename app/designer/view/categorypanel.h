// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QWidget>

class QListWidget;
class QLineEdit;

namespace parterre::ui {

class ColourButton;

// The categories with how many places each has: which one is drawn and painted with, their names and colours.
class CategoryPanel : public QWidget
{
    Q_OBJECT

public:
    // The document outlives the panel.
    explicit CategoryPanel(DesignDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] QString current() const; // Category::key
    void setCurrent(const QString &key);

Q_SIGNALS:
    void currentChanged(const QString &key);
    // What is selected is wanted in this category.
    void paintRequested(const QString &key);
    void selectRequested(const QString &key);

private:
    using Places = QHash<qint32, qint64>; // by the category's position

    void onChanged(const DesignChange &change);
    void count(const QSet<ElementId> &elements);
    void countAll();
    void refresh();
    void showCurrent();
    void add();

    DesignDocument &m_document;
    QHash<ElementId, Places> m_places;  // of each element
    Places m_counts;                    // of all together
    QSet<ElementId> m_uncounted;        // changed while they were dragged
    QListWidget *m_list;
    QLineEdit *m_name;
    ColourButton *m_colour;
};

} // namespace parterre::ui
