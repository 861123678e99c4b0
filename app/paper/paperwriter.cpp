// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/paperwriter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

namespace parterre::ui {

namespace {

constexpr double kMillimetresAnInch = 25.4;
constexpr double kSmallest = 0.75; // of the size asked for, before lines are broken
constexpr double kRule = 0.2;      // mm

// The text broken at most so often, the last line with an ellipsis where there is more.
QStringList brokenInto(const QString &text, const QFont &font, QPaintDevice *device, double width, int mostLines)
{
    QStringList lines;
    QTextLayout layout(text, font, device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostLines) {
            lines.append(QFontMetricsF(font, device).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace

PaperWriter::PaperWriter(QPainter &painter, const QRectF &column, const QFont &font)
    : m_painter(painter), m_font(font), m_dot(painter.device()->logicalDpiX() / kMillimetresAnInch), m_rest(column)
{
}

void PaperWriter::setFont(double size, Weight weight)
{
    QFont font = m_font;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(dots(size)))));
    font.setWeight(weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    m_painter.setFont(font);
}

void PaperWriter::line(const QString &text, double size, Weight weight, Qt::Alignment alignment, int mostLines)
{
    if (text.isEmpty())
        return;
    setFont(size, weight);
    const double wide = QFontMetricsF(m_painter.font(), m_painter.device()).horizontalAdvance(text);
    if (wide > m_rest.width())
        setFont(size * std::max(kSmallest, m_rest.width() / wide), weight);
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    const QStringList lines = metrics.horizontalAdvance(text) <= m_rest.width() ? QStringList {text}
                                                                               : brokenInto(text, m_painter.font(), m_painter.device(), m_rest.width(), mostLines);
    for (const QString &one : lines) {
        m_painter.drawText(QRectF(m_rest.left(), m_rest.top(), m_rest.width(), metrics.height()), static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine), one);
        m_rest.setTop(m_rest.top() + metrics.height());
    }
}

void PaperWriter::ends(const QString &first, const QString &last, double size, Weight weight)
{
    setFont(size, weight);
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    const double taken = last.isEmpty() ? 0 : metrics.horizontalAdvance(last) + dots(2);
    const QStringList lines = brokenInto(first, m_painter.font(), m_painter.device(), m_rest.width() - taken, 2);
    const bool mirrored = m_painter.layoutDirection() == Qt::RightToLeft;
    QRectF row(m_rest.left(), m_rest.top(), m_rest.width(), metrics.height());
    m_painter.drawText(row, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), last);
    row.adjust(mirrored ? taken : 0, 0, mirrored ? 0 : -taken, 0);
    for (const QString &one : lines) {
        m_painter.drawText(row, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), one);
        row.translate(0, metrics.height());
    }
    m_rest.setTop(row.top());
}

void PaperWriter::gap(double millimetres)
{
    m_rest.setTop(m_rest.top() + dots(millimetres));
}

void PaperWriter::rule()
{
    m_painter.fillRect(QRectF(m_rest.left(), m_rest.top(), m_rest.width(), dots(kRule)), Qt::black);
    m_rest.setTop(m_rest.top() + dots(kRule));
}

} // namespace parterre::ui
