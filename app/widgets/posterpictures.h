// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/event.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSet>

#include <functional>

namespace parterre::ui {

// Posters as pictures of the size they are shown in. Files are fetched when a picture is first asked for, and decoded on
// pool threads; meanwhile, and for events without a poster, a painted one stands in. Bounded in memory.
class PosterPictures : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const Result<QByteArray> &)>;
    // Where files come from; calls the handler once unless its context dies first.
    using Source = std::function<void(const EventId &event, const QString &hash, QObject *context, Handler handler)>;

    explicit PosterPictures(Source source, QObject *parent = nullptr);

    // `size` in device-independent pixels; cut to it at the edges.
    [[nodiscard]] QPixmap picture(const EventSummary &event, const QSize &size, qreal devicePixelRatio);

Q_SIGNALS:
    // Ask again for this poster's picture.
    void arrived(const QString &hash);

private:
    void fetch(const EventSummary &event, const QSize &pixels, const QString &key);
    void finish(const QString &hash, const QString &key, const QImage &image);
    void keep(const QString &key, const QPixmap &picture);

    Source m_source;
    QCache<QString, QPixmap> m_pictures; // by hash or name, and size; costs are KiB
    QSet<QString> m_underWay;            // keys
    QHash<QString, QDeadlineTimer> m_askAgain; // keys that failed
};

// The file as it is; null when it is no picture.
[[nodiscard]] QImage decodePoster(const QByteArray &file);
// Scaled and cut to so many pixels.
[[nodiscard]] QImage decodePoster(const QByteArray &file, const QSize &pixels);

} // namespace parterre::ui
