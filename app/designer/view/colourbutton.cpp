// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/colourbutton.h"

#include "app/widgets/tones.h"

#include <QColorDialog>
#include <QPainter>

namespace parterre::ui {

ColourButton::ColourButton(const QString &what, QWidget *parent) : QPushButton(parent), m_what(what)
{
    setColour({});
    connect(this, &QPushButton::clicked, this, &ColourButton::ask);
}

void ColourButton::setColour(const QString &colour)
{
    m_colour = colour;
    setText(colour.isEmpty() ? tr("None") : colour);
    setIcon(colour.isEmpty() ? QIcon() : QIcon(colourSwatch(QColor(colour), kTwoSteps, devicePixelRatioF())));
    setAccessibleName(m_what + QStringLiteral(": ") + text());
}

void ColourButton::ask()
{
    auto *dialog = new QColorDialog(QColor(m_colour.isEmpty() ? QStringLiteral("#ffffff") : m_colour), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    dialog->setWindowTitle(m_what);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        setColour(colour.name());
        Q_EMIT picked(m_colour);
    });
    dialog->open();
}

QPixmap colourSwatch(const QColor &colour, int side, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colour);
    painter.setPen(QPen(QColor(0, 0, 0, 70), 1));
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 3, 3);
    return pixmap;
}

} // namespace parterre::ui
