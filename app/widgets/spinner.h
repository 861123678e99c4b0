// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTimer;

namespace parterre::ui {

// A turning arc: something is under way. Only turns while it can be seen.
class Spinner : public QWidget
{
    Q_OBJECT
public:
    explicit Spinner(int side, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer *m_timer;
    int m_angle = 0;
};

} // namespace parterre::ui
