// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/designerframes.h"

#include "app/application/models.h"
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/layoutsteps.h"
#include "app/designer/view/designerscreen.h"
#include "app/designer/view/designview.h"
#include "app/widgets/prompter.h"
#include "tests/bench/framestage.h"
#include "tests/bench/residentmemory.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTemporaryDir>

#include <cmath>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kDraggedSeats = 2'000;
constexpr int kFrames = 20; // a round

class DesignerOnStage
{
public:
    DesignerOnStage(const Design &design, int rounds)
        : m_rounds(rounds), m_models(m_clock, m_ids, m_tokens, m_folder.filePath(u"cache"_s), m_folder.filePath(u"data"_s)), m_screen(m_models.designDesk, m_models.venues, m_prompter)
    {
        m_screen.resize(1920, 1080);
        m_models.designDesk.start(design);
        m_stage.emplace(m_screen, *m_view.viewport());
    }

    void measure(Report &report, const QString &key)
    {
        const auto add = [&](const QString &what, double value) { report.add(u"%1.frame_%2_ms"_s.arg(key, what), value, u"ms"_s); };
        const QSet<ElementId> dragged = draggedElements();
        m_view.fit();
        add(u"drag_house"_s, percentile(drag(dragged), 0.99));
        m_view.showRect(steps::boundsOf(m_document, dragged));
        add(u"drag_near"_s, percentile(drag(dragged), 0.99));
        m_view.fit();
        add(u"undo_move"_s, median(undo()));
        report.add(key + u".memory_mb"_s, residentMegabytes(), u"MB"_s);
    }

private:
    [[nodiscard]] QSet<ElementId> draggedElements() const
    {
        QSet<ElementId> ids;
        qint32 seats = 0;
        for (const Element &element : m_document.design().elements()) {
            if (seats >= kDraggedSeats)
                break;
            ids.insert(element.id);
            seats += m_document.piece(element.id).seatCount();
        }
        return ids;
    }

    // A seat that can be taken hold of on the screen.
    [[nodiscard]] QPointF hold(const QSet<ElementId> &ids) const
    {
        const QPointF middle(m_view.viewport()->rect().center());
        QPointF nearest(INFINITY, INFINITY);
        for (const ElementId id : ids) {
            forEachPieceSeat(m_document.piece(id), [&](const Seat &seat, SeatPlace) {
                const QPointF at = m_view.toView({seat.position.x, seat.position.y});
                if (QLineF(at, middle).length() < QLineF(nearest, middle).length())
                    nearest = at;
            });
        }
        return nearest;
    }

    void mouse(QEvent::Type type, QPointF at)
    {
        const bool down = type != QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, m_view.viewport()->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, down ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
    }

    // Round about, with the mouse, as far as holding on to neighbours does its work, too.
    [[nodiscard]] std::vector<double> drag(const QSet<ElementId> &ids)
    {
        m_document.select(ids);
        m_stage->settle();
        const QPointF from = hold(ids);
        mouse(QEvent::MouseButtonPress, from);
        const std::vector<double> times = m_stage->frames(kFrames * m_rounds, [&](int i) { mouse(QEvent::MouseMove, from + QPointF(90 * std::sin(i / 10.0), 60 * std::cos(i / 7.0))); });
        if (!m_document.isPreviewing())
            qFatal("nothing was dragged");
        mouse(QEvent::MouseButtonRelease, from + QPointF(30, 30));
        m_document.history().undo();
        m_document.select({});
        m_stage->settle();
        return times;
    }

    [[nodiscard]] std::vector<double> undo()
    {
        QSet<ElementId> all;
        for (const Element &element : m_document.design().elements())
            all.insert(element.id);
        std::vector<double> times;
        for (int i = 0; i < m_rounds; ++i) {
            m_document.push(steps::move(m_document.design(), all, {40, 40}));
            m_stage->settle();
            times.push_back(m_stage->frame([&] { m_document.history().undo(); }));
            m_stage->settle();
        }
        return times;
    }

    int m_rounds;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    UuidV7Generator m_ids {m_clock};
    net::MemoryTokenStore m_tokens;
    ui::DialogPrompter m_prompter;
    ui::Models m_models;
    ui::DesignerScreen m_screen;
    DesignDocument &m_document = m_models.designDesk.document();
    DesignView &m_view = *m_screen.view();
    std::optional<FrameStage> m_stage;
};

} // namespace

void measureDesignerFrames(Report &report, const QString &key, const Design &design, int rounds)
{
    DesignerOnStage(design, rounds).measure(report, key);
}

} // namespace parterre::bench
