// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace parterre {
class SeriesDatesModel;
}

namespace parterre::ui {

// The dates of a series, each with a box to leave it out, its start to change, and what else is in the hall then.
class SeriesTable : public QTableView
{
    Q_OBJECT
public:
    // The model outlives it.
    explicit SeriesTable(SeriesDatesModel &dates, QWidget *parent = nullptr);

private:
    class Shown;
};

} // namespace parterre::ui
