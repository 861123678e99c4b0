// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace parterre {
class ShowtimeEntriesModel;
}

namespace parterre::ui {

// What a source has that the programme has not, or otherwise: a box to choose it, what it is, and what would change.
class ShowtimeTable : public QTableView
{
    Q_OBJECT
public:
    // The model outlives it.
    explicit ShowtimeTable(ShowtimeEntriesModel &entries, QWidget *parent = nullptr);

    // IANA name, of the house.
    void setTimeZone(const QString &timeZone);

private:
    class Shown;
    Shown *m_shown;
};

} // namespace parterre::ui
