// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QMenu>

#include <functional>

namespace parterre {
class DesignView;
} // namespace parterre

namespace parterre::ui {

// Selects seats by what they have in common. Offers what seats of the level that is drawn on have, with how many there are.
class SelectionMenu final : public QMenu
{
    Q_OBJECT

public:
    // All of them outlive the menu. The first actions are always there.
    SelectionMenu(DesignDocument &document, DesignView &view, const QList<QAction *> &first, QWidget *parent = nullptr);

private:
    struct Choice {
        QString name = {};
        std::function<bool(const Seat &)> has = {};
        qint32 count = 0;
    };

    void fill();
    void addChoices(QList<Choice> choices);

    DesignDocument &m_document;
    DesignView &m_view;
    QList<QAction *> m_offered;
};

} // namespace parterre::ui
