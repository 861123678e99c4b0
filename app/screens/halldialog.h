// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/planlistmodel.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace parterre::ui {

// Asks which hall of its house a plan is of.
class HallDialog : public QDialog
{
    Q_OBJECT
public:
    // `halls`: those of the house.
    HallDialog(const PlanListModel::Entry &entry, const QStringList &halls, QWidget *parent = nullptr);

    // Nothing: one of its own, of the plan's name.
    [[nodiscard]] std::optional<QString> hall() const;

private:
    [[nodiscard]] QString typed() const;

    const QString m_plan;
    QComboBox *m_hall;
    QPushButton *m_save;
};

} // namespace parterre::ui
