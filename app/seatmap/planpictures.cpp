// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/planpictures.h"

#include "app/seatmap/papermap.h"
#include "shared/core/inpool.h"

#include <QPainter>
#include <QPicture>
#include <QTimer>

#include <algorithm>

namespace parterre {

namespace {

constexpr int kKibInMemory = 8 * 1024;
constexpr std::chrono::seconds kAskAgainAfter {30};
constexpr double kMargin = 0.06; // of the shorter side

QString keyOf(const PlanVersionRef &plan, const QSize &pixels, const SeatMapTheme &theme)
{
    return QStringLiteral("%1 %2x%3 %4 %5 %6").arg(plan.hash).arg(pixels.width()).arg(pixels.height()).arg(theme.background.name(), theme.floor.name(), theme.ink.name());
}

} // namespace

QImage drawPlanPicture(const Plan &plan, const SeatMapTheme &theme, const QSize &pixels)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.background);
    SeatMapModel model;
    model.setPlan(plan);
    const PaperMap map(model, theme, MapUse::Overview);
    if (map.content().isEmpty())
        return image;
    const double margin = std::min(pixels.width(), pixels.height()) * kMargin;
    QPicture commands; // as for paper: sprites would be pixmaps, which belong to the GUI thread
    QPainter recorder(&commands);
    recorder.setRenderHint(QPainter::Antialiasing);
    map.paint(recorder, QRectF(QPointF(), QSizeF(pixels)).adjusted(margin, margin, -margin, -margin), [](double) { return true; });
    recorder.end();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPicture(0, 0, commands);
    return image;
}

PlanPictures::PlanPictures(Source source, QObject *parent) : QObject(parent), m_source(std::move(source)), m_pictures(kKibInMemory) {}

QPixmap PlanPictures::picture(const PlanVersionRef &plan, const QSize &size, qreal devicePixelRatio, const SeatMapTheme &theme)
{
    const QSize pixels = (QSizeF(size) * devicePixelRatio).toSize().expandedTo({1, 1});
    const QString key = keyOf(plan, pixels, theme);
    if (const QPixmap *known = m_pictures.object(key)) {
        QPixmap picture = *known;
        picture.setDevicePixelRatio(devicePixelRatio);
        return picture;
    }
    want({.plan = plan, .pixels = pixels, .theme = theme, .key = key});
    return {};
}

void PlanPictures::want(const Wanted &wanted)
{
    if (wanted.key == m_drawing)
        return;
    const auto failed = m_askAgain.constFind(wanted.key);
    if (failed != m_askAgain.constEnd() && !failed->hasExpired())
        return;
    m_askAgain.remove(wanted.key);
    const bool isIdle = m_drawing.isEmpty() && m_queue.isEmpty();
    m_queue.removeIf([&](const Wanted &other) { return other.key == wanted.key; });
    m_queue.append(wanted);
    if (isIdle)
        QTimer::singleShot(0, this, &PlanPictures::drawNext); // somebody is painting now
}

void PlanPictures::drawNext()
{
    while (!m_queue.isEmpty()) {
        const Wanted wanted = m_queue.takeLast();
        if (!m_source.isSeen(wanted.plan))
            continue;
        m_drawing = wanted.key;
        m_source.fetch(wanted.plan, this, [this, wanted](const Result<Plan> &plan) { draw(wanted, plan); });
        return;
    }
}

void PlanPictures::draw(const Wanted &wanted, const Result<Plan> &plan)
{
    const auto done = [this, key = wanted.key](const QImage &image) {
        m_drawing.clear();
        if (image.isNull()) {
            m_askAgain.insert(key, QDeadlineTimer(kAskAgainAfter));
        } else {
            m_pictures.insert(key, new QPixmap(QPixmap::fromImage(image)), std::max(1, image.width() * image.height() / 256));
            Q_EMIT arrived();
        }
        drawNext();
    };
    if (plan)
        inPool(this, [plan = *plan, theme = wanted.theme, pixels = wanted.pixels] { return drawPlanPicture(plan, theme, pixels); }, done);
    else
        done({});
}

} // namespace parterre
