// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/venue.h"

#include <QPixmap>
#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a plan as a card: a small picture, name, house, size, version.
class PlanCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using PlanOf = std::function<std::pair<PlanSummary, QString>(const QModelIndex &)>; // with the name of its house

    // So large, for a screen like this, among such colours; null while there is none.
    using PictureOf = std::function<QPixmap(const PlanSummary &plan, const QSize &size, qreal devicePixelRatio, const QPalette &palette)>;

    PlanCardDelegate(PlanOf planOf, PictureOf pictureOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString spokenText(const PlanSummary &plan, const QString &venue);

private:
    PlanOf m_planOf;
    PictureOf m_pictureOf;
};

} // namespace parterre::ui
