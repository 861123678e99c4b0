// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/venue.h"

#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a plan as a card: name, house, size, version.
class PlanCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using PlanOf = std::function<std::pair<PlanSummary, QString>(const QModelIndex &)>; // with the name of its house

    explicit PlanCardDelegate(PlanOf planOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString spokenText(const PlanSummary &plan, const QString &venue);

private:
    PlanOf m_planOf;
};

} // namespace parterre::ui
