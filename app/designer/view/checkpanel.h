// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/checklist.h"

#include <QWidget>

class QListWidget;

namespace parterre::ui {

class TextLabel;

// What is wrong with the drawing. Whoever chooses an entry is led to its place.
class CheckPanel : public QWidget
{
    Q_OBJECT

public:
    // The list outlives the panel.
    explicit CheckPanel(const CheckList &checks, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const parterre::CheckEntry &entry);

private:
    void refresh();
    void choose(int row);

    const CheckList &m_checks;
    TextLabel *m_count;
    QListWidget *m_list;
};

} // namespace parterre::ui
