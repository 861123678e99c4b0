// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/ticketpages.h"

#include "app/paper/ticketdrawing.h"

#include <QBuffer>
#include <QPaintEngine>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <numeric>

namespace parterre::ui {

namespace {

constexpr int kResolution = 600; // dots an inch
constexpr qsizetype kStripsASheet = 3;

// A page with its origin at the paper's corner, whatever the device's margins.
void setPage(QPagedPaintDevice &device, const QSizeF &millimetres)
{
    const bool across = millimetres.width() > millimetres.height();
    // Qt wants sizes upright and turns them.
    const QPageSize size(across ? millimetres.transposed() : millimetres, QPageSize::Millimeter, QString(), QPageSize::FuzzyMatch);
    device.setPageLayout(QPageLayout(size, across ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
}

// A PDF does. A printer that is none, and every preview, keeps the size that the first page had: asked for another one while it
// paints, QPrinter only warns.
bool takesSizes(const QPagedPaintDevice &device)
{
    const QPaintEngine *engine = device.paintEngine();
    return engine && engine->type() == QPaintEngine::Pdf;
}

}

TicketPages::TicketPages(PaperJob job) : m_job(std::move(job))
{
    const QSizeF one = ticketSize(m_job.stock);
    const qsizetype all = m_job.tickets.size();
    const qsizetype most = !m_job.together ? 1 : m_job.stock == Stock::Strip ? kStripsASheet : std::max<qsizetype>(1, all);
    for (qsizetype first = 0; first < all; first += most) {
        Page page;
        for (qsizetype i = first; i < std::min(all, first + most); ++i)
            page.tickets.append(i);
        const bool isSheet = m_job.together && m_job.stock == Stock::Strip;
        page.size = {one.width(), one.height() * static_cast<double>(isSheet ? kStripsASheet : page.tickets.size())};
        m_pages.append(page);
    }
    if (m_job.receipt)
        m_pages.append({.size = receiptSize(m_job.stock, *m_job.receipt)});
    else if (m_job.voucher)
        m_pages.append({.size = ticketSize(m_job.stock)});
}

QSizeF TicketPages::roomiest() const
{
    return std::accumulate(m_pages.begin(), m_pages.end(), QSizeF(), [](const QSizeF &size, const Page &page) { return size.expandedTo(page.size); });
}

bool TicketPages::paint(QPagedPaintDevice &device) const
{
    if (m_pages.isEmpty())
        return true;
    const bool isEachItsOwn = takesSizes(device);
    setPage(device, isEachItsOwn ? m_pages.constFirst().size : roomiest());
    QPainter painter(&device);
    painter.setLayoutDirection(m_job.direction);
    for (const Page &page : m_pages) {
        const bool isFirst = &page == m_pages.constData();
        if (!isFirst && isEachItsOwn)
            setPage(device, page.size);
        if (!isFirst && !device.newPage())
            return false;
        const double dot = device.logicalDpiX() / 25.4;
        const double height = ticketSize(m_job.stock).height() * dot;
        double top = 0;
        for (const qsizetype ticket : page.tickets) {
            drawTicket(painter, QRectF(0, top, page.size.width() * dot, height), m_job.tickets.at(ticket), m_job.stock, m_job.font);
            top += height;
        }
        if (page.tickets.isEmpty() && m_job.voucher)
            drawVoucher(painter, QRectF(QPointF(), page.size * dot), *m_job.voucher, m_job.stock, m_job.font);
        else if (page.tickets.isEmpty())
            drawReceipt(painter, QRectF(QPointF(), page.size * dot), *m_job.receipt, m_job.stock, m_job.font);
    }
    return painter.end();
}

bool TicketPages::writePdf(QIODevice &device) const
{
    QPdfWriter writer(&device);
    writer.setTitle(m_job.title);
    writer.setResolution(kResolution);
    return paint(writer);
}

QByteArray TicketPages::pdf() const
{
    QBuffer buffer;
    const bool isDrawn = buffer.open(QIODevice::WriteOnly) && writePdf(buffer);
    return isDrawn ? buffer.data() : QByteArray();
}

Result<void> TicketPages::writePdf(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {ErrorCode::Internal, file.errorString()};
    if (!writePdf(file))
        return {ErrorCode::Internal, QStringLiteral("the pages could not be drawn")};
    return file.commit() ? Result<void>() : Result<void>(Error {.code = ErrorCode::Internal, .detail = file.errorString()});
}

} // namespace parterre::ui
