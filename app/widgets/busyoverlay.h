// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QTimer;

namespace parterre::ui {

class TextLabel;

// Covers its parent while an answer is awaited: says what is under way and takes the clicks and keys meant for what
// lies below. Appears after a blink only, so that quick answers do not flicker, but blocks input at once.
class BusyOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit BusyOverlay(QWidget *parent);

    void start(const QString &what);
    void stop();
    [[nodiscard]] bool busy() const { return isVisible(); }
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_sign;
    TextLabel *m_text;
    QTimer *m_delay;
    QPointer<QWidget> m_focusBefore;
};

} // namespace parterre::ui
