// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/element.h"

#include <QByteArray>
#include <QHash>

namespace parterre {

struct DesignSection {
    SectionId id = SectionId::None;
    QString name = {};

    friend bool operator==(const DesignSection &, const DesignSection &) = default;
};

// A floor of the building. Plans are flat: a published level stands `offset` away from where it is drawn.
struct DesignLevel {
    LevelId id = LevelId::Ground;
    QString name = {};
    PlanPoint offset = {};

    friend bool operator==(const DesignLevel &, const DesignLevel &) = default;
};

// A picture to trace over. It never becomes part of a plan.
struct Background {
    QByteArray data = {};                          // PNG, JPEG, SVG or PDF
    qint32 page = 0;                               // of a PDF
    PlanPoint at = {};                             // top left
    double scale = 1;                              // plan units of a pixel (a point of a PDF)
    double rotation = 0;
    double opacity = 0.5;

    friend bool operator==(const Background &, const Background &) = default;
};

inline constexpr qsizetype kMaxBackgroundBytes = 16 * 1024 * 1024;

// Everything of a design that is no element.
struct DesignHouse {
    QString name = {};
    PlanPoint size = {1000, 800};
    std::optional<PlanPoint> focus = {};
    QList<Category> categories = {};
    QList<DesignSection> sections = {};
    QList<DesignLevel> levels = {};                // the ground first; never empty
    std::optional<Background> background = {};

    friend bool operator==(const DesignHouse &, const DesignHouse &) = default;
};

// One element before and after an edit. A position is named where the element comes, goes or changes its place among
// the others.
struct ElementChange {
    std::optional<Element> before = {};
    std::optional<Element> after = {};
    std::optional<qsizetype> from = {};
    std::optional<qsizetype> to = {};

    [[nodiscard]] ElementId id() const { return before ? before->id : after->id; }
    friend bool operator==(const ElementChange &, const ElementChange &) = default;
};

// What one step changes, enough to do and to undo it.
struct DesignEdit {
    QList<ElementChange> elements = {};            // each element at most once
    std::optional<std::pair<DesignHouse, DesignHouse>> house = {}; // before and after

    [[nodiscard]] bool isEmpty() const { return elements.isEmpty() && !house; }
    [[nodiscard]] DesignEdit reversed() const;
    friend bool operator==(const DesignEdit &, const DesignEdit &) = default;
};

// One edit for two, without what came back to what it was; nothing where elements came, went or changed places.
[[nodiscard]] std::optional<DesignEdit> merged(const DesignEdit &first, const DesignEdit &second);

// A house as it is drawn: parameters, from which the seats follow. A value; only edits change it.
class Design
{
public:
    Design();
    // Ids have to be unique and not None.
    Design(DesignHouse house, QList<Element> elements);

    [[nodiscard]] const DesignHouse &house() const { return m_house; }
    [[nodiscard]] const QList<Element> &elements() const { return m_elements; } // the lowest first
    [[nodiscard]] const Element *find(ElementId id) const;                      // null: there is none
    [[nodiscard]] qsizetype positionOf(ElementId id) const { return m_positions.value(id, -1); }
    // Ids that nothing in the design has had.
    [[nodiscard]] ElementId nextElement() const { return static_cast<ElementId>(m_lastId + 1); }
    [[nodiscard]] qint32 lastId() const { return m_lastId; }

    // The edit has to be made for this state of the design.
    void apply(const DesignEdit &edit);

    friend bool operator==(const Design &a, const Design &b) { return a.m_house == b.m_house && a.m_elements == b.m_elements; }

private:
    void index();

    DesignHouse m_house;
    QList<Element> m_elements;
    QHash<ElementId, qsizetype> m_positions;
    qint32 m_lastId = 0;
};

} // namespace parterre
