// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/seatmaptheme.h"
#include "shared/core/result.h"
#include "shared/domain/plan.h"
#include "shared/domain/venue.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>

#include <functional>

namespace parterre {

// Small pictures of published plans, for lists. A plan is fetched when its picture is first asked for, one after another
// and only while it is still to be seen; what was asked for last comes first. Drawn on pool threads, kept by hash, size
// and theme, bounded in memory.
class PlanPictures final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const Result<Plan> &)>;
    struct Source {
        // Calls the handler once, unless its context dies first.
        std::function<void(const PlanVersionRef &plan, QObject *context, Handler handler)> fetch;
        std::function<bool(const PlanVersionRef &plan)> isSeen;
    };

    explicit PlanPictures(Source source, QObject *parent = nullptr);

    // `size` in device-independent pixels. Null until it is there.
    [[nodiscard]] QPixmap picture(const PlanVersionRef &plan, const QSize &size, qreal devicePixelRatio, const SeatMapTheme &theme);

Q_SIGNALS:
    // Ask again for what was null.
    void arrived();

private:
    struct Wanted {
        PlanVersionRef plan = {};
        QSize pixels = {};
        SeatMapTheme theme = {};
        QString key = {};
    };

    void want(const Wanted &wanted);
    void drawNext();
    void draw(const Wanted &wanted, const Result<Plan> &plan);

    const Source m_source;
    QCache<QString, QPixmap> m_pictures;       // by key; costs are KiB
    QHash<QString, QDeadlineTimer> m_askAgain; // keys that failed
    QList<Wanted> m_queue;                     // newest last
    QString m_drawing;                         // key; empty: nothing is
};

// The whole house in the middle of so many pixels, without any text. On any thread.
[[nodiscard]] QImage drawPlanPicture(const Plan &plan, const SeatMapTheme &theme, const QSize &pixels);

} // namespace parterre
