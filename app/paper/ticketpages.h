// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paperjob.h"
#include "shared/core/result.h"

#include <QSizeF>

class QIODevice;
class QPagedPaintDevice;

namespace parterre::ui {

// Lays a job out on pages and draws them on a PDF, a printer or its preview: they are all the same to it. Strips that go
// together stand three to a sheet of A4, to be cut; on a roll they follow each other without a cut. The receipt comes last.
class TicketPages
{
public:
    explicit TicketPages(PaperJob job);

    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    // All of them. A device that takes each page in its own size gets it so, another one all in a size that holds every one; false
    // when it takes no more.
    [[nodiscard]] bool paint(QPagedPaintDevice &device) const;
    // Empty when they could not be drawn.
    [[nodiscard]] QByteArray pdf() const;
    // Nothing is left of a file that could not be written.
    [[nodiscard]] Result<void> writePdf(const QString &path) const;

private:
    struct Page {
        QSizeF size = {};            // mm
        QList<qsizetype> tickets = {}; // top to bottom; none: the receipt or the voucher
    };

    [[nodiscard]] bool writePdf(QIODevice &device) const;
    [[nodiscard]] QSizeF roomiest() const;

    const PaperJob m_job;
    QList<Page> m_pages;
};

} // namespace parterre::ui
