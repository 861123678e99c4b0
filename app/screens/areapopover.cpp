// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/areapopover.h"

#include "app/screens/mappane.h"
#include "app/seatmap/seatdescription.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/buttons.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr qint32 kUsualParty = 2;

} // namespace

AreaPopover::AreaPopover(EventModel &event, MapPane &pane)
    : Card(&pane), m_event(event), m_pane(pane), m_name(new TextLabel({}, TextScale::Heading)), m_state((new TextLabel({}, TextScale::Body, Tone::Muted))),
      m_question(new TextLabel(tr("How &many?"))), m_seats(new QSpinBox), m_take(makeButton({}, ButtonKind::Primary))
{
    build();
    hide();
    connect(m_take, &QPushButton::clicked, this, &AreaPopover::accept);
    connect(m_seats, &QSpinBox::valueChanged, this, &AreaPopover::sync);
    connect(&event.seatMap(), &SeatMapModel::areasChanged, this, &AreaPopover::sync);
    connect(&event.seatMap(), &SeatMapModel::reset, this, &AreaPopover::sync);
    connect(&event.seatMap(), &SeatMapModel::planChanged, this, [this] { close(false); });
    connect(pane.view(), &SeatMapView::moved, this, &AreaPopover::place);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isVisible() && !isAncestorOf(now))
            close(false);
    });
}

void AreaPopover::build()
{
    setObjectName(QStringLiteral("areaPopover"));
    body()->setContentsMargins(kTwoSteps, kTwoSteps, kTwoSteps, kTwoSteps);
    body()->setSpacing(kStep);
    auto *head = new QHBoxLayout;
    auto *leave = makeIconButton(Glyph::Close, tr("Back to the map"));
    head->addWidget(m_name, 1);
    head->addWidget(leave);
    body()->addLayout(head);
    body()->addWidget(m_state);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    m_question->setBuddy(m_seats);
    m_seats->setAccessibleName(tr("How many places"));
    m_seats->findChild<QLineEdit *>()->setAccessibleName(m_seats->accessibleName());
    row->addWidget(m_question);
    row->addWidget(m_seats, 1);
    body()->addLayout(row);
    body()->addWidget(m_take);
    connect(leave, &QAbstractButton::clicked, this, [this] { close(true); });
}

void AreaPopover::openFor(qint32 area)
{
    m_area = area;
    const auto mine = static_cast<qint32>(m_event.seatMap().minePlaces(area).size());
    m_seats->setRange(mine > 0 ? 0 : 1, std::max(1, m_event.mostAreaSeats(area)));
    m_seats->setValue(mine > 0 ? mine : kUsualParty);
    sync();
    show();
    raise();
    place();
    m_seats->setFocus(Qt::PopupFocusReason);
    m_seats->selectAll();
}

void AreaPopover::sync()
{
    if (m_area == PlaceGroups::kNone)
        return;
    const SeatMapModel &map = m_event.seatMap();
    const auto mine = static_cast<qint32>(map.minePlaces(m_area).size());
    m_seats->setRange(mine > 0 ? 0 : 1, std::max(1, m_event.mostAreaSeats(m_area)));
    const SeatDescription words = describeArea(map, m_area);
    QStringList lines;
    for (const QString &line : words.lines)
        lines << isolated(line);
    m_name->setText(isolated(words.title));
    m_state->setText(lines.join(QLatin1Char('\n')));
    setAccessibleName(words.title);
    setAccessibleDescription(words.lines.join(QLatin1Char('\n')));
    const qint32 wanted = m_seats->value();
    m_take->setText(wanted == 0     ? tr("&Give all back")
                    : wanted < mine ? tr("&Give %n back", nullptr, mine - wanted)
                    : mine == 0     ? (wanted == 1 ? tr("&Hold 1 place") : tr("&Hold %n places", nullptr, wanted))
                                    : tr("&Hold %n more", nullptr, wanted - mine));
    m_take->setEnabled(wanted != mine && !map.isAreaPending(m_area) && m_event.mostAreaSeats(m_area) > 0);
    if (isVisible())
        place();
}

// Over the middle of the area, within the pane.
void AreaPopover::place()
{
    if (m_area == PlaceGroups::kNone || m_area >= m_event.seatMap().areaCount())
        return;
    resize(sizeHint());
    const QRectF area = m_pane.view()->areaRect(m_area);
    const QPoint middle = m_pane.view()->viewport()->mapTo(&m_pane, area.center().toPoint());
    const int x = std::clamp(middle.x() - width() / 2, kStep, std::max(kStep, m_pane.width() - width() - kStep));
    const int y = std::clamp(middle.y() - height() / 2, kStep, std::max(kStep, m_pane.height() - height() - kStep));
    move(x, y);
}

void AreaPopover::accept()
{
    if (m_area == PlaceGroups::kNone || !m_take->isEnabled())
        return;
    const qint32 area = m_area;
    const qint32 seats = m_seats->value();
    close(true);
    Q_EMIT chosen(area, seats);
}

void AreaPopover::close(bool toMap)
{
    m_area = PlaceGroups::kNone;
    if (isHidden())
        return;
    hide();
    if (toMap)
        m_pane.view()->setFocus();
}

void AreaPopover::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: accept(); break;
    case Qt::Key_Escape: close(true); break;
    default: Card::keyPressEvent(event); return;
    }
    event->accept();
}

} // namespace parterre::ui
