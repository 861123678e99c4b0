// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/messagebanner.h"

#include <chrono>

class QTimer;

namespace parterre::ui {

// A short remark at the bottom of its parent that goes by itself. For news that need no answer; anything a person has
// to act on belongs in a MessageBanner.
class Toast : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *parent);

    void showMessage(Severity severity, const QString &text, std::chrono::milliseconds shownFor = std::chrono::seconds(5));
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QString m_text;
    Severity m_severity = Severity::Info;
    QTimer *m_timer;
};

} // namespace parterre::ui
