// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/arrivalsmodel.h"

#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a section of a house as a card: how many of those who are expected there are in, in words and as a bar.
class ArrivalDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using SectionOf = std::function<ArrivalsModel::Section(const QModelIndex &)>;

    explicit ArrivalDelegate(SectionOf sectionOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString spokenText(const ArrivalsModel::Section &section, const QLocale &locale);

private:
    SectionOf m_sectionOf;
};

} // namespace parterre::ui
