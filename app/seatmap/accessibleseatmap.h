// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/accessiblepool.h"
#include "app/seatmap/accessiblerows.h"
#include "app/seatmap/seatmapwalk.h"
#include "app/state/seatmapmodel.h"

#include <QAccessibleWidget>

namespace parterre {

class SeatMapView;

// The seat map for screen readers and other tools: map > section > row or table > seat, and section > area. Interfaces are made for what is asked
// for; of rows and seats a fixed number stays, the focused ones always among them. Tells of the keyboard's way from seat
// to seat and of changes to the seat it stands on, never of the other seats.
class AccessibleSeatMap final : public QAccessibleWidget
{
public:
    // More rows than a section has and more seats than a row has, so that all of a list of children are there when it
    // has been made. In an imported row that is longer, the last ones are.
    static constexpr qsizetype kKeptRows = 2'048;
    static constexpr qsizetype kKeptSeats = 2'048;

    // Makes Qt use this class for every SeatMapView from now on; more than once does no harm.
    static void install();

    explicit AccessibleSeatMap(SeatMapView &view);
    ~AccessibleSeatMap() override;

    // Null once the view is being destroyed.
    [[nodiscard]] SeatMapView *view() const;
    [[nodiscard]] const SeatMapModel &model() const { return m_model; }
    [[nodiscard]] const AccessibleRows &rows() const { return m_houseRows; }

    // Null for what the plan does not have.
    [[nodiscard]] QAccessibleInterface *section(qint32 section) const;
    [[nodiscard]] QAccessibleInterface *row(qint32 row) const;
    [[nodiscard]] QAccessibleInterface *seat(qint32 seat) const;
    [[nodiscard]] QAccessibleInterface *area(qint32 area) const;

    // Of a rectangle of the viewport.
    [[nodiscard]] QRect onScreen(const QRectF &viewRect) const;
    // SeatTable::kNone where there is none, and while seats are too small to be told apart.
    [[nodiscard]] qint32 seatAtScreen(int x, int y) const;
    [[nodiscard]] qint32 areaAtScreen(int x, int y) const;
    [[nodiscard]] bool isFocused(qint32 seat) const;
    [[nodiscard]] bool isAreaFocused(qint32 area) const;

    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;
    QString text(QAccessible::Text text) const override;
    QAccessible::State state() const override;

private:
    // What a reader was last told of the focused seat or area.
    struct Told {
        MapStop stop = {};
        QAccessible::State state = {};
        QString name = {};
    };

    void forgetParts();
    [[nodiscard]] MapStop focused() const;
    [[nodiscard]] qint32 focusedSeat() const { return focused().seat; }
    // Null for nothing.
    [[nodiscard]] QAccessibleInterface *stop(MapStop stop) const;
    [[nodiscard]] Told present(MapStop stop) const;
    void tellFocus();
    void tellChanges();

    const SeatMapModel &m_model;
    AccessibleRows m_houseRows;
    mutable AccessiblePool m_sections;
    mutable AccessiblePool m_areas {kMaxAreas};
    mutable AccessiblePool m_rows {kKeptRows};
    mutable AccessiblePool m_seats {kKeptSeats};
    Told m_told;
    QObject m_context; // of the connections
};

} // namespace parterre
