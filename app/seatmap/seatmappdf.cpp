// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatmappdf.h"

#include "app/seatmap/papermap.h"
#include "app/seatmap/seatdescription.h"

#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QSaveFile>

namespace parterre {

namespace {

constexpr double kMargin = 12;       // mm
constexpr int kResolution = 600;     // dots an inch
constexpr double kTitleText = 5.2;   // mm
constexpr double kSmallText = 3.2;   // mm
constexpr double kGap = 4;           // mm

SeatMapTheme paperTheme(const QFont &font)
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(0x1b, 0x24, 0x30));
    SeatMapTheme theme = SeatMapTheme::fromPalette(palette, font);
    theme.background = Qt::white;
    return theme;
}

// Writes on a page from the top or from the bottom inwards.
class PageWriter
{
public:
    PageWriter(QPainter &painter, QRectF page, const QFont &font) : m_painter(painter), m_font(font), m_rest(page), m_dot(kResolution / 25.4) {}

    [[nodiscard]] double dots(double millimetres) const { return millimetres * m_dot; }
    [[nodiscard]] const QRectF &rest() const { return m_rest; }

    void addLine(const QString &text, double size, QFont::Weight weight, const QColor &color)
    {
        if (text.isEmpty())
            return;
        setFont(size, weight, color);
        const double height = QFontMetricsF(m_painter.font(), m_painter.device()).height();
        m_painter.drawText(QRectF(m_rest.left(), m_rest.top(), m_rest.width(), height), Qt::AlignLeft | Qt::AlignVCenter, text);
        m_rest.setTop(m_rest.top() + height);
    }

    // Signs with what they mean, side by side in as many lines as they need, at the foot of the page.
    struct Entry {
        SeatLook look;
        qint32 category;
        SeatMark mark;
        QString text;
    };
    void addLegend(const QList<Entry> &entries, const SeatPainter &seats, const QColor &color)
    {
        setFont(kSmallText, QFont::Normal, color);
        const QFontMetricsF metrics(m_painter.font(), m_painter.device());
        const double sign = dots(4);
        const double line = dots(6);
        QList<QList<qsizetype>> lines;
        double x = m_rest.width();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const double width = sign * 1.5 + metrics.horizontalAdvance(entries[i].text) + dots(6);
            if (x + width > m_rest.width()) {
                lines.append(QList<qsizetype>());
                x = 0;
            }
            lines.last().append(i);
            x += width;
        }
        m_rest.setBottom(m_rest.bottom() - static_cast<double>(lines.size()) * line);
        double y = m_rest.bottom() + line / 2;
        for (const QList<qsizetype> &one : lines) {
            x = m_rest.left();
            for (const qsizetype i : one) {
                const Entry &entry = entries[i];
                seats.drawForm(m_painter, QPointF(x + sign / 2, y), sign, m_painter.device()->logicalDpiX() / 96.0, entry.look, entry.category, entry.mark);
                const double width = metrics.horizontalAdvance(entry.text) + 1;
                m_painter.setPen(color);
                m_painter.drawText(QRectF(x + sign * 1.5, y - line / 2, width, line), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
                x += sign * 1.5 + width + dots(6);
            }
            y += line;
        }
    }
    void addGaps()
    {
        m_rest.adjust(0, dots(kGap), 0, -dots(kGap));
    }

private:
    void setFont(double size, QFont::Weight weight, const QColor &color)
    {
        QFont font = m_font;
        font.setPixelSize(static_cast<int>(dots(size)));
        font.setWeight(weight);
        m_painter.setFont(font);
        m_painter.setPen(color);
    }

    QPainter &m_painter;
    const QFont m_font;
    QRectF m_rest;
    double m_dot;
};

QList<PageWriter::Entry> legendOf(const SeatMapModel &model)
{
    QList<PageWriter::Entry> entries;
    const QList<Category> &categories = model.plan().categories;
    for (qint32 i = 0; i < categories.size(); ++i)
        entries.append({SeatLook::Free, i, SeatMark::None, categories[i].name});
    for (int look = 0; look < kSeatLookCount; ++look) {
        const auto one = static_cast<SeatLook>(look);
        if (one != SeatLook::Free && model.count(one) > 0)
            entries.append({one, 0, SeatMark::None, lookName(one)});
    }
    SeatAttributes present;
    for (qint32 seat = 0; seat < model.seatCount(); ++seat)
        present |= model.table().attributes(seat);
    for (const SeatAttribute attribute : {SeatAttribute::Wheelchair, SeatAttribute::Companion}) {
        if (present.testFlag(attribute))
            entries.append({SeatLook::Free, 0, SeatPainter::mark(attribute), markName(SeatPainter::mark(attribute))});
    }
    return entries;
}

} // namespace

Result<void> writeSeatMapPdf(const SeatMapModel &model, const SeatMapPage &page, const QString &path, const std::function<bool(double)> &goOn)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {ErrorCode::Internal, file.errorString()};
    const SeatMapTheme theme = paperTheme(page.font);
    const PaperMap map(model, theme);
    {
        QPdfWriter writer(&file);
        writer.setTitle(page.title);
        writer.setResolution(kResolution);
        const bool across = map.content().width() > map.content().height();
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), across ? QPageLayout::Landscape : QPageLayout::Portrait,
                                         QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter));
        QPainter painter(&writer);
        PageWriter paper(painter, QRectF(QPointF(), QSizeF(writer.width(), writer.height())), page.font);
        paper.addLine(page.title, kTitleText, QFont::Bold, theme.ink);
        paper.addLine(page.subtitle, kSmallText, QFont::Normal, theme.muted);
        paper.addLegend(legendOf(model), map.painter(), theme.ink);
        paper.addGaps();
        if (!map.paint(painter, paper.rest(), goOn))
            return {ErrorCode::Internal, QStringLiteral("stopped")};
    }
    if (!file.commit())
        return {ErrorCode::Internal, file.errorString()};
    return {};
}

SeatMapPdf::SeatMapPdf(const SeatMapModel &model, const SeatMapPage &page, const QString &path, QObject *parent) : QObject(parent), m_path(path)
{
    const std::vector<SeatState> states(model.states().begin(), model.states().end());
    m_thread.reset(QThread::create([this, plan = model.plan(), states, mine = model.mine(), page] {
        SeatMapModel copy;
        copy.setPlan(plan);
        (void)copy.applySnapshot(0, states);
        copy.setMine(mine);
        m_result = writeSeatMapPdf(copy, page, m_path, [this](double done) { return goOn(done); });
    }));
    connect(m_thread.get(), &QThread::finished, this, [this] {
        if (!m_cancelled)
            Q_EMIT finished(m_result);
    });
    m_thread->start();
}

SeatMapPdf::~SeatMapPdf()
{
    m_cancelled = true;
    m_thread->wait();
}

bool SeatMapPdf::goOn(double done)
{
    if (const int percent = static_cast<int>(100 * done); percent > m_percent) {
        m_percent = percent;
        Q_EMIT progressed(percent);
    }
    return !m_cancelled;
}

} // namespace parterre
