// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QAction>
#include <QObject>

#include <functional>

namespace parterre {
class DesignView;
} // namespace parterre

namespace parterre::ui {

// Everything that is done to what is selected by a key or from a menu: the clipboard, order, mirrors, alignment, locks. Each
// is enabled only where it does something.
class DesignerActions : public QObject
{
    Q_OBJECT

public:
    // Both outlive the actions; the keys act in `parent` and what is in it.
    DesignerActions(DesignDocument &document, DesignView &view, QWidget *parent);

    [[nodiscard]] QAction *undo() const { return m_undo; }
    [[nodiscard]] QAction *redo() const { return m_redo; }
    // In the order of the menu; a null one is a line between two.
    [[nodiscard]] const QList<QAction *> &arrange() const { return m_arrange; }
    [[nodiscard]] const QList<QAction *> &edit() const { return m_edit; }
    [[nodiscard]] const QList<QAction *> &selecting() const { return m_selecting; }

Q_SIGNALS:
    // What was on the clipboard is none of ours.
    void pasteFailed();

private:
    enum class Needs { Nothing, Seats, Elements, TwoElements, ThreeElements, Anything };

    QAction *make(const QString &text, const QKeySequence &key, Needs needs, std::function<void()> act);
    void makeEdit();
    void makeArrange();
    void copy();
    void paste();
    void remove();
    void selectAll();
    void duplicateAlong();
    void openBlock();
    void refresh();
    [[nodiscard]] PlanPoint centre() const;

    DesignDocument &m_document;
    DesignView &m_view;
    QWidget *m_widget;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QList<QAction *> m_edit, m_arrange, m_selecting;
    QList<std::pair<QAction *, Needs>> m_needs;
};

} // namespace parterre::ui
