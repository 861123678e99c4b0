// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace parterre::ui {

// Writes down a column, line under line. Sizes are millimetres, whatever the device's dots are. What is too long for the
// column is set smaller, then on more lines, and at last cut with an ellipsis: nothing leaves the paper.
class PaperWriter
{
public:
    PaperWriter(QPainter &painter, const QRectF &column, const QFont &font);

    [[nodiscard]] double dots(double millimetres) const { return millimetres * m_dot; }
    [[nodiscard]] const QRectF &rest() const { return m_rest; }

    enum class Weight { Normal, Bold };
    void line(const QString &text, double size, Weight weight = Weight::Normal, Qt::Alignment alignment = Qt::AlignLeft, int mostLines = 1);
    // One text at each end; the first gives way.
    void ends(const QString &first, const QString &last, double size, Weight weight = Weight::Normal);
    void gap(double millimetres);
    void rule();

private:
    void setFont(double size, Weight weight);

    QPainter &m_painter;
    const QFont m_font;
    const double m_dot; // dots of the device in a millimetre
    QRectF m_rest;
};

} // namespace parterre::ui
