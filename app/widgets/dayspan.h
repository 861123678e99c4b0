// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QDateEdit;

namespace parterre::ui {

// From one day to another, both of them included. The last one is never before the first: it goes along when that is put
// after it. A day that is being typed counts when it is whole.
class DaySpan : public QWidget
{
    Q_OBJECT
public:
    explicit DaySpan(QWidget *parent = nullptr);

    void setDays(QDate first, QDate last);
    [[nodiscard]] QDate first() const;
    [[nodiscard]] QDate last() const;

Q_SIGNALS:
    void edited();

private:
    void onFirstChanged(QDate first);

    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace parterre::ui
