// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"
#include "shared/core/result.h"

#include <QFont>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace parterre {

// What stands on the page beside the map.
struct SeatMapPage {
    QString title = {};    // the event
    QString subtitle = {}; // when and where
    QFont font = {};       // of all letters
};

// The map as it stands on one A4 page, upright or across as the house is, light whatever the screen is: drawn by the map's
// own painter as lines and letters, with its categories and signs explained below. On any thread, while the model does not
// change; a stadium takes seconds. `goOn` is told how much is done, 0..1, and may stop it: then nothing is left of the file.
[[nodiscard]] Result<void> writeSeatMapPdf(const SeatMapModel &model, const SeatMapPage &page, const QString &path,
                                           const std::function<bool(double)> &goOn = [](double) { return true; });

// Does so on a thread of its own, with the map as it stands when this is made. Gone, it leaves no half of a file.
class SeatMapPdf final : public QObject
{
    Q_OBJECT

public:
    SeatMapPdf(const SeatMapModel &model, const SeatMapPage &page, const QString &path, QObject *parent = nullptr);
    ~SeatMapPdf() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    // finished() does not come any more.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(int percent); // each once
    void finished(const parterre::Result<void> &result);

private:
    [[nodiscard]] bool goOn(double done);

    const QString m_path;
    std::atomic<bool> m_cancelled = false;
    std::unique_ptr<QThread> m_thread; // has the next two until it ends
    int m_percent = 0;
    Result<void> m_result;
};

} // namespace parterre
