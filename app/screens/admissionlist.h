// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/checkin.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace parterre::ui {

// Who came in last, newest on top, each with a button to take it back.
class AdmissionList : public QWidget
{
    Q_OBJECT
public:
    explicit AdmissionList(QWidget *parent = nullptr);

    void setAdmissions(const QList<Admission> &admissions);

Q_SIGNALS:
    void undoRequested(const Admission &admission);

private:
    void addLine(const Admission &admission, int row);

    QGridLayout *m_grid;
    QList<Admission> m_shown;
};

} // namespace parterre::ui
