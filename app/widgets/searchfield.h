// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace parterre::ui {

// A line to search by: asks a moment after the last key, at once on Enter or when cleared, never twice for one text.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    void searchRequested(const QString &text);
    // The arrow-down key: the list below may take over.
    void leaveDownward();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void request();

    QTimer *m_pause;
    QString m_asked;
};

} // namespace parterre::ui
