// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace parterre::ui {

// One offer as a card: why, which seats, how they sit and what they cost. Chosen by click or arrow key, taken by Enter or
// double click.
class OfferButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit OfferButton(QWidget *parent = nullptr);

    void setOffer(const QString &reason, const QString &seats, const QString &terms);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepped(int by);
    void taken();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QString m_reason;
    QString m_seats;
    QString m_terms;
};

} // namespace parterre::ui
