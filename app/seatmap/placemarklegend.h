// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/planreview.h"

#include <QWidget>

class QGridLayout;

namespace parterre {

// What the signs about places that differ mean.
class PlaceMarkLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceMarkLegend(QWidget *parent = nullptr);

    [[nodiscard]] static QString nameOf(PlaceMarkKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    QGridLayout *m_grid;
};

} // namespace parterre
